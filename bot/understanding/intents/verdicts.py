"""Somebody wants to be told that it will hold, or that they may go: 「你打包票嗎」, 「敢爬嗎」.

What a wall is like in the wind and how many bolts a route has are on record; whether they hold
today and whether to go up is nobody's to say from afar, however much of a fact stands beside it.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from bot.understanding.intents.decision import HOW_MANY, Decision
from knowledge.text import key

if TYPE_CHECKING:
    from bot.schema import Intent
    from bot.understanding.conditions import Conditions
    from bot.understanding.reading import Reading

_GEAR = (
    "(?:bolts?|anchors?|hangers?|slings?|draws?|top ?rope|first ?bolt|piton|挂片|锚栓|锚点|耳片"
    "|固定点|确保站"
    "|确保点|保护点|保护站|吊环|垂降环|铁链|链条|扁带|伞带|绳环|绳子|快扣|快挂|岩钉|钉子|树干"
    "|大树|小树|那棵树|的树"
    "|岩壁|岩块|岩石|岩柱|石头|手点|岩点)"
)
_GOES = "(?:上(?:去)?|去|爬|冲|挂|踩|跳|走|攀|先锋|掛)"
_CHINESE = (
    # somebody is to answer for it
    "打包票|挂保证|保证|担保|拍胸脯|背书|负责吗",
    "(?:说|讲|叫|点头)(?:一声|一句|句|声|个)?(?:没问题|没事|可以|ok|能|不会|我上|行"
    f"|好)?我就(?:放心|安心)?{_GOES}",
    f"你(?:就)?(?:说|讲|觉得|认为|看)[^哪什怎几]{{0,10}}(?:能不能|可不可以|敢不敢|该不该){_GOES}",
    "给我?(?:一)?(?:句话|个痛快|句准话|个准话|个定心丸)|(?:一句话|痛快点)(?:能|可)",
    f"敢不敢|(?:你|会|还|真的|有人)?敢{_GOES}[^的]{{0,4}}(?:吗|吧|不|么)",
    f"(?:换作|换成|如果|要|若)是你(?:的话)?[^，。]{{0,4}}(?:会|敢|要|肯|愿)|你(?:自己)?会(?:放心"
    f"|安心)?(?:让|{_GOES})[^哪什怎几]{{0,14}}(?:吗|么)",
    f"放(?:得下)?心(?:地|的)?(?:让|给|把|交|{_GOES})|(?:可以|能)(?:放心|安心)|安心{_GOES}",
    "可不可以信|能不能信|可以信|信得过|信任|靠得住|靠谱|靠不靠",
    "最安全|最不危险|最保险",
    "危不危险|安不安全|会不会(?:很)?(?:危险|出事|出人命|没命|死)|(?:有|很|会|多)危险(?:吗|么|嗎)"
    "|安全(?:吗|吧|么)|保命",
    "(?:不想|怕|会不会)被(?:砸|打到|冲走|卷走)|会死吗|死不了吧",
    # it is to hold
    f"{_GEAR}[^，。]{{0,8}}(?:[稳牢](?:不[稳牢]|固|靠|当|吗|吧|么|妥)|稳不|牢不|可靠|结实|扎实"
    "|坚固|坚不|够力|够不够力|够强|堪用|耐用|撑|扛|吃得住"
    "|承受|受得了|抓得住|hold|solid|信|会不会(?:断|崩|掉|松|垮|脱|拔|滑|裂|坏)|不会(?:断|崩|掉|松"
    "|垮|脱|拔|裂|坏)(?:吧|吗)|没问题(?:吧|吗)|(?:安|有)没有?(?:全|问题)|ok吗|ok吧|好的吗)",
    "(?:撑得住|扛得住|吃得住|承受得了|受得了|挂得住|拉得住)[^，。]{0,8}(?:吗|吧|么)"
    "|会不会(?:断|崩|垮|松脱|脱落)",
    "会不会(?:掉|有|落)(?:石头|落石)|(?:不会|没有)(?:掉|有|落)?(?:石头|落石)(?:吧|对吧|好吗)",
    # on a day like this
    f"(?:风|雨|浪|潮|雷|台风|地震|太阳|湿|豪雨|涨)[^哪什怎几]{{0,14}}?"
    f"(?:敢{_GOES}|没事(?:吧|吗)|有关系|没关系|没差|ok(?:吗|吧|不)|行吗|行不行|要紧|会不会(?:有事"
    f"|出事|怎样|中暑|滑)|还行|应该(?:可以|没|ok|还)|可以(?:去|{_GOES})了(?:吗|吧)|来得及)",
    f"(?:这种|这样|现在|今天|等等|待会)[^哪什怎几]{{0,10}}(?:风|雨|浪|潮|天气"
    f"|太阳)[^哪什怎几]{{0,10}}(?:可以|能|可不可以|能不能|适合){_GOES}",
    "(?:干|乾)了吧",
)
_ENGLISH = (
    r"\b(?:guarantee|certif(?:y|ied)|vouch|promise me|swear|assure me|reassure|bet (?:my"
    r"|your) life|give me your word|green ?light|thumbs[- ]?up)\b",
    r"\byes or no\b|\bjust say (?:yes|it'?s|ok)",
    r"\bwould (?:you|u) (?:personally |still |really )?(?:climb|trust|whip|fall|take|clip|solo"
    r"|lead|let|go|belay|hang|rap|lower|risk|send)\b",
    r"\b(?:can|could|should|do) (?:i|we|you) (?:really |still |safely )?trust\b|\btrust (?:it"
    r"|them|that|those|the)\b.*\b(?:bolts?|anchors?|chains?|rope|gear|draws?|fall)\b",
    r"\btrust ?worthy\b|\bbomber\b|\b(?:will|would|does|do|did|is|are|gonna"
    r"|going to)\b.{0,40}\b(?:hold(?! (?:on|more|the most|the record|how|any)\b)|snap|rip"
    r"|pull out|blow|break on me|collapse)\b",
    r"\b(?:bolts?|anchors?|chains?|hangers?|tree|rock|gear|slings?|rings?|flake|block"
    r"|fixed draws?)\b.{0,30}\b(?:solid|reliable|sound|sketchy|safe|ok(?:ay)? to|good to"
    r"|strong enough|in good (?:shape|nick|condition)|hold)\b",
    r"\b(?:solid|reliable|sound|safe|trusty) (?:bolts?|anchors?|chains?|hangers?|gear|rock)\b",
    r"\b(?:ok|okay|fine|alright|all right|safe|wise|sensible|smart|cool|good) (?:to"
    r"|for) (?:\w+ ){0,3}(?:climb|go|lead|solo|head|be|try|get on|clip)\b.*"
    r"\b(?:wind\w*|rain\w*|wet|swell|typhoon|storm\w*|thunder\w*|lightning|heat|tide|waves?"
    r"|quake)\b",
    r"\b(?:wind\w*|rain\w*|wet|swell|typhoon|storm\w*|thunder\w*|heat|tide|waves?"
    r"|quake)\b.*\b(?:is (?:it|that) (?:ok|okay|fine|alright|safe)|we'?ll be (?:ok|fine)"
    r"|should be (?:ok|fine|good)|(?:ok|fine|right|good|safe)\s*\?|good to go)",
    r"\b(?:bolts?|anchors?|chains?|hangers?|rope|gear|draws?|slings?)\b.{0,40}\bany good\b"
    r"|\bcatch me\b|\b(?:won'?t|not going to|isn'?t going to) (?:kill|hurt|break|fail|snap|rip)\b",
    r"\bgo or no[- ]go\b|\bam i (?:ok|okay|fine|safe|good)\b|\bkill me\b",
    r"\bsafest\b|\bleast (?:dangerous|risky)\b",
    r"\b(?:solo|unroped|no helmet|without (?:a )?(?:helmet|rope)|alone)\b.{0,12}\b(?:fine|ok|okay"
    r"|alright|right|cool)\b\s*\?",
)


def _any(patterns: tuple[str, ...], *, fold: bool) -> re.Pattern[str]:
    joined = "|".join(f"(?:{each})" for each in patterns)
    if fold:
        joined = re.sub("[\u4e00-\u9fff]+", lambda run: key(run[0]), joined)
    return re.compile(joined)


_HAN, _LATIN = _any(_CHINESE, fold=True), _any(_ENGLISH, fold=False)
_GEARED = re.compile(
    "[风風雨浪潮]|固定点|固定點|挂片|掛片|锚|錨|bolt|anchor|hanger|chain|guarantee|promise|safe|wind|rain"
    "|安全|危險|危险|保證|保证"
)
_ABOUT_DATA = re.compile(
    "资料|数据|票价|营业|开到|几点|岩馆|退费|消息|你讲的|你说的|准不准|正确"
    r"|\b(?:data|info\w*|price|hours|records?|answers?|grades?)\b"
)
"""Trust in what is told, or in opening hours, is no matter of a fall."""
_KEPT: frozenset[Intent] = frozenset({"emergency", "medical", "safety", "live"})
_TOPICS: tuple[tuple[str, re.Pattern[str]], ...] = (
    (
        "bolt",
        re.compile(key("掛片") + "|bolt|锚|固定点|anchor|确保站|确保点|保护点|耳片|hanger|chain"),
    ),
    ("tide", re.compile("潮|浪|tide|swell|wave")),
    ("rock_wet", re.compile("雨|湿|rain|wet|(?:干|乾)了")),
    ("weather", re.compile("风|雷|太阳|天气|wind|storm|thunder|heat|typhoon")),
    ("rockfall", re.compile("落石|石头|崩|岩壁|rock")),
)


def asks_verdict(reading: Reading) -> bool:
    """Whether a verdict is wanted of who cannot see rock, gear or sea."""
    if _ABOUT_DATA.search(reading.folded) or _ABOUT_DATA.search(reading.lower):
        return False
    return bool(_HAN.search(reading.folded) or _LATIN.search(reading.lower))


def with_verdict(decision: Decision, reading: Reading, conditions: Conditions) -> Decision:
    """The decision, or a verdict on safety where one is asked beside a fact of the records."""
    sets = reading.cues & {"list", "count"} and (conditions.flags or conditions.narrows_routes)
    counts = HOW_MANY.search(reading.text) and decision.intent in {"fact", "count"}
    if decision.intent in _KEPT or sets or counts or reading.of_kind("gym"):
        return decision
    if decision.intent == "recommend" and not _GEARED.search(reading.lower):
        return decision  # 「哪條你會先爬」 wants a route
    placed = reading.of_kind("route", "crag", "area", "sector")
    if not placed or not asks_verdict(reading):
        return decision
    said = f"{reading.folded} {reading.lower}"
    topic = next((name for name, pattern in _TOPICS if pattern.search(said)), "safe")
    return Decision("safety", topic)
