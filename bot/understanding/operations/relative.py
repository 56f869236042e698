"""Routes that are wanted beside a named one: 「跟X差不多的」「比X簡單一點的傳攀」.

Only one route is named; who names two compares them. The crag and the type are those of the named
route where the question says no other.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from bot.understanding.intents import Decision
from bot.understanding.operations.operation import Operation
from bot.understanding.words import NAME

if TYPE_CHECKING:
    from bot.understanding.conditions import Conditions
    from bot.understanding.reading import Reading

_EASIER, _HARDER = "简单|容易|好爬|轻松|軟|软|水|低", "难|硬|进阶|有挑战|挑战|高"
_LIKE = re.compile(
    f"(?:[跟和与像同][^{NAME}]{{0,3}}{NAME}[^?？]{{0,4}}?"
    "(?:差不多|一样|类似|相近|相似|接近|同级|同等|同样|相同|那样|这样|这种|那种|的?风格|的?感觉|的?调调)"
    f"|(?:类似|好像|像|接近)(?:於|于|是)?[^{NAME}]{{0,3}}{NAME})"
)
_THAN = re.compile(
    f"比[^{NAME}]{{0,3}}{NAME}[再更还稍微略又要]{{0,3}}(?:(?P<easier>{_EASIER})|(?P<harder>{_HARDER}))"
)
_WANTED = re.compile(
    "路线|线路|[条题]|推荐|介绍|给我|来[一个点]|找|有[没哪什吗]|还有|想[爬试要]|[的线]$|[爬试]什么|替代"
    "|运攀|传攀|抱石|顶绳|先锋"
)
_ASKS_WHETHER = re.compile("[吗嘛]$|是不是|会不会|有没有比|真的|谁|哪[一个条]个?(?:比较|更)")
_ENGLISH_LIKE = re.compile(
    rf"\b(?:like|similar (?:[a-z]+ ){{0,2}}(?:to|as)|as (?:hard|easy|good|fun) as|"
    rf"comparable (?:to|with)|along the lines of|same (?:grade|style|vibe|feel) as|close to)"
    rf"\s+[^{NAME}]{{0,12}}{NAME}"
)
_ENGLISH_THAN = re.compile(
    rf"\b(?:(?P<easier>easier|softer|gentler|less (?:hard|difficult))|(?P<harder>harder|tougher|"
    rf"stiffer|more (?:difficult|challenging)))\b[^.?!]{{0,20}}?\bthan\s+[^{NAME}]{{0,12}}{NAME}"
)
_ENGLISH_WAY = re.compile(
    r"\bbut (?:a (?:bit|little|touch) )?(?:(?P<easier>easier|softer)|(?P<harder>harder|tougher))\b"
)
_CHINESE_WAY = re.compile(
    f"(?:但|可是|不过|只是)[^,，]{{0,4}}?(?:(?P<easier>{_EASIER})|(?P<harder>{_HARDER}))"
)
_ENGLISH_WANTED = re.compile(
    r"\b(?:something|anything|routes?|climbs?|lines?|problems?|recommend|suggest|find|show|what|any|"
    r"others?|give me)\b"
)


def asks_relative(reading: Reading, conditions: Conditions, decision: Decision) -> Operation | None:
    """Whether routes like one that is named are wanted, or easier or harder ones."""
    del decision
    routes = reading.of_kind("route")
    if len({name.ids for name in routes}) != 1 or conditions.grades:
        return None
    for than, like, way, wanted, text in (
        (_THAN, _LIKE, _CHINESE_WAY, _WANTED, reading.folded),
        (_ENGLISH_THAN, _ENGLISH_LIKE, _ENGLISH_WAY, _ENGLISH_WANTED, reading.lower),
    ):
        if not wanted.search(text):
            continue
        beside = _of_route(than, text, reading)
        if beside is not None and not _only_asks_whether(text, beside):
            return Operation(Decision("recommend", "easier" if beside["easier"] else "harder"))
        if _of_route(like, text, reading) is not None:
            said = way.search(text)
            topic = "similar" if said is None else "easier" if said["easier"] else "harder"
            return Operation(Decision("recommend", topic))
    return None


def _of_route(pattern: re.Pattern[str], text: str, reading: Reading) -> re.Match[str] | None:
    """The match whose name is that of a route, and not of a place or gym."""
    return next((each for each in pattern.finditer(text) if _is_route(each, reading)), None)


def _is_route(match: re.Match[str], reading: Reading) -> bool:
    names = sorted((*reading.names, *reading.denied), key=lambda name: name.start)
    place = match.string[: match.start() + match[0].index(NAME)].count(NAME)
    return place < len(names) and names[place].kind == "route"


def _only_asks_whether(text: str, beside: re.Match[str]) -> bool:
    """「這條比X難嗎」 asks for a comparison, 「有沒有比X難的」 for routes."""
    if re.search("有[没哪什吗]|还有|推荐|找|想", text):
        return False
    return bool(_ASKS_WHETHER.search(text[beside.end() :]))
