"""The hardest, longest, most bolted …: the value, every tie, and where they are."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.rendering.cleaning import clean_name
from bot.rendering.composing import compose
from bot.rendering.conditions import lead_in, numbers_of, own_line, route_conditions
from bot.rendering.facts import field_lines
from bot.rendering.flags import route_flag_lines
from bot.rendering.group_ranking import render_groups
from bot.rendering.labels import ROUTE_FIELD_NAMES, label
from bot.rendering.lines_of_rock import group_lines
from bot.rendering.names import place_path, quoted_title
from bot.rendering.nothing import render_nothing
from bot.rendering.notices import MAX_BESIDE, about_line, warnings_of
from bot.rendering.route_rows import extra_columns, route_rows
from bot.rendering.route_values import field_value
from bot.rendering.unknown import unknown_lines
from knowledge.filters import RouteOrderBy

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.rendering.request import Request
    from bot.schema import Draft
    from knowledge.schema import Route

_FIELD_OF_ORDER = {"first_ascent": "first_ascent_on"}
_VALUELESS = frozenset({"name", "catalogue"})


def render_superlative(request: Request) -> Draft:
    """The winners of the evidence with their value, all ties included."""
    routes = request.evidence.routes
    if request.query.group_by is not None and request.query.order is None:
        return render_groups(request)
    if not routes:
        return render_nothing(request)
    order = request.query.order or RouteOrderBy("grade", descending=True)
    field = _FIELD_OF_ORDER.get(order.key, order.key)
    conditions = route_conditions(request)
    if order.key not in _VALUELESS and not any(_value(route, field, request) for route in routes):
        what = label(ROUTE_FIELD_NAMES, field, request.language)
        line = request.say("superlative.missing", conditions=conditions, what=what)
        return compose(request, [line], routes, abstained=True, figures=numbers_of(conditions))
    most = request.say(f"most.{order.key}_{'desc' if order.descending else 'asc'}")
    tell = _one if len(routes) == 1 else _several
    named = _named_winner(routes, request)
    lines = [
        *named,
        *own_line(conditions, request),
        *tell(routes, conditions, most, field, request),
    ]
    lines += [*_asked_fields(routes, field, request), *route_flag_lines(routes, request)]
    noticed = warnings_of(routes, request)
    figures = (len(routes), *numbers_of("\n".join(lines[: 2 + len(named)])))
    lines += [about_line(each, request) for each in noticed[:MAX_BESIDE]]
    lines += unknown_lines(request)
    lost = bool(named) and not _winners(routes, request)
    return compose(request, lines, (*routes, *noticed), abstained=lost, figures=figures)


def _named_winner(routes: Sequence[Route], request: Request) -> list[str]:
    """Yes or no where it was asked of one route whether it is the one."""
    claims = [claim for claim in request.query.claims if claim.kind == "winner"]
    if not claims:
        return []
    won = _winners(routes, request)
    if not won:
        return [
            request.say("superlative.not_it", name=request.quote(clean_name(claims[0].surface)))
        ]
    name = group_lines(won, request)[0].name
    return [request.say("superlative.it" if len(routes) == 1 else "superlative.one_of", name=name)]


def _winners(routes: Sequence[Route], request: Request) -> list[Route]:
    """Those of the winners that the question named."""
    named = {
        one
        for claim in request.query.claims
        if claim.kind == "winner"
        for one in claim.value.split("|")
    }
    return [route for route in routes if route.id in named]


def _one(
    routes: Sequence[Route], conditions: str, most: str, field: str, request: Request
) -> list[str]:
    """A single winner, its value and its place."""
    route = routes[0]
    title = quoted_title(route, request)
    value = _value(route, field, request) or _value(route, "grade", request)
    lines = [
        request.say(
            "superlative.one",
            conditions=lead_in(conditions, request),
            most=most,
            name=title,
            value=value,
        )
    ]
    place = place_path(route, request.evidence, request.language)
    if place:
        name = group_lines(routes, request)[0].name
        lines.append(request.say("superlative.where", name=name, place=place))
    return lines


def _several(
    routes: Sequence[Route], conditions: str, most: str, field: str, request: Request
) -> list[str]:
    """Ties of one value, or the first few that were asked for."""
    values = {_value(route, field, request) for route in routes}
    asked = request.query.limit or 1
    where = lead_in(conditions, request)
    if asked > 1:
        head = request.say("superlative.top", conditions=where, most=most, count=len(routes))
    elif len(values) == 1:
        head = request.say(
            "superlative.ties", conditions=where, most=most, count=len(routes), value=values.pop()
        )
    else:
        head = request.say("superlative.ties_mixed", conditions=where, most=most, count=len(routes))
    return [head, *route_rows(routes, request, extra=extra_columns(request))]


def _asked_fields(routes: Sequence[Route], told: str, request: Request) -> list[str]:
    """Other fields that were asked about the winner: 「最長的路線是誰首攀的」."""
    fields = [
        field for field in request.query.fields if field not in {told, "overview", "location"}
    ]
    if not fields:
        return []
    lines = []
    for line in group_lines(routes, request):
        lines += field_lines(line, fields, request)[0]
    return lines


def _value(route: Route, field: str, request: Request) -> str:
    """The value that ranks, with its word where the number alone says little."""
    value = field_value(field, route, request)
    if not value:
        return ""
    if field in {"popularity", "first_ascent_on", "length", "grade"}:
        return request.say(f"clause.{field}", value=value)
    return value
