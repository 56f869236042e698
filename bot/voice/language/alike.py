"""Words for one thing: where the record says 濕滑, a voice may say 會滑 or slippery.

The groups stand in ``words/alike.txt``, one thing a line. They widen what may be repeated; whether
it is denied, compared or said of the right record is judged elsewhere.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator

_WORDS: Final = Path(__file__).parents[1] / "words" / "alike.txt"


@dataclass(frozen=True, slots=True)
class _Group:
    """What is looked for in what is known, and what may then be said."""

    known: re.Pattern[str]
    said: tuple[str, ...]


def alike_of(known: str) -> Iterator[str]:
    """Other words for the things that stand in what is known."""
    held = known.casefold()
    for group in _groups():
        if group.known.search(held):
            yield from group.said


@cache
def _groups() -> tuple[_Group, ...]:
    lines = _WORDS.read_text(encoding="utf-8").splitlines()
    return tuple(_group(line) for line in lines if line.strip() and not line.startswith("#"))


def _group(line: str) -> _Group:
    first, arrow, rest = line.partition(" > ")
    known, others = first.split(), rest.split()
    shown = (rf"\b{re.escape(word)}\b" if word.isascii() else re.escape(word) for word in known)
    return _Group(re.compile("|".join(shown)), tuple([*known, *others] if arrow else known))
