"""How easily a name is mistaken for plain words."""

from __future__ import annotations

from enum import IntEnum
from typing import TYPE_CHECKING

from knowledge.gazetteer.vocabulary import is_term
from knowledge.text.folding import is_han

if TYPE_CHECKING:
    from knowledge.gazetteer.passage import Passage

NUMERALS = frozenset("零一二三四五六七八九十百千万两第点月日年号0123456789")
_LONG_LATIN = 5


class Weakness(IntEnum):
    """From names that speak for themselves to such that need quotation marks."""

    STRONG = 0
    SHORT = 1
    """Two characters: a name only when it stands free."""
    WORDS = 2
    """Made of ordinary words: a name only with a cue or alone between punctuation."""
    TERM = 3
    """Made of words that ask for a kind of route: a name only with a cue."""
    TINY = 4
    """One character or two letters: a name only with a cue that leaves no doubt."""
    NUMBER = 5
    """A number, date or grade: a name only in quotation marks or after 叫."""


def weakness(passage: Passage, start: int, end: int) -> Weakness:
    """How weak the name in this span is."""
    name = passage.key[start:end]
    if all(character in NUMERALS for character in name):
        return Weakness.NUMBER
    han = sum(map(is_han, name))
    if len(name) == 1 or (not han and len(name) == 2):
        return Weakness.TINY
    tokens = passage.tokens(start, end)
    if all(token.kind != "unknown" for token in tokens):
        kind = [passage.key[t.start : t.end] for t in tokens if t.kind != "function"]
        return Weakness.TERM if all(map(is_term, kind)) else Weakness.WORDS
    if len(name) == 2 or (not han and len(tokens) == 1 and len(name) < _LONG_LATIN):
        return Weakness.SHORT
    return Weakness.STRONG
