"""One knowledge base over the demo data for all tests of the assistant."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from bot.assistant import Assistant
from bot.understanding import Vocabulary, understand
from knowledge.knowledge_base import KnowledgeBase
from tests.bot.logbook_helpers import climbs, open_log

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from bot.schema import Query

FRIDAY = date(2026, 11, 20)


@pytest.fixture(scope="session")
def demo_knowledge(demo_home: Path) -> Iterator[KnowledgeBase]:
    """The demo data, open."""
    with KnowledgeBase.open(demo_home) as knowledge:
        yield knowledge


@pytest.fixture(scope="session")
def demo_assistant(demo_knowledge: KnowledgeBase) -> Assistant:
    """An assistant over the demo data."""
    return Assistant(demo_knowledge)


@pytest.fixture(scope="session")
def vocabulary(demo_knowledge: KnowledgeBase) -> Vocabulary:
    """The words of the demo data."""
    held = demo_knowledge.catalogue
    return Vocabulary.build(held.crags(), held.route_names(), held.all_gyms())


@pytest.fixture(scope="session")
def meant(demo_knowledge: KnowledgeBase, vocabulary: Vocabulary) -> Callable[[str], Query]:
    """What a question over the demo data means, asked on a Friday."""

    def of(text: str) -> Query:
        return understand(
            text, today=FRIDAY, gazetteer=demo_knowledge.gazetteer, vocabulary=vocabulary
        )

    return of


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """A data folder with one ascent in its log."""
    home = tmp_path / "home"
    with open_log(home) as log:
        log.add("owner", climbs("灰鯨"))
    return home
