"""加起來幾條, 不要那個岩場: what was asked of places, of them together or of the rest."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from bot.understanding.placing import placed
from knowledge.filters import RouteOrderBy

if TYPE_CHECKING:
    from bot.schema import Intent, Query
    from bot.understanding.followup.turn import Turn

_TOGETHER = re.compile(
    "加起来|合起来|加总|相加|合并(?:算|起来)?|[两二三](?:个|边|区|处|座|面)(?:岩场|地方|墙|区)?(?:一共|总共|共|合计|总和)"
)
_TOGETHER_ENGLISH = re.compile(
    r"\b(?:combined|put together|add(?:ed)? (?:them )?up|both (?:of them )?together"
    r"|in total for both|(?:the )?two (?:of them )?together|altogether)\b"
)
_THREE = re.compile("三|\\bthree\\b")
_COUNTED: frozenset[Intent] = frozenset({"count", "list", "compare", "distribution"})
_LONGEST = 24


def together(turn: Turn) -> Query | None:
    """「加起來幾條」 after one place and another: the routes of both."""
    before, reading = turn.before, turn.reading
    asks = _TOGETHER.search(reading.plain) or _TOGETHER_ENGLISH.search(reading.lower)
    if not asks or before.intent not in _COUNTED or len(reading.plain) > _LONGEST * 2:
        return None
    if reading.of_kind("route", "gym") or before.group_by is not None:
        return None
    wanted = 3 if _THREE.search(f"{reading.plain} {reading.lower}") else 2
    places = before.places if len(before.places) > 1 else turn.context.places[-wanted:]
    if len(places) < 2:
        return None
    nowhere = replace(before.filter, crag_ids=(), area_ids=(), sector_ids=(), route_ids=())
    return replace(
        before,
        intent="count",
        places=places,
        filter=placed(nowhere, places),
        fields=(),
        topic="",
        order=None,
        limit=None,
        page=1,
    )


_SORTS: tuple[tuple[re.Pattern[str], RouteOrderBy], ...] = (
    (re.compile("难到(?:简单|易|容易)|难的(?:排|放|在)前"), RouteOrderBy("grade", descending=True)),
    (re.compile("(?:简单|易|容易)到难|(?:照|按|依)?(?:难度|级数)排"), RouteOrderBy("grade")),
    (re.compile("长到短|长的(?:排|放|在)前"), RouteOrderBy("length", descending=True)),
    (re.compile("短到长|(?:照|按|依)?长度排"), RouteOrderBy("length")),
    (re.compile("旧到新|老到新"), RouteOrderBy("first_ascent")),
    (re.compile("新到旧|新到老"), RouteOrderBy("first_ascent", descending=True)),
    (
        re.compile("(?:hardest|hard|harder) (?:first|to eas)"),
        RouteOrderBy("grade", descending=True),
    ),
    (re.compile(r"\b(?:sort|order)\w* .*\b(?:grade|difficulty)\b"), RouteOrderBy("grade")),
    (re.compile(r"\b(?:sort|order)\w* .*\blength\b"), RouteOrderBy("length")),
    (re.compile(r"longest (?:first|to short)"), RouteOrderBy("length", descending=True)),
)


def sorted_anew(turn: Turn) -> Query | None:
    """「由難到簡單排」 after a list: the same list in that order."""
    before, reading = turn.before, turn.reading
    if before.intent not in {"list", "superlative"} or reading.names or reading.grades:
        return None
    if len(reading.plain) > _LONGEST * 2 or turn.conditions.narrows_routes:
        return None
    for pattern, order in _SORTS:
        if pattern.search(reading.plain) or pattern.search(reading.lower):
            return replace(before, intent="list", order=order, limit=None, page=1)
    return None


_APART = re.compile("(?:相)?差(?:了|距)?(?:是)?(?:几|多少)[条题]?")
_APART_ENGLISH = re.compile(r"\b(?:what.s the )?difference\b|\bby how many\b|\bhow many more\b")


def how_far_apart(turn: Turn) -> Query | None:
    """「差幾條」 after two places beside each other: the same once more, which tells it."""
    before, reading = turn.before, turn.reading
    asks = _APART.search(reading.plain) or _APART_ENGLISH.search(reading.lower)
    if not asks or before.intent != "compare" or len(before.places) < 2 or reading.names:
        return None
    return replace(before, page=1) if len(reading.plain) <= _LONGEST else None


def other_places(turn: Turn) -> Query | None:
    """「不要 A」 after where one could climb: the other crags."""
    before, query = turn.before, turn.query
    offered = before.intent == "crag_info" and before.topic in {"list", "visit"}
    if not offered or not query.excluding.crag_ids or len(turn.reading.plain) > _LONGEST:
        return None
    return replace(before, excluding=query.excluding, page=1)
