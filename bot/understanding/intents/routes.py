"""Questions about routes and places that are named, and which crag has the most."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from bot.understanding.comparatives import measures_two
from bot.understanding.examples.asked import likely
from bot.understanding.intents.decision import Decision, distinct, nested, says
from bot.understanding.intents.sets import about_sets, beginner_topic
from bot.understanding.shares import shared_over
from bot.understanding.slots import find_types
from bot.understanding.words import NAME

if TYPE_CHECKING:
    from bot.understanding.conditions import Conditions
    from bot.understanding.reading import Reading

WHICH_CRAG = (
    "哪個岩場",
    "哪座岩場",
    "哪一個岩場",
    "哪一座岩場",
    "哪裡的岩場",
    "哪裡路線",
    "哪裡線",
    "which crag",
)
_EACH_CRAG = re.compile(r"各.{0,3}(?:[幾几]|多少)[條条]|each crag|per crag", re.IGNORECASE)
_CALLED = ("叫", "called", "named")
_OTHERS = ("除了", "其他", "別的", "except", "besides", "other", "else")


def ranking_crags(reading: Reading, conditions: Conditions) -> Decision | None:
    """Which crag has the most, the hardest, the longest."""
    parted = shared_over(reading) in {"type", "grade"}
    if not (reading.names or parted) and "crag" in reading.cues and _EACH_CRAG.search(reading.text):
        return Decision("crag_info", "list")
    most = ("最多", "最少", "最大", "路線多", "線多", "most", "fewest", "biggest")
    which = says(reading, WHICH_CRAG) or (
        "crag" in reading.cues and says(reading, ("哪個", "哪座", "哪一個", "which"))
    )
    if reading.names or not which:
        return None
    return Decision("compare", "crags") if conditions.order or says(reading, most) else None


_WHICH_OF_THEM = re.compile("哪一?[条个题]|谁[比较更最先]")
"""「A 跟 B 我該怕哪條」; on the key."""


def about_routes(reading: Reading, conditions: Conditions) -> Decision | None:
    """A question about routes that are named."""
    routes = reading.of_kind("route")
    if not routes:
        return None
    cues = reading.cues
    compared = "compare" in cues or conditions.order or _WHICH_OF_THEM.search(reading.folded)
    measured = measures_two(reading) or _ranked(reading, conditions)
    if distinct(routes) > 1 and (compared or measured):
        return Decision("compare", "route")
    return Decision("fact")


def _ranked(reading: Reading, conditions: Conditions) -> bool:
    """Whether one of several is chosen by a measure alone: 「兩條選簡單的：A 或 B」."""
    return not conditions.route_fields and likely(reading.lower)["superlative"] >= _RANKED


_RANKED = 0.6


def about_places(reading: Reading, conditions: Conditions) -> Decision | None:
    """A question about places that are named, or for a set of their routes."""
    places = reading.of_kind("crag", "area", "sector")
    if not places:
        return None
    if _unknown_route_asked(reading, conditions):
        return Decision("fact")
    several = distinct(places) > 1 and not nested(places)
    if several and ("compare" in reading.cues or counts_each(reading)):
        return Decision("compare", "place")
    return about_sets(reading, conditions) or _about_one_place(reading, conditions)


_EACH_PLACE = re.compile(
    f"(?:各自?|分别|个别)(?:又|都)?(?:是|有|收录?)?(?:几|多少)[条题线]?|{NAME}[^{NAME}，。]{{0,4}}[几多]少?[条题]"
    f"[^{NAME}]{{0,6}}{NAME}[^{NAME}，。]{{0,4}}[几多]少?[条题]"
    "|谁[的]?(?:路线|线)?(?:数量?|条数)?(?:比较|更)?(?:多|少|赢|胜)|(?:数量?|条数|路线)[^，。]{0,3}(?:谁|哪[边区个])?(?:赢|胜|领先)"
    "|哪[一]?[边区个座面](?:墙|岩场|的)?(?:的)?(?:路线|线|route)[^，。]{0,6}(?:丰富|多|少|赢|胜)"
)
_EACH_PLACE_ENGLISH = re.compile(
    r"\bhow many .{0,40}\b(?:each|respectively)\b|\bhow many .{0,60}\bhow many\b"
)


def counts_each(reading: Reading) -> bool:
    """Whether a number of each of several places is asked, or which has more."""
    if reading.of_kind("route", "gym") or shared_over(reading):
        return False
    each = _EACH_PLACE.search(reading.folded) or _EACH_PLACE_ENGLISH.search(reading.lower)
    return bool(each) and len(find_types(reading.folded, reading.lower)) < _TWO


_TWO = 2


def _about_one_place(reading: Reading, conditions: Conditions) -> Decision:
    cues, fields = reading.cues, conditions.crag_fields
    if not fields and "list" in cues:
        other_crags = "crag" in cues and "route" not in cues and says(reading, _OTHERS)
        return Decision("crag_info", "list") if other_crags else Decision("list")
    if not fields and "recommend_weak" in cues:
        return Decision("recommend", beginner_topic(reading))
    return Decision("crag_info")


def _unknown_route_asked(reading: Reading, conditions: Conditions) -> bool:
    if not reading.unknown or conditions.order is not None:
        return False
    if says(reading, _CALLED) and "route" in reading.cues:
        return True
    asks_set = reading.cues & {"list", "count", "recommend", "distribution"}
    return bool(conditions.route_fields or "that_route" in reading.cues) and not asks_set
