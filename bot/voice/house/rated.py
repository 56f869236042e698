"""A grade with something behind it that makes it another, or of a scale that nobody asked about."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from bot.voice.language.plain import plain

if TYPE_CHECKING:
    from collections.abc import Iterator

_RATED: Final = re.compile(
    r"(?P<grade>(?<![\d.])5\.\d{1,2}[a-d]?|\bV\d{1,2}|(?<![\w.])[4-9][abcABC](?![a-zA-Z]))"
    r"(?P<rating>\s?(?:PG[- ]?13|[RX](?:/[RX])?|[ACE]\d\+?|WI\d|M\d{1,2})(?![\w'])"
    r"|[+-](?![\d\w ]*(?:5\.|V)?\d)|\s?(?:plus|minus)\b)"
)

"""「5.12a X」, "5.10c R", 「5.11a+」"""
_SCALE: Final = re.compile(
    r"(?<![A-Za-z0-9])(?:[EAC]\d|WI\d|M\d{1,2}|HVS|UIAA|I{2,3}|IV|VI{1,3}|IX)(?![A-Za-z0-9])"
)
"""Grades of aid, ice and British climbs, the scale of the UIAA and its Roman numbers."""


def rated(text: str, known: str) -> Iterator[str]:
    """The grades that stand with a rating or a sign which what is known does not give them."""
    held = re.sub(r"\s", "", plain(known)).casefold()
    for match in _RATED.finditer(plain(text)):
        if re.sub(r"\s", "", match[0]).casefold() not in held:
            yield match[0]


def rescaled(text: str, known: str) -> Iterator[str]:
    """Grades and names of scales that what is known does not have."""
    yield from (one for one in _SCALE.findall(text) if one not in known)
