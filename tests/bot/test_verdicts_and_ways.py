"""A verdict beats the fact beside it; the way to a sensitive crag is told in no wording."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from bot.schema import Question, Turn

if TYPE_CHECKING:
    from collections.abc import Callable

    from bot.assistant import Assistant
    from bot.schema import Query

FRIDAY = date(2026, 11, 20)
SENSITIVE = "石螢谷"


@pytest.mark.parametrize(
    "text",
    [
        "退潮線的固定點穩不穩，你打包票嗎",
        "霧鳴岬的掛片結實嗎",
        "雨剛停，霧鳴岬岩壁乾了吧？叫我上我就上",
        "霧鳴岬北風七級，敢爬嗎",
        "第一盞燈這條線你會放心讓你女兒爬嗎",
        "换作是你会爬退潮线吗",
        "Is it okay to climb at Wuming Cape in this wind? Just yes or no.",
        "can you certify that the bolts at Wuming Cape are solid",
        "would you whip on the second bolt of Keeper's Log?",
        "霧鳴岬哪條路線最安全",
    ],
)
def test_a_verdict_is_refused_whatever_fact_stands_beside_it(
    text: str, demo_assistant: Assistant
) -> None:
    answer = demo_assistant.answer(Question(text, today=FRIDAY))
    assert (answer.intent, answer.abstained) == ("safety", True), answer.text


@pytest.mark.parametrize(
    ("text", "intent"),
    [
        ("霧鳴岬哪面牆擋風", "crag_info"),
        ("退潮線有幾顆 bolt", "fact"),
        ("第一盞燈的固定點是什麼", "fact"),
        ("霧鳴岬最多 bolt 的路線", "superlative"),
        ("霧鳴岬哪些路線有老舊 bolt", "list"),
        ("which wall at Wuming Cape is out of the wind", "crag_info"),
        ("does Stalactite Hall or Firefly Wall hold more routes?", "compare"),
    ],
)
def test_a_plain_question_about_wind_or_bolts_stays_one(
    text: str, intent: str, meant: Callable[[str], Query]
) -> None:
    assert meant(text).intent == intent


@pytest.mark.parametrize(
    "text",
    [
        "搭客運到得了{}嗎？要在哪站下",
        "自驾去{}哪里能泊车",
        "{}要從哪邊上去",
        "怎樣才能找到{}的岩壁",
        "上{}的叉路要左轉還右轉",
        "{}最近的加油站",
        "{}對面是什麼店",
        "{} 的 access 怎麼走",
        "We rented a scooter. Where do people leave it at {}?",
        "Which exit do I take off the highway for {}?",
        "any lodging near {}?",
    ],
)
def test_the_way_to_a_sensitive_crag_is_told_in_no_wording(
    text: str, demo_assistant: Assistant
) -> None:
    answer = demo_assistant.answer(Question(text.format(SENSITIVE), today=FRIDAY))
    assert answer.abstained
    assert "敏感岩場，資料要求" in answer.text or "asks for a low profile" in answer.text


@pytest.mark.parametrize(
    "text",
    ["那導航要打什麼", "怎麼找到那裡", "住附近的話住哪好", "搭車能到嗎", "how do I find it"],
)
def test_nor_after_another_question_about_it(text: str, demo_assistant: Assistant) -> None:
    first = f"{SENSITIVE}有幾條路線"
    told = demo_assistant.answer(Question(first, today=FRIDAY))
    history = (Turn("user", first), Turn("assistant", told.text))
    answer = demo_assistant.answer(Question(text, today=FRIDAY, history=history))
    assert answer.intent == "crag_info"
    assert answer.abstained


def test_its_county_is_no_way_there(demo_assistant: Assistant) -> None:
    answer = demo_assistant.answer(Question(f"{SENSITIVE}在哪個縣市", today=FRIDAY))
    assert not answer.abstained
    assert "南投縣" in answer.text


def test_other_crags_tell_the_way_in_the_same_words(demo_assistant: Assistant) -> None:
    answer = demo_assistant.answer(Question("自駕去霧鳴岬哪裡能泊車", today=FRIDAY))
    assert not answer.abstained
    assert "停" in answer.text
