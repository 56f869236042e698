"""Other ways in which people write a recorded name: 12號 and 十二號, & and "and", II and 2."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from knowledge.text import has_han, key

if TYPE_CHECKING:
    from collections.abc import Iterator

_AND = re.compile(r"\s*[&＆]\s*|\s+and\s+", re.IGNORECASE)
_ROMAN = {"II": "2", "III": "3", "IV": "4", "VI": "6", "VII": "7", "VIII": "8"}
_BEFORE_ONE = 0x215F
"""Code point before the sign for the Roman one."""
_ROMAN_END = re.compile(r"(?<=[^A-Za-z])(?P<roman>II|III|IV|VI|VII|VIII)$|(?P<sign>[Ⅱ-Ⅷ])$")
_DIGIT_END = re.compile(r"(?<=\D)\s*[234678]$")
_COUNTED = "號号洞館馆牆墙區区條条線线段層层塊块石"
_ARABIC = re.compile(rf"(?<!\d)(?P<number>[1-9]\d?)(?=[{_COUNTED}])|(?<=第)(?P<nth>[1-9]\d?)(?!\d)")
_CHINESE = re.compile(
    rf"(?<![一二三四五六七八九十百])(?P<number>[一二三四五六七八九]?十?[一二三四五六七八九]?)"
    rf"(?=[{_COUNTED}])(?<=[一二三四五六七八九十])"
)
_DIGITS = "零一二三四五六七八九"
_SCRIPTS = re.compile(
    r"(?P<han>[^\sA-Za-z]*[\u3400-\u9fff][^A-Za-z]*?)[\s/／・·|｜:：-]+(?P<latin>[A-Za-z][^\u3400-\u9fff]*)"
    r"|(?P<first>[A-Za-z][^\u3400-\u9fff]*?)[\s/／・·|｜:：-]+(?P<second>[\u3400-\u9fff][^A-Za-z]*)"
)
_SHORTEST = (2, 4)
"""Chinese characters and Latin letters of half a name that names the whole."""


def variants(name: str) -> Iterator[str]:
    """The name as it is written otherwise, itself left out."""
    if _AND.search(name):
        yield _AND.sub(" " if " and " in name.lower() else " and ", name)
    roman = _ROMAN_END.search(name)
    if roman:
        number = _ROMAN.get(roman["roman"] or "") or str(ord(roman["sign"]) - _BEFORE_ONE)
        yield f"{name[: roman.start()]}{number}"
    elif name.isascii() and _DIGIT_END.search(name):
        numerals = {digit: numeral for numeral, digit in _ROMAN.items()}
        yield f"{name[:-1]}{numerals[name[-1]]}"
    for pattern, written in ((_ARABIC, _in_chinese), (_CHINESE, _in_digits)):
        other = pattern.sub(written, name)
        if other != name:
            yield other


def halves(name: str) -> tuple[str, ...]:
    """The Chinese and the Latin half of a name in both: 「Seawall 海牆」; else nothing."""
    match = _SCRIPTS.fullmatch(name.strip())
    if match is None:
        return ()
    parts = (part.strip() for part in match.groups() if part)
    return tuple(part for part in parts if len(key(part)) >= _SHORTEST[not has_han(part)])


def _in_chinese(match: re.Match[str]) -> str:
    ten, one = divmod(int(match["number"] or match["nth"]), 10)
    tens = "" if ten == 0 else "十" if ten == 1 else f"{_DIGITS[ten]}十"
    return f"{tens}{_DIGITS[one] if one else ''}"


def _in_digits(match: re.Match[str]) -> str:
    ten, _, one = match["number"].rpartition("十")
    if "十" not in match["number"]:
        return str(_DIGITS.index(one))
    return f"{_DIGITS.index(ten) if ten else 1}{_DIGITS.index(one) if one else 0}"
