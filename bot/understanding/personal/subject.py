"""What a message leans on without naming it: 「這條」「那邊」「it」, or nothing at all."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from bot.personal import ACTIONS, LogFilter
from bot.understanding.personal.scanning import fold, pattern

if TYPE_CHECKING:
    from bot.ascents import Ascent
    from bot.personal import Entry, LogAsk
    from bot.schema import Query

_THIS_ROUTE = pattern(
    r"[這那](?:一)?[條題]|它|牠|這線|那線"
    r"|\b(?:it|this (?:one|route|climb|line)|that (?:one|route|climb|line))\b"
)
_THERE = pattern(
    r"那邊|那裡|那裏|那兒|這邊|這裡|該處|同一個(?:岩場|地方|館)|那個(?:岩場|地方|館)|那間|這間"
    r"|\b(?:there|that (?:crag|gym|place)|this (?:crag|gym|place))\b"
)
_OF_A_ROUTE = frozenset({"done", "tries", "last"})
_SHORT = 16
_SHORT_ENGLISH = 40


def around(query: Query | None) -> LogFilter:
    """The route or the place that the turn before was about."""
    if query is None:
        return LogFilter()
    if query.log is not None and query.log.ask not in ACTIONS:
        before = query.log.filter
        if before.route_ids or before.placed:
            return LogFilter(
                route_ids=before.route_ids,
                crag_ids=before.crag_ids,
                area_ids=before.area_ids,
                sector_ids=before.sector_ids,
                gym_ids=before.gym_ids,
            )
    if query.log is not None:
        return LogFilter()
    routes = query.routes[0].ids if len(query.routes) == 1 else ()

    def places(kind: str) -> tuple[str, ...]:
        return tuple(i for mention in query.places if mention.kind == kind for i in mention.ids)

    return LogFilter(
        route_ids=routes,
        crag_ids=places("crag"),
        area_ids=places("area"),
        sector_ids=places("sector"),
        gym_ids=tuple(i for mention in query.gyms for i in mention.ids),
    )


def filled(wanted: LogFilter, ask: LogAsk, text: str, before: LogFilter) -> LogFilter:
    """The filter with the subject of the turn before, where the words lean on it."""
    if wanted.route_ids or wanted.names or wanted.placed:
        return wanted
    folded = fold(text)
    short = len(folded) <= (_SHORT_ENGLISH if folded.isascii() else _SHORT)
    bare = short and not (wanted.windowed or wanted.grade or wanted.modes or wanted.setting)
    if before.route_ids and (
        _THIS_ROUTE.search(folded) or (ask in _OF_A_ROUTE and bare and not _THERE.search(folded))
    ):
        return replace(wanted, route_ids=before.route_ids)
    if before.placed and (_THERE.search(folded) or (ask == "last" and bare)):
        return replace(
            wanted,
            crag_ids=before.crag_ids,
            area_ids=before.area_ids,
            sector_ids=before.sector_ids,
            gym_ids=before.gym_ids,
        )
    return wanted


_QUOTED = pattern('[「『“"]')


def _unnamed(ascent: Ascent) -> Ascent:
    return replace(ascent, route_name="", notes="")


def leans_on_place(text: str) -> bool:
    """Whether the words mean a place named before."""
    return bool(_THERE.search(fold(text)))


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
    if not _THIS_ROUTE.search(fold(text)):
        return entries
    if first is None or not before.route_ids or first.route_ids or first.ascent.colour:
        return entries
    if first.ascent.route_name or first.ascent.grade or first.ascent.gym:
        return entries
    return (replace(first, route_ids=before.route_ids),)
