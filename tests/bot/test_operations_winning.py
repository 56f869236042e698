"""Whether one route is the hardest, the longest … of a place."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from bot.schema import Question

if TYPE_CHECKING:
    from bot.assistant import Assistant

FRIDAY = date(2026, 11, 20)


@pytest.mark.parametrize(
    ("asked", "told", "named"),
    [
        ("折射是霧鳴岬最難的嗎", "對，就是「折射」。", "5.13a"),
        ("霧鳴岬最難的是霧笛對吧", "不是「霧笛」。", "折射"),
        ("折射算不算霧鳴岬最難的", "對，就是「折射」。", "5.13a"),
        ("霧笛是不是白燈面最難的", "不是「霧笛」。", "折射"),
        ("午後斜照是霧鳴岬最長的嗎", "對，「午後斜照」是並列的其中一條。", "白燈"),
        ("Is Echo the hardest at Wuming Cape?", "No, “Echo” is not.", "Refraction"),
        ("Is Refraction the hardest at Wuming Cape?", "Yes, “Refraction” is.", "5.13a"),
    ],
)
def test_yes_or_no_and_the_winner(
    asked: str, told: str, named: str, demo_assistant: Assistant
) -> None:
    answer = demo_assistant.answer(Question(asked, FRIDAY))
    assert answer.intent == "superlative"
    assert answer.text.startswith(told)
    assert named in answer.text
    assert answer.abstained == told.startswith(("不是", "No"))


def test_the_hardest_part_of_a_route_is_no_contest(demo_assistant: Assistant) -> None:
    assert demo_assistant.answer(Question("霧笛最難的地方在哪", FRIDAY)).intent == "fact"
