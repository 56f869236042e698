"""Whether a row of a list is one of the answer's: its cells stand together in a row there. Pure."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from bot.voice.language.plain import plain
from knowledge.text import key

if TYPE_CHECKING:
    from collections.abc import Iterator

_BAR: Final = re.compile(r"[|｜]")
_NUMBER: Final = re.compile(r"^\s*(?:\d+[.、)]|[-*・•])\s*")
_CELLS: Final = 3
"""Fewer make no row: a bar may stand for a break."""


def foreign_rows(text: str, rendered: str) -> Iterator[str]:
    """The rows of a text that mix the cells of several rows, or have one that none has.

    Args:
        text: What is to be said.
        rendered: The answer that code gave.
    """
    held = [set(_cells(line)) for line in rendered.split("\n")]
    for line in text.split("\n"):
        cells = _cells(line)
        if len(cells) >= _CELLS and not any(one.issuperset(cells) for one in held):
            yield line.strip()


def _cells(line: str) -> list[str]:
    """What stands between the bars of a row, without its number."""
    cells = [key(plain(one)) for one in _BAR.split(_NUMBER.sub("", line))]
    return [one for one in cells if one]
