"""What can be asked of the catalogue exactly: filters, orders and figures.

Values inside one field are alternatives (or), fields are joined (and). Grade bounds are inclusive
scores of one group and match by overlap; ``inexact`` routes are those whose interval is wider than
the bounds.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from knowledge.schema import FlagKind, Grade, GradeGroup, GymType, Route, RouteType

RouteOrder = Literal["grade", "length", "bolts", "popularity", "first_ascent", "name", "catalogue"]
Lacking = Literal["length", "bolts", "first_ascent", "first_ascent_on", "description", "name_zh"]
GymOrder = Literal["weekday", "weekend", "twilight", "shoes", "harness", "closes", "opens", "name"]


@dataclass(frozen=True, slots=True)
class GradeRange:
    """Scores [lo, hi] of one group; an open end is ``None``."""

    group: GradeGroup
    lo: int | None = None
    hi: int | None = None
    text: str = ""
    """How to say it: ``5.10a 到 5.10d``."""
    of_a_word: bool = False
    """Whether they are a difficulty word's, which names the steps that it cuts through."""


@dataclass(frozen=True, slots=True)
class RouteFilter:
    """Which routes."""

    route_ids: tuple[str, ...] = ()
    crag_ids: tuple[str, ...] = ()
    area_ids: tuple[str, ...] = ()
    sector_ids: tuple[str, ...] = ()
    """Places: a route matches when it lies in any of the named crags, areas or sectors."""
    grade: GradeRange | None = None
    grade_known: bool | None = None
    types: tuple[RouteType, ...] = ()
    styles: tuple[str, ...] = ()
    length_min: float | None = None
    length_max: float | None = None
    bolts_min: int | None = None
    bolts_max: int | None = None
    popularity_min: int | None = None
    seasons: tuple[str, ...] = ()
    """Seasons of the crag."""
    first_ascent: str = ""
    """Name of a first ascensionist, matched by key."""
    year_min: int | None = None
    year_max: int | None = None
    has_video: bool | None = None
    multi_pitch: bool | None = None
    flags: tuple[FlagKind, ...] = ()
    recommendable: bool | None = None
    regions: tuple[str, ...] = ()
    cities: tuple[str, ...] = ()
    text: str = ""
    """Words that name, description or protection must hold, matched by key."""
    lacking: tuple[Lacking, ...] = ()
    """What the records must not tell: 「沒有記載長度的」."""
    month: int | None = None
    """Month of the first ascent."""


@dataclass(frozen=True, slots=True)
class RouteOrderBy:
    """Order of a route list; unknown values always stand last."""

    key: RouteOrder = "catalogue"
    descending: bool = False


@dataclass(frozen=True, slots=True)
class RoutePage:
    """A complete answer from the catalogue: every match, in order."""

    routes: tuple[Route, ...]
    inexact: frozenset[str] = frozenset()
    """Ids that match only because their grade is an interval wider than the bounds."""

    @property
    def total(self) -> int:
        """How many routes match."""
        return len(self.routes)


@dataclass(frozen=True, slots=True)
class GymFilter:
    """Which gyms."""

    gym_ids: tuple[str, ...] = ()
    regions: tuple[str, ...] = ()
    cities: tuple[str, ...] = ()
    districts: tuple[str, ...] = ()
    types: tuple[GymType, ...] = ()
    facilities: tuple[str, ...] = ()
    """Words matched by key in the facilities and the notes; ``|`` parts alternatives of one."""
    price_key: str = "weekday"
    price_max: int | None = None
    price_min: int | None = None
    open_day: str = ""
    """monday … sunday or holiday."""
    open_at: str = ""
    """``HH:MM`` on that day; empty means open at any time of that day."""
    open_after: str = ""
    """Not closing before this time."""
    closed_day: str = ""
    """A day on which the gym is closed; gyms whose hours of it are not recorded do not match."""
    open_every_day: bool = False
    """Open on each of the seven days; one that is not recorded does not count."""
    opens_before: str = ""
    """``HH:MM`` before which it opens, on that day or on any."""
    closes_before: str = ""
    """``HH:MM`` before which it is closed for that day, or on every day that it is open."""
    without_ticket: str = ""
    """A price that is not on record."""


@dataclass(frozen=True, slots=True)
class Bucket:
    """One row of a distribution."""

    label: str
    count: int


@dataclass(frozen=True, slots=True)
class GradeBounds:
    """Easiest and hardest known grade of a selection."""

    easiest: Grade
    hardest: Grade
