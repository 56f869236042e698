"""What is typical of each kind of talk: its examples together, and the card that answers it.

One example is near only to what is worded like it. The profile of a kind adds up all its examples,
and the titles, keywords and text of its cards, and weighs most what few other kinds say; so a
question that shares one telling word with the card, and no phrase with any example, is still known.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from bot.understanding.examples.pieces import telling_pieces, unit
from bot.understanding.examples.postings import Cells, Postings, cells_of
from knowledge.importers.cards import sound_cards
from knowledge.text import key

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from numpy.typing import NDArray

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

    kinds: tuple[str, ...]
    postings: Postings

    def likeness(self, asked: Mapping[str, float]) -> dict[str, float]:
        """How alike a question (pieces of length one) and each kind are: above 0 to 1."""
        found = self.postings.products(asked)
        return {self.kinds[each]: float(found[each]) for each in np.flatnonzero(found)}


def profiles_of(
    kinds: tuple[str, ...],
    kind_of: NDArray[np.int32],
    examples: Postings,
    weigh: Callable[[Iterable[str]], dict[str, float]],
) -> Profiles:
    """The profiles of kinds, with the cards that answer them.

    Args:
        kinds: Their names.
        kind_of: The place in ``kinds`` of each example.
        examples: The pieces of each example, of length one.
        weigh: Weights of the pieces of a text.
    """
    names = dict(examples.rows)
    rows = np.repeat(np.arange(len(examples.rows), dtype=np.int32), np.diff(examples.starts))
    told = Cells(rows, kind_of[examples.columns], examples.weights.astype(np.float64))
    written = _cards(kinds, names, weigh)
    sums = Cells(
        np.concatenate([told.rows, written.rows]),
        np.concatenate([told.columns, written.columns]),
        np.concatenate([told.weights, written.weights]),
    ).added_up(len(kinds))
    said_by = np.bincount(sums.rows, minlength=len(names))
    telling = np.log(1 + len(kinds) / (0.5 + said_by)) ** _TELLING
    weighed = Cells(sums.rows, sums.columns, sums.weights * telling[sums.rows])
    own = weighed.of_unit_length(len(kinds))
    kept = said_by[own.rows] <= _TOO_MANY * len(kinds)
    few = Cells(own.rows[kept], own.columns[kept], own.weights[kept])
    return Profiles(kinds, few.postings(names, len(kinds)))


def _cards(
    kinds: tuple[str, ...],
    names: dict[str, int],
    weigh: Callable[[Iterable[str]], dict[str, float]],
) -> Cells:
    """What the cards add to the profile of the kind that each answers."""
    places = {kind: place for place, kind in enumerate(kinds)}
    texts: list[dict[str, float]] = []
    kind_of: list[int] = []
    for card in sound_cards():
        file, _, slug = card.id.partition("#")
        kind = f"card:{file.removesuffix('-en')}#{slug}"
        if kind in places:
            title = " ".join((card.title, *card.keywords[:_KEYWORDS]))
            for text, worth in ((title, _TITLE), (card.text, _TEXT)):
                weights = unit(weigh(telling_pieces(key(text), text.casefold())))
                texts.append({piece: worth * weight for piece, weight in weights.items()})
                kind_of.append(places[kind])
    held = cells_of(texts, names)
    return Cells(held.rows, np.array(kind_of, np.int32)[held.columns], held.weights)
