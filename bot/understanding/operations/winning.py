"""Whether one route is the hardest, the longest … of a place."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from bot.schema import Claim
from bot.understanding.intents import Decision
from bot.understanding.operations.operation import Operation

if TYPE_CHECKING:
    from bot.schema import Intent
    from bot.understanding.conditions import Conditions
    from bot.understanding.reading import Reading

_OF_ONE: frozenset[Intent] = frozenset({"fact", "superlative", "list", "compare", "search"})
_COUNTS_AS = re.compile("算不算|算是")
_MOST = re.compile(r"最|第一(?!次|[洞區面])|\b(?:most|least)\b|est\b", re.IGNORECASE)


def asks_if_winner(
    reading: Reading, conditions: Conditions, decision: Decision
) -> Operation | None:
    """「A 是這裡最難的嗎」: the winner is told, and whether it is the one that was named."""
    routes = reading.of_kind("route")
    if decision.intent not in _OF_ONE or conditions.order is None or len(routes) != 1:
        return None
    asks = "yes_no" in reading.cues or _COUNTS_AS.search(reading.text)
    if not asks or conditions.route_fields or reading.unknown or not _MOST.search(reading.text):
        return None
    named = routes[0]
    claim = Claim("winner", named.surface, value="|".join(named.ids))
    return Operation(Decision("superlative"), claims=(claim,))
