"""The query after a look at its evidence: what turned out unknown, ambiguous or not ours. Pure."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from knowledge.filters import RouteFilter

if TYPE_CHECKING:
    from bot.schema import Evidence, Query

_TOO_MANY_READINGS = 4


def settle(query: Query, evidence: Evidence) -> Query:
    """The query with the intent that its evidence can answer."""
    if query.intent in {"knowledge", "search"}:
        return _settle_prose(query, evidence)
    if query.intent == "convert" and not query.grades and evidence.routes:
        return _with_grades(query, evidence)
    if query.topic == "nearby" and evidence.routes:
        return _on_the_wall(query, evidence)
    if _asks_todays_closure(query, evidence):
        return replace(query, intent="live", topic="closure")
    if query.intent == "fact" and _too_many_readings(query, evidence):
        return replace(query, intent="clarify", topic="route")
    return query


def _settle_prose(query: Query, evidence: Evidence) -> Query:
    """Prose that nothing is near to is none of our business."""
    if evidence.cards:
        return replace(query, intent="knowledge")
    return query if evidence.routes else replace(query, intent="out_of_domain")


def _with_grades(query: Query, evidence: Evidence) -> Query:
    """The grades of the named routes, to be converted; an unknown one is told as it is."""
    grades = tuple(route.grade for route in evidence.routes if route.grade.known)
    if grades:
        return replace(query, grades=grades)
    return replace(query, intent="fact", fields=("grade",))


def _on_the_wall(query: Query, evidence: Evidence) -> Query:
    """The wall, or the area, that was looked at, so that the answer can name it."""
    route = evidence.routes[0]
    if route.sector_id:
        return replace(query, filter=RouteFilter(sector_ids=(route.sector_id,)))
    if route.area_id:
        return replace(query, filter=RouteFilter(area_ids=(route.area_id,)))
    return replace(query, filter=RouteFilter(crag_ids=(route.crag_id,)))


def _asks_todays_closure(query: Query, evidence: Evidence) -> bool:
    """Whether asked is if a place is open today, of which no record says that it is closed."""
    flags = [flag for crag in evidence.crags for flag in crag.flags]
    flags += [flag for area in evidence.areas for flag in area.flags]
    closed = any(flag.kind == "closed" for flag in flags)
    return (
        query.intent == "crag_info"
        and query.fields == ("hazards",)
        and bool(query.days)
        and not closed
    )


def _too_many_readings(query: Query, evidence: Evidence) -> bool:
    """Whether a single name has too many readings, pitches of one line apart."""
    lines = {(route.crag_id, route.sector_id, route.name) for route in evidence.routes}
    return len(query.routes) == 1 and len(lines) > _TOO_MANY_READINGS
