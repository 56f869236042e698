"""Answers from the asker's own log, and the refusals around it.

Everything said is computed in the evidence; filters and numbers of entries are always named.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from bot.personal import ACTIONS
from bot.rendering import personal_entries as entries
from bot.rendering import personal_figures as figures
from bot.rendering.composing import plain
from bot.rendering.memory import memory_figures, memory_lines, render_memory
from bot.rendering.personal_changes import render_change
from bot.rendering.personal_values import scope_figures
from bot.rendering.sources import SOURCE_MARK
from bot.schema import Draft

if TYPE_CHECKING:
    from bot.personal import LogAsk, LogEvidence, LogQuery
    from bot.rendering.personal_entries import Speaker
    from bot.rendering.request import Request

_MANAGED = frozenset({"export", "import", "erase"})


def render_personal(request: Request) -> Draft:
    """The answer from the log; kindly none where nobody is known or another log is meant."""
    log, query = request.evidence.log, request.query.log
    if (query is not None and query.ask == "others") or request.query.topic == "others":
        lines = [request.say("personal.others"), request.say("personal.others_hint")]
        return plain(lines, abstained=True)
    if query is not None and query.ask in _MANAGED:
        return plain([request.say(f"personal.{query.ask}")], abstained=True)
    if log is None or query is None:
        lines = [request.say(f"personal.{name}") for name in ("none", "how", "hint")]
        if query is not None and query.ask == "about_me":
            lines = [request.say("personal.private"), *lines]
        return plain(lines, abstained=True)
    if query.ask in {"confirm", "cancel"}:
        return plain([request.say("change.nothing_waits")], abstained=True)
    return _answered(request, query, log)


def _answered(request: Request, query: LogQuery, log: LogEvidence) -> Draft:
    if query.ask in ACTIONS:
        return render_change(request, log)
    if query.ask in {"remember", "forget"}:
        return render_memory(request, log)
    if "route" in query.missing and log.held:
        return plain([request.say("personal.which_climb")])
    lines = _told(request, log)
    shown = log.ascents if query.ask not in _SUMMED else ()
    ids = tuple(dict.fromkeys(one.route_id for one in shown if one.route_id))
    return Draft(
        text="\n".join(line for line in lines if line),
        route_ids=ids,
        abstained=_nothing_found(query.ask, log),
        figures=(*scope_figures(request), *memory_figures(log.memory)),
    )


def without_done(draft: Draft, request: Request) -> Draft:
    """An answer about the catalogue that says how many climbs of the log it leaves out."""
    log = request.evidence.log
    done = log.number("done") if log is not None else ""
    if not done:
        return draft
    note = request.say("personal.unclimbed", done=done)
    lines = draft.text.split("\n")
    at = len(lines) - 1 if lines[-1].startswith(SOURCE_MARK) else len(lines)
    text = "\n".join([*lines[:at], note, *lines[at:]])
    return replace(draft, text=text, figures=(*draft.figures, done))


_SUMMED: frozenset[LogAsk] = frozenset(
    {"count", "days", "average", "success", "streak", "compare", "volume", "places", "overview"}
)


def _nothing_found(ask: LogAsk, log: LogEvidence) -> bool:
    """Whether the thing asked could not be given."""
    if log.problem or not log.held:
        return ask != "about_me"
    if ask == "average":
        return log.number("known") == "0"
    if ask in {"done", "count", "days", "projects", "wishes", "about_me", "compare", "streak"}:
        return False
    if ask in {"pyramid", "volume", "places", "styles"}:
        return not log.figures
    return not log.ascents


def _told(request: Request, log: LogEvidence) -> list[str]:
    query = request.query.log
    if query is None:
        return []
    if query.ask == "about_me":
        return _about_me(request, log)
    if not log.held:
        return [request.say("personal.empty"), request.say("personal.begin")]
    if log.problem == "future":
        day = query.filter.first.isoformat() if query.filter.first else ""
        return [request.say("personal.future", day=day)]
    return _SPEAKERS.get(query.ask, entries.overview)(request, log)


def _about_me(request: Request, log: LogEvidence) -> list[str]:
    lines = [request.say("personal.about_me", held=log.held), entries.span_of_log(request, log)]
    told = memory_lines(log.memory, request.language)
    if told:
        lines += [request.say("memory.head"), *told, request.say("memory.tail")]
    return [*lines, request.say("personal.private"), request.say("personal.about_me_more")]


_SPEAKERS: dict[LogAsk, Speaker] = {
    "overview": entries.overview,
    "count": figures.counted,
    "days": figures.counted,
    "list": entries.listed,
    "hardest": entries.hardest,
    "longest": entries.headed("personal.longest", "known"),
    "first_at": entries.headed("personal.first_at", "ticks"),
    "first": entries.headed("personal.first", "entries"),
    "last": entries.last,
    "done": entries.done,
    "projects": entries.projects,
    "most_tried": entries.projects,
    "tries": figures.tries,
    "success": figures.success,
    "average": figures.average,
    "streak": figures.streak,
    "compare": figures.compared,
    "pyramid": figures.pyramid,
    "volume": figures.volume,
    "progress": figures.progress,
    "places": figures.places,
    "styles": figures.styles,
    "wishes": entries.wishes,
}
