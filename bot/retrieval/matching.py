"""All routes that meet a filter, with what a question rules out or gives as alternatives."""

from __future__ import annotations

from dataclasses import fields as dataclass_fields
from dataclasses import replace
from typing import TYPE_CHECKING

from knowledge.filters import RouteFilter, RouteOrderBy, RoutePage
from knowledge.grades import overlaps

if TYPE_CHECKING:
    from collections.abc import Iterable

    from bot.schema import Query
    from knowledge.filters import GradeRange
    from knowledge.knowledge_base import KnowledgeBase
    from knowledge.schema import Route

BY_CATALOGUE = RouteOrderBy("catalogue")
BY_GRADE = RouteOrderBy("grade")


def order_of(query: Query) -> RouteOrderBy:
    """The order that the question asks for; by grade where grades are a condition."""
    if query.order is not None:
        return query.order
    return BY_GRADE if query.filter.grade is not None else BY_CATALOGUE


def matching(
    query: Query, wanted: RouteFilter, order: RouteOrderBy, knowledge: KnowledgeBase
) -> RoutePage:
    """All matches; several separate grades are alternatives inside their envelope."""
    page = knowledge.catalogue.routes(wanted, order)
    unwanted = _unwanted(query.excluding, knowledge)
    ranges = query.grade_ranges if wanted.grade is not None else ()
    routes = tuple(
        route
        for route in page.routes
        if route.id not in unwanted
        and (not ranges or _any_grade(route, ranges))
        and (not query.protections or route.grade.safety in query.protections)
    )
    return RoutePage(routes, page.inexact & {route.id for route in routes})


def _unwanted(excluding: RouteFilter, knowledge: KnowledgeBase) -> frozenset[str]:
    """Ids of all routes that match any one field of the filter."""
    plain = RouteFilter()
    fields = [item.name for item in dataclass_fields(excluding)]
    ruled_out = [name for name in fields if getattr(excluding, name) != getattr(plain, name)]
    pages = (
        knowledge.catalogue.routes(replace(plain, **{name: getattr(excluding, name)}))
        for name in ruled_out
    )
    return frozenset(route.id for page in pages for route in page.routes)


def _any_grade(route: Route, ranges: Iterable[GradeRange]) -> bool:
    return any(overlaps(route.grade, bounds) for bounds in ranges)
