"""Which records come from a source, and a catalogue without it.

A record that kept fields of another source where its own said nothing comes from both. A place that
records of other sources stand in stays by name alone, for they name it too.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, TypeVar

from knowledge.schema import UNKNOWN_GRADE, Area, Crag, Flag, Gym, Records, Route, Sector

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping

T = TypeVar("T")


def comes_from(record: Crag | Area | Sector | Route | Gym, source_id: str) -> bool:
    """Whether something in the record comes from the source."""
    return record.source_id == source_id or source_id in getattr(record, "also_from", ())


def without_source(records: Records, source_id: str) -> Records:
    """The records without everything that comes from the source."""
    routes = tuple(it for it in records.routes if not comes_from(it, source_id))
    walls = _kept(records.sectors, source_id, {it.sector_id: it for it in routes})
    inside: tuple[Route | Sector, ...] = (*routes, *walls)
    areas = _kept(records.areas, source_id, {it.area_id: it for it in inside})
    parts: tuple[Route | Sector | Area, ...] = (*inside, *areas)
    crags = _kept(records.crags, source_id, {it.crag_id: it for it in parts})
    kept = replace(
        records,
        sources=tuple(it for it in records.sources if it.id != source_id),
        crags=crags,
        areas=areas,
        sectors=walls,
        routes=routes,
        gyms=tuple(it for it in records.gyms if not comes_from(it, source_id)),
    )
    return _without_handed_down(kept, _flags_of(records, source_id))


def hollow(records: Records, sources: Collection[str]) -> Records:
    """The records with nothing but names and places in those that come from one of the sources.

    What the source tells anew is laid over them, and keeps their ids and their order; what it does
    not tell any more is empty then.
    """
    return replace(
        records,
        routes=tuple(_names_of(it) if _is_only(it, sources) else it for it in records.routes),
        gyms=tuple(
            Gym(it.id, it.name, it.source_id, it.name_en) if _is_only(it, sources) else it
            for it in records.gyms
        ),
    )


def _is_only(record: Route | Gym, sources: Collection[str]) -> bool:
    return record.source_id in sources and not record.also_from


def _names_of(route: Route) -> Route:
    return Route(
        id=route.id,
        crag_id=route.crag_id,
        name=route.name,
        grade=UNKNOWN_GRADE,
        source_id=route.source_id,
        name_en=route.name_en,
        area_id=route.area_id,
        pitch=route.pitch,
    )


P = TypeVar("P", Crag, Area, Sector)


def _kept(
    places: Iterable[P], source_id: str, needed: Mapping[str, Route | Sector | Area]
) -> tuple[P, ...]:
    """The places of other sources, and those that records of others need, by name alone."""
    found: list[P] = []
    for place in places:
        if place.source_id != source_id:
            found.append(place)
        elif place.id in needed:
            found.append(_bare(place, needed[place.id].source_id))
    return tuple(found)


def _bare(place: P, source_id: str) -> P:
    """A place as a table knows it: by its name."""
    if isinstance(place, Sector):
        return replace(place, source_id=source_id, aliases=())
    if isinstance(place, Area):
        return Area(place.id, place.crag_id, place.name, source_id, place.name_en)
    day = None if place.raw else place.updated_on
    return Crag(place.id, place.name, source_id, place.name_en, updated_on=day)


def _flags_of(records: Records, source_id: str) -> dict[str, frozenset[Flag]]:
    """The flags of the source's places, which their areas and routes may have inherited."""
    places: tuple[Crag | Area, ...] = (*records.crags, *records.areas)
    return {it.id: frozenset(it.flags) for it in places if it.source_id == source_id and it.flags}


def _without_handed_down(records: Records, flags: Mapping[str, Collection[Flag]]) -> Records:
    if not flags:
        return records
    return replace(
        records,
        areas=tuple(_cleared(area, flags.get(area.crag_id, ())) for area in records.areas),
        routes=tuple(
            _cleared(route, {*flags.get(route.crag_id, ()), *flags.get(route.area_id, ())})
            for route in records.routes
        ),
    )


F = TypeVar("F", Area, Route)


def _cleared(record: F, inherited: Collection[Flag]) -> F:
    """The record without flags that its own words do not say."""
    told = " ".join((record.raw, record.description, record.description_en))
    kept = tuple(it for it in record.flags if it not in inherited or it.evidence in told)
    return record if kept == record.flags else replace(record, flags=kept)
