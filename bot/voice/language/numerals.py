"""Numbers in words as figures: 「二十五」 25, 「三百二」 320, 「三分之二」 2/3, twenty-six 26.

Only where a number is meant: 「十分」, 「千萬別」 and 「第三十七階」 stay as they are, and so does
「一條」, which counts nothing.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Callable

DIGITS: Final = {
    **{one: value for value, one in enumerate("零一二三四五六七八九")},
    **{one: value for value, one in enumerate("〇壹貳參肆伍陸柒捌玖")},
    "兩": 2,
    "叁": 3,
}
_POWERS: Final = {"十": 10, "拾": 10, "百": 100, "佰": 100, "千": 1000, "仟": 1000, "萬": 10_000}
_FIGURE: Final = "".join(DIGITS)
_UNITS: Final = (
    r"[條題間個顆支把筆座家道張雙套段級元塊米歲年月日號樓人位次天週季趟組根面區公度層坪輛棟步]"
    r"|小時|鐘頭|分鐘|點(?![多大小])"
)
_AFTER: Final = (
    rf"(?=\s*(?:{_UNITS}|bolts?\b|m\b|[，。、；;：:,.!！?？)）(（」』]"
    r"|[喔啦欸耶囉唷呢吧的到至和跟]|$))"
)
_HUNDREDS: Final = re.compile(
    rf"(?<![第初{_FIGURE}十百千萬])[{_FIGURE}]+[百佰千仟][{_FIGURE}十拾百佰]*(?![十百千萬岳分])"
)
_TENS: Final = re.compile(
    rf"(?<![第初點\d.{_FIGURE}十百千萬])"
    rf"(?:[{_FIGURE}][十拾][{_FIGURE}]?|(?<![數幾破近])[十拾][{_FIGURE}]?|廿[{_FIGURE}]?){_AFTER}"
)
_COUNT: Final = re.compile(
    rf"(?<![第這那前後另頭末哪每任幾數{_FIGURE}十百千\d.])([兩二三四五六七八九])(?=[條題間家筆](?!線))"
)
"""A small number of routes, gyms or entries; 「這兩條」 and 「前三條」 count nothing."""
_MINUTES: Final = re.compile(rf"(?<=點)[{_FIGURE}]?十[{_FIGURE}]?(?=分)")
_YEAR: Final = re.compile(rf"[一二]{{1}}[{_FIGURE}]{{3}}(?=年)")
_DIGIT_BY_DIGIT: Final = re.compile(
    rf"(?<![第{_FIGURE}十百千萬點])(?=[{_FIGURE}]*[〇零])[一二三四五六七八九][{_FIGURE}]{{2,3}}"
    rf"(?=[號樓室元塊])|(?<![第{_FIGURE}十百千萬點])[一二三四五六七八九][{_FIGURE}]{{2}}(?=[號室])"
)
"""「一〇一號」: figures one by one, as of a house."""
_DAY: Final = re.compile(
    rf"(?<![第{_FIGURE}十個])([{_FIGURE}]|十[{_FIGURE}]?)月(?=[{_FIGURE}十廿\d]+[日號])"
)
_MONTH: Final = re.compile(rf"(?<=年)([{_FIGURE}])(?=月)")
_DAY_OF: Final = re.compile(rf"(?<=月)([{_FIGURE}])(?=[日號])")
_QUARTERS: Final = re.compile(r"([一三])刻鐘")
_PART: Final = re.compile(r"([二三四五六七八九十])分之([一二兩三四五六七八九])")
_DECIMAL: Final = re.compile(
    rf"(?<![第{_FIGURE}十\d])([{_FIGURE}]|十[{_FIGURE}]?)點([{_FIGURE}])(?=[把條次倍個天公米%])"
)
"""「一點七把」; 「一點七分」 is a time."""
_HALF: Final = re.compile(rf"(?<![{_FIGURE}十\d])([{_FIGURE}])個半(?=小時|鐘頭)")
_SMALL: Final = (
    *("two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"),
    *("thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"),
)
_ENGLISH: Final = {
    "one": 1,
    **{word: value for value, word in enumerate(_SMALL, 2)},
    **{
        word: 10 * value
        for value, word in enumerate(
            ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"), 2
        )
    },
}
ENGLISH_NUMBERS: Final = frozenset(_ENGLISH)
"""The words for numbers."""
_TENS_EN: Final = "twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety"
_ONES_EN: Final = "|".join(["one", *_SMALL])
_TO_NINE: Final = "|".join(["one", *_SMALL[:8]])
_BELOW_HUNDRED: Final = rf"(?:(?:{_TENS_EN})(?:[ -](?:{_TO_NINE}))?|{_ONES_EN})"
_LARGE: Final = re.compile(
    rf"\b(?:(?P<hundreds>{_ONES_EN}|an?) hundred(?: (?:and )?(?P<rest>{_BELOW_HUNDRED}))?"
    rf"|(?P<plain>(?:{_TENS_EN})(?:[ -](?:{_TO_NINE}))?|{'|'.join(_SMALL[11:])}))\b"
    r"(?!-[a-z]{3}| (?-i:[A-Z][a-z]))",
    re.IGNORECASE,
)
_NOUNS: Final = (
    r"bolts?|routes?|problems?|gyms?|crags?|areas?|met(?:re|er)s?|pitch(?:es)?|steps?|grades?|climbs?"
    r"|sends?|days?|hours?|minutes?|lines?|draws|quickdraws|tries|entries|o'clock"
    r"|of them|in (?:total|all)|in the (?:morning|afternoon|evening)|at night|[ap]m\b|twd"
    r"|sport|trad|boulders?|mixed|top ?ropes?"
)
_WORDS: Final = "|".join(_SMALL)
_LETTER: Final = re.compile(
    r"\b(?:five[ -])?(ten|eleven|twelve|thirteen|fourteen|fifteen)[ -]([a-d])(?![\w'])",
    re.IGNORECASE,
)
"""A grade in words: "thirteen-a", "five twelve b"."""
_BARE: Final = re.compile(rf"\bfive[ -]({'|'.join(_SMALL[3:14])})(?![\w'-])", re.IGNORECASE)
"""A grade without its letter: "five eleven"."""
_BOULDER: Final = re.compile(rf"\bV[ -]?(one|{'|'.join(_SMALL)})(?![\w'])", re.IGNORECASE)
"""A grade of a boulder problem: "V-seven"."""
_MONEY: Final = re.compile(
    rf"\b({_TO_NINE}) ((?:{_TENS_EN})(?:[ -](?:{_TO_NINE}))?)(?= (?:twd|nt|dollars|bucks)\b)",
    re.IGNORECASE,
)
"""Hundreds that are not said: "three fifty TWD"."""
_COUNTED: Final = re.compile(
    rf"(?<!\bof the )\b({_WORDS})(?=[ -](?:\w+ )?(?:{_NOUNS})\b| (?:5\.\d|V\d)"
    r"| (?:(?:is|are) )?(?:more|fewer|less)\b|[.!,:;]|\s*$)"
    rf"|(?<=\bthe )({'|'.join(_SMALL[2:])})\b(?! (?-i:[A-Z]))",
    re.IGNORECASE,
)
"""A small number before what it counts, or at the end of what is said."""


def figures(text: str) -> str:
    """The text with its numbers in words as figures."""
    for pattern, spelled in _SPELLED:
        text = pattern.sub(spelled, text)
    return text


def value_of(number: str) -> int:
    """What a number says, be it in figures or in words: 「12」, 「十二」, "twelve"."""
    if number.isdigit():
        return int(number)
    return _ENGLISH[number.lower()] if number.isascii() else number_of(number)


def number_of(words: str) -> int:
    """What Chinese figures say: 「三百二」 is 320, 「三百零五」 305, 「二〇二五」 2025."""
    if words.startswith("廿"):
        return 20 + (DIGITS[words[1]] if len(words) > 1 else 0)
    if not any(one in _POWERS for one in words):
        return int("".join(str(DIGITS[one]) for one in words))
    total = current = 0
    last = 1
    for one in words:
        if one in _POWERS:
            last = _POWERS[one]
            total += (current or 1) * last
            current = 0
        elif DIGITS[one] == 0:
            last = 10
        else:
            current = DIGITS[one]
    return total + current * (last // 10 if last >= 100 else 1)


def _han(match: re.Match[str]) -> str:
    return str(number_of(match[0]))


def _english(match: re.Match[str]) -> str:
    if match["plain"]:
        return str(_below_hundred(match["plain"]))
    hundreds = _ENGLISH.get(match["hundreds"].lower(), 1)
    return str(100 * hundreds + (_below_hundred(match["rest"]) if match["rest"] else 0))


def _below_hundred(words: str) -> int:
    return sum(_ENGLISH[word] for word in re.split(r"[ -]", words.lower()))


_SPELLED: Final[tuple[tuple[re.Pattern[str], Callable[[re.Match[str]], str]], ...]] = (
    (_PART, lambda one: f"{number_of(one[2])}/{number_of(one[1])}"),
    (_DECIMAL, lambda one: f"{number_of(one[1])}.{number_of(one[2])}"),
    (_HALF, lambda one: f"{DIGITS[one[1]]}.5"),
    (_YEAR, _han),
    (_DIGIT_BY_DIGIT, _han),
    (_DAY, lambda one: f"{number_of(one[1])}月"),
    (re.compile("點([一三])刻"), lambda one: f"點{15 * DIGITS[one[1]]}分"),
    (_QUARTERS, lambda one: f"{15 * DIGITS[one[1]]}分鐘"),
    (_MONTH, _han),
    (_DAY_OF, _han),
    (_HUNDREDS, _han),
    (_MINUTES, _han),
    (_TENS, _han),
    (_COUNT, _han),
    (_LETTER, lambda one: f"5.{_ENGLISH[one[1].lower()]}{one[2].lower()}"),
    (_BARE, lambda one: f"5.{_ENGLISH[one[1].lower()]}"),
    (_BOULDER, lambda one: f"V{_ENGLISH[one[1].lower()]}"),
    (_MONEY, lambda one: str(100 * _ENGLISH[one[1].lower()] + _below_hundred(one[2]))),
    (_LARGE, _english),
    (re.compile(r"\bone(?= (?:bolts?|pitch|met(?:re|er)s?)\b)", re.IGNORECASE), lambda _: "1"),
    (_COUNTED, lambda one: str(_ENGLISH[one[0].lower()])),
)
