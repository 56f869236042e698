"""The compact card of a route."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.rendering.cleaning import web_address
from bot.rendering.names import place_path, route_title
from bot.rendering.route_values import field_value, grade_text, short_length, type_text

if TYPE_CHECKING:
    from bot.rendering.lines_of_rock import Line
    from bot.rendering.request import Request
    from knowledge.schema import Route


def overview_lines(line: Line, request: Request, *, compact: bool) -> list[str]:
    """The card of a line; one row and the place for each when there are many."""
    lines = []
    for route in line.routes:
        lines += [_head(route, request), _where(route, request)]
        if not compact:
            lines += [_details(route, request), _text(route, request)]
    return [text for text in lines if text]


def _head(route: Route, request: Request) -> str:
    """Name, grade, type and length."""
    return request.say(
        "overview.line",
        title=route_title(route, request.language),
        grade=grade_text(route.grade) or request.say("list.no_grade"),
        type=type_text(route, request) or request.say("list.no_type"),
        length=short_length(route) or request.say("list.no_length"),
    )


def _where(route: Route, request: Request) -> str:
    place = place_path(route, request.evidence, request.language)
    return request.say("overview.where", value=place) if place else ""


def _details(route: Route, request: Request) -> str:
    """Bolts, protection, anchor, first ascent and popularity, as far as recorded."""
    clauses = []
    for field in ("bolts", "protection", "anchor", "first_ascent", "first_ascent_on", "popularity"):
        value = field_value(field, route, request)
        if value:
            clauses.append(request.say(f"clause.{field}", value=value))
    if any(map(web_address, route.videos)):
        clauses.append(request.say("overview.video"))
    if not clauses:
        return ""
    return request.say("overview.detail", value=("；" if request.zh else "; ").join(clauses))


def _text(route: Route, request: Request) -> str:
    text = field_value("description", route, request)
    return request.say("overview.text", value=text) if text else ""
