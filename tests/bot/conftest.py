"""One knowledge base over the demo data for all tests of the assistant."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bot.assistant import Assistant
from knowledge.knowledge_base import KnowledgeBase
from tests.bot.logbook_helpers import climbs, open_log

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@pytest.fixture(scope="session")
def demo_knowledge(demo_home: Path) -> Iterator[KnowledgeBase]:
    """The demo data, open."""
    with KnowledgeBase.open(demo_home) as knowledge:
        yield knowledge


@pytest.fixture(scope="session")
def demo_assistant(demo_knowledge: KnowledgeBase) -> Assistant:
    """An assistant over the demo data."""
    return Assistant(demo_knowledge)


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """A data folder with one ascent in its log."""
    home = tmp_path / "home"
    with open_log(home) as log:
        log.add("owner", climbs("灰鯨"))
    return home
