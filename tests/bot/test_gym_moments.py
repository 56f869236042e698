"""Opening hours at a moment: breaks, moments beside a short name, kinds of days, holidays."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from bot.schema import Question

if TYPE_CHECKING:
    from bot.assistant import Assistant
    from bot.schema import Answer

SATURDAY = date(2026, 11, 28)


def ask(assistant: Assistant, text: str) -> Answer:
    return assistant.answer(Question(text=text, today=SATURDAY))


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("浮島週三下午五點半有開嗎", "17:00-18:00 休息，所以 17:30 沒開"),
        ("浮島星期六下午五點半有開嗎", "所以 17:30 有開"),
        ("浮島週三下午六點有開嗎", "所以 18:00 有開"),
        ("浮島平日 17:30 可以爬嗎", "17:00-18:00 休息，所以 17:30 沒開"),
        ("Is Floating Island open at 5:30pm on Wednesday?", "break 17:00-18:00"),
        ("台南岩嶼平日下午五點半有開嗎", "所以 17:30 沒開"),
    ],
)
def test_a_break_in_the_notes_is_not_open(
    demo_assistant: Assistant, question: str, expected: str
) -> None:
    assert expected in ask(demo_assistant, question).text


def test_a_gym_in_its_break_is_in_no_list_of_open_gyms(demo_assistant: Assistant) -> None:
    at_break = ask(demo_assistant, "哪些岩館星期三下午五點半有開")
    before = ask(demo_assistant, "哪些岩館星期三下午四點半有開")
    assert "floating-island" not in at_break.gym_ids
    assert "floating-island" in before.gym_ids


@pytest.mark.parametrize(
    "question",
    [
        "明天下午五點半浮島有開嗎",
        "五點半浮島有開嗎",
        "明天下午三點半浮島開著嗎",
        "星期二晚上七點浮島可以爬嗎",
        "浮島 週六 12:30 有開嗎",
    ],
)
def test_a_moment_directly_beside_a_name_leaves_it_a_name(
    demo_assistant: Assistant, question: str
) -> None:
    answer = ask(demo_assistant, question)
    assert (answer.intent, answer.gym_ids) == ("gym_hours", ("floating-island",))


def test_a_working_day_is_not_today(demo_assistant: Assistant) -> None:
    text = ask(demo_assistant, "浮島平日晚上八點有開嗎").text
    assert "今天" not in text
    assert "（四）" in text


def test_one_day_of_a_festival_is_answered_alone(demo_assistant: Assistant) -> None:
    text = ask(demo_assistant, "春節初一浮島有開嗎").text
    assert "2/6" in text
    assert "2/7" not in text
