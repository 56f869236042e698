"""Routes by name and routes by filter: complete, in order, with what is missing said."""

from __future__ import annotations

from collections import Counter
from dataclasses import fields as dataclass_fields
from dataclasses import replace
from typing import TYPE_CHECKING

from bot.rendering import type_label
from bot.retrieval.closures import shutting
from bot.retrieval.grouping import ranked_groups
from bot.retrieval.ranking import pick, winners
from bot.schema import Claim, Evidence, Mention, Query, Tally
from knowledge.catalog import year_of
from knowledge.filters import Bucket, GradeRange, RouteFilter, RouteOrderBy, RoutePage
from knowledge.grades import overlaps

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from datetime import date

    from knowledge.knowledge_base import KnowledgeBase
    from knowledge.schema import Notice, Route

_BY_CATALOGUE = RouteOrderBy("catalogue")
_BY_GRADE = RouteOrderBy("grade")
_RECOMMENDED = 3
_BESIDE = frozenset({"similar", "easier", "harder"})
"""Topics of a recommendation that start from a named route."""
_SIMILAR_STEPS = 2.0
_BESIDE_STEPS = (6, 16)
"""Scores below or above a route that are easier or harder and still near; more where none is."""


def named_routes(query: Query, knowledge: KnowledgeBase) -> Evidence:
    """The routes that the question names; claims choose between readings of one name."""
    routes: dict[str, Route] = {}
    near: dict[str, Route] = {}
    held = knowledge.catalogue
    for mention in query.routes:
        chosen = _chosen(held.routes_of(mention.ids), query.claims, mention)
        routes |= {route.id: route for route in chosen}
        near |= {route.id: route for route in held.routes_of(mention.runners_up[:3])}
    return Evidence(
        routes=tuple(routes.values()),
        near_misses=tuple(route for route in near.values() if route.id not in routes),
        suggestions=suggestions(query, knowledge),
    )


def suggestions(query: Query, knowledge: KnowledgeBase) -> tuple[str, ...]:
    """Names of the catalogue that resemble the unknown ones."""
    names: dict[str, None] = {}
    for surface in query.unknown:
        for record_id in knowledge.gazetteer.suggestions(surface, limit=3):
            name = knowledge.name_of(record_id)
            if name:
                names[name] = None
    return tuple(names)


def select_routes(
    query: Query, knowledge: KnowledgeBase, today: date, seen: tuple[Notice, ...] = ()
) -> Evidence:
    """The routes that the conditions describe: all of them, the winners, or a few to recommend.

    Args:
        query: The understood question.
        knowledge: The snapshot to look into.
        today: The day of the question.
        seen: Notices that may be seen: a route that one of them shuts is not recommended.
    """
    if query.unknown and not (query.places or query.routes):
        return Evidence(suggestions=suggestions(query, knowledge))
    if query.intent == "recommend":
        return _recommended(query, knowledge, _open_then(query, knowledge, today, seen))
    if query.topic == "nearby":
        return _nearby(query, knowledge)
    page = _matching(query, query.filter, _order(query), knowledge)
    if query.intent == "distribution":
        return _distributed(query, page, knowledge)
    if query.group_by is not None and query.intent == "superlative" and query.order is None:
        return ranked_groups(query, page, knowledge)
    routes = page.routes
    if query.intent == "superlative" and query.order is not None:
        routes = winners(routes, query.order, query.limit)
    elif query.limit is not None and query.intent == "list":
        routes = routes[: query.limit]
    kept = {route.id for route in routes}
    return Evidence(
        routes=routes,
        inexact=page.inexact & kept,
        bounds=knowledge.catalogue.bounds(query.filter) if query.intent == "count" else None,
        suggestions=suggestions(query, knowledge),
        tally=_dated(query, knowledge),
    )


def _dated(query: Query, knowledge: KnowledgeBase) -> Tally | None:
    """Where years were asked for: how many routes were looked at, and how many have no date."""
    wanted = query.filter
    if wanted.year_min is None and wanted.year_max is None:
        return None
    anytime = replace(wanted, year_min=None, year_max=None)
    routes = _matching(query, anytime, _BY_CATALOGUE, knowledge).routes
    return Tally(len(routes), sum(year_of(route) is None for route in routes))


def _nearby(query: Query, knowledge: KnowledgeBase) -> Evidence:
    """The other routes of the wall, or of the area, that the named route is on."""
    models = _meant(query, knowledge)
    own = {route.id for route in models}
    walls = tuple(dict.fromkeys(route.sector_id for route in models if route.sector_id))
    areas = tuple(dict.fromkeys(route.area_id for route in models if route.area_id))
    wanted = RouteFilter(sector_ids=walls) if walls else RouteFilter(area_ids=areas)
    if not (walls or areas):
        wanted = RouteFilter(crag_ids=tuple(dict.fromkeys(route.crag_id for route in models)))
    page = knowledge.catalogue.routes(wanted, _BY_CATALOGUE) if models else RoutePage(())
    return Evidence(routes=tuple(route for route in page.routes if route.id not in own))


def no_match(
    query: Query,
    knowledge: KnowledgeBase,
    evidence: Evidence,
    today: date,
    seen: tuple[Notice, ...] = (),
) -> Evidence:
    """Nothing matches: what the place does have, and the routes that fail by one condition only."""
    if query.intent == "distribution" and evidence.buckets:
        return evidence
    place = RouteFilter(
        crag_ids=query.filter.crag_ids,
        area_ids=query.filter.area_ids,
        sector_ids=query.filter.sector_ids,
        regions=query.filter.regions,
        cities=query.filter.cities,
    )
    near: dict[str, Route] = {}
    for relaxed in _relaxations(query.filter):
        found = _matching(query, relaxed, _BY_GRADE, knowledge).routes if relaxed != place else ()
        if query.intent == "recommend":
            found = tuple(filter(_open_then(query, knowledge, today, seen), found))
        near |= {route.id: route for route in found[:2]}
    return replace(
        evidence,
        available=_available(query, place, knowledge),
        unrecorded=_unrecorded(query, place, knowledge),
        near_misses=tuple(near.values())[:3],
    )


def without_popularity(query: Query) -> Query:
    """The same question without asking for what is popular."""
    styles = query.styles_asked if query.filter.styles else ()
    return replace(query, filter=replace(query.filter, popularity_min=None), styles_asked=styles)


def _order(query: Query) -> RouteOrderBy:
    if query.order is not None:
        return query.order
    return _BY_GRADE if query.filter.grade is not None else _BY_CATALOGUE


def _matching(
    query: Query, wanted: RouteFilter, order: RouteOrderBy, knowledge: KnowledgeBase
) -> RoutePage:
    """All matches; several separate grades are alternatives inside their envelope."""
    page = knowledge.catalogue.routes(wanted, order)
    unwanted = _unwanted(query.excluding, knowledge)
    ranges = query.grade_ranges if wanted.grade is not None else ()
    routes = tuple(
        route
        for route in page.routes
        if route.id not in unwanted
        and (not ranges or _any_grade(route, ranges))
        and (not query.protections or route.grade.safety in query.protections)
    )
    return RoutePage(routes, page.inexact & {route.id for route in routes})


def _unwanted(excluding: RouteFilter, knowledge: KnowledgeBase) -> frozenset[str]:
    """Ids of all routes that match any one field of the filter."""
    plain = RouteFilter()
    fields = [item.name for item in dataclass_fields(excluding)]
    ruled_out = [name for name in fields if getattr(excluding, name) != getattr(plain, name)]
    pages = (
        knowledge.catalogue.routes(replace(plain, **{name: getattr(excluding, name)}))
        for name in ruled_out
    )
    return frozenset(route.id for page in pages for route in page.routes)


def _any_grade(route: Route, ranges: Iterable[GradeRange]) -> bool:
    return any(overlaps(route.grade, bounds) for bounds in ranges)


def _recommended(
    query: Query, knowledge: KnowledgeBase, open_then: Callable[[Route], bool]
) -> Evidence:
    models = _meant(query, knowledge) if query.topic in _BESIDE else ()
    if query.topic in _BESIDE and not models:
        return Evidence(suggestions=suggestions(query, knowledge))
    excluded = {route.id for route in models}
    limit = min(query.limit or _RECOMMENDED, _RECOMMENDED)
    candidates: tuple[Route, ...] = ()
    for enough, wanted in _beside(models[0], query, limit) if models else [(0, query.filter)]:
        page = _matching(
            query, replace(wanted, recommendable=True), query.order or _BY_CATALOGUE, knowledge
        )
        candidates = tuple(
            route for route in page.routes if route.id not in excluded and open_then(route)
        )
        if len(candidates) >= enough:
            break
    return Evidence(
        routes=pick(candidates, query, limit),
        near_misses=(),
        suggestions=suggestions(query, knowledge),
    )


def _beside(model: Route, query: Query, limit: int) -> list[tuple[int, RouteFilter]]:
    """Filters for routes like a named one, or a step easier or harder, the nearest first.

    Where its own crag has none and the question names no place, other crags count too. Before
    each filter stands how many routes are enough to stop there.
    """
    here = _like(model, query.filter)
    likes = [here, *([replace(here, crag_ids=())] if not query.filter.crag_ids else [])]
    if query.topic == "similar":
        return [(1, like) for like in likes]
    return [
        (limit if steps == _BESIDE_STEPS[0] else 1, _shifted(model, like, query.topic, steps))
        for like in likes
        for steps in _BESIDE_STEPS
    ]


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


def _open_then(
    query: Query, knowledge: KnowledgeBase, today: date, seen: tuple[Notice, ...]
) -> Callable[[Route], bool]:
    """Whether nothing speaks against a route on the days asked about, today without any."""
    days = tuple(day for day in query.days if day >= today) or (today,)
    shut = shutting(seen, days, knowledge)
    return lambda route: not shut(route) and all(route.recommendable_on(day) for day in days)


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


def _distributed(query: Query, page: RoutePage, knowledge: KnowledgeBase) -> Evidence:
    catalogue = knowledge.catalogue
    if query.topic == "area":
        return Evidence(routes=page.routes, buckets=_by_area(page, knowledge))
    buckets = (
        catalogue.type_distribution(query.filter)
        if query.topic == "type"
        else catalogue.grade_distribution(query.filter)
    )
    return Evidence(routes=page.routes, buckets=buckets, bounds=catalogue.bounds(query.filter))


def _by_area(page: RoutePage, knowledge: KnowledgeBase) -> tuple[Bucket, ...]:
    """How many of the routes lie in each area, in the order of the catalogue."""
    counted = Counter(route.area_id for route in page.routes)
    areas = (area for area in knowledge.catalogue.areas() if counted[area.id])
    return tuple(Bucket(area.name or area.name_en, counted[area.id]) for area in areas)


def _relaxations(wanted: RouteFilter) -> list[RouteFilter]:
    plain = RouteFilter()
    names = (
        "grade",
        "types",
        "styles",
        "length_min",
        "length_max",
        "bolts_min",
        "bolts_max",
        "popularity_min",
        "first_ascent",
        "has_video",
        "flags",
        "seasons",
    )
    return [
        replace(wanted, **{name: getattr(plain, name)})
        for name in names
        if getattr(wanted, name) != getattr(plain, name)
    ]


def _available(query: Query, place: RouteFilter, knowledge: KnowledgeBase) -> tuple[str, ...]:
    """What the place has, in words: its types and its grade range."""
    words = []
    wanted, catalogue = query.filter, knowledge.catalogue
    if wanted.types:
        kinds = [bucket for bucket in catalogue.type_distribution(place) if bucket.count]
        words += [f"{type_label(bucket.label, query.language)} {bucket.count}" for bucket in kinds]
    if wanted.grade is not None:
        bounds = catalogue.bounds(replace(place, types=wanted.types)) or catalogue.bounds(place)
        if bounds is not None:
            words.append(f"{bounds.easiest.raw} – {bounds.hardest.raw}")
    return tuple(words)


def _unrecorded(query: Query, place: RouteFilter, knowledge: KnowledgeBase) -> tuple[str, ...]:
    """Fields asked for, as a condition or an order, that no route of the place has recorded."""
    wanted = query.filter
    order = query.order.key if query.order is not None else ""
    asked = {
        "popularity": (wanted.popularity_min,),
        "length": (wanted.length_min, wanted.length_max),
        "bolts": (wanted.bolts_min, wanted.bolts_max),
        "first_ascent_on": (wanted.year_min, wanted.year_max),
    }
    recorded = {
        "popularity": replace(place, popularity_min=0),
        "length": replace(place, length_min=0),
        "bolts": replace(place, bolts_min=0),
        "first_ascent_on": replace(place, year_min=1),
    }
    return tuple(
        field
        for field, bounds in asked.items()
        if (field.removesuffix("_on") == order or any(bound is not None for bound in bounds))
        and not knowledge.catalogue.count(recorded[field])
    )


def _meant(query: Query, knowledge: KnowledgeBase) -> tuple[Route, ...]:
    """Every route that a name of the question may mean."""
    return knowledge.catalogue.routes_of(one for each in query.routes for one in each.ids)


def _chosen(
    routes: tuple[Route, ...], claims: tuple[Claim, ...], mention: Mention
) -> tuple[Route, ...]:
    """Of several routes with one name, those that the question's own words fit best."""
    if len(routes) < 2 or mention.how == "inherited":
        return routes
    for claim in claims:
        fitting = tuple(route for route in routes if _fits(route, claim))
        routes = fitting or routes
    return routes


def _fits(route: Route, claim: Claim) -> bool:
    if (
        claim.kind == "grade"
        and route.grade.lo_score is not None
        and route.grade.hi_score is not None
    ):
        low = claim.grade_lo if claim.grade_lo is not None else route.grade.lo_score
        high = claim.grade_hi if claim.grade_hi is not None else route.grade.hi_score
        return route.grade.lo_score <= high and low <= route.grade.hi_score
    if claim.kind == "type":
        return route.type == claim.value
    if claim.kind == "place":
        return claim.value in {route.crag_id, route.area_id, route.sector_id}
    return False
