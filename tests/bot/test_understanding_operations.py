"""What is asked of a set of routes and of one record, in words that no table holds."""

from __future__ import annotations

from collections import Counter
from datetime import date
from typing import TYPE_CHECKING

import pytest

from bot.schema import Question, Turn
from bot.understanding.examples import (
    nearest_operation,
    nearest_property,
    properties,
    set_examples,
)
from bot.understanding.words import GRADE, NAME
from knowledge.text import key

if TYPE_CHECKING:
    from bot.assistant import Assistant

FRIDAY = date(2026, 11, 20)
_SUBJECTS = ("route", "gym", "crag")


def _folded(text: str) -> str:
    return NAME.join(map(key, text.split("@")))


def test_no_question_for_a_set_stands_under_two_operations() -> None:
    asked = Counter((_folded(text.split("#")[0])) for _, text in set_examples())
    assert [text for text, count in asked.items() if count > 1] == []


def test_a_question_for_a_set_is_nearest_to_itself() -> None:
    wrong = [
        (kind, text)
        for kind, text in set_examples()
        if nearest_operation(_folded(text), text.casefold()).kind != kind
    ]
    assert wrong == []


@pytest.mark.parametrize("subject", _SUBJECTS)
def test_no_property_stands_under_two_kinds(subject: str) -> None:
    kinds: dict[str, set[str]] = {}
    for kind, text in properties(subject):
        kinds.setdefault(_folded(text), set()).add(kind)
    assert {text: found for text, found in kinds.items() if len(found) > 1} == {}


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        (f"{NAME}最猛的一條是什麼", "superlative/grade_down"),
        (f"{NAME}哪條線要用最多快扣", "superlative/bolts_down"),
        (f"{NAME}的招牌路線", "superlative/popularity_down"),
        (f"我第一次去{NAME}，爬哪條好呢", "recommend"),
        (f"{GRADE}左右的，{NAME}有口袋名單嗎", "recommend"),
        (f"what would you get on first at {NAME}", "recommend"),
        (f"{NAME}每個級數各有多少條", "distribution/grade"),
        (f"how many lines per area does {NAME} have", "distribution/area"),
        (f"{NAME}一共收錄多少條線", "count"),
        (f"把{NAME}的{GRADE}通通列給我", "list"),
    ],
)
def test_a_new_wording_for_a_set_is_near_its_operation(text: str, kind: str) -> None:
    assert nearest_operation(key(text), text.casefold()).kind == kind


@pytest.mark.parametrize(
    ("subject", "text", "kind"),
    [
        ("route", f"{NAME}上面打了幾個掛片", "bolts"),
        ("route", f"想找{NAME}，該往哪塊岩壁走", "location"),
        ("route", f"who originally put up {NAME}", "first_ascent"),
        ("crag", f"開車到{NAME}，車要放哪", "parking"),
        ("crag", f"{NAME}的經緯度", "coordinates"),
        ("gym", f"{NAME}晚場有優惠票嗎多少", "twilight"),
        ("gym", f"開車去{NAME}好停嗎", "parking"),
    ],
)
def test_a_new_wording_of_a_property_is_near_it(subject: str, text: str, kind: str) -> None:
    assert nearest_property(subject, key(text), text.casefold()).kind == kind


@pytest.mark.parametrize(
    ("text", "intent"),
    [
        ("石螢谷裡最狠的一條", "superlative"),
        ("霧鳴岬各型態數量分別是", "distribution"),
        ("燈塔之下要爬運攀，最多 5.13，選哪條好", "recommend"),
        ("I climb up to V4; where should I start at Wuming Cape?", "recommend"),
        ("螢火牆所有線路", "list"),
        ("how big is the swell at Wuming Cape today", "live"),
        ("周末去浮島抱石館一次收多少", "gym_price"),
        ("去歐洲爬了 6a+，優勝美地相當於多少", "convert"),
        ("程度只到 5.10，霧鳴岬有什麼適合我爬的", "recommend"),
        ("石筍湯定的是什麼難度呀", "fact"),
        ("鐘乳廳規模如何，多少條線", "count"),
    ],
)
def test_the_assistant_does_what_is_asked(
    demo_assistant: Assistant, text: str, intent: str
) -> None:
    answer = demo_assistant.answer(Question(text=text, today=FRIDAY))
    assert answer.intent == intent
    assert not answer.abstained or intent == "live"


@pytest.mark.parametrize(
    ("before", "text", "word"),
    [
        ("岩嶼攀岩館-台中店的地址", "開車去好停嗎", "停車場"),
        ("螢火牆有哪些路線", "縮小到運攀", "共 8 條"),
        ("石螢谷有哪些 5.12 的路線", "同樣條件看霧鳴岬", "霧鳴岬"),
        ("迴聲廊有哪些路線", "你會爬哪條", "為你推薦"),
    ],
)
def test_a_few_words_go_on_about_the_turn_before(
    demo_assistant: Assistant, before: str, text: str, word: str
) -> None:
    first = demo_assistant.answer(Question(text=before, today=FRIDAY))
    history = (Turn("user", before), Turn("assistant", first.text))
    answer = demo_assistant.answer(Question(text=text, today=FRIDAY, history=history))
    assert word in answer.text
    assert not answer.abstained


@pytest.mark.parametrize("name", ["霽霽帆", "柠檬派对", "琉璃告白"])
@pytest.mark.parametrize(
    "asked", ["幾個 bolt", " 的 grade 是多少", "這條線難度多少", " 是 trad 嗎"]
)
def test_a_name_that_nobody_bears_is_said_to_be_unknown(
    demo_assistant: Assistant, name: str, asked: str
) -> None:
    answer = demo_assistant.answer(Question(text=name + asked, today=FRIDAY))
    assert answer.abstained
    assert not answer.route_ids
