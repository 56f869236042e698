"""The query after a look at its evidence: what turned out unknown, ambiguous or not ours. Pure."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from bot.retrieval.routes import without_popularity
from bot.retrieval.waiving import without
from knowledge.dated import in_force
from knowledge.filters import RouteFilter

if TYPE_CHECKING:
    from bot.schema import Evidence, Query
    from knowledge.schema import NoticeKind

_TOO_MANY_READINGS = 4


def settle(query: Query, evidence: Evidence) -> Query:
    """The query with the intent that its evidence can answer."""
    if query.intent in {"knowledge", "search"}:
        return _settle_prose(query, evidence)
    if query.intent == "convert" and not query.grades and evidence.routes:
        return _with_grades(query, evidence)
    if query.topic == "nearby" and evidence.routes:
        return _on_the_wall(query, evidence)
    if evidence.routes and "popularity" in evidence.unrecorded:
        query = without_popularity(query)
    query = without(query, evidence.waived)
    closure = _settle_closure(query, evidence)
    if closure is not None:
        return closure
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


def _settle_closure(query: Query, evidence: Evidence) -> Query | None:
    """Whether a place is open: what a notice says, else that today's state cannot be known."""
    if _asks_state(query, evidence):
        kinds: tuple[NoticeKind, ...] = ("closure", "access", "hardware")
        return replace(query, intent="notice", topic="status", notice_kinds=kinds)
    if _asks_todays_closure(query, evidence):
        return replace(query, intent="live", topic="closure")
    if _asks_if_closed(query, evidence):
        return replace(query, intent="crag_info", topic="", fields=("hazards",))
    return None


def _asks_if_closed(query: Query, evidence: Evidence) -> bool:
    """「大禮堂封閉了嗎」: of the place, where no route of it is recorded as closed."""
    closed = query.intent == "list" and query.filter.flags == ("closed",)
    asked = closed and query.places and not query.gyms and not _OF_ROUTES.search(query.text)
    return bool(asked) and not evidence.routes


_STATE = re.compile(
    r"封|關閉|关闭|開放|开放|管制|closed|closure|\b(?:re-?)?open(?:ed|s)?\b|access"
    r"|通行|進得去|进得去|過得去|过得去|走得[到過过了]|[能還还]走[嗎吗]|崩塌|坍方|中斷|中断|路.{0,2}通[嗎吗]",
    re.IGNORECASE,
)


_CLIMBABLE = re.compile(
    r"[可能]以?(?:[去進进]|爬|攀)|[去爬攀]得[了成到]?|climbable"
    r"|can (?:i|we|you) (?:go|climb|visit)",
    re.IGNORECASE,
)
"""Asks whether one may go there at all."""
_VERDICT = re.compile("安全|危[險险]|safe|danger", re.IGNORECASE)
_OF_ROUTES = re.compile(r"路線|路线|哪些|哪[幾几]|[幾几][條条]|routes?|which|list", re.IGNORECASE)


def _asks_state(query: Query, evidence: Evidence) -> bool:
    """Whether asked is if a place is open or closed, and a notice of that day says something."""
    if query.gyms or not query.places or evidence.today is None:
        return False
    asks = {
        "crag_info": query.fields in {("hazards",), ("overview",)} or query.topic == "unrecorded",
        "list": query.filter.flags == ("closed",) and not _OF_ROUTES.search(query.text),
        "live": True,
        "safety": query.topic == "safe",
    }.get(query.intent, False)
    if not asks:
        return False
    days = query.days or (evidence.today,)
    held = {notice.kind for day in days for notice in in_force(evidence.notices, day)}
    if _STATE.search(query.text):
        return bool(held & {"closure", "access"})
    return "closure" in held and _asks_whether_climbable(query.text)


def _asks_whether_climbable(text: str) -> bool:
    return bool(_CLIMBABLE.search(text)) and not _VERDICT.search(text)


def _too_many_readings(query: Query, evidence: Evidence) -> bool:
    """Whether a single name has too many readings, pitches of one line apart."""
    lines = {(route.crag_id, route.sector_id, route.name) for route in evidence.routes}
    return len(query.routes) == 1 and len(lines) > _TOO_MANY_READINGS
