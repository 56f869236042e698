"""Learns which clauses of a speech say what the answer does not: logistic regression.

The same examples always make the same weights.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import numpy as np

from bot.voice.untold import Weights, with_unseen
from bot.voice.untold_pieces import first_said

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from numpy.typing import NDArray

_STEPS, _RATE, _DECAY = 200, 0.05, 1.0
_LATE = 0.6
"""From this part of the steps on they are smaller."""
_WRONG = 3.0
"""How much a wrong clause counts: there are eight times as many right ones."""
_MOVED = 0.3
"""The same where it was put first for learning alone."""
_LEAST = 2
"""Pieces that stand in retellings of fewer answers teach nothing, but that they are rare."""


@dataclass(frozen=True, slots=True)
class Clause:
    """One clause of a retelling."""

    pieces: tuple[str, ...]
    answer: str
    """Which answer it retells, and by whom."""
    wrong: bool
    weight: float = 1.0
    """How much it counts among the others."""


def speech_weights(told: Iterable[Clause]) -> Weights:
    """The weights that tell the wrong clauses from the others."""
    told = [each for one in told for each in _counted(one)]
    names = _names(told)
    rows = {name: at for at, name in enumerate(names)}
    own = [[rows[one] for one in with_unseen(each.pieces, rows) if one in rows] for each in told]
    wrong = np.fromiter((each.wrong for each in told), np.float64, len(told))
    weights = np.fromiter((each.weight for each in told), np.float64, len(told))
    values = _descended(own, wrong, weights, len(names))
    scale = float(np.float32(np.abs(values[:-1]).max() / 127))
    small = np.rint(values[:-1] / scale).astype(np.int8)
    return Weights(rows, small, scale, float(values[-1]))


def _counted(clause: Clause) -> Iterator[Clause]:
    """A clause as much as it counts, a wrong one also as if a speech began with it.

    Those who wrote lies put them last.
    """
    if not clause.wrong:
        yield clause
        return
    yield replace(clause, weight=_WRONG)
    pieces = first_said(clause.pieces)
    if set(pieces) != set(clause.pieces):
        yield replace(clause, pieces=pieces, weight=_MOVED)


def _names(told: Iterable[Clause]) -> list[str]:
    answers = defaultdict[str, set[str]](set)
    for each in told:
        for one in each.pieces:
            answers[one].add(each.answer)
    seen = {name for name, those in answers.items() if len(those) >= _LEAST}
    return sorted(seen) + [f"unseen:{count}" for count in range(1, 6)]


def _descended(
    own: Sequence[Sequence[int]],
    wrong: NDArray[np.float64],
    weights: NDArray[np.float64],
    size: int,
) -> NDArray[np.float32]:
    """The weight of every piece, and last the start, by Adam over all clauses at once."""
    lengths = [len(rows) for rows in own]
    columns = np.fromiter((row for rows in own for row in rows), np.int64, sum(lengths))
    lines = np.repeat(np.arange(len(own)), lengths)
    values = np.zeros(size + 1, np.float64)
    first, second = np.zeros_like(values), np.zeros_like(values)
    for step in range(1, _STEPS + 1):
        scores = np.bincount(lines, values[columns], len(own)) + values[-1]
        off = (1 / (1 + np.exp(-scores)) - wrong) * weights
        slope = np.bincount(columns, off[lines], size + 1).astype(np.float64)
        slope[:-1] += _DECAY * values[:-1]
        slope[-1] = off.sum()
        slope /= weights.sum()
        first += 0.1 * (slope - first)
        second += 0.01 * (slope * slope - second)
        rate = _RATE * (1 if step < _LATE * _STEPS else 0.2)
        lean, spread = first / (1 - 0.9**step), second / (1 - 0.99**step)
        values -= rate * lean / (np.sqrt(spread) + 1e-9)
    return values.astype(np.float32)
