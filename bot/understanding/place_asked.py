"""What is asked of a place that is named, as learned: heard where it is sure and the rules are not.

Single words mislead where a story is told around the question: 「寒暑假都有空，石螢谷適合排在
哪一季」 looks for no partner. What all words of it say together is learned from examples.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, cast

from bot.understanding.by_example import with_operation
from bot.understanding.examples import nearest_operation, nearest_order
from bot.understanding.examples.kinds import likely_kinds
from bot.understanding.examples.place_asks import likely_asks
from bot.understanding.intents import Decision, beginner_topic
from bot.understanding.properties import ON_FOOT

if TYPE_CHECKING:
    from bot.schema import Intent
    from bot.understanding.conditions import Conditions
    from bot.understanding.reading import Reading

_PLACES = frozenset({"crag", "area", "sector"})
_SURE, _UNLIKELY = 0.6, 0.12
"""How likely an ask must be, and how unlikely what the rules decided, for it to be heard; measured
on questions of a writer left out."""
_QUITE_SURE, _HARDLY = 0.8, 0.05
"""The same where a verdict on safety was heard, something beside the place is unknown, or both
are about its routes."""
_SETS = frozenset({"list", "count", "superlative", "distribution", "recommend"})
_NEVER = frozenset({"safety", "community", "emergency", "personal", "compare", "notice", "live"})
"""Asks that other words decide: these only speak against what the rules decided."""
_OPEN = frozenset({"knowledge", "search", "out_of_domain", "help", "community", "live"})
_GUARDED = frozenset({"safety", "fact"})
_EITHER = re.compile(r"[還还]是|\bor\b", re.IGNORECASE)
_ALIKE: dict[str, frozenset[str]] = {
    "routes": frozenset({"count"}),
    "count": frozenset({"routes"}),
    "address": frozenset({"region", "coordinates"}),
    "region": frozenset({"address", "areas"}),
    "description": frozenset({"overview"}),
    "overview": frozenset({"description"}),
    "sectors": frozenset({"areas"}),
}
"""Asks that one answer serves."""


def place_asked(
    decision: Decision, reading: Reading, conditions: Conditions
) -> tuple[Decision, Conditions]:
    """The decision, or what is asked of the place where the words leave no doubt of that."""
    kinds = {name.kind for name in reading.names}
    # a name given in so many words is asked about, whether or not it is on record
    quoted = any(_quoted(name, reading.text) for name in reading.unknown)
    if not kinds or not kinds <= _PLACES or reading.denied or quoted:
        return decision, conditions
    held = _decided(decision, conditions)
    if not held or (held == {"approach"} and ON_FOOT.search(reading.text)):
        return decision, conditions
    near = likely_asks(reading, conditions)
    best = max(near, key=lambda ask: (near[ask], ask))
    of_sets = decision.intent in _SETS and best in _SETS
    if of_sets and {decision.intent, best} == {"list", "recommend"}:
        return decision, conditions
    told = conditions.types or conditions.grades
    described = decision.intent in _SETS and told and best not in _SETS
    if described and not _EITHER.search(reading.text):
        # 「有傳攀嗎」 is told by the routes themselves
        return decision, conditions
    guarded = decision.intent in _GUARDED or bool(reading.unknown) or of_sets
    sure, unlikely = (_QUITE_SURE, _HARDLY) if guarded else (_SURE, _UNLIKELY)
    share = sum(near.get(ask, 0.0) for each in held for ask in {each, *_ALIKE.get(each, ())})
    if best in _NEVER or best in held or near[best] < sure or share > unlikely:
        return decision, conditions
    return _asked(best, reading, conditions)


def _quoted(name: str, text: str) -> bool:
    start = text.find(name)
    return start > 0 and text[start - 1] in _QUOTES


_QUOTES = frozenset('「『“"《')


def surely_of_place(reading: Reading, conditions: Conditions) -> bool:
    """Whether a place is asked about, and no log: 「石螢谷收了幾條 5.13a」."""
    kinds = {name.kind for name in reading.names}
    dated = reading.days or reading.times
    if not kinds or not kinds <= _PLACES or dated or _OWN.search(reading.text):
        return False
    near = likely_asks(reading, conditions)
    best = max(near, key=lambda ask: (near[ask], ask))
    sure = best not in _NEVER and near[best] >= _NO_LOG
    return sure and likely_kinds(reading, conditions)["log"] <= _LITTLE


_NO_LOG, _LITTLE = 0.85, 0.1
_OWN = re.compile(r"[我咱俺]|\b(?:i|my|me|mine|we|our)\b", re.IGNORECASE)


def _decided(decision: Decision, conditions: Conditions) -> frozenset[str]:
    """What the rules heard, by the names of the asks; nothing where it is not for us to judge."""
    if decision.intent in _SETS | _OPEN | _GUARDED:
        return frozenset({decision.intent})
    if decision.intent != "crag_info" or decision.topic not in {"", "unrecorded"}:
        return frozenset()
    if decision.topic:
        return frozenset({"unrecorded"})
    return frozenset(conditions.crag_fields or ("overview",))


def _asked(ask: str, reading: Reading, conditions: Conditions) -> tuple[Decision, Conditions]:
    """The decision that an ask stands for."""
    if ask == "superlative":
        if conditions.order is not None:
            return Decision("superlative"), conditions
        return with_operation(nearest_order(reading.folded, reading.lower).kind, conditions)
    if ask == "distribution":
        found = nearest_operation(reading.folded, reading.lower).kind
        over = found if found.startswith("distribution/") else "distribution/grade"
        return with_operation(over, conditions)
    if ask in _SETS:
        topic = beginner_topic(reading) if ask == "recommend" else ""
        return Decision(cast("Intent", ask), topic), replace(conditions, order=None)
    fields = () if ask in {"unrecorded", "overview"} else (ask,)
    topic = "unrecorded" if ask == "unrecorded" else ""
    return Decision("crag_info", topic), replace(conditions, crag_fields=fields, order=None)
