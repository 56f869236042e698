"""What an answer may state."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from bot.personal import LogEvidence
from knowledge.filters import (
    Bucket,
    GradeBounds,
)
from knowledge.schema import (
    Area,
    Card,
    Crag,
    Gym,
    Notice,
    Route,
    Sector,
    Source,
)


@dataclass(frozen=True, slots=True)
class ScoredCard:
    """A card found by free-text retrieval; higher is nearer."""

    card: Card
    score: float


@dataclass(frozen=True, slots=True)
class Group:
    """The routes and figures of one place of a comparison or a distribution by place."""

    place_id: str
    name: str
    total: int
    buckets: tuple[Bucket, ...] = ()
    bounds: GradeBounds | None = None
    types: tuple[Bucket, ...] = ()
    warned: tuple[Bucket, ...] = ()
    """Routes by the kind of what their records warn of, a route once a kind."""
    warned_total: int = 0
    """Routes that are warned of at all."""
    shut_total: int = 0
    """Of these, those that are not to be climbed."""


@dataclass(frozen=True, slots=True)
class Tally:
    """What a figure was worked out from: how many routes, and how many lack what it needs."""

    total: int
    missing: int = 0


@dataclass(frozen=True, slots=True)
class Evidence:
    """Everything that an answer may state. Nothing else may be said."""

    snapshot: int = 0
    today: date | None = None
    routes: tuple[Route, ...] = ()
    """In the order to show; complete for lists and counts."""
    inexact: frozenset[str] = frozenset()
    near_misses: tuple[Route, ...] = ()
    """Routes that would match if one filter were dropped, or runners-up of an ambiguous name."""
    crags: tuple[Crag, ...] = ()
    areas: tuple[Area, ...] = ()
    sectors: tuple[Sector, ...] = ()
    """Places asked about and places of the routes, for their names."""
    gyms: tuple[Gym, ...] = ()
    cards: tuple[ScoredCard, ...] = ()
    groups: tuple[Group, ...] = ()
    buckets: tuple[Bucket, ...] = ()
    bounds: GradeBounds | None = None
    suggestions: tuple[str, ...] = ()
    """Names of the catalogue that resemble an unknown one."""
    available: tuple[str, ...] = ()
    """What the place does have when the thing asked does not exist, already worded."""
    unrecorded: tuple[str, ...] = ()
    """Route fields among the conditions that no route of the place has recorded."""
    waived: tuple[str, ...] = ()
    """Styles, and ``popularity``, that were wished for and that no matching route is said to have:
    the routes were chosen without them."""
    of_areas: str = ""
    """A style that the routes do not say but the areas do, to which they were kept: shade."""
    sources: tuple[Source, ...] = ()
    places: tuple[str, ...] = ()
    """Names of all crags in the catalogue, to say what we know."""
    notices: tuple[Notice, ...] = ()
    """Notices that the asker may see: those asked for, else all active ones about the records."""
    log: LogEvidence | None = None
    """The asker's own log; ``None`` where nobody is known to ask or no log is there."""
    tally: Tally | None = None
    """Behind a figure: the routes looked at, and those whose record does not say."""

    def crag(self, crag_id: str) -> Crag | None:
        """The crag with this id, if it is part of the evidence."""
        return next((crag for crag in self.crags if crag.id == crag_id), None)

    def area(self, area_id: str) -> Area | None:
        """The area with this id, if it is part of the evidence."""
        return next((area for area in self.areas if area.id == area_id), None)

    def sector(self, sector_id: str) -> Sector | None:
        """The sector with this id, if it is part of the evidence."""
        return next((sector for sector in self.sectors if sector.id == sector_id), None)

    def source(self, source_id: str) -> Source | None:
        """The source with this id, if it is part of the evidence."""
        return next((source for source in self.sources if source.id == source_id), None)
