"""Finding the record that a notice is about, in records in memory or in a catalogue."""

from __future__ import annotations

from difflib import SequenceMatcher
from functools import cached_property
from typing import TYPE_CHECKING

from knowledge.importers.notices import Place
from knowledge.text import key

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from knowledge.catalog import Catalogue
    from knowledge.schema import Area, Crag, Gym, Records, Route, Sector

_ALIKE = 0.7
"""Likeness from which a name is worth a hint."""
_SHORTEST_HINT = 2
"""Characters."""


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

    def resembling(self, name_key: str) -> tuple[Place, ...]:
        """Gyms and places whose name is like this key."""
        return _resembling(name_key, (it for it in self._places if it[0].kind != "route"))

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
        self._found: dict[str, Place | None] = {}

    def with_id(self, record_id: str) -> Place | None:
        """The record with exactly this id."""
        if record_id not in self._found:
            small = self._small_by_id.get(record_id)
            route = None if small else self._catalogue.route(record_id)
            self._found[record_id] = _route(route, self._crags) if route else small
        return self._found[record_id]

    def named(self, name_key: str) -> tuple[Place, ...]:
        """Every record with a name of this key."""
        small = (place for place, names in self._small if name_key in map(key, names))
        routes = (_route(route, self._crags) for route in self._catalogue.routes_named(name_key))
        return (*small, *routes) if name_key else ()

    def resembling(self, name_key: str) -> tuple[Place, ...]:
        """Gyms and places whose name is like this key."""
        return _resembling(name_key, self._small)

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


def _resembling(
    name_key: str, places: Iterable[tuple[Place, tuple[str, ...]]]
) -> tuple[Place, ...]:
    """Those with a name that holds all of its characters in order, or nearly all: 岩嶼台南店."""
    if len(name_key) < _SHORTEST_HINT:
        return ()
    scored = [
        (max((_likeness(name_key, key(name)) for name in names if name), default=0.0), place)
        for place, names in places
    ]
    best = sorted((it for it in scored if it[0] >= _ALIKE), key=lambda it: -it[0])
    return tuple(dict.fromkeys(place for _, place in best))


def _likeness(asked: str, name: str) -> float:
    """1 when the name holds the characters in order, else how much of both is the same."""
    rest = iter(name)
    if all(character in rest for character in asked):
        return 1.0
    return SequenceMatcher(None, asked, name, autojunk=False).ratio()


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
