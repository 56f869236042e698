"""What a message wants of one's own log, as learned from examples: how likely each ask is.

A linear model over the pieces of a message (pairs and triples of characters, words, what stands for
names, grades and days). It is learned from the examples in ``log`` by
``python -m bot.evaluation.learning`` and kept in ``log/weights.npz``.
``none`` is a message that is not about one's own log; ``more`` only narrows the question before it.
"""

from __future__ import annotations

from collections import Counter
from functools import cache, lru_cache
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING

from bot.understanding.examples.linear import Model, load
from bot.understanding.examples.plain_asks import plain_ask
from bot.understanding.words import DAY, GRADE, NAME
from knowledge.text import has_han, key

if TYPE_CHECKING:
    from collections.abc import Mapping

WEIGHTS = Path(__file__).with_name("log") / "weights.npz"
_STEM = 7
"""Letters of an English word that count."""
_MARKS = ((NAME, "name"), (GRADE, "grade"), (DAY, "day"))


def pieces(lower: str, subjects: frozenset[str] = frozenset()) -> Counter[str]:
    """What a message is made of.

    Args:
        lower: The lower-case message with placeholders for names, grades and days.
        subjects: Kinds of the names in it: ``route``, ``place``.
    """
    found: Counter[str] = Counter()
    folded, latin = plain_ask(lower)
    runs = folded.replace(" ", "")
    found.update(f"char:{char}" for char in runs)
    found.update(f"pair:{a}{b}" for a, b in pairwise(f"^{runs}$") if runs)
    found.update(f"triple:{runs[i : i + 3]}" for i in range(len(runs) - 2))
    words = ["^", *(word[:_STEM] for word in latin.split()), "$"] if latin.split() else []
    found.update(f"word:{word}" for word in words[1:-1])
    found.update(f"words:{a} {b}" for a, b in pairwise(words))
    if has_han(lower):
        raw = "".join(key(each) for each in lower)
        found.update(f"raw:{a}{b}" for a, b in pairwise(raw))
    found["is:any"] = 1
    for mark, name in _MARKS:
        count = lower.count(mark)
        if count:
            found[f"is:{name}"] = 1
        if count > 1:
            found[f"is:{name}s"] = 1
    for subject in subjects:
        found[f"is:{subject}"] = 1
    if "?" in lower or "？" in lower:
        found["is:?"] = 1
    if "我" in lower:
        found["is:own"] = 1
    return found


@cache
def model() -> Model:
    """The model that is shipped."""
    return load(WEIGHTS)


@lru_cache(maxsize=256)
def likely(lower: str, subjects: frozenset[str] = frozenset()) -> Mapping[str, float]:
    """How likely each ask is that a message is for."""
    return model().likely(pieces(lower, subjects))


def is_word(text: str) -> bool:
    """Whether a supposed name is a word of the examples: 「result」 in 「result 改 RP」."""
    rows = model().rows
    if text.isascii():
        return f"word:{text[:_STEM]}" in rows
    return len(text) > 1 and all(f"raw:{a}{b}" in rows for a, b in pairwise(text))
