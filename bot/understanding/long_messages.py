"""Long messages: who tells a story asks at its end, and the story is no wish.

「大家好，我是新手，上個月剛過檢定，週末要去…爬…，請問這條有幾顆 bolt？」 asks for the bolts of
one route; the newcomer and the month before narrow nothing.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from bot.understanding.conditions import Conditions
    from bot.understanding.reading import Reading
    from knowledge.gazetteer import NameMention

_LONG = 45
"""Characters from which a message may be a story with a question."""
_CLAUSES = 4
_BORDER = re.compile(r"[，,。！!？?；;\n]+|(?<=[a-z])\.\s+")
_ASKS = re.compile(
    r"[幾几]|多少|[哪誰谁嗎吗]|什麼|什么|怎麼|怎么|[請请][問问教]|想[問问]|多[長长高難难]"
    r"|\b(?:what|which|who|where|when|how|is|are|does|do|can)\b",
    re.IGNORECASE,
)
_CLIMBS = re.compile("[爬試试上]|project|climb|try", re.IGNORECASE)
_SETS = frozenset({"list", "count", "recommend", "compare", "distribution", "similar"})


def to_the_point(
    reading: Reading,
    read_part: Callable[[str], Reading],
    conditions_of: Callable[[Reading], Conditions],
) -> Reading | None:
    """The reading of what a long message asks about one thing; ``None`` when it is no story.

    Args:
        reading: The whole message.
        read_part: Reads a part of it.
        conditions_of: What a reading narrows by and asks for.
    """
    clauses = [part.strip() for part in _BORDER.split(reading.text) if part.strip()]
    if len(reading.text) < _LONG or len(clauses) < _CLAUSES:
        return None
    asked = next((clause for clause in reversed(clauses) if _ASKS.search(clause)), "")
    point = read_part(asked) if asked else None
    if point is None or point.cues & _SETS or point.unknown:
        return None
    fields = conditions_of(point)
    own = point.of_kind("route", "gym", "crag", "area", "sector")
    if fields.order is not None or fields.narrows_routes:
        return None
    if own:
        asks = fields.route_fields or fields.gym_fields or fields.crag_fields
        return replace(point, text=reading.text) if asks else None
    for kind, cue, asks in (
        ("route", "that_route", fields.route_fields),
        ("gym", "that_gym", fields.gym_fields),
    ):
        told = reading.of_kind(kind)
        if kind == "route" and not told and asks and cue in point.cues:
            told = _climbed(clauses, read_part)
        if told and asks and (cue in point.cues or len({name.ids for name in told}) == 1):
            return replace(point, text=reading.text, names=told[-1:])
    return None


def _climbed(clauses: list[str], read_part: Callable[[str], Reading]) -> tuple[NameMention, ...]:
    """The last route that somebody climbs in the story, also if its name is a plain word."""
    for clause in reversed(clauses):
        if _CLIMBS.search(clause):
            named = read_part(f"{clause}這條").of_kind("route")
            if named:
                return named
    return ()
