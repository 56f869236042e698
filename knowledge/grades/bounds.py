"""Grades against bounds and against each other; everything stays inside one group.

Scores are inclusive on both ends. Free routes and boulders are never compared.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from knowledge.filters import GradeRange
from knowledge.grades.record import grade_of, is_whole_number, show
from knowledge.grades.scale import SCALES, number_of, whole_number

if TYPE_CHECKING:
    from knowledge.grades.scale import Scale
    from knowledge.schema import Grade

SortKey = tuple[bool, bool, float, int]


def range_of(grade: Grade) -> GradeRange:
    """The bounds that a grade spans.

    Raises:
        ValueError: the grade is unknown, so there is nothing to filter by.
    """
    if grade.group is None:
        raise ValueError(f"no bounds for the unknown grade {grade.raw!r}")
    return GradeRange(grade.group, grade.lo_score, grade.hi_score, words(grade))


def words(grade: Grade) -> str:
    """A known grade in words: ``5.10a``, ``5.10a 到 5.10d``, ``V4+``, ``UIAA 7-``."""
    lo, hi = show(grade.system, grade.lo), show(grade.system, grade.hi)
    return f"{lo}{grade.modifier}" if lo == hi else f"{lo} 到 {hi}"


def overlaps(grade: Grade, bounds: GradeRange) -> bool:
    """Whether some part of the grade lies inside the bounds; an unknown grade lies nowhere."""
    if grade.group != bounds.group or grade.lo_score is None or grade.hi_score is None:
        return False
    low_enough = bounds.hi is None or grade.lo_score <= bounds.hi
    return low_enough and (bounds.lo is None or grade.hi_score >= bounds.lo)


def within(grade: Grade, bounds: GradeRange) -> bool:
    """Whether the whole grade lies inside the bounds, which makes it an exact match."""
    if grade.group != bounds.group or grade.lo_score is None or grade.hi_score is None:
        return False
    if bounds.of_a_word and grade.exact:
        # 「入門（5.9 以下）」 ends within 5.9, and 5.9 is no wide grade for that
        return overlaps(grade, bounds)
    high_enough = bounds.lo is None or grade.lo_score >= bounds.lo
    return high_enough and (bounds.hi is None or grade.hi_score <= bounds.hi)


def sort_key(grade: Grade) -> SortKey:
    """A key from easy to hard: free before boulder, then the middle of the band; unknown last."""
    if grade.midpoint is None or grade.lo_score is None:
        return (True, False, 0.0, 0)
    return (False, grade.group == "boulder", grade.midpoint, grade.lo_score)


def compare(first: Grade, second: Grade) -> Literal[-1, 0, 1] | None:
    """Whether the first grade is easier (-1), as hard (0) or harder (1), by the middle of the band.

    ``None`` across groups and for unknown grades.
    """
    if first.midpoint is None or second.midpoint is None or first.group != second.group:
        return None
    if first.midpoint == second.midpoint:
        return 0
    return -1 if first.midpoint < second.midpoint else 1


def step(grade: Grade, steps: int) -> Grade | None:
    """The grade so many steps harder, or easier when negative; ``None`` off the end of the scale.

    A step is a letter from 5.10 up, a half grade for French and Font, a whole grade for V; a number
    without a letter (``5.11``) goes to the next number.
    """
    if not grade.known:
        return None
    if is_whole_number(grade):
        tokens = whole_number(number_of(grade.lo) + steps)
        return grade_of("yds", tokens[0], tokens[-1]) if tokens else None
    scale = SCALES[grade.system]
    lo, hi = _stepped(scale, grade.lo, steps), _stepped(scale, grade.hi, steps)
    return grade_of(grade.system, lo, hi) if lo and hi else None


def around(grade: Grade) -> GradeRange:
    """The bounds of "about this grade": one step of its scale more on either side.

    Raises:
        ValueError: the grade is unknown.
    """
    exact = range_of(grade)
    scale = SCALES[grade.system]
    lower, upper = _stepped(scale, grade.lo, -1), _stepped(scale, grade.hi, 1)
    lo = scale.bands[lower][0] if lower else exact.lo
    hi = scale.bands[upper][1] if upper else exact.hi
    return GradeRange(exact.group, lo, hi, f"約 {exact.text}")


def _stepped(scale: Scale, token: str, steps: int) -> str | None:
    """The ladder token so many steps away; ``V0+``, beside the ladder, steps to V0 and V1."""
    start = scale.bands[token][0]
    below = sum(scale.bands[rung][0] < start for rung in scale.ladder)
    beside = token not in scale.ladder and steps > 0
    index = below + steps - beside
    return scale.ladder[index] if 0 <= index < len(scale.ladder) else None
