"""One spelling to compare in: plain characters, and figures that are said in words as figures.

Full width, compatibility forms and radicals become plain characters; 「6 月 10 號」 is a day as
「6 月 10 日」 is, 「十一c」 is 5.11c, 「第二段」 P2, "eight bolts" are 8, and none is 「沒有」.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from bot.voice.language.numerals import DIGITS, figures, number_of
from knowledge.text import RADICALS

if TYPE_CHECKING:
    from collections.abc import Callable

_RADICALS: Final = str.maketrans(RADICALS)
ROUND_ZERO: Final = re.compile(
    r"(?<=[一二三四五六七八九〇○◯百千])[○◯](?=[一二三四五六七八九○◯號年樓室元塊]|$)"
)
"""A circle among numbers in words is the zero that people have no key for: 「一○一號」."""
_ASKED: Final = re.compile(r"(?<=\d[a-d])？")
"""The question mark of a sentence, which says nothing of the grade before it."""
_ORDINALS: Final = ("first", "second", "third", "fourth", "fifth", "sixth")


@lru_cache(maxsize=1024)
def plain(text: str) -> str:
    """The text in plain characters; many guards ask for the same sentence and the same answer."""
    told = unicodedata.normalize("NFKC", _ASKED.sub(" ?", text)).translate(_RADICALS)
    for pattern, spelled in _BEFORE:
        told = pattern.sub(spelled, told)
    told = figures(told)
    for pattern, spelled in _AFTER:
        told = pattern.sub(spelled, told)
    return told


def _letter_grade(match: re.Match[str]) -> str:
    return f"5.{number_of(match[1])}{match[2].lower()}"


def _pitch(match: re.Match[str]) -> str:
    told = next(filter(None, match.groups()))
    if told.isdigit():
        return f"P{told}"
    return f"P{_ORDINALS.index(told.lower()) + 1 if told.isascii() else DIGITS[told]}"


_BEFORE: Final[tuple[tuple[re.Pattern[str], str | Callable[[re.Match[str]], str]], ...]] = (
    (ROUND_ZERO, "零"),
    # 「週五：12:00」: a mark before a time is none of it
    (re.compile(r"(?<=[^\d\s]:)(?=\d{1,2}:\d\d(?!\d))"), " "),
    # 「星期六十點」 is Saturday at ten, not sixty
    (re.compile(r"((?:週|星期|禮拜)[一二三四五六日天])(?=[一二兩三四五六七八九十]+點)"), r"\1 "),
    (re.compile(r"(?<=\d)( ?)([ap])\.m\b\.?", re.IGNORECASE), r"\1\2m"),
    # a Han character behind a unit ends no word: 「20m喔」
    (re.compile(r"(?<=\d)( ?(?:[kc]?m|bolts?|TWD))(?=[\u3400-\u9fff])", re.IGNORECASE), r"\1 "),
    (
        re.compile(
            r"(?<![\d.五5點一二三四六七八九十百])(十[一二三四五]?)\s?([a-dA-D])(?![a-zA-Z])"
        ),
        _letter_grade,
    ),
    (
        re.compile(
            r"五[點之]\s?(十[一二三四五]?|[五六七八九])(?!分|[一二三四五六七八九十])\s?([a-dA-D](?![a-zA-Z]))?"
        ),
        lambda one: f"5.{number_of(one[1])}{(one[2] or '').lower()}",
    ),
    (re.compile(r"(?<![\w.])(1[0-5])\s?([a-d])(?![a-z0-9])"), r"5.\1\2"),
    (
        re.compile(r"(5\.\d+)([a-d])/([a-d])/([a-d])(?:/([a-d]))?(?![a-z\d/])"),
        lambda one: "、".join(f"{one[1]}{letter}" for letter in one.groups()[1:] if letter),
    ),
    (re.compile(r"(UIAA)\s*十(?=級)", re.IGNORECASE), r"\1 10"),
    (
        re.compile(r"(?:(?:5\.\d+|V\d+)[a-d]?[+?]?/){2,}(?:5\.\d+|V\d+)[a-d]?[+?]?"),
        lambda one: one[0].replace("/", "、"),
    ),
    (
        re.compile(r"\bV(\d{1,2})\s*(?:to|到|至|[-~])\s*V(\d{1,2})\b", re.IGNORECASE),
        lambda one: f"V{one[1]}-{one[2]}" if int(one[2]) == int(one[1]) + 1 else one[0],
    ),
    (
        re.compile(r"(國道|台|臺|縣道|省道)([一二三四五六七八九])(?=號|線)"),
        lambda one: f"{one[1]}{DIGITS[one[2]]}",
    ),
    (
        re.compile(
            r"第\s*([一二三四五六1-6])\s*(?:段(?!話|路)|個?繩距|(?:個)?\s*pitch\b)"
            r"|\bpitch (?:no\. ?)?([1-6])\b"
            rf"|\b({'|'.join(_ORDINALS)}) pitch\b",
            re.IGNORECASE,
        ),
        _pitch,
    ),
)
_AFTER: Final[tuple[tuple[re.Pattern[str], str | Callable[[re.Match[str]], str]], ...]] = (
    (re.compile(r"((?:5\.\d+|\bV\d+)[a-d]?[+-]?) ?[\u00d7x] ?(\d{1,3})(?![\w.])"), r"\1 有 \2 條"),
    (re.compile(r"(\d\s*月\s*\d{1,2}\s*)號"), r"\1日"),
    (re.compile(r"(?<!\d)(\d{1,2})\s*([到至~-])\s*(\d{1,2})\s*月(?!\d)"), r"\1月\2\3月"),
    (re.compile(r"(?<=\d)-(?=(?:met(?:re|er)|m|bolt)s?\b)", re.IGNORECASE), " "),
    (re.compile(r"\b(\d{1,2}(?::\d\d)?) in the morning\b", re.IGNORECASE), r"\1 am"),
    (
        re.compile(
            r"\b(\d{1,2}(?::\d\d)?) (?:in the (?:afternoon|evening)|at night)\b", re.IGNORECASE
        ),
        r"\1 pm",
    ),
    (
        # alone before its clause, where nothing says that it is a time
        re.compile(
            r"(?:(?<=^)|(?<=[.,;:!?] ))(1[01]|[1-9])(?::(\d\d))? ?([ap])m\b(?! ?(?:to|[-–~])\b)",
            re.IGNORECASE | re.MULTILINE,
        ),
        lambda one: f"{int(one[1]) + 12 * (one[3] in 'pP'):02}:{one[2] or '00'}",
    ),
    (re.compile(r"(?<![\d.])0 bolts?\b|\bzero bolts\b", re.IGNORECASE), "no bolts"),
    (
        re.compile(
            r"(?<![\d.])0\s*[個顆支]\s*bolts?\b"
            r"|\bbolts?\s*數?\s*(?:資料)?(?:上)?(?:的|是|為|記|寫|標|:)*\s*0(?![\d.])\s*[個顆支]?",
            re.IGNORECASE,
        ),
        "沒有 bolt",
    ),
)
