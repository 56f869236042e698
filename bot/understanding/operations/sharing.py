"""How many of a place's routes, as a share or against a number: 「5.12 佔幾成」."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from bot.understanding.intents import Decision
from bot.understanding.operations.operation import Operation
from bot.understanding.shares import shared_over

if TYPE_CHECKING:
    from bot.schema import Intent
    from bot.understanding.conditions import Conditions
    from bot.understanding.reading import Reading

_SHARE = re.compile(
    "几成|百分之几|百分比|几趴|几%|占(?:了)?(?:全部|整个|总数|总体|所有)?(?:路线)?的?(?:比例|比重|几|多少)"
    "|占比|多少(?:的)?比例|几分之几|(?:的)?比例(?:是|有|占)?(?:多少|多高|如何)"
)
_SHARE_ENGLISH = re.compile(
    r"\b(?:what|which|how big a) (?:percent(?:age)?|share|fraction|proportion|part) (?:of|are|is)\b"
    r"|\bpercent(?:age)? of\b|\bhow many percent\b"
)
_WHICH_GRADE = re.compile("(?:哪[一]?[个级种]|谁)(?:的)?(?:路线|线)?(?:比较|更|最)?[多少]")
"""「5.10a 跟 5.10b 哪個多」 wants the number of each."""
_ALL_CRAGS = re.compile(
    "(?:[两三]个?|所有|全部|每个)岩场(?:加起来|合计|合起来|总共|一共|总计)|(?:加起来|总共|一共)[^，。]{0,4}(?:两|三|所有|全部)个?岩场"
)
_AMOUNT = re.compile(
    "(?:只有?|有|超过|不到|至少|不止|大概有|差不多有|总共有?)(?:[一二三四五六七八九十百]+|[0-9]+)(?:多)?[条题](?:以上|以下|左右)?(?:的)?"
    "(?:路线|线)?(?:而已|这么多|那么多)?(?:吗|吧|对吧|是吗|对吗|没错吧|嘛)"
)
_OPEN: frozenset[Intent] = frozenset(
    {"list", "count", "recommend", "distribution", "superlative", "search", "fact", "crag_info"}
)


def asks_share(reading: Reading, conditions: Conditions, decision: Decision) -> Operation | None:
    """What part of the routes of a place meets a condition."""
    if reading.of_kind("route", "gym") or reading.unknown or decision.intent not in _OPEN:
        return None
    asks = _SHARE.search(reading.plain) or _SHARE_ENGLISH.search(reading.lower)
    told = (
        *(reading.grades, conditions.styles, conditions.people, conditions.flags),
        *(len(conditions.types) == 1, conditions.length, conditions.bolts),
    )
    narrowed = any(map(bool, told))
    placed = reading.of_kind("crag", "area", "sector")
    if placed and len(reading.grades) > 1 and _WHICH_GRADE.search(reading.folded):
        return Operation(Decision("distribution"))
    if not asks or not narrowed or shared_over(reading) or len(conditions.types) > 1:
        return None
    return Operation(Decision("count", "share"))


def asks_amount(reading: Reading, conditions: Conditions, decision: Decision) -> Operation | None:
    """「那裡只有 94 條路線嗎」: how many there are."""
    placed = reading.of_kind("crag", "area", "sector")
    if not reading.names and _ALL_CRAGS.search(reading.plain) and "count" in reading.cues:
        return Operation(Decision("count"))
    if not placed or reading.of_kind("route", "gym") or reading.unknown:
        return None
    if decision.intent not in _OPEN or conditions.order is not None:
        return None
    return Operation(Decision("count")) if _AMOUNT.search(reading.plain) else None
