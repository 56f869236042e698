"""Prices by part of the day, decimals and what they count, days by their dates, breaks."""

from __future__ import annotations

import pytest

from bot.voice.figures.counted_units import other_units
from bot.voice.figures.day_parts import exchanged_prices
from bot.voice.figures.day_spans import without_break, wrong_spans
from bot.voice.figures.own_labels import mislabelled

NOTE = "「浪花館」的票價備註：平日下午$300、平日晚上$350；學生另有優惠"
WEEKEND = """「浪花館」明天 11/21（六）開 10:00-21:00。
「浪花館」後天 11/22（日）開 10:00-18:00。"""
BREAK = "「浪花館」11/20（五）開 14:00-17:00、18:00-22:30。"
YEARS = """今年（2026-01-01 到 2026-11-20）：完攀 7 條、7 天、7 筆紀錄。
去年（2025-01-01 到 2025-12-31）：完攀 1 條、1 天、1 筆紀錄。
完攀多 6 條。"""


@pytest.mark.parametrize(
    ("said", "wrong"),
    [
        ("平日下午 350、晚上 300", True),
        ("晚上只要 300 元", True),
        ("下午 300、晚上 350", False),
        ("平日 300 起，晚上貴一點", False),
        ("下午 2 點後 300", False),
    ],
)
def test_a_price_stays_with_its_part_of_the_day(said: str, wrong: bool) -> None:
    assert bool(list(exchanged_prices(said, NOTE))) is wrong


@pytest.mark.parametrize(
    ("said", "wrong"),
    [
        ("週六 11/21 是 10:00-21:00，週日 11/22 是 10:00-21:00。", True),
        ("明天 10:00-18:00。", True),
        ("11/22 開 10:00-21:00。", True),
        ("11 月 22 日開 10:00-18:00。", False),
        ("週六 10:00-21:00、週日 10:00-18:00。", False),
        ("明天 10:00-21:00，後天 10:00-18:00。", False),
    ],
)
def test_hours_stay_with_their_date(said: str, wrong: bool) -> None:
    assert bool(list(wrong_spans(said, WEEKEND))) is wrong


@pytest.mark.parametrize(
    ("said", "wrong"),
    [
        ("從 14:00 一路開到 22:30。", True),
        ("it's open straight through from 14:00.", True),
        ("中午不休息。", True),
        ("14:00 開到 17:00，18:00 再開到 22:30。", False),
        ("不是全天開。", False),
    ],
)
def test_a_break_is_a_break(said: str, wrong: bool) -> None:
    assert bool(list(without_break(said, BREAK))) is wrong
    assert not list(without_break(said, "「浪花館」11/20（五）開 14:00-22:30。"))


@pytest.mark.parametrize(
    ("said", "wrong"),
    [
        ("平均 1.8 天完攀一條", True),
        ("1.8 days a send", True),
        ("平均 1.8 把", False),
        ("平均 1.8 次就送", False),
        ("平均 2.5 天", False),
    ],
)
def test_a_decimal_keeps_what_it_counts(said: str, wrong: bool) -> None:
    """Decimals that nothing gives are told elsewhere."""
    assert bool(list(other_units(said, "戶外：完攀一條平均 1.8 把（8 條）。"))) is wrong


@pytest.mark.parametrize(
    ("said", "wrong"),
    [
        ("去年完攀 7 條、今年 1 條", True),
        ("今年 1 條", True),
        ("今年完攀 7 條，去年 1 條", False),
        ("今年比去年多 6 條", False),
    ],
)
def test_a_year_keeps_its_sends(said: str, wrong: bool) -> None:
    assert bool(list(mislabelled(said, YEARS))) is wrong


@pytest.mark.parametrize(
    ("said", "wrong"),
    [
        ("19 sends in all", True),
        ("19 條", True),
        ("試了 19 次", False),
        ("19 tries", False),
        ("10 天", True),
        ("2026 年", False),
    ],
)
def test_so_does_a_number_that_stands_nowhere_alone(said: str, wrong: bool) -> None:
    assert bool(list(other_units(said, "全部紀錄：共 19 把（10 筆）。資料 2026-02-20。"))) is wrong
