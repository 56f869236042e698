"""Nothing matches: say what does not exist and what does."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.rendering.cleaning import clean
from bot.rendering.composing import compose
from bot.rendering.conditions import numbers_of, route_conditions
from bot.rendering.labels import ROUTE_FIELD_NAMES, label
from bot.rendering.notices import MAX_BESIDE, about_line, notices_in_force
from bot.rendering.route_rows import route_rows
from bot.rendering.unknown import render_unknown, unknown_lines
from bot.schema import Draft

if TYPE_CHECKING:
    from bot.rendering.request import Request

MAX_NEAR_MISSES = 3


def render_nothing(request: Request, key: str = "none.list") -> Draft:
    """The conditions that nothing meets, what there is instead, and the nearest routes."""
    query = request.query
    if query.unknown and not (query.places or query.routes):
        return render_unknown(request)
    conditions = route_conditions(request)
    unmeasured = unrecorded_lines(request)
    ranked = bool(unmeasured) and query.order is not None
    lines = [
        # what nobody measured is there all the same
        *([] if ranked else [request.say(key, conditions=conditions)]),
        *unknown_lines(request),
        *unmeasured,
        *undated_lines(request),
        *available_lines(request),
        *([request.say("none.closed")] if "closed" in query.filter.flags else []),
    ]
    figures = (0, *(figure for line in (conditions, *lines[1:]) for figure in numbers_of(line)))
    shut = notices_in_force(("closure", "access"), request)[:MAX_BESIDE]
    lines += [about_line(each, request) for each in shut]
    near = request.evidence.near_misses[:MAX_NEAR_MISSES]
    if near:
        lines += [request.say("none.near"), *route_rows(near, request)]
    draft = compose(request, lines, (*near, *shut), abstained=True, figures=figures)
    return Draft(
        text=draft.text, source_ids=draft.source_ids, abstained=True, figures=draft.figures
    )


def unrecorded_lines(request: Request) -> list[str]:
    """Why a condition cannot be met: nobody wrote down what it asks for."""
    names = [label(ROUTE_FIELD_NAMES, one, request.language) for one in request.evidence.unrecorded]
    return [request.say("none.unrecorded", fields=request.join(names))] if names else []


def undated_lines(request: Request) -> list[str]:
    """Where years were asked for: how many routes have none on record, and so were left out."""
    tally, wanted = request.evidence.tally, request.query.filter
    if tally is None or not tally.missing or (wanted.year_min is None and wanted.year_max is None):
        return []
    if tally.missing == tally.total:
        return [request.say("years.none_dated", total=tally.total)]
    return [request.say("years.undated", missing=tally.missing)]


def available_lines(request: Request) -> list[str]:
    """What the place does have, already worded by the one who counted it."""
    available = [clean(text) for text in request.evidence.available]
    if not available:
        return []
    return [request.say("none.available", available=("；" if request.zh else "; ").join(available))]
