"""Where grades stand in a folded text: single grades and ranges, without the words around them."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from knowledge.filters import GradeRange
from knowledge.grades import phrases, plausible
from knowledge.grades.bounds import range_of, words
from knowledge.grades.notation import ATOM, Notation, extend, join, number, read, read_at, yds
from knowledge.grades.record import make_grade, settle, show
from knowledge.grades.scale import SCALES
from knowledge.schema import Grade

if TYPE_CHECKING:
    from collections.abc import Iterator

    from knowledge.schema import RouteType

_SCAN = re.compile(
    ATOM.pattern
    + r"""| (?<![a-z0-9_.:/$\#\-一二三四五六七八九十])(?P<integer>1[0-5]|十[一二三四五]?)
    (?=s\b|(?![a-z0-9_%:/一二三四五六七八九十]|[.,]\d))""",
    ATOM.flags,
)
_EASIEST_BARE_FIGURE = 4
"""French and Font below 4 are so rare that 「3C」 in prose is something else."""


@dataclass(frozen=True, slots=True)
class Span:
    """A grade or a range of grades: half-open span, the grade it names and its bounds."""

    start: int
    end: int
    grade: Grade
    bounds: GradeRange
    ranged: bool = False


def spans(text: str, discipline: RouteType | None) -> Iterator[Span]:
    """Every grade of a folded text in order; spans do not overlap."""
    position = 0
    previous: Span | None = None
    while match := _SCAN.search(text, position):
        span = _span(text, match, discipline, previous)
        position = span.end if span else match.end()
        if span:
            yield span
            previous = span


def _span(
    text: str, match: re.Match[str], discipline: RouteType | None, previous: Span | None
) -> Span | None:
    first = _first(match, discipline)
    if first is None:
        return None
    first = _extended(text, first, whole=match["integer"] is not None)
    if first.guessed:
        first = _settled(text, first, previous)
    partner = _partner(text, first, discipline)
    if partner is not None:
        bare = match["bare"] or match["figure"]
        if bare and plausible.is_id(text, partner[0].end):
            return None
        return _joined(text, first, *partner)
    if not _is_plausible(text, match, first.end):
        return None
    grade = make_grade(text[first.start : first.end], first)
    return Span(first.start, first.end, grade, range_of(grade), first.spread)


def _first(match: re.Match[str], discipline: RouteType | None) -> Notation | None:
    if match["integer"]:
        return yds(match.span(), number(match["integer"]))
    if match["figure"] and not match["prefix"] and number(match["figure"]) < _EASIEST_BARE_FIGURE:
        return None
    return read(match, discipline)


def _extended(text: str, first: Notation, *, whole: bool) -> Notation:
    """The notation with its short second half, unless that one counts: 「V3 到 5 條」.

    A bare number keeps it, so that 「10 到 12 條」 is seen to count.
    """
    extended = extend(text, first)
    counts = extended.end != first.end and plausible.measures(text, extended.end)
    return first if counts and not whole else extended


def _settled(text: str, first: Notation, previous: Span | None) -> Notation:
    """A guessed grade, told by its other spelling right before or after it: ``6B(5.10c)``."""
    if previous and phrases.SAME_CLIMB.fullmatch(text, previous.end, first.start):
        return settle(first, previous.grade.system)
    link = phrases.SAME_CLIMB.match(text, first.end)
    other = read_at(text, link.end(), None) if link else None
    return settle(first, other.system) if other else first


def _partner(
    text: str, first: Notation, discipline: RouteType | None
) -> tuple[Notation, bool] | None:
    """The grade at the other end, and whether the two make a range and not a slash grade."""
    link = phrases.RANGE_LINK.match(text, first.end)
    between = None if link else phrases.BETWEEN_LINK.match(text, first.end)
    found = link or between
    second = read_at(text, found.end(), _implied(first, discipline)) if found else None
    if second is None or SCALES[second.system].group != SCALES[first.system].group:
        return None
    if between and not _says_between(text, first, second):
        return None
    slash = link is not None and link["link"] == "/"
    if slash and second.system != first.system:
        return None
    return second, not slash


def _implied(first: Notation, discipline: RouteType | None) -> RouteType | None:
    """The discipline in which the other end of a range is read: both are French or both Font."""
    if first.system in {"french", "font"}:
        return "boulder" if first.system == "font" else "sport"
    return discipline


def _says_between(text: str, first: Notation, second: Notation) -> bool:
    before = phrases.BEFORE.search(text[max(0, first.start - phrases.WINDOW) : first.start])
    said = before is not None and before["between"] is not None
    return said or phrases.BETWEEN_AFTER.match(text, second.end) is not None


def _joined(text: str, first: Notation, second: Notation, ranged: bool) -> Span:
    """One span for both ends; ends on two scales of one group keep their own scores."""
    raw = text[first.start : second.end]
    ranged = ranged or first.spread or second.spread
    if first.system == second.system:
        grade = make_grade(raw, join(first, second, spread=ranged))
        return Span(first.start, second.end, grade, range_of(grade), ranged)
    ends = make_grade(raw, first), make_grade(raw, second)
    lower, upper = sorted(ends, key=lambda grade: grade.lo_score or 0)
    scale = SCALES[lower.system]
    hi_score = max(lower.hi_score or 0, upper.hi_score or 0)
    grade = replace(lower, hi=scale.at(hi_score), hi_score=hi_score, modifier="")
    told = f"{words(lower)} 到 {show(upper.system, upper.hi)}"
    bounds = GradeRange(scale.group, lower.lo_score, hi_score, told)
    return Span(first.start, second.end, grade, bounds, ranged)


def _is_plausible(text: str, match: re.Match[str], end: int) -> bool:
    start = match.start()
    if match["integer"]:
        return plausible.is_bare_grade(text, start, end)
    if match["number"]:
        lettered = match["letter"] or match["sign"]
        return bool(lettered) or not plausible.is_decimal(text, start, end)
    if match["roman"]:
        return plausible.is_roman_grade(text, start, end)
    if match["bare"] or (match["figure"] and not match["prefix"]):
        return not plausible.is_place_or_id(text, end)
    return True
