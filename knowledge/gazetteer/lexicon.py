"""All spellings by key, and where the records lie. Built once, then read only."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from itertools import chain
from typing import TYPE_CHECKING

from knowledge.gazetteer.names import Spelling, spellings
from knowledge.pacing import paced
from knowledge.text import key

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from knowledge.gazetteer.mentions import Kind
    from knowledge.schema import Area, Crag, Gym, Route, Sector


@dataclass(frozen=True, slots=True)
class Entry:
    """Where a record stands: what it lies in, and its place in the catalogue's order."""

    order: int
    within: frozenset[str] = frozenset()
    """Ids of the crag, area and sector around it; of a gym, keys of its city and district."""
    pitch: str = ""


class Lexicon:
    """Names of one catalogue."""

    def __init__(self, found: Iterable[Spelling], entries: dict[tuple[Kind, str], Entry]) -> None:
        by_key: dict[str, dict[tuple[Kind, str], Spelling]] = defaultdict(dict)
        for spelling in found:
            known = by_key[spelling.key].get((spelling.kind, spelling.id))
            if known is None or spelling.tier < known.tier:
                by_key[spelling.key][spelling.kind, spelling.id] = spelling
        self._entries = entries
        self._by_key = {name: tuple(readings.values()) for name, readings in by_key.items()}
        lengths: dict[str, set[int]] = defaultdict(set)
        for name in self._by_key:
            lengths[name[:2]].add(len(name))
        self._lengths = {head: tuple(sorted(sizes)) for head, sizes in lengths.items()}

    @property
    def names(self) -> dict[str, str]:
        """Every key with one way to write it."""
        return {name_key: found[0].name for name_key, found in self._by_key.items()}

    @property
    def keys(self) -> tuple[str, ...]:
        """All spellings' keys."""
        return tuple(self._by_key)

    @property
    def ids(self) -> frozenset[str]:
        """The ids of every record that has a name."""
        return frozenset(it.id for found in self._by_key.values() for it in found)

    def spellings(self, name_key: str) -> tuple[Spelling, ...]:
        """Everything that is spelt so."""
        return self._by_key.get(name_key, ())

    def entry(self, kind: Kind, id_: str) -> Entry:
        """Where a record stands."""
        return self._entries[kind, id_]

    def occurrences(self, text: str) -> Iterator[tuple[int, int]]:
        """Every place of the key at which a known spelling stands, also inside others."""
        for start, first in enumerate(text):
            if first in self._by_key:
                yield start, start + 1
            for length in self._lengths.get(text[start : start + 2], ()):
                end = start + length
                if end > len(text):
                    break
                if length > 1 and text[start:end] in self._by_key:
                    yield start, end


def build_lexicon(
    crags: Iterable[Crag],
    areas: Iterable[Area],
    sectors: Iterable[Sector],
    routes: Iterable[Route],
    gyms: Iterable[Gym],
) -> Lexicon:
    """The lexicon of these records."""
    crags, areas, sectors = tuple(crags), tuple(areas), tuple(sectors)
    routes, gyms = tuple(routes), tuple(gyms)
    entries: dict[tuple[Kind, str], Entry] = {}
    for crag in crags:
        _add(entries, "crag", crag.id)
    for area in areas:
        _add(entries, "area", area.id, (area.crag_id,))
    for sector in sectors:
        _add(entries, "sector", sector.id, (sector.crag_id, sector.area_id))
    for route in paced(routes):
        around = (route.crag_id, route.area_id, route.sector_id)
        _add(entries, "route", route.id, around, route.pitch)
    for gym in gyms:
        _add(entries, "gym", gym.id, _town_keys(gym))
    return Lexicon(spellings(crags, areas, sectors, routes, gyms), entries)


def _add(
    entries: dict[tuple[Kind, str], Entry],
    kind: Kind,
    id_: str,
    around: Iterable[str] = (),
    pitch: str = "",
) -> None:
    entries.setdefault((kind, id_), Entry(len(entries), frozenset(around) - {""}, pitch))


def _town_keys(gym: Gym) -> frozenset[str]:
    towns = [key(town) for town in (gym.city, gym.district)]
    short = [town[:-1] for town in towns if len(town) > 2 and town[-1] in "市县区镇乡"]
    return frozenset(chain(towns, short))
