"""Grades in free text, Chinese, English or mixed: where they stand and which grades they ask for.

Positions are half-open spans of the text as given. A range is one mention, and the words that bound
a grade (以上, 左右, 比…難) belong to its span. Reading takes time linear in the length of the text.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from knowledge.filters import GradeRange
from knowledge.grades import plausible
from knowledge.grades.fold import Folded, fold
from knowledge.grades.meaning import Meaning, MentionKind, meaning_of
from knowledge.grades.notation import read_at
from knowledge.grades.phrases import AND_LIMIT, find_relative
from knowledge.grades.spans import spans
from knowledge.schema import Grade

if TYPE_CHECKING:
    from knowledge.schema import RouteType

_BOULDER = re.compile(r"抱石|\bboulder|\bfont\b", re.IGNORECASE)
_ROPE = re.compile(
    r"運攀|傳攀|先鋒|上攀|上方架繩|法式|\b(?:sport|trad|lead|french|top ?rope)", re.IGNORECASE
)
_LOOKS_LIKE_A_GRADE = re.compile(
    r"""(?<![\w.])(?<!\d,)(?:5\.\d{1,3}(?P<letter>[a-z])?|V\d{1,3}|1\d[e-h](?=\ ?(?:的|以|級|左右)))
    (?![a-z0-9]|\.\d)""",
    re.IGNORECASE | re.VERBOSE,
)
_AS_A_GRADE = re.compile(r"\ ?(?:級|以[上下]|左右|難度|的(?:路線|線|運攀|傳攀|抱石)|routes?\b)")


@dataclass(frozen=True, slots=True)
class GradeMention:
    """A grade in a text and what it asks for."""

    start: int
    end: int
    surface: str
    """The words of the text from ``start`` to ``end``."""
    grade: Grade
    """The grade that is named; for ``step`` the grade that the step leads to."""
    range: GradeRange
    """What to filter by, and how to say it in Chinese."""
    kind: MentionKind


def find_grades(text: str, *, discipline: RouteType | None = None) -> tuple[GradeMention, ...]:
    """Every grade or range of grades that a text names, in order of appearance.

    Args:
        text: a question or an answer, of any length.
        discipline: decides between French and Font, where a letter alone does not. Without it words
            such as 抱石 in the text decide, and then the case of the letter.
    """
    folded = fold(text)
    if discipline is None:
        discipline = _discipline(folded.text)
    meanings: list[Meaning] = []
    for span in spans(folded.text, discipline):
        previous = meanings[-1].end if meanings else 0
        meaning = meaning_of(folded.text, span, previous)
        both = _both_limits(folded.text, meanings[-1], meaning) if meanings else None
        if both is not None:
            meanings[-1] = both
        else:
            meanings.append(meaning)
    return tuple(_mention(text, folded, meaning) for meaning in meanings)


def find_step(text: str) -> int | None:
    """Steps that a text without a grade asks for: 1 for 「再難一級」, -2 for 「簡單兩級」.

    「難一點」 is one step; ``None`` when the text asks for none.
    """
    return find_relative(fold(text).text)


def find_impossible(text: str) -> tuple[str, ...]:
    """Words of a text that are written like grades but stand on no scale: ``5.17a``, ``V99``."""
    folded = fold(text)
    found = []
    for match in _LOOKS_LIKE_A_GRADE.finditer(folded.text):
        start, end = match.span()
        if read_at(folded.text, start, None) or plausible.measures(folded.text, end):
            continue
        # A number such as 5.25 is a grade only when it is used as one.
        sure = match["letter"] or not match[0].startswith("5.")
        if sure or _AS_A_GRADE.match(folded.text, end):
            original = folded.origin(start, end)
            found.append(text[original[0] : original[1]])
    return tuple(found)


def _discipline(text: str) -> RouteType | None:
    boulder, rope = _BOULDER.search(text), _ROPE.search(text)
    if bool(boulder) == bool(rope):
        return None
    return "boulder" if boulder else "sport"


def _both_limits(text: str, first: Meaning, second: Meaning) -> Meaning | None:
    """One range for 「5.10a 以上、5.11a 以下」; ``None`` when the two do not close a range."""
    lower, upper = first.bounds, second.bounds
    if lower.lo is None:
        lower, upper = upper, lower
    if (lower.hi, upper.lo) != (None, None) or lower.lo is None or upper.hi is None:
        return None
    if lower.group != upper.group or lower.lo > upper.hi:
        return None
    if AND_LIMIT.fullmatch(text, first.end, second.start) is None:
        return None
    bounds = GradeRange(lower.group, lower.lo, upper.hi, f"{lower.text}、{upper.text}")
    easy, hard = (first, second) if first.bounds is lower else (second, first)
    grade = _spanning(easy.grade, hard.grade)
    return Meaning(first.start, second.end, grade, bounds, "between")


def _spanning(easy: Grade, hard: Grade) -> Grade:
    """A grade from one to the other, where both stand on one scale; else the easier one."""
    if easy.system != hard.system:
        return easy
    return replace(easy, hi=hard.hi, hi_score=hard.hi_score, modifier="")


def _mention(text: str, folded: Folded, meaning: Meaning) -> GradeMention:
    start, end = folded.origin(meaning.start, meaning.end)
    return GradeMention(start, end, text[start:end], meaning.grade, meaning.bounds, meaning.kind)
