"""Which entries a filter means, and what is counted of them."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from bot.logbook.statistics.settling import grade_of, identity, indoors, is_session
from knowledge.grades import within
from knowledge.text import key

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence
    from datetime import date

    from bot.ascents import Ascent
    from bot.personal import LogFilter
    from knowledge.schema import Grade, Route

_LETTERS = 2


def counted_grade(ascent: Ascent) -> Grade:
    """The grade as it counts: a slash grade at its lower letter, an unlettered one as it is."""
    grade = grade_of(ascent)
    if "/" in grade.raw and grade.lo != grade.hi and grade.lo:
        lower = grade_of(replace(ascent, grade=grade.raw.split("/")[0], own_grade=""))
        if lower.known and lower.lo == grade.lo:
            return replace(lower, raw=grade.raw, uncertain=grade.uncertain)
    return grade


def select(
    ascents: Iterable[Ascent], wanted: LogFilter, route_of: Callable[[str], Route | None]
) -> tuple[Ascent, ...]:
    """The entries that fit, in their order.

    Args:
        ascents: Entries of one log, settled where their results matter.
        wanted: What to keep.
        route_of: The record of a catalogue route by its id.
    """
    return tuple(one for one in ascents if _fits(one, wanted, route_of))


def _fits(ascent: Ascent, wanted: LogFilter, route_of: Callable[[str], Route | None]) -> bool:
    return (
        _in_window(ascent.day, wanted)
        and _as_done(ascent, wanted)
        and _at_grade(ascent, wanted)
        and _there(ascent, wanted, route_of)
        and _of_kind(ascent, wanted, route_of)
        and _named(ascent, wanted)
        and (wanted.without is None or not _fits(ascent, wanted.without, route_of))
    )


def _in_window(day: date | None, wanted: LogFilter) -> bool:
    if not wanted.windowed:
        return True
    if day is None:
        return False
    return (wanted.first is None or wanted.first <= day) and (
        wanted.last is None or day <= wanted.last
    )


def _as_done(ascent: Ascent, wanted: LogFilter) -> bool:
    if wanted.modes and ascent.mode not in wanted.modes:
        return False
    if wanted.results and ascent.result not in wanted.results:
        return False
    if wanted.setting and indoors(ascent) != (wanted.setting == "gym"):
        return False
    return wanted.sent is None or ascent.sent == wanted.sent


def _at_grade(ascent: Ascent, wanted: LogFilter) -> bool:
    return wanted.grade is None or within(counted_grade(ascent), wanted.grade)


def _there(ascent: Ascent, wanted: LogFilter, route_of: Callable[[str], Route | None]) -> bool:
    if not wanted.placed:
        return True
    route = route_of(ascent.route_id) if ascent.route_id else None
    places = {ascent.crag_id, ascent.gym_id}
    if route is not None:
        places |= {route.crag_id, route.area_id, route.sector_id}
    chosen = {*wanted.crag_ids, *wanted.area_ids, *wanted.sector_ids, *wanted.gym_ids}
    return bool((places - {""}) & chosen)


def _of_kind(ascent: Ascent, wanted: LogFilter, route_of: Callable[[str], Route | None]) -> bool:
    if not (wanted.types or wanted.styles):
        return True
    route = route_of(ascent.route_id) if ascent.route_id else None
    if wanted.types == ("boulder",) and ascent.mode == "boulder":
        return not wanted.styles or bool(route and set(route.styles) & set(wanted.styles))
    if route is None:
        return False
    if wanted.types and route.type not in wanted.types:
        return False
    return not wanted.styles or bool(set(route.styles) & set(wanted.styles))


def _named(ascent: Ascent, wanted: LogFilter) -> bool:
    if not (wanted.route_ids or wanted.names):
        return True
    if ascent.route_id and ascent.route_id in wanted.route_ids:
        return True
    own = {key(text) for text in (ascent.route_name, ascent.crag, ascent.gym, ascent.area)} - {""}
    return any(
        folded in name or (len(name) >= _LETTERS and name in folded)
        for folded in map(key, wanted.names)
        if folded
        for name in own
    )


def different(ascents: Sequence[Ascent]) -> int:
    """How many different climbs the entries are about."""
    return len({identity(one, index) for index, one in enumerate(ascents)})


def days_of(ascents: Iterable[Ascent]) -> tuple[date, ...]:
    """The days on which there was climbing, in order."""
    return tuple(sorted({one.day for one in ascents if one.day is not None and is_session(one)}))
