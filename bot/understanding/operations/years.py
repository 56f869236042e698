"""Routes by the year of their first ascent, where no other rule knew a set was wanted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.understanding.intents import Decision
from bot.understanding.operations.operation import Operation

if TYPE_CHECKING:
    from bot.schema import Intent
    from bot.understanding.conditions import Conditions
    from bot.understanding.reading import Reading

_VAGUE: frozenset[Intent] = frozenset(
    {"crag_info", "knowledge", "search", "out_of_domain", "notice", "help", "gym_list", "fact"}
)


def asks_years(reading: Reading, conditions: Conditions, decision: Decision) -> Operation | None:
    """「1990 年以前的老路線」: the set of them, or how many there are."""
    if not conditions.years or decision.intent not in _VAGUE:
        return None
    if reading.of_kind("route", "gym") or reading.unknown:
        return None
    return Operation(Decision("count" if "count" in reading.cues else "list"))
