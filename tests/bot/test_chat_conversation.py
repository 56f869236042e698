"""The terminal conversation: what is said, what is remembered, and how it ends."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

import pytest

from bot.chat import BYE, MAX_TURNS, TAIPEI, converse, taipei_now, welcome

if TYPE_CHECKING:
    from bot.assistant import Assistant

FRIDAY_NIGHT = datetime(2026, 11, 20, 21, 30, tzinfo=TAIPEI)


def talk(assistant: Assistant, *lines: str, now: datetime = FRIDAY_NIGHT) -> list[str]:
    """Everything said in a conversation."""
    said: list[str] = []
    converse(assistant, lines, said.append, lambda: now)
    return said


def test_every_line_gets_an_answer_and_the_end_a_farewell(demo_assistant: Assistant) -> None:
    first, second, last = talk(demo_assistant, "霧笛幾級", "浮島電話")
    assert "5.11c" in first
    assert "02-5550-0103" in second
    assert last == BYE
    assert first.startswith("\n岩友 › ")


def test_a_line_leans_on_the_one_before(demo_assistant: Assistant) -> None:
    said = talk(demo_assistant, "霧笛幾級", "有多長", "那折射呢")
    assert "25 公尺" in said[1]
    assert "24 公尺" in said[2]


@pytest.mark.parametrize("word", ["/new", "/reset", "重新開始", "/NEW"])
def test_a_new_topic_forgets(word: str, demo_assistant: Assistant) -> None:
    said = talk(demo_assistant, "霧笛幾級", word, "有多長")
    assert "25 公尺" not in said[2]


@pytest.mark.parametrize("word", ["/quit", "/exit", "exit", "QUIT", "掰掰", "再見", " /q "])
def test_leaving_ends_it(word: str, demo_assistant: Assistant) -> None:
    assert talk(demo_assistant, word, "霧笛幾級") == [BYE]


@pytest.mark.parametrize("word", ["/help", "/?", "/H"])
def test_help_is_given_in_the_language_of_the_conversation(
    word: str, demo_assistant: Assistant
) -> None:
    said = talk(demo_assistant, word, "how long is Foghorn", word)
    assert "你可以這樣問" in said[0]
    assert "I look up routes" in said[2]


def test_empty_lines_are_passed_over(demo_assistant: Assistant) -> None:
    assert len(talk(demo_assistant, "", "   ", "\t", "霧笛幾級", "")) == 2


def test_no_lines_still_end_politely(demo_assistant: Assistant) -> None:
    assert talk(demo_assistant) == [BYE]


def test_lists_are_paged_and_turned(demo_assistant: Assistant) -> None:
    said = talk(demo_assistant, "霧鳴岬有哪些路線", "下一頁", "下一頁", "第一條幾級")
    assert "第 1/4 頁" in said[0]
    assert "第 2/4 頁" in said[1]
    assert "第 3/4 頁" in said[2]
    assert "5.12b" in said[3]


def test_long_conversations_go_on(demo_assistant: Assistant) -> None:
    said = talk(demo_assistant, *["霧笛幾級", "有多長"] * (MAX_TURNS + 2))
    assert len(said) == 2 * (MAX_TURNS + 2) + 1
    assert "25 公尺" in said[-2]


def test_now_is_the_clock_of_the_chat(demo_assistant: Assistant) -> None:
    night = talk(demo_assistant, "浮島現在有開嗎")[0]
    morning = talk(
        demo_assistant, "浮島現在有開嗎", now=datetime(2026, 11, 20, 9, 0, tzinfo=TAIPEI)
    )[0]
    assert night != morning
    assert "14:00" in morning


def test_taipei_now_is_taipei() -> None:
    offset = taipei_now().utcoffset()
    assert offset is not None
    assert offset.total_seconds() == 8 * 3600


def test_welcome_counts_and_says_that_the_demo_is_invented(demo_assistant: Assistant) -> None:
    demo = welcome(demo_assistant, demo=True)
    assert "霧鳴岬" in demo
    assert "65 條路線" in demo
    assert "3 間岩館" in demo
    assert "虛構" in demo
    assert "虛構" not in welcome(demo_assistant, demo=False)
