"""What plain tools find in the same documents: the yardsticks of every evaluation.

They answer with the ids of the records whose documents rank first, and know no floor: whatever is
asked, the nearest comes back. Importing this file imports LlamaIndex.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

import bm25s
import numpy as np
from llama_index.core.base.base_retriever import BaseRetriever
from llama_index.core.callbacks.base import CallbackManager
from llama_index.core.indices.vector_store.base import VectorStoreIndex

from knowledge.text import tokens

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from llama_index.core.base.embeddings.base import BaseEmbedding
    from llama_index.core.schema import TextNode

MAX_RESULTS = 10


@dataclass(frozen=True, slots=True)
class PlainVectorBaseline:
    """LlamaIndex's ``VectorStoreIndex`` with its defaults and no language model."""

    retriever: BaseRetriever
    k: int

    @classmethod
    def build(
        cls, nodes: Sequence[TextNode], embedding: BaseEmbedding, *, k: int = MAX_RESULTS
    ) -> PlainVectorBaseline:
        """An index over the nodes that finds up to ``k`` of them."""
        index = VectorStoreIndex(
            nodes=[node.model_copy() for node in nodes],
            embed_model=embedding,
            callback_manager=CallbackManager([]),
            # Not empty, else LlamaIndex builds the global default: a splitter with its tokenizer.
            transformations=[embedding],
        )
        return cls(index.as_retriever(similarity_top_k=k), k)

    def search(self, text: str, k: int = MAX_RESULTS) -> tuple[str, ...]:
        """Record ids of the nearest ``k`` nodes (at most the index's own), nearest first."""
        # A question without a known gram is a zero vector, by whose length LlamaIndex divides.
        with np.errstate(invalid="ignore", divide="ignore"):
            found = self.retriever.retrieve(text)[:k]
        return tuple(str(item.node.metadata["record_id"]) for item in found)


class PlainBm25Baseline:
    """BM25 alone, with the defaults of bm25s."""

    def __init__(
        self, record_ids: Sequence[str], texts: Sequence[str], split: Callable[[str], list[str]]
    ) -> None:
        self._record_ids = tuple(record_ids)
        self._split = split
        self._scorer = bm25s.BM25()
        self._scorer.index([split(text) for text in texts], show_progress=False)

    @classmethod
    def build(
        cls, nodes: Sequence[TextNode], split: Callable[[str], list[str]] = tokens
    ) -> PlainBm25Baseline:
        """BM25 over the nodes' texts, split into single Han characters and pairs by default."""
        ids = [str(node.metadata["record_id"]) for node in nodes]
        return cls(ids, [node.text for node in nodes], split)

    def search(self, text: str, k: int = MAX_RESULTS) -> tuple[str, ...]:
        """Record ids of the best ``k`` texts, best first."""
        words = self._split(text)
        if not words:
            return ()
        scores = self._scorer.get_scores(words)
        best = (-scores).argsort(kind="stable")[:k]
        return tuple(self._record_ids[place] for place in best if scores[place] > 0)


def run_words(text: str) -> list[str]:
    """Words as bm25s splits them by itself: a run of Chinese is one word."""
    return re.findall(r"\b\w\w+\b", text.lower())
