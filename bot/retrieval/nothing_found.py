"""Nothing matches: what the place has instead, and what fails by one condition only."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from bot.rendering import type_label
from bot.retrieval.matching import BY_GRADE, matching
from bot.retrieval.recommending import open_then
from knowledge.filters import RouteFilter

if TYPE_CHECKING:
    from datetime import date

    from bot.schema import Evidence, Query
    from knowledge.knowledge_base import KnowledgeBase
    from knowledge.schema import Notice, Route


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
        found = matching(query, relaxed, BY_GRADE, knowledge).routes if relaxed != place else ()
        if query.intent == "recommend":
            found = tuple(filter(open_then(query, knowledge, today, seen), found))
        near |= {route.id: route for route in found[:2]}
    return replace(
        evidence,
        available=_available(query, place, knowledge),
        unrecorded=_unrecorded(query, place, knowledge),
        near_misses=tuple(near.values())[:3],
    )


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
