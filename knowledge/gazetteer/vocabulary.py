"""Ordinary words of questions, so that a name that is one of them does not fire as plain speech.

Two classes: function words, at which an unknown name ends, and content words, which may be part
of one. Everything is folded to keys.
"""

from __future__ import annotations

from collections import defaultdict
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

from knowledge.gazetteer import chinese, english
from knowledge.terms import vocabulary as term_words
from knowledge.text import has_han, key

if TYPE_CHECKING:
    from collections.abc import Iterator

_MAX_WORD = 12


def is_function_word(word: str) -> bool:
    """Whether a key is a word that asks or joins; an unknown name does not go on over it."""
    return word in _function_words()


def is_particle(character: str) -> bool:
    """Whether words part at a Chinese character, whatever stands beside it."""
    return character in _particles()


def is_joining(character: str) -> bool:
    """Whether a Chinese character does not by itself carry a name."""
    return character in _joining()


def is_word(word: str) -> bool:
    """Whether a key is an ordinary word, Chinese or English."""
    return word in _words()


def is_term(word: str) -> bool:
    """Whether a key is a climbing term, which asks for a kind of route rather than for one."""
    return word in _terms()


def is_place_word(word: str) -> bool:
    """Whether a key is a city or district: where a gym may be, not what it is called."""
    return word in _place_words()


def is_common(word: str) -> bool:
    """Whether a key is a common verb or the like, which stands beside names and makes none.

    Recorded names may well be such words: they are none of those that make a name weak.
    """
    return word in _common()


def is_usual(character: str) -> bool:
    """Whether a Chinese character stands in any ordinary word: nobody types 霽 by mistake."""
    return character in _usual()


def find_words(text: str) -> Iterator[tuple[int, int]]:
    """Every ordinary word of two and more characters, as start and end; longest first."""
    words, lengths = _words(), _lengths()
    for start in range(len(text) - 1):
        for size in lengths.get(text[start : start + 2], ()):
            if start + size <= len(text) and text[start : start + size] in words:
                yield start, start + size


@cache
def _particles() -> frozenset[str]:
    return frozenset(map(key, chinese.PARTICLES))


@cache
def _joining() -> frozenset[str]:
    return _particles() | frozenset(map(key, chinese.NEIGHBOURS))


@cache
def _function_words() -> frozenset[str]:
    words = (*chinese.FUNCTION_WORDS.split(), *english.FUNCTION_WORDS.split())
    return frozenset(map(key, words)) | _particles()


@cache
def _terms() -> frozenset[str]:
    return frozenset(key(word) for word in term_words()) - {""}


@cache
def _words() -> frozenset[str]:
    content = (*chinese.CONTENT_WORDS.split(), *chinese.PLACES.split(), *chinese.NEIGHBOURS)
    phrases = (word for word in term_words() if not has_han(word))
    parts = (key(part) for phrase in phrases for part in phrase.split())
    han_terms = (word for word in _terms() if has_han(word))
    english_words = map(key, english.CONTENT_WORDS.split())
    return frozenset((*map(key, content), *han_terms, *english_words, *parts)) | _function_words()


@cache
def _common() -> frozenset[str]:
    text = (files("knowledge") / "content" / "common_words.txt").read_text(encoding="utf-8")
    lines = (line for line in text.splitlines() if not line.startswith("#"))
    chinese_words = (word for line in lines for word in line.split())
    return frozenset(map(key, (*chinese_words, *english.COMMON_WORDS.split())))


@cache
def _usual() -> frozenset[str]:
    return frozenset("".join((*_words(), *_common())))


@cache
def _lengths() -> dict[str, tuple[int, ...]]:
    """By the first two characters, how long the words are, longest first."""
    found: dict[str, set[int]] = defaultdict(set)
    for word in _words():
        if 1 < len(word) <= _MAX_WORD:
            found[word[:2]].add(len(word))
    return {head: tuple(sorted(sizes, reverse=True)) for head, sizes in found.items()}


@cache
def _place_words() -> frozenset[str]:
    return frozenset(map(key, chinese.PLACES.split()))
