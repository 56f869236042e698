"""The hybrid retriever: legs, their weights, and the floor below which nothing is found.

Importing this file imports LlamaIndex. Every part is read-only once built: threads may share it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

import numpy as np
from llama_index.core.base.base_retriever import BaseRetriever
from llama_index.core.base.embeddings.base import BaseEmbedding
from llama_index.core.callbacks.base import CallbackManager
from llama_index.core.schema import BaseNode, NodeWithScore
from llama_index.core.vector_stores.types import BasePydanticVectorStore, VectorStoreQuery

from knowledge.fusion import reciprocal_rank_fusion
from knowledge.index.lexical import Bm25Index
from knowledge.retriever.relevance import Relevance
from knowledge.retriever.tuning import COVERAGE, DEFAULT_TUNING, Tuning
from knowledge.retriever.wording import Asked, Wording

if TYPE_CHECKING:
    from llama_index.core.schema import QueryBundle


DEPTH = 50
"""Nodes that each leg hands to the fusion, or more when more are wanted."""


@dataclass(frozen=True, slots=True)
class Ranking:
    """Node ids, best first."""

    ids: Sequence[str]
    vouched: frozenset[str] = frozenset()
    """Those that count as found whatever words they share with the question."""


class Leg(Protocol):
    """One way to rank nodes."""

    def rank(self, text: str, k: int, allowed: frozenset[str] | None) -> Ranking:
        """At most ``k`` nodes among the allowed ones."""


@dataclass(frozen=True, slots=True)
class VectorLeg:
    """Nearness of meaning, by any vector store and embedding of LlamaIndex."""

    store: BasePydanticVectorStore
    embedding: BaseEmbedding
    vouching: float | None = None
    """Similarity from which a node counts as found; ``None`` for never."""

    def rank(self, text: str, k: int, allowed: frozenset[str] | None) -> Ranking:
        """The nearest nodes; none when nothing of the text is known to the embedding."""
        vector = self.embedding.get_query_embedding(text)
        if not any(vector):
            return Ranking(())
        query = VectorStoreQuery(
            query_embedding=vector,
            similarity_top_k=k,
            node_ids=None if allowed is None else sorted(allowed),
        )
        result = self.store.query(query)
        ids, similarities = result.ids or [], result.similarities or []
        pairs = zip(ids, similarities, strict=True)
        least = self.vouching
        vouched = () if least is None else (node_id for node_id, near in pairs if near >= least)
        return Ranking(ids, frozenset(vouched))


@dataclass(frozen=True, slots=True)
class LexicalLeg:
    """Words in common."""

    index: Bm25Index
    places: Mapping[str, int]
    """Node id -> its place in the index."""
    ids: Sequence[str]
    """Node ids in the order of their places."""

    def rank(self, text: str, k: int, allowed: frozenset[str] | None) -> Ranking:
        """The nodes with the best BM25 scores."""
        mask = None
        if allowed is not None:
            mask = np.zeros(len(self.index), dtype=bool)
            mask[[self.places[node_id] for node_id in allowed]] = True
        return Ranking([self.ids[place] for place, _ in self.index.search(text, k, mask)])


@dataclass(frozen=True, slots=True)
class Corpus:
    """The nodes that all legs rank, and what the floor needs to know of them."""

    nodes: Mapping[str, BaseNode]
    places: Mapping[str, int]
    """Node id -> its place in ``relevance``."""
    relevance: Relevance
    wording: Wording


class HybridRetriever(BaseRetriever):
    """Fuses the rankings of its legs and drops what does not cover the question."""

    def __init__(
        self,
        corpus: Corpus,
        legs: Mapping[str, Leg],
        tuning: Tuning = DEFAULT_TUNING,
        *,
        k: int = 10,
        allowed: frozenset[str] | None = None,
    ) -> None:
        super().__init__(callback_manager=CallbackManager([]))
        self._corpus = corpus
        self._legs = {name: leg for name, leg in legs.items() if tuning.weights.get(name, 0.0)}
        self._tuning = tuning
        self._k = k
        self._allowed = allowed

    def restricted(self, allowed: frozenset[str] | None, k: int) -> HybridRetriever:
        """The same retriever over the allowed node ids (``None`` for all), for ``k`` nodes."""
        return HybridRetriever(self._corpus, self._legs, self._tuning, k=k, allowed=allowed)

    def _retrieve(self, query_bundle: QueryBundle) -> list[NodeWithScore]:
        asked = self._corpus.wording.prepare(query_bundle.query_str)
        depth = max(DEPTH, self._k)
        ranked = {
            name: leg.rank(asked.text, depth, self._allowed) for name, leg in self._legs.items()
        }
        rankings = {name: ranking.ids for name, ranking in ranked.items()}
        coverage = self._coverage(asked, reciprocal_rank_fusion(rankings, self._tuning.weights))
        # Nearly equal coverage says nothing: the order so far decides.
        rankings[COVERAGE] = sorted(coverage, key=lambda node_id: -round(coverage[node_id], 3))
        vouched = frozenset().union(*(ranking.vouched for ranking in ranked.values()))
        found = [
            NodeWithScore(node=self._corpus.nodes[node_id], score=score)
            for node_id, score in reciprocal_rank_fusion(rankings, self._tuning.weights)
            if coverage[node_id] >= self._tuning.floor or node_id in vouched
        ]
        return found[: self._k]

    def _coverage(self, asked: Asked, fused: Sequence[tuple[str, float]]) -> dict[str, float]:
        """How much of the question each of the nodes covers, in their order."""
        relevance, places = self._corpus.relevance, self._corpus.places
        question = relevance.read(asked)
        return {node_id: relevance.coverage(question, places[node_id]) for node_id, _ in fused}
