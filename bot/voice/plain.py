"""One spelling to compare in: plain characters, and figures that are said in words as figures.

Full width, compatibility forms and radicals become plain characters; 「6 月 10 號」 is a day as
「6 月 10 日」 is, 「三百二」 is 320, 「十一c」 is 5.11c, "eight bolts" are 8.
"""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING, Final

from knowledge.text import RADICALS

if TYPE_CHECKING:
    from collections.abc import Callable

_RADICALS: Final = str.maketrans(RADICALS)
_HAN: Final = {one: value for value, one in enumerate("零一二三四五六七八九")} | {"兩": 2, "十": 10}
_ENGLISH: Final = {
    word: value
    for value, word in enumerate(
        [
            "two",
            "three",
            "four",
            "five",
            "six",
            "seven",
            "eight",
            "nine",
            "ten",
            "eleven",
            "twelve",
        ],
        2,
    )
}
_NOUNS: Final = (
    r"bolts?|routes?|problems?|gyms?|crags?|met(?:re|er)s?|pitch(?:es)?|steps?|grades?|climbs?|sends?|days?"
    r"|tries|entries|o'clock|in the (?:morning|afternoon|evening)|at night|[ap]m\b|twd"
    r"|(?:sport|trad|boulder|mixed|top ?rope)"
)


def plain(text: str) -> str:
    """The text in plain characters."""
    told = unicodedata.normalize("NFKC", text).translate(_RADICALS)
    for pattern, spelled in _SPELLED:
        told = pattern.sub(spelled, told)
    return told


def _hundreds(match: re.Match[str]) -> str:
    """「三百二」 is 320, 「三百零五」 305, 「四百一十」 410."""
    tens, ones = match[2] or "", match[3] or ""
    total = 100 * _HAN[match[1]]
    if "十" in match[0]:
        total += 10 * (_HAN[tens[0]] if tens[:1] != "十" else 1) + (_HAN[ones] if ones else 0)
    elif "零" in match[0]:
        total += _HAN[ones]
    elif ones:
        total += 10 * _HAN[ones]
    return str(total)


def _number(han: str) -> int:
    """「十一」 is 11, 「二」 2."""
    return 10 + _HAN.get(han[1:], 0) if han[0] == "十" else _HAN[han]


_SPELLED: Final[tuple[tuple[re.Pattern[str], str | Callable[[re.Match[str]], str]], ...]] = (
    (re.compile(r"(\d\s*月\s*\d{1,2}\s*)號"), r"\1日"),
    (re.compile(r"(?<!\d)(\d{1,2})\s*([到至~-])\s*(\d{1,2})\s*月(?!\d)"), r"\1月\2\3月"),
    (
        re.compile(
            r"([一二兩三四五六七八九])百(十|[一二三四五六七八九]十|零)?([一二三四五六七八九])?(?![十百千萬岳分])"
        ),
        _hundreds,
    ),
    (
        re.compile(
            r"(?<![\d.五5點一二三四六七八九十百])(十[一二三四五]?)\s?([a-dA-D])(?![a-zA-Z])"
        ),
        lambda one: f"5.{_number(one[1])}{one[2].lower()}",
    ),
    (
        re.compile(r"(?<![\d一二三四五六七八九十])([一二兩三四五六七八九])個半(?=小時|鐘頭)"),
        lambda one: f"{_HAN[one[1]]}.5",
    ),
    (
        re.compile(r"(國道|台|臺|縣道|省道)([一二三四五六七八九])(?=號|線)"),
        lambda one: f"{one[1]}{_HAN[one[2]]}",
    ),
    (
        re.compile(rf"\b({'|'.join(_ENGLISH)})(?=[ -](?:\w+ )?(?:{_NOUNS})\b)", re.IGNORECASE),
        lambda one: str(_ENGLISH[one[1].lower()]),
    ),
    (re.compile(r"\b(\d{1,2}(?::\d\d)?) in the morning\b", re.IGNORECASE), r"\1 am"),
    (
        re.compile(
            r"\b(\d{1,2}(?::\d\d)?) (?:in the (?:afternoon|evening)|at night)\b", re.IGNORECASE
        ),
        r"\1 pm",
    ),
)
