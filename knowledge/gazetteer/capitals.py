"""Capital letters, by which English names are told from English words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from knowledge.gazetteer.passage import Gap
from knowledge.gazetteer.vocabulary import is_function_word

if TYPE_CHECKING:
    from knowledge.gazetteer.passage import Passage

_OF_THE = frozenset(("of", "the"))
"""Words in small letters inside a name."""


def titled(passage: Passage, start: int, end: int) -> bool:
    """Whether all words of a span have capitals, and not only because a sentence begins there."""
    words = passage.surface(start, end).split()
    if passage.surface(0, passage.length).isupper() or not all(w[:1].isupper() for w in words):
        return False
    return len(words) > 1 or passage.gaps[start] != Gap.HARD


def titled_word(passage: Passage, index: int) -> bool:
    """Whether the character there is a capital."""
    return passage.text[passage.offsets[index]].isupper()


def before(passage: Passage, start: int) -> int:
    """Where the capitalised word ends that stands before a capitalised span; 0 without one.

    "of" and "the" are passed over; words that only ask do not count.
    """
    if not passage.latin_at(start) or not titled_word(passage, start):
        return 0
    while start and passage.latin_at(start - 1) and passage.gaps[start] == Gap.SOFT:
        end, start = start, start - 1
        while start and not passage.gaps[start] and passage.latin_at(start - 1):
            start -= 1
        word = passage.key[start:end]
        if word not in _OF_THE:
            counts = word.isalpha() and not is_function_word(word) and titled_word(passage, start)
            return end if counts else 0
    return 0


def after(passage: Passage, start: int, end: int) -> bool:
    """Whether a capitalised word stands behind a capitalised span, which may be its last half."""
    follows = passage.latin_at(end) and passage.gaps[end] == Gap.SOFT
    if not follows or not passage.key[end].isalpha() or not titled_word(passage, start):
        return False
    stop = end + 1
    while passage.latin_at(stop) and not passage.gaps[stop]:
        stop += 1
    hyphen = passage.text[passage.offsets[end] - 1] == "-"
    asks = is_function_word(passage.key[end:stop]) and not hyphen
    return titled_word(passage, end) and not asks
