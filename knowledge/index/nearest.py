"""Vectors in FAISS by their place, without LlamaIndex: what the built-in embedding needs.

Invariant: vectors are unit rows (or zero) and similarities inner products, so larger is nearer.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Self

import faiss
import numpy as np

from knowledge.errors import SnapshotDamagedError

if TYPE_CHECKING:
    from numpy.typing import NDArray

EXACT_LIMIT = 20_000
"""Vectors kept whole; of more each number is kept in two bytes, which halves memory and time."""


class NearestVectors:
    """Exact search over every vector."""

    def __init__(self, index: Any) -> None:
        self._index = index

    @classmethod
    def of(cls, vectors: NDArray[np.float32]) -> Self:
        """The vectors, float32 [n, dimension]."""
        dimension = vectors.shape[1]
        index: Any
        if len(vectors) <= EXACT_LIMIT:
            index = faiss.IndexFlatIP(dimension)
        else:
            half = faiss.ScalarQuantizer.QT_fp16
            index = faiss.IndexScalarQuantizer(dimension, half, faiss.METRIC_INNER_PRODUCT)
        index.add(np.ascontiguousarray(vectors))
        return cls(index)

    def __len__(self) -> int:
        return int(self._index.ntotal)

    @property
    def vectors(self) -> NDArray[np.float32]:
        """All vectors, float32 [n, dimension]."""
        found: NDArray[np.float32] = self._index.reconstruct_n(0, len(self))
        return found

    def search(
        self, vector: NDArray[np.float32], k: int, allowed: NDArray[np.bool_] | None = None
    ) -> list[tuple[int, float]]:
        """Places and similarities, nearest first; equal ones in the order of their places."""
        count = min(k, len(self) if allowed is None else int(allowed.sum()))
        if count == 0:
            return []
        # FAISS keeps bare pointers: what the selector points to must outlive the call.
        bits = None if allowed is None else np.packbits(allowed, bitorder="little")
        make: Any = faiss.IDSelectorBitmap
        selector = None if bits is None else make(bits)
        # One query is too little work to share: on a busy machine the threads wait for each other.
        faiss.omp_set_num_threads(1)
        settings: Any = self._settings(selector)
        similarities, places = self._index.search(vector[None, :], count, params=settings)
        pairs = zip(places[0].tolist(), similarities[0].tolist(), strict=True)
        return sorted((it for it in pairs if it[0] >= 0), key=lambda it: (-it[1], it[0]))

    def dump(self) -> bytes:
        """The index as bytes."""
        return bytes(faiss.serialize_index(self._index).tobytes())

    @classmethod
    def load(cls, content: bytes) -> Self:
        """The index that ``dump`` wrote.

        Raises:
            SnapshotDamagedError: When FAISS cannot read it.
        """
        try:
            return cls(faiss.deserialize_index(np.frombuffer(content, dtype=np.uint8)))
        except RuntimeError as error:
            raise SnapshotDamagedError("vectors", str(error)) from error

    def _settings(self, selector: Any) -> Any:
        settings: Any = faiss.SearchParameters()
        settings.sel = selector
        return settings
