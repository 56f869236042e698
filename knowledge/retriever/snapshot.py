"""Free-text search over one snapshot: plain values in, plain values out.

The index is made, or read from its folder, at the first search; ``warm`` does it ahead, e.g. in a
background thread. An index that is damaged or of other records is made anew and kept. Every search
is a LlamaIndex retriever's (``as_retriever``), which takes a second to import and not before.
"""

from __future__ import annotations

import logging
import os
from dataclasses import dataclass
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING, Any

from knowledge.errors import SnapshotDamagedError
from knowledge.heap import release_freed
from knowledge.retriever.passages import Passage, PassageKind, passages_of
from knowledge.retriever.tuning import DEFAULT_TUNING, VECTORS, WORDS, Tuning

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Mapping, Sequence

    import numpy as np
    from llama_index.core.schema import NodeWithScore
    from numpy.typing import NDArray

    from knowledge.index.stored import SearchIndex
    from knowledge.retriever.fused import FusedSearch, Leg
    from knowledge.retriever.hybrid import HybridRetriever
    from knowledge.schema import Card, Records

logger = logging.getLogger(__name__)

MAX_CHARS = 500
"""Longer questions are cut: no question of a person is longer, and work grows with length."""
_BUILT_IN = "lsa"


@dataclass(frozen=True, slots=True)
class Hit:
    """A record that answers to a free-text question."""

    kind: PassageKind
    id: str
    score: float
    """Fused score: comparable within one search only; higher is better."""
    text: str
    """The passage that was found; discreet where the crag asks for it."""


@dataclass(frozen=True, slots=True)
class IndexFolder:
    """Where the index of a snapshot is kept."""

    path: Path
    identity: str
    """What the index is made of; one with another identity is not used."""
    previous: Path | None = None
    """The folder of an earlier index, whose texts need not be worked on again."""


class SnapshotRetriever:
    """Searches the passages of one snapshot; safe to share between threads."""

    def __init__(
        self,
        passages: Callable[[], Sequence[Passage]],
        topics: Mapping[str, Sequence[str]],
        *,
        embedding: str = _BUILT_IN,
        tuning: Tuning = DEFAULT_TUNING,
        folder: IndexFolder | None = None,
    ) -> None:
        """A retriever that reads nothing yet.

        Args:
            passages: Makes the passages; not called when the folder holds their index.
            topics: Node id → the words that name its topic.
            embedding: What vectors come from; see ``knowledge.embedding``.
            tuning: Weights and floor.
            folder: Where the index is kept; ``None`` to make it each time.
        """
        self._passages = passages
        self._topics = topics
        self._embedding = embedding
        self._tuning = tuning
        self._folder = folder
        self._search: FusedSearch | None = None
        self._index: SearchIndex | None = None
        self._kinds: dict[str, NDArray[np.bool_]] = {}
        self._lock = Lock()

    @classmethod
    def build(
        cls,
        records: Iterable[Records],
        cards: Sequence[Card] = (),
        *,
        embedding: str = _BUILT_IN,
        tuning: Tuning = DEFAULT_TUNING,
    ) -> SnapshotRetriever:
        """A retriever over these records and cards; the indexes come with the first search."""
        passages = passages_of(records, cards)
        return cls(lambda: passages, topics_of(cards), embedding=embedding, tuning=tuning)

    def __len__(self) -> int:
        return len(self._passages()) if self._index is None else len(self._index)

    def record_ids(self) -> frozenset[str]:
        """The ids of the records whose passages can be found."""
        self.warm()
        ids = self._index.ids if self._index else ()
        return frozenset(node_id.partition(":")[2] for node_id in ids)

    def warm(
        self,
        progress: Callable[[Iterable[str], str], Iterable[str]] = lambda items, _: items,
    ) -> None:
        """Read or make the index now, if it is not there yet.

        Args:
            progress: Wraps long loops over texts under a title, e.g. with a bar.
        """
        with self._lock:
            if self._index is None:
                # The matrices are small: threads would only wait for each other, on a busy machine
                # for seconds. Heeded when NumPy is loaded, which is here.
                os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
                index = self._kept() or self._made(progress)
                self._search = self._assembled(index)
                import knowledge.retriever.hybrid  # noqa: F401, PLC0415 - LlamaIndex: 1 s, now

                release_freed()
                self._index = index

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
        if not text.strip() or k < 1 or (allowed_ids is not None and not allowed_ids):
            return ()
        self.warm()
        if not self._index:
            return ()
        retriever = self.as_retriever(kinds=kinds, allowed_ids=allowed_ids, k=k)
        return tuple(_hit(found) for found in retriever.retrieve(text[:MAX_CHARS]))

    def as_retriever(
        self,
        *,
        kinds: Collection[str] = (),
        allowed_ids: Collection[str] | None = None,
        k: int = 10,
    ) -> HybridRetriever:
        """The search as a LlamaIndex retriever, for its query engines too; see ``search``."""
        from knowledge.retriever.hybrid import HybridRetriever  # noqa: PLC0415 - LlamaIndex: 1 s

        self.warm()
        if self._search is None or self._index is None:
            raise AssertionError("warm() left no index")
        allowed = self._allowed(self._index, kinds, allowed_ids)
        return HybridRetriever(self._search, self._index, k=k, allowed=allowed)

    def _kept(self) -> SearchIndex | None:
        """The index of the folder, if it is whole and of these records."""
        if self._folder is None or not self._folder.path.is_dir():
            return None
        from knowledge.index.stored import SearchIndex  # noqa: PLC0415 - NumPy and FAISS: 0.1 s

        try:
            index, identity = SearchIndex.load(self._folder.path)
        except SnapshotDamagedError as error:
            logger.warning("search index made anew: %s", error)
            return None
        return index if identity == self._folder.identity else None

    def _made(self, progress: Callable[[Iterable[str], str], Iterable[str]]) -> SearchIndex:
        """A new index, kept in the folder."""
        from knowledge.index.stored import SearchIndex  # noqa: PLC0415 - NumPy and FAISS: 0.1 s

        passages = self._passages()
        index = SearchIndex.build(
            [passage.node_id for passage in passages],
            [passage.text for passage in passages],
            previous=self._previous(),
            progress=progress,
        )
        if self._folder is not None:
            try:
                index.save(self._folder.path, self._folder.identity)
            except OSError as error:
                logger.warning("search index not kept: %s", error)
        return index

    def _previous(self) -> SearchIndex | None:
        from knowledge.index.stored import SearchIndex  # noqa: PLC0415 - NumPy and FAISS: 0.1 s

        if self._folder is None:
            return None
        for path in (self._folder.path, self._folder.previous):
            if path is not None and path.is_dir():
                try:
                    return SearchIndex.load(path)[0]
                except SnapshotDamagedError:
                    continue  # said already, or somebody else's to say
        return None

    def _assembled(self, index: SearchIndex) -> FusedSearch:
        from knowledge.index.lexical import Bm25Index  # noqa: PLC0415 - NumPy and FAISS: 0.1 s
        from knowledge.retriever.fused import (  # noqa: PLC0415
            Corpus,
            FusedSearch,
            LexicalLeg,
            LsaLeg,
        )
        from knowledge.retriever.relevance import Relevance  # noqa: PLC0415
        from knowledge.retriever.wording import Wording  # noqa: PLC0415

        weights, vouching = self._tuning.weights, self._tuning.vouching
        legs: dict[str, Leg] = {}
        if weights.get(WORDS):
            legs[WORDS] = LexicalLeg(Bm25Index(index.table), index.ids)
        if weights.get(VECTORS) and self._embedding.strip() == _BUILT_IN:
            legs[VECTORS] = LsaLeg(index.vectors, index.model, index.ids, vouching)
        elif weights.get(VECTORS):
            from knowledge.retriever.hybrid import vector_leg  # noqa: PLC0415 - LlamaIndex: 1 s

            legs[VECTORS] = vector_leg(index, self._embedding, vouching, self._vectors_path())
        places = {node_id: place for place, node_id in enumerate(index.ids)}
        topics = {places[it]: words for it, words in self._topics.items() if it in places}
        corpus = Corpus(index.ids, places, Relevance(index.table, topics), Wording(index.table))
        return FusedSearch(corpus, legs, self._tuning)

    def _vectors_path(self) -> Path | None:
        """Where the vectors of another embedding are kept, beside the index."""
        if self._folder is None:
            return None
        name = "".join(it if it.isalnum() else "-" for it in self._embedding)
        return self._folder.path / name[:80]

    def _allowed(
        self, index: SearchIndex, kinds: Collection[str], allowed_ids: Collection[str] | None
    ) -> NDArray[np.bool_] | None:
        import numpy as np  # noqa: PLC0415 - loaded by the index

        if not kinds and allowed_ids is None:
            return None
        allowed = np.ones(len(index), dtype=bool)
        if kinds:
            allowed &= np.logical_or.reduce([self._of_kind(index, kind) for kind in set(kinds)])
        if allowed_ids is not None and self._search is not None:
            places = self._search.corpus.places
            names = (f"{kind}:{it}" for it in allowed_ids for kind in _KINDS)
            chosen = [places[name] for name in names if name in places]
            mask = np.zeros(len(index), dtype=bool)
            mask[chosen] = True
            allowed &= mask
        return allowed

    def _of_kind(self, index: SearchIndex, kind: str) -> NDArray[np.bool_]:
        import numpy as np  # noqa: PLC0415 - loaded by the index

        found = self._kinds.get(kind)
        if found is None:
            start = f"{kind}:"
            found = np.array([node_id.startswith(start) for node_id in index.ids], dtype=bool)
            self._kinds[kind] = found
        return found


def _hit(found: NodeWithScore) -> Hit:
    kind: Any
    kind, _, record_id = found.node_id.partition(":")
    return Hit(kind, record_id, found.score or 0.0, found.text)


_KINDS = ("route", "crag", "area", "gym", "card")


def topics_of(cards: Iterable[Card]) -> dict[str, tuple[str, ...]]:
    """Node id → the words by which the author of a card names its topic."""
    return {f"card:{card.id}": (card.title, *card.keywords) for card in cards}
