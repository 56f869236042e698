"""Texts as vectors: an embedding without downloads, and others by configuration."""

from knowledge.embedding.factory import (
    DEFAULT_EMBEDDING,
    MissingEmbeddingPackageError,
    UnknownEmbeddingError,
    embedding_from,
)

__all__ = [
    "DEFAULT_EMBEDDING",
    "MissingEmbeddingPackageError",
    "UnknownEmbeddingError",
    "embedding_from",
]
