"""New records laid over the ones that are known.

A file that describes a crag as a whole replaces everything of that crag; any other row replaces the
record of its id, and a table's row (which names only some fields) leaves the others as they were.
Demo data give way to the first real ones. Merging the same records twice changes nothing.
"""

from __future__ import annotations

from dataclasses import fields, replace
from typing import TYPE_CHECKING, Protocol, TypeVar

from knowledge.importers.flags import inherit
from knowledge.importers.matching import with_known_places
from knowledge.importers.places import folded
from knowledge.schema import UNKNOWN_GRADE, Gym, Problem, Records, Route

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable


class _Identified(Protocol):
    @property
    def id(self) -> str: ...


Rec = TypeVar("Rec", bound=_Identified)
T = TypeVar("T")

_FROM_PROSE = frozenset({"flags", "styles"})
"""Fields that are read from the description and go with it."""


def merge(known: Records, new: Records) -> Records:
    """The known records with the new ones in place; its problems are those of the merging alone."""
    if _only_invented(known) and not _only_invented(new):
        known = Records()
    kept = _without_crags(known, _replaced_crags(known, new))
    if new.partial:
        new = with_known_places(kept, new)
    new, problems = _with_free_ids(kept, new)
    rank = {crag.id: index for index, crag in reversed([*enumerate((*known.crags, *new.crags))])}
    lay = _laid_over if new.partial else _put_in
    lay_place = _added if new.partial else _put_in
    merged = Records(
        sources=_put_in(known.sources, new.sources),
        crags=_sorted(lay_place(kept.crags, new.crags), lambda it: rank[it.id]),
        areas=_sorted(lay_place(kept.areas, new.areas), lambda it: rank[it.crag_id]),
        sectors=_sorted(lay_place(kept.sectors, new.sectors), lambda it: rank[it.crag_id]),
        routes=_sorted(lay(kept.routes, new.routes), lambda it: rank[it.crag_id]),
        gyms=lay(kept.gyms, new.gyms),
    )
    return replace(_without_unused_sources(inherit(merged)), problems=problems)


def _only_invented(records: Records) -> bool:
    return bool(records.sources) and all(source.invented for source in records.sources)


def _replaced_crags(known: Records, new: Records) -> frozenset[str]:
    """The crags that a file describes as a whole, also those that a table knew by name only."""
    names = {folded(crag.name) for crag in new.crags if crag.id in new.replaces}
    named = (crag.id for crag in known.crags if not crag.raw and folded(crag.name) in names)
    return frozenset((*new.replaces, *named))


def _without_crags(records: Records, crag_ids: frozenset[str]) -> Records:
    return replace(
        records,
        crags=tuple(crag for crag in records.crags if crag.id not in crag_ids),
        areas=tuple(area for area in records.areas if area.crag_id not in crag_ids),
        sectors=tuple(sector for sector in records.sectors if sector.crag_id not in crag_ids),
        routes=tuple(route for route in records.routes if route.crag_id not in crag_ids),
    )


def _with_free_ids(kept: Records, new: Records) -> tuple[Records, tuple[Problem, ...]]:
    """The new records with a route id that another crag already uses put behind its crag's id."""
    owners = {route.id: route.crag_id for route in kept.routes}
    routes: list[Route] = []
    problems: list[Problem] = []
    for route in new.routes:
        owner = owners.setdefault(route.id, route.crag_id)
        if owner == route.crag_id:
            routes.append(route)
            continue
        free = f"{route.crag_id}/{route.id}"
        problems.append(Problem("", route.id, f"編號已被岩場「{owner}」使用，改用「{free}」"))
        routes.append(replace(route, id=free))
    return replace(new, routes=tuple(routes)), tuple(problems)


def _added(kept: tuple[Rec, ...], new: tuple[Rec, ...]) -> tuple[Rec, ...]:
    """New places at the end; a table knows a place by name only, so known ones stay."""
    known = {record.id: record for record in kept}
    for record in new:
        known.setdefault(record.id, record)
    return tuple(known.values())


def _put_in(kept: tuple[Rec, ...], new: tuple[Rec, ...]) -> tuple[Rec, ...]:
    """Each new record in the place of the one with its id, else at the end."""
    merged = {record.id: record for record in kept}
    merged.update((record.id, record) for record in new)
    return tuple(merged.values())


def _laid_over(kept: tuple[Rec, ...], new: tuple[Rec, ...]) -> tuple[Rec, ...]:
    """Like ``_put_in``, but an empty field of a new record leaves the known one as it was."""
    known = {record.id: record for record in kept}
    return _put_in(kept, tuple(_filled(record, known.get(record.id)) for record in new))


def _filled(new: Rec, old: Rec | None) -> Rec:
    if old is None:
        return new
    told = getattr(new, "description", "")
    names = (field.name for field in fields(new))  # type: ignore[arg-type]
    missing = {
        name: getattr(old, name)
        for name in names
        if _is_empty(getattr(new, name)) and not (told and name in _FROM_PROSE)
    }
    if any(not _is_empty(value) for value in missing.values()):
        missing["also_from"] = _also_from(new, old)
    return replace(new, **missing)  # type: ignore[type-var]


def _also_from(new: object, old: object) -> tuple[str, ...]:
    """The other sources of a record that keeps fields of an old one."""
    mine = getattr(new, "source_id", "")
    ids = (*getattr(old, "also_from", ()), getattr(old, "source_id", ""))
    return tuple(dict.fromkeys(it for it in ids if it != mine))


def _is_empty(value: object) -> bool:
    return value in (None, "", (), {}, UNKNOWN_GRADE)


def _sorted(records: Iterable[T], rank: Callable[[T], int]) -> tuple[T, ...]:
    return tuple(sorted(records, key=rank))


def _without_unused_sources(records: Records) -> Records:
    tables = (records.crags, records.areas, records.sectors, records.routes, records.gyms)
    used = {record.source_id for table in tables for record in table}
    kept: tuple[Route | Gym, ...] = (*records.routes, *records.gyms)
    used.update(source_id for record in kept for source_id in record.also_from)
    return replace(records, sources=tuple(it for it in records.sources if it.id in used))
