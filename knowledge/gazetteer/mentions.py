"""What linking gives back: the names in a text, what each may mean, and names that nobody knows.

Offsets are places in the original text, end excluded. ``ids`` are equally good readings in
catalogue order; more than one means ambiguous, or the pitches of one line.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Kind = Literal["crag", "area", "sector", "route", "gym"]
How = Literal["exact", "alias", "old", "english", "partial", "typo", "homophone"]

KINDS: tuple[Kind, ...] = ("crag", "gym", "area", "sector", "route")
"""Of several things with one name, the first kind is meant when nothing else tells."""
PLACES: tuple[Kind, ...] = ("crag", "area", "sector")


@dataclass(frozen=True, slots=True)
class Scope:
    """Places that the conversation is about; of equal names, those inside them win."""

    crag_ids: tuple[str, ...] = ()
    area_ids: tuple[str, ...] = ()
    sector_ids: tuple[str, ...] = ()

    @property
    def ids(self) -> frozenset[str]:
        """All places together."""
        return frozenset(self.crag_ids + self.area_ids + self.sector_ids)


@dataclass(frozen=True, slots=True)
class NameMention:
    """A name in the text and the records that it may mean."""

    start: int
    end: int
    surface: str
    kind: Kind
    ids: tuple[str, ...]
    runners_up: tuple[str, ...] = ()
    """Weaker readings of the same kind: an alias of another record, the same name elsewhere."""
    how: How = "exact"
    score: float = 1.0
    """1.0 for a name as recorded; less the more was guessed."""
    other: tuple[tuple[Kind, tuple[str, ...]], ...] = ()
    """Readings of other kinds: a sector that is called like its area, a route like a sector."""

    def of(self, kind: Kind) -> tuple[str, ...]:
        """The ids of this reading: the mention's own or another kind's."""
        if kind == self.kind:
            return self.ids
        return next((ids for other, ids in self.other if other == kind), ())


@dataclass(frozen=True, slots=True)
class UnknownName:
    """Words that clearly are a name, of nothing in the catalogue."""

    start: int
    end: int
    surface: str
    kind: Kind | None = None
    """What the words around it say that it is, when they do; ``crag`` stands for any place."""


@dataclass(frozen=True, slots=True)
class Linking:
    """The names in a text, in its order; nothing overlaps."""

    mentions: tuple[NameMention, ...] = ()
    unknown: tuple[UnknownName, ...] = ()

    def of_kind(self, *kinds: Kind) -> tuple[NameMention, ...]:
        """The mentions whose first reading is of one of these kinds."""
        return tuple(mention for mention in self.mentions if mention.kind in kinds)
