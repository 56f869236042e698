"""What makes an ascent this ascent, wherever it is written down."""

from __future__ import annotations

from typing import TYPE_CHECKING

from knowledge.text import key

if TYPE_CHECKING:
    from bot.ascents import Ascent

OWN = "yanyou"
"""Source of what comes from our own files without another source."""


def identity_of(ascent: Ascent, *style: str) -> tuple[str, ...]:
    """Day, place, name, grade and style of an ascent, spelling habits aside."""
    return (
        ascent.day.isoformat() if ascent.day else "",
        _folded(ascent.route_name),
        _folded(ascent.gym or ascent.crag),
        ascent.grade.strip().casefold(),
        *(word.strip().casefold() for word in style),
    )


def _folded(text: str) -> str:
    # a name of signs only (「???」) has no key
    return key(text) or " ".join(text.split()).casefold()
