"""Days without their month, spans of days, and months that are none."""

from __future__ import annotations

import pytest

from bot.verifier.facts import scan
from bot.voice.language.days import with_months, wrong_ends

CLOSED = "公告：12/14 到 12/16 全館公休三天，12/17 恢復營業。（截至 2026-11-12）"


@pytest.mark.parametrize(
    ("said", "spelled"),
    [
        ("十二月十四到十六日休館", "12月14日到12月16日休館"),
        ("十二月十四到十六休館", "12月14日到12月16日休館"),
        ("14 到 16 號休館", "12月14日 到 12月16日休館"),
        ("17 號恢復", "12月17日恢復"),
        ("十七號恢復", "12月17日恢復"),
        ("休館三天（12/14-16）", "休館三天(12/14-12/16)"),
        ("closed 14 to 16 December", "closed 14 December to 16 December"),
        ("closed Dec 14-16", "closed Dec 14-Dec 16"),
        ("back on the 17th", "back on 17 Dec"),
        ("11 月 12 日公告、14 日開始", "11 月 12 日公告、12月14日開始"),
    ],
)
def test_a_day_without_a_month_is_of_the_month_that_is_told(said: str, spelled: str) -> None:
    assert with_months(said, "", CLOSED) == spelled


@pytest.mark.parametrize(
    "said",
    [
        "地址是示範街17號",
        "18 號恢復",
        "從 1 號出口走",
        "on the 2nd pitch",
        "8 separate climbs",
        "三日內公告",
    ],
)
def test_what_is_no_day_of_the_answer_stays(said: str) -> None:
    assert "月" not in with_months(said, "", CLOSED)
    assert "Dec" not in with_months(said, "", CLOSED)


def test_a_day_that_the_answer_does_not_show_takes_the_month_told_before_it() -> None:
    assert with_months("18 號恢復", "12/14 開始休館。", CLOSED) == "12月18日恢復"


@pytest.mark.parametrize(
    ("said", "wrong"),
    [
        ("12/14 到 12/16 休館", []),
        ("closed 14 to 16 December", []),
        ("12/14 到 12/17 休館", ["12/17"]),
        ("closed from Dec 14 to 17", ["Dec 17"]),
        ("12/17 恢復", []),
    ],
)
def test_a_span_of_days_ends_where_the_answer_ends_it(said: str, wrong: list[str]) -> None:
    assert list(wrong_ends(with_months(said, "", CLOSED), CLOSED)) == wrong


def test_a_word_that_begins_like_a_month_is_none() -> None:
    assert [one.kind for one in scan("8 separate climbs, 14 December")] == ["number", "date"]
