"""One question about routes and gyms at once: both answered, under one source line."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from bot.rendering.composing import compose
from bot.rendering.facts import render_fact
from bot.rendering.gyms import render_gym_info
from bot.rendering.sources import SOURCE_MARK
from bot.schema import GYM_FIELDS, ROUTE_FIELDS

if TYPE_CHECKING:
    from bot.rendering.request import Request
    from bot.schema import Draft, Intent

_INTENTS: frozenset[Intent] = frozenset({"fact", "gym_info", "gym_hours", "gym_price"})


def asks_both(request: Request) -> bool:
    """Whether routes and gyms are asked about, and both are known."""
    evidence = request.evidence
    return request.query.intent in _INTENTS and bool(evidence.routes) and bool(evidence.gyms)


def render_both(request: Request) -> Draft:
    """The route's fields, then the gym's; nothing is repeated and the sources stand once."""
    query, evidence = request.query, request.evidence
    route_fields = tuple(field for field in query.fields if field in ROUTE_FIELDS)
    gym_fields = tuple(field for field in query.fields if field in GYM_FIELDS)
    gym_query = replace(query, fields=gym_fields, unknown=(), claims=())
    route_query = replace(query, fields=route_fields)
    routes = replace(request, query=route_query, evidence=replace(evidence, gyms=()))
    gyms = replace(request, query=gym_query, evidence=replace(evidence, routes=()))
    told = [render_fact(routes), render_gym_info(gyms)]
    lines = [
        line
        for draft in told
        for line in draft.text.split("\n")
        if not line.startswith(SOURCE_MARK)
    ]
    return compose(
        request,
        lines,
        (*evidence.routes, *evidence.gyms),
        abstained=all(draft.abstained for draft in told),
        figures=[figure for draft in told for figure in draft.figures],
    )
