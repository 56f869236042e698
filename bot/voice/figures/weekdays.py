"""Whether a date and the weekday beside it are one day: "Sun 21 Nov 2026" is a Saturday. Pure."""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING, Final

from bot.verifier.facts import MONTHS
from bot.voice.language.plain import plain

if TYPE_CHECKING:
    from collections.abc import Iterator

_HAN: Final = "一二三四五六日"
_ENGLISH: Final = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_MONTH: Final = rf"(?P<month>{'|'.join(MONTHS)})[a-z]*\.?"
_WEEKDAY: Final = rf"\b(?P<weekday>{'|'.join(_ENGLISH)})[a-z]*\.?"
_YEAR: Final = r"(?:,? (?P<year>20\d\d))?"
_DAY: Final = r"(?:週|星期|禮拜)(?P<weekday>[一二三四五六日天])"
_BEHIND: Final = rf" ?(?:[(](?P<bare>[一二三四五六日])[)]|[(]?{_DAY})"
_BEHIND_SLASH: Final = (
    r"(?: ?[(](?P<bare>[一二三四五六日])[)]| (?P<loose>[一二三四五六])(?=[，、,。\s跟和]|$)"
    rf"| ?[(]?{_DAY})"
)
_WRITTEN: Final = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        rf"{_WEEKDAY},? (?P<day>\d{{1,2}})(?:st|nd|rd|th)? {_MONTH}{_YEAR}",
        rf"{_WEEKDAY},? {_MONTH} (?P<day>\d{{1,2}})(?:st|nd|rd|th)?(?!\d){_YEAR}",
        rf"(?:(?P<year>20\d\d)[/-])?(?P<month>\d{{1,2}})[/-](?P<day>\d{{1,2}}){_BEHIND_SLASH}",
        rf"{_DAY} ?[(]?(?:(?P<year>20\d\d)[/-])?(?P<month>\d{{1,2}})[/-](?P<day>\d{{1,2}})(?!\d)",
        rf"(?:(?P<year>20\d\d) ?年 ?)?(?P<month>\d{{1,2}}) ?月 ?(?P<day>\d\d?) ?[日號]?{_BEHIND}",
    )
)


def wrong_weekdays(text: str, rendered: str) -> Iterator[str]:
    """The dates of a text with a weekday that is another day's.

    Args:
        text: What is to be said.
        rendered: The answer that code gave; a date without a year is the one that it has.
    """
    held = {(month, day): weekday for _, month, day, weekday, _ in _dates(rendered)}
    for year, month, day, weekday, surface in _dates(text):
        right = held.get((month, day), _weekday(year, month, day))
        if right is not None and weekday != right:
            yield surface


def _dates(text: str) -> Iterator[tuple[int | None, int, int, int, str]]:
    """Year, month, day, weekday and words of every date that is written with its weekday."""
    for pattern in _WRITTEN:
        for one in pattern.finditer(plain(text)):
            found = one.groupdict()
            name, month = _named(found), found["month"].lower()
            weekday = _ENGLISH.index(name[:3]) if name.isascii() else _HAN.find(name)
            number = int(month) if month.isdigit() else MONTHS.index(month) + 1
            year = int(found["year"]) if found["year"] else None
            # 「星期天」 is found nowhere, which is Sunday
            yield year, number, int(found["day"]), weekday if weekday >= 0 else 6, one[0]


def _named(found: dict[str, str | None]) -> str:
    return next(name for one in ("weekday", "bare", "loose") if (name := found.get(one))).lower()


def _weekday(year: int | None, month: int, day: int) -> int | None:
    """The weekday of a date; ``None`` where it has no year or does not exist."""
    if year is None:
        return None
    try:
        return date(year, month, day).weekday()
    except ValueError:
        return None
