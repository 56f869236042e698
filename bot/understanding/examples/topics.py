"""What a text is about, by a thesaurus: 「稱人結」 and "bowline" are both of knots.

``words/topics.yaml`` names topics of climbing, and ``elsewhere`` for what is none of it. Its words
are looked up, not searched, so that every example and card can be read with it when we start.
"""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

import yaml

from bot.understanding import words
from knowledge.text import has_han, key

ELSEWHERE = "elsewhere"
"""The topic of what has nothing to do with climbing."""
_TABLE = Path(words.__file__).with_name("topics.yaml")
_WORD = re.compile(r"[a-z0-9]+")
_PHRASE = 3
"""Words of the longest English phrase."""


def topics_of(folded: str, lower: str) -> tuple[str, ...]:
    """The topics of a text, in the order of the table.

    Args:
        folded: Key of the text.
        lower: Lower-case text.
    """
    han, latin, order = _words()
    found: set[str] = set()
    for at in range(len(folded)):
        for word, topics in han.get(folded[at], ()):
            if folded.startswith(word, at):
                found.update(topics)
    told = _WORD.findall(lower.replace("'", ""))
    for at in range(len(told)):
        for length in range(1, _PHRASE + 1):
            said = " ".join(told[at : at + length])
            found.update(latin.get(said, ()))
            found.update(latin.get(said.removesuffix("s"), ()))
    return tuple(topic for topic in order if topic in found)


_Han = dict[str, tuple[tuple[str, tuple[str, ...]], ...]]


@cache
def _words() -> tuple[_Han, dict[str, tuple[str, ...]], tuple[str, ...]]:
    """Chinese words with their topics by the first character, English ones, and all topics."""
    rows: dict[str, dict[str, str]] = yaml.load(
        _TABLE.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader
    )
    han: dict[str, list[str]] = {}
    latin: dict[str, list[str]] = {}
    for topic, row in rows.items():
        for word in _split(row, "zh"):
            if has_han(word):
                han.setdefault(key(word), []).append(topic)
            else:
                latin.setdefault(word.casefold(), []).append(topic)
        for word in _split(row, "en"):
            latin.setdefault(" ".join(_WORD.findall(word.casefold())), []).append(topic)
    by_first: dict[str, list[tuple[str, tuple[str, ...]]]] = {}
    for word, topics in han.items():
        by_first.setdefault(word[0], []).append((word, tuple(topics)))
    return (
        {first: tuple(each) for first, each in by_first.items()},
        {word: tuple(topics) for word, topics in latin.items()},
        tuple(rows),
    )


def _split(row: dict[str, str], language: str) -> list[str]:
    return [word.strip() for word in row.get(language, "").split(" / ") if word.strip()]
