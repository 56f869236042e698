"""The tokens of many texts as arrays: what BM25 and coverage count.

Row by row, each distinct token of a text once with its number of occurrences, in the order in which
they first stand in it.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Self

import numpy as np
from numpy.typing import NDArray

from knowledge.pacing import paced

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

Numbers = NDArray[np.int32]


@dataclass(frozen=True)
class TokenTable:
    """Which tokens stand in which text, and how often."""

    vocabulary: tuple[str, ...]
    """The tokens by number."""
    ends: NDArray[np.int64]
    """Where the row of each text ends, [texts]."""
    tokens: Numbers
    """Token numbers, row after row."""
    counts: Numbers
    """How often each stands in its text."""

    @classmethod
    def of(cls, token_lists: Iterable[Sequence[str]], known: TokenTable | None = None) -> Self:
        """The table of these texts' tokens; numbers of ``known`` stay as they are."""
        numbers = dict(known.numbers) if known else {}
        sizes: list[int] = []
        tokens: list[int] = []
        counts: list[int] = []
        for found in paced(token_lists):
            row = Counter(found)
            sizes.append(len(row))
            tokens.extend(numbers.setdefault(token, len(numbers)) for token in row)
            counts.extend(row.values())
        return cls(
            tuple(numbers),
            np.cumsum(np.array(sizes, dtype=np.int64)),
            np.array(tokens, dtype=np.int32),
            np.array(counts, dtype=np.int32),
        )

    def __len__(self) -> int:
        return len(self.ends)

    @cached_property
    def numbers(self) -> dict[str, int]:
        """Token → number."""
        return {token: number for number, token in enumerate(self.vocabulary)}

    @cached_property
    def starts(self) -> NDArray[np.int64]:
        """Where the row of each text begins, [texts]."""
        return np.concatenate([np.zeros(1, dtype=np.int64), self.ends])[:-1]

    @cached_property
    def rows(self) -> Numbers:
        """The text of every entry."""
        sizes = self.ends - self.starts
        return np.repeat(np.arange(len(self), dtype=np.int32), sizes)

    def row(self, place: int) -> Numbers:
        """The token numbers of one text."""
        return self.tokens[self.starts[place] : self.ends[place]]

    def picked(self, places: NDArray[np.int64]) -> tuple[NDArray[np.int64], Numbers, Numbers]:
        """Sizes, tokens and counts of some rows, in the order asked for."""
        sizes = (self.ends - self.starts)[places]
        shift = np.repeat(self.starts[places] - (np.cumsum(sizes) - sizes), sizes)
        entries = np.arange(int(sizes.sum()), dtype=np.int64) + shift
        return sizes, self.tokens[entries], self.counts[entries]


def interleaved(
    old: TokenTable, old_places: NDArray[np.int64], new: TokenTable, is_old: NDArray[np.bool_]
) -> TokenTable:
    """Rows of an old table and of a new one that goes on with its numbers, as one table.

    Args:
        old: The old table.
        old_places: Its rows that stay, in the order of the result.
        new: The other rows, in the order of the result.
        is_old: For each row of the result whether it is an old one.
    """
    sizes = np.zeros(len(is_old), dtype=np.int64)
    kept, kept_tokens, kept_counts = old.picked(old_places)
    sizes[is_old], sizes[~is_old] = kept, new.ends - new.starts
    from_old = np.repeat(is_old, sizes)
    tokens, counts = np.zeros((2, len(from_old)), dtype=np.int32)
    tokens[from_old], tokens[~from_old] = kept_tokens, new.tokens
    counts[from_old], counts[~from_old] = kept_counts, new.counts
    return TokenTable(new.vocabulary, np.cumsum(sizes), tokens, counts)
