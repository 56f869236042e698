"""Conditions on what the records tell or leave out: 「沒有記載長度的」「需要掛繩竿的」."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from knowledge.text import key

if TYPE_CHECKING:
    from collections.abc import Iterable

    from bot.understanding.reading import Reading
    from knowledge.filters import Lacking

_NOT_ON_RECORD = (
    "(?:没有?(?:被)?(?:记载|记录|写|标示?|注明|列出?|登记|填)"
    "|未(?:知|记载|记录|标示?|注明|列|登记)|不(?:明|详)|缺)"
)
_LACKING: tuple[tuple[Lacking, str, str], ...] = (
    ("length", "(?:长度|高度|全长)", r"(?:length|height)"),
    ("bolts", "(?:bolt数?|锚栓数|挂片数|bolt数量)", r"(?:bolt count|number of bolts)"),
    (
        "first_ascent_on",
        "(?:首攀(?:日期|时间|年份|年)|首登日期)",
        r"(?:first ascent|fa) (?:date|year)",
    ),
    (
        "first_ascent",
        "(?:首攀(?:者|人)?(?!日期|时间|年)|首登者?|开线者)",
        r"(?:first ascensionist|first ascent|fa)",
    ),
    ("description", "(?:描述|叙述|介绍文字|文字(?:介绍|描述|说明))", r"descriptions?"),
)
_NAME_ZH = re.compile("(?:没有?|无|缺)(?:取)?中文(?:名字?|名称|路名)|只有英文名")
_NAME_ZH_ENGLISH = re.compile(
    r"(?:without|no|lack\w*|missing) (?:a |any )?chinese names?|only (?:an )?english name"
)
_ENGLISH_OFF = (
    r"(?:not recorded|unrecorded|unknown|missing|isn.t recorded|not listed|not given|unlisted)"
)


def find_lacking(reading: Reading) -> tuple[Lacking, ...]:
    """What the wanted routes have no record of; a question about one route asks something else."""
    if reading.of_kind("route", "gym"):
        return ()
    text, lower = key(reading.text), reading.lower
    found: list[Lacking] = []
    for name, what, english in _LACKING:
        chinese = f"{_NOT_ON_RECORD}(?:任何)?的?{what}"
        chinese += f"|{what}(?:栏位?|资料|那栏)?(?:是|都|也)?{_NOT_ON_RECORD}"
        chinese += (
            f"|(?:没有?|无)(?:任何)?{what}(?:资料|记录|记载|资讯)?(?:的|$)"
            if name != "bolts"
            else ""
        )
        told = f"(?:without|no|lacking|missing|lack) (?:a |any |an |the )?(?:recorded )?{english}"
        told += f"|{english} (?:is |are )?{_ENGLISH_OFF}|{_ENGLISH_OFF} {english}"
        if re.search(chinese, text) or re.search(rf"\b(?:{told})\b", lower):
            found.append(name)
    if _NAME_ZH.search(text) or _NAME_ZH_ENGLISH.search(lower):
        found.append("name_zh")
    if "first_ascent_on" in found and "first_ascent" in found:
        found.remove("first_ascent")
    return tuple(found)


_NEEDS = re.compile(
    r"(?:需要|需|必須|必须|要[帶带用]|得[帶带用]|會用到|会用到)(?:使?用|攜帶|携带|[帶带])?[「『“]?(?P<what>[^的，。？?！\s「」『』0-9]{2,6}?)[」』”]?"
    r"(?:的(?:路線|路线|線|线|有)|才(?:能|可以)|$)"
)
_WRITTEN = re.compile(
    r"(?:[寫写]|提)(?:到|著|着|過|过|了|有|說|说)[「『“](?P<what>[^「」『』“”]{1,12})[」』”]"
    r"|(?:描述|敘述|叙述|備註|备注|資料)(?:裡|里|中)?(?:有)?(?:[寫写]|提)(?:到|著|着|過|过|了|有)(?P<plain>[^的，。？?！\s「」]{2,6})的"
)
_ANCHORED = re.compile(
    r"(?:固定點|固定点|確保站|确保站|保護站|保护站|anchor)(?:是|就)?(?:[在掛挂設设綁绑架])+(?:在)?(?P<what>[^的，。？?！\s有]{1,4}?)(?:上|的|$|[？?])",
    re.IGNORECASE,
)
_NO_WORD = re.compile("一[條条]|[夠够長长高短矮難难簡简很最更]")
"""How a route should be, and no thing that a record would hold."""
_KNOWN = re.compile(
    r"[0-9]|bolt|快扣|快掛|快挂|繩(?!竿)|绳(?!竿)|公尺|什麼|什么|哪|幾|几|多少|誰|谁|運攀|傳攀|抱石|先鋒|岩楔|保護|保护|裝備|装备|耐力|技巧|技術|體力|力量|申請|申请|注意|小心",
    re.IGNORECASE,
)
"""What is a condition of its own, or no word that a record would hold."""


def find_words(reading: Reading) -> str:
    """Words that the records of the wanted routes must hold: 「需要掛繩竿的路線」; else empty."""
    if reading.of_kind("route", "gym") or not reading.of_kind("crag", "area", "sector"):
        return ""
    for pattern in (_WRITTEN, _ANCHORED, _NEEDS):
        match = pattern.search(reading.text)
        if match is None:
            continue
        told = match.groupdict()
        what = (told["what"] or told.get("plain") or "").strip()
        if pattern is _ANCHORED:
            what = what.removesuffix("上")
        if what and not (_KNOWN.search(what) or _NO_WORD.search(what)):
            return what
    return ""


_NEEDS_NOT = re.compile(
    r"(?:不用|不需要?|不必|免)(?:[帶带用]|使用|攜帶)(?P<what>[^的，。？?！\s「」0-9]{2,4}?)(?:的|也|就|$)"
    r"|(?:不用|不需要?|不必)(?P<plain>[^的，。？?！\s「」0-9排走等怕搶抢帶带]{2,4}?)的(?:路線|路线|線|线|$)"
)


def find_words_denied(reading: Reading) -> str:
    """Words that the records of the wanted routes must not hold: 「不用掛繩竿的」; else empty."""
    if reading.of_kind("route", "gym"):
        return ""
    match = _NEEDS_NOT.search(reading.text)
    what = (match["what"] or match["plain"]) if match else ""
    return what if what and not _KNOWN.search(what) else ""


_NOT_BY = re.compile(
    r"(?:不(?:是|要|含|算)|非|除了|扣掉|排除|撇开"
    r"|(?:not|except(?:for)?|without|besides|otherthan)(?:the)?(?:ones?|routes?|those)?(?:(?:put|opened|bolted)?up)?(?:by)?)(?:由)?$"
)
_BEYOND = re.compile(r"^(?:的)?(?:以外|之外|除外|不算)")


def people_denied(folded: str, people: Iterable[str]) -> tuple[str, ...]:
    """The first ascensionists that a question rules out: 「首攀者不是 A 的」."""
    plain = re.sub(r"\s+", "", folded)
    found = []
    for person in people:
        at = plain.find(key(person))
        if at >= 0 and (
            _NOT_BY.search(plain[:at]) or _BEYOND.match(plain[at + len(key(person)) :])
        ):
            found.append(person)
    return tuple(found)


_MONTH = re.compile(
    r"(?<!\d)(?:19|20)\d\d\s*年\s*(?P<month>1[0-2]|0?[1-9]|[一二三四五六七八九十]{1,2})\s*月(?!\s*\d)"
)
_NUMERALS = {name: at for at, name in enumerate("一二三四五六七八九十", 1)} | {
    "十一": 11,
    "十二": 12,
}


def find_month(text: str) -> int | None:
    """The month beside a year: 「1991 年 4 月首攀的」."""
    match = _MONTH.search(text)
    if match is None:
        return None
    told = match["month"]
    return int(told) if told.isdigit() else _NUMERALS.get(told)
