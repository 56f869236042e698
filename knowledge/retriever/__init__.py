"""Free-text search over a snapshot: words and vectors, fused, with a floor."""

from knowledge.retriever.passages import Passage, PassageKind, passages_of
from knowledge.retriever.snapshot import DEFAULT_WEIGHTS, FLOOR, Hit, SnapshotRetriever

__all__ = [
    "DEFAULT_WEIGHTS",
    "FLOOR",
    "Hit",
    "Passage",
    "PassageKind",
    "SnapshotRetriever",
    "passages_of",
]
