"""Routes by filter: complete, in order, with what is missing said."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING

from bot.retrieval.grouping import ranked_groups
from bot.retrieval.matching import BY_CATALOGUE, matching, order_of
from bot.retrieval.named import meant, suggestions
from bot.retrieval.ranking import winners
from bot.retrieval.recommending import open_then, recommended
from bot.schema import Evidence, Query, Tally
from knowledge.catalog import year_of
from knowledge.filters import Bucket, RouteFilter, RoutePage

if TYPE_CHECKING:
    from datetime import date

    from knowledge.knowledge_base import KnowledgeBase
    from knowledge.schema import Notice


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
        return recommended(query, knowledge, open_then(query, knowledge, today, seen))
    if query.topic == "nearby":
        return _nearby(query, knowledge)
    page = matching(query, query.filter, order_of(query), knowledge)
    if query.intent == "distribution":
        return _distributed(query, page, knowledge)
    if query.group_by is not None and query.intent == "superlative" and query.order is None:
        return ranked_groups(query, page, knowledge)
    routes = page.routes
    if query.intent == "superlative" and query.order is not None:
        routes = winners(routes, query.order, query.limit)
    kept = {route.id for route in routes}
    return Evidence(
        routes=routes,
        inexact=page.inexact & kept,
        bounds=knowledge.catalogue.bounds(query.filter) if query.intent == "count" else None,
        suggestions=suggestions(query, knowledge),
        tally=_of_all(query, knowledge) or _dated(query, knowledge),
    )


def _of_all(query: Query, knowledge: KnowledgeBase) -> Tally | None:
    """All routes of the place, where the share of some of them is asked."""
    if query.topic != "share":
        return None
    wanted = query.filter
    place = RouteFilter(
        crag_ids=wanted.crag_ids,
        area_ids=wanted.area_ids,
        sector_ids=wanted.sector_ids,
        regions=wanted.regions,
        cities=wanted.cities,
    )
    return Tally(knowledge.catalogue.routes(place, BY_CATALOGUE).total)


def _dated(query: Query, knowledge: KnowledgeBase) -> Tally | None:
    """Where years were asked for: how many routes were looked at, and how many have no date."""
    wanted = query.filter
    if wanted.year_min is None and wanted.year_max is None:
        return None
    anytime = replace(wanted, year_min=None, year_max=None)
    routes = matching(query, anytime, BY_CATALOGUE, knowledge).routes
    return Tally(len(routes), sum(year_of(route) is None for route in routes))


def _nearby(query: Query, knowledge: KnowledgeBase) -> Evidence:
    """The other routes of the wall, or of the area, that the named route is on."""
    models = meant(query, knowledge)
    own = {route.id for route in models}
    walls = tuple(dict.fromkeys(route.sector_id for route in models if route.sector_id))
    areas = tuple(dict.fromkeys(route.area_id for route in models if route.area_id))
    wanted = RouteFilter(sector_ids=walls) if walls else RouteFilter(area_ids=areas)
    if not (walls or areas):
        wanted = RouteFilter(crag_ids=tuple(dict.fromkeys(route.crag_id for route in models)))
    page = knowledge.catalogue.routes(wanted, BY_CATALOGUE) if models else RoutePage(())
    return Evidence(routes=tuple(route for route in page.routes if route.id not in own))


def without_popularity(query: Query) -> Query:
    """The same question without asking for what is popular."""
    styles = query.styles_asked if query.filter.styles else ()
    return replace(query, filter=replace(query.filter, popularity_min=None), styles_asked=styles)


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
