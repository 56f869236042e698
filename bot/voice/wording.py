"""Whether every word of a sentence is known or joins what is known: nothing is told beside.

A figure or a name can be compared with the records one by one; what is left of a sentence cannot.
So the words of a voice are a closed list: what stands in what is known, and the joining words of
``words/frame.txt``. A run of Chinese characters is covered by pieces of two characters or more
that are known, by listed words, and by single characters that only join; in English word by word.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Final

from bot.voice.claims import families_of
from bot.voice.plain import plain
from bot.voice.records import terms_said_otherwise
from knowledge.text import key

if TYPE_CHECKING:
    from collections.abc import Iterator

_WORDS: Final = Path(__file__).parent / "words"
_HAN: Final = re.compile(r"[\u3400-\u9fff]+")
_LATIN: Final = re.compile(r"[a-z]+(?:['-][a-z]+)*", re.IGNORECASE)
_PHRASE: Final = 3
"""Characters in a row that must be ours, to be said again in another sentence."""
_JOINS: Final = frozenset(
    map(
        key,
        "的是在有了就也都和跟與這那你我它們要會可以不沒很再還去到從給把吧喔啊嗎呢啦欸耶囉唷"
        "一個條得看想問說講過先叫中前後裡內區常全只同第各半用哪幾季名事當但如才走改贏停搭辦上轉帶穿踩勾撐練試選聽拿接約夾掛路子見",
    )
)
"""Characters that join words and claim nothing, whatever stands beside them."""
_COUNTED: Final = re.compile(
    r"(?:長|高|多|少|差|貴|便宜)(?:度|是|了|大?約|出)*(?=\s?\d)"
    r"|(?:[零〇一二三四五六七八九十百兩]+|(?<=\d) ?|(?<=\d))"
    r"(?:[條題間個顆支把次天週季段筆則級元座名年月日號樓塊種項]|公尺|點(?:半|整|鐘)?|分鐘|小時"
    r"|[開關](?=[,，。到]|$))"
)
"""Figures, which are compared with the records elsewhere, and the words of measure before them."""


def uncovered(
    text: str, known: str, *, loosely: bool = False, of_oneself: bool = False
) -> tuple[str, ...]:
    """The words of a text that neither join nor stand in what is known.

    Args:
        text: What is to be said.
        known: The records, the rendered answer, the question.
        of_oneself: Whether it is about the member's own climbing, which may be praised.
        loosely: Whether single characters of what is known count: prose in other words.
    """
    told = plain(text)
    held = _Held.of(known)
    names = ("authored.txt", "authored_own.txt") if of_oneself else ("authored.txt",)
    missing = (*_han(told, held, names), *_latin(told, held, names))
    if not loosely:
        return missing
    return tuple(
        one for one in missing if one.isascii() or not all(char in held.folded for char in key(one))
    )


def pieces(text: str) -> frozenset[str]:
    """Neighbouring characters of Chinese runs, and whole words of other scripts."""
    told = plain(text).casefold()
    runs = map(key, _HAN.findall(told))
    words = re.findall(r"[a-z][a-z'-]{2,}", told)
    return frozenset({*words, *(run[at : at + 2] for run in runs for at in range(len(run) - 1))})


@lru_cache(maxsize=64)
def pieces_of(known: str) -> frozenset[str]:
    """The pieces of a text that is looked at for every sentence."""
    return pieces(known)


def is_ours(clause: str) -> bool:
    """Whether every phrase of a clause is one of our own answers': 「我不能替你決定」."""
    runs = [key(run) for run in _HAN.findall(clause)]
    return bool(runs) and all(
        len(run) >= _PHRASE
        and all(
            run[at : at + _PHRASE] in _authored("authored.txt")
            for at in range(len(run) - _PHRASE + 1)
        )
        for run in runs
    )


def is_word(piece: str) -> bool:
    """Whether it is one of the joining words."""
    return piece in _frame_words()


def joins(piece: str) -> bool:
    """Whether a word, or a pair of characters, only joins what others say."""
    if piece.isascii():
        return piece in _english()
    return bool(set(piece) & _JOINS) or any(piece in word for word in _frame_words())


class _Held:
    """What is known, ready to be looked up."""

    def __init__(self, known: str) -> None:
        own = plain(known)
        said = f"{own}\n{' '.join(families_of(own))}\n{' '.join(terms_said_otherwise(own))}"
        self.folded = key(said)
        runs = [key(run) for run in _HAN.findall(said)]
        self.pairs = frozenset(run[at : at + 2] for run in runs for at in range(len(run) - 1))
        self.single = frozenset(run for run in runs if len(run) == 1)
        self.latin = frozenset(word.casefold() for word in _LATIN.findall(said))

    @staticmethod
    @lru_cache(maxsize=64)
    def of(known: str) -> _Held:
        return _Held(known)


def _han(told: str, held: _Held, names: tuple[str, ...]) -> Iterator[str]:
    counted = {at for one in _COUNTED.finditer(told) for at in range(*one.span())}
    for match in _HAN.finditer(told):
        run = key(match[0])
        free = _uncovered_at(run, held, names)
        if len(run) == len(match[0]):
            free = [one and match.start() + at not in counted for at, one in enumerate(free)]
        at = 0
        while at < len(run):
            end = at
            while end < len(run) and free[end]:
                end += 1
            if end > at:
                yield match[0][at:end] if len(run) == len(match[0]) else run[at:end]
            at = max(end, at + 1)


def _uncovered_at(run: str, held: _Held, names: tuple[str, ...]) -> list[bool]:
    """For every character, whether nothing covers it."""
    free = [one not in _JOINS and one not in held.single and one not in _single() for one in run]
    for at in range(len(run) - 1):
        if run[at : at + 2] in held.pairs:
            free[at] = free[at + 1] = False
    for size, words in _frame().items():
        for at in range(len(run) - size + 1):
            if run[at : at + size] in words:
                free[at : at + size] = [False] * size
    for at in range(len(run) - _PHRASE + 1):
        if any(run[at : at + _PHRASE] in _authored(name) for name in names):
            free[at : at + _PHRASE] = [False] * _PHRASE
    for at in range(len(run) - 1):
        if any(run[at : at + 2] in _authored(name) for name in names):
            free[at : at + 2] = [False] * 2
    return free


def _latin(told: str, held: _Held, names: tuple[str, ...]) -> Iterator[str]:
    for match in _LATIN.finditer(told):
        word = match[0].casefold()
        parts = {word, word.removesuffix("'s"), word.removesuffix("s")}
        listed = parts & _english() or any(parts & _authored(name) for name in names)
        if not parts & held.latin and not listed and len(word) > 1:
            yield match[0]


@cache
def _frame() -> dict[int, frozenset[str]]:
    """The joining words by their length."""
    words = {key(word) for word in _listed("frame.txt")}
    sizes = {len(word) for word in words}
    return {
        size: frozenset(word for word in words if len(word) == size) for size in sizes if size > 1
    }


@cache
def _frame_words() -> frozenset[str]:
    return frozenset(word for words in _frame().values() for word in words)


@cache
def _single() -> frozenset[str]:
    return frozenset(key(word) for word in _listed("frame.txt") if len(word) == 1)


@cache
def _authored(name: str) -> frozenset[str]:
    """What our own answers say: every three characters in a row, short phrases, English words."""
    lines = (_WORDS / name).read_text(encoding="utf-8").splitlines()[1:]
    runs = [key(run) for line in lines for run in _HAN.findall(line)]
    pieces = {run[at : at + _PHRASE] for run in runs for at in range(len(run) - _PHRASE + 1)}
    words = {word.casefold() for line in lines for word in _LATIN.findall(line)}
    return frozenset(pieces | words | {run for run in runs if len(run) < _PHRASE})


@cache
def _english() -> frozenset[str]:
    return frozenset(word.casefold() for word in _listed("frame_en.txt"))


def _listed(name: str) -> Iterator[str]:
    for line in (_WORDS / name).read_text(encoding="utf-8").splitlines():
        if not line.startswith("#"):
            yield from line.split()
