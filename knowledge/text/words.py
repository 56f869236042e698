"""Tokens for full-text search, and how far two keys are apart."""

from __future__ import annotations

import re

from rapidfuzz.distance import OSA

from knowledge.text.characters import HAN
from knowledge.text.folding import is_han, key

_RUN = re.compile(
    r"\d+\.\d+[a-d]?(?:/[a-d])?[+-]?"
    r"|[^\W\d_]+(?:['\u2019][^\W\d_]+)*\d*|\d+[^\W\d_]*|\w",
)


def tokens(text: str) -> list[str]:
    """What a full-text index holds of a text, in order.

    Han: every character and every pair of neighbours of its key; other scripts: whole words, lower
    case, without accents; grades such as ``5.10a`` stay whole.
    """
    found: list[str] = []
    for run in _HAN_OR_NOT.findall(text):
        if is_han(run[0]):
            found.extend(ngrams(run))
        else:
            found.extend(_word(word) for word in _RUN.findall(run))
    return [token for token in found if token]


def ngrams(text: str) -> list[str]:
    """Single characters and pairs of neighbours of the text's key."""
    folded = key(text)
    return [*folded, *(folded[i : i + 2] for i in range(len(folded) - 1))]


def edit_distance(one: str, other: str, limit: int | None = None) -> int:
    """Insertions, deletions, substitutions and swaps of neighbours between two keys.

    Anything above ``limit`` comes back as ``limit + 1``, which is faster.
    """
    return int(OSA.distance(one, other, score_cutoff=limit))


def similarity(one: str, other: str) -> float:
    """How alike two keys are: 1.0 the same, 0.0 nothing in common."""
    return float(OSA.normalized_similarity(one, other))


_HAN_OR_NOT = re.compile(rf"[{HAN}]+|[^{HAN}]+")


def _word(word: str) -> str:
    if "." in word:
        return word.lower()
    return key(word)
