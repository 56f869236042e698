"""Building the parts of a hybrid retriever. Importing this file imports LlamaIndex."""

from __future__ import annotations

from typing import TYPE_CHECKING

from knowledge.embedding import embedding_from
from knowledge.index.lexical import Bm25Index
from knowledge.index.vectors import FaissVectorStore
from knowledge.retriever.hybrid import Corpus, HybridRetriever, Leg, LexicalLeg, VectorLeg
from knowledge.retriever.nodes import node_of
from knowledge.retriever.relevance import Relevance
from knowledge.retriever.tuning import VECTORS, WORDS
from knowledge.retriever.wording import Wording
from knowledge.text import tokens

if TYPE_CHECKING:
    from collections.abc import Sequence

    from llama_index.core.base.embeddings.base import BaseEmbedding
    from llama_index.core.schema import TextNode

    from knowledge.retriever.passages import Passage
    from knowledge.retriever.tuning import Tuning


def assemble(passages: Sequence[Passage], embedding: str, tuning: Tuning) -> HybridRetriever:
    """A hybrid retriever over the passages; a leg without weight is not built."""
    nodes = [node_of(passage) for passage in passages]
    texts = [passage.text for passage in passages]
    token_lists = [tokens(text) for text in texts]
    topics = [passage.topic_words for passage in passages]
    places = {node.node_id: place for place, node in enumerate(nodes)}
    legs: dict[str, Leg] = {}
    if tuning.weights.get(WORDS):
        legs[WORDS] = LexicalLeg(Bm25Index(token_lists), places, tuple(places))
    if tuning.weights.get(VECTORS):
        legs[VECTORS] = vector_leg(nodes, embedding_from(embedding, texts), tuning.vouching)
    by_id = {node.node_id: node for node in nodes}
    corpus = Corpus(by_id, places, Relevance(token_lists, topics), Wording(token_lists))
    return HybridRetriever(corpus, legs, tuning)


def vector_leg(
    nodes: Sequence[TextNode], embedding: BaseEmbedding, vouching: float | None = None
) -> VectorLeg:
    """A FAISS store that holds the nodes, with the embedding that made their vectors."""
    vectors = embedding.get_text_embedding_batch([node.text for node in nodes])
    store = FaissVectorStore(len(vectors[0]))
    store.add(
        [
            node.model_copy(update={"embedding": vector})
            for node, vector in zip(nodes, vectors, strict=True)
        ]
    )
    return VectorLeg(store, embedding, vouching)
