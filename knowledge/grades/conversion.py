"""A grade on another scale of its group, read at both ends of its band.

Score bands give an honest range (``5.11a`` is ``6b+/6c``) instead of a false point. Free routes and
boulders measure different things, so nothing is converted between them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from knowledge.errors import KnowledgeError
from knowledge.grades.record import label
from knowledge.grades.scale import SCALES

if TYPE_CHECKING:
    from knowledge.grades.scale import Scale
    from knowledge.schema import Grade, GradeSystem

_MAX_SLASH = 2
"""Tokens apart up to which a slash still reads as one grade; wider results become a range."""


class CrossGroupError(KnowledgeError):
    """A grade of a free route was asked for on a boulder scale, or the other way round."""

    reply = (
        "路線和抱石的難度量的是不同的東西，沒有可靠的換算，我不硬湊數字。"
        "同一類的可以換，例如 YDS 換法式、V 級換 Font。"
    )

    def __init__(self, grade: Grade, to: GradeSystem) -> None:
        super().__init__(f"{grade.raw!r} ({grade.group}) has no place on the scale {to}")
        self.grade = grade
        self.to = to


class UnknownGradeError(KnowledgeError):
    """A grade without a place on any scale was to be converted."""

    def __init__(self, grade: Grade) -> None:
        super().__init__(f"{grade.raw!r} has no place on any scale")
        self.grade = grade
        self.reply = (
            f"「{grade.raw}」還沒有確定的難度，沒辦法換算。" if grade.raw else "沒有難度可以換算。"
        )


def convert(grade: Grade, to: GradeSystem) -> str:
    """The grade on another scale, without 約: ``6b+/6c``, or ``6b+～7a+`` where it spans more.

    Font is in upper case; the grade's own system gives its usual spelling.

    Raises:
        UnknownGradeError: the grade is unknown.
        CrossGroupError: the scale belongs to the other group.
    """
    if grade.lo_score is None or grade.hi_score is None:
        raise UnknownGradeError(grade)
    scale = SCALES.get(to)
    if scale is None or scale.group != grade.group:
        raise CrossGroupError(grade, to)
    if to == grade.system:
        return label(grade)
    spelt = _spell(scale, scale.at(grade.lo_score), scale.at(grade.hi_score))
    return spelt.upper() if to == "font" else spelt


def convertible(grade: Grade) -> tuple[GradeSystem, ...]:
    """The other systems that a grade can be converted to; none for an unknown grade."""
    return tuple(
        system
        for system, scale in SCALES.items()
        if scale.group == grade.group and system != grade.system
    )


def _spell(scale: Scale, lo: str, hi: str) -> str:
    if lo == hi:
        return lo
    tokens = list(scale.bands)
    link = "/" if tokens.index(hi) - tokens.index(lo) <= _MAX_SLASH else "～"
    # Tokens such as 7+/8- hold two already: from 7+ to 7+/8- is 7+/8-, not 7+/7+/8-.
    return lo.partition("/")[0] + link + hi.rpartition("/")[-1]
