"""Words of nothing known: clauses about something else, names in Latin letters, other languages."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from bot.voice.language.numerals import ENGLISH_NUMBERS
from bot.voice.language.plain import plain
from bot.voice.ordinary.wording import uncovered
from knowledge.text import has_han

if TYPE_CHECKING:
    from collections.abc import Iterator

_CLAUSE: Final = re.compile(r"[，。；;！!？?\n]|[,.](?=\s|$)|(?<=[a-z])\.(?=[A-Z][a-z])")
_HAN: Final = re.compile(r"[\u3400-\u9fff]")
_WORD: Final = re.compile(r"(?<!\d)[A-Za-z][A-Za-z'-]+")
_MARKED: Final = re.compile(
    r"[A-Za-z]*[\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u024f\u1e00-\u1eff][A-Za-z]*"
)
"""A word with accents: "rất dễ"."""
_BORROWED: Final = frozenset(("café", "cafés", "naïve"))
_ITSELF: Final = re.compile(r"我|\bI\b")
"""A voice says of itself what it cannot do, in words of its own."""
_ENGLISH: Final = re.compile(r"[A-Za-z][A-Za-z'-]*(?:[, ]+[A-Za-z][A-Za-z'-]*){2,}")
"""Three English words in a row."""
_CAPITAL: Final = re.compile(r"\b[A-Z][a-z]+\b")
_OPENS: Final = re.compile(r"(?:^|[.!?:;。！？\n])\W*\Z")
_TOLD_OF: Final = re.compile(r"(?<!ing)(?<!est)(?<!either) (?:is|has|was)\b")
"""What follows a name that opens a sentence, but for "Cooking", "Lowest" and "neither"."""
_SCALES: Final = frozenset(("yosemite", "decimal", "fontainebleau"))
_ALIEN: Final = 3
"""Words of a clause that nothing known has, from which it may tell of something else."""
_ALIEN_ALONE: Final = 2
"""The same where it says nothing else: "Boa escalada"."""
_RUN: Final = 4
"""English words of a Chinese answer, in a row, that nothing known has."""
_TRANSLATED: Final = re.compile(r"(?:[\u3400-\u9fff][，、；。]?){8,}")
"""Chinese of an answer in English, which a voice tells in words of its own."""
_ALIEN_HAN: Final = 5
"""The same in Chinese characters."""
_NUMBERS: Final = frozenset("零〇一二三四五六七八九十百千兩")
_JOINS: Final = """
    the a an is are was were it its it's that this there here to of in on at and or but for with
    by as be i you your my we they he she so no not do does did has have had will would can could
    just all one
"""
_JOINING: Final = frozenset(_JOINS.split())


def alien(text: str, known: str, body: str) -> Iterator[str]:
    """Clauses of which at least half the words are of nothing known.

    Args:
        text: What is to be said, without the names of records.
        known: The records, the rendered answer and the question.
        body: The rendered answer: what it quotes in Chinese is told in other English words.
    """
    translated = bool(_TRANSLATED.search(body))
    for clause in _CLAUSE.split(plain(text)):
        if _ITSELF.search(clause):
            continue
        missing = uncovered(clause, known)
        if has_han(clause):
            told = _is_alien_han(clause, missing)
        else:
            told = not translated and _is_alien(clause, missing)
        if told:
            yield clause.strip()


def _is_alien(clause: str, missing: tuple[str, ...]) -> bool:
    alone = [one for one in missing if one.casefold() not in ENGLISH_NUMBERS]
    words = {one.casefold() for one in _WORD.findall(clause)} - _JOINING
    if len(alone) >= _ALIEN_ALONE and len(alone) >= len(words):
        return True
    return len(alone) >= _ALIEN and 2 * len(alone) >= len(words)


def _is_alien_han(clause: str, missing: tuple[str, ...]) -> bool:
    # numbers in words are compared elsewhere
    alone = "".join(one for one in missing if has_han(one) and not set(one) & _NUMBERS)
    return len(alone) >= _ALIEN_HAN and 2 * len(alone) >= len(_HAN.findall(clause))


def foreign(text: str, known: str, body: str, *, zh: bool) -> Iterator[str]:
    """English told in a Chinese answer, strange names, and words of neither language.

    Args:
        text: What is to be said, without the names of records.
        known: The records, the rendered answer and the question.
        body: The rendered answer, whose Chinese may hold names that are told in English.
        zh: Whether the answer is in Chinese.
    """
    held = known.casefold()
    marked = (one for one in _MARKED.findall(text) if one.casefold() not in _BORROWED)
    yield from (one for one in marked if one.casefold() not in held)
    latin = (one for one in uncovered(text, known) if one.isascii())
    missing = {one for one in latin if not _is_known(one.casefold(), held)}
    # climbers mix in English words, yet no names
    if zh or not _TRANSLATED.search(body):
        yield from _strange_names(text, missing)
    if zh:
        own = set(_WORD.findall(held))
        for run in _ENGLISH.findall(text):
            words = {one.casefold() for one in _WORD.findall(run)} - _JOINING
            if len(words - own) >= _RUN:
                yield run.strip()


def _is_known(word: str, held: str) -> bool:
    """Whether it is a number or a scale, or what is known has it, if only in "MoonBoard"."""
    return word in ENGLISH_NUMBERS or word in _SCALES or word in held


def _strange_names(text: str, missing: set[str]) -> Iterator[str]:
    """Words in capitals that nothing known has, within a sentence or as what it tells of."""
    for match in _CAPITAL.finditer(text):
        if match[0] not in missing:
            continue
        if not _OPENS.search(text[: match.start()]) or _TOLD_OF.match(text, match.end()):
            yield match[0]
