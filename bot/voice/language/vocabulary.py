"""The listed words of a voice: those that join, those of talk, and those of our own answers.

``frame*.txt`` and ``talk*.txt`` are kept by hand, ``authored*.txt`` is written from the answers
that a voice is trained on. The lists that end in ``own`` are for a member's own climbing;
``joining.txt``, ``characters.txt`` and ``acts.txt`` hold what a single character may say.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Final

from knowledge.text import key

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_WORDS: Final = Path(__file__).parents[1] / "words"
_HAN: Final = re.compile(r"[\u3400-\u9fff]+")
LATIN: Final = re.compile(r"[a-z]+(?:['-][a-z]+)*", re.IGNORECASE)
PHRASE: Final = 3
"""Characters in a row that must be ours, to be said again in another sentence."""
_GENERAL: Final = ("frame.txt", "talk.txt")
_GENERAL_EN: Final = ("frame_en.txt", "talk_en.txt")


@dataclass(frozen=True)
class Vocabulary:
    """Words that may be said whatever an answer is about."""

    words: dict[int, frozenset[str]]
    """Listed Chinese words by their length, of one character too."""
    phrases: frozenset[str]
    """Three characters in a row of our own answers, and their phrases of two."""
    english: frozenset[str]

    def covered(self, run: str) -> list[bool]:
        """For every character of a run, whether a listed word or phrase of ours holds it."""
        held = [False] * len(run)
        for size, words in (*self.words.items(), (2, self.phrases), (PHRASE, self.phrases)):
            for at in range(len(run) - size + 1):
                if run[at : at + size] in words:
                    held[at : at + size] = [True] * size
        return held


@cache
def vocabulary(*, of_oneself: bool = False) -> Vocabulary:
    """The listed words of an answer; more of them where it is about the member's own climbing."""
    authored = ("authored.txt", *(("authored_own.txt",) if of_oneself else ()))
    own, own_en = (("talk_own.txt",), ("talk_own_en.txt",)) if of_oneself else ((), ())
    words = {key(word) for word in listed((*_GENERAL, *own))}
    phrases, english = _authored(authored)
    english |= {word.casefold() for word in listed((*_GENERAL_EN, *own_en))}
    sizes = {len(word) for word in words}
    return Vocabulary(
        {size: frozenset(word for word in words if len(word) == size) for size in sizes},
        phrases,
        english,
    )


@cache
def joining_characters() -> frozenset[str]:
    """Single characters that join words, whatever stands beside them."""
    return frozenset(map(key, listed(("joining.txt",))))


@cache
def idle_characters() -> frozenset[str]:
    """Single characters that claim nothing when they are left over, those that join among them."""
    return joining_characters() | frozenset(map(key, listed(("characters.txt",))))


@cache
def ordinary_characters() -> frozenset[str]:
    """The characters of all listed words; what holds another one is likely a name."""
    files = sorted(_WORDS.glob("*.txt"))
    return frozenset(char for file in files for char in key(file.read_text(encoding="utf-8")))


def claims_alone(one: str) -> bool:
    """Whether a single character is a word of its own that claims: 陡, 貓, 賣."""
    return one in _claiming()


@cache
def _claiming() -> frozenset[str]:
    return frozenset(map(key, listed(("claiming.txt",))))


@cache
def acting_characters() -> frozenset[str]:
    """Single characters for what is done: they claim nothing where what is known holds them."""
    return frozenset(map(key, listed(("acts.txt",))))


def is_ours(clause: str) -> bool:
    """Whether every phrase of a clause is one of our own answers': 「我不能替你決定」."""
    runs = [key(run) for run in _HAN.findall(clause)]
    phrases = vocabulary().phrases
    return bool(runs) and all(
        len(run) >= PHRASE
        and all(run[at : at + PHRASE] in phrases for at in range(len(run) - PHRASE + 1))
        for run in runs
    )


def is_said(word: str) -> bool:
    """Whether it is one of the joining words, or of those of talk."""
    return word in vocabulary().words.get(len(word), ())


def joins_words(piece: str) -> bool:
    """Whether it is a joining word, or one or two characters of one: not a word of talk."""
    return piece in (_frame_english() if piece.isascii() else _pairs())


@cache
def _frame() -> frozenset[str]:
    return frozenset(key(word) for word in listed(("frame.txt",)))


@cache
def _frame_english() -> frozenset[str]:
    return frozenset(word.casefold() for word in listed(("frame_en.txt",)))


@cache
def _pairs() -> frozenset[str]:
    words = [word for word in _frame() if len(word) > 1]
    pairs = {word[at : at + 2] for word in words for at in range(len(word) - 1)}
    return frozenset(pairs | {one for word in words for one in word})


def _authored(names: Iterable[str]) -> tuple[frozenset[str], frozenset[str]]:
    """What our own answers say: every three characters in a row, short phrases; English words."""
    lines = [
        line
        for name in names
        for line in (_WORDS / name).read_text(encoding="utf-8").splitlines()[1:]
    ]
    runs = [key(run) for line in lines for run in _HAN.findall(line)]
    pieces = {run[at : at + PHRASE] for run in runs for at in range(len(run) - PHRASE + 1)}
    short = {run for run in runs if len(run) < PHRASE}
    return frozenset(pieces | short), frozenset(
        word.casefold() for line in lines for word in LATIN.findall(line)
    )


def listed(names: Iterable[str]) -> Iterator[str]:
    """The words of some files of ``words``, those of their comments aside."""
    for name in names:
        for line in (_WORDS / name).read_text(encoding="utf-8").splitlines():
            if not line.startswith("#"):
                yield from line.split()
