"""How much of a question a text covers: the criterion that separates "found" from "nearest".

A question falls into characters (Han) and words (other scripts). Each weighs as much as the rarest
known pair of characters, or the word, that holds it; what the corpus has never seen weighs most.
The coverage is the share of that weight which the text holds, from 0 to 1. Words of asking
(「有沒有」) are no part of the thing asked and are left out; ``wording`` drops the English ones.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise
from math import log
from typing import TYPE_CHECKING

import numpy as np

from knowledge.text import has_han, key, tokens

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from knowledge.index.table import TokenTable
    from knowledge.retriever.wording import Asked

STEM = 5
"""Letters of a word that count: enough for "climbing", "climbs" and "climbed" to meet."""
GUESS_SHARE = 0.5
"""What a slip counts: a mended word, or at most a character that the text holds beside others."""
TOPIC_GAIN = 1.5
"""How much more a Han character counts in the words that the author named as the topic."""

_ASKING_ZH = (
    "請問 想問 想知道 的資料 的資訊 我想 有沒有 有什麼 有哪些 有哪 哪一條 哪條 哪一區 哪裡 哪邊 "
    "哪些 哪個 哪 什麼 甚麼 怎麼樣 怎麼 如何 是不是 可不可以 可以 能不能 能 多少 幾個 為什麼 為何 "
    "是什麼意思 什麼意思 意思 推薦 介紹 告訴 知道 一下 這條 那條 這個 那個 一條 路線 大家 我們 "
    "的 了 嗎 呢 吧 啊 喔 是 有 在 和 跟 與 很 比較 要 會 我 你 找 想 爬"
)


@dataclass(frozen=True, slots=True)
class Unit:
    """A part of a question that a text may hold."""

    holders: tuple[str, ...]
    """A text that has one of them holds the part."""
    weight: float
    guess: str = ""
    """A text that has only this holds the part with the smaller ``guess_weight``."""
    guess_weight: float = 0.0


class Relevance:
    """The units of a corpus of tokens; a text is known by its place in the table.

    Args:
        table: The tokens of each text.
        topics: By place the words that name the topic of a text; most have none.
    """

    def __init__(
        self, table: TokenTable, topics: Mapping[int, Sequence[str]] | None = None
    ) -> None:
        self._table = table
        self._size = len(table)
        self._unit_of = [_unit(token) for token in table.vocabulary]
        self._topic_words = topics or {}
        self._frequency = _frequencies(table, self._unit_of)
        self._unknown = log(1.0 + self._size / 0.5)

    def read(self, asked: Asked) -> tuple[Unit, ...]:
        """The parts of a question that ``coverage`` looks for."""
        runs = _HAN.findall(key_of_asked(asked.text))
        words = [token for token in tokens(asked.text) if not has_han(token)]
        return (
            *(self._character(pairs) for run in runs for pairs in _pairs_by_character(run)),
            *(self._word(word, mended=word in asked.mended) for word in words),
        )

    def coverage(self, question: Iterable[Unit], place: int) -> float:
        """Share of the question's weight that the text at this place holds; 0 for an empty one."""
        units = {self._unit_of[number] for number in self._table.row(place).tolist()}
        topic = frozenset(_pairs_of(self._topic_words.get(place, ())))
        total = covered = 0.0
        for part in question:
            total += part.weight
            if not topic.isdisjoint(part.holders):
                covered += part.weight * TOPIC_GAIN
            elif not units.isdisjoint(part.holders):
                covered += part.weight
            elif part.guess in units:
                covered += part.guess_weight
        return min(1.0, covered / total) if total else 0.0

    def _character(self, pairs: tuple[str, ...]) -> Unit:
        weight = self._weight(pairs)
        if len(pairs) == 1:
            return Unit(pairs, weight)
        character = pairs[0][1]
        rarity = self._weight((character,)) / self._unknown
        return Unit(pairs, weight, character, weight * GUESS_SHARE * rarity)

    def _word(self, word: str, *, mended: bool) -> Unit:
        stem = word[:STEM]
        if mended:
            return Unit((), self._unknown, stem, self._unknown * GUESS_SHARE)
        return Unit((stem,), self._weight((stem,)))

    def _weight(self, units: Iterable[str]) -> float:
        """Weight of the rarest known unit, or of an unknown one when none is known."""
        seen = [self._frequency[unit] for unit in units if unit in self._frequency]
        return log(1.0 + self._size / min(seen)) if seen else self._unknown


def _frequencies(table: TokenTable, unit_of: Sequence[str]) -> dict[str, int]:
    """In how many texts each unit stands; several tokens of a text may be one unit."""
    numbers: dict[str, int] = {}
    by_token = np.array(
        [numbers.setdefault(unit, len(numbers)) for unit in unit_of], dtype=np.int64
    )
    shared = np.bincount(by_token, minlength=len(numbers)) > 1
    units = by_token[table.tokens]
    several = shared[units]
    pairs = np.unique(table.rows[several].astype(np.int64) * len(numbers) + units[several])
    counts = np.bincount(units[~several], minlength=len(numbers))
    counts += np.bincount(pairs % max(len(numbers), 1), minlength=len(numbers))
    return {unit: count for unit, count in zip(numbers, counts.tolist(), strict=True) if count}


def key_of_asked(text: str) -> str:
    """The Han runs of a question as keys, one space between them, without the words of asking.

    When nothing is left without them, they stay.
    """
    runs = " ".join(key(run) for run in _RUN.findall(text) if has_han(run))
    asked = _ASKING.sub(" ", runs)
    return asked if asked.strip() else runs


def _unit(token: str) -> str:
    """A Han character or a pair of them as it is, the stem of another word."""
    return token[:STEM]


def _pairs_of(words: Iterable[str]) -> Iterator[str]:
    """Pairs of neighbouring Han characters."""
    return (token for word in words for token in tokens(word) if has_han(token) and len(token) > 1)


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
