"""What prose tells of a wall's ground: sun, shade, rain, wind, crowds, a stick clip. Pure.

Chinese patterns are sought in the key of a text, English ones in its lower case.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from types import MappingProxyType
from typing import TYPE_CHECKING

from knowledge.text import key

if TYPE_CHECKING:
    from collections.abc import Mapping


@dataclass(frozen=True, slots=True)
class Ground:
    """One thing that is told of a wall."""

    key: str
    zh: str
    en: str
    asked: re.Pattern[str]
    """Words of a question about it."""
    told: re.Pattern[str]
    """Words of a sentence that says so."""


def _ground(name: str, zh: str, en: str, asked: str, told: str) -> Ground:
    return Ground(name, zh, en, re.compile(asked, re.IGNORECASE), re.compile(told, re.IGNORECASE))


_AM, _PM = "(?:早上|上午|清晨|早晨|中午前)", "(?:下午|午后|傍晚)"
_SHADY = "(?:阴影|遮荫|遮阴|荫|阴凉|背光|晒不到|不会?晒|没有?(?:太阳|晒|日晒)|没晒)"
_SUNNY = "(?:太阳|晒|日照|阳光|日晒)"
_SHADE_TOLD = "阴影|遮荫|遮阴|阴凉|树荫|林荫|背光|晒不到|树林(?:环绕|环抱)|躲避太阳"
_ALL_DAY = "(?:整天|全天|终日|整日)[^。]{0,4}(?:阴影|荫|阴凉)|背光"
_SUN_EN = r"\bsun(?:ny|shine|light)?\b"
_SHADE_EN = r"\bshad(?:e|ed|y)\b"

_ALL = (
    _ground(
        "morning_shade",
        "早上有陰影",
        "morning shade",
        rf"{_AM}[^下午后]{{0,5}}{_SHADY}|morning shade|{_SHADE_EN}[^.]{{0,12}}\bmorning"
        r"|(?:no|out of the) sun[^.]{0,12}\bmorning",
        rf"{_AM}[^下午后]{{0,6}}{_SHADY}|{_ALL_DAY}|{_PM}[^上早阴荫]{{0,8}}晒"
        rf"|morning shade|\bpm sun|afternoon sun|{_SHADE_EN}[^.]{{0,12}}(?:all|most of the) day",
    ),
    _ground(
        "afternoon_shade",
        "下午有陰影",
        "afternoon shade",
        rf"{_PM}[^早上]{{0,5}}{_SHADY}|afternoon shade|{_SHADE_EN}[^.]{{0,12}}\bafternoon"
        r"|(?:no|out of the) sun[^.]{0,12}\bafternoon",
        rf"{_PM}[^早上]{{0,6}}{_SHADY}|{_ALL_DAY}|{_AM}[^下午后阴荫]{{0,8}}晒"
        rf"|afternoon shade|\bam sun|morning sun|{_SHADE_EN}[^.]{{0,12}}(?:all|most of the) day",
    ),
    _ground(
        "morning_sun",
        "早上曬得到太陽",
        "morning sun",
        rf"{_AM}[^下午后不没]{{0,5}}{_SUNNY}|morning sun|sun(?:ny)? in the morning",
        rf"{_AM}[^下午后不没]{{0,6}}{_SUNNY}|morning sun|\bam sun",
    ),
    _ground(
        "afternoon_sun",
        "下午曬得到太陽",
        "afternoon sun",
        rf"{_PM}[^早上不没]{{0,5}}{_SUNNY}|西[晒照]|afternoon sun|sun(?:ny)? in the afternoon",
        rf"{_PM}[^早上不没]{{0,8}}{_SUNNY}|西[晒照]|afternoon sun|\bpm sun",
    ),
    _ground(
        "shade",
        "有遮蔭",
        "shade",
        "阴影|遮荫|遮阴|阴凉|树荫|乘凉|躲避?(?:太|艳|烈)阳|晒不到|不会?(?:被)?晒|不怕晒|没有?太阳|避晒|比较凉"
        rf"|{_SHADE_EN}|out of the sun|hide from the sun",
        rf"{_SHADE_TOLD}|{_SHADE_EN}|sheltered from the sun",
    ),
    _ground(
        "sunny",
        "日照",
        "sun",
        f"晒(?!.{{0,3}}(?:照片|成绩))|太阳|日照|向阳|{_SUN_EN}",
        f"晒|太阳|日照|向阳|{_SHADE_TOLD}|{_SUN_EN}|{_SHADE_EN}",
    ),
    _ground(
        "rain_proof",
        "雨天能不能爬",
        "rain",
        r"(?<!梅)雨(?!量|季)|\brain\w*|\bdry\b|\bwet\b",
        r"雨(?!衣|伞|季|量)|\brain\w*|\bstays? dry",
    ),
    _ground(
        "calm",
        "避風",
        "shelter from the wind",
        "[避躲挡]风|[没无]风|风(?:比较|最|很)?(?:小|弱)|吹不到风|不怕风"
        r"|(?:least|less|not|no|out of the) wind|shelter\w* from the wind",
        r"[避躲挡]风|[没无]风|风(?:比较)?小|风?吹不到"
        r"|less windy|sheltered|when it'?s (?:very )?windy",
    ),
    _ground(
        "wind",
        "風大不大",
        "wind",
        r"(?<![中屏通威微])风(?!景|险|格|采|味|声|筝|干|气|城|化)|\bwind(?:y|s|iest|ier)?\b",
        r"(?<![中屏通威微])风(?!景|险|格|采|味|声|筝|干|气|化)|\bwind(?:y|s)?\b",
    ),
    _ground(
        "stick_clip",
        "要不要掛繩竿",
        "a stick clip",
        "(?:挂绳|挂钩|挂)[竿杆棒]|预挂|stick ?clip",
        "(?:挂绳|挂钩|挂)[竿杆棒]|预挂|stick ?clip",
    ),
    _ground(
        "quiet",
        "人潮少",
        "few people",
        "冷门|人(?:最|比较|很)?少|安静|清静|[躲避]开?人[潮群]|没什?么?人"
        r"|\bquiet\w*|least (?:crowded|popular|busy)|(?:un|less )crowded|few(?:est)? people",
        r"冷门|人(?:比较|很)?少|安静|清静|[躲避]开?避?人[潮群]"
        r"|\bquiet|(?:un|less )crowded|few people",
    ),
    _ground(
        "popular",
        "熱門程度",
        "how popular it is",
        "热门|人(?:最|比较|很)?多|人气|拥挤|popular|crowded|busy|busiest",
        "热门|人(?:很)?多|人气|popular|crowded|busy",
    ),
    _ground(
        "roomy",
        "腹地大小",
        "room at the base",
        "腹地|宽敞|平坦|搭帐|铺垫|空间大|roomy|spacious|flat (?:base|ground)",
        "腹地|宽敞|平坦|空间大|roomy|spacious|flat (?:base|ground)",
    ),
)
GROUNDS: Mapping[str, Ground] = MappingProxyType({each.key: each for each in _ALL})
"""In the order in which a question is read: what says more comes first."""


def ground_asked(text: str) -> Ground | None:
    """What a question asks of the ground; the most telling one."""
    folded, lower = key(text), text.casefold()
    return next(
        (each for each in _ALL if each.asked.search(folded) or each.asked.search(lower)), None
    )


def tells(ground: Ground, sentence: str) -> bool:
    """Whether a sentence of a record says something about it."""
    return bool(ground.told.search(key(sentence)) or ground.told.search(sentence.casefold()))
