"""第二條, 後者, 下一頁, 第二段: counted through what was shown or talked about."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from bot.understanding.followup.turn import GYM_INTENTS

if TYPE_CHECKING:
    from bot.schema import Mention, Query
    from bot.understanding.followup.turn import Turn

_SHORT = 24
"""Characters of a key: longer messages ask something of their own."""
_PAGED = frozenset({"list", "gym_list", "recommend", "notice"})


def next_page(turn: Turn) -> Query | None:
    """下一頁, 還有嗎, 換一批: the same question, further on."""
    if turn.reading.names or turn.conditions.narrows_routes:
        return None
    if not turn.reading.cues & {"more", "another"} or len(turn.reading.plain) > _SHORT:
        return None
    listed = _listed(turn)
    return replace(listed, page=listed.page + 1) if listed is not None else None


def _listed(turn: Turn) -> Query | None:
    """The list before; also when one of it was asked about since."""
    if turn.before.intent in _PAGED:
        return turn.before
    one_of_it = turn.before.intent == "fact" and bool(turn.context.shown)
    listed = turn.context.listed
    return listed if one_of_it and listed is not None and listed.intent in _PAGED else None


_PITCH = re.compile(
    r"第([一二三四五六七八九十\d]{1,2})(?:段|個?繩距|个?绳距)|\bp(?:itch )?(\d)\b", re.IGNORECASE
)
_NUMERALS = "一二三四五六七八九十"


def pitch(turn: Turn) -> Query | None:
    """第二段呢: another pitch of the line that the turn before was about."""
    found = _PITCH.search(turn.reading.text)
    if found is None or turn.reading.names or not turn.context.last_routes:
        return None
    told = found[1] or found[2]
    number = int(told) if told.isdigit() else _NUMERALS.find(told) + 1
    ids = turn.context.last_routes[0].ids
    if len(ids) < 2 or not 1 <= number <= len(ids):
        return None
    fields = turn.conditions.route_fields or turn.before.fields or ("overview",)
    fields = tuple(field for field in fields if field != "pitches") or ("overview",)
    return replace(turn.ask_route((ids[number - 1],)), intent="fact", fields=fields)


def ordinal(turn: Turn) -> Query | None:
    """第二條, the last one, 一開始問的那條: counted through what was shown, or talked about."""
    position, context = turn.conditions.ordinal, turn.context
    if _RANKED.search(turn.reading.folded) and turn.conditions.order is not None:
        return None
    pair = _PAIR.search(turn.reading.text)
    if pair is not None and not turn.reading.of_kind("route", "gym"):
        return _of_the_pair(turn, first=bool(pair["first"]))
    asked_first = bool(_ASKED_FIRST.search(turn.reading.text))
    if position is None and asked_first:
        position = 1
    if position is None and len(context.shown) > 1:
        position = _bare_place(turn)
    shown = context.shown or context.found
    if position is None or not shown or turn.reading.of_kind("route", "gym"):
        return None
    told = context.of_kind(shown[0].kind)
    if (asked_first or len(shown) == 1) and len(told) > 1 and position <= len(told):
        shown = told
    index = position - 1 if position > 0 else len(shown) - 1
    if index >= len(shown):
        return replace(turn.query, intent="clarify", topic="ordinal", limit=len(shown))
    meant = shown[index]
    return _asked_again(turn, meant)


_RANKED = re.compile(
    "第[二三四五六七八九十\\d]+(?:难|硬|简单|容易|长|短|高|矮)|次(?:难|硬|简单|长|短|高)"
)
"""「第二難的」 ranks the whole set anew, whatever stood second in a list; on the key."""
_PAIR = re.compile("(?P<first>前者|\\bformer\\b)|后者|後者|\\blatter\\b", re.IGNORECASE)


def _of_the_pair(turn: Turn, *, first: bool) -> Query | None:
    """「後者呢」: the first or the second of the two that were named or told of."""
    context, before = turn.context, turn.before
    named = before.routes or before.gyms
    pair = named if len(named) > 1 else context.told[-2:]
    if len(pair) < 2:
        pair = context.found[:2]
    return _asked_again(turn, pair[0 if first else -1]) if len(pair) > 1 else None


_BARE_PLACE = re.compile(
    r"^(?:那|and |what about |how about )?(?:no\.? ?)?(?P<figure>\d{1,2})"
    r"\s?(?:呢|咧|號|号|\?| -|,|\.(?!\d)|(?:st|nd|rd|th)\b|(?=[在是誰谁多幾几]))"
    r"|\bthe (?P<nth>first|second|third|fourth|fifth|sixth|last)"
    r"(?! (?:ascent|time|cave|pitch|part))\b",
    re.IGNORECASE,
)
_NTHS = ("last", "first", "second", "third", "fourth", "fifth", "sixth")


def _bare_place(turn: Turn) -> int | None:
    """「3呢」, "how hard is the third": a place in the list that was shown."""
    found = None if turn.reading.names else _BARE_PLACE.search(turn.reading.text)
    if found is None:
        return None
    if found["figure"]:
        return int(found["figure"]) or None
    return _NTHS.index(found["nth"].lower()) or -1


_ASKED_FIRST = re.compile(
    r"(?:最?一開始|最?一开始|最早|最前面|最先|原本|最初|第一[個个]?)(?:我)?(?:[問问說说提聊講讲查]|的?那)"
    r"|\b(?:first|original) (?:one|route|climb|gym|place) "
    r"(?:that )?(?:i|we) (?:asked|mentioned|said)"
    r"|\b(?:going |get(?:ting)? )?back to the (?:first|original)",
    re.IGNORECASE,
)
"""Means what was asked about first, not what stood first in a list."""


def _asked_again(turn: Turn, meant: Mention) -> Query:
    """The question of that one; 「第二條呢」 asks what was asked of the one before."""
    fields, before = turn.before.fields, turn.before
    if meant.kind == "gym":
        if turn.conditions.gym_fields or before.intent not in GYM_INTENTS or turn.query.days:
            return turn.ask_gym(meant.ids)
        return replace(before, gyms=(meant,), unknown=())
    asked = turn.ask_route(meant.ids)
    leans = not turn.conditions.route_fields and before.intent == "fact"
    return replace(asked, fields=fields) if leans and fields else asked
