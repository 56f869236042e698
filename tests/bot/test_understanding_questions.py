"""Questions and what they mean: the table stands in ``understanding_questions.txt``."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, get_args

import pytest

from bot.schema import Intent
from bot.understanding import Vocabulary, understand
from tests.bot.query_words import describe

if TYPE_CHECKING:
    from collections.abc import Callable

    from knowledge.knowledge_base import KnowledgeBase

FRIDAY = date(2026, 11, 20)
TABLE = Path(__file__).with_name("understanding_questions.txt")
ROWS = [
    tuple(line.split(" → "))
    for line in TABLE.read_text("utf-8").splitlines()
    if line and not line.startswith("#")
]


@pytest.fixture(scope="session")
def understood(demo_knowledge: KnowledgeBase) -> Callable[[str], str]:
    held = demo_knowledge.catalogue
    vocabulary = Vocabulary.build(held.crags(), held.all_routes(), held.all_gyms())

    def ask(text: str) -> str:
        query = understand(
            text, today=FRIDAY, gazetteer=demo_knowledge.gazetteer, vocabulary=vocabulary
        )
        return describe(query, demo_knowledge.name_of)

    return ask


@pytest.mark.parametrize(
    ("question", "expected"),
    [pytest.param(question.strip("∅"), expected, id=question) for question, expected in ROWS],
)
def test_question_means(question: str, expected: str, understood: Callable[[str], str]) -> None:
    assert understood(question) == expected


def test_table_is_large_and_shows_every_intent_in_both_languages() -> None:
    queries = [query.split() for _, query in ROWS]
    assert len(ROWS) >= 150
    assert len({question for question, _ in ROWS}) == len(ROWS)
    assert {words[0].split("/")[0] for words in queries} == set(get_args(Intent))
    assert len({words[0] for words in queries if "en" in words}) >= 20


def test_understanding_is_deterministic(understood: Callable[[str], str]) -> None:
    for question, _ in ROWS[::7]:
        assert understood(question) == understood(question)
