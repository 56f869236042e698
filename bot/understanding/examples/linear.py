"""A linear model over the pieces of a message: how likely each of a few meanings is."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

if TYPE_CHECKING:
    from pathlib import Path

_WEIGHT = {
    "char": 0.3,
    "pair": 1.0,
    "triple": 0.8,
    "word": 1.0,
    "words": 0.8,
    "raw": 0.7,
    "is": 1.0,
    "concept": 1.6,
    "topic": 1.3,
}
"""How much each sort of piece says, by what stands before its colon; others count one."""


def vector(found: Iterable[str], rarity: Mapping[str, float]) -> dict[str, float]:
    """Weights of the known pieces, of length one."""
    weights = {p: _WEIGHT.get(p.partition(":")[0], 1.0) * rarity[p] for p in found if p in rarity}
    length = sum(weight * weight for weight in weights.values()) ** 0.5 or 1.0
    return {piece: weight / length for piece, weight in weights.items()}


@dataclass(frozen=True, slots=True)
class Model:
    """The learned weights."""

    asks: tuple[str, ...]
    rows: Mapping[str, int]
    rarity: Mapping[str, float]
    weights: NDArray[np.float32]
    """Of every piece for every ask."""

    def likely(self, found: Iterable[str]) -> dict[str, float]:
        """How likely each ask is, all together one."""
        own = vector(found, self.rarity)
        scores = np.zeros(len(self.asks), np.float32)
        if own:
            shares = np.fromiter(own.values(), np.float32, len(own))
            scores = shares @ self.weights[[self.rows[piece] for piece in own]]
        scores = np.exp(scores - scores.max())
        scores /= scores.sum()
        return dict(zip(self.asks, map(float, scores), strict=True))


def load(path: Path) -> Model:
    """A model that was kept."""
    with np.load(path, allow_pickle=False) as kept:
        names = str(kept["pieces"]).split("\n")
        weights = kept["weights"].astype(np.float32) * kept["scale"]
        rarity = dict(zip(names, map(float, kept["rarity"]), strict=True))
        asks = tuple(str(kept["asks"]).split("\n"))
    return Model(asks, {name: at for at, name in enumerate(names)}, rarity, weights)


def keep(model: Model, path: Path) -> None:
    """Keep a model, its weights as small whole numbers."""
    scale = np.float32(np.abs(model.weights).max() / 127)
    np.savez_compressed(
        path,
        pieces=np.array("\n".join(model.rows)),
        rarity=np.array([model.rarity[name] for name in model.rows], np.float32),
        asks=np.array("\n".join(model.asks)),
        weights=np.rint(model.weights / scale).astype(np.int8),
        scale=scale,
    )
