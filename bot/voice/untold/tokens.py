"""A text as tokens that can be compared: one spelling, and names as marks of their own.

A Chinese character is a token, in the form that its variants share; so is an English word without
its ending, a figure, the name of a record (a private character), and every other mark.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from bot.voice.evidence.called import Names
from bot.voice.untold.spelling import spelled
from knowledge.text import key

_ENDS: Final = re.compile(r"(?<=[，。；;！!？?\n])|(?<=,)(?=\s)|(?<=[a-z0-9)]\.)(?=\s)")
_FIRST_NAME: Final = 0xE000
_MOST_NAMES: Final = 256
_TOKEN: Final = re.compile(
    r"[\u3400-\u9fff]|[a-z]+(?:['’-][a-z]+)*|\d+(?:[.:/]\d+)*[a-d+]?|\n|\S", re.IGNORECASE
)
_HAN: Final = re.compile(r"[\u3400-\u9fff]")
LINE_END: Final = "⏎"
"""The token of a line feed."""
_MARKS: Final = str.maketrans(",;:!?().\n", f"，；：！？（）。{LINE_END}")
_STEMS: Final = ("'s", "ing", "ed", "es", "s")
_LEAST: Final = 3
"""An ending is cut where so many letters are left."""
KINDS: Final = ("character", "word", "figure", "name", "mark")
_DENIALS: Final = frozenset("不沒無未非別勿") | {
    *("no", "not", "never", "none", "nothing", "nobody", "neither", "nor", "without", "cannot"),
}


@dataclass(frozen=True, slots=True)
class Retold:
    """The answer that is retold: what a clause is laid beside."""

    answer: str
    """Its text without sources."""
    known: str
    """Everything that may be repeated."""
    asked: str
    intent: str
    names: Names
    """What its records are called."""
    of_oneself: bool
    abstained: bool
    zh: bool


def clauses_of(text: str) -> list[str]:
    """The clauses of a text with their marks."""
    return [one for one in _ENDS.split(text) if one.strip()]


def bare(clause: str) -> str:
    """A clause without the mark at its end."""
    return clause.strip().rstrip("，。；;！!？?,.～~ ")


def tokens_of(text: str, names: Names) -> list[str]:
    """The tokens of a text that may name these records."""
    if names:
        numbers = dict(names)
        text = _pattern(names).sub(lambda one: _mark(numbers[one[0]]), text)
    return [_spelled(one) for one in _TOKEN.findall(spelled(text).casefold())]


def _mark(number: int) -> str:
    return chr(_FIRST_NAME + number % _MOST_NAMES)


@lru_cache(maxsize=16)
def _pattern(names: Names) -> re.Pattern[str]:
    """The names; a Latin one only as whole words."""
    words = (rf"\b{re.escape(one)}\b" if one.isascii() else re.escape(one) for one, _ in names)
    return re.compile("|".join(words))


def kind_of(token: str) -> int:
    """Which of ``KINDS`` a token is, as its place there."""
    first = token[0]
    if _HAN.match(first):
        return 0
    if first.isdigit():
        return 2
    if is_name(token):
        return 3
    return 1 if first.isalpha() else 4


def is_name(token: str) -> bool:
    """Whether a token stands for the name of a record."""
    return _FIRST_NAME <= ord(token[0]) < _FIRST_NAME + _MOST_NAMES


def denies(token: str) -> bool:
    """Whether a token makes a denial of its clause."""
    return token in _DENIALS or token.endswith("n't")


@lru_cache(maxsize=8192)
def _spelled(token: str) -> str:
    kind = kind_of(token)
    if kind == 0:
        return key(token) or token
    if kind == 1:
        return _stem(token)
    return token.translate(_MARKS) if kind == len(KINDS) - 1 else token


def _stem(word: str) -> str:
    bare_word = word.replace("’", "'")
    for end in _STEMS:
        if bare_word.endswith(end) and len(bare_word) - len(end) >= _LEAST:
            return bare_word[: -len(end)]
    return bare_word
