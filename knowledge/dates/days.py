"""Single days: their names, how they are written, and which opening hours hold on them."""

from __future__ import annotations

from datetime import date, timedelta

from knowledge.dates.public_holidays import is_holiday
from knowledge.schema import WEEKDAYS

_HAN_WEEKDAYS = "一二三四五六日"
WEEKDAY_NAMES = {day: f"星期{han}" for day, han in zip(WEEKDAYS, _HAN_WEEKDAYS, strict=True)}
"""Days of the week as people call them: ``monday`` is 「星期一」."""
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_SATURDAY = 5


def is_weekend(day: date) -> bool:
    """Whether the day is a Saturday or a Sunday."""
    return day.weekday() >= _SATURDAY


def hours_key(day: date) -> str:
    """Which opening hours hold: ``holiday`` on days off of the calendar, else the weekday."""
    return "holiday" if is_holiday(day) else WEEKDAYS[day.weekday()]


def weekday_name(day: date, language: str = "zh") -> str:
    """``星期六`` or ``Saturday``."""
    weekday = WEEKDAYS[day.weekday()]
    return weekday.capitalize() if language == "en" else WEEKDAY_NAMES[weekday]


def format_day(day: date, language: str = "zh", today: date | None = None) -> str:
    """The day as we write it: ``11/21（六）``, ``Sat 21 Nov 2026``.

    Args:
        day: The day.
        language: ``zh`` or ``en``.
        today: When given, a Chinese day of another year carries its year: ``2027/1/1（五）``.
    """
    if language == "en":
        name = weekday_name(day, "en")[:3]
        return f"{name} {day.day} {_MONTHS[day.month - 1]} {day.year}"
    year = f"{day.year}/" if today is not None and today.year != day.year else ""
    return f"{year}{day.month}/{day.day}（{_HAN_WEEKDAYS[day.weekday()]}）"


def add_months(day: date, months: int) -> date:
    """The same day some months later (or earlier), or the last day of a shorter month."""
    index = day.year * 12 + day.month - 1 + months
    year, month = divmod(index, 12)
    return date(year, month + 1, min(day.day, _days_in(year, month + 1)))


def month_span(year: int, month: int) -> tuple[date, date]:
    """First and last day of a month."""
    return date(year, month, 1), date(year, month, _days_in(year, month))


def part_of_month(span: tuple[date, date], part: str) -> tuple[date, date]:
    """The ten days of a month that 初, 中 or 底 mean; all of it without such a word."""
    first, last = span
    if part in ("初", "上旬"):
        return first, first.replace(day=10)
    if part in ("中", "中旬"):
        return first.replace(day=11), first.replace(day=20)
    if part in ("底", "下旬", "末"):
        return first.replace(day=21), last
    return span


def week_span(day: date) -> tuple[date, date]:
    """Monday and Sunday of the day's week."""
    monday = day - timedelta(days=day.weekday())
    return monday, monday + timedelta(days=6)


def _days_in(year: int, month: int) -> int:
    following = date(year + month // 12, month % 12 + 1, 1)
    return (following - timedelta(days=1)).day
