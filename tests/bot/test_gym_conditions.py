"""Conditions of lists of gyms: every day, before an hour, without a ticket, what nobody records."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import pytest

from bot.rendering import render
from bot.schema import Mention, Question, Turn
from knowledge.schema import WEEKDAYS
from tests.bot.rendering_records import REEF_GYM, gym_evidence, query

if TYPE_CHECKING:
    from bot.assistant import Assistant
    from bot.schema import Answer

TAICHUNG, TAINAN, FLOATING = "rockisle-taichung", "rockisle-tainan", "floating-island"


def ask(assistant: Assistant, text: str) -> Answer:
    return assistant.answer(Question(text=text, today=date(2026, 11, 28)))


@pytest.mark.parametrize(
    ("question", "gyms"),
    [
        ("每天都有開的岩館有哪些", {TAICHUNG, FLOATING}),
        ("全年無休的岩館有哪些", {TAICHUNG, FLOATING}),
        ("哪些岩館沒有公休日", {TAICHUNG, FLOATING}),
        ("which gyms are open every day", {TAICHUNG, FLOATING}),
        ("哪些岩館沒有星光票", {TAINAN}),
        ("哪些岩館有星光票", {TAICHUNG, FLOATING}),
        ("哪間岩館早上十點前開門", {TAICHUNG}),
        ("星期六九點半前開門的岩館", {TAICHUNG}),
        ("禮拜天晚上七點前關門的館", {TAINAN}),
        ("星期六八點前打烊的岩館有哪些", {FLOATING}),
        ("哪間岩館最早打烊", {FLOATING}),
        ("哪間岩館最晚才開門", {FLOATING}),
        ("星期四晚上 10 點去還爬得到的岩館", {TAICHUNG, TAINAN, FLOATING}),
        ("現在凌晨一點哪間有開", set()),
        ("離島有哪些岩館", set()),
    ],
)
def test_a_list_of_gyms_heeds_its_condition(
    demo_assistant: Assistant, question: str, gyms: set[str]
) -> None:
    answer = ask(demo_assistant, question)
    assert (answer.intent, set(answer.gym_ids)) == ("gym_list", gyms)
    assert answer.abstained == (not gyms)


def test_gyms_in_order_are_all_told_and_called_no_tie(demo_assistant: Assistant) -> None:
    for question in ("從便宜到貴列出岩館", "list the gyms sorted by price"):
        answer = ask(demo_assistant, question)
        assert answer.gym_ids == (FLOATING, TAINAN, TAICHUNG)
        assert "並列" not in answer.text
        assert "tie" not in answer.text
    assert ask(demo_assistant, "從貴到便宜列出岩館").gym_ids == (TAICHUNG, TAINAN, FLOATING)


@pytest.mark.parametrize(
    ("question", "sums"),
    [
        ("岩嶼台中平日進場加租鞋多少", ["平日單次 480 元＋岩鞋租借 100 元，合計 580 元"]),
        (
            "岩嶼台中平日進場加岩鞋加吊帶總共多少",
            ["平日單次 480 元＋岩鞋租借 100 元＋吊帶租借 80 元，合計 660 元"],
        ),
        ("岩嶼台中租鞋加吊帶多少錢", ["岩鞋租借 100 元＋吊帶租借 80 元，合計 180 元"]),
        ("兩個人平日去岩嶼台中要多少", ["平日單次 480 元，2 個人合計 960 元"]),
        ("岩嶼台中租鞋多少", []),
        ("岩嶼台中平日多少", []),
        ("浮島平日進場加吊帶多少", []),
        ("兩大一小平日去岩嶼台中多少", []),
    ],
)
def test_prices_are_added_up_where_a_sum_is_asked(
    demo_assistant: Assistant, question: str, sums: list[str]
) -> None:
    text = ask(demo_assistant, question).text
    assert [line.rstrip("。") for line in text.splitlines() if "合計" in line] == sums


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("岩館評分最高的是哪間", "資料沒有記可靠的評價"),
        ("哪間岩館離捷運最近", "資料沒有記離車站多遠的排名"),
    ],
)
def test_a_ranking_that_no_record_gives_is_said_to_be_impossible(
    demo_assistant: Assistant, question: str, said: str
) -> None:
    assert said in ask(demo_assistant, question).text


@pytest.mark.parametrize(
    ("question", "told", "gyms"),
    [
        ("南投哪裡可以攀岩", ("石螢谷",), set()),
        ("Where can I climb in Nantou?", ("Firefly",), set()),
        ("台中哪裡可以爬", (), {TAICHUNG}),
        ("台灣有哪些岩場", ("石螢谷", "霧鳴岬"), set()),
        ("What crags are there in Taiwan?", ("Firefly", "Cape"), set()),
    ],
)
def test_where_to_climb_tells_crags_and_gyms(
    demo_assistant: Assistant, question: str, told: tuple[str, ...], gyms: set[str]
) -> None:
    answer = ask(demo_assistant, question)
    assert all(name in answer.text for name in told)
    assert set(answer.gym_ids) == gyms
    assert not answer.abstained


@pytest.mark.parametrize(
    ("notes", "quoted"),
    [("12 歲以下需家長陪同；採預約制。", True), ("採預約制；星光票平日 20:00 起。", False)],
)
def test_the_notes_of_a_gym_tell_about_children(notes: str, *, quoted: bool) -> None:
    gym = replace(REEF_GYM, notes=notes)
    asked = query("safety", topic="minors", gyms=(Mention("礁石", "gym", (gym.id,)),))
    text = render(asked, gym_evidence(gyms=(gym,))).text
    assert ("12 歲以下需家長陪同" in text) == quoted
    assert "採預約制" not in text


@pytest.mark.parametrize(
    ("question", "prices"),
    [("浮島單次多少錢", ("320", "360")), ("浮島假日單次多少錢", ("360",))],
)
def test_a_price_without_a_day_is_told_for_every_day(
    demo_assistant: Assistant, question: str, prices: tuple[str, ...]
) -> None:
    text = ask(demo_assistant, question).text
    assert tuple(price for price in ("320", "360") if price in text) == prices


def test_prices_that_only_the_notes_give_are_told_and_not_missing() -> None:
    gym = replace(REEF_GYM, prices={}, price_notes="單次200元，學生150元，含岩鞋", notes="")
    for field in ("price", "weekday", "shoes"):
        asked = query("gym_price", gyms=(Mention(gym.name, "gym", (gym.id,)),), fields=(field,))
        draft = render(asked, gym_evidence(gyms=(gym,)))
        assert "單次200元" in draft.text
        assert not draft.abstained
        assert "沒有記載" not in draft.text
    asked = query("gym_price", gyms=(Mention(gym.name, "gym", (gym.id,)),), fields=("harness",))
    assert render(asked, gym_evidence(gyms=(gym,))).abstained


def test_a_gym_that_never_closes_is_found_by_its_hours() -> None:
    gym = replace(REEF_GYM, hours=dict.fromkeys(WEEKDAYS, (("00:00", "24:00"),)))
    filtered = replace(
        query("gym_list").gym_filter, facilities=("全天營業|24小時|二十四小時|24h|通宵|全天營業",)
    )
    asked = replace(query("gym_list"), gym_filter=filtered, topic="extra")
    assert "00:00-24:00" in render(asked, gym_evidence(gyms=(gym,))).text
    assert render(asked, gym_evidence(gyms=(REEF_GYM,))).abstained


@pytest.mark.parametrize(
    ("turns", "said"),
    [
        (("浮岛周末几点关门", "周末门票多少"), "假日單次 360 元"),
        (("岩嶼台南平日多少", "假日會變貴嗎"), "假日單次 400 元"),
        (("浮島星期六開到幾點", "那星期三呢"), "10:00-22:30"),
        (("這禮拜六要揪團去岩嶼台中，它幾點開",), "09:00-22:00"),
        (("怎麼打電話給岩嶼台南",), "06-555-0102"),
        (("求岩嶼台南的門牌",), "示範二街202號"),
        (("岩嶼台南是全年無休嗎",), "公休：週一"),
        (("岩嶼台南有沒有休息區",), "有休息區"),
        (("到了之後怎麼走進霧鳴岬岩壁？",), "步行15分鐘"),
        (("去雾鸣岬没车怎么走",), "示範客運"),
        (("Where in northern Taiwan is the cheapest weekday single entry?",), "320 TWD"),
    ],
)
def test_questions_about_a_visit_are_answered_by_what_is_recorded(
    demo_assistant: Assistant, turns: tuple[str, ...], said: str
) -> None:
    history: tuple[Turn, ...] = ()
    for text in turns:
        answer = demo_assistant.answer(
            Question(text=text, history=history, today=date(2026, 11, 28))
        )
        history = (*history, Turn("user", text), Turn("assistant", answer.text))
    assert said in answer.text
    assert not answer.abstained
