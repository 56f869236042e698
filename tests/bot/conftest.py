"""One knowledge base over the demo data for all tests of the assistant."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bot.assistant import Assistant
from knowledge.knowledge_base import KnowledgeBase, import_files

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@pytest.fixture(scope="session")
def demo_home(demo_dir: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A data folder into which the demo data was imported."""
    home = tmp_path_factory.mktemp("demo-home")
    import_files(home, [demo_dir])
    return home


@pytest.fixture(scope="session")
def demo_knowledge(demo_home: Path) -> Iterator[KnowledgeBase]:
    """The demo data, open."""
    with KnowledgeBase.open(demo_home) as knowledge:
        yield knowledge


@pytest.fixture(scope="session")
def demo_assistant(demo_knowledge: KnowledgeBase) -> Assistant:
    """An assistant over the demo data."""
    return Assistant(demo_knowledge)
