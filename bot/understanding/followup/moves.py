"""名字勒, 往下, 這樣總共幾間, 全部資料給我: a few words that ask something of the answer before.

They name nothing, and are put in more ways than tables of words hold: the nearest of the examples
of ``examples/moves.yaml`` says which move it is.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from bot.understanding.examples import nearest_move
from bot.understanding.followup.narrowing import narrows_gyms
from bot.understanding.followup.turn import GYM_INTENTS, SET_INTENTS
from bot.understanding.placing import placed
from bot.understanding.slots import number
from knowledge.filters import RouteFilter

if TYPE_CHECKING:
    from bot.schema import Intent, Query
    from bot.understanding.followup.turn import Turn

_OPEN: frozenset[Intent] = frozenset(
    {"search", "out_of_domain", "knowledge", "help", "fact", "list", "count", "community", "live"}
)
_PAGED: frozenset[Intent] = frozenset({"list", "gym_list", "recommend", "notice"})
_SHORT, _SHORT_LATIN = 12, 32
"""Characters of a key: longer messages ask something of their own."""
_LIKE, _LEAD = 0.45, 0.05
_LOST, _CLEAR = 0.22, 0.15
"""Nearness and lead that are enough where the words mean nothing else to us."""
_ALMOST = 0.7
"""Nearness from which a message goes on with a list, whatever single words said."""
_PAGE = re.compile(r"第([一二三四五六七八九十\d]{1,2})[页頁]|\bpage (\d{1,2})\b")


_DOWN = re.compile(r"[👇➡⏬▶⤵⏩⬇\ufe0f\s]+")
_RANGE = re.compile(
    r"最[簡简][單单]到最[難难]|最低到最高|最低(?:是)?[幾几][級级].{0,3}最高|最高(?:是)?[幾几][級级].{0,3}最低"
    r"|從?[幾几][級级]到[幾几][級级]|\b(?:easiest|lowest) (?:to|and) (?:the )?(?:hardest|highest)\b"
)


def moved(turn: Turn) -> Query | None:
    """The question of the turn before, moved on; ``None`` when the words ask for no such thing."""
    query, reading = turn.query, turn.reading
    if reading.names or query.unknown or reading.grades or reading.days:
        return None
    page = _PAGE.search(f"{reading.plain} {reading.lower}")
    if page and turn.before.intent in _PAGED:
        return replace(turn.before, page=max(1, int(number(page[1] or page[2]))))
    if _DOWN.fullmatch(reading.text.strip()) and turn.before.intent in _PAGED:
        return _next(turn)
    if _RANGE.search(reading.text) and turn.before.places:
        return _of_place(turn, "grades")
    move = _MOVES.get(_move(turn))
    return move(turn) if move else None


def _move(turn: Turn) -> str:
    """The move of the nearest example; empty where the words say something of their own."""
    query, reading, conditions = turn.query, turn.reading, turn.conditions
    longest = _SHORT_LATIN if reading.plain.isascii() else _SHORT
    narrows = conditions.narrows_routes or conditions.order or conditions.ordinal
    if len(reading.plain) > longest or narrows or narrows_gyms(turn):
        return ""
    found = nearest_move(reading.folded, reading.lower)
    lost = query.intent in {"out_of_domain", "search"} and found.lead >= _CLEAR
    if found.score < (_LOST if lost else _LIKE) or found.lead < _LEAD:
        return ""
    goes_on = found.kind == "page" and query.intent == "recommend" and found.score >= _ALMOST
    if found.kind == "list" and "more" in reading.cues:
        return "page"
    return found.kind if query.intent in _OPEN or goes_on else ""


def _next(turn: Turn) -> Query | None:
    before = turn.before
    return replace(before, page=before.page + 1) if before.intent in _PAGED else None


def _listed(turn: Turn) -> Query | None:
    before = turn.before
    if before.intent == "gym_list":
        return replace(before, fields=(), page=1)
    counted = before.intent in SET_INTENTS and before.intent != "recommend"
    if not counted or before.group_by is not None:
        return None
    return replace(before, intent="list", order=None, limit=None, fields=(), topic="", page=1)


def _counted(turn: Turn) -> Query | None:
    before = turn.before
    if before.intent == "gym_list":
        return replace(before, fields=("count",), page=1)
    if before.intent not in SET_INTENTS or before.group_by is not None:
        return None
    return replace(before, intent="count", order=None, limit=None, fields=(), topic="", page=1)


def _whole(turn: Turn) -> Query | None:
    before, context = turn.before, turn.context
    if before.intent in GYM_INTENTS and context.last_gyms:
        asked = turn.ask_gym(context.last_gyms[0].ids)
        return replace(asked, intent="gym_info", fields=("overview",))
    if before.intent in {"fact", "safety", "convert"} and context.last_routes:
        asked = turn.ask_route(context.last_routes[0].ids)
        return replace(asked, intent="fact", fields=("overview",), topic="")
    if before.intent == "crag_info" and before.places:
        return _of_place(turn, "overview")
    return None


def _of_place(turn: Turn, field: str) -> Query:
    """A property of the place that was talked about."""
    places = turn.before.places
    here = placed(RouteFilter(), places)
    return replace(
        turn.query,
        intent="crag_info",
        places=places,
        filter=here,
        fields=(field,),
        topic="",
        order=None,
        limit=None,
    )


_MOVES = {"page": _next, "list": _listed, "count": _counted, "whole": _whole}
