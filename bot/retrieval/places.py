"""Crags, areas and sectors: what they are, counted from their routes and never from their prose."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING

from bot.retrieval.named import suggestions
from bot.schema import Evidence, Group, Query
from knowledge.filters import Bucket, RouteFilter
from knowledge.schema import BLOCKING_FLAGS

if TYPE_CHECKING:
    from knowledge.knowledge_base import KnowledgeBase
    from knowledge.schema import Area, Crag, FlagKind, Route, Sector


def places_named(
    query: Query, knowledge: KnowledgeBase
) -> tuple[tuple[Crag, ...], tuple[Area, ...], tuple[Sector, ...]]:
    """Records of the places that the question names or its filter holds."""
    catalogue, wanted = knowledge.catalogue, query.filter
    ids = {
        kind: dict.fromkeys(each for m in query.places if m.kind == kind for each in m.ids)
        for kind in ("crag", "area", "sector")
    }
    crags = [catalogue.crag(each) for each in (ids["crag"] | dict.fromkeys(wanted.crag_ids))]
    areas = [catalogue.area(each) for each in (ids["area"] | dict.fromkeys(wanted.area_ids))]
    sectors = [
        catalogue.sector(each) for each in (ids["sector"] | dict.fromkeys(wanted.sector_ids))
    ]
    return (
        tuple(crag for crag in crags if crag is not None),
        tuple(area for area in areas if area is not None),
        tuple(sector for sector in sectors if sector is not None),
    )


def crag_info(query: Query, knowledge: KnowledgeBase) -> Evidence:
    """The places asked about with their figures."""
    crags, areas, sectors = places_named(query, knowledge)
    asked = {crag.id for crag in crags}
    groups = [
        _group(crag.id, crag.display_name, knowledge, RouteFilter(crag_ids=(crag.id,)))
        for crag in crags
    ]
    groups += [
        _group(area.id, area.name, knowledge, RouteFilter(area_ids=(area.id,))) for area in areas
    ]
    groups += [
        _group(sector.id, sector.name, knowledge, RouteFilter(sector_ids=(sector.id,)))
        for sector in sectors
    ]
    wants_parts = query.topic == "ground" or {"areas", "sectors", "overview"} & set(query.fields)
    parts = (
        tuple(area for area in knowledge.catalogue.areas() if area.crag_id in asked)
        if wants_parts
        else ()
    )
    walls = (
        tuple(s for s in knowledge.catalogue.sectors() if s.area_id in {area.id for area in areas})
        if wants_parts
        else ()
    )
    found = Evidence(
        crags=crags,
        areas=tuple({area.id: area for area in (*areas, *parts)}.values()),
        sectors=tuple({sector.id: sector for sector in (*sectors, *walls)}.values()),
        groups=tuple(groups),
        suggestions=suggestions(query, knowledge),
    )
    return _with_warnings(query, found, knowledge)


def _with_warnings(query: Query, found: Evidence, knowledge: KnowledgeBase) -> Evidence:
    """The figures of the places with what their routes warn of, and the routes not to be climbed.

    A closure stands in the records of routes as often as in that of their crag.
    """
    if query.intent != "crag_info" or "hazards" not in query.fields:
        return found
    groups: list[Group] = []
    routes: dict[str, Route] = {}
    for group in found.groups:
        inside = knowledge.catalogue.routes(_inside(group.place_id, found)).routes
        warned = [(route, _warnings(route)) for route in inside]
        counted = Counter(kind for _, kinds in warned for kind in kinds)
        kinds_told = sorted(counted, key=lambda kind: (kind not in BLOCKING_FLAGS, -counted[kind]))
        shut = [route for route, kinds in warned if BLOCKING_FLAGS & kinds]
        routes |= {route.id: route for route in shut}
        groups.append(
            replace(
                group,
                warned=tuple(Bucket(kind, counted[kind]) for kind in kinds_told),
                warned_total=sum(bool(kinds) for _, kinds in warned),
                shut_total=len(shut),
            )
        )
    return replace(found, groups=tuple(groups), routes=tuple(routes.values()))


def _inside(place_id: str, found: Evidence) -> RouteFilter:
    if found.crag(place_id) is not None:
        return RouteFilter(crag_ids=(place_id,))
    if found.area(place_id) is not None:
        return RouteFilter(area_ids=(place_id,))
    return RouteFilter(sector_ids=(place_id,))


def _warnings(route: Route) -> frozenset[FlagKind]:
    return frozenset(flag.kind for flag in route.flags if flag.kind != "sensitive")


def list_crags(query: Query, knowledge: KnowledgeBase) -> Evidence:
    """Crags by region, city, season or what their routes offer."""
    wanted = query.filter
    crags = [
        crag
        for crag in knowledge.catalogue.crags()
        if crag.id not in query.excluding.crag_ids
        and (not wanted.regions or crag.region in wanted.regions)
        and (
            not wanted.cities
            or any(city in (crag.city, crag.address[: len(city)]) for city in wanted.cities)
        )
        and all(season in crag.seasons for season in wanted.seasons)
    ]
    offered = replace(wanted, regions=(), cities=(), seasons=())
    groups = [
        _group(crag.id, crag.display_name, knowledge, replace(offered, crag_ids=(crag.id,)))
        for crag in crags
    ]
    kept = tuple(group for group in groups if group.total)
    ids = {group.place_id for group in kept}
    return Evidence(crags=tuple(crag for crag in crags if crag.id in ids), groups=kept)


def compare_places(query: Query, knowledge: KnowledgeBase) -> Evidence:
    """The same figures for each place, or for all crags, under the same conditions."""
    if query.topic == "crags":
        return list_crags(query, knowledge)
    groups = []
    for mention in query.places:
        for place_id in mention.ids[:1]:
            own = _only(query.filter, mention.kind, place_id)
            name = knowledge.name_of(place_id) or mention.surface
            groups.append(_group(place_id, name, knowledge, own))
    crags, areas, sectors = places_named(query, knowledge)
    return Evidence(crags=crags, areas=areas, sectors=sectors, groups=tuple(groups))


def _only(wanted: RouteFilter, kind: str, place_id: str) -> RouteFilter:
    """The same conditions in one place."""
    return replace(
        wanted,
        crag_ids=(place_id,) if kind == "crag" else (),
        area_ids=(place_id,) if kind == "area" else (),
        sector_ids=(place_id,) if kind == "sector" else (),
    )


def _group(place_id: str, name: str, knowledge: KnowledgeBase, wanted: RouteFilter) -> Group:
    catalogue = knowledge.catalogue
    return Group(
        place_id=place_id,
        name=name,
        total=catalogue.routes(wanted).total,
        buckets=catalogue.grade_distribution(wanted),
        bounds=catalogue.bounds(wanted),
        types=catalogue.type_distribution(wanted),
    )
