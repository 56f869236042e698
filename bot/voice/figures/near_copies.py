"""Whether a line said nearly as the answer has it differs in nothing that counts. Pure.

A retelling finds its own words; a line that keeps almost all of the answer's is meant as the same
line. A figure or a word exchanged in it (「失敗 1」 for 「完攀 1」) is then no other wording.
"""

from __future__ import annotations

import re
from difflib import SequenceMatcher
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from bot.voice.language.plain import plain
from bot.voice.language.vocabulary import is_said
from bot.voice.ordinary.wording import joins

if TYPE_CHECKING:
    from collections.abc import Iterator

_LINE: Final = re.compile(r"[。；;！!？?\n]|\. ")
_TOKEN: Final = re.compile(r"\d+(?:[-:./]\d+)*[a-d]?|[a-z]+(?:'[a-z]+)?|[\u3400-\u9fff]|[^\s\w]")
_DAY: Final = re.compile(r"(\d{1,2})[-/](\d{1,2})")
_HAN_DAY: Final = re.compile(r"(\d{1,2}) ?月 ?(\d{1,2}) ?[日號]")
_FIGURE: Final = re.compile(r"\d")
_SIGN: Final = re.compile(r"\W")
_LEAD: Final = re.compile(r"[^：:，,]{1,12}(?:[：:，]|,(?!\d))\s*")
_SAME: Final = (("尚未", "還沒"), ("can't", "cannot"), ("can not", "cannot"))
"""Words that are no others."""
_SHORTEST: Final = 8
_ALIKE: Final = 0.8
"""The share of tokens that two lines have in common from which one is meant as the other."""
_ALIKE_IN_PART: Final = 0.87


def altered_copies(text: str, rendered: str, asked: str = "") -> Iterator[str]:
    """The words of near copies that stand where the answer has others.

    Args:
        text: What is to be said.
        rendered: The answer that code gave.
        asked: The question, whose words may stand for 「這個」.
    """
    held = _held(rendered)
    found = dict[str, None]()
    for part, most in (one for line in _LINE.split(text) for one in _parts(line)):
        said = _tokens(part)
        if len(said) >= _SHORTEST and said not in held:
            found |= dict.fromkeys(_altered(said, held, most))
    folded = "".join(_tokens(asked))
    yield from (one for one in found if one not in folded)


def _altered(said: list[str], held: list[list[str]], most: float) -> Iterator[str]:
    """What is exchanged in the line of the answer that comes nearest, if it comes near enough."""
    matcher = SequenceMatcher[str](None, "", said, autojunk=False)
    best, nearest = most, None
    for own in held:
        matcher.set_seq1(own)
        if matcher.quick_ratio() >= best and (ratio := matcher.ratio()) >= best:
            best, nearest = ratio, own
    if nearest is not None:
        matcher.set_seq1(nearest)
        yield from _exchanged(matcher, nearest, said)


@lru_cache(maxsize=16)
def _held(rendered: str) -> list[list[str]]:
    parts = (one for line in _LINE.split(rendered) for one, _ in _parts(line))
    return [tokens for one in parts if (tokens := _tokens(one))]


def _parts(line: str) -> Iterator[tuple[str, float]]:
    """A line, and what stands in it behind 「順帶一提：」; each with how alike it must be."""
    yield line, _ALIKE
    if lead := _LEAD.match(line):
        yield line[lead.end() :], _ALIKE_IN_PART


def _exchanged(near: SequenceMatcher[str], own: list[str], said: list[str]) -> Iterator[str]:
    for kind, first, last, start, end in near.get_opcodes():
        held, told = own[first:last], said[start:end]
        figures = any(map(_FIGURE.search, held)) and any(map(_FIGURE.search, told))
        words = [one for one in told if not _SIGN.fullmatch(one)]
        word = len(held) == len(told) and len("".join(words)) > 1 and not _joins(words)
        if kind == "replace" and (figures or word) and not _same_day(held, told):
            yield "".join(told)


def _same_day(held: list[str], told: list[str]) -> bool:
    """Whether a day is said without its year: 「11/15」 for 「2026-11-15」."""
    day = _DAY.fullmatch("".join(told))
    if day is None:
        return False
    return any(one.endswith(f"-{int(day[1]):02}-{int(day[2]):02}") for one in held)


def _joins(tokens: list[str]) -> bool:
    """Whether tokens are signs, or words that only join."""
    words = "".join(tokens)
    latin = all(one.isascii() and (is_said(one) or joins(one)) for one in tokens)
    return latin or all(map(_SIGN.fullmatch, tokens)) or is_said(words) or joins(words)


def _tokens(text: str) -> list[str]:
    told = _HAN_DAY.sub(r"\1/\2", plain(text).casefold())
    for said, same in _SAME:
        told = told.replace(said, same)
    return _TOKEN.findall(told)
