"""Complete lists of routes: total first, then every match, paged where pages can be turned."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.rendering.composing import compose
from bot.rendering.conditions import numbers_of, route_conditions
from bot.rendering.nothing import render_nothing, undated_lines
from bot.rendering.notices import MAX_BESIDE, about_line, notices_in_force, warnings_of
from bot.rendering.paging import page_of, past_the_end
from bot.rendering.route_rows import extra_columns, route_rows
from bot.rendering.unknown import unknown_lines

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.rendering.request import Request
    from bot.schema import Draft
    from knowledge.schema import Route


def render_list(request: Request) -> Draft:
    """The asked page of the matches, or all of them; the ids name what is shown."""
    routes = request.evidence.routes
    if not routes:
        return render_nothing(request)
    conditions = route_conditions(request)
    total = len(routes)
    limited = routes[: request.query.limit] if request.query.limit else routes
    head = _head(conditions, total, len(limited), request)
    if past_the_end(len(limited), request):
        line = request.say("list.no_more", conditions=conditions, total=total)
        return compose(request, [line], figures=(total, *numbers_of(conditions)))
    page = page_of(limited, request)
    lines = [head, *route_rows(page.shown, request, first=page.first, extra=extra_columns(request))]
    lines += _notes(page.shown, request)
    noticed = warnings_of(page.shown, request)
    if "closed" in request.query.filter.flags:
        noticed = notices_in_force(("closure", "access"), request)
    lines += [about_line(each, request) for each in noticed[:MAX_BESIDE]]
    undated = undated_lines(request)
    lines += [*undated, page.line, *unknown_lines(request)]
    return compose(
        request,
        lines,
        (*page.shown, *noticed),
        figures=(
            total,
            len(limited),
            _wide(page.shown, request),
            *page.figures,
            *numbers_of("\n".join([conditions, *undated])),
        ),
    )


def _head(conditions: str, total: int, limited: int, request: Request) -> str:
    if limited < total:
        return request.say("list.head_limited", conditions=conditions, total=total, shown=limited)
    return request.say("list.head", conditions=conditions, total=total)


def _wide(shown: Sequence[Route], request: Request) -> int:
    """How many of the rows have a recorded range wider than what was asked."""
    return sum(route.id in request.evidence.inexact for route in shown)


def _notes(shown: Sequence[Route], request: Request) -> list[str]:
    """What the marks in the rows mean."""
    lines = []
    wide = _wide(shown, request)
    if wide:
        lines.append(request.say("list.inexact", count=wide))
    if any(route.flags for route in shown):
        lines.append(request.say("list.flagged_note"))
    return lines
