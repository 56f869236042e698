"""What is typical of each kind of talk: its examples together, and the card that answers it.

One example is near only to what is worded like it. The profile of a kind adds up all its examples,
and the titles, keywords and text of its cards, and weighs most what few other kinds say; so a
question that shares one telling word with the card, and no phrase with any example, is still known.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass
from math import log
from typing import TYPE_CHECKING

from bot.understanding.examples.pieces import pieces_of, unit
from knowledge.importers.cards import sound_cards
from knowledge.text import key

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

_TITLE, _TEXT = 6.0, 3.0
"""How many examples the title with the keywords of a card, and its text, are worth."""
_TELLING = 2.0
"""Exponent of how few kinds say a piece."""
_TOO_MANY = 0.25
"""Share of the kinds from which a piece tells nothing."""
_KEYWORDS = 12


@dataclass(frozen=True, slots=True)
class Profiles:
    """The weighted pieces of each kind, to be looked up by piece."""

    postings: dict[str, list[tuple[str, float]]]

    def likeness(self, asked: Mapping[str, float]) -> dict[str, float]:
        """How alike a question (pieces of length one) and each kind are: 0 to 1."""
        found: dict[str, float] = defaultdict(float)
        for piece, weight in asked.items():
            for kind, own in self.postings.get(piece, ()):
                found[kind] += weight * own
        return found


def profiles_of(
    examples: Iterable[tuple[str, Mapping[str, int]]],
    weigh: Callable[[Mapping[str, int]], dict[str, float]],
) -> Profiles:
    """The profiles of the kinds of some examples, with the cards that answer them."""
    sums: dict[str, dict[str, float]] = defaultdict(lambda: defaultdict(float))
    for kind, pieces in examples:
        _add(sums[kind], weigh(pieces), 1.0)
    for card in sound_cards():
        file, _, slug = card.id.partition("#")
        kind = f"card:{file.removesuffix('-en')}#{slug}"
        if kind in sums:
            title = " ".join((card.title, *card.keywords[:_KEYWORDS]))
            for text, worth in ((title, _TITLE), (card.text, _TEXT)):
                _add(sums[kind], weigh(pieces_of(key(text), text.casefold())), worth)
    said_by = Counter(piece for pieces in sums.values() for piece in pieces)
    telling = {
        piece: log(1 + len(sums) / (0.5 + count)) ** _TELLING for piece, count in said_by.items()
    }
    postings: dict[str, list[tuple[str, float]]] = defaultdict(list)
    for kind, weights in sums.items():
        own = unit({piece: weight * telling[piece] for piece, weight in weights.items()})
        for piece, weight in own.items():
            if said_by[piece] <= _TOO_MANY * len(sums):
                postings[piece].append((kind, weight))
    return Profiles(postings)


def _add(pieces: dict[str, float], weights: Mapping[str, float], worth: float) -> None:
    for piece, weight in unit(weights).items():
        pieces[piece] += worth * weight
