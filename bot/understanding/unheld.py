"""Wishes that no record can meet: routes for rainy days, the gym with the fewest people.

An answer that drops such a wish looks as if it had heeded it. So it is heard, and said.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.understanding import words
from knowledge.text import key

if TYPE_CHECKING:
    from bot.schema import Intent, Query
    from bot.understanding.reading import Reading

_TABLE = "unheld"
_ABOUT: dict[Intent, str] = {
    "list": "route",
    "count": "route",
    "recommend": "route",
    "superlative": "route",
    "distribution": "route",
    "gym_list": "gym",
}
"""What is chosen among, by intent."""


def find_unheld(reading: Reading, query: Query) -> tuple[str, ...]:
    """The wishes of a question for routes or gyms that nothing recorded can be held against."""
    about = _ABOUT.get(query.intent)
    if about is None or query.topic == "extra":
        return ()
    styles = [key(each) for each in query.styles_asked] + list(query.styles_asked)
    return tuple(
        meaning.name
        for meaning in words.table(_TABLE)
        if meaning.name.startswith(f"{about}/") and _is_said(meaning, reading, styles)
    )


def _is_said(meaning: words.Meaning, reading: Reading, styles: list[str]) -> bool:
    """Whether the wish is said in words that do not name a style already: 「淋不到雨」."""
    found = (meaning.chinese.search(reading.folded), meaning.english.search(reading.lower))
    said = [match[0] for match in found if match is not None]
    return bool(said) and not any(
        each in style or style in each for each in said for style in styles
    )


def is_wish(surface: str) -> bool:
    """Whether words that nobody knows as a name are such a wish: 「人少」."""
    folded = key(surface)
    return any(
        match is not None and match.end() - match.start() >= len(folded) - 1
        for match in (each.chinese.search(folded) for each in words.table(_TABLE))
    )
