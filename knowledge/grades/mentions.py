"""Grades in free text, in Chinese, English or a mix: where they stand and which grades they ask for.

Positions are half-open spans of the text as given. A range is one mention; the words that bound a grade (以上, 左右, 比…難)
belong to its span. Reading takes time linear in the length of the text.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from knowledge.grades.fold import fold
from knowledge.grades.meaning import meaning_of
from knowledge.grades.phrases import find_relative
from knowledge.grades.spans import spans

if TYPE_CHECKING:
    from knowledge.filters import GradeRange
    from knowledge.grades.meaning import MentionKind
    from knowledge.schema import Grade, RouteType

_BOULDER = re.compile(r"抱石|\bboulder|\bfont\b", re.IGNORECASE)
_ROPE = re.compile(
    r"運攀|傳攀|先鋒|上攀|上方架繩|法式|\b(?:sport|trad|lead|french|top ?rope)", re.IGNORECASE
)


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
    """What to filter by."""
    kind: MentionKind


def find_grades(text: str, *, discipline: RouteType | None = None) -> tuple[GradeMention, ...]:
    """Every grade or range of grades that a text names, in order of appearance.

    Args:
        text: a question or an answer, of any length.
        discipline: decides between French and Font where the letter alone does not; without it words such as 抱石
            in the text do, and then the case of the letter.
    """
    folded = fold(text)
    if discipline is None and _BOULDER.search(folded.text) and not _ROPE.search(folded.text):
        discipline = "boulder"
    mentions = []
    previous = 0
    for span in spans(folded.text, discipline):
        meaning = meaning_of(folded.text, span, previous)
        start, end = folded.origin(max(meaning.start, previous), meaning.end)
        previous = meaning.end
        mentions.append(
            GradeMention(start, end, text[start:end], meaning.grade, meaning.bounds, meaning.kind)
        )
    return tuple(mentions)


def find_step(text: str) -> int | None:
    """Steps that a text without a grade asks for: 1 for 「再難一級」, -2 for 「簡單兩級」; ``None`` when it asks for none."""
    return find_relative(fold(text).text)
