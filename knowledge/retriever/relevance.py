"""How much of a question a text covers: the criterion that separates "found" from "nearest".

A question falls into characters (Han) and words (other scripts). Each weighs as much as the rarest
known pair of characters, or the word, that holds it; what the corpus has never seen weighs most.
The coverage is the share of that weight which the text holds, from 0 to 1. Words of asking
(「有沒有」, "what is") are no part of the thing asked and are left out.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from itertools import pairwise
from math import log
from typing import TYPE_CHECKING

from knowledge.text import has_han, key, tokens

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

STEM = 5
"""Letters of a word that count: enough for "climbing", "climbs" and "climbed" to meet."""

_ASKING_ZH = (
    "請問 想問 想知道 我想 有沒有 有什麼 有哪些 有哪 哪一條 哪條 哪一區 哪裡 哪邊 哪些 哪個 哪 "
    "什麼 甚麼 怎麼樣 怎麼 如何 是不是 可不可以 可以 能不能 能 多少 幾個 為什麼 為何 "
    "是什麼意思 什麼意思 意思 推薦 介紹 告訴 知道 一下 這條 那條 這個 那個 一條 路線 大家 我們 "
    "的 了 嗎 呢 吧 啊 喔 是 有 在 和 跟 與 很 比較 要 會 我 你 找 想 爬"
)
_ASKING_EN = (
    "a an the is are was be do does did can could would should i me my you your we it its this "
    "that there here of for to in on at with and or about what which who where when why how any "
    "some please tell show find give want need know have has much many mean means route routes "
    "climb climbs"
)


@dataclass(frozen=True, slots=True)
class Question:
    """A question, cut into the units that a text may cover."""

    pairs: tuple[tuple[str, ...], ...]
    """For each Han character of the thing asked: the pairs of characters that hold it."""
    words: tuple[str, ...]
    """Stems of the words in other scripts."""


class Relevance:
    """The units of a corpus; a text is known by its place in the sequence."""

    def __init__(self, texts: Sequence[str]) -> None:
        self._units = [frozenset(_units(text)) for text in texts]
        self._frequency = Counter(unit for units in self._units for unit in units)

    def read(self, text: str) -> Question:
        """The question that ``coverage`` compares."""
        runs = [run for run in _HAN.findall(key_of_asked(text)) if run]
        return Question(
            tuple(pairs for run in runs for pairs in _pairs_by_character(run)),
            tuple(word for word in _stems(text) if word not in _ASKING_STEMS),
        )

    def coverage(self, question: Question, place: int) -> float:
        """Share of the question's weight that the text at this place holds; 0 for an empty one."""
        units = self._units[place]
        total = covered = 0.0
        for pairs in (*question.pairs, *((word,) for word in question.words)):
            weight = self._weight(pairs)
            total += weight
            if any(pair in units for pair in pairs):
                covered += weight
        return covered / total if total else 0.0

    def _weight(self, units: Iterable[str]) -> float:
        """Weight of the rarest known unit, or of an unknown one when none is known."""
        seen = [self._frequency[unit] for unit in units if unit in self._frequency]
        return log(1.0 + len(self._units) / (min(seen) if seen else 0.5))


def key_of_asked(text: str) -> str:
    """The Han runs of a question as keys, one space between them, without the words of asking."""
    runs = (key(run) for run in _RUN.findall(text) if has_han(run))
    return " ".join(_ASKING.sub(" ", run) for run in runs)


def _units(text: str) -> Iterable[str]:
    """Pairs of Han characters, single ones, and stems of other words."""
    for token in tokens(text):
        yield token if has_han(token) else token[:STEM]


def _stems(text: str) -> Iterable[str]:
    return (token[:STEM] for token in tokens(text) if not has_han(token))


def _pairs_by_character(run: str) -> list[tuple[str, ...]]:
    """For each character of a run its pairs to the left and right; itself when it stands alone."""
    if len(run) == 1:
        return [(run,)]
    pairs = [first + second for first, second in pairwise(run)]
    return [tuple(pairs[max(0, i - 1) : i + 1]) for i in range(len(run))]


_RUN = re.compile(r"\w+")
_HAN = re.compile(r"[^\W\da-z]+")
_ASKING = re.compile(
    "|".join(sorted((key(word) for word in _ASKING_ZH.split()), key=len, reverse=True))
)
_ASKING_STEMS = frozenset(word[:STEM] for word in _ASKING_EN.split())
