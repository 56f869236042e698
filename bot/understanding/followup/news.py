"""那下週呢, 那 B 館呢, 有活動嗎: notices asked for again, of another time, thing or kind."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from bot.understanding.followup.turn import GYM_INTENTS
from bot.understanding.news import kinds_named
from knowledge.filters import GymFilter, RouteFilter

if TYPE_CHECKING:
    from bot.schema import Query
    from bot.understanding.followup.turn import Turn

_OPEN = frozenset({"knowledge", "search", "out_of_domain"})
_LEANS = re.compile(
    "^(?:那|它|这[间家里边]|什么时候|几时|何时|哪天|下次|上次|and|what about|when)|呢$"
)
"""On the key of the question: that it is about what was spoken of before."""
_ABOUT_ONE = frozenset({*GYM_INTENTS, "notice", "crag_info", "live", "fact", "gym_list"})


def news_again(turn: Turn) -> Query | None:
    """The notices of the turn before with what changed, or of what it was about."""
    query, before = turn.query, turn.before
    other = _of_another_kind(turn)
    if other is not None:
        return other
    named = bool(turn.reading.of_kind("route", "gym", "crag", "area", "sector") or query.unknown)
    if query.intent == "notice":
        stands_alone = named or query.topic in {"gyms", "places"}
        return query if stands_alone else _of_subject(turn) or query
    if before.intent != "notice" or _asks_something_else(turn):
        return None
    return _about_another(turn) if named else _of_another_time(turn)


def _of_another_kind(turn: Turn) -> Query | None:
    """「那活動呢」「它什麼時候換線」, which alone would ask what the word means."""
    query, before = turn.query, turn.before
    if query.intent not in _OPEN or turn.reading.names or query.unknown:
        return None
    kinds = kinds_named(turn.reading) if _LEANS.search(turn.reading.plain) else ()
    if not kinds:
        return None
    asked = replace(turn, query=replace(query, intent="notice", topic="", notice_kinds=kinds))
    found = _of_subject(asked)
    if found is None and before.intent == "notice":
        return replace(before, notice_kinds=kinds, days=query.days or before.days, page=1)
    return found


def _about_another(turn: Turn) -> Query:
    """「那 B 館呢」: the same of something else."""
    query, before = turn.query, turn.before
    return replace(
        before,
        gyms=query.gyms,
        places=query.places,
        routes=query.routes,
        unknown=query.unknown,
        gym_filter=GymFilter(),
        filter=query.filter,
        days=query.days or before.days,
        topic=before.topic if before.topic in {"last", "next", "status"} else "",
        page=1,
    )


def _of_another_time(turn: Turn) -> Query | None:
    """「那下週呢」「台中的呢」: the same of another time or town."""
    query, before = turn.query, turn.before
    if query.days and not query.clock:
        return replace(before, days=query.days, topic=_lasting(before.topic), page=1)
    if query.gym_filter.cities or query.gym_filter.regions:
        return replace(before, gym_filter=query.gym_filter, gyms=(), topic="gyms", page=1)
    return None


def _of_subject(turn: Turn) -> Query | None:
    """「有活動嗎」 after a gym: that gym's."""
    query, before = turn.query, turn.before
    if before.intent not in _ABOUT_ONE or query.gym_filter.cities:
        return None
    gyms = before.gyms or (turn.context.last_gyms if before.intent in GYM_INTENTS else ())
    if not (gyms or before.places or before.routes):
        return None
    days = query.days or (before.days if before.intent == "notice" and not query.topic else ())
    routes = before.routes if not (gyms or before.places) else ()
    return replace(
        query, gyms=gyms, places=before.places, routes=routes, filter=RouteFilter(), days=days
    )


def _lasting(topic: str) -> str:
    """What is left of a topic when a time is given: no last or next one."""
    return "" if topic in {"last", "next"} else topic


def _asks_something_else(turn: Turn) -> bool:
    """Whether the question brings a question of its own: a price, opening hours, a grade."""
    asked = turn.conditions
    fields = asked.route_fields or asked.crag_fields or asked.gym_fields
    return bool(fields or asked.narrows_routes or turn.asks_set or asked.ordinal)
