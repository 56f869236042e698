"""What the frame of a question leaves no doubt of, whoever is spoken of beside it.

A grade beside a scale is to be converted, what is so at this minute is nobody's to know from here,
and a verdict is wanted of worn gear and of the tide, whatever place, gym or log is named as well.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from bot.understanding.intents.decision import Decision
from bot.understanding.intents.grades import OTHER_SCALE

if TYPE_CHECKING:
    from bot.understanding.conditions import Conditions
    from bot.understanding.reading import Reading


def plainly(reading: Reading, conditions: Conditions) -> Decision | None:
    """The decision that one frame settles, or None."""
    if _NEED.search(reading.folded) or _NEED_ENGLISH.search(reading.lower):
        return Decision("emergency")
    if _TORN.search(reading.lower):
        return Decision("medical")
    if _asks_scale(reading, conditions):
        return Decision("convert")
    if _asks_what_is_left(reading, conditions):
        return Decision("list")
    return Decision("live", "weather") if _asks_now(reading) else _cared_for(reading)


def _cared_for(reading: Reading) -> Decision | None:
    """Gear, the tide, manners, and a stain on a carpet."""
    lasting = "card:etiquette#basics" if _behaves(reading) else _lasts(reading)
    if lasting:
        return Decision("knowledge", lasting)
    verdict = _verdict(reading)
    if verdict:
        return Decision("safety", verdict)
    return Decision("out_of_domain") if _of_the_house(reading) else None


_NEED = re.compile("骨头?[^，。？]{0,3}(?:穿|刺|戳|凸|突|露|翻)了?出")
_NEED_ENGLISH = re.compile(
    r"\b(?:she|he|they|he's|she's|friend|partner|climber|buddy|leader|belayer|wife|husband)\b.*"
    r"\b(?:no longer|not|stopped|isn't|won't|doesn't) (?:answer|respond|wak|breath)\w*"
    r"|\b(?:dangling|hanging) (?:there |limp )?(?:in|on|from) (?:her|his|the|their)"
    r" (?:harness|rope)"
    r".*\b(?:pale|limp|blue|silent|unresponsive)\b"
)
"""On the key, and in English: somebody is in need, whatever else is said."""
_TORN = re.compile(
    r"\b(?:tore|torn|ruptured?|ripped|dislocated|fractured|wrecked)\b.{0,16}\b(?:my|his|her)\b.{0,16}"
    r"\b(?:cuff|labrum|muscle|tendon|ligament|acl|mcl|meniscus|biceps?|hamstring|shoulder|groin"
    r"|calf|finger|knee|wrist|elbow|ankle|pulley)\b"
    r"|\b(?:rotator cuff|labrum)\b.*\b"
    r"(?:treat\w*|surgery|rehab|heal\w*|recover\w*|tear|torn?e?)\b"
)

_SCALE = (
    "(?:yds|yosemite|优胜美地|美式|美国|法式|法国|法标|french|uiaa|fontainebleau|font|枫丹白露|枫丹"
    "|v级|vscale|vgrade|v制|hueco)"
)
_TO_SCALE = re.compile(
    "(?:改用|改成|改|用|以|按|照|换成|换算|换|转换|转成|转|折成|折合|对应|等于|相当于|写成|标成|翻成)"
    f"(?:成|到|为|回)?{_SCALE}[^，。？]{{0,8}}(?:多少|几|什么|哪|怎么[看换算标写讲说])"
    f"|{_SCALE}(?:级数?|难度|系统|标准)?(?:来)?(?:讲|说|算|标|写|看|表示|那边)?(?:应该|大概|大约|约|要|会)*"
    "(?:是|为|算|落在|写)?(?:多少|几级?(?![条题间家个])|什么级|哪(?:一)?级|哪里|怎么[标写讲说算])"
)
_TO_SCALE_ENGLISH = re.compile(
    r"\b(?:in|to|into|on|by) (?:the )?"
    r"(?:yds|yosemite|french|uiaa|font\w*|v[- ]?(?:scale|grades?)?|hueco)\b"
    r"|\b(?:yds|yosemite|french|uiaa|font\w*|v(?:[- ]?(?:scale|grade))?|hueco)"
    r"(?: (?:scale|grade|terms))? (?:equivalent|version|counterpart)\b"
    r"|\b(?:yds|yosemite|french|uiaa|font\w*|v[- ]?scale|hueco) (?:grade|scale)\s*\?"
)
_SET = re.compile(
    "(?:几|多少|哪[些几一]?)(?:条|题|间|家)|有哪些|清单|列出|路线有|推荐(?:[几一两三]|路线|什么)"
    r"|\b(?:list|which (?:routes?|gyms?|climbs?)|how many|recommend|show me)\b"
)


def _asks_scale(reading: Reading, conditions: Conditions) -> bool:
    """「我 max 爬到 V5，用 Font 算多少」: a grade, another scale, and nothing else to be found."""
    if not (reading.grades and conditions.systems) or reading.of_kind(
        "route", "crag", "area", "sector"
    ):
        return False
    if _SET.search(reading.folded) or _SET.search(reading.lower):
        return False
    if OTHER_SCALE.search(reading.text):
        return False  # 「E5 6b」: no table of ours converts it
    spoken = {mention.grade.system for mention in reading.grades}
    if not any(system not in spoken for system in conditions.systems):
        return False
    return bool(_TO_SCALE.search(reading.folded) or _TO_SCALE_ENGLISH.search(reading.lower))


_MINUTE = "(?:现在|目前|此刻|此时|这会儿?|当下|眼下|这一刻|now)"
_NOW = re.compile(
    f"{_MINUTE}.{{0,12}}(?:还有|有没有|还剩|剩)(?:多少|几个?)?(?:空的?|空闲的?)?"
    "(?:停车位|车位|停车格|空位|位子|位置|置物柜|柜子)"
    f"|{_MINUTE}.{{0,12}}(?:停得下|停得到|挤得进|停满|客满|爆满)"
    "|(?:还有没有|还有|还剩|有没有剩)(?:多少|几个?)?(?:空的?|剩的?|空闲的?)(?:停车位|车位|停车格|位子|位置)"
    "|(?:几[个组群位]?|多少)人(?:正)?在(?:爬|攀|练|里面|场|馆|玩|排|抱石)(?!过)"
    f"|{_MINUTE}.{{0,8}}(?:人数|几[个组群位]人|多少人|人多)"
    "|(?:会不会|会|有没有)(?:放晴|转晴|变天)|放晴|转晴|(?:会不会|会)出(?:大)?太阳"
)
"""On the whole key."""
_NOW_ENGLISH = re.compile(
    r"\b(?:right now|at the moment|at this moment|currently|this minute|just now|as we speak)\b"
)
_OF_NOW = re.compile(
    r"\b(?:free|empty|available|left|open) (?:\w+ )?"
    r"(?:parking|car park|spots?|spaces?|lockers?|mats?)\b"
    r"|\b(?:parking|spots?|spaces?|lockers?) (?:free|left|available)\b"
    r"|\bhow many (?:people|climbers|folks|others)\b"
    r"|\bpeople (?:are )?(?:climbing|inside|in there)\b"
)


def _asks_now(reading: Reading) -> bool:
    """What is so at this minute: cars, people, the sky."""
    if reading.of_kind("route"):
        return False
    text = reading.text.casefold()
    return bool(_NOW.search(reading.plain) or (_NOW_ENGLISH.search(text) and _OF_NOW.search(text)))


_LASTS = re.compile(
    r"^\W*(?:when (?:should|ought|do|does|must|would|is it time)"
    r"|how often (?:should|do|must|ought)|at what (?:point|age)|after how (?:long|many))\b"
    r"[^?]*\b(?:retire|replace|throw (?:away|out))d?\b"
)
_OWN = re.compile(r"\b(?:my|mine|this|that|our|his|her)\b")


def _lasts(reading: Reading) -> str:
    """The card for when gear at large is to be retired; empty where one's own is meant."""
    if not _LASTS.search(reading.lower) or _OWN.search(reading.lower):
        return ""
    return (
        "card:gear#retire-rope" if re.search(r"\bropes?\b", reading.lower) else "card:gear#inspect"
    )


_FINE = (
    "(?:没事|没差|没关系|没问题|还好|还行|应该可以|不要紧|无妨|ok)(?:的)?(?:吧|吗|对吧|对吗|是吧)"
)
_BOLT = "(?:bolts?|anchors?|hangers?|挂片|锚栓|锚点|耳片|固定点|确保站|铁链|吊环)"
_WORN_BOLT = re.compile(f"{_BOLT}[^。？]{{0,8}}(?:松|晃|锈|裂|转|摇|弯|变形)[^。？]{{0,12}}{_FINE}")
_GEAR = "(?:绳子?|吊带|头盔|岩盔|钩环|快扣|扁带|绳环|确保器)"
_WORN_GEAR = re.compile(
    f"{_GEAR}[^。？]{{0,10}}(?:松|裂|磨|起毛|脱线|变形|断了?)[^。？]{{0,12}}{_FINE}"
)
_WORN_ENGLISH = re.compile(
    r"\b(?:helmet|harness|carabiner|biner|quickdraw|draw|sling|rope|belay device|gri ?gri)\b.{0,40}"
    r"\b(?:crack(?:s|ed)?|frayed|fraying|fuzzy|worn|bent|dent(?:ed)?|nick(?:ed)?|core[- ]?shot)\b.*"
    r"\b(?:good to go|good or not|(?:fine|ok|okay|safe|alright) to|still (?:good|fine|ok|okay|safe)"
    r"|go or no)\b"
)
_IN_TIME = re.compile(
    "(?:涨|潮|浪|雨|风|雷|天黑)[^。？]{0,36}?来得及[^。？哪什怎几]{0,8}(?:吧|吗|对吧|不)"
)
_BY_TRAIN = re.compile("车|馆|捷运|高铁|打烊|营业")


def _verdict(reading: Reading) -> str:
    """The topic of the verdict that is wanted of worn gear or of the tide; else empty."""
    if reading.of_kind("gym"):
        return ""
    if _WORN_BOLT.search(reading.folded):
        return "bolt"
    if _WORN_GEAR.search(reading.folded) or _WORN_ENGLISH.search(reading.lower):
        return "gear_retire"
    if _IN_TIME.search(reading.folded) and not _BY_TRAIN.search(reading.folded):
        return "tide" if re.search("潮|浪|涨|海", reading.folded) else "weather"
    return ""


_BEHAVIOUR = re.compile(
    "(?:遵守|注意)[^，。？]{0,4}(?:环境|野外|自然)(?:守则|礼节|礼仪|规矩)"
    "|(?:对|跟|和|与)[^，。]{0,6}(?:环境|居民|在地人|当地人|邻居|村民)[^。？]{0,16}(?:礼节|礼貌|礼仪|规矩|守则|该注意|该遵守)"
)


def _behaves(reading: Reading) -> bool:
    return bool(_BEHAVIOUR.search(reading.folded)) and not reading.names


_HOUSE = re.compile(
    r"\b(?:wine|coffee|ketchup|grease|ink|stains?)\b.{0,24}\b(?:carpets?|sofas?|couch|rugs?|jeans|dress"
    r"|tablecloths?|curtains?|mattress|shirts?)\b"
)


def _of_the_house(reading: Reading) -> bool:
    """Whether a stain is to come out: "how do I get red wine out of a carpet"."""
    return bool(_HOUSE.search(reading.lower)) and "climbing" not in reading.cues


_LEFT = re.compile("剩下?(?:什么|哪些|啥|哪几)")


def _asks_what_is_left(reading: Reading, conditions: Conditions) -> bool:
    """「霧鳴岬的 5.9，但我不要運攀，剩下什麼」."""
    rock = reading.of_kind("crag", "area", "sector") and not reading.of_kind("route", "gym")
    told = _DEED.search(reading.folded) or "count" in reading.cues
    return bool(rock and conditions.denied.types and _LEFT.search(reading.folded)) and not told


_PURPOSE = re.compile(
    r"[，,。;；]\s*我?(?:們|们)?(?:想|要|打算|準備|准备)把?(?:它|牠|這條|这条)?"
    r"(?:排|放|加|列|寫|写|記|记)(?:進|进|到|入)[^，,。？?]{0,6}"
    r"(?:tick ?lists?|清單|清单|願望|愿望|名單|名单|筆記|笔记)"
    r"[^，,。？?]{0,4}$",
    re.IGNORECASE,
)
_UNWANTED = re.compile("我(?:们)?(?:不要|不想|不爬|不喜欢|不碰|没兴趣)")
_ME = re.compile(r"我|\b(?:i|my|me)\b")
_TO_ME = re.compile("(?:给|帮|教|跟|告诉|让)我")
_DEED = re.compile("[爬去试攀]过|[爬去试]了|完攀|记录|纪录|上次|最近")
_HOLDS = re.compile("收了|收录|收有|收著|收进")
_DATA = re.compile(
    '我?(?:想要?|要)?(?:看|查|找|知道|了解)?(?:一下|看|看看)?[「『"]?\ue000[」』"]?的?(?:完整|详细|全部)?'
    "(?:资料|资讯|数据|介绍)(?:吗|呢|谢谢)?"
)


def without_log_words(reading: Reading, conditions: Conditions) -> Reading:
    """The reading without the cue of a log where records are asked for."""
    if not tells_of_records(reading, conditions):
        return reading
    return replace(reading, cues=reading.cues - {"personal"})


def tells_of_records(reading: Reading, conditions: Conditions) -> bool:
    """Whether records are asked for, though a word of a log or of oneself stands beside them."""
    folded = reading.folded
    own = _ME.search(_TO_ME.sub("", _UNWANTED.sub("", folded)))
    if reading.of_kind("route"):
        if _DATA.fullmatch(folded):
            return True
        purpose = _PURPOSE.search(reading.text)
        asked = purpose and conditions.route_fields and not own
        return bool(asked)
    if own or _DEED.search(folded):
        return False
    placed = conditions.regions or conditions.cities or conditions.districts
    rock = reading.of_kind("crag", "area", "sector")
    if _HOLDS.search(folded) and (placed or rock) and "count" in reading.cues:
        return not reading.days
    if rock and conditions.denied.types and not reading.days:
        return True
    return bool(placed and "gym" in reading.cues and (reading.days or reading.times))
