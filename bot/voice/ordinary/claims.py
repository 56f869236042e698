"""Claims without a figure: that it is dry, open, granite, popular, that one may pay by card.

A model that speaks of a matter of which neither the records nor the question nor the conversation
say a word has made it up. Pure; the matters stand in ``words/claims.yaml``, one family of words a
line. What numbers in words say is compared elsewhere (``worded_numbers``).
"""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Final

import yaml

from bot.voice.language.plain import plain as as_plain
from bot.voice.language.sentences import CLAUSE
from bot.voice.ordinary.worded_numbers import untold_numbers

if TYPE_CHECKING:
    from collections.abc import Iterator

_WORDS: Final = Path(__file__).parents[1] / "words" / "claims.yaml"
_LIVE: Final = re.compile(
    r"不會下雨|沒下雨|沒有下雨|雨停|放晴(?!的|時|之?後|再)|天氣(?:很|不|還|蠻|滿|挺|超)?(?:好|錯|穩定)"
    r"|(?:浪況?|海象|風)(?:很|都|還|蠻|滿|挺|算|應該|比較)?(?:是)?(?:平穩|平靜|小|不大|穩定)"
    r"|(?:岩壁|岩面|牆面|路面)?(?:現在|今天|目前)?(?:已經|都|是)+乾的?(?:了|。|$)"
    r"|還有(?:停車|空)?位|(?:人(?:潮)?|岩友)(?:很|都|還)?(?:不多|很少|多)(?!少)|沒(?:有)?人(?:在?爬(?!過)|在|了|[。，！!]|$)"
    r"|\b(?:will not|won't|not going to) rain"
    r"|\b(?:is|are) (?:dry|calm|quiet|not crowded|empty) (?:now|today)",
    re.IGNORECASE,
)
"""What only somebody who stands there can say."""
_OPEN: Final = re.compile(
    r"(?:沒有?|未|不再|沒在|並未)(?:被)?(?:封閉|關閉|封鎖|停業|歇業|管制|禁止)|(?:解除|取消)了?(?:封閉|管制|禁令)"
    r"|(?:目前|現在|照常|正常|已經?|持續|全面)(?:是)?(?:開放|營業)|重新(?:開放|開幕|營業)|照常|沒有(?:任何|什麼|新的)?公告"
    r"|\bnot closed\b|\b(?:is|are) (?:now )?(?:open(?= (?:now|again|to)\b|[.!,]|$)|reopened)"
    r"|\bno (?:closures?|notices?)\b|\bclosures? (?:is|are) over",
    re.IGNORECASE,
)
"""Nothing known is never told as open: only where an answer or a record puts it so."""
_NAMES_SOURCE: Final = re.compile(
    r"📚|(?:資料)?(?:來源|出處|參考)(?:資料)?\s*(?:[:：是為]|來自)|\bsources?\s*(?::|is|are)\b|\[\s*\d{1,3}\s*\]"
    r"|(?:以上|資料|內容)(?:是)?(?:來自|取自|出自)|(?:聽說|據說|網路上|有人(?:說|推薦|分享|這樣)|聽人)"
    r"|(?:根據|依據|按照)(?!(?:我|這|手邊|目前)?(?:的|裡|們|份|些)*(?:資料|紀錄|記錄|記載|路線|岩館|公告|查到))"
    r"|\baccording to (?!(?:the|my|our|its|a|this) (?:records?|data|notices?|notes?|listing))"
    r"|\bi (?:heard|read)\b",
    re.IGNORECASE,
)
"""Sources are added by code; a model names none of its own."""
_DEFERS: Final = re.compile(
    r"問|答不|沒辦法|無法|沒有即時|手上沒有|確認|為準|官方|氣象署|公告|沒(?:有)?(?:記|寫|標|列)|資料(?:裡|上)?(?:沒|未|看不)|不(?:知道|確定|清楚)|查不到|看不到"
    r"|\bask\b|\bcheck\b|\bdon't know\b|\bno record\b|\bdoes(?: not|n't) say\b"
    r"|\b(?:can't|cannot|no idea|beyond|isn't something|not something|live info)\b"
)
"""A clause that sends the member elsewhere, or says that nothing is known, claims no matter."""
_CONVERTED: Final = re.compile(r"換(?:算)?過[來去]")
"""「換過去是 7c」 converts a grade; nobody replaced anything."""
_SAID_OF: Final = re.compile(
    r"(?:首攀者?|開線者?|開發者?|設線者?|定線員?|作者)\s*(?:是|為|叫|[:：])\s*((?![誰什哪未沒不])[\u3400-\u9fff]{2,4}|[A-Z][a-z]+)"
    r"|(?:由|是)(?P<who>(?![誰什哪你我他])[\u3400-\u9fff]{2,4}?)(?:首攀|開線|開的|設的|釘的|設線|打的)"
)
_DEGREES: Final = re.compile(r"\d+\s*(?:°|度(?!過|假))")
_UNTOLD: Final = re.compile(
    r"(?<![加結])總是(?=[很有人沒在會被])|還有(?:很多|好多|不少|好幾|一些|其他|別的|另外的(?!優惠))|附近(?:還|也)?有"
    r"|(?:約|超過|將近|不到)一半(?:以上|以下)?(?:是|為|都|在)|(?<![查找看買])不到(?:這|那)|越[\u4e00-\u9fff]{1,3}越[\u4e00-\u9fff]|(?:其餘|其他|剩下)(?:的)?(?:[條間])?(?:都|全)"
    r"|(?<!一定)(?<!說)(?<!看)不(?:太|是很|怎麼)?(?:準確|準(?!備)|正確|可靠|可信)|(?:正在)?營業中|正在營業"
    r"|(?:剛|剛剛|已經|最近|近期|才)[^，。；]{0,3}(?:調整|漲|降價|改過)|(?:走|開|騎)(?:一下|幾步|沒多久|不遠|一會兒?)就?到"
    r"|(?:好像|似乎|大概|應該|可能|也許|或許|想必|恐怕)[^，。；]{0,6}(?:沒開|封閉|公休|跟其他|關|停業)"
    r"|(?:票|票價|入場費?|單次|價錢)[^，。；\d]{0,6}(?:包含|包括|含"
    r"|附)|\b(?:price|ticket|entry|fee)s? [^.;]{0,12}includ"
    r"|(?:提早|提前|只|已經|才|一大早|早上|上午|中午|下午|傍晚|半夜)(?:就|才|會)?(?:開(?!到|始|放|車)|關|收(?!費|錄)|打烊)(?:了|門|店|(?=[。，！]|$))"
    r"|已經?(?:不能|封閉|關閉|停業|公休)|\bbest (?!seasons?\b|months?\b|time\b)"
    r"|(?:下雨|雨天|颱風)[^，。；]{0,4}(?:能|可以|照)(?:爬|去|上)"
    r"|建議(?:你|大家|先|可以|直接)*(?:看(?!一下|看|中央|氣象|公告|館方|現場|官方|圖冊|資料|清單)"
    r"|帶|買|用|練|穿|跳|吃|背|走)[^，。；]+|(?<![是友接決])最好(?!不要|別|先|再|跟|問|確認|帶|看|是|入手|上手|爬|[。，！]|$)"
    r"|(?:今天|現在|明天|週末|這週)[^，。；]{0,3}適合|適合(?:今天|現在)(?:去|爬)"
)
"""More than is listed, and which day is a good one: nothing says so."""
_MORE_THAN: Final = re.compile(r"不只|不止|\bmore than just\b", re.IGNORECASE)
_ORDINAL: Final = re.compile(
    r"第\s*(?!一[次級把趟段手年])[一二三四五六七八九十\d]+\s*[次級把趟段手年顆]"
    r"|\b(?:first|second|third|fourth|fifth|last) (?:floor|bolt|clip|draw|move|hold)\b",
    re.IGNORECASE,
)
_VAGUE: Final = re.compile(
    r"(?:(?<![早晚])上|(?<![總條級題次級位])數|好幾|幾|近|破)[十百千萬](?!分)|[十百千]幾|[十百千]多[條間個公米]"
    r"|\b(?:dozens|hundreds|thousands|scores) of\b",
    re.IGNORECASE,
)
_GRADE_WORDS: Final = re.compile(
    r"[五5]\s*[之・·‧點\.]\s*[十拾]\s*[一二三四五]?|[五5]\s*[之點]\s*1[0-5]"
    r"|\bfive[ -](?:five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen)\b"
    r"|\bv[ -](?:zero|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)\b",
    re.IGNORECASE,
)
_RANKS: Final = re.compile(
    r"(?:[東西南北中]部|全[台臺國球]|[台臺]灣|亞洲|世界)(?:上|裡)?的?(?:第一|最|唯一|首[條座間])"
)
_ODD_TIMES: Final = re.compile(
    r"[點時]\s*[一三]刻|半夜|深夜|凌晨|子夜|\bmidnight\b"
    r"|[下上](?:週|周|個?星期|個?禮拜)[一二三四五六日天]?[^，。]{0,4}(?:公休|休|關|換線)",
    re.IGNORECASE,
)
_LOOKS_LIKE_GRADE: Final = re.compile(
    r"\$\s?(?:5\.\d|V\d)|(?<![\w.])[5S]\s*\.\s*(?=[\dlIioO|]*[lIioO|])[\dlIioO|]{1,2}[a-d]?(?![a-z])"
    r"|(?<!\d)5(?:[\s_*~|]+\.[\s_*~|]*|\.[\s_*~|]+)1[\s_*~|]*\d"
)
_ENGLISH_NAME: Final = re.compile(r"(?<![.!?:]\s)(?<!^)\b[A-Z][a-z]+(?:\s+[A-Z][a-z]+)+\b")


_ASKS: Final = re.compile(r"([\u3400-\u9fff])[不沒](?=\1)")
"""「會不會」, 「有沒有」: asks and denies nothing."""
_UNITS: Final = re.compile(
    r"英[尺呎里]|美[元金]|日[元圓]|人民幣|\d\s?ft\b|\bfeet\b|\bUSD\b|已(?:經)?[為幫]你刪除",
    re.IGNORECASE,
)
"""Measures and money of elsewhere, and what a bot has not done."""
_KNOWN: Final = "="
"""Marks a word that speaks of a matter only where it is known: 常 for 常常."""
_NEVER: Final = (
    *(
        _LIVE,
        _UNITS,
        _GRADE_WORDS,
        _LOOKS_LIKE_GRADE,
        _VAGUE,
        _NAMES_SOURCE,
        _RANKS,
        _ODD_TIMES,
        _DEGREES,
        _ORDINAL,
        _MORE_THAN,
        _UNTOLD,
    ),
)
"""What may be said only where it stands so in what is known."""


def made_up(text: str, known: str) -> Iterator[str]:
    """What a sentence speaks of though nothing known does, in its own words.

    Args:
        text: What is to be said.
        known: Records, rendered answer, question and conversation, joined.
    """
    spelled, held = _ASKS.sub("是否", as_plain(text)), as_plain(known)
    for pattern in (*_NEVER, _OPEN):
        yield from (one[0] for one in pattern.finditer(spelled) if one[0] not in held)
    lower = held.casefold()
    for match in _ENGLISH_NAME.finditer(spelled):
        if match[0].casefold().removeprefix("the ").removesuffix("s") not in lower:
            yield match[0]
    told = (one["who"] or one[1] for one in _SAID_OF.finditer(spelled))
    # 「首攀是黃岸和阿螢」: whatever follows a known name is judged word by word
    yield from (one for one in told if not any(one[:n] in held for n in range(2, len(one) + 1)))
    yield from _matters(spelled.casefold(), held.casefold())
    yield from untold_numbers(spelled, held)


def _matters(text: str, known: str) -> Iterator[str]:
    for clause in CLAUSE.split(_CONVERTED.sub("", text)):
        if _DEFERS.search(clause):
            continue
        for family, own in zip(_families(), _known_by(), strict=True):
            found = family.search(clause)
            if found is not None and not (family.search(known) or (own and own.search(known))):
                yield found[0]


def families_of(known: str) -> Iterator[str]:
    """Other words for the matters that stand in what is known."""
    held = known.casefold()
    for family, words in zip(_families(), _listed(), strict=True):
        if family.search(held):
            yield from words


@cache
def _read() -> tuple[tuple[str, ...], ...]:
    matters = yaml.safe_load(_WORDS.read_text(encoding="utf-8"))
    return tuple(tuple(map(str, words)) for families in matters.values() for words in families)


@cache
def _listed() -> tuple[tuple[str, ...], ...]:
    return tuple(tuple(one for one in words if one[0] != _KNOWN) for words in _read())


@cache
def _known_by() -> tuple[re.Pattern[str] | None, ...]:
    """What else speaks of a matter where it is known, and claims nothing where it is said."""
    own = (tuple(one[1:] for one in words if one[0] == _KNOWN) for words in _read())
    return tuple(_pattern(words) if words else None for words in own)


@cache
def _families() -> tuple[re.Pattern[str], ...]:
    return tuple(_pattern(words) for words in _listed())


def _pattern(words: tuple[str, ...]) -> re.Pattern[str]:
    shown = (
        rf"\b{re.escape(str(word).casefold())}\b" if str(word).isascii() else re.escape(str(word))
        for word in words
    )
    return re.compile("|".join(shown))
