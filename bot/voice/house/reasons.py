"""Whether a reason for a recommendation says only what its own lines or the question say. Pure.

A reason is a few words, and any of them may be a fact (「半天可以來回」, 「大家都爬過」): here the
ordinary words of talk are not free. Every word is one of the lines of the answer or of the
question, or one that says that they fit (``words/reasons.txt``).
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import TYPE_CHECKING, Final

from bot.voice.language.plain import plain
from bot.voice.language.vocabulary import LATIN, listed
from knowledge.text import key

if TYPE_CHECKING:
    from collections.abc import Iterator

_HAN: Final = re.compile(r"[\u3400-\u9fff]+")
_MEASURED: Final = re.compile(r"(?<=\d)\s?[條顆個支公尺米]+")
"""Words of measure behind figures, which are compared elsewhere."""


def unfounded(text: str, known: str) -> Iterator[str]:
    """The words of a reason that nothing known holds.

    Args:
        text: The reason.
        known: What is known of the route, and the question.
    """
    told = _MEASURED.sub(" ", plain(text))
    pieces, latin = _held(known)
    for run in _HAN.findall(told):
        free = _free(key(run), pieces)
        marked = (one if is_free else " " for one, is_free in zip(run, free, strict=True))
        yield from "".join(marked).split()
    for word in LATIN.findall(told):
        if word.casefold() not in latin and word.casefold() not in _listed():
            yield word


def _free(run: str, pieces: frozenset[str]) -> list[bool]:
    """For every character of a run, whether no word holds it."""
    alone = run in pieces
    free = [not alone and one not in _listed() for one in run]
    for at in range(len(run)):
        for size in range(2, _longest() + 1):
            word = run[at : at + size]
            if word in _listed() or (size == 2 and word in pieces):
                free[at : at + size] = [False] * len(word)
    return free


@lru_cache(maxsize=16)
def _held(known: str) -> tuple[frozenset[str], frozenset[str]]:
    """The pairs of neighbours of what is known (a name may be one character), and other scripts."""
    told = plain(known)
    runs = [key(run) for run in _HAN.findall(told)]
    pieces = {run[at : at + 2] for run in runs for at in range(max(len(run) - 1, 1))}
    return frozenset(pieces), frozenset(map(str.casefold, LATIN.findall(told)))


@cache
def _listed() -> frozenset[str]:
    return frozenset(key(word).casefold() for word in listed(("reasons.txt",)))


@cache
def _longest() -> int:
    return max(map(len, _listed()))
