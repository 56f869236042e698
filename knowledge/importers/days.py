"""Days as records write them, brought to ``YYYY``, ``YYYY-MM`` or ``YYYY-MM-DD``."""

from __future__ import annotations

import re
import unicodedata
from datetime import UTC, date, datetime, timedelta, timezone

TAIPEI = timezone(timedelta(hours=8))

_YEAR = r"(1[89]\d\d|20\d\d)"
_SEPARATOR = r"\s*[-/.年]\s*|\s+"
_WHOLE = re.compile(
    rf"{_YEAR}(?:(?:{_SEPARATOR})(\d{{1,2}})(?:\s*[-/.月]\s*(\d{{1,2}})\s*日?)?)?\s*[年月]?"
)
_IN_PROSE = re.compile(
    rf"(?<!\d){_YEAR}(?:\s*[-/.年]\s*(\d{{1,2}})(?!\d)(?:\s*[-/.月]\s*(\d{{1,2}})(?!\d)\s*日?)?|\s*年)"
)
_REPUBLIC = re.compile(r"民國\s*(\d{2,3})\s*(?=[年./-])")


def normalise_day(text: str) -> str | None:
    """The normalised form of a text that is one day, month or year; ``None`` when it is not.

    Known spellings: 2002.03.27, 2012 04/01, 2018/3, 2018年3月, 民國87年5月, 2004-01-01T00:00:00Z.
    """
    tidy = _common_era(unicodedata.normalize("NFKC", text).strip())
    if "T" in tidy:
        day = taipei_day(tidy)
        return day.isoformat() if day else None
    match = _WHOLE.fullmatch(tidy)
    return _joined(match) if match else None


def first_day_in(prose: str) -> str:
    """The first day that a text names, normalised; empty when it names none.

    A bare number is no year: ``Bolt 2014`` counts only as 「2014 年」 or with a month.
    """
    tidy = _common_era(unicodedata.normalize("NFKC", prose))
    for match in _IN_PROSE.finditer(tidy):
        day = _joined(match)
        if day:
            return day
    return ""


def taipei_day(timestamp: str) -> date | None:
    """The day in Taipei of an ISO timestamp or date; ``None`` when it is neither."""
    try:
        moment = datetime.fromisoformat(timestamp.strip().replace("/", "-"))
    except ValueError:
        return None
    if len(timestamp.strip()) <= 10:
        return moment.date()
    aware = moment if moment.tzinfo else moment.replace(tzinfo=UTC)
    try:
        return aware.astimezone(TAIPEI).date()
    except OverflowError:
        return None


def _common_era(text: str) -> str:
    return _REPUBLIC.sub(lambda match: str(int(match[1]) + 1911), text)


def _joined(match: re.Match[str]) -> str | None:
    year, month, day = match[1], match[2], match[3]
    try:
        date(int(year), int(month or 1), int(day or 1))
    except ValueError:
        return None
    return "-".join([year, *(part.zfill(2) for part in (month, day) if part)])
