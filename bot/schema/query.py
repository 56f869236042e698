"""A question, understood."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

from bot.personal import LogQuery, Memory
from bot.schema.kinds import Again, ClaimKind, GroupBy, Intent, Language, MentionKind
from knowledge.filters import (
    GradeRange,
    GymFilter,
    GymOrder,
    RouteFilter,
    RouteOrderBy,
)
from knowledge.schema import (
    Grade,
    GradeSystem,
    NoticeKind,
    Protection,
)


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
    again: Again | None = None
    """Whether the same was just answered, and somebody doubts it or asks for the source."""
    unheld: tuple[str, ...] = ()
    """What the wanted routes or gyms should be like and no record tells: ``route/rain``,
    ``gym/size`` and the other names of the word table ``unheld``."""
    steps: tuple[int, ...] = ()
    """With the topic ``step`` of ``convert``: how far from the grade; harder is positive."""

    @property
    def said(self) -> str:
        """The words of the member, unknown names of a turn before too: answers may repeat them."""
        return " ".join((self.text, *self.unknown))
