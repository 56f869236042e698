"""Free-text search over a snapshot: words and vectors, fused, with a floor."""

from knowledge.retriever.passages import Passage, PassageKind, passages_of
from knowledge.retriever.snapshot import Hit, IndexFolder, SnapshotRetriever, topics_of
from knowledge.retriever.tuning import DEFAULT_TUNING, Tuning

__all__ = [
    "DEFAULT_TUNING",
    "Hit",
    "IndexFolder",
    "Passage",
    "PassageKind",
    "SnapshotRetriever",
    "Tuning",
    "passages_of",
    "topics_of",
]
