"""The day that a date in a line means, and whether its weekday is right."""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from bot.verifier.facts import Fact

_DAYS_AHEAD: Final = 400
_WEEKDAY: Final = re.compile(r"\s*[（(]\s*(?:週|星期)?([一二三四五六日天])\s*[）),，]")


def near_day(value: str, today: date) -> date | None:
    """The day of the coming year that a date means; ``None`` for a date that is none."""
    parts = value.lstrip("-").split("-")
    if len(parts) not in {2, 3} or not all(part.isdigit() for part in parts):
        return None
    numbers = [int(part) for part in parts]
    years = [numbers.pop(0)] if len(numbers) == 3 else [today.year, today.year + 1]
    for year in years:
        try:
            day = date(year, numbers[0], numbers[1])
        except ValueError:
            continue
        if timedelta(days=-7) <= day - today <= timedelta(days=_DAYS_AHEAD):
            return day
    return None


def says_wrong_weekday(line: str, fact: Fact, today: date) -> bool:
    """Whether a weekday in brackets behind the date is not its own."""
    said = _WEEKDAY.match(line, fact.end)
    if said is None:
        return False
    days = [near_day(value, today) for value in fact.values]
    index = "一二三四五六日".index(said[1].replace("天", "日"))
    return any(day is not None and day.weekday() != index for day in days)
