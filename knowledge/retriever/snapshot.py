"""Free-text search over one snapshot: plain values in, plain values out.

Building is put off to the first search, because LlamaIndex takes more than a second to import;
``warm`` does it ahead, e.g. in a background thread. LlamaIndex's objects stop inside this package.
"""

from __future__ import annotations

import os
from dataclasses import dataclass
from threading import Lock
from typing import TYPE_CHECKING

from knowledge.retriever.passages import Passage, PassageKind, passages_of
from knowledge.retriever.tuning import DEFAULT_TUNING, Tuning

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Sequence

    from knowledge.retriever.hybrid import HybridRetriever
    from knowledge.schema import Card, Records

MAX_CHARS = 500
"""Longer questions are cut: no question of a person is longer, and work grows with length."""


@dataclass(frozen=True, slots=True)
class Hit:
    """A record that answers to a free-text question."""

    kind: PassageKind
    id: str
    score: float
    """Fused score: comparable within one search only; higher is better."""
    text: str
    """The passage that was found; discreet where the crag asks for it."""


class SnapshotRetriever:
    """Searches the passages of one snapshot; safe to share between threads."""

    def __init__(
        self,
        passages: Sequence[Passage],
        *,
        embedding: str = "lsa",
        tuning: Tuning = DEFAULT_TUNING,
    ) -> None:
        self._passages = {passage.node_id: passage for passage in passages}
        self._embedding = embedding
        self._tuning = tuning
        self._retriever: HybridRetriever | None = None
        self._lock = Lock()

    @classmethod
    def build(
        cls,
        records: Iterable[Records],
        cards: Sequence[Card] = (),
        *,
        embedding: str = "lsa",
        tuning: Tuning = DEFAULT_TUNING,
    ) -> SnapshotRetriever:
        """A retriever over these records and cards; the indexes come with the first search."""
        return cls(passages_of(records, cards), embedding=embedding, tuning=tuning)

    def __len__(self) -> int:
        return len(self._passages)

    def record_ids(self) -> frozenset[str]:
        """The ids of the records whose passages can be found."""
        return frozenset(passage.record_id for passage in self._passages.values())

    def warm(self) -> None:
        """Build the indexes now, if they are not there yet."""
        with self._lock:
            if self._retriever is None and self._passages:
                # The matrices are small: threads would only wait for each other, on a busy machine
                # for seconds. Heeded when NumPy is loaded, which is here.
                os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
                from knowledge.retriever.assembly import assemble  # noqa: PLC0415  (1.6 s)

                passages = tuple(self._passages.values())
                self._retriever = assemble(passages, self._embedding, self._tuning)

    def search(
        self,
        text: str,
        *,
        kinds: Collection[str] = (),
        allowed_ids: Collection[str] | None = None,
        k: int = 10,
    ) -> tuple[Hit, ...]:
        """The best records for a free-text question, best first; none when nothing covers it.

        Args:
            text: The question, as typed.
            kinds: Kinds of records to look at; empty for all.
            allowed_ids: Record ids to look at, e.g. what a filter left over; ``None`` for all.
            k: How many at most.
        """
        allowed = self._allowed(kinds, allowed_ids)
        if not text.strip() or not self._passages or k < 1 or (allowed is not None and not allowed):
            return ()
        self.warm()
        if self._retriever is None:
            return ()
        found = self._retriever.restricted(allowed, k).retrieve(text[:MAX_CHARS])
        return tuple(self._hit(item.node.node_id, item.score or 0.0) for item in found)

    def _allowed(
        self, kinds: Collection[str], allowed_ids: Collection[str] | None
    ) -> frozenset[str] | None:
        if not kinds and allowed_ids is None:
            return None
        ids = None if allowed_ids is None else frozenset(allowed_ids)
        return frozenset(
            node_id
            for node_id, passage in self._passages.items()
            if (not kinds or passage.kind in kinds) and (ids is None or passage.record_id in ids)
        )

    def _hit(self, node_id: str, score: float) -> Hit:
        passage = self._passages[node_id]
        return Hit(passage.kind, passage.record_id, score, passage.text)
