"""What differs between two versions: added, changed and removed, by gym and crag."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, fields
from typing import TYPE_CHECKING, Any, Literal, Protocol

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from knowledge.schema import Crag, Gym, Notice, Records, Source

What = Literal["added", "changed", "removed"]
KEPT_CHANGES = 200
"""Changes that the history lists for one version; more are counted."""
SOURCES = "來源"
"""Where changes of sources stand."""
_UNTOLD = frozenset({"raw", "id"})
"""Fields whose change says nothing to people."""


class _Record(Protocol):
    @property
    def id(self) -> str: ...


@dataclass(frozen=True, slots=True)
class Change:
    """One record that is different."""

    what: What
    kind: str
    """sources, crags, areas, sectors, routes, gyms, notices."""
    id: str
    name: str
    where: str
    """Name of its gym or crag."""
    fields: tuple[str, ...] = ()
    """What changed, by field name."""


@dataclass(frozen=True, slots=True)
class Diff:
    """Everything that is different, in the order of the kinds."""

    changes: tuple[Change, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.changes)

    @property
    def counts(self) -> dict[str, int]:
        """「notices added」 → how many."""
        return dict(Counter(f"{change.kind} {change.what}" for change in self.changes))

    @property
    def by_place(self) -> dict[str, tuple[Change, ...]]:
        """The changes by name of gym or crag."""
        found: dict[str, list[Change]] = {}
        for change in self.changes:
            found.setdefault(change.where, []).append(change)
        return {where: tuple(changes) for where, changes in found.items()}

    def kept(self) -> dict[str, Any]:
        """What the history keeps: every count, and the first changes one by one."""
        return {
            "counts": self.counts,
            "changes": [
                {
                    "what": change.what,
                    "kind": change.kind,
                    "id": change.id,
                    "name": change.name,
                    "where": change.where,
                    **({"fields": list(change.fields)} if change.fields else {}),
                }
                for change in self.changes[:KEPT_CHANGES]
            ],
        }

    @classmethod
    def of_kept(cls, kept: Mapping[str, Any]) -> Diff:
        """The changes that the history lists."""
        listed = kept.get("changes", ())
        return cls(tuple(Change(**{**it, "fields": tuple(it.get("fields", ()))}) for it in listed))


NO_DIFF = Diff()


def compare_records(before: Records, after: Records) -> Diff:
    """What differs between two catalogues."""
    names = _place_names(before) | _place_names(after)
    kinds = ("sources", "crags", "areas", "sectors", "routes", "gyms")
    found: list[Change] = []
    for kind in kinds:
        one, other = getattr(before, kind), getattr(after, kind)
        if one is not other:
            found += _compare(kind, one, other, lambda it: names.get(_place_id(it), SOURCES))
    return Diff(tuple(found))


def compare_notices(
    before: Iterable[Notice], after: Iterable[Notice], place_of: Callable[[str], str]
) -> Diff:
    """What differs between two boards; ``place_of`` names the gym or crag of a record's id."""
    return Diff(tuple(_compare("notices", before, after, lambda it: place_of(it.about_id))))


def compare_sources(before: Iterable[Source], after: Iterable[Source]) -> Diff:
    """What differs between the sources of two boards."""
    return Diff(tuple(_compare("sources", before, after, lambda _: SOURCES)))


def _compare(
    kind: str, before: Iterable[_Record], after: Iterable[_Record], where: Callable[[Any], str]
) -> Iterator[Change]:
    old: dict[str, _Record] = {record.id: record for record in before}
    new: dict[str, _Record] = {record.id: record for record in after}
    for name, record in new.items():
        known = old.get(name)
        if known is None:
            yield Change("added", kind, name, _name(record), where(record))
        elif known != record:
            changed = _changed_fields(known, record)
            yield Change("changed", kind, name, _name(record), where(record), changed)
    for name, record in old.items():
        if name not in new:
            yield Change("removed", kind, name, _name(record), where(record))


def _changed_fields(old: Any, new: Any) -> tuple[str, ...]:
    names = (field.name for field in fields(old))
    return tuple(it for it in names if it not in _UNTOLD and getattr(old, it) != getattr(new, it))


def _name(record: Any) -> str:
    for name in ("title", "display_name", "name", "name_en"):
        found = getattr(record, name, "")
        if found:
            return str(found)
    return str(record.id)


def _place_names(records: Records) -> dict[str, str]:
    places: tuple[Crag | Gym, ...] = (*records.crags, *records.gyms)
    return {place.id: _name(place) for place in places}


def _place_id(record: Any) -> str:
    return str(getattr(record, "crag_id", "") or record.id)
