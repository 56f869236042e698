"""For whom to recommend when nobody said how hard they climb: easy and moderate routes first."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from bot.schema import Query
    from knowledge.schema import GradeGroup, Route

MODERATE: Final[dict[GradeGroup, tuple[int, str]]] = {"free": (66, "5.10d"), "boulder": (62, "V3")}
"""The highest score that somebody unknown is sent to, and its grade."""


def level_unsaid(query: Query) -> bool:
    """Whether a recommendation is wanted and nothing says for which level."""
    wanted = query.filter
    said = wanted.grade or query.grade_ranges or wanted.popularity_min
    asked = query.order or query.log or query.topic or query.remembered
    return query.intent == "recommend" and not said and not asked


def is_moderate(route: Route) -> bool:
    """Whether a route is easy or moderate."""
    grade = route.grade
    if grade.group is None or grade.hi_score is None:
        return False
    return grade.hi_score <= MODERATE[grade.group][0]
