"""For whom to recommend when nobody said how hard they climb: easy and moderate routes first."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from knowledge.filters import RouteFilter

if TYPE_CHECKING:
    from bot.schema import Query
    from knowledge.schema import GradeGroup, Route

MODERATE: Final[dict[GradeGroup, tuple[int, str]]] = {"free": (66, "5.10d"), "boulder": (62, "V3")}
"""The highest score that somebody unknown is sent to, and its grade."""


def level_unsaid(query: Query) -> bool:
    """Whether a recommendation is wanted and nothing says for which level: a place at most."""
    wanted = query.filter
    plain = replace(
        RouteFilter(),
        crag_ids=wanted.crag_ids,
        area_ids=wanted.area_ids,
        sector_ids=wanted.sector_ids,
        regions=wanted.regions,
        cities=wanted.cities,
        seasons=wanted.seasons,
        types=wanted.types,
    )
    asked = query.grade_ranges or query.order or query.log or query.topic or query.remembered
    return query.intent == "recommend" and wanted == plain and not asked


def is_moderate(route: Route) -> bool:
    """Whether a route is easy or moderate."""
    grade = route.grade
    if grade.group is None or grade.hi_score is None:
        return False
    return grade.hi_score <= MODERATE[grade.group][0]
