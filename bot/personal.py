"""What is said to the private log and asked of it, as values.

A request to change the log becomes a :class:`Change`: what would be done, nothing more. The door
that shows its preview hands it to the log once the member has confirmed it; the owner is the
member who speaks there and is part of no value here, so no text can choose another one.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING, Literal

from bot.ascents import Ascent, Mode, Result
from knowledge.filters import GradeRange
from knowledge.schema import RouteType

if TYPE_CHECKING:
    from collections.abc import Mapping

LogAsk = Literal[
    "overview",
    "count",
    "list",
    "days",
    "hardest",
    "longest",
    "first_at",
    "projects",
    "most_tried",
    "tries",
    "done",
    "last",
    "first",
    "success",
    "average",
    "streak",
    "compare",
    "pyramid",
    "volume",
    "progress",
    "places",
    "styles",
    "wishes",
    "unclimbed",
    "climbed",
    "recommend",
    "others",
    "about_me",
    "export",
    "import",
    "erase",
    "add",
    "edit",
    "delete",
    "undo",
    "remember",
    "forget",
    "confirm",
    "cancel",
]
"""What is wanted of the log; the last ones change it or speak of a change."""
ACTIONS: frozenset[LogAsk] = frozenset({"add", "edit", "delete", "undo"})
ChangeKind = Literal["add", "edit", "delete", "undo", "remember", "forget"]
MEMORIES = ("level", "area", "style", "voice")
"""What a member may tell of themselves, by its name in the profile: how hard they climb, where,
what they like, and that a model may read what is theirs."""
Memory = tuple[tuple[str, str], ...]
"""Names of ``MEMORIES`` and their values."""
Setting = Literal["", "outdoor", "gym"]
Unit = Literal["routes", "entries", "sends", "tries"]


@dataclass(frozen=True, slots=True)
class LogFilter:
    """Which entries of the asker's log; an empty field narrows nothing."""

    first: date | None = None
    last: date | None = None
    """Days, both included."""
    route_ids: tuple[str, ...] = ()
    names: tuple[str, ...] = ()
    """Names of routes or places that the catalogue does not hold, matched by key."""
    crag_ids: tuple[str, ...] = ()
    area_ids: tuple[str, ...] = ()
    sector_ids: tuple[str, ...] = ()
    gym_ids: tuple[str, ...] = ()
    setting: Setting = ""
    modes: tuple[Mode, ...] = ()
    results: tuple[Result, ...] = ()
    sent: bool | None = None
    """Only done climbs, or only tries that failed."""
    grade: GradeRange | None = None
    types: tuple[RouteType, ...] = ()
    styles: tuple[str, ...] = ()
    without: LogFilter | None = None
    """Entries that are left out."""

    @property
    def placed(self) -> bool:
        """Whether a place narrows it."""
        return bool(self.crag_ids or self.area_ids or self.sector_ids or self.gym_ids)

    @property
    def windowed(self) -> bool:
        """Whether days narrow it."""
        return self.first is not None or self.last is not None


@dataclass(frozen=True, slots=True)
class Entry:
    """An ascent as it was told, before it is known which route is meant."""

    ascent: Ascent
    route_ids: tuple[str, ...] = ()
    """Routes of the catalogue that the name may mean; more than one must be asked about."""
    told: frozenset[str] = frozenset()
    """Fields of the ascent that were said and not supplied."""
    guessed: bool = False
    """The name was recognised in spite of a misspelling."""


@dataclass(frozen=True, slots=True)
class Target:
    """Which entry of the log is to be changed."""

    filter: LogFilter = LogFilter()
    latest: bool = False
    """The one entered last: 「剛剛那筆」."""
    position: int | None = None
    """The n-th of those that were offered, from 1; -1 the last."""
    every: bool = False
    """All that fit, not one of them."""


@dataclass(frozen=True, slots=True)
class Edit:
    """One of several changes that a message wants."""

    target: Target
    new: Entry | None = None


@dataclass(frozen=True, slots=True)
class LogQuery:
    """A question to the log or a request to change it."""

    ask: LogAsk
    filter: LogFilter = LogFilter()
    window: str = ""
    """The days in the member's own words, to echo: 今年、上個月."""
    unit: Unit = "routes"
    against: LogFilter | None = None
    """The other side of a comparison."""
    against_window: str = ""
    limit: int | None = None
    entries: tuple[Entry, ...] = ()
    """What is to be written down."""
    target: Target = Target()
    new: Entry | None = None
    """The new values of an entry; its ``told`` fields count."""
    also: tuple[Edit, ...] = ()
    """Further entries that the same message edits or deletes."""
    missing: tuple[str, ...] = ()
    """What must be asked before anything can be written: route, result, value."""
    easiest: bool = False
    memory: Memory = ()
    """What is to be remembered of the member, or forgotten: then without values."""


@dataclass(frozen=True, slots=True)
class Change:
    """What would be done to the log, to be confirmed first."""

    kind: ChangeKind
    ascents: tuple[Ascent, ...] = ()
    """The new entries, the entries as they will be, or those that will go."""
    before: tuple[Ascent, ...] = ()
    """The entries as they are, where they will be edited."""
    memory: Memory = ()
    """What will be remembered, or forgotten."""
    memory_before: Memory = ()
    """What was remembered under these names when the change was previewed."""


def remembered(profile: Mapping[str, str]) -> Memory:
    """What a profile holds of ``MEMORIES``, in their order."""
    return tuple((name, profile[name]) for name in MEMORIES if profile.get(name))


@dataclass(frozen=True, slots=True)
class Figure:
    """One number of a statistic with what it counts: a row of a pyramid, a month."""

    label: str
    count: int
    parts: tuple[tuple[str, int], ...] = ()
    """Named parts of the count: OS, Flash, RP."""


@dataclass(frozen=True, slots=True)
class Best:
    """The hardest climbs of one kind: all that tie."""

    kind: str
    """lead, toprope, boulder, gym_boulder, gym_lead …"""
    ascents: tuple[Ascent, ...]


@dataclass(frozen=True, slots=True)
class LogEvidence:
    """Everything that an answer may state of the asker's log, computed by code."""

    held: int = 0
    """Entries in the whole log of the asker."""
    ascents: tuple[Ascent, ...] = ()
    """The entries that the answer speaks of, in the order to show."""
    routes: int = 0
    """Different routes among them."""
    days: int = 0
    sends: int = 0
    figures: tuple[Figure, ...] = ()
    against: tuple[Ascent, ...] = ()
    against_figures: tuple[Figure, ...] = ()
    bests: tuple[Best, ...] = ()
    numbers: tuple[tuple[str, str], ...] = ()
    """Other computed values by name, as they are said: rate, tries, weeks."""
    change: Change | None = None
    problem: str = ""
    """Why nothing can be changed: none, several, route, future …"""
    options: tuple[str, ...] = ()
    """Ids of catalogue routes that a told name may mean."""
    first_day: date | None = None
    last_day: date | None = None
    window: tuple[date | None, date | None] = (None, None)
    other_window: tuple[date | None, date | None] = (None, None)
    """The window that it is compared with."""
    memory: Memory = ()
    """What the member told of themselves and wants to be remembered."""
    english: tuple[tuple[str, str], ...] = ()
    """English names by the id of a route, a crag or a gym, where the asker writes English."""
    alone: bool = False
    """Whether the answer is about the log only, and not about the catalogue beside it."""

    @property
    def entries(self) -> tuple[Ascent, ...]:
        """Every entry that the answer may show."""
        change = self.change
        return (
            *self.ascents,
            *self.against,
            *(one for best in self.bests for one in best.ascents),
            *((*change.ascents, *change.before) if change else ()),
        )

    def named_in_english(self, *ids: str) -> str:
        """The English name of the first of these records that has one."""
        names = dict(self.english)
        return next((names[one] for one in ids if one in names), "")

    def number(self, name: str) -> str:
        """A computed value by name; empty when there is none."""
        return dict(self.numbers).get(name, "")

    def with_numbers(self, **numbers: object) -> LogEvidence:
        """The evidence with more computed values."""
        added = tuple((name, str(value)) for name, value in numbers.items())
        return replace(self, numbers=self.numbers + added)
