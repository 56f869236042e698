"""Learns a linear model from examples: logistic regression by gradient steps from nought.

The same examples always make the same weights.
"""

from __future__ import annotations

from collections import Counter
from math import log
from typing import TYPE_CHECKING

import numpy as np

from bot.understanding.examples.linear import Model, emphasis, rounded

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from numpy.typing import NDArray

_STEPS, _RATE, _DECAY = 100, 0.5, 2e-5
_LEAST = 2
"""Pieces of fewer examples teach nothing."""
_EVEN = 0.35
"""How far asks with few examples weigh as much as those with many: 0 not at all, 1 quite."""

Example = tuple[str, "Iterable[str]"]
"""What is asked, and the pieces of a message that asks it."""


def learned(
    told: Sequence[Example],
    steps: int = _STEPS,
    *,
    even: float = _EVEN,
) -> Model:
    """The model of these examples."""
    told = [(ask, tuple(dict.fromkeys(own))) for ask, own in told]
    counts = Counter(piece for _, own in told for piece in own)
    names = sorted(piece for piece, count in counts.items() if count >= _LEAST)
    rarity = {piece: log(1 + len(told) / (0.5 + counts[piece])) for piece in names}
    asks = tuple(sorted({ask for ask, _ in told}))
    vectors = [(ask, own) for ask, found in told if (own := _vector(found, rarity))]
    rows = {piece: at for at, piece in enumerate(names)}
    weights = _descended(vectors, rows, asks, steps, even)
    return rounded(asks, names, np.array([rarity[name] for name in names], np.float32), weights)


def _vector(found: Iterable[str], rarity: Mapping[str, float]) -> dict[str, float]:
    """Weights of the known pieces, of length one."""
    weights = {piece: emphasis(piece) * rarity[piece] for piece in found if piece in rarity}
    length = sum(weight * weight for weight in weights.values()) ** 0.5 or 1.0
    return {piece: weight / length for piece, weight in weights.items()}


def _descended(
    vectors: Sequence[tuple[str, Mapping[str, float]]],
    rows: Mapping[str, int],
    asks: tuple[str, ...],
    steps: int,
    even: float,
) -> NDArray[np.float32]:
    """Weights by Adam over all examples at once; asks with few examples weigh more."""
    sizes = [len(own) for _, own in vectors]
    columns = np.array([rows[piece] for _, own in vectors for piece in own])
    values = np.array([weight for _, own in vectors for weight in own.values()], np.float32)
    starts = np.cumsum([0, *sizes[:-1]])
    lines = np.repeat(np.arange(len(vectors)), sizes)
    order = np.argsort(columns, kind="stable")
    edges = np.flatnonzero(np.diff(columns[order], prepend=-1))
    wanted = np.array([asks.index(ask) for ask, _ in vectors])
    share = np.bincount(wanted, minlength=len(asks)).astype(np.float32)
    cost = ((share.max() / np.maximum(share, 1)) ** even)[wanted]
    cost = (cost / cost.sum()).astype(np.float32)[:, None]
    target = np.eye(len(asks), dtype=np.float32)[wanted]
    weights = np.zeros((len(rows), len(asks)), np.float32)
    first, second = np.zeros_like(weights), np.zeros_like(weights)
    for step in range(1, steps + 1):
        scores = np.add.reduceat(values[:, None] * weights[columns], starts, axis=0)
        scores = np.exp(scores - scores.max(axis=1, keepdims=True))
        wrong = (scores / scores.sum(axis=1, keepdims=True) - target) * cost
        slope = np.add.reduceat((values[:, None] * wrong[lines])[order], edges, axis=0)
        slope += _DECAY * weights
        first += np.float32(0.1) * (slope - first)
        second += np.float32(0.01) * (slope * slope - second)
        lean, spread = first / (1 - 0.9**step), second / (1 - 0.99**step)
        weights -= _RATE * lean / (np.sqrt(spread) + 1e-8)
    return weights
