"""The cells of the rows that an answer lists, and how each may be written in prose. Pure."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from bot.voice.evidence.labels import TYPE_WORDS
from bot.voice.evidence.listed import listed_rows, rows_of_kinds
from bot.voice.language.numerals import value_of

if TYPE_CHECKING:
    from collections.abc import Iterator

_WAYS: Final = {
    "lead": r"先鋒|\blead\b|\bled\b",
    "toprope": r"上方架繩|頂繩|\btop[ -]?rope\b",
    "follow": r"跟攀|\bfollow(?:ed)?\b",
    "solo": r"獨攀|\bsolo\b",
}
_RESULTS: Final = {
    "onsight": r"\bonsight(?:ed)?\b|\bOS\b|視攀",
    "flash": r"\bflash(?:ed)?\b|閃電",
    "redpoint": r"\bredpoint(?:ed)?\b|\bRP\b|紅點",
    "sent": r"(?<![沒未還])(?<![沒未]有)完攀|\bsent\b",
    "attempt": r"嘗試|\battempt\b|(?<![沒未])還?[沒未](?:有)?(?:完攀|送)",
}
_KINDS: Final = {"type": TYPE_WORDS, "way": _WAYS, "result": _RESULTS}
_LENGTH: Final = re.compile(r"(?<![\d.])(\d{1,3}(?:\.\d)?) ?(?:m\b|公尺|米|met(?:er|re)s?)")
_TRIES: Final = re.compile(
    r"(?<![\d.])(\d{1,3}|[一二兩三四五六七八九十](?= ?把)) ?(?:把|次|tries\b|try\b)"
)
_FLAGGED: Final = re.compile(r"⚠️?\ufe0f?")


@dataclass(frozen=True, slots=True)
class Cell:
    """What is said of a row: which column, and which value of it."""

    column: str
    value: str


@dataclass(frozen=True, slots=True)
class Table:
    """The rows of an answer: their cells by every name, and how every cell may be written."""

    rows: dict[str, frozenset[Cell]]
    written: tuple[tuple[re.Pattern[str], str, str], ...]
    """Pattern, column, value; an empty value stands for what the first group holds."""
    order: tuple[str, ...]


@lru_cache(maxsize=16)
def table_of(shown: str) -> Table:
    """The rows of an answer and their cells; asked for with every sentence.

    Args:
        shown: The answer, in plain characters.
    """
    rows: dict[str, frozenset[Cell]] = {}
    order: list[str] = []
    for row in (*listed_rows(shown), *rows_of_kinds(shown)):
        own = bool(row.day)
        if len(row.cells) < 2 + own:
            continue
        others = (*row.cells[own + 1 :], *row.cells[:own])
        held = frozenset(cell for one in others for cell in _cells(one, own))
        for name in row.names:
            rows[name] = rows.get(name, frozenset()) | held
        order.append(row.names[0])
    known = {cell for row in rows.values() for cell in row}
    return Table(rows, tuple(_written(known)), tuple(order))


def in_figures(number: str) -> str:
    """A number as figures: 「四」 and 「4」 are one value."""
    return number if number[0].isdigit() else str(value_of(number))


def _cells(cell: str, own: bool) -> Iterator[Cell]:
    """The cells that one column of a row holds."""
    if _FLAGGED.match(cell):
        yield from (Cell("flag", one) for one in re.split(r"[・、]", _FLAGGED.sub("", cell)))
        return
    told = False
    for column in ("way", "result") if own else ("type",):
        for value, words in _KINDS[column].items():
            if re.search(words, cell, re.IGNORECASE):
                yield Cell(column, value)
                told = True
    for column, pattern in (("length", _LENGTH), ("tries", _TRIES)):
        if match := pattern.fullmatch(cell):
            yield Cell(column, in_figures(match[1]))
            told = True
    if not told and not re.search(r"\d", cell) and len(cell) > 1:
        yield Cell("place", cell)


def _written(known: set[Cell]) -> Iterator[tuple[re.Pattern[str], str, str]]:
    columns = {one.column for one in known}
    for column, kinds in _KINDS.items():
        if column in columns:
            for value, words in kinds.items():
                yield re.compile(words, re.IGNORECASE), column, value
    if "length" in columns:
        yield _LENGTH, "length", ""
    if "tries" in columns:
        yield _TRIES, "tries", ""
    for one in known:
        if one.column in {"place", "flag"}:
            yield re.compile(re.escape(one.value), re.IGNORECASE), one.column, one.value
