"""Fitting the axes of latent semantic analysis, with numpy alone.

The strongest axes of the TF-IDF matrix are those of its texts' inner products, which are few. The
same texts give the same axes on the same machine.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from knowledge.embedding.lsa import LsaModel, Matrix, Steps, character_grams, dampen

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence


Places = NDArray[np.int64]

DIMENSION = 384
"""Fewer axes lose what a single text says; more cost time and memory and found little more."""
FIT_LIMIT = 2000
"""Texts that the axes are fitted on, an even sample of a larger corpus (the cost grows squared)."""
COMMON_SHARE = 0.5
"""A gram in more than this share of the texts tells them apart no more."""
SPARE_AXES = 16
"""Axes that are looked for and thrown away, so that the last kept one is good."""
RARE = 32
"""Grams in at most so many texts are multiplied pair by pair, the others as a dense matrix."""


@dataclass(frozen=True, slots=True)
class _Entries:
    """A sparse matrix of texts by grams, entry by entry, in the order of the texts."""

    size: int
    rows: Places
    columns: Places
    values: Matrix
    frequency: Places
    """In how many texts each gram stands."""

    def products(self) -> Matrix:
        """Inner products of all texts, float32 [size, size]."""
        rare = self.frequency <= RARE
        products = self._rare_products(np.flatnonzero(rare))
        common = np.flatnonzero(~rare)
        place = np.full(len(self.frequency), -1)
        place[common] = np.arange(len(common))
        chosen = place[self.columns] >= 0
        dense = np.zeros((self.size, len(common)), dtype=np.float32)
        dense[self.rows[chosen], place[self.columns[chosen]]] = self.values[chosen]
        return products + dense @ dense.T

    def _rare_products(self, grams: Places) -> Matrix:
        """The share of the rare grams: for each gram every pair of its texts."""
        order = np.argsort(self.columns, kind="stable")
        rows, values = self.rows[order], self.values[order]
        starts = np.cumsum(self.frequency) - self.frequency
        places, shares = [np.zeros(0, dtype=np.int64)], [np.zeros(0, dtype=np.float32)]
        for count in range(1, RARE + 1):
            entries = starts[grams[self.frequency[grams] == count]][:, None] + np.arange(count)
            texts, weights = rows[entries], values[entries]
            places.append((texts[:, :, None] * self.size + texts[:, None, :]).ravel())
            shares.append((weights[:, :, None] * weights[:, None, :]).ravel())
        flat = np.bincount(np.concatenate(places), np.concatenate(shares), self.size**2)
        return flat.reshape(self.size, self.size).astype(np.float32)

    def project(self, axes: Matrix) -> tuple[Steps, Matrix]:
        """Where the grams lie, given the texts' axes [size, dimension].

        Int8 [grams, dimension] in whole steps, and float32 [grams]: how long a gram's step is.
        """
        projection = np.zeros((len(self.frequency), axes.shape[1]), dtype=np.float32)
        for row, entries in self._by_row():
            projection[self.columns[entries]] += self.values[entries, None] * axes[row]
        widest = np.maximum(projection.max(axis=1), -projection.min(axis=1))
        steps = np.maximum(widest, np.finfo(np.float32).tiny) / 127
        projection /= steps[:, None]
        return np.rint(projection, out=projection).astype(np.int8), steps

    def _by_row(self) -> Iterator[tuple[int, slice]]:
        ends = np.cumsum(np.bincount(self.rows, minlength=self.size)).tolist()
        return ((row, slice(ends[row - 1] if row else 0, end)) for row, end in enumerate(ends))


def fit_lsa(texts: Sequence[str], *, dimension: int = DIMENSION) -> LsaModel:
    """Axes that tell these texts apart; fewer than ``dimension`` when the texts have no more."""
    step = max(1, -(-len(texts) // FIT_LIMIT))
    terms, idf, entries = _weigh(texts[::step])
    if not terms:
        return LsaModel({}, idf, np.zeros((0, 1), dtype=np.int8))
    left, strength = _leading_axes(entries.products(), dimension)
    projection, steps = entries.project(left / strength)
    return LsaModel(terms, idf * steps, projection)


def _weigh(texts: Sequence[str]) -> tuple[dict[str, int], Matrix, _Entries]:
    """The grams that tell texts apart, their inverse frequencies, and the texts as unit rows."""
    seen: dict[str, int] = {}
    counts = [
        Counter(seen.setdefault(gram, len(seen)) for gram in character_grams(text))
        for text in texts
    ]
    size = len(texts)
    rows = np.repeat(np.arange(size), [len(count) for count in counts])
    columns = np.array([column for count in counts for column in count], dtype=np.int64)
    repeats = np.array([n for count in counts for n in count.values()], dtype=np.float32)
    frequency = np.bincount(columns, minlength=len(seen))
    kept = frequency <= max(COMMON_SHARE * size, 1)
    renumbered = np.cumsum(kept) - 1
    idf = (np.log((1.0 + size) / (1.0 + frequency[kept])) + 1.0).astype(np.float32)
    chosen = kept[columns]
    rows, columns = rows[chosen], renumbered[columns[chosen]]
    values = dampen(repeats[chosen]) * idf[columns]
    norms = np.sqrt(np.bincount(rows, values**2, minlength=size))
    unit = (values / norms[rows]).astype(np.float32)
    terms = {gram: int(renumbered[column]) for gram, column in seen.items() if kept[column]}
    return terms, idf, _Entries(size, rows, columns, unit, frequency[kept])


def _leading_axes(products: Matrix, dimension: int) -> tuple[Matrix, Matrix]:
    """The first left singular vectors [n, d] and their singular values [d], strongest first.

    A vector's sign is free: here its largest entry is positive, so that a fit can be repeated.
    """
    basis = _range(products, dimension + SPARE_AXES)
    values, small = np.linalg.eigh(basis.T @ (products @ basis))
    values, left = values[::-1][:dimension], (basis @ small)[:, ::-1][:, :dimension]
    kept = np.maximum(values > max(float(values[0]), 0.0) * 1e-5, np.arange(len(values)) == 0)
    left, values = left[:, kept], np.maximum(values[kept], np.finfo(np.float32).tiny)
    signs = np.sign(left[np.abs(left).argmax(axis=0), range(left.shape[1])])
    return (left * signs).astype(np.float32), np.sqrt(values).astype(np.float32)


def _range(products: Matrix, width: int) -> Matrix:
    """An orthonormal basis [n, width] that holds the strongest axes; the unit axes when n is small.

    Source: Halko, Martinsson and Tropp, "Finding structure with randomness", SIAM Review 2011,
    algorithm 4.4 with one step; started from evenly spaced columns instead of random ones.
    """
    size = len(products)
    if size <= width:
        return np.eye(size, dtype=np.float32)
    start = products[:, np.linspace(0, size - 1, width).astype(int)]
    return _orthonormal(products @ _orthonormal(start))


def _orthonormal(columns: Matrix) -> Matrix:
    """An orthonormal basis of the columns, without directions that are lost in rounding.

    By their inner products and not by QR, whose many small steps make the threads of a busy machine
    wait for each other: 0.1 s instead of 3 s for 1,400 texts.
    """
    exact = columns.astype(np.float64)
    values, vectors = np.linalg.eigh(exact.T @ exact)
    kept = values > values[-1] * 1e-10
    basis: Matrix = (exact @ (vectors[:, kept] / np.sqrt(values[kept]))).astype(np.float32)
    return basis
