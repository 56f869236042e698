"""Hours, days and other measures that a sentence gives: those of the records, or of what is open.

「一小時」 and "three days" stand where a record says the same number of the same unit; "ten hours"
also where the answer opens a gym from ten to eight.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from bot.verifier.facts import COUNTS
from bot.voice.language.plain import plain

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bot.verifier.facts import Fact

_WORDS: Final = {
    "小時": r"小時|鐘頭|hours?|hrs?",
    "分鐘": r"分鐘|minutes?|mins?",
    "天": r"天|days?",
    "週": r"週|weeks?",
    "個月": r"個月|months?",
    "公里": r"公里|km",
    **{one: one for one in "路號樓歲人次年級折區座趟雙層"},
}
_UNIT: Final = re.compile(
    r"\s*(?:個|整|多)?\s*(?:(?P<to>(?:[到至~–-]|or|to)\s*(?:\d+|[a-z]+)\s*個?)\s*)?"
    + "(?:"
    + "|".join(rf"(?P<u{at}>{pattern})" for at, pattern in enumerate(_WORDS.values()))
    + r")(?![a-z])",
    re.IGNORECASE,
)
_UNITS: Final = tuple(_WORDS)
_HAN: Final = "零一二三四五六七八九十"
_ENGLISH: Final = (
    "an?",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
)
_NUMBER: Final = re.compile(
    rf"(\d+(?:\.\d+)?)|([一二兩三四五六七八九十])|\b({'|'.join(_ENGLISH)})\b", re.IGNORECASE
)
_OR_TWO: Final = re.compile(r"\ban? (hour|day|week|month) or two\b", re.IGNORECASE)
_OPEN: Final = re.compile(r"(\d{1,2}):(\d\d)\s*[-–~到至]\s*(\d{1,2}):(\d\d)")
_NOTE: Final = re.compile(r"備註|Notes? of|notice|公告")


def is_measured_so(fact: Fact, text: str, known: str, rendered: str) -> bool:
    """Whether what is known says the same number of the same unit.

    Args:
        fact: A number of the text.
        text: A sentence in plain characters.
        known: What may be repeated of the records that it names.
        rendered: The answer that code gave, whose hours may be counted.
    """
    if fact.kind not in COUNTS:
        return False
    unit = _unit(text, fact.end)
    if not unit:
        return False
    told = (fact.values[0], unit)
    return told in set(_measures(plain(known))) or told in set(open_hours(plain(rendered)))


def _measures(known: str) -> Iterator[tuple[str, str]]:
    spelled = _OR_TWO.sub(r"1 \1, 2 \1s", known)
    for match in _NUMBER.finditer(spelled):
        unit = _unit(spelled, match.end())
        if unit:
            yield _value(match), unit


def open_hours(rendered: str) -> Iterator[tuple[str, str]]:
    """How long the spans of hours of an answer are."""
    for line in rendered.split("\n"):
        for opens, past, closes, over in _OPEN.findall("" if _NOTE.search(line) else line):
            minutes = (int(closes) - int(opens)) % 24 * 60 + int(over) - int(past)
            yield f"{minutes / 60:.12g}", "小時"


def _unit(text: str, at: int) -> str:
    """The unit behind a number, also behind the second of 「2 到 3 天」."""
    match = _UNIT.match(text, at)
    if match is None or match.lastgroup is None:
        return ""
    return _UNITS[int(match.lastgroup[1:])]


def _value(match: re.Match[str]) -> str:
    if match[1]:
        return match[1]
    if match[2]:
        return str(_HAN.find(match[2].replace("兩", "二")))
    word = match[3].lower()
    return str(max(1, 0 if word in {"a", "an"} else _ENGLISH.index(word)))
