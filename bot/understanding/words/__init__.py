"""Word tables: which words mean what, as data that a climber can read and mend.

A table names meanings; a meaning has Chinese words, sought in the folded question, and English
expressions, sought as whole words in the lower-case one. Tables are compiled when first used.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path

import yaml

from knowledge.text import key

NAME = "\ue000"
"""Stands where a linked name stood."""
GRADE = "\ue001"
"""Stands where a grade stood."""
DAY = "\ue002"
"""Stands where a date or a time stood."""

_SPECIAL = {
    "~": "[^。！？!?]{0,6}?",
    "#": "(?:\\d+|[一二三四五六七八九十两兩几幾]+)",
    "@": NAME,
    "%": DAY,
    "<": "^",
    ">": "$",
    "(": "(?:",
    "|": "|",
    ")": ")",
}
_NOTHING = re.compile(r"(?!)")
_SHORT_LATIN = re.compile("[a-z]{1,4}")


@dataclass(frozen=True, slots=True)
class Meaning:
    """One meaning and how to find it."""

    name: str
    chinese: re.Pattern[str]
    english: re.Pattern[str]

    def stands_in(self, folded: str, lower: str) -> bool:
        """Whether the question says it.

        Args:
            folded: Key of the question with names, grades and dates replaced by their placeholders.
            lower: Lower-case question with the same replacements.
        """
        return bool(self.chinese.search(folded) or self.english.search(lower))


@cache
def table(name: str) -> tuple[Meaning, ...]:
    """The meanings of a table, in its order."""
    path = Path(__file__).with_name(f"{name}.yaml")
    rows: dict[str, dict[str, str]] = yaml.load(
        path.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader
    )
    return tuple(
        Meaning(str(meaning), _chinese(_split(row, "zh")), _english(_split(row, "en")))
        for meaning, row in rows.items()
    )


@lru_cache(maxsize=512)
def find(name: str, folded: str, lower: str) -> tuple[str, ...]:
    """Names of the meanings of a table that the question says, in the order of the table."""
    return tuple(each.name for each in table(name) if each.stands_in(folded, lower))


def _split(row: dict[str, str], language: str) -> list[str]:
    return [word.strip() for word in row.get(language, "").split(" / ") if word.strip()]


def _chinese(words: list[str]) -> re.Pattern[str]:
    # a word of marks alone would fold to nothing, which stands everywhere
    folded = [pattern for pattern in map(_fold, words) if pattern]
    return re.compile("|".join(folded)) if folded else _NOTHING


def _fold(word: str) -> str:
    parts = re.split(r"([~#@%<>()|])", word)
    folded = "".join(_SPECIAL.get(part) or re.escape(key(part)) for part in parts if part)
    # a key has no spaces: 「ig」 must not be found in "high", nor 「yt」 in "by type"
    return rf"(?<![a-z]){folded}(?![a-z])" if _SHORT_LATIN.fullmatch(word) else folded


def _english(expressions: list[str]) -> re.Pattern[str]:
    if not expressions:
        return _NOTHING
    joined = "|".join(each.replace("@", NAME) for each in expressions)
    return re.compile(rf"(?<![a-z0-9])(?:{joined})(?![a-z0-9])")
