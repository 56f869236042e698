"""The pieces of a question by which it is compared: characters, words and what they are about."""

from __future__ import annotations

import re
from collections import Counter
from itertools import pairwise
from math import sqrt
from typing import TYPE_CHECKING

from bot.understanding import words
from bot.understanding.examples.topics import topics_of

if TYPE_CHECKING:
    from collections.abc import Mapping

WEIGHTS = {
    "char": 0.3,
    "pair": 1.0,
    "triple": 0.8,
    "word": 1.0,
    "words": 0.7,
    "concept": 1.6,
    "topic": 1.3,
}
"""How much each sort of piece says."""

_HAN = re.compile(r"[\u3400-\u9fff]+")
_LATIN = re.compile(r"[a-z]+(?:'[a-z]+)?|\d+")
_STEM = 6
_COMMON_WORDS = (
    "a an the is are was be do does did can could should would i me my you your we it its this "
    "that of in on at to for and or s t please"
)
_COMMON = frozenset(_COMMON_WORDS.split())


def pieces_of(folded: str, lower: str) -> Counter[str]:
    """The pieces of a text.

    Args:
        folded: Key of the text with names, grades and dates replaced by their placeholders.
        lower: Lower-case text with the same replacements.
    """
    pieces: Counter[str] = Counter()
    for run in _HAN.findall(folded):
        pieces.update(f"char:{char}" for char in run)
        pieces.update(f"pair:{a}{b}" for a, b in pairwise(run))
        pieces.update(f"triple:{run[i : i + 3]}" for i in range(len(run) - 2))
    latin = [word[:_STEM] for word in _LATIN.findall(lower) if word not in _COMMON]
    pieces.update(f"word:{word}" for word in latin)
    pieces.update(f"words:{a} {b}" for a, b in pairwise(latin))
    concepts = words.find("concepts", folded, lower)
    if words.GRADE in folded:
        concepts = (*concepts, "grade")
    pieces.update(f"concept:{name}" for name in concepts)
    pieces.update(f"concept:{a}+{b}" for i, a in enumerate(concepts) for b in concepts[i + 1 :])
    return pieces


def telling_pieces(folded: str, lower: str) -> Counter[str]:
    """The pieces of a text together with its topics: what it is compared by in talk and advice."""
    pieces = pieces_of(folded, lower)
    topics = topics_of(folded, lower)
    pieces.update(f"topic:{topic}" for topic in topics)
    pieces.update(f"topic:{a}+{b}" for i, a in enumerate(topics) for b in topics[i + 1 :])
    return pieces


def unit(weights: Mapping[str, float]) -> dict[str, float]:
    """Weights brought to length one."""
    length = sqrt(sum(weight * weight for weight in weights.values())) or 1.0
    return {piece: weight / length for piece, weight in weights.items()}
