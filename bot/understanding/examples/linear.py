"""A linear model over the pieces of a message: how likely each of a few meanings is."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Mapping, Sequence
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


def emphasis(piece: str) -> float:
    """How much its sort of piece says."""
    return _WEIGHT.get(piece.partition(":")[0], 1.0)


@dataclass(frozen=True, slots=True)
class Model:
    """The learned weights: small whole numbers, and how much one of them is."""

    asks: tuple[str, ...]
    rows: Mapping[str, int]
    """Where each piece stands in the arrays."""
    rarity: NDArray[np.float32]
    telling: NDArray[np.float32]
    """Rarity of each piece times the emphasis of its sort."""
    weights: NDArray[np.int8]
    """Of every piece for every ask."""
    scale: float

    @classmethod
    def of(
        cls,
        asks: tuple[str, ...],
        names: Sequence[str],
        rarity: NDArray[np.float32],
        weights: NDArray[np.int8],
        scale: float,
    ) -> Model:
        """A model whose pieces stand in this order."""
        stressed = np.fromiter(map(emphasis, names), np.float32, len(names))
        # models have most of their pieces in common: each is held once
        rows = {sys.intern(name): at for at, name in enumerate(names)}
        return cls(asks, rows, rarity, rarity * stressed, weights, scale)

    def likely(self, found: Iterable[str]) -> dict[str, float]:
        """How likely each ask is, all together one."""
        rows = [row for piece in dict.fromkeys(found) if (row := self.rows.get(piece)) is not None]
        scores = np.zeros(len(self.asks), np.float32)
        if rows:
            shares = self.telling[rows]
            shares /= np.sqrt(shares @ shares)
            scores = shares @ self.weights[rows].astype(np.float32) * np.float32(self.scale)
        scores = np.exp(scores - scores.max())
        scores /= scores.sum()
        return dict(zip(self.asks, map(float, scores), strict=True))


def load(path: Path) -> Model:
    """A model that was kept."""
    with np.load(path, allow_pickle=False) as kept:
        names = str(kept["pieces"]).split("\n")
        asks = tuple(str(kept["asks"]).split("\n"))
        return Model.of(asks, names, kept["rarity"], kept["weights"], float(kept["scale"]))


def rounded(
    asks: tuple[str, ...],
    names: Sequence[str],
    rarity: NDArray[np.float32],
    weights: NDArray[np.float32],
) -> Model:
    """The model of learned weights, which are rounded to whole parts of the largest."""
    scale = float(np.float32(np.abs(weights).max() / 127))
    return Model.of(asks, names, rarity, np.rint(weights / scale).astype(np.int8), scale)


def keep(model: Model, path: Path) -> None:
    """Keep a model."""
    np.savez_compressed(
        path,
        pieces=np.array("\n".join(model.rows)),
        rarity=model.rarity,
        asks=np.array("\n".join(model.asks)),
        weights=model.weights,
        scale=np.float32(model.scale),
    )
