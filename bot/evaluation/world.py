"""The loaded records as plain Python values, and which of their names mean one thing only.

Read by the importers and never through the catalogue, so that gold owes nothing to what is judged.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from pypinyin.phrases_dict import phrases_dict

from knowledge.importers import expand, merge, read_file
from knowledge.schema import Area, Crag, Gym, Notice, Records, Route, Sector
from knowledge.terms import vocabulary
from knowledge.text import has_han, key

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

_HOLIDAYS = frozenset(
    key(word)
    for word in ("元旦", "除夕", "春節", "清明節", "端午節", "勞動節", "中秋節", "國慶日", "聖誕節")
)
_PARTICLES = key("是的了吧嗎呢")
"""What a sentence may add to a word: 「應該是」 is said without meaning a route."""

Named = Route | Crag | Area | Sector | Gym


def load_world(paths: Iterable[Path]) -> World:
    """The records of these files and folders.

    Raises:
        UnreadableFileError: When a file is of no known format.
    """
    records = Records()
    for path in expand(paths):
        records = merge(records, read_file(path))
    return World(records)


@dataclass(frozen=True)
class World:
    """Everything that questions may be about."""

    records: Records
    notices: tuple[Notice, ...] = ()
    """Invented ones, for the dated questions only."""

    @property
    def routes(self) -> tuple[Route, ...]:
        """All routes, in the order of the files."""
        return self.records.routes

    @property
    def gyms(self) -> tuple[Gym, ...]:
        """All gyms."""
        return self.records.gyms

    @cached_property
    def crags(self) -> dict[str, Crag]:
        """Crags by id."""
        return {crag.id: crag for crag in self.records.crags}

    @cached_property
    def areas(self) -> dict[str, Area]:
        """Areas by id."""
        return {area.id: area for area in self.records.areas}

    @cached_property
    def sectors(self) -> dict[str, Sector]:
        """Sectors by id."""
        return {sector.id: sector for sector in self.records.sectors}

    @cached_property
    def named_routes(self) -> tuple[Route, ...]:
        """Routes that a question may name: one clear name, no draft, no single pitch."""
        return tuple(
            route
            for route in self.routes
            if self.is_clear(route) and not route.pitch and not is_draft(route)
        )

    def routes_in(self, place_id: str) -> tuple[Route, ...]:
        """Routes of a crag, area or sector."""
        return tuple(
            route
            for route in self.routes
            if place_id in {route.crag_id, route.area_id, route.sector_id}
        )

    def areas_of(self, crag_id: str) -> tuple[Area, ...]:
        """Areas of a crag that hold routes."""
        used = {route.area_id for route in self.routes_in(crag_id)}
        return tuple(area for area in self.records.areas if area.id in used)

    def is_clear(self, record: Named) -> bool:
        """Whether the record's own name means nothing else."""
        return self.is_free(main_name(record), record)

    def is_free(self, name: str, record: Named) -> bool:
        """Whether a spelling could only mean this record."""
        folded = key(name)
        return bool(folded) and not (self._bearers.get(folded, set()) - _family(record))

    def is_taken(self, name: str) -> bool:
        """Whether any record bears the name."""
        return key(name) in self._bearers

    def looks_ordinary(self, name: str) -> bool:
        """Whether the name is a word that a question may hold without meaning it."""
        folded = key(name)
        if not has_han(name):
            return folded.isdigit() or (" " not in name and len(folded) < 6)
        everyday = {folded, folded.rstrip(_PARTICLES)} & phrases_dict.keys() or folded in _HOLIDAYS
        return len(folded) < 2 or bool(everyday) or folded in self._word_keys

    @cached_property
    def shared_names(self) -> dict[str, tuple[Route, ...]]:
        """Names that several routes bear in different places or as different lines."""
        by_name: dict[str, list[Route]] = defaultdict(list)
        for route in self.routes:
            if route.name and not route.pitch and not is_draft(route):
                by_name[key(route.name)].append(route)
        return {
            name: tuple(routes)
            for name, routes in by_name.items()
            if len(routes) > 1 and self._bearers[name] == {route.id for route in routes}
        }

    @cached_property
    def keys(self) -> tuple[str, ...]:
        """Keys of every spelling of every record."""
        return tuple(self._bearers)

    @cached_property
    def _word_keys(self) -> frozenset[str]:
        return frozenset(key(word) for word in vocabulary())

    @cached_property
    def _bearers(self) -> dict[str, set[str]]:
        bearers: dict[str, set[str]] = defaultdict(set)
        for record in self._all():
            for name in spellings(record):
                if key(name):
                    bearers[key(name)].add(record.id)
        return dict(bearers)

    def _all(self) -> Iterator[Named]:
        yield from self.records.crags
        yield from self.records.areas
        yield from self.records.sectors
        yield from self.records.routes
        yield from self.records.gyms


def main_name(record: Named) -> str:
    """The stored name, else the English one."""
    return record.name or record.name_en or record.id


def spellings(record: Named) -> tuple[str, ...]:
    """Every name of a record."""
    old = record.old_names if isinstance(record, Route) else ()
    names = (record.name, record.name_en, *record.aliases, *old)
    return tuple(dict.fromkeys(name for name in names if name))


def is_draft(route: Route) -> bool:
    """Whether the record says that it is unfinished."""
    return any(flag.kind == "draft" for flag in route.flags)


def common(values: Iterable[str]) -> list[str]:
    """The values, most frequent first."""
    return [value for value, _ in Counter(values).most_common()]


def _family(record: Named) -> set[str]:
    """The record, and for an area its walls of the same name."""
    ids = {record.id}
    if isinstance(record, Sector):
        ids.add(record.area_id)
    return ids
