"""Questions that ask for something to be worked out over the records, beside looking them up.

Which area has the most routes, what comes after 5.10c, how many quickdraws a crag takes: each has
a recogniser of its own here. They are asked after the rules that keep people safe have spoken, and
give the decision and whatever else the typed query needs.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from bot.understanding.intents import Decision
from bot.understanding.operations.branches import asks_branches
from bot.understanding.operations.bringing import asks_what_to_bring
from bot.understanding.operations.ground import asks_ground
from bot.understanding.operations.grouping import asks_easiest, asks_for_whom, asks_most
from bot.understanding.operations.gym_extras import asks_gym_extra
from bot.understanding.operations.lacking import asks_lacking
from bot.understanding.operations.operation import Operation
from bot.understanding.operations.relative import asks_relative
from bot.understanding.operations.sharing import asks_amount, asks_share
from bot.understanding.operations.stepping import asks_step
from bot.understanding.operations.visiting import asks_anything, asks_every_crag, asks_where
from bot.understanding.operations.winning import asks_if_winner
from bot.understanding.operations.years import asks_years

if TYPE_CHECKING:
    from bot.schema import Intent
    from bot.understanding.conditions import Conditions
    from bot.understanding.reading import Reading

_STANDING: frozenset[Intent] = frozenset(
    {"emergency", "medical", "safety", "personal", "community", "live", "greeting", "thanks"}
)
"""Intents that nothing here overrules."""
_OPERATIONS = (
    *(asks_if_winner, asks_relative, asks_step, asks_most, asks_easiest, asks_years),
    *(
        asks_share,
        asks_amount,
        asks_ground,
        asks_what_to_bring,
        asks_branches,
        asks_lacking,
        asks_gym_extra,
        asks_where,
        asks_every_crag,
        asks_anything,
    ),
)


def find_operation(
    reading: Reading, conditions: Conditions, decision: Decision
) -> Operation | None:
    """The operation that a question asks for; ``None`` when its words ask for none."""
    mine = decision.intent == "personal" and works_out(reading, conditions)
    if decision.intent in _STANDING and not mine:
        return None
    for recognise in _OPERATIONS:
        found = recognise(reading, conditions, decision)
        if found is not None:
            return found
    return None


_SELF = re.compile("我|\\b(?:i|my|me|mine)\\b")


def works_out(reading: Reading, conditions: Conditions) -> bool:
    """Whether arithmetic on grades or groups of routes is asked, and nobody's own log."""
    if _SELF.search(reading.lower) or _SELF.search(reading.plain):
        return asks_for_whom(reading, conditions)
    plain = Decision("list")
    return any(ask(reading, conditions, plain) is not None for ask in (asks_step, asks_most))


__all__ = ["Operation", "find_operation", "works_out"]
