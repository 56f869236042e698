"""Numbered rows of routes: 「1. 名稱（English）｜5.10a｜運攀｜12m｜區域›sector」."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.rendering.names import place_path, route_title
from bot.rendering.notices import kind_name, route_notices
from bot.rendering.route_values import field_value, flag_name, grade_text, short_length, type_text

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.rendering.request import Request
    from knowledge.schema import Route

EXTRA_COLUMNS = ("bolts", "first_ascent", "first_ascent_on", "popularity", "season")
"""Fields that a list shows as a column more when they were asked."""


def route_rows(
    routes: Sequence[Route], request: Request, *, first: int = 1, extra: Sequence[str] = ()
) -> list[str]:
    """One numbered line a route, counted from ``first``; no crag where all share it."""
    with_crag = len({route.crag_id for route in request.evidence.routes or routes}) > 1
    return [
        f"{number}. {_row(route, request, extra, with_crag=with_crag)}"
        for number, route in enumerate(routes, first)
    ]


def extra_columns(request: Request) -> tuple[str, ...]:
    """Asked fields and the field of the order that the plain row lacks."""
    asked = list(request.query.fields)
    if request.query.order is not None:
        order = request.query.order.key
        asked.append("first_ascent_on" if order == "first_ascent" else order)
    return tuple(dict.fromkeys(field for field in asked if field in EXTRA_COLUMNS))


def _row(route: Route, request: Request, extra: Sequence[str], *, with_crag: bool) -> str:
    """All columns of one route."""
    wide = request.say("list.inexact_mark") if route.id in request.evidence.inexact else ""
    columns = [
        route_title(route, request.language),
        (grade_text(route.grade) or request.say("list.no_grade")) + wide,
        type_text(route, request) or request.say("list.no_type"),
        short_length(route) or request.say("list.no_length"),
        place_path(route, request.evidence, request.language, with_crag=with_crag),
        *(_extra(field, route, request) for field in extra),
        *_marks(route, request),
    ]
    mark = "｜" if request.zh else " | "
    return mark.join(column for column in columns if column)


def _extra(field: str, route: Route, request: Request) -> str:
    value = field_value(field, route, request)
    return request.say(f"clause.{field}", value=value) if value else ""


def _marks(route: Route, request: Request) -> list[str]:
    """⚠️封閉 and the like."""
    names = dict.fromkeys(flag_name(flag, request) for flag in route.flags)
    marks = [f"⚠️{'・'.join(names)}"] if names else []
    return marks + [
        request.say(
            "list.noticed", kind=kind_name(each, request), date=each.reported_on.isoformat()
        )
        for each in route_notices(route, request)
    ]
