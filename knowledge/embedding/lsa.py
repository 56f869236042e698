"""Latent semantic analysis over character n-grams: texts as vectors on fitted axes.

Invariants: vectors are float32 rows of norm 1, or zero rows when a text holds nothing known.
Nothing is downloaded and nothing is random; ``fitting`` makes the axes.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, Self

import numpy as np
from numpy.typing import NDArray

from knowledge.durable import replace_file
from knowledge.errors import SnapshotDamagedError
from knowledge.text import key

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

Matrix = NDArray[np.float32]
Steps = NDArray[np.int8]
"""A quarter of the memory of the largest table there is; two digits are enough for a direction."""
HAN_GRAMS = (1, 2)
LETTER_GRAMS = (3, 4)
_RUN = re.compile(r"([^\W\u2e80-\u9fff\uf900-\ufaff]+)|([\u2e80-\u9fff\uf900-\ufaff]+)")


@dataclass(frozen=True, slots=True)
class LsaModel:
    """Fitted axes: where each gram lies, in whole steps, and what one of its steps weighs."""

    terms: dict[str, int]
    weights: Matrix
    """Float32 [terms]: inverse frequency times the length of a step."""
    projection: Steps
    """Int8 [terms, dimension]; float16 in indexes that were written before steps."""

    @property
    def dimension(self) -> int:
        """Length of a vector; at least 1."""
        return int(self.projection.shape[1])

    def encode(self, texts: Sequence[str]) -> Matrix:
        """Float32 [len(texts), dimension], unit rows (zero for a text without a known gram)."""
        rows = np.zeros((len(texts), self.dimension), dtype=np.float32)
        for row, text in enumerate(texts):
            counts = Counter(gram for gram in character_grams(text) if gram in self.terms)
            if counts:
                columns = [self.terms[gram] for gram in counts]
                frequency = np.fromiter(counts.values(), dtype=np.float32, count=len(counts))
                weights = dampen(frequency) * self.weights[columns]
                rows[row] = weights @ self.projection[columns].astype(np.float32)
        return unit_rows(rows)

    def dump(self) -> bytes:
        """The model as an ``.npz`` without pickles."""
        stream = io.BytesIO()
        terms = np.frombuffer("\n".join(self.terms).encode(), dtype=np.uint8)
        np.savez(stream, terms=terms, idf=self.weights, projection=self.projection)
        return stream.getvalue()

    @classmethod
    def of_dump(cls, content: bytes, where: str) -> Self:
        """The model that ``dump`` wrote; ``where`` names the file in errors.

        Raises:
            SnapshotDamagedError: when the content is cut off or something else.
        """
        try:
            with np.load(io.BytesIO(content), allow_pickle=False) as arrays:
                written, weights, projection = (arrays[it] for it in ("terms", "idf", "projection"))
            terms = written.tobytes().decode().split("\n") if len(written) else []
        except (OSError, ValueError, KeyError, EOFError, zipfile.BadZipFile) as error:
            raise SnapshotDamagedError(where, f"not a fitted embedding: {error}") from error
        if not len(terms) == len(weights) == len(projection):
            reason = f"{len(terms)} terms, {len(weights)} weights, {len(projection)} rows"
            raise SnapshotDamagedError(where, reason)
        numbered = {term: number for number, term in enumerate(terms)}
        return cls(numbered, weights, projection)

    def save(self, path: Path) -> None:
        """Write the model into a file."""
        replace_file(path, self.dump())

    @classmethod
    def load(cls, path: Path) -> Self:
        """The model that ``save`` wrote.

        Raises:
            SnapshotDamagedError: when the file is missing, cut off or holds something else.
        """
        try:
            content = path.read_bytes()
        except OSError as error:
            raise SnapshotDamagedError(str(path), f"not a fitted embedding: {error}") from error
        return cls.of_dump(content, str(path))


def character_grams(text: str) -> Iterator[str]:
    """Character n-grams of a text's key: of Han runs, and of other words with their ends marked."""
    for letters, han in _RUN.findall(text):
        word = key(han) or f"^{key(letters)}$"
        for length in HAN_GRAMS if han else LETTER_GRAMS:
            for start in range(len(word) - length + 1):
                yield word[start : start + length]


def dampen(frequency: Matrix) -> Matrix:
    """What a repeated gram counts: the tenth time adds less than the second."""
    return (1.0 + np.log(frequency)).astype(np.float32)


def unit_rows(rows: Matrix) -> Matrix:
    """The rows with norm 1; zero rows stay."""
    norms = np.linalg.norm(rows, axis=1, keepdims=True)
    units: Matrix = np.divide(rows, norms, out=np.zeros_like(rows), where=norms > 0)
    return units
