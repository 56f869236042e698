"""Wishes that no record can meet are said, and everything else is answered as ever."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from bot.rendering.unheld import UNHELD
from bot.schema import Question
from bot.understanding import words

if TYPE_CHECKING:
    from bot.assistant import Assistant

TODAY = date(2026, 11, 20)


def test_every_wish_of_the_word_table_can_be_named() -> None:
    assert {each.name for each in words.table("unheld")} == set(UNHELD)


@pytest.mark.parametrize(
    ("asked", "wish"),
    [
        ("推薦一條 5.9 下雨也可以的", "route/rain"),
        ("有沒有適合拍照的路線", "route/view"),
        ("我身高 158，推薦一條 5.10", "route/reach"),
        ("哪一間岩館最大", "gym/size"),
        ("台中評價最好的岩館", "gym/quality"),
        ("台中人最少的岩館是哪間", "gym/crowd"),
        ("recommend a scenic 5.9", "route/view"),
        ("which gym is the biggest", "gym/size"),
    ],
)
def test_a_wish_that_no_record_tells_of_is_said_before_the_answer(
    demo_assistant: Assistant, asked: str, wish: str
) -> None:
    answer = demo_assistant.answer(Question(asked, TODAY))
    chinese, english = UNHELD[wish]
    head, *rest = answer.text.split("\n")
    assert chinese in head or english in head
    assert rest


@pytest.mark.parametrize(
    "asked",
    ["推薦一條 5.9", "台中有哪些岩館", "5.10 有幾條", "哪間岩館最便宜", "有哪些淋不到雨的路線"],
)
def test_a_question_without_such_a_wish_has_no_such_line(
    demo_assistant: Assistant, asked: str
) -> None:
    answer = demo_assistant.answer(Question(asked, TODAY))
    assert "沒辦法幫你挑" not in answer.text
