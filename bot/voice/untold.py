"""Which clauses of a speech say what the answer does not: learned from right and wrong retellings.

A figure or a name can be compared with the records one by one; ordinary words cannot, for there are
ever more of them. So they are weighed: every piece of a clause (``untold_pieces``) has a weight,
learned from retellings by several writers in which the words that are wrong are marked, and a
clause whose weights add up to too much is not said. ``python -m tests.benchmarks.voice_learning``
learns the weights and tells how well they do on writers that they have not seen.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Final

import numpy as np
from numpy.typing import NDArray

from bot.voice.untold_pieces import bare, clauses_of, denies, pieces_of_clause

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from bot.voice.untold_pieces import Retold

WEIGHTS: Final = Path(__file__).parent / "words" / "untold.npz"
_TOO_MUCH: Final = -2.6
"""Scores from here on are not said: about one right clause in seven goes with the wrong ones."""
_TOO_MUCH_FIRST: Final = -2.0
"""The same for the first clause of a speech: it answers, and without it nothing can be said."""
_VERDICT: Final = re.compile(
    r"yes|yep|no|it (?:is|does|has|isn't|doesn't)|不?[對是]|沒?有|沒錯", re.IGNORECASE
)
_WORDS: Final = ("2n:", "wn:")
_MOST_UNSEEN: Final = 5


@dataclass(frozen=True, slots=True)
class Weights:
    """What was learned of each piece: small whole numbers, and how much one of them is."""

    rows: Mapping[str, int]
    """Where each piece stands in the array."""
    values: NDArray[np.int8]
    scale: float
    start: float
    """The score of a clause of which nothing is seen."""

    def score(self, pieces: Sequence[str]) -> float:
        """How much speaks for it that a clause with these pieces says what nobody told."""
        rows = [
            row for one in with_unseen(pieces, self.rows) if (row := self.rows.get(one, -1)) >= 0
        ]
        return self.start + self.scale * float(self.values[rows].sum(dtype=np.int64))


def untold(text: str, before: str, retold: Retold) -> Iterator[str]:
    """The clauses of a text that say what the answer does not.

    Args:
        text: A sentence, or clauses of it.
        before: What is said before it.
        retold: The answer that it retells.
    """
    told = before
    for clause in clauses_of(text):
        most = _TOO_MUCH if told.strip() else _TOO_MUCH_FIRST
        score = weights().score(pieces_of_clause(clause, told, retold))
        if score >= most and not _agrees(bare(clause), retold.answer):
            yield bare(clause)
        told += clause


def _agrees(said: str, answer: str) -> bool:
    """Whether a clause only says yes or no, as the answer does."""
    first = answer.strip().partition("\n")[0]
    return bool(_VERDICT.fullmatch(said)) and denies(said) == denies(first)


def with_unseen(pieces: Iterable[str], seen: Mapping[str, int]) -> tuple[str, ...]:
    """The pieces, and how many of its words no retelling had that was learned from."""
    own = tuple(pieces)
    new = min(sum(one.startswith(_WORDS) and one not in seen for one in own), _MOST_UNSEEN)
    return (*own, *(f"unseen:{count}" for count in range(1, new + 1)))


@cache
def weights() -> Weights:
    """The weights, read when the first speech is judged."""
    return load(WEIGHTS)


def load(path: Path) -> Weights:
    """Weights that were kept."""
    with np.load(path, allow_pickle=False) as kept:
        names = str(kept["pieces"]).split("\n")
        rows = {name: at for at, name in enumerate(names)}
        return Weights(rows, kept["values"], float(kept["scale"]), float(kept["start"]))


def keep(learned: Weights, path: Path) -> None:
    """Keep weights."""
    np.savez_compressed(
        path,
        pieces=np.array("\n".join(learned.rows)),
        values=learned.values,
        scale=np.float32(learned.scale),
        start=np.float32(learned.start),
    )
