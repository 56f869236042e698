"""The search as a LlamaIndex retriever, and LlamaIndex's embeddings as a leg of the search.

Importing this file imports LlamaIndex (a second).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from llama_index.core.base.base_retriever import BaseRetriever
from llama_index.core.base.embeddings.base import BaseEmbedding
from llama_index.core.callbacks.base import CallbackManager
from llama_index.core.schema import NodeWithScore, TextNode
from llama_index.core.vector_stores.types import BasePydanticVectorStore, VectorStoreQuery

from knowledge.embedding import embedding_from
from knowledge.errors import SnapshotDamagedError
from knowledge.index.vectors import FaissVectorStore
from knowledge.retriever.fused import Ranking, ranked
from knowledge.retriever.nodes import node_from

if TYPE_CHECKING:
    from pathlib import Path

    from llama_index.core.schema import BaseNode, QueryBundle

    from knowledge.index.stored import SearchIndex
    from knowledge.retriever.fused import Allowed, FusedSearch

_SILENT = CallbackManager([])


@dataclass(frozen=True, slots=True)
class VectorLeg:
    """Nearness of meaning, by any vector store and embedding of LlamaIndex."""

    store: BasePydanticVectorStore
    embedding: BaseEmbedding
    ids: Sequence[str]
    vouching: float | None = None
    """Similarity from which a node counts as found; ``None`` for never."""

    def rank(self, text: str, k: int, allowed: Allowed) -> Ranking:
        """The nearest nodes; none when nothing of the text is known to the embedding."""
        vector = self.embedding.get_query_embedding(text)
        if not any(vector):
            return Ranking(())
        chosen = (
            None if allowed is None else [self.ids[n] for n in np.flatnonzero(allowed).tolist()]
        )
        query = VectorStoreQuery(query_embedding=vector, similarity_top_k=k, node_ids=chosen)
        result = self.store.query(query)
        pairs = zip(result.ids or [], result.similarities or [], strict=True)
        return ranked(pairs, self.vouching)


def vector_leg(
    index: SearchIndex, name: str, vouching: float | None = None, folder: Path | None = None
) -> VectorLeg:
    """The texts of an index under an embedding of LlamaIndex, in FAISS.

    Args:
        index: The texts.
        name: The embedding as the configuration names it.
        vouching: See ``VectorLeg``.
        folder: Where the vectors are kept, so that a text is embedded once.
    """
    embedding = embedding_from(name)
    nodes = {node.node_id: node for node in _nodes(index)}
    store = _kept(folder)
    if store is not None:
        same = {it.node_id for it in store.get_nodes() if _is_same(it, nodes)}
        store.delete_nodes([it.node_id for it in store.get_nodes() if it.node_id not in same])
        nodes = {name: node for name, node in nodes.items() if name not in same}
    if nodes:
        vectors = embedding.get_text_embedding_batch([node.text for node in nodes.values()])
        store = FaissVectorStore(len(vectors[0])) if store is None else store
        embedded = zip(nodes.values(), vectors, strict=True)
        store.add([node.model_copy(update={"embedding": it}) for node, it in embedded])
        if folder is not None:
            store.save(folder)
    return VectorLeg(store or FaissVectorStore(1), embedding, index.ids, vouching)


class HybridRetriever(BaseRetriever):
    """The free-text search of a snapshot: words and vectors fused, over LlamaIndex's nodes."""

    def __init__(
        self, search: FusedSearch, index: SearchIndex, *, k: int = 10, allowed: Allowed = None
    ) -> None:
        """A retriever over one index.

        Args:
            search: The fused legs.
            index: Whose texts become nodes.
            k: How many nodes at most.
            allowed: Whether the text at each place may be found; ``None`` for all.
        """
        super().__init__(callback_manager=_SILENT)
        self._search = search
        self._index = index
        self._k = k
        self._allowed = allowed

    def _retrieve(self, query_bundle: QueryBundle) -> list[NodeWithScore]:
        places = self._search.corpus.places
        found = self._search.search(query_bundle.query_str, self._k, self._allowed)
        return [
            NodeWithScore(node=node_from(node_id, self._index.text(places[node_id])), score=score)
            for node_id, score in found
        ]


def _nodes(index: SearchIndex) -> list[TextNode]:
    return [node_from(node_id, index.text(place)) for place, node_id in enumerate(index.ids)]


def _kept(folder: Path | None) -> FaissVectorStore | None:
    if folder is None or not folder.is_dir():
        return None
    try:
        return FaissVectorStore.load(folder)
    except SnapshotDamagedError:
        return None  # embedded anew


def _is_same(kept: BaseNode, nodes: dict[str, TextNode]) -> bool:
    node = nodes.get(kept.node_id)
    return node is not None and node.text == kept.get_content()
