"""Single cells as values: what is not there, not certain or out of range is ``None``."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING, get_args

from bot.ascents import Mode, Result

if TYPE_CHECKING:
    from knowledge.schema import GradeGroup

MAX_NAME = 1_000
"""Characters of a cell in one line; a breadcrumb of places may be long, more is prose."""
MAX_NOTE = 20_000
"""Characters of a note."""

MODES: frozenset[str] = frozenset(get_args(Mode))
RESULTS: frozenset[str] = frozenset(get_args(Result))

_FEET_M = 0.3048
_LENGTH = re.compile(
    r"(\d{1,5}(?:\.\d{1,3})?)\s*(m|meters?|metres?|ft|feet|foot|'|公尺|米)?", re.IGNORECASE
)
_BOULDER = re.compile(r"\s*(?:[Vv]\s?(?:[Bb]|\d)|[Ff]?[3-9][ABC](?![a-z]))", re.ASCII)


def tidy(text: str) -> str:
    """A name or a word in one line: NFC, single spaces, nothing invisible."""
    composed = unicodedata.normalize("NFC", text)
    return " ".join("".join(map(_visible, composed)).split())


def note(text: str) -> str:
    """A note as its writer meant it: line breaks kept, written one way."""
    return storable(text.replace("\r\n", "\n").replace("\r", "\n")).strip()


def storable(text: str) -> str:
    """A text that every file can hold: without NUL and halves of characters."""
    return text.replace("\0", "").encode("utf-8", "ignore").decode("utf-8")


def integer(text: str, lowest: int, highest: int) -> int | None:
    """A whole number within bounds, also as ``3.0``; nothing else."""
    match = re.fullmatch(r"([+-]?\d{1,7})(?:\.0{1,6})?", text.strip(), re.ASCII)
    number = int(match[1]) if match else None
    return number if number is not None and lowest <= number <= highest else None


def stars(text: str) -> int | None:
    """One to five stars; -1, 0 and blank are no opinion."""
    return integer(text, 1, 5)


def tries(text: str) -> int | None:
    """How many tries; 0 and blank are unknown, and so is how many ``4+`` are."""
    return integer(text, 1, 10_000)


def metres(text: str, *, feet: bool = False) -> float | None:
    """A length in metres; a bare number is metres, or feet where the source says so."""
    match = _LENGTH.fullmatch(text.strip())
    if match is None or float(match[1]) == 0:
        return None
    unit = (match[2] or ("ft" if feet else "m")).lower()
    length = float(match[1]) * (_FEET_M if unit.startswith(("f", "'")) else 1)
    return round(length, 1)


def flag(text: str) -> bool | None:
    """True, False or, for anything else, unknown."""
    return {"true": True, "1": True, "yes": True, "false": False, "0": False, "no": False}.get(
        text.strip().lower()
    )


def looks_like(grade: str) -> GradeGroup | None:
    """Boulder or rope, by the way a grade is written: ``v4`` and ``7A`` against the rest."""
    if not grade:
        return None
    return "boulder" if _BOULDER.match(grade) else "free"


def _visible(char: str) -> str:
    if char in "\t\n\r\v\f\x85\u2028\u2029":
        return " "
    category = unicodedata.category(char)
    # Cf stays within names of other scripts (joiners), direction marks and the rest go
    return "" if category[0] == "C" and char not in "\u200c\u200d" else char
