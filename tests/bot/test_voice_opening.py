"""Hours of the day that is spoken of, and gyms that never close."""

from __future__ import annotations

from contextlib import ExitStack
from typing import TYPE_CHECKING

import pytest

from bot.assistant import Assistant
from bot.voice.figures.opening import wrong_day
from tests.bot.voice_cases import objections_of, open_world_of

if TYPE_CHECKING:
    from collections.abc import Iterator

NEVER = "岩嶼攀岩館-台中店每週哪天休息"
MONDAYS = "岩嶼攀岩館-台南店哪天公休"
MONDAY = "岩嶼攀岩館-台南店 11/23 有開嗎"
FLOATING = "浮島抱石館營業時間"

SHOWN = """「浮島」的營業時間：
・週一 公休
・週二到週日 14:00-22:30
公休：週一。
近期的例外：
・12/31（四） 12:00-18:00（截至 2026-11-15）
・1/1（五） 公休（截至 2026-11-15）"""


@pytest.fixture(scope="module")
def assistant() -> Iterator[Assistant]:
    with ExitStack() as stack:
        yield Assistant(stack.enter_context(open_world_of("demo")))


@pytest.mark.parametrize(
    ("question", "said"),
    [
        (NEVER, "從週一開到週日，不休息的啦。"),
        (NEVER, "沒有休息日耶。"),
        (NEVER, "他們沒在公休的啦。"),
        (NEVER, "每天都有開喔，沒有固定休息的日子。"),
        (NEVER, "全年無休。"),
        (NEVER, "There is no regular closing day."),
        (MONDAYS, "禮拜一不要去，那天公休。"),
        (MONDAYS, "禮拜一啦，那天公休。"),
        (MONDAYS, "週六不一樣，只開 10:00 到 21:00。"),
        (MONDAY, "下週一公休，沒有營業。"),
    ],
)
def test_hours_of_the_day_that_was_named_are_right(
    assistant: Assistant, question: str, said: str
) -> None:
    assert objections_of(assistant, question, said, {"other_hours"}) == []


@pytest.mark.parametrize(
    ("question", "said"),
    [
        (MONDAYS, "他們沒在公休的啦。"),
        (MONDAYS, "沒有休息日耶。"),
        (NEVER, "禮拜一不要去，那天公休。"),
        (MONDAY, "下週一有營業。"),
        (MONDAY, "週日公休，今天照常營業。"),
        (FLOATING, "12/31 不一樣，那天公休。"),
        (MONDAYS, "週六不一樣，只開 10:00 到 22:00。"),
        (FLOATING, "元旦公休，今天也公休。"),
    ],
)
def test_hours_of_another_day_are_not(assistant: Assistant, question: str, said: str) -> None:
    assert objections_of(assistant, question, said, {"other_hours"})


@pytest.mark.parametrize(
    ("said", "wrong"),
    [
        ("12/31 不一樣，開 12:00 到 18:00。", []),
        ("12/31（星期四）不一樣，只到 18:00。", []),
        ("1/1 別去，那天公休。", []),
        ("12/31 別去，那天公休。", ["那天公休"]),
        ("1/1 別去，今天也公休。", ["今天也公休"]),
        ("12/31 不一樣，開到 19:00。", ["19:00"]),
    ],
)
def test_an_exception_is_told_of_the_day_named_before_it(said: str, wrong: list[str]) -> None:
    assert list(wrong_day(said, SHOWN, "")) == wrong
    first, _, rest = said.partition("，")
    assert list(wrong_day(rest, SHOWN, "", f"{first}，")) == wrong


_OPEN_FROM_NOON = "「墨弓抱石館」今天 11/20（五）的營業時間是 12:00-23:00。"
_ASKED_AT = "今天下午 4 點半才到墨弓抱石館，有開嗎"
_ASKED_EARLY = "今天早上 10 點去墨弓抱石館，有開嗎"


@pytest.mark.parametrize(
    ("said", "asked", "wrong"),
    [
        ("下午四點半有開。", _ASKED_AT, False),
        ("16:30 還在開。", _ASKED_AT, False),
        ("下午四點半沒開。", _ASKED_AT, True),
        ("下午五點有開。", _ASKED_AT, True),
        ("早上十點還沒開。", _ASKED_EARLY, False),
        ("早上十點有開。", _ASKED_EARLY, True),
    ],
)
def test_of_the_hour_asked_about_the_hours_are_told(said: str, asked: str, wrong: bool) -> None:
    assert bool(list(wrong_day(said, _OPEN_FROM_NOON, "", asked=asked))) == wrong


def test_ten_o_clock_on_saturday_is_not_sixty() -> None:
    assert not list(wrong_day("星期六十點開。", "「往上爬」11/21（六）10:00-22:00。", ""))


def test_dates_in_english_are_of_another_day() -> None:
    week = "「Rock」: Tue-Fri 14:00-17:00. Closed: Mon."
    assert not list(wrong_day("it's also closed 14-16 December.", week, ""))
    assert not list(wrong_day("It is shut from 14 to 16 December 2026.", week, ""))
    assert list(wrong_day("it is closed all afternoon.", week, ""))


def test_an_hour_that_is_shut_is_not_a_day_that_is() -> None:
    shown = "「浮島」今天 11/20（五）的營業時間是 11:00-22:30。\n所以 08:30 沒開。"
    for said in ("沒開喔。", "還沒開。"):
        assert not list(wrong_day(said, shown, ""))
        assert list(wrong_day(said, shown.partition("\n")[0], ""))
    assert list(wrong_day("公休喔。", shown, ""))
