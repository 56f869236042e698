"""簡單一點的, 只要長一點的, 換別區: the set of the turn before, moved away from what was shown.

Relative words are relative to what was seen: easier is below the easiest route of a
recommendation, longer is longer than its longest; of a long list it is the other half. The moved
bound is a condition like any other, so the answer says what was done.
"""

from __future__ import annotations

from dataclasses import fields, replace
from statistics import median
from typing import TYPE_CHECKING, Any, Literal

from bot.understanding import words
from bot.understanding.followup.overlay import overlay
from bot.understanding.followup.turn import SET_INTENTS
from knowledge.filters import GradeRange, RouteFilter, RouteOrderBy

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.schema import Intent, Query
    from bot.understanding.followup.turn import Turn
    from knowledge.schema import Grade, Route

_STEP = 10
"""Scores: about one whole number of the YDS."""
_LONGEST = 30
"""Characters of a key: longer messages ask something of their own."""
_ABOVE = 0.01
"""Added to a bound that is itself excluded."""
_FEW: frozenset[Intent] = frozenset({"recommend", "superlative"})
"""Answers that showed a few routes and not all of a set."""
_ONE: frozenset[Intent] = frozenset({"fact"})


def refined(turn: Turn) -> Query | None:
    """The routes of the turn before under the wish that is said now; ``None`` without a wish."""
    query, before = turn.query, turn.before
    named = turn.reading.of_kind("route", "gym", "crag", "area", "sector") or query.unknown
    if named or len(turn.reading.plain) > _LONGEST or query.intent in {"compare", "safety"}:
        return None
    wishes = words.find("refinements", turn.reading.folded, turn.reading.lower)
    if before.intent in _ONE:
        return _beside_one(turn, wishes)
    denied = query.excluding != RouteFilter()
    of_set = before.intent in SET_INTENTS and before.group_by is None
    if not of_set or not (wishes or denied) or turn.conditions.order is not None:
        return None
    if "nearer" in wishes:
        return replace(query, intent="clarify", topic="near")
    return _changed(wishes, turn)


def _changed(wishes: Sequence[str], turn: Turn) -> Query | None:
    """The set of the turn before under the wishes; ``None`` when they change nothing."""
    query, before = turn.query, turn.before
    changed = replace(
        before,
        filter=_narrowed(turn),
        excluding=_both(before.excluding, query.excluding),
        intent="list" if before.intent == "superlative" else before.intent,
        order=None,
        page=1,
        claims=(),
        unknown=(),
    )
    changed = _without_denied(changed, query.excluding)
    for wish in wishes:
        changed = _wished(wish, changed, turn)
    denied = query.excluding != RouteFilter()
    return None if changed == replace(before, page=1) and not denied else changed


def _beside_one(turn: Turn, wishes: Sequence[str]) -> Query | None:
    """「有沒有簡單一點的」 after one route: others that are easier than that one."""
    routes = turn.context.last_routes
    for way in ("easier", "harder"):
        if way in wishes and len(routes) == 1 and not turn.query.grades:
            return replace(
                turn.query,
                intent="recommend",
                topic=way,
                routes=routes,
                filter=replace(turn.query.filter, grade=None),
                grade_ranges=(),
                fields=(),
            )
    return None


def _narrowed(turn: Turn) -> RouteFilter:
    """The filter of the turn before with what is said outright beside the wish."""
    own = turn.query.filter
    if not turn.reading.grades:
        own = replace(own, grade=None)
    return overlay(turn.before.filter, own)


def _without_denied(query: Query, unwanted: RouteFilter) -> Query:
    """What is ruled out now is no longer asked for."""
    wanted = query.filter
    types = tuple(kind for kind in wanted.types if kind not in unwanted.types)
    styles = tuple(style for style in wanted.styles if style not in unwanted.styles)
    return replace(query, filter=replace(wanted, types=types, styles=styles))


def _wished(wish: str, query: Query, turn: Turn) -> Query:
    if wish in {"easier", "harder"}:
        return query if turn.query.grades else _moved(wish, query, turn)
    if wish in {"longer", "shorter", "more_bolts", "fewer_bolts"}:
        # "longer than 15 m" says itself how long
        said = turn.conditions.length if wish in {"longer", "shorter"} else turn.conditions.bolts
        return query if said else _sized(wish, query, turn)
    if wish in {"popular", "quieter"}:
        return replace(query, order=RouteOrderBy("popularity", descending=wish == "popular"))
    return _elsewhere(wish, query, turn)


def _seen(turn: Turn) -> tuple[Route, ...]:
    """The routes that were recommended, or all of those that were listed."""
    evidence = turn.context.evidence
    if evidence is None:
        return ()
    if turn.before.intent not in _FEW:
        return evidence.routes
    return tuple(route for route in evidence.routes if route.id in turn.context.route_ids)


def _moved(way: str, query: Query, turn: Turn) -> Query:
    """Below the easiest that was seen, or above the hardest."""
    asked = query.filter.grade
    grades = [route.grade for route in _seen(turn) if route.grade.known]
    if asked is not None and turn.before.intent not in _FEW:
        closed = asked.lo if way == "easier" else asked.hi
        if closed is not None:
            return _within(query, _beyond(way, asked.group, closed, asked.text))
    if asked is None and turn.before.intent not in _FEW:
        return query
    mine = [grade for grade in grades if grade.group == grades[0].group]
    if not mine:
        return query
    end = min(mine, key=_low) if way == "easier" else max(mine, key=_high)
    bound = _low(end) if way == "easier" else _high(end)
    return _within(query, _beyond(way, end.group or "free", bound, end.raw))


def _low(grade: Grade) -> int:
    return grade.lo_score or 0


def _high(grade: Grade) -> int:
    return grade.hi_score or 0


def _beyond(way: str, group: Literal["free", "boulder"], bound: int, text: str) -> GradeRange:
    core = text.removeprefix("約 ")
    if way == "easier":
        return GradeRange(group, max(0, bound - _STEP), max(0, bound - 1), f"比 {core} 簡單")
    return GradeRange(group, bound + 1, bound + _STEP, f"比 {core} 難")


def _within(query: Query, grade: GradeRange) -> Query:
    return replace(query, filter=replace(query.filter, grade=grade), grade_ranges=(), grades=())


def _sized(wish: str, query: Query, turn: Turn) -> Query:
    """Longer than the longest that was recommended; of a list, the longer half."""
    long = wish in {"longer", "shorter"}
    more = wish in {"longer", "more_bolts"}
    told = [route.length_m if long else route.bolts for route in _seen(turn)]
    values = sorted(float(value) for value in told if value)
    if not values:
        order = RouteOrderBy("length" if long else "bolts", descending=more)
        return replace(query, order=order)
    extreme = values[-1] if more else values[0]
    edge = extreme if turn.before.intent in _FEW else float(median(values))
    wanted = query.filter
    if long and more:
        wanted = replace(wanted, length_min=edge + _ABOVE)
    elif long:
        wanted = replace(wanted, length_max=edge - _ABOVE)
    elif more:
        wanted = replace(wanted, bolts_min=int(edge) + 1)
    else:
        wanted = replace(wanted, bolts_max=max(1, int(edge) - 1), bolts_min=1)
    return replace(query, filter=wanted)


def _elsewhere(wish: str, query: Query, turn: Turn) -> Query:
    """Another area of the crag, or another crag, than those that were seen."""
    seen, wanted = _seen(turn), query.filter
    crags = (*wanted.crag_ids, *(_crag_of(each) for each in (*wanted.area_ids, *wanted.sector_ids)))
    if wish == "another_crag":
        left = crags or tuple(route.crag_id for route in seen)
        out = replace(query.excluding, crag_ids=_union(query.excluding.crag_ids, left))
        here = replace(wanted, crag_ids=(), area_ids=(), sector_ids=())
        return replace(query, filter=here, excluding=out, places=())
    areas = wanted.area_ids or tuple(route.area_id for route in seen if route.area_id)
    if turn.before.intent != "recommend" and not (wanted.area_ids or wanted.sector_ids):
        # all areas were listed: which one there are to choose from
        return replace(query, intent="crag_info", fields=("areas",)) if query.places else query
    sectors = wanted.sector_ids if not wanted.area_ids else ()
    out = replace(
        query.excluding,
        area_ids=_union(query.excluding.area_ids, () if sectors else areas),
        sector_ids=_union(query.excluding.sector_ids, sectors),
    )
    here = replace(wanted, crag_ids=tuple(dict.fromkeys(crags)), area_ids=(), sector_ids=())
    return replace(query, filter=here, excluding=out, places=())


def _crag_of(place_id: str) -> str:
    return place_id.partition("/")[0]


def _both(first: RouteFilter, second: RouteFilter) -> RouteFilter:
    """What either of them rules out."""
    plain = RouteFilter()
    joined: dict[str, Any] = {}
    for item in fields(first):
        one, other = getattr(first, item.name), getattr(second, item.name)
        if isinstance(one, tuple):
            joined[item.name] = _union(one, other)
        else:
            joined[item.name] = other if other != getattr(plain, item.name) else one
    return RouteFilter(**joined)


def _union(first: Sequence[str], second: Sequence[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys((*first, *second)))
