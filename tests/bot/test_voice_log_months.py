"""What is said of the months of a log: which is first, and how much of each was sent."""

from __future__ import annotations

import pytest

from bot.voice.figures.busiest import not_busiest
from bot.voice.figures.own_labels import mislabelled

ENGLISH = """this year (2026-01-01 to 2026-11-20), entries a month (8 in all):
2026-02: 1 entries (1 sent, 0 tried)
2026-06: 2 entries (1 sent, 1 tried)
2026-08: 5 entries (2 sent, 3 tried)"""
CHINESE = """今年（2026-01-01 到 2026-11-20）每月的筆數（共 8 筆）：
2026-02：1 筆（完攀 1、嘗試 0）
2026-06：2 筆（完攀 1、嘗試 1）
2026-08：5 筆（完攀 2、嘗試 3）"""


@pytest.mark.parametrize(
    ("said", "rendered", "wrong"),
    [
        ("8 entries, with June your busiest month", ENGLISH, True),
        ("The busiest month was February.", ENGLISH, True),
        ("Most in June with five.", ENGLISH, True),
        ("最多的是六月", CHINESE, True),
        ("六月完攀最多", CHINESE, True),
        ("最少的是六月", CHINESE, True),
        ("August was the busiest with 5 entries, 2 of them sent.", ENGLISH, False),
        ("June had three.", ENGLISH, True),
        ("February was empty.", ENGLISH, True),
        ("You skipped August.", ENGLISH, True),
        ("六月沒爬", CHINESE, True),
        ("June had two.", ENGLISH, False),
        ("August is busiest, June next.", ENGLISH, False),
        ("八月最多，五筆；再來六月兩筆", CHINESE, False),
        ("最少的是二月，一筆", CHINESE, False),
    ],
)
def test_the_busiest_month_has_the_most_entries(said: str, rendered: str, wrong: bool) -> None:
    """By the lines of the answer."""
    assert bool(list(not_busiest(said, rendered))) is wrong


@pytest.mark.parametrize(
    ("said", "rendered", "wrong"),
    [
        ("Jun had 2 entries (both sent), Aug 5.", ENGLISH, True),
        ("June: both of them tried", ENGLISH, True),
        ("In August none were sent.", ENGLISH, True),
        ("六月兩筆都完攀", CHINESE, True),
        ("六月兩筆都沒送", CHINESE, True),
        ("Feb had one, sent; June 2 (1 sent, 1 tried).", ENGLISH, False),
        ("June had one tried, the rest were all sent.", ENGLISH, False),
        ("二月一筆，完攀", CHINESE, False),
    ],
)
def test_all_of_a_month_is_sent_only_where_all_is(said: str, rendered: str, wrong: bool) -> None:
    """Nor is all of it tried where some of it was sent."""
    assert bool(list(mislabelled(said, rendered))) is wrong


YEARS = """今年（2026-01-01 到 2026-11-20）：完攀 4 條、6 天、7 筆紀錄。
去年（2025-01-01 到 2025-12-31）：完攀 2 條、3 天、3 筆紀錄。"""


@pytest.mark.parametrize(
    ("said", "wrong"),
    [
        ("今年 6 天、7 筆紀錄，去年只有 3 天", False),
        ("今年爬了六天", False),
        ("今年第一（6 天）", False),
        ("今年爬了 3 天", True),
        ("去年 6 天", True),
    ],
)
def test_days_are_compared_with_days(said: str, wrong: bool) -> None:
    """A line may count climbs, days and entries."""
    assert bool(list(mislabelled(said, YEARS))) is wrong
