"""A range of grades beside how many a list holds is the range that was asked for, or its rows'."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from bot.voice.language.plain import plain

if TYPE_CHECKING:
    from collections.abc import Iterator

_GRADE: Final = r"(?:5\.\d+[a-d]?|V\d+)"
_RANGE: Final = re.compile(
    rf"(?P<low>{_GRADE})[+?-]?\s*(?:to|through|到|至|[-–~])\s*(?P<high>{_GRADE})", re.IGNORECASE
)
_COUNT: Final = re.compile(
    r"(?<![\d.:])(\d+)\s*(?:[條題]|(?:of them|routes?|problems?|lines?|climbs?)\b)", re.IGNORECASE
)
_ROW: Final = re.compile(rf"^\s*\d{{1,3}}[.、)]\s.*?({_GRADE})", re.MULTILINE)


def wrong_ranges(text: str, rendered: str) -> Iterator[str]:
    """The ranges of a sentence that also says how many there are, where the answer has another.

    Args:
        text: A sentence.
        rendered: The rendered answer: a list with its range and its number in the first line.
    """
    head, said = plain(rendered.partition("\n")[0]), plain(text)
    asked = {match.groups() for match in _RANGE.finditer(head)}
    rows = _ROW.findall(plain(rendered))
    if len(asked) != 1 or not set(_COUNT.findall(head)) & set(_COUNT.findall(said)):
        return
    right = asked | ({(rows[0], rows[-1])} if rows else set())
    yield from (match[0] for match in _RANGE.finditer(said) if match.groups() not in right)
