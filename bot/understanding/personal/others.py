"""Questions about somebody else's log, whoever the member says to be: they are never answered."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from bot.understanding.examples.wanted import is_word
from bot.understanding.personal import slots
from bot.understanding.personal.scanning import BLANK, blank, fold, pattern
from bot.understanding.words import DAY, GRADE, NAME
from knowledge.terms.cities import CITY_ENGLISH
from knowledge.text import has_han, key

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from bot.understanding.reading import Reading

_DEED = (
    "爬過|爬了|完攀|紀錄|記錄|日誌|成績|最難|最高|project|爬幾|爬多少|送了|log|金字塔|進度|試過|"
    "爬什麼|爬哪|統計|flash|onsight|rp|os"
    "|去過|想爬|筆記|資料|爬到"
)
_HAN_NAME = (
    r"(?:[小阿老][\u4e00-\u9fff]{1,2}?"
    r"|(?!黃色|林道|林口|羅東|高雄|"
    r"石)[王陳林張李黃吳劉蔡楊鄭謝郭洪邱廖賴徐蘇莊呂蕭羅潘朱彭詹胡沈盧梁趙翁魏"
    r"孫戴鄧杜曹薛姚馮][\u4e00-\u9fff]{1,2}?"
    r"|[\u4e00-\u9fff]{1,2}(?:哥|姐|姊|董|教練|老師|學長|學姐|學妹|學弟|同學|大大|先生|小姐))"
)
_SOMEBODY = pattern(
    rf"(?:他|她|他們|別人|其他人|別的人|大家|所有人|每個人|某人|誰|朋友|隊友|繩伴|搭檔|同學|男友|"
    rf"女友|老公|老婆|教練|會員|成員|使用者|用戶|群友|岩友們|"
    rf"用戶)(?:們)?[^。！？]{{0,10}}(?:{_DEED})"
    r"|我[跟和與][^，。？?我你]{1,6}誰"
    rf"|[記存登](?:一?筆|錄|下|一下|上)?[：:，, ]?\s?{_HAN_NAME}\s?(?:\x00|今|昨|前|剛|在)"
    r"|幫(?!我|忙|自己|記|補|加|寫)[^，。？?\s]{1,4}?(?:記一?筆|記錄|記下|補記|加一筆)"
    rf"|(?:{_DEED})最(?:多|強|難)的人|排行榜|誰最(?:強|多|猛|厲害|常|會爬)|名次|比我(?:強|多|厲害)"
)
_POSSESSIVE = pattern(
    r"(?<![a-z])(?:his|her|their|someone(?:'s|s)?|somebody(?:'s)?|other (?:people|user|"
    r"member)s?(?:'s)?|everyone(?:'s)?|everybody(?:'s)?|all users|another (?:user|member)(?:'s)?|"
    r"anyone(?:'s)?) .{0,20}(?:log|logbook|tick|ascent|send|project|climb|record|stat|pyramid|"
    r"data|note|entr|hardest|history)"
    r"|(?<![a-z])(?!(?:what|that|it|there|where|who|how|let|here|today|yesterday|year|month|"
    r"week)[’'])[a-z][a-z0-9_.]{1,20}[’']s? (?:log|logbook|ticks?|ascents?|sends?|projects?|"
    r"climbs|records?|stats|pyramid|hardest|history|data|notes?|entries)\b"
    r"|\b(?:what|which|how many|where|when) (?:\w+ ){0,3}?(?:has|did|does|have) (?!i\b|you\b|"
    r"it\b|this\b|that\b|the\b|they have\b|we\b|an?\b|not\b|never\b|one\b|each\b|"
    r"every\b)[a-z][a-z0-9_.]* (?:ever |really |"
    r"already )?(?:climb(?!ing (?:gym|cent))|sent|send|flash|onsight|redpoint|tick|log|done|"
    r"do\b|tried|try)"
    r"|\bleaderboard|rank(?:ing)? of (?:members|users)|\bmy (?:friend|partner|buddy|wife|husband|"
    r"brother|sister|boyfriend|girlfriend|coach|belayer)(?:[’']?s)? .{0,20}(?:log|tick|ascent|"
    r"send|sent|project|climb|record)"
)
_AS_SOMEBODY = pattern(
    r"我是(?:(?:user|使用者|用戶|會員|member|管理員|admin|站長|版主|開發者|系統|root|作者|owner)|"
    r"[a-z][a-z0-9_]{1,20}|[\u4e00-\u9fff]{2,4}[，,]?(?:本人|的(?:帳號|朋友|家人|教練)))"
    r"|(?:假裝|扮演|當作|(?<![可所難得])以(?![來前後上下內外及]))[^。]{0,8}(?:是|身分|身份|"
    r"使用者|帳號)|切換(?:成|"
    r"到)[^。]{0,6}(?:使用者|帳號|user)|冒充"
    r"|\b(?:i am|i'm|im|act as|pretend|impersonate|switch to|log ?in as|sign in as|on behalf of|"
    r"acting for)\b.{0,20}\b(?:user|admin|root|member|owner|moderator|developer|another|system)\b"
    r"|(?<![a-z])(?:user|使用者|用戶|會員|member|owner|帳號|uid|"
    r"id)[ _:=#]*(?:id)?[ _:=#]*['\"]?(?:\d+|[a-z]*\d[a-z0-9_-]*)"
)
_CODE = pattern(
    r"\bselect\b.+\bfrom\b|\bdrop\s+table\b|\bunion\b.+\bselect\b|\bdelete\s+from\b|"
    r"\binsert\s+into\b|\bupdate\b.+\bset\b|\bor\s+['\"]?1['\"]?\s*=\s*['\"]?1|--\s*$|;\s*--|"
    r"\bowner(?:_id)?\s*(?:=|!=|<>|like|in)\b|\buser_id\s*(?:=|!=|<>|like|in)\b|\bwhere\b.+=|"
    r"\binformation_schema\b|\bpragma\b"
)
_PERSON_DEED = (
    "爬過|爬了|完攀過|完攀了|完攀幾|的?(?:紀錄|記錄|日誌|成績|log|進度)|的(?:project|金字塔|統計|"
    "最難|最高|flash|筆記)"
    "|爬幾|爬多少|送了|試過|爬什麼|爬哪|去過|爬到"
)
_NOT_A_PERSON = (
    "完全|連|都|含|包|麻煩|拜託|抱歉|不好意思|從來|根本|我|你|您|請|這|那|今|昨|去年|上|下|最|有|"
    "哪|什|誰|幾|多少|平均|連續|總共|"
    "全部|所有|目前|"
    "現在|每|第"
    "|本|過去|近|還|沒|從|一|各|先鋒|抱石|頂繩|戶外|室內|岩|路線|成功|完攀|推薦|依|根據|匯|刪|把|"
    "幫|記|加"
    "|畫|想|比|在|和|跟|到|爬|試|攀|要|會|可|能|不|是|的|怎|為|如|只|其|另|沿|用|剛|已|新手|初學"
)
_PERSON = pattern(
    r"^(?:請問|想問|欸|幫我查|幫我看|查|看|看看|給我看|告訴我|我想看|我要看|想看|想知道|秀出|列出)*"
    rf"((?!{_NOT_A_PERSON})(?:[\u4e00-\u9fff]{{1,6}}?|"
    rf"[a-z][a-z0-9_]{{1,15}}(?=[\u4e00-\u9fff\ue000-\ue002])))"
    rf"(?:{DAY})?(?:在)?(?:{NAME})?(?:總共|到底|最近|有沒有|有|上次|第一次)?(?:{_PERSON_DEED})"
)
_NO_PERSON = pattern("把|煩|將|沒|裡|邊|些|條|級|題|館|場|牆|區|線|難|人|地方|資料|歷史")
_LOOKED_AT = pattern(
    r"(?:看|查|查看|找|知道|列出|顯示|告訴我)(?:一下|看)?\s?((?!看|我|自己|今|去|上|這|那|最|所有|"
    r"全部|"
    r"先鋒|抱石|戶外)[\u4e00-\u9fff]{2,4}|[a-z][a-z0-9_]{1,15})\s?"
    r"(?:的|[’']s )(?:攀登|爬)?(?:紀錄|記錄|日誌|成績|進度|金字塔|統計|project|log|資料)"
)
"""「幫我看小明的紀錄」: whose log is looked at, also where I am the one who looks."""
_DOES = (
    r"有(?:沒有)?(?:送|爬|完攀|試|上|解|收)|解了|收了|紅點|首見|爬過|爬了|爬幾|爬到|爬多|去哪|"
    r"爬什麼|爬哪|在爬|爬得|爬岩|去爬|爬\s?[?？]?$|完攀|送了|送過|試過|試什麼|在試|在磨|去過|"
    r"紀錄|記錄|日誌|成績|進度|金字塔|筆記|清單|想爬|有沒有爬|"
    r"最[難硬高狠強]|最好成績|最常|比我|的資料|的統計|"
    r"去了?(?:幾|多少)[次趟天回]|去了?[^，。？我]{0,4}館了?(?:幾|多少)[次趟天回]|"
    r"最後一筆|那筆|上(?:次|一次|回|一回)(?:去|到|爬)|在[磨試掛]|project|logs?(?![a-z])|logbook|"
    r"onsight|flash|(?<![a-z])(?:rp|os|sends?|sent|"
    r"ticks?|hardest)(?![a-z])"
)
_LATIN_NAME = (
    r"(?<![a-z0-9])(?!(?:results?|status|style|notes?|date|day|vs|versus|toprope|toproping|ones?|"
    r"rps|flash(?:ed|es)|onsight(?:ed|s)|"
    r"redpoint(?:ed|s)|projects|sending|leads|led|trads?|sports?|boulders|gyms|overhang(?:s|ing)?|"
    r"slabs?|cracks?|roofs?|later|before|after|since|season|spring|summer|autumn|winter|overall|"
    r"percentage|number|average|rate|success|rp|os|flash|onsight|send|sent|log|logs|logbook|"
    r"ticks?|entr(?:y|ies)|"
    r"project|pj|lead|outdoors?|"
    r"indoors?|gym|top|tr|trad|sport|boulder|bouldering|open|ongoing|current|hardest|first|last|my|me|i|mine|the|and|"
    r"or|but|so|ok|hi|hey|hello|yes|no|not|only|just|now|then|how|what|which|who|when|where|why|"
    r"did|does|do|is|was|are|were|has|have|had|can|could|would|should|show|list|tell|give|count|"
    r"today|yesterday|tomorrow|total|grade|grades|route|routes|this|that|these|those|it|its|you|"
    r"your|we|our|us|max|best|next|new|old|all|any|every|some|most|more|about|based|please|"
    r"redpoint|"
    r"pinkpoint|clean|attempt|attempts|try|tries|burn|go|goes|bolt|bolts|anchor|topo|beta|fa|crux|"
    r"crag|crags|rock|climb|climbs|climbing|climbed|v\d*|yds|weekly|monthly|year|month|week|"
    r"month|day|days|from|in|at|on|of|to|for|with|by|per|out|up|add|edit|delete|undo|export|import|"
    r"note|notes|repeat|hangdog|pyramid|streak|volume|wishlist|todo|solo|aid|second|follow|by|"
    r"app|csv|json|excel|data|stats?)(?![a-z0-9]))[a-z][a-z0-9_.]{1,15}"
)
_TOUCHED = pattern(
    rf"(?:改|刪|動|補|加|登記?|記|看|查|給)(?:掉|一下|看)?\s?(?:{_HAN_NAME}|"
    rf"{_LATIN_NAME})\s?(?:的|['’]s)\s?"
    r"(?:攀登|爬岩|爬)?(?:紀錄|記錄|日誌|資料|最後|上一|那[筆條]|log|tick|entry|entries)"
)
"""「幫我改小明的紀錄」: whose log is to be changed."""
_BEFORE_NAME = (
    r"(?:^|[，,。！!？?：:、\s]|那(?:麼)?|看(?:看|一下)?|查(?:一下|查)?|知道|曉得|好奇|跟我說|告訴我|"
    r"問(?:一下)?|說|把|給我|"
    r"找|列出|秀出|比|聽說|我是|跟|和|關於|調出|打開|偷看|印出|讓我看)"
)
_DOER = pattern(
    rf"{_BEFORE_NAME}\s?({_HAN_NAME}|{_LATIN_NAME})\s?(?:的|他|她|是不是|有沒有|有|在|現在|"
    rf"最近|到底|總共|"
    rf"一共|目前|今年|去年|昨天|今天|上週|上個?月|這個?月|上禮拜|這禮拜|都|也|平常|每次|第一次|"
    rf"上次|\s|\x00)*"
    rf"[^我，,。！!？?]{{0,6}}?(?:{_DOES})"
)
_AS_NAMED = pattern(
    rf"我(?:其實|就|真的)*是\s?(?:{_HAN_NAME}|{_LATIN_NAME})(?:本人)?\s?[，,。、！!]"
)
_ENGLISH_DOER = re.compile(
    r"\b(?:what|which|when|where|how)\b.*?[\u4e00-\u9fff]{1,4} (?:has|have|had|did|does) |"
    r"\b(?:did|does|has|is|was|have) (?!i\b|you\b|it\b|the\b|this\b|that\b|there\b|we\b|my\b|an?\b|"
    r"any\b|not\b|never\b|yet\b|still\b|one\b|each\b|every\b)(?:[a-z][a-z0-9_.]*|"
    r"[\u4e00-\u9fff]{1,4}) (?:been )?(?:ever |really |already )?(?:climb"
    r"(?:ed|ing)?\b(?! gym)|sen[dt]\b|flash|onsight|redpoint|tick|tried|try|log|project|working|"
    r"done\b|do\b)"
    r"|\b(?:log|logbook|ticks|sends|ascents|projects|pyramid|entries|record|history|stats|data|"
    r"hardest \w+|notes) (?:of|for|by|from|belonging to) (?!my\b|mine\b|me\b|the\b|this\b|that\b|"
    r"last\b|all\b|\d|today|yesterday|january|february|march|april|may\b|june|july|august|"
    r"september|october|november|december|outdoor|indoor|good|ever|grades?|months?|years?|crags?|"
    r"gyms?|"
    r"places?|areas?|styles?|types?|day|climbing|sending|days|weeks|months|"
    r"going|getting|being|each|every|sends|number|most|best|highest|thecrag|mountain|a\b|lead\b|"
    r"another\b|"
    r"other (?:site|app|place)|elsewhere|\x00)"
    r"(?:[a-z][a-z0-9_.]*|[\u4e00-\u9fff]{1,4})"
    r"|[\u4e00-\u9fff]{1,4}[’']s (?:log|logbook|ticks?|sends?|hardest|projects?|climbs|pyramid|"
    r"ascents?|stats|history|entries|notes?)"
)
_WHAT_ABOUT = pattern(
    rf"^(?:那(?:麼)?|換|改(?:看|成)?|and|what about|how about|and what about|and how about)?\s?"
    rf"(?:{_HAN_NAME}|{_LATIN_NAME})\s?(?:的)?(?:呢|咧|哩|勒|的話)?\s?[?？]?$"
)
_BEGS = pattern(
    r"他|她|拜託|同意|說可以|允許|准|授權|沒關係|朋友|繩伴|隊友|\b(?:he|she|they|him|her|please|"
    r"allowed|permission|friend|partner|come on)\b"
)
_NOT_THEM = pattern(
    r"(?:不看|不問|不管|別看|不提|不用管|不要看|先不看|別管)(?:別人|他們|她們|他|她|人家|"
    r"朋友)(?:的|了|吧)?"
)
_APPS = pattern(
    r"the ?crag|mountain ?project|(?<![a-z])(?:8a(?:\.nu)?|kaya|ukc|boardlib|aurora|moonboard|"
    r"kilter|tension|vertical ?life|strava|excel|google sheets?|notion|app)(?![a-z])"
)
_TOLD_BY = pattern(
    r"(?:朋友|同學|隊友|繩伴|學[長弟姊姐妹]|教練|同事|[他她])們?(?:都)?(?:說|講|問|覺得|記得|提醒)"
    r"[^，,。？?]{0,16}"
)
"""What somebody else says of what I climbed: 「朋友說我跟他一起爬過」."""
_COMPANY = pattern(
    rf"(?:跟|和|與|陪|帶|揪|同)\s?(?:我?的?(?:朋友|同學|隊友|繩伴|老婆|老公|女友|男友|同事|"
    rf"家人)們?|{_HAN_NAME}|"
    rf"{_LATIN_NAME})(?=\s?(?:一起|去|到|在|出去|出門|爬|攀|約|跑|\x00))"
    r"|\bwith (?:my (?:friends?|partner|wife|husband)|[a-z]+)\b(?! (?:log|ticks|sends|projects))"
)
"""Who was there when I climbed, which is nobody else's log."""
_I_DID = pattern(
    r"我(?:有(?:沒有)?|是不是|到底|之前|以前|曾經|好像)?[^，,。？?]{0,4}[爬碰試上送去摸完解]過"
)
_COMPARES = pattern("誰|比|差|贏|輸|強|厲害")
_OWN = pattern(r"(?<![給讓幫訴])我(?!是|們)|(?<![a-z])(?:my|i|i'm|i've|me)(?![a-z])")


_WHO_SEES = pattern(
    r"(?:誰|別人|其他人|有人|大家|館方|朋友)[^，。我]{0,6}看[^，。我]{0,3}我的"
    r"|我的[^，。]{0,6}(?:誰|別人|其他人|有人)[^，。]{0,6}看"
    r"|\b(?:who|anyone|anybody|others|other people|someone)\b.{0,12}"
    r"\b(?:see|read|view|look at) my\b"
)


def asks_who_sees(reading: Reading) -> bool:
    """Whether it is asked who sees one's own log, which is told to nobody in particular."""
    return bool(_WHO_SEES.search(fold(reading.text)))


def about_others(
    reading: Reading,
    is_route: Callable[[str], object],
    spelt: Sequence[tuple[int, int]] = (),
) -> bool:
    """Whether the log of anybody but the asker is wanted, in whatever clothes.

    Args:
        reading: The message, taken apart.
        is_route: Whether words are the name of a route, and of no person.
        spelt: Where names of routes stand that may be words: 「老榕樹下」 is nobody.
    """
    # a route may be called like a person's log: 「Keeper's Log」
    taken = [(name.start, name.end) for name in reading.names]
    taken += [(day.start, day.end) for day in reading.days]
    taken += spelt
    folded = blank(fold(reading.text), taken)
    company = () if _COMPARES.search(folded) else (_COMPANY,)
    for each in (_NOT_THEM, _APPS, *((_TOLD_BY,) if _I_DID.search(folded) else ()), *company):
        folded = each.sub(lambda match: BLANK * len(match[0]), folded)
    if _does(folded) or _ENGLISH_DOER.search(folded) or _touched(folded):
        return True
    if any(each.search(folded) for each in (_SOMEBODY, _POSSESSIVE, _AS_SOMEBODY, _CODE)):
        return True
    if any(not _NO_PERSON.search(match[1]) for match in _LOOKED_AT.finditer(folded)):
        return True
    person = "" if _OWN.search(folded) else _person(reading)
    return bool(person) and not is_route(person)


def _does(folded: str) -> bool:
    """Whether a person who is named does something that stands in logs: 「Bob 最難爬到幾級」."""
    if not has_han(folded):
        return False
    if _AS_NAMED.search(folded):
        return True
    match = next((one for one in _DOER.finditer(folded) if not is_word(one[1])), None)
    if match is None:
        return False
    # 「我 lead 過」: who climbs is said before
    return "我" not in _TO_ME.sub("", folded[: match.start(1)])


def _touched(folded: str) -> bool:
    return has_han(folded) and bool(_TOUCHED.search(folded))


_TO_ME = pattern(
    r"幫我|給我|告訴我|跟我說|讓我|我想知道|我是|我想看|我要看|我可以看|我想問|我能看|我想查|"
    r"我要查|"
    r"我很好奇|我好奇|叫我"
)


def goes_on_about_others(reading: Reading, *, after_others: bool) -> bool:
    """Whether a message after a question to the log asks the same of somebody else, or begs."""
    named = [(name.start, name.end) for name in reading.names]
    folded = blank(fold(reading.text), named)
    if _NOT_THEM.search(folded):
        return False
    if after_others and _BEGS.search(folded) and not _MINE.search(folded):
        return True
    return bool(_WHAT_ABOUT.search(folded)) and not reading.days and not reading.grades


_MINE = pattern(r"我自己|我的|(?<![a-z])(?:my own|mine|my)(?![a-z])")


def _person(reading: Reading) -> str:
    """A person at the head of a question: 「小明爬過什麼」."""
    match = _PERSON.search(_APPS.sub("我", _NOT_THEM.sub("我", reading.folded)))
    if match is None or any(mark in match[1] for mark in (NAME, GRADE, DAY)):
        return ""
    if _NO_PERSON.search(match[1]) or is_word(match[1]) or _towns().search(match[1]):
        return ""
    if slots.results(match[1]) or slots.modes(match[1]):
        # 「flash 的最高難度」
        return ""
    if match[1].isascii() and not re.search(rf"\b{re.escape(match[1])}\b", reading.lower):
        return ""
    return match[1]


@cache
def _towns() -> re.Pattern[str]:
    """Counties and cities on the key: 「新竹可以爬哪裡」 asks of nobody."""
    return re.compile("|".join(sorted({key(city[:-1]) for city in CITY_ENGLISH})))
