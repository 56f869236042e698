from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge.index.table import TokenTable
from knowledge.retriever.relevance import Relevance, key_of_asked
from knowledge.retriever.tuning import FLOOR
from knowledge.retriever.wording import Asked, Wording
from knowledge.text import tokens

if TYPE_CHECKING:
    from collections.abc import Iterable

TEXTS = (
    "龍脊裂隙 Dragon Ridge 手塞裂隙一路到頂",
    "海風斜板 Sea Wind 摩擦力很好的斜板 friction",
    "霧中岩館 淋浴 停車場 bouldering gym",
    "右手 Right Hand",
)
TOKENS = TokenTable.of([tokens(text) for text in TEXTS])


@pytest.fixture(scope="module")
def relevance() -> Relevance:
    return Relevance(TOKENS)


@pytest.fixture(scope="module")
def wording() -> Wording:
    return Wording(TOKENS)


def coverage(relevance: Relevance, text: str, place: int, mended: Iterable[str] = ()) -> float:
    return relevance.coverage(relevance.read(Asked(text, frozenset(mended))), place)


@pytest.mark.parametrize(
    ("question", "place"),
    [
        ("龍脊裂隙在哪裡？", 0),
        ("请问海风斜板怎么样", 1),
        ("有沒有淋浴", 2),
        ("friction slab 斜板", 1),
        ("右手", 3),
    ],
)
def test_a_text_that_holds_the_thing_asked_covers_it(
    relevance: Relevance, question: str, place: int
) -> None:
    assert coverage(relevance, question, place) > 0.5


@pytest.mark.parametrize(
    "question",
    ["怎麼煮牛肉麵", "斜塔之王", "sourdough bread", "手機螢幕裂了", "？？？", "", "🧗"],
)
def test_nothing_covers_a_question_about_something_else(
    relevance: Relevance, question: str
) -> None:
    assert max(coverage(relevance, question, place) for place in range(len(TEXTS))) < FLOOR


def test_words_of_asking_do_not_count(relevance: Relevance) -> None:
    plain = coverage(relevance, "裂隙", 0)

    assert plain == 1.0
    assert coverage(relevance, "請問有沒有裂隙的路線呢", 0) == pytest.approx(plain)


def test_a_name_made_of_words_of_asking_is_still_asked_for() -> None:
    assert key_of_asked("怎麼可以") == "怎么可以"


def test_one_wrong_character_leaves_most_of_a_name_covered(relevance: Relevance) -> None:
    assert FLOOR < coverage(relevance, "龍脊裂系", 0) < 1.0


def test_a_guess_proves_less_than_a_word(relevance: Relevance) -> None:
    assert coverage(relevance, "friction", 1) == 1.0
    assert coverage(relevance, "friction", 1, mended={"friction"}) == 0.5


def test_what_the_author_named_as_the_topic_counts_more() -> None:
    named = Relevance(TOKENS, {0: ["手塞裂隙"]})

    plain = coverage(Relevance(TOKENS), "裂隙海王", 0)

    assert coverage(named, "裂隙海王", 0) == pytest.approx(1.5 * plain)
    assert coverage(named, "裂隙", 0) == 1.0


@given(st.text(max_size=60), st.integers(0, len(TEXTS) - 1))
def test_coverage_is_a_share(text: str, place: int) -> None:
    assert 0.0 <= coverage(Relevance(TOKENS), text, place) <= 1.0


@pytest.mark.parametrize(
    ("question", "text", "mended"),
    [
        ("where is Dragon Ridge?", "  dragon ridge?", set()),
        ("Frictoin slab", "friction slab", {"friction"}),
        ("boulderign", "bouldering", {"bouldering"}),
        ("海風 windd", "海風 wind", {"wind"}),
        ("sae", "sae", set()),
        ("what is it", "what is it", set()),
        ("5.10a", "5.10a", set()),
    ],
    ids=["asking", "one slip", "swap in a long word", "mixed", "too short", "only asking", "grade"],
)
def test_english_words_are_mended_and_words_of_asking_left_out(
    wording: Wording, question: str, text: str, mended: set[str]
) -> None:
    asked = wording.prepare(question)

    assert asked.text == text
    assert asked.mended == mended
