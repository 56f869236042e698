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


def test_alternatives_of_a_question_are_no_second_question(demo_assistant: Assistant) -> None:
    answer = ask(demo_assistant, "石螢谷 有哪些 type 的路線，sport 還是 trad 還是 boulder")
    assert not answer.parts
    assert "運攀 16 條、抱石 6 條" in answer.text


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


@pytest.mark.parametrize(
    ("message", "told"),
    [
        ("石螢谷有多少條運攀，然後其中最難的那條叫什麼", ("16", "千年一滴")),
        ("石螢谷是什麼岩質，總共有幾條路線", ("石灰岩", "26")),
        ("石螢谷幾條路線？霧鳴岬呢？", ("26", "39")),
        ("飛腳是什麼意思？另外「灰鯨」幾級？", ("cut loose", "5.10a")),
        ("「漲潮線」在哪一區，還有它是運攀還傳攀", ("潮門", "傳攀")),
        ("How many trad routes does Wuming Cape have, and which is the hardest?", ("16", "Last")),
        ("明天想爬「折射」再爬「千年一滴」，兩條的 bolt 數量麻煩都給我", ("折射", "千年一滴")),
        ("我能完攀「門神」的話，「雨停之後」會更硬嗎，難度比一下", ("門神", "雨停之後")),
        ("繩子夠不夠長要算一下，「倒長的森林」和「退潮線」各有幾米", ("倒長的森林", "退潮線")),
    ],
)  # fmt: skip
def test_everything_that_a_message_asks_in_turn_is_told(
    message: str, told: tuple[str, ...], demo_assistant: Assistant
) -> None:
    answer = ask(demo_assistant, message)
    assert not answer.abstained
    assert [word for word in told if word not in answer.text] == []


@pytest.mark.parametrize(
    "message",
    [
        "鐘乳廳規模如何，多少條線",
        "霧笛幾級？折射幾級？",
        "霧鳴岬的路線分散在哪些區，一區幾條",
        "霧笛跟折射哪條難，差幾級",
    ],
)
def test_what_one_answer_tells_is_not_told_in_parts(
    message: str, demo_assistant: Assistant
) -> None:
    assert ask(demo_assistant, message).parts == ()


@pytest.mark.parametrize(
    ("message", "left_out"),
    [
        ("霧鳴岬的迴聲廊有哪些不是抱石的線", "boulder"),
        ("我不爬傳攀，石螢谷的苔階還有什麼可以爬，全部列給我", "trad"),
        ("Everything in Firefly Wall at Stone Firefly Valley except boulder routes", "boulder"),
        ("霧鳴岬除了傳攀和抱石以外有哪些路線", "trad"),
    ],
)
def test_a_type_that_is_ruled_out_is_not_listed(
    message: str, left_out: str, demo_assistant: Assistant
) -> None:
    answer = ask(demo_assistant, message)
    assert answer.intent == "list"
    assert answer.route_ids
    assert answer.evidence is not None
    assert left_out not in {route.type for route in answer.evidence.routes}
