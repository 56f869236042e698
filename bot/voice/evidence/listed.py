"""The numbered rows of a rendered answer: 「1. 灰鯨（Grey Whale）｜5.10a｜運攀」. Pure.

A row of a member's log begins with its day: 「1. 2026-11-15｜青苔書｜5.7｜石螢谷」; the one of each
kind has the kind in place of a number: 「戶外先鋒：2026-10-03｜借光｜5.10d」.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

ROW_NUMBER: Final = re.compile(r"^\s*(\d{1,3})[.、)]\s", re.MULTILINE)
_ROW: Final = re.compile(rf"{ROW_NUMBER.pattern}\s*(?P<cells>.*\|.*)$", re.MULTILINE)
_OF_A_KIND: Final = re.compile(
    r"^[^|:\n]{1,16}:\s*(?P<cells>20\d\d-\d\d-\d\d\s*\|.*)$", re.MULTILINE
)
_DAY: Final = re.compile(r"20\d\d-\d\d-\d\d")
_OTHER: Final = re.compile(r"\s*\((?P<name>[^()]*)\)\s*$")


@dataclass(frozen=True, slots=True)
class ListedRow:
    """One row, by its cells."""

    cells: tuple[str, ...]
    """At least two."""

    @property
    def day(self) -> str:
        """The day that a row of a log begins with (ISO); empty for another row."""
        return self.cells[0] if _DAY.fullmatch(self.cells[0]) else ""

    @property
    def name(self) -> str:
        """What the row is called, as it stands there."""
        return self.cells[1 if self.day else 0]

    @property
    def names(self) -> tuple[str, ...]:
        """The name in one language or in two, apart."""
        other = _OTHER.search(self.name)
        if other is None:
            return (self.name,)
        return self.name[: other.start()].strip(), other["name"].strip()

    def says(self, word: str) -> bool:
        """Whether a word stands in a cell."""
        return any(word in cell for cell in self.cells)


@lru_cache(maxsize=16)
def listed_rows(shown: str) -> tuple[ListedRow, ...]:
    """The rows of an answer, in their order; asked for with every sentence.

    Args:
        shown: The answer, in plain characters.
    """
    return _rows(_ROW, shown)


@lru_cache(maxsize=16)
def rows_of_kinds(shown: str) -> tuple[ListedRow, ...]:
    """The rows of a log that stand each for a kind: no list, and in no order."""
    return _rows(_OF_A_KIND, shown)


def _rows(row: re.Pattern[str], shown: str) -> tuple[ListedRow, ...]:
    cells = (match["cells"].split("|") for match in row.finditer(shown))
    return tuple(ListedRow(tuple(map(str.strip, each))) for each in cells)
