"""Several parts of one file as one."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol, TypeVar

from knowledge.schema import Records

if TYPE_CHECKING:
    from collections.abc import Iterable

    from knowledge.importers.fields import ProblemLog


class Identified(Protocol):
    """A record with an id."""

    @property
    def id(self) -> str:
        """Unique among the records of its kind."""


Rec = TypeVar("Rec", bound=Identified)


def combined(parts: list[Records], log: ProblemLog, *, partial: bool = False) -> Records:
    """The parts of one file together; a record that several name is the first one's."""
    return Records(
        sources=_once(source for part in parts for source in part.sources),
        crags=_once(crag for part in parts for crag in part.crags),
        areas=_once(area for part in parts for area in part.areas),
        sectors=_once(sector for part in parts for sector in part.sectors),
        routes=_once(route for part in parts for route in part.routes),
        gyms=_once(gym for part in parts for gym in part.gyms),
        problems=log.found(),
        replaces=tuple(crag_id for part in parts for crag_id in part.replaces),
        partial=partial,
        notices=tuple(notice for part in parts for notice in part.notices),
    )


def _once(records: Iterable[Rec]) -> tuple[Rec, ...]:
    found: dict[str, Rec] = {}
    for record in records:
        found.setdefault(record.id, record)
    return tuple(found.values())
