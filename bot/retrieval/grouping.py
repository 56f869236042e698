"""Which area, wall, crag, person or year has the most of the routes that match."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from bot.schema import Evidence, Group, GroupBy, Query, Tally
from knowledge.catalog import grade_label, year_of
from knowledge.text import is_nameless, key, people_in

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from knowledge.filters import RoutePage
    from knowledge.knowledge_base import KnowledgeBase
    from knowledge.schema import Route

_Label = tuple[str, str]
"""Id of a group, and its name where no record of a place holds one."""


def ranked_groups(query: Query, page: RoutePage, knowledge: KnowledgeBase) -> Evidence:
    """Every group with its number of routes, the asked end first; ties in catalogue order.

    Args:
        query: The question, with what to group by.
        page: Every route that matches its conditions.
        knowledge: The snapshot, for names.
    """
    labels = _LABELS[query.group_by or "area"]
    counted: Counter[_Label] = Counter()
    missing = 0
    for route in page.routes:
        found = tuple(labels(route))
        missing += not found
        counted.update(found)
    sign = -1 if query.descending else 1
    ordered = sorted(counted.items(), key=lambda item: sign * item[1])
    groups = tuple(
        Group(place_id, name or knowledge.name_of(place_id), total)
        for (place_id, name), total in ordered
    )
    catalogue = knowledge.catalogue
    shown = [group.place_id for group in groups]
    areas = [area for one in shown if (area := catalogue.area(one))]
    sectors = [sector for one in shown if (sector := catalogue.sector(one))]
    areas += [area for one in sectors if (area := catalogue.area(one.area_id))]
    crags = [
        crag
        for one in dict.fromkeys(route.crag_id for route in page.routes)
        if (crag := catalogue.crag(one))
    ]
    return Evidence(
        groups=groups,
        crags=tuple(crags),
        areas=tuple(dict.fromkeys(areas)),
        sectors=tuple(sectors),
        inexact=page.inexact,
        tally=Tally(page.total, missing),
    )


def _person(route: Route) -> Iterable[_Label]:
    told = route.first_ascent or route.first_ascent_en
    return [(f"person:{key(name)}", name) for name in people_in(told) if not is_nameless(name)]


def _sector(route: Route) -> Iterable[_Label]:
    """The wall; the area where nobody divided it into walls."""
    place = route.sector_id or route.area_id
    return [(place, "")] if place else []


def _year(route: Route) -> Iterable[_Label]:
    year = year_of(route)
    return [(f"year:{year}", str(year))] if year else []


def _decade(route: Route) -> Iterable[_Label]:
    year = year_of(route)
    return [(f"decade:{year // 10}", f"{year // 10}0")] if year else []


_LABELS: dict[GroupBy, Callable[[Route], Iterable[_Label]]] = {
    "crag": lambda route: [(route.crag_id, "")],
    "area": lambda route: [(route.area_id, "")] if route.area_id else [],
    "sector": _sector,
    "person": _person,
    "year": _year,
    "decade": _decade,
    "grade": lambda route: (
        [(f"grade:{grade_label(route.grade)}", grade_label(route.grade))]
        if route.grade.known
        else []
    ),
    "type": lambda route: [(f"type:{route.type}", route.type)] if route.type else [],
}
