"""「這條誰開的」 where nothing was spoken of before: which one is meant is asked back."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from bot.understanding.words import DAY

if TYPE_CHECKING:
    from bot.schema import Intent, Query
    from bot.understanding.conditions import Conditions
    from bot.understanding.reading import Reading

_POINTS = re.compile(
    "(?:请问|想问|那|欸|诶|所以|啊)?(?:"
    "(?P<route>[这那](?:一)?(?:条(?!绳|扁|路(?!线)|裤|龙|毛|件)|题|线(?!上|下))|它)"
    "|(?P<gym>[这那](?:一)?(?:间|家)(?!店员|公司|餐)|[这那](?:个)?馆)"
    "|(?P<place>[这那](?:一)?(?:个|座)?(?:岩场|岩区|岩壁|面墙|区)))"
)
_ENGLISH = re.compile(
    r"\W*(?:(?:and|so) )?(?:how (?:hard|long|tall|high|difficult|many bolts)"
    r"|what(?:'s| is| grade| type)|who (?:bolted|climbed|did|put)|where|is|does)\b[^?]{0,24}?"
    r"\b(?P<route>it|(?:this|that) (?:route|climb|line|problem|one))\b[^?]{0,24}\??\W*"
)
_UNSURE: frozenset[Intent] = frozenset(
    {
        *("knowledge", "out_of_domain", "search", "fact", "crag_info", "gym_info", "gym_hours"),
        *("gym_price", "gym_list", "help", "convert"),
    }
)
_OF_PLACES: frozenset[Intent] = frozenset({"count", "list", "superlative", "recommend"})
"""What is asked of a place that is only pointed at is not asked of everything."""
_RATED = re.compile("适合|难|好爬|值得|好玩|简单|推荐|要带|怎么爬|可以爬")
_LONGEST = 14
"""Characters of a key: a longer message tells more than it points."""


def asks_back(query: Query, reading: Reading, conditions: Conditions) -> Query:
    """The query, or the question which route, gym or place is meant."""
    named = reading.names or reading.unknown or conditions.grades or conditions.cities
    if query.inherited or query.log is not None or named or "define" in reading.cues:
        return query
    topic = _pointed_at(query, reading, conditions) or _of_nothing(query, reading, conditions)
    if not topic:
        return query
    asked = {"route": conditions.route_fields, "gym": conditions.gym_fields}
    fields = asked.get(topic, conditions.crag_fields) or query.fields
    return replace(query, intent="clarify", topic=topic, fields=fields, unknown=())


_BARE_ROUTE = re.compile(
    "(?:请问|想问|欸|那)?(?:难度|级数)?(?:是?(?:几级|多难|多长|多高|几米|几公尺|几颗bolt|几支bolt|几个bolt)"
    "|(?:是?谁|是谁)(?:首攀|开|爬)的?|首攀(?:者?是谁)?|在哪一?[区面]|运攀还是?传攀)(?:[啊呢呀的哦喔吗]|来着)*"
)
_BARE_GYM = re.compile(
    f"(?:请问|想问|欸|那)?[{DAY}的]*(?:平日|假日|周末|晚上|早上|现在)?的?"
    "(?:(?:单次|入场|一次)?(?:票价?|门票|入场费?|单次)(?:是?多少钱?|怎么算|几元|几块)?"
    "|(?:几点|什么时候)(?:开门?|关门?|打烊|营业|休息)|(?:开|营业)到几点|有开(?:吗|门)"
    "|营业时间|电话(?:几号|多少|是?多少)?|地址(?:在哪|是?什么)?)(?:[啊呢呀的哦喔吗]|给我)*"
)


def _of_nothing(query: Query, reading: Reading, conditions: Conditions) -> str:
    """「平日票多少」「幾級」 and no more: of which gym or route is not said."""
    known = query.intent not in _UNSURE or query.intent == "gym_list"
    if known or conditions.narrows_routes or reading.times:
        return ""
    if conditions.gym_fields and _BARE_GYM.fullmatch(reading.folded):
        return "gym"
    return "route" if conditions.route_fields and _BARE_ROUTE.fullmatch(reading.folded) else ""


def _pointed_at(query: Query, reading: Reading, conditions: Conditions) -> str:
    """What the message points at and asks something of; empty for nothing."""
    found = _POINTS.match(reading.plain) if len(reading.plain) <= _LONGEST else None
    if found is None:
        asked = _ENGLISH.fullmatch(reading.lower) and conditions.route_fields
        return "route" if asked and query.intent in _UNSURE else ""
    topic = next(kind for kind, said in found.groupdict().items() if said)
    intents = _UNSURE | _OF_PLACES if topic == "place" else _UNSURE
    return topic if query.intent in intents and _asks(topic, found, reading, conditions) else ""


def _asks(topic: str, found: re.Match[str], reading: Reading, conditions: Conditions) -> bool:
    """Whether something of the thing is asked, or nothing but the thing is named."""
    fields = {
        "route": conditions.route_fields,
        "gym": conditions.gym_fields,
        "place": conditions.crag_fields or conditions.route_fields,
    }[topic]
    rest = reading.plain[found.end() :]
    if topic == "place" and {"count", "list", "recommend"} & reading.cues:
        return True
    told = rest in {"", "呢", "咧", "如何", "怎么样"} or _RATED.match(rest)
    return bool(fields or reading.days or conditions.order or told)
