"""Vectors in FAISS behind LlamaIndex's vector store type, with what its own integration lacks.

Deletion, filters and ids that are never used twice: LlamaIndex's FAISS store has none of them.
Invariants: vectors are unit rows and similarities inner products, so larger is nearer; an id is
given once in the life of a store, also across save and load. Readers share a store; only one thread
writes.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Self

import faiss
import numpy as np
from llama_index.core.bridge.pydantic import PrivateAttr
from llama_index.core.schema import TextNode
from llama_index.core.vector_stores.types import (
    BasePydanticVectorStore,
    VectorStoreQuery,
    VectorStoreQueryMode,
    VectorStoreQueryResult,
)
from llama_index.core.vector_stores.utils import build_metadata_filter_fn

from knowledge.errors import SnapshotDamagedError
from knowledge.index.folder import StoreFolder

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from llama_index.core.schema import BaseNode
    from llama_index.core.vector_stores.types import MetadataFilters
    from numpy.typing import NDArray

DEFAULT_TOP_K = 10


class FaissVectorStore(BasePydanticVectorStore):
    """Nodes and their vectors, in memory, exact search."""

    stores_text: bool = True

    _index: Any = PrivateAttr()
    _nodes: dict[int, BaseNode] = PrivateAttr(default_factory=dict)
    _numbers: dict[str, int] = PrivateAttr(default_factory=dict)
    _next_number: int = PrivateAttr(default=0)

    def __init__(self, dimension: int) -> None:
        super().__init__(stores_text=True)
        self._index = faiss.IndexIDMap2(faiss.IndexFlatIP(dimension))

    @classmethod
    def class_name(cls) -> str:
        """The name under which LlamaIndex reports this store."""
        return "YanyouFaissVectorStore"

    @property
    def client(self) -> Any:
        """The FAISS index itself."""
        return self._index

    @property
    def dimension(self) -> int:
        """Length of the vectors."""
        return int(self._index.d)

    def __len__(self) -> int:
        return len(self._nodes)

    def add(self, nodes: Sequence[BaseNode], **_: Any) -> list[str]:
        """Take in nodes that carry an embedding; a node whose id is known replaces the old one.

        Raises:
            ValueError: when a node has no embedding, or one of another length.
        """
        if not nodes:
            return []
        latest = {node.node_id: node for node in nodes}
        vectors = np.array([node.get_embedding() for node in latest.values()], dtype=np.float32)
        if vectors.ndim != 2 or vectors.shape[1] != self.dimension:
            raise ValueError(f"vectors of shape {vectors.shape}, expected (n, {self.dimension})")
        self.delete_nodes(list(latest))
        numbers = np.arange(self._next_number, self._next_number + len(latest), dtype=np.int64)
        faiss.normalize_L2(vectors)
        self._index.add_with_ids(vectors, numbers)
        for number, node in zip(numbers.tolist(), latest.values(), strict=True):
            self._nodes[number] = node.model_copy(update={"embedding": None})
            self._numbers[node.node_id] = number
        self._next_number += len(latest)
        return [node.node_id for node in nodes]

    def delete(self, ref_doc_id: str, **_: Any) -> None:
        """Forget the nodes made from a document, or the node of that id when it has no document."""
        self.delete_nodes(
            [
                node.node_id
                for node in self._nodes.values()
                if (node.ref_doc_id or node.node_id) == ref_doc_id
            ]
        )

    def delete_nodes(
        self,
        node_ids: list[str] | None = None,
        filters: MetadataFilters | None = None,
        **_: Any,
    ) -> None:
        """Forget the nodes with these ids that pass the filters; unknown ids are no error."""
        numbers = self._select(node_ids, filters)
        if not len(numbers):
            return
        self._index.remove_ids(numbers)
        for number in numbers.tolist():
            del self._numbers[self._nodes.pop(number).node_id]

    def clear(self) -> None:
        """Forget all nodes; their ids stay used."""
        self.delete_nodes()

    def get_nodes(
        self,
        node_ids: list[str] | None = None,
        filters: MetadataFilters | None = None,
    ) -> list[BaseNode]:
        """The nodes with these ids that pass the filters, without their vectors."""
        return [self._nodes[number] for number in self._select(node_ids, filters).tolist()]

    def query(self, query: VectorStoreQuery, **_: Any) -> VectorStoreQueryResult:
        """The nearest nodes among those that the query's ids and filters allow, nearest first.

        Raises:
            ValueError: when the query has no embedding or wants another mode than the default.
        """
        if query.query_embedding is None:
            raise ValueError("a vector query needs an embedding")
        if query.mode is not VectorStoreQueryMode.DEFAULT:
            raise ValueError(f"query mode {query.mode.value} is not supported")
        allowed = self._allowed(query)
        vector = np.array([query.query_embedding], dtype=np.float32)
        faiss.normalize_L2(vector)
        found = self._search(vector, query.similarity_top_k or DEFAULT_TOP_K, allowed)
        nodes = [self._nodes[number] for number, _ in found]
        return VectorStoreQueryResult(
            nodes=nodes,
            similarities=[similarity for _, similarity in found],
            ids=[node.node_id for node in nodes],
        )

    def save(self, folder: Path) -> None:
        """Write the store into a folder: the files beside the old ones, the manifest last."""
        numbers = sorted(self._nodes)
        nodes = "\n".join(self._nodes[number].to_json() for number in numbers)
        StoreFolder(folder).write(
            {"vectors": faiss.serialize_index(self._index).tobytes(), "nodes": nodes.encode()},
            {"numbers": numbers, "next_number": self._next_number, "dimension": self.dimension},
        )

    @classmethod
    def load(cls, folder: Path) -> Self:
        """The store that ``save`` wrote.

        Raises:
            SnapshotDamagedError: when a file is missing or is not what the manifest says.
        """
        files, values = StoreFolder(folder).read()
        store = cls(values["dimension"])
        store._index = faiss.deserialize_index(np.frombuffer(files["vectors"], dtype=np.uint8))
        lines = files["nodes"].decode().splitlines()
        if not len(lines) == len(values["numbers"]) == store._index.ntotal:
            reason = f"{len(lines)} nodes, {store._index.ntotal} vectors"
            raise SnapshotDamagedError(str(folder), reason)
        nodes = (TextNode.from_json(line) for line in lines)
        store._nodes = dict(zip(values["numbers"], nodes, strict=True))
        store._numbers = {node.node_id: number for number, node in store._nodes.items()}
        store._next_number = values["next_number"]
        return store

    def _allowed(self, query: VectorStoreQuery) -> NDArray[np.int64] | None:
        """Numbers that the query may find; ``None`` for all."""
        if query.node_ids is None and query.doc_ids is None and not query.filters:
            return None
        numbers = self._select(query.node_ids, query.filters)
        if query.doc_ids is None:
            return numbers
        wanted = set(query.doc_ids)
        kept = [n for n in numbers.tolist() if self._nodes[n].ref_doc_id in wanted]
        return np.array(kept, dtype=np.int64)

    def _select(
        self, node_ids: Sequence[str] | None, filters: MetadataFilters | None
    ) -> NDArray[np.int64]:
        ids = self._numbers if node_ids is None else [i for i in node_ids if i in self._numbers]
        if filters:
            passes = build_metadata_filter_fn(self._metadata_of, filters)
            ids = [node_id for node_id in ids if passes(node_id)]
        return np.array([self._numbers[node_id] for node_id in ids], dtype=np.int64)

    def _metadata_of(self, node_id: str) -> dict[str, Any]:
        return self._nodes[self._numbers[node_id]].metadata

    def _search(
        self, vector: NDArray[np.float32], k: int, allowed: NDArray[np.int64] | None
    ) -> list[tuple[int, float]]:
        """Numbers and similarities, nearest first; equal ones in the order of their numbers."""
        count = min(k, len(self) if allowed is None else len(allowed))
        if count == 0:
            return []
        # FAISS keeps a bare pointer to the selector: `selector` must outlive the call.
        selector = None if allowed is None else faiss.IDSelectorBatch(allowed)
        # One query is too little work to share: on a busy machine the threads wait for each other.
        faiss.omp_set_num_threads(1)
        settings: Any = faiss.SearchParameters()
        settings.sel = selector
        similarities, numbers = self._index.search(vector, count, params=settings)
        pairs = zip(numbers[0].tolist(), similarities[0].tolist(), strict=True)
        return sorted(
            (pair for pair in pairs if pair[0] >= 0), key=lambda pair: (-pair[1], pair[0])
        )
