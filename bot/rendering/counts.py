"""How many: the number, and how many of them match only by a wide grade."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.rendering.composing import compose
from bot.rendering.conditions import numbers_of, route_conditions
from bot.rendering.labels import ROUTE_TYPES, label
from bot.rendering.nothing import available_lines, render_nothing, undated_lines
from bot.rendering.route_values import grade_text
from bot.rendering.unknown import render_unknown, unknown_lines

if TYPE_CHECKING:
    from bot.rendering.request import Request
    from bot.schema import Draft


def render_count(request: Request) -> Draft:
    """The number of matches; a count of nothing explains what the place has."""
    query, evidence = request.query, request.evidence
    if not evidence.routes:
        if query.unknown and not query.places:
            return render_unknown(request)
        return render_nothing(request, "count.zero") if evidence.available else _zero(request)
    conditions = route_conditions(request)
    total = len(evidence.routes)
    key = "count.one" if total == 1 else "count.head"
    lines = [request.say(key, conditions=conditions, total=total)]
    wide = [route for route in evidence.routes if route.id in evidence.inexact]
    figures: list[object] = [total, *numbers_of(conditions)]
    if wide:
        exact = total - len(wide)
        example = grade_text(wide[0].grade)
        lines.append(request.say("count.inexact", wide=len(wide), example=example, exact=exact))
        figures += [len(wide), exact, example]
    by_type, type_figures = _by_type(request)
    if query.topic == "share" and evidence.tally is not None:
        percent = round(100 * total / evidence.tally.total)
        lines.append(request.say("count.share", whole=evidence.tally.total, percent=percent))
        figures += [evidence.tally.total, percent]
    undated = undated_lines(request)
    lines += [*by_type, *undated, *unknown_lines(request)]
    figures += numbers_of("\n".join(undated))
    return compose(request, lines, evidence.routes, figures=(*figures, *type_figures))


def _zero(request: Request) -> Draft:
    conditions = route_conditions(request)
    lines = [
        request.say("count.zero", conditions=conditions),
        *undated_lines(request),
        *available_lines(request),
    ]
    figures = [figure for line in lines for figure in numbers_of(line)]
    return compose(request, lines, figures=(0, *figures, *numbers_of(conditions)))


def _by_type(request: Request) -> tuple[list[str], list[int]]:
    """The count by type, when no type was asked and there are several."""
    if request.query.filter.types:
        return [], []
    counts: dict[str, int] = {}
    for route in request.evidence.routes:
        if route.type:
            counts[route.type] = counts.get(route.type, 0) + 1
    if len(counts) < 2:
        return [], []
    ordered = sorted(counts.items(), key=lambda item: -item[1])
    parts = [
        request.say("count.bucket", label=label(ROUTE_TYPES, kind, request.language), count=count)
        for kind, count in ordered
    ]
    return [request.say("count.types", types=request.join(parts))], list(counts.values())
