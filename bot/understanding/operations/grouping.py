"""Where or who has the most: 「哪一區路線最多」「誰在X開最多路線」, "which wall has most trad"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, cast

from bot.understanding import words
from bot.understanding.intents import Decision, beginner_topic
from bot.understanding.operations.operation import Operation
from knowledge.grades import levels

if TYPE_CHECKING:
    from bot.schema import GroupBy
    from bot.understanding.conditions import Conditions
    from bot.understanding.reading import Reading
    from knowledge.filters import GradeRange

_OF_ROUTES = re.compile(
    "路线|线路|[条题线]|首[攀登]|开[了的得过]?最|岩壁"
    "|routes?|climbs?|lines?|problems?|first ascents?"
)
"""On the key: that what is counted are routes."""
_OPENED = re.compile(
    "[开爬]|首[攀登]|定线|作品|贡献"
    "|put up|first ascen|\\bfas?\\b|bolted|developed|established|opened"
)
_OTHER_AMOUNTS = re.compile(
    "最多(?:人|颗|支|片|钱|元|次|绳距|段|米|公尺)"
    "|(?:bolt|锚栓|挂片|耳片|绳距|人|车位|停车位)(?:数|数量|打)?(?:的)?最[多少]"
    "|most (?:popular|people|famous|difficult|expensive|bolts|bolted|pitches|recent|crowded)"
)
"""What is most is no number of routes."""
_EACH_PART = re.compile(
    "[各每](?:一|个|分)?(?:区|块|墙|面|边)?(?:域)?(?:各|又|都)?(?:有|是)?(?:几|多少)"
)
"""「散布在哪幾區、各區多少條」 wants the number of each; on the key."""
_SUITS = re.compile("(?:比较|最|更)?(?:适合|多|好)|best for|good for|suit(?:able|s|ed)?|better for")
_PARTS = frozenset({"area", "sector"})
_WHICH = re.compile("哪|谁|还是|\\bwhich\\b|\\bor\\b|\\bbetter\\b")
_ROUTE_ASKED = re.compile("哪[一几些]?[条题首]|几条|路线有哪|推荐[^区墙]{0,4}[条题]")


def asks_most(reading: Reading, conditions: Conditions, decision: Decision) -> Operation | None:
    """Which group of routes is the largest, or the smallest."""
    folded, lower = reading.folded, reading.lower
    found = words.find("groups", folded, lower)
    extreme = "most" in found or "fewest" in found
    groups = [name for name in found if name not in {"most", "fewest"}]
    if not groups or reading.of_kind("gym", "route") or "gym" in reading.cues:
        return None
    if decision == Decision("distribution", "area") and (
        "list" in reading.cues or (_EACH_PART.search(folded) and not extreme)
    ):
        return None  # 「把各區的條數都列出來」 tells which has the most as well
    beside = decision.topic != "crags" or not conditions.narrows_routes
    if decision.intent == "compare" and beside and "fewest" not in found:
        # 「A 和 B 哪邊路線多」 puts places beside each other
        return None
    if _OTHER_AMOUNTS.search(folded) or _OTHER_AMOUNTS.search(lower):
        return None
    group = _group(groups, reading)
    placed = reading.of_kind("crag", "area")
    level = _level(reading, conditions) if group in _PARTS and placed else None
    suited = group in _PARTS and _suits(reading, conditions)
    if not (extreme or suited or level) or not _about_routes(reading, conditions, group):
        return None
    fewest = "fewest" in found and "most" not in found
    by = cast("GroupBy", group)
    return Operation(Decision("superlative"), group_by=by, descending=not fewest, level=level)


def asks_easiest(reading: Reading, conditions: Conditions, decision: Decision) -> Operation | None:
    """Which crag, wall or named place has most for beginners: 「A 跟 B 哪個適合新手」."""
    del decision
    if reading.of_kind("gym", "route") or "gym" in reading.cues or reading.grades:
        return None
    group, order = _part_asked(reading), conditions.order
    if not group or (order is not None and order.descending):
        return None
    beginner = levels("free")["beginner"]
    easy = conditions.level == beginner or _level(reading, conditions) == beginner
    if not easy or _ROUTE_ASKED.search(reading.folded):
        return None
    by = cast("GroupBy", group)
    return Operation(Decision("superlative"), group_by=by, descending=True, level=beginner)


def _part_asked(reading: Reading) -> str:
    """What of it is asked: the crags, the walls, one of several places that are named."""
    places = reading.of_kind("crag", "area", "sector")
    kinds = {place.kind for place in places}
    found = words.find("groups", reading.folded, reading.lower)
    group = next((name for name in found if name in {"crag", *_PARTS}), "")
    if len({place.ids for place in places}) > 1 and len(kinds) == 1:
        which = group or _WHICH.search(reading.folded) or _WHICH.search(reading.lower)
        return next(iter(kinds)) if which else ""
    if group == "area" and not places:
        return ""  # 「新手去哪裡爬」 asks where to go at all
    return group


def asks_for_whom(reading: Reading, conditions: Conditions) -> bool:
    """「哪一區適合我這種新手」: of oneself, and yet of the areas of a place."""
    found = words.find("groups", reading.folded, reading.lower)
    return bool(_PARTS.intersection(found)) and _suits(reading, conditions)


_GOES = re.compile("去|走|爬|玩|逛|开始|挑|选|推|\\b(?:go|start|climb|visit|try|pick)\\b")


def _level(reading: Reading, conditions: Conditions) -> GradeRange | None:
    """「哪一區最簡單」「第一次去要走哪一區」: the parts with the most routes that are so."""
    if conditions.grades or _OF_THE_WAY & set(conditions.crag_fields):
        return None
    if _LIES.search(reading.folded) or _LIES.search(reading.lower):
        return None
    order, free = conditions.order, levels("free")
    if order is not None:
        ranks = order.key == "grade"
        return (free["expert"] if order.descending else free["beginner"]) if ranks else None
    goes = _GOES.search(reading.folded) or _GOES.search(reading.lower)
    newcomer = beginner_topic(reading) or _NEWCOMER.search(reading.text)
    return free["beginner"] if goes and newcomer else None


_OF_THE_WAY = frozenset({"parking", "transport", "address", "access", "amenities"})
"""「第一次去，車停哪裡」 asks for no part of the place."""
_LIES = re.compile("(?:在|位于)哪|哪一?[条题]|\\bwhere\\b|\\bin which\\b")
"""Asks where one route lies."""
_NEWCOMER = re.compile("第一次|初次|頭一次|\\bfirst time\\b", re.IGNORECASE)


def _group(groups: list[str], reading: Reading) -> str:
    """The finest group that was named; the parts of nothing named are crags."""
    group = groups[0]
    if group == "area" and not reading.of_kind("crag", "area", "sector") and not reading.unknown:
        explicit = re.search("区|area|part|zone|section", reading.folded + reading.lower)
        return "area" if explicit else "crag"
    return group


def _suits(reading: Reading, conditions: Conditions) -> bool:
    """「哪一區適合新手」: for a level, where the number of such routes is what can be told."""
    said = _SUITS.search(reading.folded) or _SUITS.search(reading.lower)
    described = conditions.level or conditions.types or conditions.styles or conditions.grades
    placed = reading.of_kind("crag", "area")
    return bool(said and described and placed)


def _about_routes(reading: Reading, conditions: Conditions, group: str) -> bool:
    """Whether the number of routes is asked, and by whom they were climbed first."""
    folded, lower = reading.folded, reading.lower
    if group == "person":
        return bool(_OPENED.search(folded) or _OPENED.search(lower))
    said = _OF_ROUTES.search(folded) or _OF_ROUTES.search(lower)
    return bool(said or conditions.narrows_routes or reading.of_kind("crag", "area", "sector"))
