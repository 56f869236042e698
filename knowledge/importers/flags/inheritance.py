"""A closure of a place holds for everything in it; discretion about a place does not close it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from knowledge.importers.flags.prose import is_partial
from knowledge.schema import BLOCKING_FLAGS, Area, Crag, Flag, Records, Route
from knowledge.text import key

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence


def inherit(records: Records) -> Records:
    """The records with the closures of crags and areas handed down to their areas and routes.

    A closure of a crag that names some of its areas holds for those only; one that says 「部分」
    holds for none. Doing it twice changes nothing.
    """
    crags = {crag.id: crag for crag in records.crags}
    areas = _inherited_areas(crags, records.areas)
    by_id = {area.id: area for area in areas}
    named = {crag.id: _areas_of(crag.id, records.areas) for crag in records.crags}
    routes = (
        _with(route, _handed_down(crags.get(route.crag_id), by_id.get(route.area_id), named))
        for route in records.routes
    )
    return replace(records, areas=areas, routes=tuple(routes))


def _inherited_areas(crags: dict[str, Crag], areas: Sequence[Area]) -> tuple[Area, ...]:
    inherited = []
    for area in areas:
        crag = crags.get(area.crag_id)
        flags = _closures(crag.flags) if crag else ()
        siblings = _areas_of(area.crag_id, areas)
        mine = [flag for flag in flags if area.id in _meant(flag, siblings)]
        inherited.append(replace(area, flags=_joined(area.flags, mine)) if mine else area)
    return tuple(inherited)


def _handed_down(crag: Crag | None, area: Area | None, named: dict[str, list[Area]]) -> list[Flag]:
    flags = list(_closures(area.flags)) if area else []
    if crag:
        siblings = named.get(crag.id, [])
        flags += [flag for flag in _closures(crag.flags) if not _names_any(flag, siblings)]
    return flags


def _closures(flags: Iterable[Flag]) -> tuple[Flag, ...]:
    return tuple(
        flag for flag in flags if flag.kind in BLOCKING_FLAGS and not is_partial(flag.evidence)
    )


def _meant(flag: Flag, areas: list[Area]) -> set[str]:
    """The areas that a closure of their crag holds for: those that it names, else all."""
    named = {area.id for area in areas if _names(flag, area)}
    return named or {area.id for area in areas}


def _names_any(flag: Flag, areas: list[Area]) -> bool:
    return any(_names(flag, area) for area in areas)


def _names(flag: Flag, area: Area) -> bool:
    said = key(flag.evidence)
    return any(
        len(key(name)) > 1 and key(name) in said
        for name in (area.name, area.name_en, *area.aliases)
    )


def _areas_of(crag_id: str, areas: Iterable[Area]) -> list[Area]:
    return [area for area in areas if area.crag_id == crag_id]


def _with(route: Route, flags: list[Flag]) -> Route:
    joined = _joined(route.flags, flags)
    return route if joined == route.flags else replace(route, flags=joined)


def _joined(own: tuple[Flag, ...], more: Iterable[Flag]) -> tuple[Flag, ...]:
    return tuple(dict.fromkeys((*own, *more)))
