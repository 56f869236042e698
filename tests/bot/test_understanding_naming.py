"""Names that nobody has heard of, found by the words around them."""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING

import pytest

from bot.schema import Question
from bot.understanding.examples import naming
from bot.understanding.examples.naming import likeliest, name_examples, units
from bot.understanding.mending import sign_in_words
from bot.understanding.words import GRADE, NAME

if TYPE_CHECKING:
    from bot.assistant import Assistant

LARGEST = 750_000
"""Bytes of the weights."""


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("有人爬過蒸汽火車頭嗎？在哪一區", "蒸汽火車頭"),
        ("想 project 月光打字機，要準備幾條快扣", "月光打字機"),
        ("學長一直推坑我去試苔綠鋼琴，裝備要帶多少", "苔綠鋼琴"),
        ("失眠圓舞曲是什麼類型的路線", "失眠圓舞曲"),
        (f"{NAME}跟月光打字機哪條難", "月光打字機"),
        ("Buddy of mine swears by Marble Typewriter. How hard is it?", "Marble Typewriter"),
        ("when does Purple Anvil Climbing Gym open on sunday", "Purple Anvil Climbing Gym"),
        ("is Moss Kettle closed", "Moss Kettle"),
    ],
)
def test_the_likeliest_name_is_found(text: str, name: str) -> None:
    found = likeliest(text)
    assert text[found.start : found.end] == name
    assert found.likely > 0.45


@pytest.mark.parametrize(
    "text",
    [
        "",
        "？？？",
        "先鋒繩要多粗",
        "吊帶用幾年該淘汰",
        f"{NAME}幾級",
        f"推薦幾條{NAME}的 {GRADE}",
        "what shoes should i buy as a beginner",
        "how much is a day pass usually",
        "郵局有開嗎",
        "字" * 400,
    ],
)
def test_no_name_is_found_where_none_stands(text: str) -> None:
    assert likeliest(text).likely < 0.45


def test_the_unknown_name_is_told_to_be_unknown(demo_assistant: Assistant) -> None:
    for text, name in (
        ("有人爬過蒸汽火車頭嗎？在哪一區", "蒸汽火車頭"),
        ("My buddy swears by Marble Typewriter. What's it graded?", "Marble Typewriter"),
    ):
        answer = demo_assistant.answer(Question(text, today=date(2026, 11, 28)))
        assert answer.abstained
        assert name in answer.text


def test_units_keep_their_places() -> None:
    text = f"想爬 K2 的「{NAME}」 ok?"
    assert "".join(text[unit.start : unit.end] for unit in units(text)) == text.replace(" ", "")


def test_every_example_has_one_place_for_the_name() -> None:
    for kind, text in name_examples():
        assert text.count("@") == (kind != "nothing"), text


def test_the_weights_are_small() -> None:
    assert naming.WEIGHTS.stat().st_size < LARGEST


@pytest.mark.parametrize(
    ("text", "read_as"),
    [
        ("K+ 開到幾點", "K plus 開到幾點"),
        ("k＋岩館票價", "k plus 岩館票價"),
        ("J+ 開到幾點", "J+ 開到幾點"),
        ("5.10a+ 有哪些", "5.10a+ 有哪些"),
        ("K+2 是什麼", "K+2 是什麼"),
    ],
)
def test_a_plus_is_spoken_where_a_recorded_name_says_it(text: str, read_as: str) -> None:
    def names(spoken: str) -> list[tuple[int, int]]:
        return [found.span() for found in re.finditer("k plus", spoken.casefold())]

    assert sign_in_words(text, names) == read_as
