"""BM25 over our own tokens. The index is rebuilt, never saved: a thousand documents take a moment.

LlamaIndex's own BM25 retriever takes a run of Chinese for one word and ignores another tokenizer.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import bm25s
import numpy as np

from knowledge.text import tokens

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

FREQUENCY_SATURATION = 1.2
LENGTH_SHARE = 0.6
"""How much the length of a document counts against it (b); names are short and cards are long."""


class Bm25Index:
    """Texts to search by their tokens; a text is known by its place in the sequence."""

    def __init__(self, token_lists: Sequence[Sequence[str]]) -> None:
        vocabulary: dict[str, int] = {}
        documents = [
            [vocabulary.setdefault(token, len(vocabulary)) for token in found]
            for found in token_lists
        ]
        self._size = len(documents)
        self._vocabulary = vocabulary
        self._scorer = bm25s.BM25(k1=FREQUENCY_SATURATION, b=LENGTH_SHARE, method="lucene")
        if vocabulary:
            self._scorer.index((documents, dict(vocabulary)), show_progress=False)

    def __len__(self) -> int:
        return self._size

    def search(
        self, text: str, k: int, allowed: NDArray[np.bool_] | None = None
    ) -> list[tuple[int, float]]:
        """Places and scores of the best texts, best first; only those that share a token.

        Args:
            text: The question.
            k: How many at most.
            allowed: bool [n]; ``False`` leaves a text out. ``None`` allows all.
        """
        known = [self._vocabulary[t] for t in tokens(text) if t in self._vocabulary]
        if not known:
            return []
        scores = self._scorer.get_scores(known, weight_mask=allowed)
        places = np.argsort(-scores, kind="stable")[:k]
        return [(int(place), float(scores[place])) for place in places if scores[place] > 0]
