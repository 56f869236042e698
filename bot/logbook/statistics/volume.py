"""How much and how regularly: months, weeks, the growth of the hardest grade."""

from __future__ import annotations

from collections import Counter
from datetime import timedelta
from typing import TYPE_CHECKING

from bot.logbook.statistics.maxima import score
from bot.logbook.statistics.selecting import days_of
from bot.logbook.statistics.settling import identity, is_new, is_session, kind_of
from bot.personal import Figure

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence
    from datetime import date

    from bot.ascents import Ascent
    from bot.logbook.statistics.settling import Kind

_WEEK = timedelta(days=7)
MONTH_PARTS = ("完攀", "嘗試", "未註明")
"""What the entries of a month are told apart by; a result that nobody recorded is no failure."""


def by_month(ascents: Sequence[Ascent]) -> tuple[Figure, ...]:
    """Every month from the first to the last with climbing: entries, done, tried, not recorded."""
    sessions = [one for one in ascents if is_session(one) and one.day is not None]
    if not sessions:
        return ()
    counts: dict[str, Counter[tuple[int, int]]] = {name: Counter() for name in MONTH_PARTS}
    for one in sessions:
        part = "完攀" if one.sent else "未註明" if one.result == "unknown" else "嘗試"
        counts[part][_month(one.day)] += 1
    held = {month for found in counts.values() for month in found}
    return tuple(
        Figure(
            f"{year}-{month:02d}",
            sum(found[year, month] for found in counts.values()),
            tuple((name, found[year, month]) for name, found in counts.items()),
        )
        for year, month in _months(min(held), max(held))
    )


def _month(day: date | None) -> tuple[int, int]:
    return (day.year, day.month) if day else (0, 0)


def _months(first: tuple[int, int], last: tuple[int, int]) -> list[tuple[int, int]]:
    start, end = first[0] * 12 + first[1] - 1, last[0] * 12 + last[1] - 1
    return [(index // 12, index % 12 + 1) for index in range(start, end + 1)]


def by_year(ascents: Sequence[Ascent]) -> tuple[Figure, ...]:
    """New ticks a year."""
    counts = Counter(one.day.year for one in ascents if is_new(one) and one.day)
    return tuple(Figure(str(year), counts[year]) for year in sorted(counts))


def by_place(ascents: Iterable[Ascent]) -> tuple[Figure, ...]:
    """Days a place, most first."""
    days: dict[str, set[date]] = {}
    for one in ascents:
        if one.place and one.day and is_session(one):
            days.setdefault(one.place, set()).add(one.day)
    ranked = sorted(days.items(), key=lambda item: (-len(item[1]), item[0]))
    return tuple(Figure(place, len(found)) for place, found in ranked)


def week_of(day: date) -> date:
    """The Monday of its week."""
    return day - timedelta(days=day.weekday())


def longest_streak(ascents: Iterable[Ascent]) -> tuple[int, date | None]:
    """Most weeks in a row with climbing, and the Monday of the first of them."""
    weeks = sorted({week_of(day) for day in days_of(ascents)})
    best, start = 0, None
    length, begun = 0, None
    for at, week in enumerate(weeks):
        follows = at > 0 and week - weeks[at - 1] == _WEEK
        length, begun = (length + 1, begun) if follows else (1, week)
        if length > best:
            best, start = length, begun
    return best, start


def current_streak(ascents: Iterable[Ascent], today: date) -> int:
    """Weeks in a row with climbing up to this week, or up to the last one if this one is young."""
    weeks = {week_of(day) for day in days_of(ascents)}
    week = week_of(today)
    if week not in weeks:
        week -= _WEEK
    length = 0
    while week in weeks:
        length, week = length + 1, week - _WEEK
    return length


def progress(ascents: Sequence[Ascent], kind: Kind) -> tuple[Ascent, ...]:
    """The new ticks that were harder than all before them, in time."""
    steps: list[Ascent] = []
    dated = [one for one in ascents if one.day and is_new(one) and kind_of(one) == kind]
    for one in sorted(dated, key=lambda each: each.day or week_of(each.day)):  # type: ignore[arg-type]
        rank = score(one)
        if rank is not None and (not steps or rank > (score(steps[-1]) or (0, 0.0))):
            steps.append(one)
    return tuple(steps)


def by_style(
    ascents: Iterable[Ascent], styles_of: Callable[[Ascent], Iterable[str]]
) -> tuple[Figure, ...]:
    """Different climbs of every style, most first, with how many of them were done.

    Args:
        ascents: Settled entries.
        styles_of: The styles of an entry by what the catalogue records of its climb.
    """
    touched: dict[str, set[tuple[str, ...]]] = {}
    done: dict[str, set[tuple[str, ...]]] = {}
    for at, one in enumerate(ascents):
        if not is_session(one):
            continue
        for style in styles_of(one):
            touched.setdefault(style, set()).add(identity(one, at))
            if one.sent:
                done.setdefault(style, set()).add(identity(one, at))
    ranked = sorted(touched.items(), key=lambda item: (-len(item[1]), item[0]))
    return tuple(
        Figure(style, len(found), (("完攀", len(done.get(style, ()))),)) for style, found in ranked
    )
