"""Answers that show entries of the asker's own log: lists, the hardest, the last day, projects."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.rendering.labels import label
from bot.rendering.personal_values import KINDS, name_in, row, scope_text

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from bot.ascents import Ascent
    from bot.personal import Figure, LogEvidence
    from bot.rendering.request import Request

    Speaker = Callable[[Request, LogEvidence], list[str]]

MAX_ROWS = 10
"""Entries shown of a long list in a conversation."""
MAX_UNPAGED = 100
"""Entries shown where nobody can ask for more."""


def rows(
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


def nothing(request: Request, log: LogEvidence) -> list[str]:
    """That nothing matches, beside how much is held."""
    return [request.say("personal.nothing", scope=scope_text(request), held=log.held)]


def span_of_log(request: Request, log: LogEvidence) -> str:
    """The first and the last day of the log."""
    if log.first_day is None or log.last_day is None:
        return ""
    first, last = log.first_day.isoformat(), log.last_day.isoformat()
    return request.say("personal.span_of_log", first=first, last=last)


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


def overview(request: Request, log: LogEvidence) -> list[str]:
    """What the entries come to: how many, on how many days, the hardest of each kind."""
    if not log.ascents:
        return nothing(request, log)
    head = request.say(
        "personal.overview",
        scope=scope_text(request),
        entries=log.number("entries"),
        days=log.days,
        sent=log.sends,
        unsent=log.number("unsent"),
    )
    return [head, span_of_log(request, log), *_bests(request, log)]


def listed(request: Request, log: LogEvidence) -> list[str]:
    """The entries themselves."""
    if not log.ascents:
        return nothing(request, log)
    head = request.say(
        "personal.list",
        scope=scope_text(request),
        entries=log.number("entries"),
        routes=log.number("routes"),
    )
    return [head, *rows(log.ascents, request)]


def hardest(request: Request, log: LogEvidence) -> list[str]:
    """The hardest or the easiest send of each kind."""
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


def headed(name: str, *numbers: str) -> Speaker:
    """A line with numbers, and the entries below it."""

    def speak(request: Request, log: LogEvidence) -> list[str]:
        if not log.ascents:
            return nothing(request, log)
        values = {number: log.number(number) for number in numbers}
        return [
            request.say(name, scope=scope_text(request), **values),
            *rows(log.ascents, request),
        ]

    return speak


def last(request: Request, log: LogEvidence) -> list[str]:
    """The last day of climbing, and how long ago it is."""
    day = log.ascents[0].day if log.ascents else None
    today = request.evidence.today
    if day is None or today is None:
        return nothing(request, log)
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
    return [head, *rows(log.ascents, request)]


def done(request: Request, log: LogEvidence) -> list[str]:
    """Whether a climb was done: its entries."""
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
    return [head, *rows(log.ascents, request)]


def _asked_name(request: Request, log: LogEvidence) -> str:
    """What was asked about: the climb as the log has it, else the scope."""
    query = request.query.log
    one = query is not None and (query.filter.route_ids or query.filter.names)
    if log.ascents and one:
        return request.quote(name_in(request, log.ascents[0]))
    return scope_text(request)


def projects(request: Request, log: LogEvidence) -> list[str]:
    """Climbs that are open, or that were tried most, with tries and days."""
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


def wishes(request: Request, log: LogEvidence) -> list[str]:
    """What is to be climbed one day."""
    if not log.ascents:
        return [request.say("personal.no_wishes")]
    head = request.say("personal.wishes", count=len(log.ascents))
    return [head, *rows(log.ascents, request)]
