"""Spans of hours beside the days that have them."""

from __future__ import annotations

import pytest

from bot.voice.figures.day_spans import wrong_spans

ZH = """「浮島抱石館」的營業時間：
・週一到週二 14:00-22:30
・週三 10:00-22:30
・週四到週五 14:00-22:30
・週六到週日 10:00-20:00
・國定假日 10:00-18:00
「浮島抱石館」的備註：平日17:00-18:00清潔休息。
・12/31（四） 12:00-01:00（截至 2026-11-15）"""
EN = """Opening hours of “Floating Island Bouldering”:
- Mon to Tue 14:00-22:30
- Wed 10:00-22:30
- Thu to Fri 14:00-22:30
- Sat to Sun 10:00-20:00
- public holidays 10:00-18:00
Notes of “Floating Island Bouldering”: 平日17:00-18:00清潔休息。"""


@pytest.mark.parametrize(
    ("said", "wrong"),
    [
        ("週末（六、日）是 10:00-22:30。", True),
        ("週一 10:00 到 22:30", True),
        ("星期六早上 10 點到晚上 10 點半", True),
        ("假日 17:00-18:00 清潔休息", True),
        ("週末 10:00-20:00，國定假日 10:00-18:00", False),
        ("週三 10:00-22:30，其他平日 14:00-22:30", False),
        ("平日除了週三都是 14:00-22:30", False),
        ("平日 14:00-22:30", False),
        ("12/31（四）12:00-01:00", False),
    ],
)
def test_a_day_keeps_its_span(said: str, wrong: bool) -> None:
    """Both ends of a span are those of one line that has the day."""
    assert bool(list(wrong_spans(said, ZH))) is wrong


@pytest.mark.parametrize(
    ("said", "wrong"),
    [
        ("so 10:00 to 22:30.", True),
        ("so 10:00 to 20:00.", False),
        ("with a cleaning break from 17:00 to 18:00 on weekends.", True),
        ("with a cleaning break from 17:00 to 18:00 on weekdays.", False),
        ("10:00 to 20:00 at weekends and 10:00 to 18:00 on public holidays.", False),
        ("Wednesdays 14:00-22:30.", True),
    ],
)
def test_a_day_named_before_or_behind_counts(said: str, wrong: bool) -> None:
    """The sentence so far may name the day, or the words behind the span."""
    assert bool(list(wrong_spans(said, EN, "Tomorrow is Saturday, "))) is wrong
