"""Whether a price beside a part of the day is that part's: 「平日下午 300、平日晚上 350」. Pure."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from bot.voice.language.plain import plain

if TYPE_CHECKING:
    from collections.abc import Iterator

_PARTS: Final = {
    "morning": r"上午|早上|早場|\bmornings?\b",
    "noon": r"中午|\bnoon\b",
    "afternoon": r"下午|午後|\bafternoons?\b",
    "evening": r"晚上|晚間|夜間|晚場|\bevenings?\b|\bnights?\b",
}
_PART: Final = re.compile(
    "|".join(f"(?P<{part}>{words})" for part, words in _PARTS.items()), re.IGNORECASE
)
_AMOUNT: Final = re.compile(
    r"(?<![\d.:/-])(\d{2,4})(?![\d.:/%-]|\s*(?:點|時|分|號|月|日|間|條|am|pm))"
)
_GAP: Final = 12
"""Characters between a part of the day and its price."""


def exchanged_prices(text: str, rendered: str) -> Iterator[str]:
    """The prices that the answer gives for another part of the day.

    Args:
        text: What is to be said.
        rendered: The answer that code gave.
    """
    held = _priced(plain(rendered))
    if len(held) < 2:
        return
    for part, amount, surface in _pairs(plain(text)):
        others = set[str]().union(*(own for one, own in held.items() if one != part))
        if part in held and amount in others - held[part]:
            yield surface


@lru_cache(maxsize=16)
def _priced(shown: str) -> dict[str, frozenset[str]]:
    found: dict[str, frozenset[str]] = {}
    for part, amount, _ in _pairs(shown):
        found[part] = found.get(part, frozenset()) | {amount}
    return found


def _pairs(text: str) -> Iterator[tuple[str, str, str]]:
    """Every part of a day with the amount right behind it, and how both are written."""
    parts = list(_PART.finditer(text))
    for at, match in enumerate(parts):
        last = parts[at + 1].start() if at + 1 < len(parts) else len(text)
        amount = _AMOUNT.search(text, match.end(), min(match.end() + _GAP, last))
        if amount is not None:
            yield str(match.lastgroup), amount[1], text[match.start() : amount.end()]
