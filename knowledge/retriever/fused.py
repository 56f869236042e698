"""Legs, their weights, and the floor below which nothing is found; without LlamaIndex.

Every part is read-only once built: threads may share it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from knowledge.embedding.lsa import LsaModel
from knowledge.fusion import reciprocal_rank_fusion
from knowledge.index.lexical import Bm25Index
from knowledge.index.nearest import NearestVectors
from knowledge.retriever.relevance import Relevance
from knowledge.retriever.tuning import COVERAGE, DEFAULT_TUNING, Tuning
from knowledge.retriever.wording import Asked, Wording

Allowed = NDArray[np.bool_] | None
"""Whether the text at each place may be found; ``None`` for all."""

DEPTH = 50
"""Texts that each leg hands to the fusion, or more when more are wanted."""


@dataclass(frozen=True, slots=True)
class Ranking:
    """Ids, best first."""

    ids: Sequence[str]
    vouched: frozenset[str] = frozenset()
    """Those that count as found whatever words they share with the question."""


class Leg(Protocol):
    """One way to rank texts."""

    def rank(self, text: str, k: int, allowed: Allowed) -> Ranking:
        """At most ``k`` texts among the allowed ones: bool by place, ``None`` for all."""


@dataclass(frozen=True, slots=True)
class LexicalLeg:
    """Words in common."""

    index: Bm25Index
    ids: Sequence[str]

    def rank(self, text: str, k: int, allowed: Allowed) -> Ranking:
        """The texts with the best BM25 scores."""
        return Ranking([self.ids[place] for place, _ in self.index.search(text, k, allowed)])


@dataclass(frozen=True, slots=True)
class LsaLeg:
    """Nearness by the built-in embedding."""

    vectors: NearestVectors
    model: LsaModel
    ids: Sequence[str]
    vouching: float | None = None
    """Similarity from which a text counts as found; ``None`` for never."""

    def rank(self, text: str, k: int, allowed: Allowed) -> Ranking:
        """The nearest texts; none when nothing of the question is known to the embedding."""
        vector = self.model.encode([text])[0]
        if not vector.any():
            return Ranking(())
        found = self.vectors.search(vector, k, allowed)
        return ranked(((self.ids[place], near) for place, near in found), self.vouching)


def ranked(found: Iterable[tuple[str, float]], vouching: float | None) -> Ranking:
    """A ranking of ids with their similarities."""
    pairs = list(found)
    vouched = () if vouching is None else (it for it, near in pairs if near >= vouching)
    return Ranking([it for it, _ in pairs], frozenset(vouched))


@dataclass(frozen=True, slots=True)
class Corpus:
    """The texts that all legs rank, and what the floor needs to know of them."""

    ids: Sequence[str]
    places: Mapping[str, int]
    relevance: Relevance
    wording: Wording


class FusedSearch:
    """Fuses the rankings of its legs and drops what does not cover the question."""

    def __init__(
        self, corpus: Corpus, legs: Mapping[str, Leg], tuning: Tuning = DEFAULT_TUNING
    ) -> None:
        self.corpus = corpus
        self._legs = {name: leg for name, leg in legs.items() if tuning.weights.get(name, 0.0)}
        self._tuning = tuning

    def search(self, text: str, k: int, allowed: Allowed = None) -> list[tuple[str, float]]:
        """Ids and fused scores of the best texts, best first."""
        asked = self.corpus.wording.prepare(text)
        depth = max(DEPTH, k)
        found = {name: leg.rank(asked.text, depth, allowed) for name, leg in self._legs.items()}
        rankings = {name: ranking.ids for name, ranking in found.items()}
        coverage = self._coverage(asked, reciprocal_rank_fusion(rankings, self._tuning.weights))
        # Nearly equal coverage says nothing: the order so far decides.
        rankings[COVERAGE] = sorted(coverage, key=lambda node_id: -round(coverage[node_id], 3))
        vouched = frozenset().union(*(ranking.vouched for ranking in found.values()))
        fused = reciprocal_rank_fusion(rankings, self._tuning.weights)
        floor = self._tuning.floor
        return [it for it in fused if coverage[it[0]] >= floor or it[0] in vouched][:k]

    def _coverage(self, asked: Asked, fused: Sequence[tuple[str, float]]) -> dict[str, float]:
        """How much of the question each of the texts covers, in their order."""
        relevance, places = self.corpus.relevance, self.corpus.places
        question = relevance.read(asked)
        return {node_id: relevance.coverage(question, places[node_id]) for node_id, _ in fused}
