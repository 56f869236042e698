"""Answers from the asker's own log, and the refusals around it.

Everything said is computed in the evidence; filters and numbers of entries are always named.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from bot.personal import ACTIONS
from bot.rendering.composing import plain
from bot.rendering.labels import ROUTE_TYPES, STYLES, label
from bot.rendering.memory import memory_figures, memory_lines, render_memory
from bot.rendering.personal_changes import render_change
from bot.rendering.personal_values import KINDS, name_in, row, scope_figures, scope_text
from bot.rendering.sources import SOURCE_MARK
from bot.schema import Draft

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from bot.ascents import Ascent
    from bot.personal import Figure, LogAsk, LogEvidence, LogQuery
    from bot.rendering.request import Request

    Speaker = Callable[[Request, LogEvidence], list[str]]

MAX_ROWS = 10
"""Entries shown of a long list in a conversation."""
MAX_UNPAGED = 100
"""Entries shown where nobody can ask for more."""
_BAR = "█"
_MAX_BAR = 20
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
    return _SPEAKERS.get(query.ask, _overview)(request, log)


def _nothing(request: Request, log: LogEvidence) -> list[str]:
    return [request.say("personal.nothing", scope=scope_text(request), held=log.held)]


def _rows(
    ascents: Sequence[Ascent], request: Request, flag: Callable[[Ascent], str] = lambda _: ""
) -> list[str]:
    """The entries, numbered, and how many more there are."""
    most = MAX_ROWS if request.paged else MAX_UNPAGED
    lines = [
        f"{number}. {row(one, request, flag=flag(one))}"
        for number, one in enumerate(ascents[:most], 1)
    ]
    if len(ascents) > most:
        lines.append(request.say("personal.more", rest=len(ascents) - most))
    return lines


def _about_me(request: Request, log: LogEvidence) -> list[str]:
    lines = [request.say("personal.about_me", held=log.held), _span_of_log(request, log)]
    told = memory_lines(log.memory, request.language)
    if told:
        lines += [request.say("memory.head"), *told, request.say("memory.tail")]
    return [*lines, request.say("personal.private"), request.say("personal.about_me_more")]


def _span_of_log(request: Request, log: LogEvidence) -> str:
    if log.first_day is None or log.last_day is None:
        return ""
    first, last = log.first_day.isoformat(), log.last_day.isoformat()
    return request.say("personal.span_of_log", first=first, last=last)


def _overview(request: Request, log: LogEvidence) -> list[str]:
    if not log.ascents:
        return _nothing(request, log)
    head = request.say(
        "personal.overview",
        scope=scope_text(request),
        entries=log.number("entries"),
        days=log.days,
        sent=log.sends,
        unsent=log.number("unsent"),
    )
    return [head, _span_of_log(request, log), *_bests(request, log)]


def _bests(request: Request, log: LogEvidence) -> list[str]:
    """One line a kind of climbing: its hardest send; more of them where they tie."""
    flag = request.say("personal.uncertain")
    lines = []
    uncertain = set(log.number("uncertain").split(",")) - {""}
    for best in log.bests:
        kind = label(KINDS, best.kind, request.language)
        lines += [
            f"{kind}：{row(one, request, flag=flag if one.id in uncertain else '')}"
            if request.zh
            else f"{kind}: {row(one, request, flag=flag if one.id in uncertain else '')}"
            for one in best.ascents[:3]
        ]
    return list(dict.fromkeys(lines))


def _count(request: Request, log: LogEvidence) -> list[str]:
    if not log.ascents:
        return _nothing(request, log)
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


def _list(request: Request, log: LogEvidence) -> list[str]:
    if not log.ascents:
        return _nothing(request, log)
    head = request.say(
        "personal.list",
        scope=scope_text(request),
        entries=log.number("entries"),
        routes=log.number("routes"),
    )
    return [head, *_rows(log.ascents, request)]


def _hardest(request: Request, log: LogEvidence) -> list[str]:
    query = request.query.log
    if not log.bests:
        return [
            request.say(
                "personal.none_sent", scope=scope_text(request), entries=log.number("entries")
            )
        ]
    named = "personal.easiest" if query is not None and query.easiest else "personal.hardest"
    head = request.say(named, scope=scope_text(request), ticks=log.number("ticks"))
    return [head, *_bests(request, log)]


def _headed(name: str, *numbers: str) -> Speaker:
    """A line with numbers, and the entries below it."""

    def speak(request: Request, log: LogEvidence) -> list[str]:
        if not log.ascents:
            return _nothing(request, log)
        values = {number: log.number(number) for number in numbers}
        return [
            request.say(name, scope=scope_text(request), **values),
            *_rows(log.ascents, request),
        ]

    return speak


def _last(request: Request, log: LogEvidence) -> list[str]:
    day = log.ascents[0].day if log.ascents else None
    today = request.evidence.today
    if day is None or today is None:
        return _nothing(request, log)
    days = log.number("days_ago")
    ago = (
        request.say("personal.ago_today")
        if days == "0"
        else request.say("personal.ago_days", days=days)
    )
    head = request.say(
        "personal.last",
        scope=scope_text(request),
        day=day.isoformat(),
        ago=ago,
        entries=log.number("entries"),
    )
    return [head, *_rows(log.ascents, request)]


def _done(request: Request, log: LogEvidence) -> list[str]:
    name = _asked_name(request, log)
    if not log.ascents:
        wished = log.number("wished") not in {"", "0"}
        named = "personal.done_wished" if wished else "personal.done_not"
        return [request.say(named, name=name, held=log.held)]
    sent = log.number("sent") != "0"
    head = request.say(
        "personal.done_sent" if sent else "personal.done_tried",
        name=name,
        entries=log.number("entries"),
    )
    return [head, *_rows(log.ascents, request)]


def _asked_name(request: Request, log: LogEvidence) -> str:
    """What was asked about: the climb as the log has it, else the scope."""
    query = request.query.log
    one = query is not None and (query.filter.route_ids or query.filter.names)
    if log.ascents and one:
        return request.quote(name_in(request, log.ascents[0]))
    return scope_text(request)


def _projects(request: Request, log: LogEvidence) -> list[str]:
    query = request.query.log
    most = query is not None and query.ask == "most_tried"
    if not log.figures:
        named = "personal.nothing" if most else "personal.no_projects"
        return [request.say(named, scope=scope_text(request), held=log.held)]
    head = request.say(
        "personal.most_tried" if most else "personal.projects",
        scope=scope_text(request),
        open=log.number("open"),
    )
    shown = MAX_ROWS if request.paged else MAX_UNPAGED
    pairs = list(zip(log.ascents, log.figures, strict=True))
    lines = [
        f"{number}. {_project(one, figure, request)}"
        for number, (one, figure) in enumerate(pairs[:shown], 1)
    ]
    if len(pairs) > shown:
        lines.append(request.say("personal.more", rest=len(pairs) - shown))
    return [head, *lines]


def _project(one: Ascent, figure: Figure, request: Request) -> str:
    parts = dict(figure.parts)
    tries = "personal.tries" if parts["complete"] else "personal.tries_least"
    cells = [
        name_in(request, one),
        one.grade,
        one.place,
        request.say(tries, tries=figure.count),
        request.say("personal.sessions", sessions=parts["sessions"]),
    ]
    return ("｜" if request.zh else " | ").join(cell for cell in cells if cell)


def _tries(request: Request, log: LogEvidence) -> list[str]:
    if not log.ascents:
        return _nothing(request, log)
    least = log.number("complete") == "0"
    head = request.say(
        "personal.tries_total_least" if least else "personal.tries_total",
        scope=scope_text(request),
        tries=log.number("tries"),
        sessions=log.number("sessions"),
    )
    one = log.number("climbs") == "1"
    return [head, *(_rows(log.ascents, request) if one else [])]


def _success(request: Request, log: LogEvidence) -> list[str]:
    if not log.ascents:
        return _nothing(request, log)
    numbers = {name: log.number(name) for name in ("touched", "sent", "rate", "entries")}
    named = "personal.share" if log.number("share") else "personal.success"
    return [request.say(named, scope=scope_text(request), **numbers)]


def _average(request: Request, log: LogEvidence) -> list[str]:
    if log.number("sent") == "0":
        return _nothing(request, log)
    named = "personal.average" if log.number("known") != "0" else "personal.average_none"
    numbers = {name: log.number(name) for name in ("mean", "known", "sent")}
    return [request.say(named, scope=scope_text(request), **numbers)]


def _streak(request: Request, log: LogEvidence) -> list[str]:
    if not log.number("start"):
        return _nothing(request, log)
    numbers = {name: log.number(name) for name in ("best", "start", "now")}
    head = request.say("personal.streak", scope=scope_text(request), **numbers)
    return [head, request.say("personal.streak_note")]


def _compare(request: Request, log: LogEvidence) -> list[str]:
    query = request.query.log
    if query is None or query.against is None:
        return _count(request, log)
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


def _pyramid(request: Request, log: LogEvidence) -> list[str]:
    if not log.figures:
        return _nothing(request, log)
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


def _volume(request: Request, log: LogEvidence) -> list[str]:
    if not log.figures:
        return _nothing(request, log)
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


def _progress(request: Request, log: LogEvidence) -> list[str]:
    if not log.ascents:
        return _nothing(request, log)
    kind = label(KINDS, log.number("kind"), request.language)
    head = request.say("personal.progress", scope=scope_text(request), kind=kind)
    return [head, *_rows(log.ascents, request), _draw("progress", request)]


def _places(request: Request, log: LogEvidence) -> list[str]:
    if not log.figures:
        return _nothing(request, log)
    lines: Iterable[str] = (
        request.say("personal.place", label=figure.label, count=figure.count)
        for figure in log.figures[: MAX_ROWS if request.paged else MAX_UNPAGED]
    )
    return [request.say("personal.places", scope=scope_text(request)), *lines]


def _styles(request: Request, log: LogEvidence) -> list[str]:
    """Types and terrain, most climbs first; a climb may be of several."""
    shown = [one for one in log.figures if one.label in ROUTE_TYPES | STYLES]
    if not shown:
        return _nothing(request, log)
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


def _wishes(request: Request, log: LogEvidence) -> list[str]:
    if not log.ascents:
        return [request.say("personal.no_wishes")]
    head = request.say("personal.wishes", count=len(log.ascents))
    return [head, *_rows(log.ascents, request)]


_SPEAKERS: dict[LogAsk, Speaker] = {
    "overview": _overview,
    "count": _count,
    "days": _count,
    "list": _list,
    "hardest": _hardest,
    "longest": _headed("personal.longest", "known"),
    "first_at": _headed("personal.first_at", "ticks"),
    "first": _headed("personal.first", "entries"),
    "last": _last,
    "done": _done,
    "projects": _projects,
    "most_tried": _projects,
    "tries": _tries,
    "success": _success,
    "average": _average,
    "streak": _streak,
    "compare": _compare,
    "pyramid": _pyramid,
    "volume": _volume,
    "progress": _progress,
    "places": _places,
    "styles": _styles,
    "wishes": _wishes,
}
