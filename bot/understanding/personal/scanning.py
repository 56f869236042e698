"""Finding words in what a member tells, with their places in the text.

The text is folded character by character (Simplified, lower case, half width), so that every
position in the folded text is one in the text as written.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Generic, TypeVar

from knowledge.text import key

if TYPE_CHECKING:
    from collections.abc import Iterable

T_co = TypeVar("T_co", covariant=True)
T = TypeVar("T")
BLANK = "\x00"
"""Stands for a character that something has claimed."""
NUMBER = (
    r"(?:\d{1,3}|[一二兩三四五六七八九十]{1,3}|one|two|three|four|five|six|seven|eight|nine|ten)"
)
_HAN_DIGITS = {char: value for value, char in enumerate("零一二三四五六七八九")} | {
    "兩": 2,
    "两": 2,
}
_ENGLISH = dict(
    zip(
        ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"),
        range(1, 11),
        strict=True,
    )
)
_ORDINALS = {"first": 1, "1st": 1, "second": 2, "2nd": 2, "third": 3, "3rd": 3, "fourth": 4}


@dataclass(frozen=True, slots=True)
class Piece(Generic[T_co]):
    """A value and where its words stand."""

    start: int
    end: int
    value: T_co


def fold(text: str) -> str:
    """The text for matching: as long as the text itself."""
    return "".join(map(_folded, text))


@lru_cache(maxsize=8_192)
def _folded(character: str) -> str:
    one = key(character)
    if len(one) == 1:
        return one
    plain = unicodedata.normalize("NFKC", character)
    return plain if len(plain) == 1 else character


def pattern(expression: str) -> re.Pattern[str]:
    """A pattern over folded text: letters in lower case, Chinese in either script."""
    return re.compile("".join(each if each.isascii() else _folded(each) for each in expression))


def number(text: str) -> int | None:
    """「三」, 「十二」, ``12``, ``second`` as a number."""
    if text in _ENGLISH or text in _ORDINALS:
        return _ENGLISH.get(text) or _ORDINALS.get(text)
    if text.isdigit():
        return int(text)
    if "十" in text:
        tens, _, ones = text.partition("十")
        return _HAN_DIGITS.get(tens, 1) * 10 + _HAN_DIGITS.get(ones, 0)
    ordinal = re.match(r"(\d+)(?:st|nd|rd|th)$", text)
    return int(ordinal[1]) if ordinal else _HAN_DIGITS.get(text)


def blank(text: str, spans: Iterable[tuple[int, int]]) -> str:
    """The text with spans claimed."""
    for start, end in spans:
        text = text[:start] + BLANK * (end - start) + text[end:]
    return text


def first_of(folded: str, table: Iterable[tuple[T, re.Pattern[str]]]) -> tuple[Piece[T], ...]:
    """Every match of a table, longest first where they overlap, in order."""
    found = [
        Piece(match.start(), match.end(), value)
        for value, each in table
        for match in each.finditer(folded)
        if match.end() > match.start()
    ]
    chosen: list[Piece[T]] = []
    for piece in sorted(found, key=lambda one: (one.start - one.end, one.start)):
        if all(piece.end <= other.start or other.end <= piece.start for other in chosen):
            chosen.append(piece)
    return tuple(sorted(chosen, key=lambda one: one.start))
