"""Which texts hold a piece, and how much it weighs there: the sparse matrix behind nearness.

Arrays instead of lists of pairs: five thousand examples take 3 MB this way, and 50 MB the other.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Postings:
    """Columns are texts, rows are pieces; kept by row."""

    rows: Mapping[str, int]
    starts: NDArray[np.int64]
    """Of each row; one more for the end."""
    columns: NDArray[np.int32]
    weights: NDArray[np.float32]
    width: int
    """Number of columns."""

    def products(self, asked: Mapping[str, float]) -> Floats:
        """The scalar product of a text, as weights of its pieces, with every column."""
        known = [
            (self.rows[piece], weight) for piece, weight in asked.items() if piece in self.rows
        ]
        parts = [slice(self.starts[row], self.starts[row + 1]) for row, _ in known]
        if not parts:
            return np.zeros(self.width)
        columns = np.concatenate([self.columns[part] for part in parts])
        weights = np.concatenate(
            [self.weights[part] * weight for part, (_, weight) in zip(parts, known, strict=True)]
        )
        return _summed(columns, weights, self.width)


@dataclass(frozen=True, slots=True)
class Cells:
    """The same before it is sorted: a row, a column and a weight of each cell."""

    rows: NDArray[np.int32]
    columns: NDArray[np.int32]
    weights: Floats

    def of_unit_length(self, width: int) -> Cells:
        """Each column brought to length one."""
        lengths = np.sqrt(_summed(self.columns, self.weights**2, width))
        lengths[lengths == 0.0] = 1.0
        return Cells(self.rows, self.columns, self.weights / lengths[self.columns])

    def added_up(self, width: int) -> Cells:
        """Cells of the same row and column as one."""
        places, where = np.unique(
            self.rows.astype(np.int64) * width + self.columns, return_inverse=True
        )
        weights = _summed(where, self.weights, len(places))
        return Cells((places // width).astype(np.int32), (places % width).astype(np.int32), weights)

    def postings(self, names: Mapping[str, int], width: int) -> Postings:
        """Ready to be looked up by piece."""
        order = np.argsort(self.rows, kind="stable")
        starts = np.searchsorted(self.rows[order], np.arange(len(names) + 1))
        return Postings(
            names, starts, self.columns[order], self.weights[order].astype(np.float32), width
        )


def cells_of(texts: Iterable[Mapping[str, float]], names: dict[str, int]) -> Cells:
    """The cells of texts, each as weights of its pieces; new pieces are given rows in ``names``."""
    rows, columns, weights = array("i"), array("i"), array("d")
    for column, text in enumerate(texts):
        for piece, weight in text.items():
            rows.append(names.setdefault(piece, len(names)))
            columns.append(column)
            weights.append(weight)
    return Cells(
        np.array(rows, np.int32), np.array(columns, np.int32), np.array(weights, np.float64)
    )


def _summed(places: NDArray[Any], weights: NDArray[Any], length: int) -> Floats:
    sums: Floats = np.bincount(places, weights, length).astype(np.float64, copy=False)
    return sums
