"""Names that were guessed: from a slip, by ear, or from a piece of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from knowledge.text import has_han, key

if TYPE_CHECKING:
    from bot.understanding.reading import Reading
    from knowledge.gazetteer import NameMention

GUESSED = frozenset({"typo", "homophone", "partial"})
_SURE_SCORE, _SURE_HAN, _SURE_LATIN = 0.75, 4, 7
"""How near a misspelt name is, and how many characters it has, for it to be that name for sure."""


def surely_named(reading: Reading) -> bool:
    """Whether a name stands there as recorded, or so little otherwise that it is no other word."""
    return any(is_sure(name) for name in reading.names)


def is_sure(name: NameMention) -> bool:
    """Whether a name is no guess, or one that hardly errs: a long one with a slip or two."""
    if name.how not in GUESSED:
        return True
    size = len(key(name.surface))
    long = size >= (_SURE_HAN if has_han(name.surface) else _SURE_LATIN)
    return name.how != "partial" and long and len(name.ids) == 1 and name.score >= _SURE_SCORE
