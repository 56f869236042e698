"""Filters by grade: overlap of a route's interval with what the question means."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from bot.evaluation.bands import YDS, V, band, beside, family
from bot.evaluation.condition import Condition, exact
from bot.evaluation.values import GradeValue

if TYPE_CHECKING:
    from collections.abc import Callable
    from random import Random

    from bot.evaluation.condition import Test
    from bot.evaluation.world import World
    from knowledge.schema import Route

GRADE_SLOTS: Final = frozenset({"grade_is", "grade_min", "grade_max", "grade_about"})


def grade_band(route: Route) -> tuple[int, int] | None:
    """The route's interval on our own table; ``None`` for an unknown grade."""
    grade = route.grade
    scale = {**YDS, **V}
    if grade.lo in scale and grade.hi in scale:
        return scale[grade.lo][0], scale[grade.hi][1]
    if grade.lo_score is None or grade.hi_score is None:
        return None
    return grade.lo_score, grade.hi_score


def _token(seed: Route, rng: Random, *, lettered: bool = False) -> str | None:
    """A grade that the seed has: its letter grade, sometimes the whole number."""
    grade = seed.grade
    if grade.lo != grade.hi or grade.uncertain or band(grade.lo) is None:
        return None
    whole = family(grade.lo)
    return whole if not lettered and whole != grade.lo and rng.random() < 0.35 else grade.lo


def _overlapping(token: str, low: int | None, high: int | None) -> Test:
    group = "free" if token.startswith("5.") else "boulder"

    def test(route: Route) -> bool:
        span = grade_band(route)
        if span is None or route.grade.group != group:
            return False
        return (low is None or span[1] >= low) and (high is None or span[0] <= high)

    return test


def grade_filter(kind: str) -> Callable[[Route, World, Random], Condition | None]:
    """The filter ``grade_is``, ``grade_min``, ``grade_max`` or ``grade_about``."""

    def make(seed: Route, world: World, rng: Random) -> Condition | None:
        del world
        token = _token(seed, rng, lettered=kind == "grade_about")
        span = band(token) if token else None
        if token is None or span is None:
            return None
        low = None if kind == "grade_max" else span[0]
        high = None if kind == "grade_min" else span[1]
        must = _overlapping(token, low, high)
        if kind != "grade_about":
            return exact(must, grade=GradeValue(token))
        wide = beside(token)
        may = _overlapping(token, *wide) if wide else must
        return Condition(must, may, {"grade": GradeValue(token)})

    return make


def grade_range(seed: Route, world: World, rng: Random) -> Condition | None:
    """The filter ``grade_range``: some letters around the seed's grade."""
    del world
    token = _token(seed, rng, lettered=True)
    if token is None:
        return None
    scale = list(YDS if token.startswith("5.") else V)
    place = scale.index(token)
    first = scale[max(0, place - rng.randrange(3))]
    last = scale[min(len(scale) - 1, place + 1 + rng.randrange(3))]
    low, high = band(first), band(last)
    if low is None or high is None or first == last:
        return None
    test = _overlapping(token, low[0], high[1])
    return exact(test, grade_lo=GradeValue(first), grade_hi=GradeValue(last))
