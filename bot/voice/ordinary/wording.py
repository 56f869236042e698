"""Whether every word of a sentence is known or joins what is known: nothing is told beside.

A figure or a name can be compared with the records one by one; what is left of a sentence cannot.
So the words of a voice are a closed list: what stands in what is known, and the joining words of
``vocabulary``. A run of Chinese characters is covered by pieces of two characters or more that are
known, by listed words, and by single characters that only join; in English word by word.
"""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from bot.voice.evidence.records import terms_said_otherwise
from bot.voice.language.alike import alike_of
from bot.voice.language.plain import plain
from bot.voice.language.vocabulary import (
    LATIN,
    acting_characters,
    claims_alone,
    idle_characters,
    joining_characters,
    joins_words,
    vocabulary,
)
from bot.voice.ordinary.claims import families_of
from knowledge.text import key

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bot.voice.language.vocabulary import Vocabulary

_HAN: Final = re.compile(r"[\u3400-\u9fff]+")
_ALONE: Final = frozenset("早好行對嗯是有來喔沒錯")
"""Characters that answer or greet where nothing stands beside them: 「早，…」."""
_PARTICLES: Final = frozenset(
    map(
        key,
        "的了是喔啊在有也就都和跟與這那我你他很再還不沒吧嗎呢啦欸耶囉之於而為由把被給叫得著過呀嘛",
    )
)
"""Characters that are words alone: what stands beside them is none of their word."""
_BETWEEN: Final = frozenset(map(key, "的了是就很也又還蠻算有"))
"""Characters that may stand between two of what is known: 「掛點又密」 for 「掛點密」."""
_DIGITS: Final = re.compile(r"\d+")
_DIGITS_END: Final = re.compile(r"\d+$")
_BESIDE: Final = re.compile(r"(?=([\u3400-\u9fff]\d+|(?<!\d)\d+[\u3400-\u9fff]))")
"""A character with the figure beside it: 台2."""
_COUNTED: Final = re.compile(
    r"(?:長|高|多|少|差|貴|便宜)(?:度|是|了|大?約|出)*(?=\s?\d)"
    r"|(?:[零〇一二三四五六七八九十百兩]+|(?<=\d) ?|(?<=\d))"
    r"(?:[條題間個顆支把次天週季段筆則級元座名年月日號樓塊種項位人家區道張雙套面步件樣隻歲處項版組份部句字頁]|公尺|米|點(?:半|整|鐘)?|分鐘|小時"
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
    listed = vocabulary(of_oneself=of_oneself)
    missing = (*_han(told, held, listed), *_latin(told, held, listed))
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


def joins(piece: str) -> bool:
    """Whether a word, or a pair of characters, only joins what others say."""
    return (not piece.isascii() and bool(set(piece) & joining_characters())) or joins_words(piece)


class _Held:
    """What is known, ready to be looked up."""

    def __init__(self, known: str) -> None:
        own = plain(known)
        terms = (*families_of(own), *terms_said_otherwise(own))
        said = f"{own}\n{' '.join((*terms, *alike_of(own)))}"
        self.folded = key(f"{own}\n{' '.join(terms)}")
        runs = [key(run) for run in _HAN.findall(said)]
        short = ("".join(one for one in run if one not in _BETWEEN) for run in runs)
        self.pairs = frozenset(
            run[at : at + 2] for run in (*runs, *short) for at in range(len(run) - 1)
        )
        alone = {run for run in runs if len(run) == 1}
        done = acting_characters().intersection(self.folded)
        self.single = idle_characters() | alone | done
        self.beside = frozenset(key(one) for one in _BESIDE.findall(said))
        self.latin = frozenset(word.casefold() for word in LATIN.findall(said))

    @staticmethod
    @lru_cache(maxsize=64)
    def of(known: str) -> _Held:
        return _Held(known)


def _han(told: str, held: _Held, listed: Vocabulary) -> Iterator[str]:
    counted = {at for one in _COUNTED.finditer(told) for at in range(*one.span())}
    for match in _HAN.finditer(told):
        run = key(match[0])
        if match[0] in _ALONE:
            continue
        free = _uncovered_at(run, held, listed)
        before, after = _DIGITS_END.search(told[: match.start()]), _DIGITS.match(told, match.end())
        if before and before[0] + run[0] in held.beside:
            free[0] = False
        if after and run[-1] + after[0] in held.beside:
            free[-1] = False
        free = _without_halves(run, free, _solid(run, held, listed))
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


def _uncovered_at(run: str, held: _Held, listed: Vocabulary) -> list[bool]:
    """For every character, whether nothing covers it."""
    solid = _solid(run, held, listed)
    free = [one not in held.single and not word for one, word in zip(run, solid, strict=True)]
    for at in range(len(run) - 2):
        if run[at] == run[at + 2] and run[at + 1] == "不":
            # 「適不適合」 asks
            free[at] = False
    return free


def _solid(run: str, held: _Held, listed: Vocabulary) -> list[bool]:
    """For every character, whether a word covers it: two characters known, or a listed one."""
    solid = listed.covered(run)
    told = [at for at, one in enumerate(run) if one not in _BETWEEN]
    for places in (range(len(run)), told):
        for at, after in pairwise(places):
            if run[at] + run[after] in held.pairs:
                solid[at] = solid[after] = True
    return solid


def _without_halves(run: str, free: list[bool], solid: list[bool]) -> list[bool]:
    """What is free but for single characters between words that claim nothing: 「剛看到」.

    Beside a character that only joins it may be half of another word (「健身」), and stays.
    """

    def ends(at: int) -> bool:
        return not 0 <= at < len(run) or solid[at] or run[at] in _PARTICLES

    return [
        one and (claims_alone(run[at]) or not (ends(at - 1) and ends(at + 1)))
        for at, one in enumerate(free)
    ]


def _latin(told: str, held: _Held, listed: Vocabulary) -> Iterator[str]:
    for match in LATIN.finditer(told):
        word = match[0].casefold()
        parts = {word, word.removesuffix("'s"), word.removesuffix("s")}
        halves = set(word.split("-")) - {""}
        known = held.latin | listed.english
        if not parts & known and not halves <= known and len(word) > 1:
            yield match[0]
