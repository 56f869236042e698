"""Questions about past climbing that say no "I", and those that only sound like them."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from bot.understanding import Vocabulary, understand

if TYPE_CHECKING:
    from knowledge.knowledge_base import KnowledgeBase

QUESTIONS = [
    line.split(" | ")
    for line in Path(__file__).with_name("log_deeds.txt").read_text("utf-8").splitlines()
    if " | " in line and not line.startswith("#")
]


@pytest.fixture(scope="module")
def vocabulary(demo_knowledge: KnowledgeBase) -> Vocabulary:
    held = demo_knowledge.catalogue
    return Vocabulary.build(held.crags(), held.route_names(), held.all_gyms())


@pytest.mark.parametrize(("asked", "question"), QUESTIONS)
def test_a_deed_without_i_is_asked_of_the_log_and_a_fact_of_the_catalogue(
    asked: str, question: str, demo_knowledge: KnowledgeBase, vocabulary: Vocabulary
) -> None:
    query = understand(
        question,
        today=date(2026, 11, 20),
        gazetteer=demo_knowledge.gazetteer,
        vocabulary=vocabulary,
    )
    assert (query.log.ask if query.log else "-") == asked
