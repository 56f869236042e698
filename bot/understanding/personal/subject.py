"""What a message leans on without naming it: 「這條」「那邊」「it」, or nothing at all."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from bot.personal import ACTIONS, LogFilter
from bot.understanding.personal.merging import over
from bot.understanding.personal.scanning import fold, pattern

if TYPE_CHECKING:
    from bot.ascents import Ascent
    from bot.personal import Entry, LogAsk, LogQuery
    from bot.understanding.followup import Context

_THIS_ROUTE = pattern(
    r"[這那](?:一)?[條題]|它|牠|這線|那線"
    r"|\b(?:it|this (?:one|route|climb|line)|that (?:one|route|climb|line))\b"
)
_THERE = pattern(
    r"那邊|那裡|那裏|那兒|這邊|這裡|該處|同一個(?:岩場|地方|館)|那個(?:岩場|地方|館)|那間|這間"
    r"|\b(?:there|that (?:crag|gym|place)|this (?:crag|gym|place))\b"
)
_OF_A_ROUTE = frozenset({"done", "tries", "last", "first"})
_OF_ONE = _OF_A_ROUTE | {"list", "first_at"}
_ONE = pattern(
    r"(?:^|[^第某每哪同上一])[這那該]一?[條題](?:線|路線)?(?!最)|(?:^|[^其])它"
    r"|\b(?:climbed|done|sent|tried|on|send|ticked|finished) (?:it|that one|this one|this route)\b"
)
_OF_A_SET = frozenset({"count", "list", "success", "projects", "unclimbed"})
_AMONG = pattern(r"其中|裡面|當中|這些|那些|這幾條|那幾條|\b(?:of|among) (?:those|these|them)\b")
_SHORT = 16
_SHORT_ENGLISH = 40


def around(context: Context | None) -> LogFilter:
    """The route or the place that the turn before was about."""
    if context is None:
        return LogFilter()
    query = context.query
    if query.log is not None:
        told = _of_log(query.log)
        if query.log.ask in _TELLS_ONE and not told.route_ids and context.last_routes:
            # 「那條試了幾次」 after the hardest one
            return replace(told, route_ids=context.last_routes[0].ids)
        return told
    routes = query.routes[0].ids if len(query.routes) == 1 else ()
    if not routes and context.last_routes:
        routes = context.last_routes[0].ids

    def places(kind: str) -> tuple[str, ...]:
        return tuple(i for mention in query.places if mention.kind == kind for i in mention.ids)

    of_set = query.intent in _SETS
    return LogFilter(
        route_ids=routes,
        crag_ids=places("crag"),
        area_ids=places("area"),
        sector_ids=places("sector"),
        gym_ids=tuple(i for mention in query.gyms for i in mention.ids),
        grade=query.filter.grade if of_set else None,
        types=query.filter.types if of_set else (),
    )


_TELLS_ONE = frozenset({"hardest", "longest", "first_at", "most_tried"})
"""Questions whose answers name one climb first."""
_SETS = frozenset({"list", "count", "distribution"})


def _of_log(log: LogQuery) -> LogFilter:
    """The route or the place of a question to the log, or the climb of an entry shown."""
    if log.ask in ACTIONS:
        told = log.entries[0].route_ids if len(log.entries) == 1 else log.target.filter.route_ids
        return LogFilter(route_ids=told)
    before = log.filter
    return LogFilter(
        route_ids=before.route_ids,
        names=before.names,
        crag_ids=before.crag_ids,
        area_ids=before.area_ids,
        sector_ids=before.sector_ids,
        gym_ids=before.gym_ids,
    )


def filled(wanted: LogFilter, ask: LogAsk, text: str, before: LogFilter) -> LogFilter:
    """The filter with the subject of the turn before, where the words lean on it."""
    if wanted.route_ids or wanted.names or wanted.placed:
        return wanted
    folded = fold(text)
    if before.grade is not None and (ask in _OF_A_SET or _AMONG.search(folded)):
        own = replace(wanted, sent=None, results=())
        if own == LogFilter() or _AMONG.search(folded):
            # 「霧鳴岬有幾條 5.10a」「我完攀幾條」
            return over(replace(before, route_ids=(), gym_ids=()), wanted)
    short = len(folded) <= (_SHORT_ENGLISH if folded.isascii() else _SHORT)
    bare = short and not (wanted.windowed or wanted.grade or wanted.modes or wanted.setting)
    if (before.route_ids or before.names) and (
        _THIS_ROUTE.search(folded) or (ask in _OF_A_ROUTE and bare and not _THERE.search(folded))
    ):
        return replace(wanted, route_ids=before.route_ids, names=before.names)
    if before.placed and (_THERE.search(folded) or (ask == "last" and bare)):
        return replace(
            wanted,
            crag_ids=before.crag_ids,
            area_ids=before.area_ids,
            sector_ids=before.sector_ids,
            gym_ids=before.gym_ids,
        )
    return wanted


_BEATEN = pattern(r"^[^，,。]{0,8}(?:被我|終於|總算)|^(?:today|yesterday|finally|just)\b")
"""「今天被我 RP 了」 leans on the climb spoken of, too."""
_QUOTED = pattern('[「『“"]')


def _unnamed(ascent: Ascent) -> Ascent:
    return replace(ascent, route_name="", notes="")


def points_at_nothing(wanted: LogFilter, ask: LogAsk, text: str) -> bool:
    """Whether 「這條」 is meant, and no climb was spoken of: it has to be asked which."""
    if wanted.route_ids or wanted.names or wanted.placed or ask not in _OF_ONE:
        return False
    return bool(_ONE.search(fold(text)))


def entered(
    entries: tuple[Entry, ...], text: str, before: LogFilter, *, wish: bool
) -> tuple[Entry, ...]:
    """Entries in which the climb left open is the one spoken of before.

    A ``wish`` needs no word for it: 「看起來不錯，加到想爬清單」.
    """
    first = entries[0] if len(entries) == 1 else None
    if wish and first is not None and before.route_ids and not first.route_ids:
        if not _QUOTED.search(text):
            return (replace(first, route_ids=before.route_ids, ascent=_unnamed(first.ascent)),)
        return entries
    if not (_THIS_ROUTE.search(fold(text)) or _BEATEN.search(fold(text))):
        return entries
    if first is None or not before.route_ids or first.route_ids or first.ascent.colour:
        return entries
    if first.ascent.route_name or first.ascent.grade or first.ascent.gym:
        return entries
    return (replace(first, route_ids=before.route_ids),)
