"""The records of the catalogue: frozen values that describe themselves.

Invariants: text is stored as it came (never converted); ``None`` or an empty string means
"not recorded", never zero; scores of grades are inclusive integer bands within one group; dates
are Asia/Taipei days.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import Literal

GradeSystem = Literal["yds", "french", "uiaa", "v", "font", "none"]
GradeGroup = Literal["free", "boulder"]
Protection = Literal["PG", "PG13", "R", "X"]
RouteType = Literal["sport", "trad", "toprope", "boulder", "mixed"]
GymType = Literal["bouldering", "lead", "mixed"]
FlagKind = Literal[
    "closed",
    "do_not_climb",
    "discouraged",
    "draft",
    "rockfall",
    "loose_rock",
    "old_bolts",
    "no_anchor",
    "tide",
    "wildlife",
    "sensitive",
    "hazard",
]

NoticeKind = Literal["reset", "closure", "hours", "price", "event", "access", "hardware"]

BLOCKING_FLAGS: frozenset[FlagKind] = frozenset({"closed", "do_not_climb", "discouraged", "draft"})
"""Flags with which a route is never recommended."""

WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")


@dataclass(frozen=True, slots=True)
class Grade:
    """A grade as an interval on the score axis of its group.

    ``lo``/``hi`` are canonical tokens (``5.10a``, ``6b+``, ``7A``, ``V3``, ``7-``), lo <= hi;
    scores are inclusive. An unknown grade has system ``none``, no tokens, no group, no scores.
    """

    raw: str
    system: GradeSystem = "none"
    lo: str = ""
    hi: str = ""
    lo_score: int | None = None
    hi_score: int | None = None
    group: GradeGroup | None = None
    modifier: Literal["", "+", "-"] = ""
    uncertain: bool = False
    safety: Protection | None = None
    guessed: bool = False
    """The system was guessed from the letter's case (French or Font)."""

    @property
    def known(self) -> bool:
        """Whether the grade has a place on a scale."""
        return self.lo_score is not None

    @property
    def exact(self) -> bool:
        """Whether the grade is one certain step of its scale."""
        return self.known and self.lo == self.hi and not self.uncertain

    @property
    def midpoint(self) -> float | None:
        """Middle of the score band, with a small push for the modifier; ``None`` when unknown."""
        if self.lo_score is None or self.hi_score is None:
            return None
        push = {"": 0.0, "+": 0.25, "-": -0.25}[self.modifier]
        return (self.lo_score + self.hi_score) / 2 + push


UNKNOWN_GRADE = Grade(raw="")


@dataclass(frozen=True, slots=True)
class Source:
    """Where records come from; shown under every answer."""

    id: str
    title: str
    url: str = ""
    maintainer: str = ""
    licence: str = ""
    updated_on: date | None = None
    attribution: str = ""
    invented: bool = False
    """True for the demo data, which every answer says."""


@dataclass(frozen=True, slots=True)
class Flag:
    """Something that a climber must know before touching a route, with the words that say so."""

    kind: FlagKind
    evidence: str
    """The quoted words of the record."""
    reported_on: str = ""
    """Normalised to ``YYYY``, ``YYYY-MM`` or ``YYYY-MM-DD``; empty when undated."""
    months: tuple[int, ...] = ()
    """Months of the year in which it holds; empty when it holds all year."""


def blocks_on(flag: Flag, day: date | None) -> bool:
    """Whether nobody should be sent there on that day; without a day, in any month."""
    if flag.kind not in BLOCKING_FLAGS:
        return False
    return not flag.months or day is None or day.month in flag.months


@dataclass(frozen=True, slots=True)
class Crag:
    """An outdoor climbing place."""

    id: str
    name: str
    source_id: str
    name_en: str = ""
    aliases: tuple[str, ...] = ()
    kind: str = ""
    """Style as the file says it (sport, trad, mixed, boulder); the routes are the truth."""
    region: str = ""
    city: str = ""
    address: str = ""
    rock_type: str = ""
    rock_type_en: str = ""
    seasons: tuple[str, ...] = ()
    description: str = ""
    description_en: str = ""
    approach: str = ""
    parking: str = ""
    transport: tuple[tuple[str, str], ...] = ()
    """(means, description) pairs."""
    amenities: tuple[str, ...] = ()
    latitude: float | None = None
    longitude: float | None = None
    height_m: str = ""
    """Height of the walls in metres as it is shown: ``15``, ``15–105``."""
    flags: tuple[Flag, ...] = ()
    updated_on: date | None = None
    raw: str = ""
    """The untouched source row as JSON."""

    @property
    def display_name(self) -> str:
        """The name to show: the Chinese name, else the English one."""
        return self.name or self.name_en or self.id

    @property
    def sensitive(self) -> bool:
        """Whether the place asks for discretion about its location."""
        return any(flag.kind == "sensitive" for flag in self.flags)


@dataclass(frozen=True, slots=True)
class Area:
    """A part of a crag; ``id`` is ``<crag id>/<area id of the file>``."""

    id: str
    crag_id: str
    name: str
    source_id: str
    name_en: str = ""
    aliases: tuple[str, ...] = ()
    description: str = ""
    description_en: str = ""
    flags: tuple[Flag, ...] = ()
    updated_on: date | None = None
    raw: str = ""


@dataclass(frozen=True, slots=True)
class Sector:
    """A wall of an area; ``id`` is ``<area id>/<sector name or id>``."""

    id: str
    crag_id: str
    area_id: str
    name: str
    source_id: str
    name_en: str = ""
    aliases: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Route:
    """A climbing route or boulder problem; one pitch of a multi-pitch line is a row of its own."""

    id: str
    crag_id: str
    name: str
    """As it stands in the source, without alias parentheses and pitch suffix; may be empty."""
    grade: Grade
    source_id: str
    title: str = ""
    """The name exactly as stored in the source, e.g. ``名稱 (舊：…) | P2``."""
    name_en: str = ""
    aliases: tuple[str, ...] = ()
    old_names: tuple[str, ...] = ()
    area_id: str = ""
    sector_id: str = ""
    type: RouteType | None = None
    length_m: float | None = None
    pitch: str = ""
    """``P1``, ``P2`` … when the row is one pitch."""
    bolts: int | None = None
    anchor: str = ""
    protection: str = ""
    first_ascent: str = ""
    first_ascent_en: str = ""
    first_ascent_on: str = ""
    """As written, normalised to ``YYYY``, ``YYYY-MM`` or ``YYYY-MM-DD`` where it is a date."""
    description: str = ""
    description_en: str = ""
    styles: tuple[str, ...] = ()
    """Read from name and prose: slab, overhang, crack, roof, corner, arete, chimney, face, …"""
    popularity: int | None = None
    safety_rating: str = ""
    videos: tuple[str, ...] = ()
    flags: tuple[Flag, ...] = ()
    updated_on: date | None = None
    raw: str = ""
    also_from: tuple[str, ...] = ()
    """Ids of other sources whose fields stayed where this one says nothing."""

    @property
    def display_name(self) -> str:
        """The name to show: the Chinese name, else the English one, else the id."""
        return self.name or self.name_en or self.id

    @property
    def recommendable(self) -> bool:
        """Whether nothing in the record speaks against sending somebody there all year round."""
        return not any(blocks_on(flag, None) and not flag.months for flag in self.flags)

    def recommendable_on(self, day: date | None) -> bool:
        """Whether nothing in the record speaks against sending somebody there on that day."""
        return not any(blocks_on(flag, day) for flag in self.flags)


@dataclass(frozen=True, slots=True)
class Gym:
    """An indoor climbing gym.

    Hours are ``(("12:00", "23:00"), …)`` a day; an empty tuple means closed.
    """

    id: str
    name: str
    source_id: str
    name_en: str = ""
    aliases: tuple[str, ...] = ()
    type: GymType | None = None
    region: str = ""
    city: str = ""
    district: str = ""
    address: str = ""
    latitude: float | None = None
    longitude: float | None = None
    description: str = ""
    description_en: str = ""
    facilities: tuple[str, ...] = ()
    hours: dict[str, tuple[tuple[str, str], ...]] = field(default_factory=dict)
    """Keys: the seven weekdays and ``holiday``; a missing key means not recorded."""
    prices: dict[str, int] = field(default_factory=dict)
    """TWD by key: weekday, weekend, twilight, shoes, harness or one of the source; never zero."""
    price_notes: str = ""
    transport: tuple[tuple[str, str], ...] = ()
    """(means, description): mrt, train, bus, parking …"""
    phone: str = ""
    website: str = ""
    facebook: str = ""
    instagram: str = ""
    line: str = ""
    notes: str = ""
    flags: tuple[Flag, ...] = ()
    updated_on: date | None = None
    raw: str = ""
    also_from: tuple[str, ...] = ()
    """Ids of other sources whose fields stayed where this one says nothing."""


@dataclass(frozen=True, slots=True)
class Card:
    """A piece of knowledge written by us: one heading of a Markdown file with front matter."""

    id: str
    title: str
    text: str
    topic: str
    """grades, glossary, etiquette, safety, access, gear, training, log, about."""
    language: Literal["zh", "en"] = "zh"
    keywords: tuple[str, ...] = ()
    source: str = ""
    reviewed_on: date | None = None


Hours = tuple[tuple[str, str], ...]
"""Spans of one day, as in ``Gym.hours``; empty when closed."""


@dataclass(frozen=True, slots=True)
class Notice:
    """Something that changed at a place for some time: new sets, a closure, other hours, a price.

    Both ends of the time are inclusive; a notice without ``valid_until`` holds until another says
    otherwise. What it says is data of whoever wrote it, never an instruction.
    """

    id: str
    about_id: str
    """Id of a gym, crag, area, wall or route of the catalogue."""
    kind: NoticeKind
    title: str
    text: str
    reported_on: date
    valid_from: date | None = None
    valid_until: date | None = None
    hours: tuple[tuple[date, Hours], ...] = ()
    """Days with other hours than the standing ones."""
    walls: tuple[str, ...] = ()
    scope: str = ""
    """Empty for everybody, else the Discord server (guild id) that it belongs to."""
    source_id: str = ""
    author: str = ""
    link: str = ""
    status: Literal["active", "retired"] = "active"

    def holds_on(self, day: date) -> bool:
        """Whether it is in force on that day."""
        begun = self.valid_from is None or self.valid_from <= day
        return self.status == "active" and begun and not self.expired_on(day)

    def expired_on(self, day: date) -> bool:
        """Whether its time is over on that day."""
        return self.valid_until is not None and self.valid_until < day

    def seen_from(self, scope: str) -> bool:
        """Whether a question from that server (empty: from nowhere in particular) may see it."""
        return self.scope in ("", scope)


@dataclass(frozen=True, slots=True)
class UnplacedNotice:
    """A notice as a file tells it, before its place is looked up in the catalogue."""

    notice: Notice
    """Without ``about_id``."""
    about: str
    """Id or name of its place."""
    row: str
    """Where it stands in the file."""


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing that is wrong with an input, said so that its owner can mend it."""

    file: str
    row: str
    """Where: ``routes[12]``, ``第 14 列``; empty for the file as a whole."""
    reason: str
    """Taiwan Chinese."""

    def __str__(self) -> str:
        place = f"{self.file} {self.row}".strip()
        return f"{place}：{self.reason}"


@dataclass(frozen=True, slots=True)
class Records:
    """What an importer read from one file."""

    sources: tuple[Source, ...] = ()
    crags: tuple[Crag, ...] = ()
    areas: tuple[Area, ...] = ()
    sectors: tuple[Sector, ...] = ()
    routes: tuple[Route, ...] = ()
    gyms: tuple[Gym, ...] = ()
    problems: tuple[Problem, ...] = ()
    replaces: tuple[str, ...] = ()
    """Ids of the crags that the file describes as a whole: what it leaves out is gone."""
    partial: bool = False
    """The rows of a table: what they leave empty stays as it was."""
    notices: tuple[UnplacedNotice, ...] = ()
    """Kept apart from the catalogue: they change far more often."""
