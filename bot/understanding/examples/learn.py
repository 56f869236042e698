"""Learns ``log/weights.npz`` from the examples in ``log``: ``python -m bot.understanding.examples.learn``.

Logistic regression by gradient steps from nought, so that the same examples always make the same
weights. Numbers of classes differ much, so that rare ones weigh more.
"""

from __future__ import annotations

from collections import Counter
from datetime import date
from math import log
from typing import TYPE_CHECKING

import numpy as np

from bot.understanding.examples import log_examples
from bot.understanding.examples.wanted import WEIGHTS, Model, pieces, vector
from bot.understanding.words import DAY, GRADE, NAME
from knowledge.dates import find_dates
from knowledge.grades import find_grades

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

_DAY = date(2026, 11, 20)
_SLOTS = {"{n}": NAME, "{r}": NAME, "{c}": NAME, "{g}": GRADE, "{d}": DAY}
_SUBJECTS = {"{r}": "route", "{c}": "place"}
_STEPS, _RATE, _DECAY = 160, 0.5, 2e-5
_LEAST = 2
"""Pieces of fewer examples teach nothing."""

Example = tuple[str, "Counter[str]"]


def framed(text: str) -> tuple[str, frozenset[str]]:
    """An example as a message is seen: lower case, placeholders; and the kinds of its names."""
    subjects = frozenset(kind for slot, kind in _SUBJECTS.items() if slot in text)
    for slot, mark in _SLOTS.items():
        text = text.replace(slot, mark)
    for found, mark in ((find_grades(text), GRADE), (find_dates(text, _DAY), DAY)):
        for one in reversed(found):
            text = text[: one.start] + mark + text[one.end :]
    return text.casefold(), subjects


def read_examples() -> list[Example]:
    """(ask, pieces) of every example."""
    return [(ask, pieces(*framed(text))) for ask, text in log_examples()]


def learned(examples: Sequence[Example], steps: int = _STEPS) -> Model:
    """The model of these examples."""
    counts = Counter(piece for _, own in examples for piece in own)
    names = sorted(piece for piece, count in counts.items() if count >= _LEAST)
    rarity = {piece: log(1 + len(examples) / (0.5 + counts[piece])) for piece in names}
    rows = {piece: at for at, piece in enumerate(names)}
    asks = tuple(sorted({ask for ask, _ in examples}))
    weights = _descended(examples, rows, rarity, asks, steps)
    return Model(asks, rows, rarity, weights)


def _descended(
    examples: Sequence[Example],
    rows: dict[str, int],
    rarity: dict[str, float],
    asks: tuple[str, ...],
    steps: int,
) -> NDArray[np.float32]:
    """Weights by Adam over all examples at once."""
    vectors = [vector(own, rarity) for _, own in examples]
    kept = [at for at, own in enumerate(vectors) if own]
    columns = np.array([rows[piece] for at in kept for piece in vectors[at]])
    values = np.array([weight for at in kept for weight in vectors[at].values()], np.float32)
    starts = np.cumsum([0, *(len(vectors[at]) for at in kept[:-1])])
    lines = np.repeat(np.arange(len(kept)), [len(vectors[at]) for at in kept])
    order = np.argsort(columns, kind="stable")
    edges = np.flatnonzero(np.diff(columns[order], prepend=-1))
    wanted = np.array([asks.index(examples[at][0]) for at in kept])
    share = np.bincount(wanted, minlength=len(asks)).astype(np.float32)
    cost = (share.max() / np.maximum(share, 1)) ** 0.35
    cost_of = (cost[wanted] / cost[wanted].mean()).astype(np.float32)[:, None]
    target = np.eye(len(asks), dtype=np.float32)[wanted]
    weights = np.zeros((len(rows), len(asks)), np.float32)
    first, second = np.zeros_like(weights), np.zeros_like(weights)
    for step in range(1, steps + 1):
        scores = np.add.reduceat(values[:, None] * weights[columns], starts, axis=0)
        scores = np.exp(scores - scores.max(axis=1, keepdims=True))
        wrong = (scores / scores.sum(axis=1, keepdims=True) - target) * cost_of
        wrong /= len(kept)
        slope = np.add.reduceat(
            (values[:, None] * wrong[lines])[order], edges, axis=0
        ) + _DECAY * weights
        first = 0.9 * first + 0.1 * slope
        second = 0.99 * second + 0.01 * slope * slope
        lean, spread = first / (1 - 0.9**step), second / (1 - 0.99**step)
        weights -= _RATE * lean / (np.sqrt(spread) + 1e-8)
    return weights


def write(learned_model: Model) -> None:
    """Keep a model, its weights as small whole numbers."""
    scale = np.float32(np.abs(learned_model.weights).max() / 127)
    np.savez_compressed(
        WEIGHTS,
        pieces=np.array("\n".join(learned_model.rows)),
        rarity=np.array([learned_model.rarity[name] for name in learned_model.rows], np.float32),
        asks=np.array("\n".join(learned_model.asks)),
        weights=np.rint(learned_model.weights / scale).astype(np.int8),
        scale=scale,
    )


if __name__ == "__main__":
    write(learned(read_examples()))
