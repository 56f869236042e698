"""Whether a line said nearly as the answer has it differs in nothing that counts. Pure.

A retelling finds its own words; a line that keeps almost all of the answer's is meant as the same
line. A figure or a word exchanged in it (「失敗 1」 for 「完攀 1」) is then no other wording.
"""

from __future__ import annotations

import re
from difflib import SequenceMatcher
from typing import TYPE_CHECKING, Final

from bot.voice.language.plain import plain
from bot.voice.language.vocabulary import is_said
from bot.voice.ordinary.wording import joins

if TYPE_CHECKING:
    from collections.abc import Iterator

_LINE: Final = re.compile(r"[。；;！!？?\n]|\. ")
_TOKEN: Final = re.compile(r"\d+(?:[-:./]\d+)*[a-d]?|[a-z]+(?:'[a-z]+)?|[\u3400-\u9fff]|[^\s\w]")
_FIGURE: Final = re.compile(r"\d")
_SIGN: Final = re.compile(r"\W")
_SHORTEST: Final = 8
_ALIKE: Final = 0.8
"""The share of tokens that two lines have in common from which one is meant as the other."""


def altered_copies(text: str, rendered: str) -> Iterator[str]:
    """The words of near copies that stand where the answer has others.

    Args:
        text: What is to be said.
        rendered: The answer that code gave.
    """
    held = [_tokens(line) for line in _LINE.split(rendered)]
    for line in _LINE.split(text):
        said = _tokens(line)
        if len(said) < _SHORTEST or said in held:
            continue
        alike = [(SequenceMatcher(None, own, said, autojunk=False), own) for own in held if own]
        near, own = max(alike, key=lambda one: one[0].ratio(), default=(None, []))
        if near is not None and near.ratio() >= _ALIKE:
            yield from _exchanged(near, own, said)


def _exchanged(near: SequenceMatcher[str], own: list[str], said: list[str]) -> Iterator[str]:
    for kind, first, last, start, end in near.get_opcodes():
        held, told = own[first:last], said[start:end]
        figures = any(map(_FIGURE.search, held)) and any(map(_FIGURE.search, told))
        word = len(held) == len(told) and len("".join(told)) > 1 and not _joins(told)
        if kind == "replace" and (figures or word):
            yield "".join(told)


def _joins(tokens: list[str]) -> bool:
    """Whether tokens are signs, or words that only join."""
    words = "".join(tokens)
    return all(map(_SIGN.fullmatch, tokens)) or is_said(words) or joins(words)


def _tokens(text: str) -> list[str]:
    return _TOKEN.findall(plain(text).casefold())
