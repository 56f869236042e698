"""「這條我爬過嗎」: a question to the log about the climb that the turn before was about."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from bot.personal import LogFilter
from bot.understanding.personal.scanning import fold, pattern

if TYPE_CHECKING:
    from bot.personal import LogAsk, LogQuery
    from bot.understanding.followup import Context
    from bot.understanding.reading import Reading

_OF_ONE: frozenset[LogAsk] = frozenset(
    {"done", "list", "tries", "last", "first", "first_at", "days", "success", "average"}
)
_POINTS = pattern(
    "(?:這|那|該)一?[條題個]|它"
    "|^(?:那|所以)?我?(?:有沒有|到底|有)?(?:爬|試|完攀|送|碰)過(?:嗎|沒|吧|了嗎)?[?？]?$"
    "|^(?:那|所以)?我?(?:一共|總共)?(?:試|爬|磨)了?(?:幾|多少)(?:次|把|趟)"
    "|^我?(?:最近一次|上次|上一次|第一次)(?:爬|去|試|完攀)?(?:是)?(?:什麼時候|哪天|何時)"
    r"|\b(?:climbed|done|sent|tried|climb|on|send) (?:it|that|this)\b"
)
_DONE = pattern(r"過|\b(?:climbed|done|sent|tried)\b")


def pointed(log: LogQuery, reading: Reading, context: Context | None) -> LogQuery:
    """The question about the route that the words point at; as it is where they point at none."""
    if context is None or log.ask not in _OF_ONE or log.filter != LogFilter():
        return log
    if not _POINTS.search(fold(reading.text).strip()):
        return log
    before = context.query.log
    routes = before.filter.route_ids if before is not None else ()
    names = before.filter.names if before is not None else ()
    if not (routes or names) and before is None and context.last_routes:
        routes = context.last_routes[0].ids
    if not (routes or names):
        return log
    ask: LogAsk = "done" if log.ask == "list" and _DONE.search(fold(reading.text)) else log.ask
    return replace(log, ask=ask, filter=LogFilter(route_ids=routes, names=names))
