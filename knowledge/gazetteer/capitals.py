"""Capital letters, by which English names are told from English words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from knowledge.gazetteer.passage import Gap
from knowledge.gazetteer.vocabulary import is_common, is_function_word

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
        if _listed(passage, start):
            return 0
        end, start = start, start - 1
        while start and not passage.gaps[start] and passage.latin_at(start - 1):
            start -= 1
        word = passage.key[start:end]
        if word not in _OF_THE:
            asks = is_function_word(word) or is_common(word)
            counts = word.isalpha() and not asks and titled_word(passage, start)
            return end if counts else 0
    return 0


def after(passage: Passage, start: int, end: int) -> bool:
    """Whether a capitalised word stands behind a capitalised span, which may be its last half."""
    follows = passage.latin_at(end) and passage.gaps[end] == Gap.SOFT
    if (
        not follows
        or _listed(passage, end)
        or not passage.key[end].isalpha()
        or not titled_word(passage, start)
    ):
        return False
    stop = end + 1
    while passage.latin_at(stop) and not passage.gaps[stop]:
        stop += 1
    hyphen = passage.text[passage.offsets[end] - 1] == "-"
    asks = is_function_word(passage.key[end:stop]) and not hyphen
    return titled_word(passage, end) and not asks


def parts_left(passage: Passage, start: int) -> bool:
    """Whether the English word before a span is no part of a name that the span goes on with.

    Ordinary words are none, nor is a word in small letters before a capital: "established Drip".
    """
    if _listed(passage, start):
        return True
    begin = start - 1
    while begin and not passage.gaps[begin] and passage.latin_at(begin - 1):
        begin -= 1
    small = not titled_word(passage, begin) and titled_word(passage, start)
    return small or _is_speech(passage, begin, start)


def parts_right(passage: Passage, end: int) -> bool:
    """Whether the English word behind a span is an ordinary one: "Drip lately"."""
    if _listed(passage, end):
        return True
    stop = end + 1
    while passage.latin_at(stop) and not passage.gaps[stop]:
        stop += 1
    return _is_speech(passage, end, stop)


def _is_speech(passage: Passage, start: int, end: int) -> bool:
    """Whether a word only speaks of names: it is common, or an adverb."""
    if titled_word(passage, start) and passage.gaps[start] != Gap.HARD:
        return False
    word = passage.key[start:end]
    asks = is_function_word(word) or is_common(word)
    return asks or (len(word) > _ADVERB and word.endswith("ly"))


def _listed(passage: Passage, index: int) -> bool:
    """Whether a mark stands there that puts one name beside another: "Baleen & Drip"."""
    between = passage.text[passage.offsets[index - 1] + 1 : passage.offsets[index]]
    return any(mark in between for mark in "&+/")


_ADVERB = 5
