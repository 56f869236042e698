"""How to get to a crag, in any words: 「導航打什麼」, 「在哪站下車」, "where to leave the van"."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from knowledge.text import key

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bot.schema import Intent, Mention, Query
    from bot.understanding.followup import Context
    from bot.understanding.reading import Reading

WAY_FIELDS = frozenset({"address", "coordinates", "approach", "parking", "transport", "amenities"})
"""What tells where a crag is and how to get there."""
_RIDE = "车|客运|公交|巴士|大巴|火车|高铁|捷运|地铁|轻轨|接驳|船|計程|计程车|出租车|uber|taxi"
_CHINESE: tuple[tuple[str, str], ...] = (
    (
        "parking",
        "停车|泊车|车位|停放|停得下|停车场|(?:汽|机|轿|遊览|游览|九人座|露营)?车(?:子)?(?:要"
        "|可以?|能|该|都|应该)?"
        "(?:停|丢|放|摆|搁)(?:哪|在哪|路边|得)|(?:停|丢|放|摆)(?:车|机车|车子)(?:在)?(?:哪|的)"
        "|路边(?:能|可以|好)停|停哪",
    ),
    (
        "transport",
        f"(?:搭|坐|转|换|叫|打)(?:什么|哪|几路|几号|得到)?[^，,。？?]{{0,3}}(?:{_RIDE})"
        f"|(?:{_RIDE})(?:到得了|到不到|可以到|能到|能不能到|会到|可不可以到|到的了|直达|有到|有吗)"
        "|直达|接驳|下车|哪一?站|站牌|站名|末班车|班次|(?:公车|客运|公交|巴士|大巴)"
        "|最近的?(?:车站|捷运|火车|高铁|mrt)"
        "|离(?:车站|高铁|火车|捷运|市区|台北|机场)|(?:怎么|如何|怎样)(?:去|到|前往|过去"
        "|过来)(?![级多])|交通|车程|开车|骑车|自驾"
        "|哪一?[条号](?:省道|国道|县道|公路|路)|交流道|(?:从|由)[^，,。？?]{1,8}(?:出发|过去)"
        "|(?:车|轿车)(?:子)?(?:开)?(?:进得去|开得进|进不进)",
    ),
    (
        "address",
        "地址|导航|住址|门牌|(?:哪|什么)[乡镇村]",
    ),
    (
        "coordinates",
        "座标|坐标|经纬|纬度|经度|定位|gps|gpx|轨迹|googlemap|地图上|在地图|地图(?:连结|位置|链接)|"
        "(?:确切|精确|详细|具体|准确|实际)的?(?:位置|地点|方位|地方)|方位",
    ),
    (
        "approach",
        "(?:怎么|如何|怎样|要?从哪(?:里|边|儿)?|哪边|哪里)(?:才|能|可以|会|可|要|该)*(?:走|进|切"
        "|找|钻|上去|下去|绕|爬上|过溪|走到|进去|抵达)"
        "(?!步|阶|门|教练|绳伴|伴|人|学|课)|入口|登山口|步道|小径|小路|岔路|叉路|路口|林道"
        "|产业道路|徒步|步行|脚程|进场"
        "|集合点|会合|[上下]游|溪边|过(?:一条|条)?溪|哪[座条](?:山|溪)|土路|拐进|走(?:多久|多远"
        "|路)|好找吗|难找吗|好不好找|找得到吗|(?:要|得|会)(?:过溪|渡溪|溯溪|涉水)"
        "|多远|远不远|会不会远|(?:左|右)转|报路|带路|路怎么走|进去的路",
    ),
    (
        "amenities",
        "(?:附近|周边|周围|旁边|隔壁|对面)(?!的?(?:路线|岩场|岩馆|线|牆|墙|区|抱石馆|攀岩))|住哪"
        "|过夜|民宿|旅馆|住宿|便利商店|超商|加油站|吃饭|餐厅|小吃",
    ),
)
_ENGLISH: tuple[tuple[str, str], ...] = (
    (
        "parking",
        r"\bpark(?:ing)?\b|\bcar park\b"
        r"|\bleave (?:it|them|(?:the|my|our|a) (?:car|van|bike|scooter|bus|motorbike|vehicle))\b"
        r"|\b(?:car|van|scooter|bike|camper\w*) (?:can |should )?(?:go|stay)\b",
    ),
    (
        "transport",
        r"\b(?:bus|buses|train|taxi|uber|mrt|metro|shuttle|ferry|hsr|highway|exit)\b"
        r"|\bpublic transport\w*"
        r"|\bget(?:ting)? (?:to|there|me to|us to)\b|\b(?:drive|driving|directions?)\b|\breach\b"
        r"|\bhow far (?:is|from|away)\b",
    ),
    ("address", r"\baddress\b|\bsat ?nav\b|\bnavigat\w*\b|\bpunch in\b"),
    (
        "coordinates",
        r"\bcoordinates?\b|\bgps\b|\bgpx\b|\blat(?:itude)?\b|\bpin\b"
        r"|\bgoogle ?maps?\b|\bon (?:the|a) map\b"
        r"|\bwhere exactly\b|\bexact (?:location|spot|place)\b|\bwhereabouts exactly\b",
    ),
    (
        "approach",
        r"\bapproach\b|\btrail(?:head)?\b|\bwalk(?:ing)?(?:[- ]in)?\b|\bhik(?:e|ing)\b"
        r"|\bturn[- ]?off\b"
        r"|\bhow (?:do|can|would|could|did|should) (?:\w+ )?"
        r"(?:find|reach|get to|go to|access)\b(?! (?:a |my )?(?:partner|belay|climbing))"
        r"|\bhow to find\b|\beasy to find\b|\bhidden\b",
    ),
    (
        "amenities",
        r"\b(?:lodging|hostels?|hotels?|accommodation|camp(?:site|ground)|7-?eleven"
        r"|convenience stores?|restaurants?|gas station)\b"
        r"|\b(?:near(?:by)?|around|close to|next to|by)\b(?= *(?:it|there|here|\*)?[?？.]*$)"
        r"|\bwhat(?:'s| is) (?:around|near)\b",
    ),
)


def _compiled(
    table: tuple[tuple[str, str], ...], *, fold: bool
) -> tuple[tuple[str, re.Pattern[str]], ...]:
    def folded(pattern: str) -> str:
        return re.sub("[\u4e00-\u9fff]+", lambda run: key(run[0]), pattern) if fold else pattern

    return tuple((field, re.compile(folded(pattern))) for field, pattern in table)


_HAN, _LATIN = _compiled(_CHINESE, fold=True), _compiled(_ENGLISH, fold=False)
_COUNTY = re.compile(
    key("縣市") + "|" + key("哪個縣") + "|北中南|北部|南部|中部|东部"
    r"|\b(?:county|city|region|part of taiwan)\b"
    + "|中断|[还可]能走|走得通|[通封](?:了|吗|没)|\\b(?:closed|washed out|passable)\\b"
)
"""Which part of the country it lies in is no way there; nor is whether a path is closed."""
_OPEN = frozenset({"region", "location", "overview", "description", "routes"})
"""Fields that words for a way there are taken for where nothing better is heard."""
_UNSURE: frozenset[Intent] = frozenset({"knowledge", "search", "out_of_domain", "fact", "help"})
_ABOUT_PLACES: frozenset[Intent] = frozenset(
    {"crag_info", "count", "list", "superlative", "distribution", "recommend", "live"}
)
_OTHER_THINGS = frozenset({"gym", "safe", "personal", "community"})
_SLEEPS = re.compile("住|过夜|民宿|旅馆|商店|超商")
_LEANS = 24
"""Characters of a key: a longer message says itself what it is about."""


def way_fields(reading: Reading) -> tuple[str, ...]:
    """What of the way to a place is asked, besides the names."""
    return tuple(dict.fromkeys(_fields(reading.folded, reading.lower)))


def _fields(folded: str, lower: str) -> Iterator[str]:
    for field, pattern in _HAN:
        if pattern.search(folded):
            yield field
    for field, pattern in _LATIN:
        if pattern.search(lower):
            yield field


def of_the_way(query: Query, reading: Reading, context: Context | None) -> Query:
    """The query, or where the way to a crag is asked in words of no field, one about that."""
    named = [route for route in query.routes if route.how != "inherited"]
    strange = [name for name in query.unknown if not tuple(_fields(key(name), name.lower()))]
    if named or query.gyms or query.log is not None or strange:
        return query
    fields = way_fields(reading)
    if not fields or _COUNTY.search(reading.folded) or _COUNTY.search(reading.lower):
        return query
    if query.intent == "list" and query.places and "coordinates" in fields:
        query = replace(query, intent="crag_info", fields=(), topic="")
    if query.intent == "crag_info" and query.places:
        asked_else = set(query.fields) - _OPEN or query.topic not in {"", "unrecorded"}
        return query if asked_else else replace(query, fields=fields, topic="", unknown=())
    places = _meant(query, reading, context)
    eats = fields == ("amenities",) and not _SLEEPS.search(reading.folded)
    if not places or eats or query.intent not in _UNSURE or reading.cues & _OTHER_THINGS:
        return query
    inherited = query.inherited or not query.places
    return replace(
        query,
        intent="crag_info",
        topic="",
        fields=fields,
        places=places,
        routes=(),
        unknown=(),
        inherited=inherited,
    )


def _meant(query: Query, reading: Reading, context: Context | None) -> tuple[Mention, ...]:
    """The crag or area named, or in a few words the one that the turn before was about."""
    if query.places and not query.routes:
        return query.places
    before = context.query if context is not None else None
    if before is None or before.intent not in _ABOUT_PLACES or len(reading.plain) > _LEANS:
        return ()
    return tuple(replace(place, surface="", how="inherited") for place in before.places)
