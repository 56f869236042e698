"""Latent semantic analysis over character n-grams, with numpy alone.

Invariants: vectors are float32 rows of norm 1, or zero rows when a text holds nothing known; the
same texts give the same model on the same machine. Nothing is downloaded and nothing is random.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, Self

import numpy as np

from knowledge.embedding.storage import replace_file
from knowledge.errors import SnapshotDamagedError
from knowledge.text import key

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from pathlib import Path

    from numpy.typing import NDArray

    Matrix = NDArray[np.float32]

DIMENSION = 384
"""Measured by tests/benchmarks/retrieval_legs.py: 192 loses what only one text says (recall at 5
.90 against .94 on 769 documents), 768 costs twice the memory for .02 more."""
HAN_GRAMS = (1, 2)
LETTER_GRAMS = (3, 4)
FIT_LIMIT = 2000
"""Texts that the axes are fitted on, an even sample of a larger corpus (the cost grows cubed)."""
COMMON_SHARE = 0.5
"""A gram in more than this share of the texts tells them apart no more."""
BLOCK = 4096
"""Columns of the term matrix that are dense in memory at one time."""
_RUN = re.compile(r"([^\W\u2e80-\u9fff\uf900-\ufaff]+)|([\u2e80-\u9fff\uf900-\ufaff]+)")


@dataclass(frozen=True, slots=True)
class LsaModel:
    """Fitted axes: ``projection`` is float32 [terms, dimension], ``idf`` float32 [terms]."""

    terms: dict[str, int]
    idf: Matrix
    projection: Matrix

    @property
    def dimension(self) -> int:
        """Length of a vector; at least 1."""
        return int(self.projection.shape[1])

    def encode(self, texts: Sequence[str]) -> Matrix:
        """Float32 [len(texts), dimension], unit rows (zero for a text without a known gram)."""
        rows = np.zeros((len(texts), self.dimension), dtype=np.float32)
        for row, text in enumerate(texts):
            columns, values = self._weigh(_count_grams(text))
            if len(columns):
                rows[row] = values @ self.projection[columns]
        return _unit_rows(rows)

    def save(self, path: Path) -> None:
        """Write the model as an ``.npz`` without pickles."""
        stream = io.BytesIO()
        terms = np.array(list(self.terms), dtype=np.str_)
        np.savez(stream, terms=terms, idf=self.idf, projection=self.projection)
        replace_file(path, stream.getvalue())

    @classmethod
    def load(cls, path: Path) -> Self:
        """The model that ``save`` wrote.

        Raises:
            SnapshotDamagedError: when the file is cut off or holds something else.
        """
        try:
            # From memory: NumPy leaves the file open when it holds something else.
            with np.load(io.BytesIO(path.read_bytes()), allow_pickle=False) as arrays:
                terms, idf, projection = (arrays[name] for name in ("terms", "idf", "projection"))
        except (OSError, ValueError, KeyError, EOFError, zipfile.BadZipFile) as error:
            raise SnapshotDamagedError(str(path), f"not a fitted embedding: {error}") from error
        if not len(terms) == len(idf) == len(projection):
            reason = f"{len(terms)} terms, {len(idf)} weights, {len(projection)} rows"
            raise SnapshotDamagedError(str(path), reason)
        return cls({str(term): i for i, term in enumerate(terms)}, idf, projection)

    def _weigh(self, counts: Counter[str]) -> tuple[NDArray[np.int64], Matrix]:
        """Columns and unit-length TF-IDF values of one text."""
        known = [(self.terms[gram], count) for gram, count in counts.items() if gram in self.terms]
        columns = np.array([column for column, _ in known], dtype=np.int64)
        frequency = np.array([count for _, count in known], dtype=np.float32)
        values = (1.0 + np.log(frequency)) * self.idf[columns]
        norm = float(np.linalg.norm(values))
        return columns, (values / norm if norm else values).astype(np.float32)


def fit_lsa(texts: Sequence[str], *, dimension: int = DIMENSION) -> LsaModel:
    """Axes that tell these texts apart; fewer than ``dimension`` when the texts have no more."""
    step = max(1, -(-len(texts) // FIT_LIMIT))
    counts = [_count_grams(text) for text in texts[::step]]
    terms, idf = _vocabulary(counts)
    bare = LsaModel(terms, idf, np.zeros((len(terms), 1), dtype=np.float32))
    if not terms:
        return bare
    rows = [bare._weigh(count) for count in counts]  # noqa: SLF001  (the same class)
    left, strength = _leading_axes(_gram_matrix(rows, len(terms)), dimension)
    projection = np.zeros((len(terms), left.shape[1]), dtype=np.float32)
    for row, (columns, values) in enumerate(rows):
        projection[columns] += np.outer(values, left[row] / strength)
    return LsaModel(terms, idf, projection)


def character_grams(text: str) -> Iterator[str]:
    """Character n-grams of a text's key: of Han runs, and of other words with their ends marked."""
    for letters, han in _RUN.findall(text):
        word = key(han) or f"^{key(letters)}$"
        for length in HAN_GRAMS if han else LETTER_GRAMS:
            for start in range(len(word) - length + 1):
                yield word[start : start + length]


def _count_grams(text: str) -> Counter[str]:
    return Counter(character_grams(text))


def _vocabulary(counts: Iterable[Counter[str]]) -> tuple[dict[str, int], Matrix]:
    """Columns and inverse document frequencies of the grams that tell texts apart."""
    frequency: Counter[str] = Counter()
    size = 0
    for count in counts:
        frequency.update(count.keys())
        size += 1
    most = max(COMMON_SHARE * size, 1)
    kept = sorted(gram for gram, seen in frequency.items() if seen <= most)
    seen = np.array([frequency[gram] for gram in kept], dtype=np.float32)
    idf = np.log((1.0 + size) / (1.0 + seen)) + 1.0
    return {gram: column for column, gram in enumerate(kept)}, idf.astype(np.float32)


def _gram_matrix(rows: Sequence[tuple[NDArray[np.int64], Matrix]], width: int) -> Matrix:
    """Inner products of all rows, float32 [n, n], a block of columns at a time."""
    place = np.concatenate([np.full(len(columns), row) for row, (columns, _) in enumerate(rows)])
    columns = np.concatenate([columns for columns, _ in rows])
    values = np.concatenate([values for _, values in rows])
    products = np.zeros((len(rows), len(rows)), dtype=np.float32)
    for start in range(0, width, BLOCK):
        here = (columns >= start) & (columns < start + BLOCK)
        block = np.zeros((len(rows), min(BLOCK, width - start)), dtype=np.float32)
        block[place[here], columns[here] - start] = values[here]
        products += block @ block.T
    return products


def _leading_axes(products: Matrix, dimension: int) -> tuple[Matrix, Matrix]:
    """The first left singular vectors [n, d] and their singular values [d], strongest first.

    A vector's sign is free: here its largest entry is positive, so that a fit can be repeated.
    """
    values, vectors = np.linalg.eigh(products)
    floor = max(float(values[-1]), 0.0) * 1e-5
    keep = [i for i in range(len(values) - 1, -1, -1) if values[i] > floor][:dimension]
    if not keep:
        keep = [len(values) - 1]
    left = vectors[:, keep]
    signs = np.sign(left[np.abs(left).argmax(axis=0), range(left.shape[1])])
    strength = np.sqrt(np.maximum(values[keep], np.finfo(np.float32).tiny))
    return (left * signs).astype(np.float32), strength.astype(np.float32)


def _unit_rows(rows: Matrix) -> Matrix:
    norms = np.linalg.norm(rows, axis=1, keepdims=True)
    units: Matrix = np.divide(rows, norms, out=np.zeros_like(rows), where=norms > 0)
    return units
