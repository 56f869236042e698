"""What is asked of a route that is named, as learned: heard where it is sure and the rules are not.

The tables of words know what most people say. "What does it clock in at" or "is it a step up from
the other" say the same in words that mean nothing by themselves; what all of them say together is
learned from examples.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from bot.understanding.examples.route_asks import likely_of_route
from bot.understanding.intents import Decision
from bot.understanding.intents.decision import distinct

if TYPE_CHECKING:
    from bot.understanding.conditions import Conditions
    from bot.understanding.reading import Reading

_OF_ROUTES = frozenset({"route", "crag", "area", "sector"})
_SURE, _UNLIKELY = 0.6, 0.12
"""How likely an ask must be, and how unlikely what the rules decided, for it to be heard; measured
on questions of a writer left out."""
_LIKELY, _DOUBTFUL = 0.45, 0.3
"""The same where the rules heard nothing that a record holds."""
_NEVER = frozenset(
    {"safety", "community", "emergency", "personal", "live", "hazards", "unrecorded", "overview"}
)
"""Asks that other words decide: these only speak against what the rules decided."""
_ALIKE: dict[str, frozenset[str]] = {
    "bolts": frozenset({"gear"}),
    "gear": frozenset({"bolts", "protection", "type"}),
    "protection": frozenset({"gear", "bolts", "type"}),
    "first_ascent_on": frozenset({"first_ascent"}),
    "description": frozenset({"overview"}),
    "overview": frozenset({"description"}),
    "names": frozenset({"old_names"}),
    "old_names": frozenset({"names"}),
    "anchor": frozenset({"protection"}),
}
"""Asks that one answer serves."""


def route_asked(
    decision: Decision, reading: Reading, conditions: Conditions
) -> tuple[Decision, Conditions]:
    """The decision, or what is asked of the route where the words leave no doubt of that."""
    if not _may_be_heard(decision, reading, conditions):
        return decision, conditions
    near = likely_of_route(reading, conditions)
    best = max(near, key=lambda ask: (near[ask], ask))
    held = _held(decision, conditions)
    # of 「5.13a 那條 X 有幾支 bolt」 the grade is told and not asked
    told = best == "grade" and bool(reading.grades)
    if best in _NEVER or best in held or told:
        return decision, conditions
    sure, unlikely = (_SURE, _UNLIKELY) if conditions.route_fields else (_LIKELY, _DOUBTFUL)
    share = sum(near.get(ask, 0.0) for each in held for ask in {each, *_ALIKE.get(each, ())})
    if near[best] < sure or share > unlikely:
        return decision, conditions
    if best == "compare":
        several = distinct(reading.of_kind("route")) > 1
        return (Decision("compare", "route"), conditions) if several else (decision, conditions)
    return Decision("fact"), replace(conditions, route_fields=(best,))


_WORD = re.compile(r"[a-z']{2,}|[\u3400-\u9fff]")
_ENOUGH = 4


def says_enough(reading: Reading) -> bool:
    """Whether a message within a dialogue asks by itself: "and X?" leans on the turn before."""
    return "elliptic" not in reading.cues and len(_WORD.findall(reading.lower)) >= _ENOUGH


def _may_be_heard(decision: Decision, reading: Reading, conditions: Conditions) -> bool:
    """Whether routes are named, perhaps with their place, and nothing is claimed of them."""
    kinds = {name.kind for name in reading.names}
    strange = reading.denied or reading.unknown or decision.topic not in {"", "unrecorded"}
    if decision.intent != "fact" or "route" not in kinds or strange:
        return False
    claimed = reading.grades or conditions.types or conditions.length or conditions.bolts
    return kinds <= _OF_ROUTES and bool(conditions.route_fields or not claimed)


def _held(decision: Decision, conditions: Conditions) -> frozenset[str]:
    """What the rules heard, by the names of the asks."""
    if decision.topic:
        return frozenset({"unrecorded"})
    return frozenset(conditions.route_fields or ("overview",))
