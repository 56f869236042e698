"""Free-text search with the tuning that ships, whatever the running retriever was tuned to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from knowledge.retriever import DEFAULT_TUNING, SnapshotRetriever, passages_of, topics_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from knowledge.knowledge_base import KnowledgeBase

_LOOKED_AT = 8


def shipped_search(knowledge: KnowledgeBase) -> Callable[[str], tuple[str, ...]]:
    """Finds the ids of cards that are relevant to a text; its index comes with the first."""
    retriever = SnapshotRetriever(
        lambda: passages_of([knowledge.catalogue.records()], knowledge.cards),
        topics_of(knowledge.cards),
        tuning=DEFAULT_TUNING,
    )

    def nearest(text: str) -> tuple[str, ...]:
        return tuple(hit.id for hit in retriever.search(text, kinds=("card",), k=_LOOKED_AT))

    return nearest
