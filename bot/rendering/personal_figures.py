"""Answers that say figures of the asker's own log: counts, shares, streaks, months, places."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.rendering.labels import ROUTE_TYPES, STYLES, label
from bot.rendering.personal_entries import MAX_ROWS, MAX_UNPAGED, nothing, rows
from bot.rendering.personal_values import KINDS, scope_text

if TYPE_CHECKING:
    from collections.abc import Iterable

    from bot.personal import Figure, LogEvidence
    from bot.rendering.request import Request

_BAR = "█"
_MAX_BAR = 20


def counted(request: Request, log: LogEvidence) -> list[str]:
    """How many climbs and entries, or on how many days."""
    if not log.ascents:
        return nothing(request, log)
    query = request.query.log
    values = {
        "scope": scope_text(request),
        "sent": log.number("sent"),
        "unsent": log.number("unsent"),
        "routes": log.routes,
        "entries": log.number("entries"),
        "days": log.days,
    }
    if query is not None and query.ask == "days":
        return [request.say("personal.days", **values)]
    if (query is not None and query.filter.results) or (query and query.filter.sent is False):
        return [request.say("personal.count_results", **values)]
    named = "personal.count" if log.number("unsent") != "0" else "personal.count_all_sent"
    return [request.say(named, **values)]


def tries(request: Request, log: LogEvidence) -> list[str]:
    """How many tries, at least."""
    if not log.ascents:
        return nothing(request, log)
    least = log.number("complete") == "0"
    head = request.say(
        "personal.tries_total_least" if least else "personal.tries_total",
        scope=scope_text(request),
        tries=log.number("tries"),
        sessions=log.number("sessions"),
    )
    one = log.number("climbs") == "1"
    return [head, *(rows(log.ascents, request) if one else [])]


def success(request: Request, log: LogEvidence) -> list[str]:
    """The share of what was touched that was climbed."""
    if not log.ascents:
        return nothing(request, log)
    numbers = {name: log.number(name) for name in ("touched", "sent", "rate", "entries")}
    named = "personal.share" if log.number("share") else "personal.success"
    return [request.say(named, scope=scope_text(request), **numbers)]


def average(request: Request, log: LogEvidence) -> list[str]:
    """The mean grade of what was climbed."""
    if log.number("sent") == "0":
        return nothing(request, log)
    named = "personal.average" if log.number("known") != "0" else "personal.average_none"
    numbers = {name: log.number(name) for name in ("mean", "known", "sent")}
    return [request.say(named, scope=scope_text(request), **numbers)]


def streak(request: Request, log: LogEvidence) -> list[str]:
    """Weeks in a row with climbing."""
    if not log.number("start"):
        return nothing(request, log)
    numbers = {name: log.number(name) for name in ("best", "start", "now")}
    head = request.say("personal.streak", scope=scope_text(request), **numbers)
    return [head, request.say("personal.streak_note")]


def compared(request: Request, log: LogEvidence) -> list[str]:
    """The same figures of two parts of the log."""
    query = request.query.log
    if query is None or query.against is None:
        return counted(request, log)
    sides = (
        (scope_text(request), log.figures),
        (scope_text(request, query.against, query.against_window), log.against_figures),
    )
    lines = [
        request.say(
            "personal.compare_side",
            scope=scope,
            **{figure.label: figure.count for figure in figures},
        )
        for scope, figures in sides
    ]
    mine, theirs = log.figures[0].count, log.against_figures[0].count
    word = "same" if mine == theirs else "more" if mine > theirs else "less"
    return [*lines, request.say(f"personal.compare_{word}", count=log.number("more_sends"))]


def pyramid(request: Request, log: LogEvidence) -> list[str]:
    """Climbs of each grade, hardest first, as bars."""
    if not log.figures:
        return nothing(request, log)
    head = request.say(
        "personal.pyramid",
        scope=scope_text(request),
        kind=label(KINDS, log.number("kind"), request.language),
        climbs=log.number("climbs"),
    )
    return [head, *(_step(figure) for figure in log.figures), _draw("pyramid", request)]


def _step(figure: Figure) -> str:
    """``5.10a ███ 3（OS 1、RP 2）``."""
    bar = _BAR * min(figure.count, _MAX_BAR)
    parts = "、".join(f"{name} {count}" for name, count in figure.parts if count)
    return f"{figure.label} {bar} {figure.count}（{parts}）"


def _draw(kind: str, request: Request) -> str:
    return request.say("personal.draw", kind=kind)


def volume(request: Request, log: LogEvidence) -> list[str]:
    """Entries of each month."""
    if not log.figures:
        return nothing(request, log)
    head = request.say("personal.volume", scope=scope_text(request), entries=log.number("entries"))
    lines = [
        request.say(
            "personal.month_unsaid" if figure.parts[2][1] else "personal.month",
            label=figure.label,
            count=figure.count,
            sent=figure.parts[0][1],
            tried=figure.parts[1][1],
            unsaid=figure.parts[2][1],
        )
        for figure in log.figures
        if figure.count
    ]
    return [head, *lines, _draw("volume", request)]


def progress(request: Request, log: LogEvidence) -> list[str]:
    """The first of each grade, hardest first."""
    if not log.ascents:
        return nothing(request, log)
    kind = label(KINDS, log.number("kind"), request.language)
    head = request.say("personal.progress", scope=scope_text(request), kind=kind)
    return [head, *rows(log.ascents, request), _draw("progress", request)]


def places(request: Request, log: LogEvidence) -> list[str]:
    """Entries of each place."""
    if not log.figures:
        return nothing(request, log)
    lines: Iterable[str] = (
        request.say("personal.place", label=figure.label, count=figure.count)
        for figure in log.figures[: MAX_ROWS if request.paged else MAX_UNPAGED]
    )
    return [request.say("personal.places", scope=scope_text(request)), *lines]


def styles(request: Request, log: LogEvidence) -> list[str]:
    """Types and terrain, most climbs first; a climb may be of several."""
    shown = [one for one in log.figures if one.label in ROUTE_TYPES | STYLES]
    if not shown:
        return nothing(request, log)
    lines = [
        request.say(
            "personal.style",
            label=label(
                ROUTE_TYPES if one.label in ROUTE_TYPES else STYLES, one.label, request.language
            ),
            count=one.count,
            sent=dict(one.parts)["完攀"],
        )
        for one in shown[: MAX_ROWS if request.paged else MAX_UNPAGED]
    ]
    head = request.say("personal.styles", scope=scope_text(request), known=log.number("known"))
    return [head, *lines]
