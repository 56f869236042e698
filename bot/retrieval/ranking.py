"""Which of the matching routes win a superlative, and which are worth recommending first. Pure."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.rendering.levels import is_moderate, level_unsaid

if TYPE_CHECKING:
    from bot.schema import Query
    from knowledge.filters import RouteOrderBy
    from knowledge.schema import Route

_BEGINNER_TYPES = {"toprope": 0, "sport": 0, "boulder": 1, "mixed": 2, "trad": 3}
_NO_LEAD = frozenset({"toprope", "boulder"})
"""Types that nobody has to lead."""
_FEW = 6
"""Routes without a bolt that may count as those with the fewest."""
_FIRST_PITCH = frozenset({"", "P1"})
_SPREAD_AREAS = 2
"""At most so many of a recommendation from one area, while other areas still have candidates."""


def measure(route: Route, order: RouteOrderBy) -> float | str | None:
    """What the order ranks by; ``None`` when the route has no record of it."""
    return {
        "grade": route.grade.midpoint,
        "length": route.length_m,
        "bolts": route.bolts,
        "popularity": route.popularity,
        "first_ascent": route.first_ascent_on or None,
    }.get(order.key)


def winners(routes: tuple[Route, ...], order: RouteOrderBy, limit: int | None) -> tuple[Route, ...]:
    """The first of an ordered list: the best with all ties, or the number that was asked for."""
    measured = tuple(route for route in routes if measure(route, order) is not None)
    if order.key == "bolts" and not order.descending:
        # no bolt at all is another kind of route where there are many of them
        bare = sum(not route.bolts for route in measured)
        if bare > _FEW:
            measured = tuple(route for route in measured if route.bolts)
    if limit is not None:
        return measured[:limit]
    best = measure(measured[0], order) if measured else None
    return tuple(route for route in measured if measure(route, order) == best)


def pick(candidates: tuple[Route, ...], query: Query, limit: int) -> tuple[Route, ...]:
    """The routes to recommend, best documented first: certain grade, well protected for beginners.

    The next page (「換一批」) goes on where this one ends.
    """
    fit = [route for route in candidates if _fit(route, query)]
    # who asks for 5.10a where only a second pitch is one is told of that
    fit = [route for route in fit if route.pitch in _FIRST_PITCH] or fit
    # 「5.10a/b」 is a grade too, where nothing has a plain one
    exact = [route for route in fit if route.grade.exact]
    fit = exact or fit
    if query.order is None:
        fit.sort(key=_worth, reverse=True)
        if query.topic == "first_lead":
            # bolts before gear that somebody new would have to place
            fit.sort(key=lambda route: route.type != "sport")
        elif query.topic == "beginner":
            # ropes that somebody else has set up, then bolts, before gear to be placed
            fit.sort(key=lambda route: _BEGINNER_TYPES.get(route.type or "", 2))
        elif query.topic == "cannot_lead":
            fit.sort(key=lambda route: not is_moderate(route))
        fit = _spread(fit)
        if level_unsaid(query):
            # nobody said how hard they climb
            fit.sort(key=lambda route: (not is_moderate(route), route.type in {"trad", "mixed"}))
    start = (query.page - 1) * limit
    return tuple(fit[start : start + limit])


def _fit(route: Route, query: Query) -> bool:
    careful = query.topic in {"beginner", "first_lead", "cannot_lead"}
    if query.topic == "cannot_lead" and route.type not in _NO_LEAD:
        return False
    return (
        route.grade.known
        and not route.grade.uncertain
        and not (careful and route.grade.safety in {"R", "X"})
    )


def _worth(route: Route) -> tuple[int, int, int, int]:
    return (
        -len(route.flags),
        route.popularity or 0,
        bool(route.description) + bool(route.videos),
        bool(route.length_m) + bool(route.bolts),
    )


def _spread(routes: list[Route]) -> list[Route]:
    """Best first, but not all from one area: the surplus of an area goes behind the others."""
    taken: dict[str, int] = {}
    first: list[Route] = []
    later: list[Route] = []
    for route in routes:
        taken[route.area_id] = taken.get(route.area_id, 0) + 1
        (first if taken[route.area_id] <= _SPREAD_AREAS else later).append(route)
    return first + later
