"""Kinds of climbing that a sentence gives to routes of other kinds: trad of a sport route. Pure."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from bot.voice.language.plain import plain

if TYPE_CHECKING:
    from collections.abc import Iterator

_TYPES: Final = {
    "boulder": r"抱石(?!館|墊|區|牆)|\bboulder",
    "trad": r"傳攀|傳統攀|\btrad\b",
    "sport": r"運攀|運動攀|\bsport\b",
    "toprope": r"上方架繩|頂繩|\btop[ -]?rope",
}
_BELAYED: Final = re.compile(r"上方確保|上攀")
"""Where a gym has it, one climbs there on a top rope."""
_FILED: Final = re.compile(r"^(?:sport|trad|boulder|toprope|mixed)$", re.MULTILINE)
_DENIES_KIND: Final = re.compile(r"不|沒|非|無|還是|\bnot?\b|n't\b", re.IGNORECASE)


def other_types(text: str, types: frozenset[str], known: str, asked: str) -> Iterator[str]:
    """Kinds of climbing that a sentence gives to a route and that the routes are not of.

    Args:
        text: What is to be said.
        types: The kinds of the routes that the answer is about.
        known: Records and rendered answer.
        asked: The question, whose kinds may be denied or asked back.
    """
    told = plain(text)
    # the kind that a whole crag is filed under says nothing of its routes
    known = _FILED.sub("", known)
    for kind, words in _TYPES.items():
        said = re.search(words, told, re.IGNORECASE)
        held = said is not None and (
            re.search(words, known, re.IGNORECASE) is not None
            or said[0].casefold() in known.casefold()
        )
        held = held or bool(kind == "toprope" and _BELAYED.search(known))
        if said is not None and re.search(words, asked, re.IGNORECASE):
            before = told[max(0, said.start() - 12) : said.start()]
            held = held or bool(_DENIES_KIND.search(before) or re.search("[?？]", told))
        if said is not None and kind not in types and not held:
            yield said[0]
