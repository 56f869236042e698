"""Several questions in one message, and when a message is only one."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from bot.schema import Answer, Question, Turn
from bot.understanding import split_questions

if TYPE_CHECKING:
    from bot.assistant import Assistant

FRIDAY = date(2026, 11, 20)
FOGHORN = "WM-UNDER-THE-LIGHTHOUSE-203"


def ask(assistant: Assistant, text: str, *before: str) -> Answer:
    history = tuple(Turn("user", each) for each in before)
    return assistant.answer(Question(text, FRIDAY, history))


@pytest.mark.parametrize(
    ("message", "parts"),
    [
        ("霧笛幾級？還有浮島的電話", 2),
        ("霧笛幾級，順便問浮島幾點開", 2),
        ("霧鳴岬有幾條路線？浮島多少錢？", 2),
        ("how hard is Foghorn, and also when does Floating Island open", 2),
        ("霧笛幾級？霧鳴岬怎麼去？浮島幾點開？", 3),
        ("霧笛幾級？折射幾級？", 1),
        ("霧笛和折射哪條難", 1),
        ("霧笛幾級，謝謝！", 1),
        ("你好！霧笛幾級？", 1),
        ("浮島幾點開？岩嶼台中呢？", 1),
        ("", 1),
        ("？？？！！", 1),
    ],
    ids=repr,
)
def test_messages_split_where_the_subject_changes(
    message: str, parts: int, demo_assistant: Assistant
) -> None:
    assert len(split_questions(message, demo_assistant.knowledge.gazetteer)) == parts


def test_a_message_about_a_route_and_a_gym_gets_both(demo_assistant: Assistant) -> None:
    answer = ask(demo_assistant, "霧笛幾級？還有浮島的電話")
    assert "5.11c" in answer.text
    assert "02-5550-0103" in answer.text
    assert answer.route_ids == (FOGHORN,)
    assert answer.gym_ids == ("floating-island",)
    assert not answer.abstained
    assert {source.updated_on for source in answer.sources} == {"2026-03-15", "2026-03-12"}


def test_two_routes_are_both_answered(demo_assistant: Assistant) -> None:
    answer = ask(demo_assistant, "霧笛幾級？折射幾級？")
    assert "5.11c" in answer.text
    assert "5.13a" in answer.text


def test_several_gyms_are_all_answered(demo_assistant: Assistant) -> None:
    answer = ask(demo_assistant, "浮島和岩嶼台中的電話")
    assert "02-5550-0103" in answer.text
    assert "04-5550-0101" in answer.text


def test_a_message_abstains_only_when_no_part_is_answered(demo_assistant: Assistant) -> None:
    assert not ask(demo_assistant, "石螢谷停車？還有浮島的電話").abstained
    assert ask(demo_assistant, "石螢谷停車？還有浮島的 Wi-Fi 密碼").abstained


def test_an_ambiguous_name_gets_both_readings(demo_assistant: Assistant) -> None:
    answer = ask(demo_assistant, "迴聲幾級")
    assert "5.10a" in answer.text
    assert "5.11c" in answer.text
    assert len(answer.route_ids) == 2


def test_all_branches_of_a_brand_are_answered(demo_assistant: Assistant) -> None:
    answer = ask(demo_assistant, "岩嶼的電話")
    assert set(answer.gym_ids) == {"rockisle-taichung", "rockisle-tainan"}


def test_the_next_question_leans_on_the_last_one_of_a_message(demo_assistant: Assistant) -> None:
    answer = ask(demo_assistant, "有多長", "霧笛幾級")
    assert answer.route_ids == (FOGHORN,)
