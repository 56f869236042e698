"""Where to climb at all: "visiting Taiwan next week, where should I climb?", 「週末去哪爬好」."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from bot.understanding.intents import Decision
from bot.understanding.operations.operation import Operation

if TYPE_CHECKING:
    from bot.schema import Intent
    from bot.understanding.conditions import Conditions
    from bot.understanding.reading import Reading

_WHERE = re.compile(
    "(?:去|到|在)?哪(?:里|边|儿|些地方|个地方|个岩场|一个岩场|座岩场)?(?:可以|能|适合|会|好)?(?:去|户外)?[爬攀]"
    "|爬(?:哪(?!个|一?[条题面线])|什么地方)|[爬攀][^，。？]{0,4}(?:去|要去|该去|推)哪|哪里(?:有|可以|能)[^，。？]{0,6}(?:岩场|爬|攀)"
    "|(?:有|推荐|介绍)[^，。？]{0,4}(?:什么|哪些|啥|好)?(?:的)?(?:地方|点|景点|岩点)(?:可以|能|好)?(?:去)?[爬攀]"
    "|(?:去|到)哪(?:里|边|儿|个)?(?:岩场|好|比较好|玩)"
    "|推荐(?:一下|几个|一个|哪个|什么)?(?:的)?(?:地方|岩场|景点)"
)
_ENGLISH = re.compile(
    r"where (?:should|can|could|do|would|to|shall)\b.{0,30}\b(?:climb|go|boulder)"
    r"|(?:places?|spots?|crags?|anywhere|somewhere)(?: \w+){0,3} to (?:go )?(?:climb|boulder|visit)"
    r"|best (?:place|crag|spot|area)s?\b|which (?:crag|place)s? (?:should|would)"
    r"|where (?:is|are) (?:the )?(?:good |best )?(?:climbing|crags?)"
)
_COMES = re.compile(
    "(?:来|去|到|访|回)台湾|台湾(?:爬|攀|有什么岩场|哪)|旅行|旅游|度假|第一次来"
    r"|\b(?:visit(?:ing)?|travel(?:l?ing)?|trip|tourist|holiday|vacation|in taiwan|to taiwan)\b"
)
_CLIMBS = re.compile(r"[爬攀岩]|\b(?:climb\w*|crags?|boulder\w*|routes?)\b")
_INDOORS = re.compile("室内|岩馆|抱石馆|攀岩馆|下雨|雨天|雨备|indoor|gyms?\\b|rain")
_ADVICE = re.compile("带什么|准备|注意|装备|学|怎么开始|要买|教练|课程|bring|gear|learn|course")
_OPEN: frozenset[Intent] = frozenset(
    {"recommend", "knowledge", "search", "out_of_domain", "help", "crag_info", "gym_list", "list"}
)
_MAX = 60
"""Characters of a key: a longer message has a wish of its own."""


_ANY = re.compile(
    "(?:随便|帮我|给我|再|就|请)?(?:推|来|推荐|介绍|挑|选|建议)(?:我)?"
    "(?:[一两三123几]?[条题个线]|一下|点|些)?(?:路线|线)?[啦吧嘛呗吗呢]?"
)
_ANY_ENGLISH = re.compile(
    r"(?:please |just )?(?:recommend|suggest|give me|pick)(?: me)?(?: (?:something|anything"
    r"|a route|one|some routes?|a few|a climb|climbs|routes))?(?: to climb)?[.!?]*"
)


def asks_anything(reading: Reading, conditions: Conditions, decision: Decision) -> Operation | None:
    """「推一條啦」: a route, whichever; for somebody unknown a moderate one."""
    del conditions
    if decision.intent not in {"out_of_domain", "search", "help", "knowledge"}:
        return None
    whole = _ANY.fullmatch(reading.plain) or _ANY_ENGLISH.fullmatch(reading.text.casefold())
    return Operation(Decision("recommend")) if whole and len(reading.plain) > 1 else None


def asks_where(reading: Reading, conditions: Conditions, decision: Decision) -> Operation | None:
    """Which crags there are to go to, for somebody who named none."""
    if decision.intent not in _OPEN or reading.names or reading.unknown:
        return None
    plain, lower = reading.plain, reading.text.casefold()
    if len(plain) > _MAX or _INDOORS.search(plain) or _ADVICE.search(plain):
        return None
    where = _WHERE.search(plain) or _ENGLISH.search(lower)
    comes = _COMES.search(plain) or _COMES.search(lower)
    climbs = _CLIMBS.search(plain) or _CLIMBS.search(lower)
    if not where or not (climbs or comes):
        return None
    narrowed = reading.grades or conditions.styles or conditions.people or conditions.length
    towns = conditions.cities or conditions.districts
    dated = decision.intent == "gym_list" and (reading.times or reading.days)
    inside = conditions.gym_types or conditions.facilities or conditions.price
    indoors = dated or inside or (decision.intent == "gym_list" and "gym" in reading.cues)
    listed = decision.intent == "crag_info" and decision.topic == "list"
    whole = listed and not (comes or "recommend" in reading.cues)
    if narrowed or conditions.popular or indoors or whole:
        return None
    if towns and (_ROCK.search(plain) or "crag" in reading.cues):
        return Operation(Decision("crag_info", "list"))
    return Operation(Decision("gym_list", "where") if towns else Decision("crag_info", "visit"))


def asks_every_crag(
    reading: Reading, conditions: Conditions, decision: Decision
) -> Operation | None:
    """「台灣有哪些岩場」: all that are held, whatever a card tells of the rock of Taiwan."""
    if decision.intent != "knowledge" or reading.names or reading.unknown or reading.grades:
        return None
    narrowed = conditions.types or conditions.styles or conditions.seasons or conditions.cities
    every = _EVERY_CRAG.fullmatch(reading.plain) or _EVERY_ENGLISH.fullmatch(
        reading.text.casefold()
    )
    return Operation(Decision("crag_info", "list")) if every and not narrowed else None


_ROCK = re.compile("岩场|户外|天然|野外|outdoor|crag|rock")
_EVERY_CRAG = re.compile(
    "(?:请问|想问|那|你)?(?:全?台湾?|国内|你们|资料[里库]?|这里)?(?:总共|目前|现在)?(?:有|收录了?|知道)(?:哪些|什么|哪几个|几个|多少个?)"
    "(?:的)?(?:天然|户外|自然)?(?:岩场|攀岩场|岩点)(?:可以?[爬攀去]?|的资料)?[呢啊吗]?"
)
_EVERY_ENGLISH = re.compile(
    r"(?:what|which) (?:outdoor )?(?:crags|climbing areas)(?: (?:are there|do you (?:know|have)))?"
    r"(?: in taiwan)?[?.! ]*"
)
