"""加起來幾條, 不要那個岩場: what was asked of places, of them together or of the rest."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from bot.understanding.placing import placed

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


def other_places(turn: Turn) -> Query | None:
    """「不要 A」 after where one could climb: the other crags."""
    before, query = turn.before, turn.query
    offered = before.intent == "crag_info" and before.topic in {"list", "visit"}
    if not offered or not query.excluding.crag_ids or len(turn.reading.plain) > _LONGEST:
        return None
    return replace(before, excluding=query.excluding, page=1)
