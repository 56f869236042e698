"""Spans of days that a log is asked for: quarters, halves, seasons, months to months."""

from __future__ import annotations

from datetime import date

import pytest

from bot.understanding.personal.days import windows
from knowledge.dates import find_dates

FRIDAY = date(2026, 11, 20)


def _days(text: str) -> list[tuple[str, str]]:
    found = windows(text, find_dates(text, FRIDAY), FRIDAY)
    return [(one.first.isoformat(), one.last.isoformat()) for one in found]


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("今年以來完攀幾條", "2026-01-01", "2026-11-20"),
        ("年初到現在", "2026-01-01", "2026-11-20"),
        ("前一年", "2025-01-01", "2025-12-31"),
        ("上半年", "2026-01-01", "2026-06-30"),
        ("去年下半年", "2025-07-01", "2025-12-31"),
        ("第三季", "2026-07-01", "2026-09-30"),
        ("去年 Q4", "2025-10-01", "2025-12-31"),
        ("上一季", "2026-07-01", "2026-09-30"),
        ("1到3月", "2026-01-01", "2026-03-31"),
        ("三到五月爬了幾天", "2026-03-01", "2026-05-31"),
        ("這個夏天", "2026-06-01", "2026-08-31"),
        ("去年底", "2025-11-01", "2025-12-31"),
        ("前兩個禮拜", "2026-11-07", "2026-11-20"),
        ("3號", "2026-11-03", "2026-11-03"),
        ("25號", "2026-10-25", "2026-10-25"),
        ("11月3號", "2026-11-03", "2026-11-03"),
        ("in July last year", "2025-07-01", "2025-07-31"),
        ("from March to May", "2026-03-01", "2026-05-31"),
        ("first half of the year", "2026-01-01", "2026-06-30"),
        ("year to date", "2026-01-01", "2026-11-20"),
        ("the year before last", "2024-01-01", "2024-12-31"),
        ("今天iClimb V4", "2026-11-20", "2026-11-20"),
    ],
)
def test_a_span_means_these_days(text: str, first: str, last: str) -> None:
    assert _days(text) == [(first, last)]


@pytest.mark.parametrize("text", ["二號線", "第三條", "季節", "0到13月", "3號牆", ""])
def test_no_span_is_seen_where_none_is_said(text: str) -> None:
    assert _days(text) == []
