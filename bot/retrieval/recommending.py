"""Routes to recommend: open on the day, and like a named one where one is named."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from bot.retrieval.closures import shutting
from bot.retrieval.matching import BY_CATALOGUE, matching
from bot.retrieval.named import meant, suggestions
from bot.retrieval.ranking import pick
from bot.schema import Evidence, Query
from knowledge.filters import GradeRange, RouteFilter

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from knowledge.knowledge_base import KnowledgeBase
    from knowledge.schema import Notice, Route

_RECOMMENDED = 3
_BESIDE = frozenset({"similar", "easier", "harder", "nearby"})
"""Topics of a recommendation that start from a named route."""
_SIMILAR_STEPS = 2.0
_BESIDE_STEPS = (6, 16)
"""Scores below or above a route that are easier or harder and still near; more where none is."""


def recommended(
    query: Query, knowledge: KnowledgeBase, is_open: Callable[[Route], bool]
) -> Evidence:
    """A few routes that fit, none that is closed on the day or named itself."""
    models = meant(query, knowledge) if query.topic in _BESIDE else ()
    if query.topic in _BESIDE and not models:
        return Evidence(suggestions=suggestions(query, knowledge))
    excluded = {route.id for route in models}
    limit = min(query.limit or _RECOMMENDED, _RECOMMENDED)
    candidates: tuple[Route, ...] = ()
    for enough, wanted in _beside(models[0], query, limit) if models else [(0, query.filter)]:
        page = matching(
            query, replace(wanted, recommendable=True), query.order or BY_CATALOGUE, knowledge
        )
        candidates = tuple(
            route for route in page.routes if route.id not in excluded and is_open(route)
        )
        if len(candidates) >= enough:
            break
    return Evidence(
        routes=pick(candidates, query, limit),
        near_misses=(),
        suggestions=suggestions(query, knowledge),
    )


def open_then(
    query: Query, knowledge: KnowledgeBase, today: date, seen: tuple[Notice, ...]
) -> Callable[[Route], bool]:
    """Whether nothing speaks against a route on the days asked about, today without any."""
    days = tuple(day for day in query.days if day >= today) or (today,)
    shut = shutting(seen, days, knowledge)
    return lambda route: not shut(route) and all(route.recommendable_on(day) for day in days)


def _beside(model: Route, query: Query, limit: int) -> list[tuple[int, RouteFilter]]:
    """Filters for routes like a named one, or a step easier or harder, the nearest first.

    Where its own crag has none and the question names no place, other crags count too. Before
    each filter stands how many routes are enough to stop there.
    """
    if query.topic == "nearby":
        return [(1, wanted) for wanted in _around(model, query.filter)]
    here = _like(model, query.filter)
    likes = [here, *([replace(here, crag_ids=())] if not query.filter.crag_ids else [])]
    if query.topic == "similar":
        return [(1, like) for like in likes]
    return [
        (limit if steps == _BESIDE_STEPS[0] else 1, _shifted(model, like, query.topic, steps))
        for like in likes
        for steps in _BESIDE_STEPS
    ]


def _around(model: Route, wanted: RouteFilter) -> list[RouteFilter]:
    """The wall of a route, then its area, then its crag."""
    found = []
    if model.sector_id:
        found.append(replace(wanted, sector_ids=(model.sector_id,), area_ids=(), crag_ids=()))
    if model.area_id:
        found.append(replace(wanted, area_ids=(model.area_id,), sector_ids=(), crag_ids=()))
    return [*found, replace(wanted, crag_ids=(model.crag_id,), area_ids=(), sector_ids=())]


def _shifted(model: Route, wanted: RouteFilter, way: str, steps: int) -> RouteFilter:
    """The steps below or above the grade of a route."""
    grade = model.grade
    if not grade.group or grade.lo_score is None or grade.hi_score is None:
        return wanted
    if way == "easier":
        bounds = (max(0, int(grade.lo_score) - steps), int(grade.lo_score) - 1)
    else:
        bounds = (int(grade.hi_score) + 1, int(grade.hi_score) + steps)
    word = "簡單" if way == "easier" else "難"
    return replace(wanted, grade=GradeRange(grade.group, *bounds, f"比 {grade.raw} {word}"))


def _like(model: Route, wanted: RouteFilter) -> RouteFilter:
    """Routes of the same crag and type that are about as hard."""
    grade = wanted.grade
    if (
        grade is None
        and model.grade.group
        and model.grade.lo_score is not None
        and model.grade.hi_score is not None
    ):
        grade = GradeRange(
            model.grade.group,
            int(model.grade.lo_score - _SIMILAR_STEPS),
            int(model.grade.hi_score + _SIMILAR_STEPS),
            model.grade.raw,
        )
    here = bool(wanted.crag_ids or wanted.area_ids or wanted.sector_ids)
    return replace(
        wanted,
        grade=grade,
        crag_ids=wanted.crag_ids if here else (model.crag_id,),
        types=wanted.types or ((model.type,) if model.type else ()),
    )
