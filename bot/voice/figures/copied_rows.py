"""Whether a row of a list is one of the answer's: its cells stand together in a row there. Pure."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from bot.voice.evidence.listed import ROW_NUMBER
from bot.voice.evidence.warnings import warnings_of
from bot.voice.language.plain import plain
from knowledge.text import key

if TYPE_CHECKING:
    from collections.abc import Iterator

_BAR: Final = re.compile(r"[|｜]")
_WORD: Final = re.compile(r"[\u3400-\u9fff]|[^\s\u3400-\u9fff()（）]+")
_YEAR: Final = re.compile(r"\b20\d\d[-/](?=\d)")
_DAY: Final = re.compile(r"\b(\d{1,2})/(\d{1,2})\b")
_NUMBER: Final = re.compile(r"^\s*(?:\d+[.、)]|[-*・•]|[^|｜:：]{1,16}[:：](?!\d))\s*")
"""What stands before a row: its number, a mark, 「跟你核對：」."""
_END: Final = re.compile(r"[。！!.]\s*$")
"""What ends it where it stands in a sentence."""
_FAR: Final = 10
"""A row of a higher number stands in the answer too, or nothing ends."""
_PAIR, _CELLS = 2, 3
"""Fewer make no row: a bar may stand for a break."""


def foreign_rows(text: str, rendered: str) -> Iterator[str]:
    """The rows of a text that mix the cells of several rows, or have one that none has.

    Args:
        text: What is to be said.
        rendered: The answer that code gave.
    """
    held = _held(rendered)
    numbers = {int(one) for one in ROW_NUMBER.findall(rendered)}
    yield from (
        one[0].strip()
        for one in ROW_NUMBER.finditer(text)
        if int(one[1]) > _FAR and int(one[1]) not in numbers
    )
    for line in text.split("\n"):
        cells = _cells(line)
        if len(cells) == _PAIR and _is_of_another(line, rendered):
            yield line.strip()
        if len(cells) >= _CELLS and not any(all(f" {c} " in row for c in cells) for row in held):
            yield line.strip()


@lru_cache(maxsize=16)
def _held(rendered: str) -> tuple[str, ...]:
    """The rows of an answer, asked for with every sentence."""
    return tuple(f" {' '.join(_cells(line))} " for line in rendered.split("\n"))


def _is_of_another(line: str, rendered: str) -> bool:
    """Whether the warning behind a name is that of another name."""
    said, held = list(_keys(line)), set(_keys(rendered))
    kinds = {kind for _, kind in held}
    return any(kind in kinds and (name, kind) not in held for name, kind in said)


def _keys(text: str) -> Iterator[tuple[str, str]]:
    return ((key(name), key(flag)) for name, flag in warnings_of(text))


def _cells(line: str) -> list[str]:
    """What stands between the bars of a row, as words with one blank; without its number."""
    bare = _YEAR.sub("", plain(_END.sub("", _NUMBER.sub("", line))))
    words = (map(key, _WORD.findall(_DAY.sub(r"\1-\2", one))) for one in _BAR.split(bare))
    return [told for one in words if (told := " ".join(filter(None, one)))]
