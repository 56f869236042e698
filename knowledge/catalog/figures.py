"""Small readings that both the writer and the questions need: labels, seasons, minutes."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from knowledge.text import key

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from knowledge.schema import Grade, Gym

UNGRADED = "未定級"
"""Bucket of the routes without a usable grade."""
UNLETTERED = "（未細分）"
"""Follows the number of a YDS grade whose letter nobody gave."""

DAY_MINUTES = 24 * 60
EARLY_MINUTES = 6 * 60
"""Before this, a closing time belongs to the evening before."""

_LETTER = re.compile(r"1\d\s*[a-d](?![a-z])", re.IGNORECASE)
_SEASONS = {
    "spring": ("春", "春季", "春天", "spring"),
    "summer": ("夏", "夏季", "夏天", "summer"),
    "autumn": ("秋", "秋季", "秋天", "autumn", "fall"),
    "winter": ("冬", "冬季", "冬天", "winter"),
}
_SEASON_OF = {key(word): season for season, words in _SEASONS.items() for word in words}
_ALL_YEAR = frozenset(
    key(word) for word in ("全年", "四季", "一年四季", "all year", "year-round", "all")
)


def grade_label(grade: Grade) -> str:
    """The bucket of a grade: its lower step; without a letter its number (``5.10（未細分）``)."""
    if not grade.known:
        return UNGRADED
    if grade.system == "yds" and grade.lo != grade.hi and not _LETTER.search(grade.raw):
        return f"{grade.lo.rstrip('abcd')}{UNLETTERED}"
    return grade.lo.upper() if grade.system == "font" else grade.lo


def season_keys(seasons: Iterable[str]) -> list[str]:
    """The seasons in one spelling; what is none of the four keeps its key."""
    keys: list[str] = []
    for season in seasons:
        folded = key(season)
        keys += list(_SEASONS) if folded in _ALL_YEAR else [_SEASON_OF.get(folded, folded)]
    return list(dict.fromkeys(keys))


def minutes(clock: str) -> int | None:
    """Minutes from midnight of ``HH:MM``; ``None`` when it is no time."""
    match = re.fullmatch(r"(\d{1,2}):(\d{2})", clock)
    return int(match[1]) * 60 + int(match[2]) if match else None


def hours_rows(gyms: Iterable[Gym]) -> Iterator[dict[str, Any]]:
    """One row per span without its breaks; past midnight it closes after minute 1440 of its day."""
    for gym in gyms:
        for day, spans in gym.hours.items():
            breaks = [whole for each in gym.breaks.get(day, ()) if (whole := _whole(each))]
            for span in spans:
                whole = _whole(span)
                for opens, closes in _without(whole, breaks) if whole else ():
                    yield {"gym_id": gym.id, "day": day, "opens": opens, "closes": closes}


def _whole(span: tuple[str, str]) -> tuple[int, int] | None:
    """A span in minutes; ``None`` when it holds no times."""
    opens, closes = minutes(span[0]), minutes(span[1])
    if opens is None or closes is None:
        return None
    return opens, closes + DAY_MINUTES if closes <= opens else closes


def _without(span: tuple[int, int], breaks: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    """What breaks leave of a span."""
    left = [span]
    for start, end in breaks:
        cut = [((opens, min(closes, start)), (max(opens, end), closes)) for opens, closes in left]
        left = [part for pair in cut for part in pair if part[0] < part[1]]
    return left


def price_rows(gyms: Iterable[Gym]) -> Iterator[dict[str, Any]]:
    """One row per price."""
    for gym in gyms:
        for name, price in gym.prices.items():
            yield {"gym_id": gym.id, "price_key": name, "price": price}
