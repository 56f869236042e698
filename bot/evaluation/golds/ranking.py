"""Golds about the first of a set by a measure, drawn only where ties leave no doubt."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from bot.evaluation.drawing import Drawn
from bot.evaluation.expectation import Expectation, Ids
from bot.evaluation.golds.sets import select
from bot.evaluation.values import plain

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from bot.evaluation.drawing import Draw, Gold
    from bot.evaluation.golds.sets import Selection
    from knowledge.schema import Route


def superlative(draw: Draw) -> Drawn | None:
    """The first by a measure, where measure and ties leave no doubt."""
    selection = select(draw, (2, 10_000))
    measure, descending = _MEASURES[draw.arg("by")]
    limit = int(draw.template.args.get("limit", 0)) or draw.rng.randint(2, 4) if _many(draw) else 1
    if selection is None or not selection.exact or _mixes_groups(selection, draw.arg("by")):
        return None
    winners = _first(selection.may, measure, descending=descending, limit=limit)
    if winners is not None and measure is _day and _may_win(selection.may, winners, descending):
        return None
    doubted = [route for route in selection.may if not route.grade.uncertain]
    again = _first(selection.may, _lower_end, descending=descending, limit=limit)
    if winners is None or (measure is _middle and again != winners):
        return None
    if (
        measure is _middle
        and _first(doubted, measure, descending=descending, limit=limit) != winners
    ):
        return None
    ids = frozenset(route.id for route in winners)
    return Drawn(
        {**selection.slots, "n": plain(limit)},
        Expectation(
            (tuple(name for route in winners for name in _names(route)),),
            routes=Ids(least=ids if limit > 1 else frozenset(), most=ids, first=ids),
            records=ids,
        ),
        subjects=selection.subjects,
    )


def _many(draw: Draw) -> bool:
    return "n" in draw.slots or int(draw.template.args.get("limit", 1)) > 1


def _mixes_groups(selection: Selection, by: str) -> bool:
    groups = {route.grade.group for route in selection.may if route.grade.known}
    return by in {"hardest", "easiest"} and len(groups) > 1


def _middle(route: Route) -> float | None:
    return route.grade.midpoint


def _lower_end(route: Route) -> float | None:
    return route.grade.lo_score


def _day(route: Route) -> float | None:
    digits = re.fullmatch(r"(\d{4})(?:-(\d\d))?(?:-(\d\d))?", route.first_ascent_on)
    if digits is None or not digits[3]:
        return None
    return int("".join(digits.groups()))


def _may_win(routes: Iterable[Route], winners: Iterable[Route], descending: bool) -> bool:
    """Whether a route of which only the year is known, 「1990-夏」, may come before a winner."""
    years = [winner.first_ascent_on[:4] for winner in winners]
    rough = (route.first_ascent_on for route in routes if _day(route) is None)
    told = [day[:4] for day in rough if re.match(r"\d{4}", day)]
    return any(year >= min(years) if descending else year <= max(years) for year in told)


_MEASURES: Final[dict[str, tuple[Callable[[Route], float | None], bool]]] = {
    "hardest": (_middle, True),
    "easiest": (_middle, False),
    "longest": (lambda route: route.length_m, True),
    "shortest": (lambda route: route.length_m, False),
    "most_bolts": (lambda route: route.bolts, True),
    "fewest_bolts": (lambda route: route.bolts, False),
    "most_popular": (lambda route: route.popularity, True),
    "earliest": (_day, False),
    "latest": (_day, True),
}


def _first(
    routes: Iterable[Route],
    measure: Callable[[Route], float | None],
    *,
    descending: bool,
    limit: int,
) -> tuple[Route, ...] | None:
    """The first ``limit`` routes (one place may be tied); ``None`` when ties make it unclear."""
    valued = [(value, route) for route in routes if (value := measure(route)) is not None]
    valued.sort(key=lambda pair: (-pair[0] if descending else pair[0], pair[1].id))
    if len(valued) <= limit:
        return None
    edge = valued[limit - 1][0]
    chosen = [route for value, route in valued if (value >= edge if descending else value <= edge)]
    if (limit == 1 and len(chosen) > 6) or (limit > 1 and len(chosen) != limit):
        return None
    return tuple(chosen)


def _names(route: Route) -> tuple[str, ...]:
    return tuple(name for name in (route.name, route.name_en) if name)


GOLDS: Final[dict[str, Gold]] = {"superlative": superlative}
