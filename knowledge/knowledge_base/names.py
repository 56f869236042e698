"""Finding the record that a notice is about, in records in memory or in a catalogue."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from knowledge.importers.notices import Place
from knowledge.text import key

if TYPE_CHECKING:
    from collections.abc import Iterator

    from knowledge.catalog import Catalogue
    from knowledge.schema import Area, Crag, Gym, Records, Route, Sector


class RecordNames:
    """The names of records in memory."""

    def __init__(self, records: Records) -> None:
        self._records = records

    def with_id(self, record_id: str) -> Place | None:
        """The record with exactly this id."""
        return self._by_id.get(record_id)

    def named(self, name_key: str) -> tuple[Place, ...]:
        """Every record with a name of this key."""
        return tuple(self._by_name.get(name_key, {}).values())

    @cached_property
    def _places(self) -> list[tuple[Place, tuple[str, ...]]]:
        crags = {crag.id: crag.display_name for crag in self._records.crags}
        return [
            *_places_of(self._records.crags, self._records.gyms),
            *_parts_of(self._records.areas, self._records.sectors, crags),
            *((_route(route, crags), route_names(route)) for route in self._records.routes),
        ]

    @cached_property
    def _by_id(self) -> dict[str, Place]:
        return {place.id: place for place, _ in reversed(self._places)}

    @cached_property
    def _by_name(self) -> dict[str, dict[str, Place]]:
        found: dict[str, dict[str, Place]] = {}
        for place, names in self._places:
            for name in names:
                if name:
                    found.setdefault(key(name), {})[place.id] = place
        return found


class CatalogueNames:
    """The names of an open catalogue; routes are asked for one by one."""

    def __init__(self, catalogue: Catalogue) -> None:
        self._catalogue = catalogue
        self._crags = {crag.id: crag.display_name for crag in catalogue.crags()}

    def with_id(self, record_id: str) -> Place | None:
        """The record with exactly this id."""
        small = self._small_by_id.get(record_id)
        route = None if small else self._catalogue.route(record_id)
        return _route(route, self._crags) if route else small

    def named(self, name_key: str) -> tuple[Place, ...]:
        """Every record with a name of this key."""
        small = (place for place, names in self._small if name_key in map(key, names))
        routes = (_route(route, self._crags) for route in self._catalogue.routes_named(name_key))
        return (*small, *routes) if name_key else ()

    @cached_property
    def _small(self) -> list[tuple[Place, tuple[str, ...]]]:
        held = self._catalogue
        return [
            *_places_of(held.crags(), held.all_gyms()),
            *_parts_of(held.areas(), held.sectors(), self._crags),
        ]

    @cached_property
    def _small_by_id(self) -> dict[str, Place]:
        return {place.id: place for place, _ in reversed(self._small)}


def route_names(route: Route) -> tuple[str, ...]:
    """Every name of a route."""
    return (route.name, route.name_en, route.title, *route.aliases, *route.old_names)


def _places_of(
    crags: tuple[Crag, ...], gyms: tuple[Gym, ...]
) -> Iterator[tuple[Place, tuple[str, ...]]]:
    for gym in gyms:
        yield Place(gym.id, "gym", gym.name), (gym.name, gym.name_en, *gym.aliases)
    for crag in crags:
        names = (crag.name, crag.name_en, *crag.aliases)
        yield Place(crag.id, "crag", crag.display_name), names


def _parts_of(
    areas: tuple[Area, ...], sectors: tuple[Sector, ...], crags: dict[str, str]
) -> Iterator[tuple[Place, tuple[str, ...]]]:
    for kind, parts in (("area", areas), ("sector", sectors)):
        for part in parts:
            place = Place(part.id, kind, part.name or part.name_en, crags.get(part.crag_id, ""))
            yield place, (part.name, part.name_en, *part.aliases)


def _route(route: Route, crags: dict[str, str]) -> Place:
    return Place(route.id, "route", route.display_name, crags.get(route.crag_id, ""))
