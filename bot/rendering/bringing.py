"""Quickdraws and rope for a place or a route: what is recorded, and the usual sum; no promise."""

from __future__ import annotations

from dataclasses import replace
from statistics import median_low
from typing import TYPE_CHECKING

from bot.rendering.composing import compose
from bot.rendering.conditions import numbers_of
from bot.rendering.crags import asked_places
from bot.rendering.facts import render_fact
from bot.rendering.names import quoted_title, record_name
from bot.rendering.unknown import unknown_lines

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.rendering.request import Request
    from bot.schema import Draft
    from knowledge.schema import Route

ANCHOR_DRAWS = 2
"""By convention, for the anchor."""
_ROPES = (60, 70, 80)
"""Metres of the ropes that are sold."""
_MAX_NAMED = 3


def render_bringing(request: Request) -> Draft:
    """The amount for one route, or for the routes of a place."""
    if request.query.routes:
        return _for_route(request)
    return _for_place(request)


def _for_route(request: Request) -> Draft:
    """What the record of the route says, and the sum."""
    query = replace(request.query, topic="", fields=("gear",))
    draft = render_fact(replace(request, query=query))
    routes = request.evidence.routes
    told = _sum_of(routes[0], request) if len(routes) == 1 else ""
    if not told or draft.abstained:
        return draft
    lines = draft.text.split("\n")
    text = "\n".join([lines[0], told, *lines[1:]])
    return replace(draft, text=text, figures=(*draft.figures, *numbers_of(told)))


def _sum_of(route: Route, request: Request) -> str:
    if request.query.topic == "draws" and route.bolts:
        total = route.bolts + ANCHOR_DRAWS
        return request.say("bring.draws_sum", bolts=route.bolts, anchor=ANCHOR_DRAWS, total=total)
    if request.query.topic == "rope" and route.length_m:
        return request.say("bring.rope_sum", total=f"{2 * route.length_m:g}")
    return ""


def _for_place(request: Request) -> Draft:
    """The largest figure of the place's routes, how they spread, and how many have none."""
    places = asked_places(request)
    name = request.both([request.quote(record_name(each, request.language)) for each in places])
    draws = request.query.topic == "draws"
    routes = request.evidence.routes
    values = [route.bolts if draws else route.length_m for route in routes]
    known = [(value, route) for value, route in zip(values, routes, strict=True) if value]
    missing = sum(value is None for value in values)
    if not known:
        lines = [request.say(f"bring.no_{request.query.topic}", name=name, total=len(routes))]
        figures = [figure for line in lines for figure in numbers_of(line)]
        return compose(request, lines, places[:1], abstained=True, figures=figures)
    most = max(value for value, _ in known)
    best = [route for value, route in known if value == most]
    tell = _draws if draws else _rope
    lines = [
        request.say(
            f"bring.{request.query.topic}_most",
            name=name,
            routes=request.join([quoted_title(route, request) for route in best[:_MAX_NAMED]]),
            value=f"{most:g}",
        ),
        *tell([value for value, _ in known], request),
    ]
    if missing:
        lines.append(
            request.say(f"bring.{request.query.topic}_missing", total=len(routes), missing=missing)
        )
    if draws and any(route.type in {"trad", "mixed"} for route in routes):
        lines.append(request.say("bring.trad"))
    lines += [request.say("bring.no_promise"), *unknown_lines(request)]
    figures = [figure for line in lines for figure in numbers_of(line)]
    return compose(request, lines, best[:_MAX_NAMED], figures=(len(routes), *figures))


def _draws(values: Sequence[float], request: Request) -> list[str]:
    most = int(max(values))
    return [
        request.say("bring.draws_sum", bolts=most, anchor=ANCHOR_DRAWS, total=most + ANCHOR_DRAWS),
        request.say("bring.draws_half", count=len(values), value=int(median_low(sorted(values)))),
    ]


def _rope(values: Sequence[float], request: Request) -> list[str]:
    """How many routes are longer than half of the usual ropes."""
    counts = {rope: sum(value > rope / 2 for value in values) for rope in _ROPES}
    if not counts[_ROPES[0]]:
        rope = _ROPES[0]
        return [request.say("bring.rope_none", rope=rope, half=rope // 2)]
    lines = [
        request.say("bring.rope_half", rope=rope, half=rope // 2, count=count)
        for at, (rope, count) in enumerate(counts.items())
        if at == 0 or count != counts[_ROPES[at - 1]]
    ]
    return [request.say("bring.rope_twice"), *lines]
