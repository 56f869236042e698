"""要帶幾支快扣, 繩子要多長: of the route or the place of the turn before."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from bot.understanding.operations.bringing import what_to_bring
from knowledge.filters import RouteFilter

if TYPE_CHECKING:
    from bot.schema import Query
    from bot.understanding.followup.turn import Turn

_DRAWS = re.compile("快扣|快挂|draws")
_ROPE = re.compile("绳|rope")
_FEW = 12
"""Characters of a key: longer messages ask something of their own."""


def _other_thing(turn: Turn) -> str:
    """「那快扣呢」 after the rope was asked."""
    if turn.before.topic not in {"draws", "rope"} or len(turn.reading.plain) > _FEW:
        return ""
    text = f"{turn.reading.plain} {turn.reading.lower}"
    if _DRAWS.search(text):
        return "draws"
    return "rope" if _ROPE.search(text) else ""


def to_bring(turn: Turn) -> Query | None:
    """Quickdraws or rope for what was talked about; ``None`` when that is no route and no place."""
    query, before = turn.query, turn.before
    what = what_to_bring(turn.reading) or _other_thing(turn)
    named = turn.reading.of_kind("route", "gym", "crag", "area", "sector") or query.unknown
    if not what or named or query.intent == "safety":
        return None
    routes = turn.context.last_routes
    if len(turn.context.route_ids) == 1 and routes:
        asked = turn.ask_route(routes[0].ids)
        return replace(asked, intent="fact", topic=what, fields=("gear",))
    place = before.filter
    here = RouteFilter(
        crag_ids=place.crag_ids, area_ids=place.area_ids, sector_ids=place.sector_ids
    )
    if here == RouteFilter() or not before.places:
        return None
    return replace(query, intent="crag_info", topic=what, places=before.places, filter=here)
