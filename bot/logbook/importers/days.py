"""Days in other people's files: read when they are certain, never completed, never shifted.

A stamp at midnight or noon UTC is a date in disguise (theCrag, 8a.nu), so the day is taken as it
is written. Only KAYA writes instants; those are moved to Taipei before the day is taken.
"""

from __future__ import annotations

import re
from datetime import date, datetime, timedelta, timezone
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from collections.abc import Iterable

Slashes = Literal["month first", "day first", "month first, as a rule", "unknown"]
"""What ``3/4/2024`` means in one file: told by its own dates such as ``3/23/2024``."""

TAIPEI = timezone(timedelta(hours=8))
"""Taiwan has had no summer time since 1979."""

_ISO = re.compile(r"(\d{4})([-/.])(\d{1,2})\2(\d{1,2})(?:[T\s].*)?", re.DOTALL)
_SLASHED = re.compile(r"(\d{1,2})/(\d{1,2})/(\d{4})(?:\s.*)?", re.DOTALL)
_NAMED = re.compile(r"(\d{1,2})[/\-\s]([A-Za-z]{3})[a-z]*[/\-\s](\d{4}|\d{2})")
_PARTIAL = re.compile(
    r"\?+[/\-\s](?:\?+|[A-Za-z]{3,9}|\d{1,2})?[/\-\s]?\d{2,4}|[A-Za-z]{3,9}[/\-\s]\d{2,4}"
    r"|\d{4}(?:[-/]\d{1,2})?(?:[-/](?:0{1,2}|\?+))?|\?+"
)
_SCRIPT = re.compile(
    r"(?:[A-Z][a-z]{2}\s)?([A-Z][a-z]{2})\s(\d{1,2})\s(\d{4})\s(\d{1,2}):(\d{2})(?::(\d{2}))?"
    r"\s(?:GMT|UTC)?([+-])(\d{2}):?(\d{2})\b.*",
    re.DOTALL,
)
_MONTHS = {
    name: number
    for number, name in enumerate(
        ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"],
        start=1,
    )
}
_PIVOT = 70
"""Two-figure years from here on belong to the last century (POSIX)."""


class UncertainDayError(Exception):
    """A date that stands for no certain day."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


def slashes_of(cells: Iterable[str], *, american: bool = False) -> Slashes:
    """Which comes first in a file's slashed dates, as far as the file itself tells.

    Args:
        cells: The dates of the file.
        american: Whether the source is known to become ``3/23/2024`` in Excel; then that is how
            dates are read when none of them tells, and none is padded with zeros.
    """
    pairs = [(match[1], match[2]) for cell in cells if (match := _SLASHED.fullmatch(cell.strip()))]
    month_first = any(int(second) > 12 >= int(first) for first, second in pairs)
    day_first = any(int(first) > 12 >= int(second) for first, second in pairs)
    if month_first != day_first:
        return "month first" if month_first else "day first"
    padded = any(part.startswith("0") for pair in pairs for part in pair)
    undecided = american and not (month_first or padded)
    return "month first, as a rule" if undecided else "unknown"


def written_day(cell: str, slashes: Slashes = "unknown") -> tuple[date | None, str]:
    """The day that a cell names, and a notice when it names none but is no mistake either.

    Raises:
        UncertainDayError: When it is no date, a day that does not exist, or may mean two days.
    """
    text = cell.strip()
    if not text:
        return None, "沒有日期，匯入成不註明日期"
    if _PARTIAL.fullmatch(text):
        return None, f"日期「{text}」不完整，匯入成不註明日期"
    if match := _ISO.fullmatch(text):
        return _day(text, int(match[1]), int(match[3]), int(match[4])), ""
    if match := _NAMED.fullmatch(text):
        month = _MONTHS.get(match[2].lower(), 0)
        return _day(text, _year(match[3]), month, int(match[1])), ""
    if match := _SLASHED.fullmatch(text):
        day = _slashed(text, int(match[1]), int(match[2]), int(match[3]), slashes)
        as_a_rule = slashes == "month first, as a rule" and match[1] != match[2]
        return day, "日期照美式的「月/日/年」讀" if as_a_rule else ""
    raise UncertainDayError(f"看不懂日期「{text[:40]}」")


def exact_day(text: str) -> date:
    """The day of ``YYYY-MM-DD`` and of nothing else.

    Raises:
        UncertainDayError: When it is anything else.
    """
    if not re.fullmatch(r"\d{4}-\d{2}-\d{2}", text, re.ASCII):
        raise UncertainDayError(f"日期「{text[:40]}」要寫成 2026-11-20 這樣")
    return _day(text, int(text[:4]), int(text[5:7]), int(text[8:]))


def script_day(cell: str) -> date:
    """The Taipei day of an instant as JavaScript prints it, offset included.

    Raises:
        UncertainDayError: When it is none.
    """
    text = cell.strip()
    match = _SCRIPT.fullmatch(text)
    if match is None:
        raise UncertainDayError(f"看不懂日期「{text[:40]}」" if text else "沒有日期")
    month = _MONTHS.get(match[1].lower(), 0)
    offset = timedelta(hours=int(match[8]), minutes=int(match[9]))
    try:
        zone = timezone(-offset if match[7] == "-" else offset)
        moment = datetime(
            int(match[3]), month, int(match[2]), int(match[4]), int(match[5]), tzinfo=zone
        )
        return moment.astimezone(TAIPEI).date()
    except (ValueError, OverflowError) as error:
        raise UncertainDayError(f"沒有「{text[:40]}」這個時間") from error


def _slashed(text: str, first: int, second: int, year: int, slashes: Slashes) -> date:
    if first == second or slashes.startswith("month first"):
        return _day(text, year, first, second)
    if slashes == "day first":
        return _day(text, year, second, first)
    if first > 12 >= second:
        return _day(text, year, second, first)
    if second > 12 >= first:
        return _day(text, year, first, second)
    raise UncertainDayError(f"日期「{text}」分不出幾月幾日，請改成 2026-11-20 這樣")


def _year(digits: str) -> int:
    if len(digits) == 4:
        return int(digits)
    return int(digits) + (1900 if int(digits) >= _PIVOT else 2000)


def _day(text: str, year: int, month: int, day: int) -> date:
    try:
        return date(year, month, day)
    except ValueError as error:
        raise UncertainDayError(f"沒有「{text[:40]}」這一天") from error
