"""Notices: those asked for, and those about the records of an answer."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, TypeVar

from bot.retrieval.named import suggestions
from bot.retrieval.places import places_named
from bot.schema import Evidence, Query
from knowledge.dated import happens, in_force, is_news, newest_first, next_or_last, touches
from knowledge.schema import Area, Crag, Sector
from knowledge.text import key

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from knowledge.knowledge_base import KnowledgeBase
    from knowledge.schema import Notice

_WALL_END = re.compile("(?:牆|墙|區|区|壁|面)$")
_LOOKS_INSIDE = frozenset({"notice", "crag_info", "live", "safety"})
"""Intents that ask about a place with all that lies in it."""


def list_notices(
    query: Query, knowledge: KnowledgeBase, seen: tuple[Notice, ...], today: date
) -> Evidence:
    """The notices that a question asks for, newest first, with the records they are about."""
    named = _named(query)
    told = [
        notice
        for notice in seen
        if knowledge.name_of(notice.about_id)
        and (not query.notice_kinds or notice.kind in query.notice_kinds)
    ]
    if named:
        about = _around(named, {notice.about_id for notice in told}, knowledge)
        found = [notice for notice in told if notice.about_id in about]
    else:
        found = [notice for notice in told if _is_about_described(notice, query, knowledge)]
    found = _on_named_walls(found, query) if not named else found
    if query.topic == "status":
        held = {each.id: each for day in query.days or (today,) for each in in_force(found, day)}
        chosen = newest_first(held.values())
    elif query.topic in {"last", "next"}:
        chosen = _nearest(found, query.topic, today)
    elif query.days:
        first, last = min(query.days), max(query.days)
        chosen = _by_day(notice for notice in found if touches(notice, first, last))
    else:
        chosen = newest_first(notice for notice in found if is_news(notice, today))
        if not chosen and named and query.notice_kinds == ("reset",):
            chosen = _nearest(found, "last", today)
    return _with_subjects(Evidence(notices=chosen), query, knowledge)


def _on_named_walls(found: list[Notice], query: Query) -> list[Notice]:
    """Those about a wall that the question names, if there are any: 「大洞區換線了嗎」."""
    asked = key(query.text)
    on_walls = [each for each in found if any(_is_named(wall, asked) for wall in each.walls)]
    return on_walls or found


def _is_named(wall: str, asked: str) -> bool:
    whole = key(wall)
    short = _WALL_END.sub("", whole)
    return whole in asked or (len(short) > 1 and short in asked)


def with_notices(
    evidence: Evidence, query: Query, knowledge: KnowledgeBase, seen: tuple[Notice, ...]
) -> Evidence:
    """The evidence with the notices about it, and the names of what they are about."""
    notices = _notices_about(evidence, query, knowledge, seen)
    if not notices:
        return evidence
    evidence = replace(evidence, notices=notices)
    return _with_parts(evidence, knowledge) if _looks_inside(query) else evidence


def _looks_inside(query: Query) -> bool:
    """Whether what lies in a named place matters as much as the place itself."""
    return query.intent in _LOOKS_INSIDE or "closed" in query.filter.flags


def _with_parts(evidence: Evidence, knowledge: KnowledgeBase) -> Evidence:
    """The parts of a place that notices speak of; routes stand aside of those asked about."""
    catalogue = knowledge.catalogue
    ids = dict.fromkeys(notice.about_id for notice in evidence.notices)
    areas = _merged(evidence.areas, (catalogue.area(each) for each in ids))
    sectors = _merged(evidence.sectors, (catalogue.sector(each) for each in ids))
    places = {each.id for each in evidence.crags} | {each.id for each in evidence.gyms}
    places |= {each.id for each in areas} | {each.id for each in sectors}
    known = {route.id for route in (*evidence.routes, *evidence.near_misses)}
    routes = catalogue.routes_of(each for each in ids if each not in places | known)
    return replace(
        evidence, areas=areas, sectors=sectors, near_misses=(*evidence.near_misses, *routes)
    )


def _notices_about(
    evidence: Evidence, query: Query, knowledge: KnowledgeBase, seen: tuple[Notice, ...]
) -> tuple[Notice, ...]:
    """Every notice about the records of an answer, or about the places in which they lie."""
    ids = {gym.id for gym in evidence.gyms}
    for route in evidence.routes:
        ids |= {route.id, route.sector_id, route.area_id, route.crag_id}
    asked = {*_named(query), *query.filter.crag_ids, *query.filter.area_ids}
    ids = ids.union(*_homes(asked, knowledge).values())
    about = {notice.about_id for notice in seen}
    if _looks_inside(query):
        homes = _homes(about, knowledge)
        ids |= {each for each in about if asked & homes[each]}
    return newest_first(notice for notice in seen if notice.about_id in ids)


def _named(query: Query) -> frozenset[str]:
    """Ids of everything that the question names."""
    mentions = (*query.gyms, *query.places, *query.routes)
    return frozenset(record_id for mention in mentions for record_id in mention.ids)


def _around(
    named: frozenset[str], others: Iterable[str], knowledge: KnowledgeBase
) -> frozenset[str]:
    """The records that were named, what holds them, and those of the others that they hold."""
    inside = {each for each, home in _homes(others, knowledge).items() if named & home}
    return named.union(inside, *_homes(named, knowledge).values())


def _is_about_described(notice: Notice, query: Query, knowledge: KnowledgeBase) -> bool:
    """Whether a notice is about a gym or place of the kind that was described, or any."""
    gym = knowledge.catalogue.gym(notice.about_id)
    if query.topic == "gyms" or query.gym_filter.cities or query.gym_filter.regions:
        chosen = query.gym_filter
        return gym is not None and (
            (not chosen.cities or gym.city in chosen.cities)
            and (not chosen.districts or gym.district in chosen.districts)
            and (not chosen.regions or gym.region in chosen.regions)
            and (not chosen.types or gym.type in chosen.types)
        )
    return gym is None if query.topic == "places" else True


def _nearest(found: Iterable[Notice], topic: str, today: date) -> tuple[Notice, ...]:
    """The last that has begun, or the next that has not; all of that day."""
    begun = topic == "last"
    dated = [(next_or_last(notice, today), notice) for notice in found]
    fitting = (
        [(last, notice) for (last, _), notice in dated if last <= today]
        if begun
        else [(coming, notice) for (_, coming), notice in dated if coming is not None]
    )
    if not fitting:
        return ()
    nearest = (max if begun else min)(day for day, _ in fitting)
    return tuple(notice for day, notice in fitting if day == nearest)


def _by_day(notices: Iterable[Notice]) -> tuple[Notice, ...]:
    """In the order in which it happens."""
    return tuple(sorted(notices, key=lambda each: (happens(each)[0], each.reported_on)))


def _homes(ids: Iterable[str], knowledge: KnowledgeBase) -> dict[str, frozenset[str]]:
    """Of each id: the record itself and the crag, area and sector that hold it.

    All routes in one query: a name that hundreds of routes share names hundreds of records.
    """
    homes = {record_id: _home(record_id, knowledge) for record_id in ids}
    unknown = [record_id for record_id, home in homes.items() if home is None]
    for route in knowledge.catalogue.routes_of(unknown):
        homes[route.id] = frozenset({route.id, route.sector_id, route.area_id, route.crag_id})
    return {
        record_id: frozenset({record_id}) if home is None else home - {""}
        for record_id, home in homes.items()
    }


def _home(record_id: str, knowledge: KnowledgeBase) -> frozenset[str] | None:
    """The same of a gym or place; None of a route or an unknown id."""
    catalogue = knowledge.catalogue
    if catalogue.gym(record_id) or catalogue.crag(record_id):
        return frozenset({record_id})
    area = catalogue.area(record_id)
    if area is not None:
        return frozenset({record_id, area.crag_id})
    sector = catalogue.sector(record_id)
    if sector is not None:
        return frozenset({record_id, sector.area_id, sector.crag_id})
    return None


def _with_subjects(evidence: Evidence, query: Query, knowledge: KnowledgeBase) -> Evidence:
    """The gyms, places and routes that the notices are about, and those that were named."""
    catalogue = knowledge.catalogue
    ids = dict.fromkeys([*(each.about_id for each in evidence.notices), *sorted(_named(query))])
    gyms = (catalogue.gym(each) for each in ids)
    rest = [each for each in ids if catalogue.gym(each) is None]
    routes = catalogue.routes_of(
        each
        for each in rest
        if not (catalogue.crag(each) or catalogue.area(each) or catalogue.sector(each))
    )
    crags, areas, sectors = places_named(query, knowledge)
    return replace(
        evidence,
        gyms=tuple(gym for gym in gyms if gym is not None),
        routes=routes,
        crags=_merged(crags, (catalogue.crag(each) for each in rest)),
        areas=_merged(areas, (catalogue.area(each) for each in rest)),
        sectors=_merged(sectors, (catalogue.sector(each) for each in rest)),
        suggestions=suggestions(query, knowledge),
    )


_Place = TypeVar("_Place", Crag, Area, Sector)


def _merged(named: Iterable[_Place], others: Iterable[_Place | None]) -> tuple[_Place, ...]:
    """The places of both, each once."""
    found: dict[str, _Place] = {place.id: place for place in named}
    found |= {place.id: place for place in others if place is not None}
    return tuple(found.values())
