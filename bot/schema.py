"""What passes between the stages: Question -> Query -> Evidence -> Draft -> Verdict -> Answer.

Every value is frozen and holds everything that the next stage needs, so that each stage can be
tested alone.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

from bot.personal import Change, LogEvidence, LogQuery, Memory
from knowledge.filters import (
    Bucket,
    GradeBounds,
    GradeRange,
    GymFilter,
    GymOrder,
    RouteFilter,
    RouteOrderBy,
)
from knowledge.schema import (
    Area,
    Card,
    Crag,
    Grade,
    GradeSystem,
    Gym,
    Notice,
    NoticeKind,
    Protection,
    Route,
    Sector,
    Source,
)

Language = Literal["zh", "en"]
Intent = Literal[
    "fact",
    "list",
    "count",
    "superlative",
    "compare",
    "distribution",
    "recommend",
    "convert",
    "crag_info",
    "gym_info",
    "gym_hours",
    "gym_price",
    "gym_list",
    "notice",
    "knowledge",
    "search",
    "greeting",
    "thanks",
    "help",
    "safety",
    "emergency",
    "live",
    "medical",
    "community",
    "personal",
    "clarify",
    "out_of_domain",
]
MentionKind = Literal["crag", "area", "sector", "route", "gym"]
GroupBy = Literal["crag", "area", "sector", "person", "decade", "year", "grade", "type"]
"""What routes are counted together by; a person is a recorded first ascensionist."""
ClaimKind = Literal["grade", "type", "place", "length", "bolts", "first_ascent"]

PAGE_SIZE = 10
"""Routes of one page of a list; a batch never pages."""


@dataclass(frozen=True, slots=True)
class Turn:
    """One earlier message of the conversation."""

    role: Literal["user", "assistant"]
    content: str


@dataclass(frozen=True, slots=True)
class Question:
    """What a member asked, when, and after what."""

    text: str
    today: date
    history: tuple[Turn, ...] = ()
    user_id: str = ""
    """Who asks, as the door knows it: the owner of the log that may be read."""
    now: str = ""
    """``HH:MM`` in Taipei for "open now"; empty when the caller has no clock (batch)."""
    paged: bool = True
    scope: str = ""
    """The Discord server (guild id) that the question comes from; empty outside of one. Notices of
    other servers are never seen."""
    language: Language | None = None
    """In which to answer, where a form wrote the question and not the member; else its own."""


@dataclass(frozen=True, slots=True)
class Mention:
    """A name in the question and the records that it may mean, best first."""

    surface: str
    kind: MentionKind
    ids: tuple[str, ...]
    """Equally good readings; more than one means ambiguous."""
    how: Literal[
        "exact", "alias", "old", "english", "partial", "typo", "homophone", "inherited"
    ] = "exact"
    runners_up: tuple[str, ...] = ()
    """Ids of weaker readings of the same kind."""
    start: int = 0


@dataclass(frozen=True, slots=True)
class Claim:
    """Something that the question takes for granted; checked, and corrected when wrong."""

    kind: ClaimKind
    surface: str
    """The member's words: ``5.12a``, ``傳攀``, ``墾丁``."""
    grade_lo: int | None = None
    grade_hi: int | None = None
    value: str = ""
    """Route type, place id, or a number as text."""


@dataclass(frozen=True, slots=True)
class Query:
    """A question, understood. Pure data: understanding makes it, nobody changes it."""

    intent: Intent
    language: Language
    text: str
    routes: tuple[Mention, ...] = ()
    places: tuple[Mention, ...] = ()
    """Crags, areas and sectors named."""
    gyms: tuple[Mention, ...] = ()
    fields: tuple[str, ...] = ()
    """What is asked about the subject; see ROUTE_FIELDS, CRAG_FIELDS, GYM_FIELDS."""
    filter: RouteFilter = RouteFilter()
    gym_filter: GymFilter = GymFilter()
    order: RouteOrderBy | None = None
    gym_order: GymOrder | None = None
    descending: bool = False
    limit: int | None = None
    page: int = 1
    days: tuple[date, ...] = ()
    """Days asked about, e.g. for opening hours; of more than two months only first and last."""
    clock: str = ""
    """``HH:MM`` asked about."""
    grades: tuple[Grade, ...] = ()
    convert_to: tuple[GradeSystem, ...] = ()
    claims: tuple[Claim, ...] = ()
    unknown: tuple[str, ...] = ()
    """Names that the member gave and the catalogue does not hold."""
    topic: str = ""
    """Topic of a safety, live, personal, knowledge or clarify question."""
    search_text: str = ""
    """Words for free-text retrieval."""
    grade_ranges: tuple[GradeRange, ...] = ()
    """Separate grades that are wanted (5.10a or 5.11c); the filter holds their envelope."""
    excluding: RouteFilter = RouteFilter()
    """Routes that match any field of this are not wanted."""
    protections: tuple[Protection, ...] = ()
    """Protection ratings that the wanted routes carry."""
    seasons: tuple[str, ...] = ()
    """Seasons asked about, as the single characters 春夏秋冬."""
    styles_asked: tuple[str, ...] = ()
    """The member's own words for the filters, to echo: 斜板、熱門、好天氣."""
    inherited: bool = False
    """Whether something was taken over from an earlier turn."""
    notice_kinds: tuple[NoticeKind, ...] = ()
    """Kinds of notices asked for; all of them when empty."""
    log: LogQuery | None = None
    """What is asked of the asker's own log, alone or beside the catalogue."""
    remembered: Memory = ()
    """What the asker once told of themselves and this question took over."""
    group_by: GroupBy | None = None
    """With the intent ``superlative``: which group has the most routes, or the fewest."""
    steps: tuple[int, ...] = ()
    """With the topic ``step`` of ``convert``: how far from the grade; harder is positive."""


ROUTE_FIELDS = (
    "overview",
    "grade",
    "type",
    "length",
    "bolts",
    "location",
    "first_ascent",
    "first_ascent_on",
    "description",
    "anchor",
    "protection",
    "old_names",
    "names",
    "video",
    "popularity",
    "hazards",
    "pitches",
    "safety_rating",
    "gear",
    "season",
)
CRAG_FIELDS = (
    "overview",
    "region",
    "address",
    "rock",
    "season",
    "approach",
    "parking",
    "transport",
    "amenities",
    "routes",
    "areas",
    "sectors",
    "grades",
    "height",
    "description",
    "hazards",
    "coordinates",
    "types",
    "maintainer",
    "names",
)
GYM_FIELDS = (
    "overview",
    "hours",
    "price",
    "weekday",
    "weekend",
    "twilight",
    "rental",
    "shoes",
    "harness",
    "address",
    "phone",
    "facilities",
    "type",
    "transport",
    "parking",
    "website",
    "facebook",
    "instagram",
    "line",
    "notes",
    "region",
    "description",
    "coordinates",
    "names",
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


@dataclass(frozen=True, slots=True)
class Draft:
    """A rendered answer, before verification."""

    text: str
    route_ids: tuple[str, ...] = ()
    gym_ids: tuple[str, ...] = ()
    source_ids: tuple[str, ...] = ()
    abstained: bool = False
    figures: tuple[str, ...] = ()
    """Numbers that code computed and the text states: allowed beside the records' own."""


@dataclass(frozen=True, slots=True)
class Unsupported:
    """A claim in a text that no record supports."""

    kind: str
    """route, gym, crag, grade, length, bolts, date, time, price, phone, number, mention, link."""
    surface: str
    line: int
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Verdict:
    """The outcome of verification."""

    unsupported: tuple[Unsupported, ...] = ()
    checked: int = 0
    """How many claims were found and compared with the records."""

    @property
    def ok(self) -> bool:
        """Whether every claim holds."""
        return not self.unsupported


@dataclass(frozen=True, slots=True)
class Citation:
    """A source as the batch output names it."""

    id: str
    title: str
    updated_on: str = ""


@dataclass(frozen=True, slots=True)
class Answer:
    """What leaves the assistant."""

    text: str
    intent: Intent
    route_ids: tuple[str, ...] = ()
    gym_ids: tuple[str, ...] = ()
    abstained: bool = False
    sources: tuple[Citation, ...] = ()
    snapshot: int = 0
    query: Query | None = None
    evidence: Evidence | None = None
    pending: Change | None = None
    """What would be done to the asker's log, once the member confirms it."""
    figures: tuple[str, ...] = ()
    """Numbers that code computed; see ``Draft.figures``."""
    parts: tuple[Answer, ...] = ()
    """The answers to each question of a message that asked several."""
