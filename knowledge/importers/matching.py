"""A table names places and routes; here they meet the ones that are known under these names."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from knowledge.importers.places import folded
from knowledge.importers.routes import GENERATED

if TYPE_CHECKING:
    from collections.abc import Iterable

    from knowledge.schema import Area, Crag, Records, Route, Sector


def with_known_places(known: Records, new: Records) -> Records:
    """The new records with known ids wherever a name is known in its crag."""
    ids = _crag_ids(known.crags, new.crags)
    crags = tuple(replace(crag, id=ids[crag.id]) for crag in new.crags)
    areas = [replace(area, crag_id=ids.get(area.crag_id, area.crag_id)) for area in new.areas]
    area_ids = _area_ids(known.areas, areas)
    areas = [replace(area, id=area_ids[area.id]) for area in areas]
    sectors = [
        replace(
            wall,
            crag_id=ids.get(wall.crag_id, wall.crag_id),
            area_id=area_ids.get(wall.area_id, wall.area_id),
        )
        for wall in new.sectors
    ]
    sector_ids = _sector_ids(known.sectors, sectors)
    routes = [
        replace(
            route,
            crag_id=ids.get(route.crag_id, route.crag_id),
            area_id=area_ids.get(route.area_id, route.area_id),
            sector_id=sector_ids.get(route.sector_id, route.sector_id),
        )
        for route in new.routes
    ]
    return replace(
        new,
        crags=crags,
        areas=tuple(areas),
        sectors=tuple(replace(wall, id=sector_ids[wall.id]) for wall in sectors),
        routes=_with_known_ids(known.routes, routes),
    )


def _crag_ids(known: Iterable[Crag], new: Iterable[Crag]) -> dict[str, str]:
    by_name = {
        folded(name): crag.id for crag in known for name in (*crag.aliases, crag.name_en, crag.name)
    }
    return {crag.id: by_name.get(folded(crag.name), crag.id) for crag in new}


def _area_ids(known: Iterable[Area], new: Iterable[Area]) -> dict[str, str]:
    by_name = {
        (area.crag_id, folded(name)): area.id
        for area in known
        for name in (*area.aliases, area.name_en, area.name)
    }
    return {area.id: by_name.get((area.crag_id, folded(area.name)), area.id) for area in new}


def _sector_ids(known: Iterable[Sector], new: Iterable[Sector]) -> dict[str, str]:
    by_name = {
        (wall.area_id, folded(name)): wall.id
        for wall in known
        for name in (wall.name_en, wall.name)
    }
    return {wall.id: by_name.get((wall.area_id, folded(wall.name)), wall.id) for wall in new}


def _with_known_ids(known: Iterable[Route], new: Iterable[Route]) -> tuple[Route, ...]:
    by_name: dict[tuple[str, str, str], list[Route]] = {}
    for route in known:
        for name in dict.fromkeys((folded(route.name), folded(route.name_en))):
            by_name.setdefault((route.crag_id, name, route.pitch), []).append(route)
    found: dict[str, Route] = {}
    for route in new:
        candidates = by_name.get((route.crag_id, folded(route.display_name), route.pitch), [])
        same = [it for it in candidates if not route.area_id or it.area_id == route.area_id]
        if route.id.startswith(GENERATED) and len(same) == 1:
            route = replace(route, id=same[0].id)  # noqa: PLW2901 - the row meets its record
        found.setdefault(route.id, route)
    return tuple(found.values())
