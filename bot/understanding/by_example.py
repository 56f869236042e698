"""What is asked of a set of routes, where no table of words says it: the nearest example does.

The tables of words settle 「最難」 and 「幾條」. What people say instead, 「最狠的一條」 or
「人在這裡，有誰可以爬」, is put beside the examples of ``examples/sets*.yaml``.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, cast

from bot.understanding.examples import nearest_operation, nearest_property
from bot.understanding.intents import Decision
from knowledge.filters import RouteOrder, RouteOrderBy

if TYPE_CHECKING:
    from bot.schema import Intent
    from bot.understanding.conditions import Conditions
    from bot.understanding.examples import Nearest
    from bot.understanding.reading import Reading

_NEAR, _LEAD = 0.38, 0.1
"""From which an example counts where the words said nothing."""
_QUITE_NEAR, _CLEAR_LEAD = 0.55, 0.2
"""From which it counts against a list, which is what is answered when nothing else is asked."""
_SURE, _FAR_LEAD = 0.75, 0.4
"""From which it counts whatever single words said."""
_SAID_NOTHING = frozenset({"search", "out_of_domain", "knowledge"})
_SETS = frozenset({"list", "count", "superlative", "distribution", "recommend"})
_AMOUNT = re.compile(
    r"[幾几多][少條条個个多]|[數数总總]|[合共累][計计]|規模|规模"
    r"|how many|how big|number|count|total",
    re.IGNORECASE,
)
"""Without such a word nothing is counted, however much a list is put like it."""
_MARKS = re.compile("[\ue000-\uf8ff]")
_TELLING = 3
"""Characters beside the names from which a question tells what it wants: not 「那條」."""
_PLACED = frozenset({"crag", "area", "sector"})


def by_operation(
    decision: Decision, reading: Reading, conditions: Conditions
) -> tuple[Decision, Conditions]:
    """The decision, or the operation of the nearest example with the order that it names."""
    placed = any(name.kind in _PLACED for name in reading.names)
    others = any(name.kind not in _PLACED for name in reading.names)
    compared = "compare" in reading.cues and len({name.ids for name in reading.names}) > 1
    if others or compared or reading.unknown or not (placed or conditions.narrows_routes):
        return decision, conditions
    found = nearest_operation(reading.folded, reading.lower)
    if decision.intent == "distribution" and found.kind.startswith("distribution/"):
        clear = found.score >= _NEAR and found.lead >= _LEAD
        return with_operation(found.kind, conditions) if clear else (decision, conditions)
    if not _overrules(found, decision, reading, conditions, placed=placed):
        return decision, conditions
    return with_operation(found.kind, conditions)


def _overrules(
    found: Nearest, decision: Decision, reading: Reading, conditions: Conditions, *, placed: bool
) -> bool:
    wanted = found.kind.partition("/")[0]
    if len(_MARKS.sub("", reading.folded)) < _TELLING and found.score < _SURE:
        return False
    if wanted in {"", decision.intent} or (wanted == "count" and not _AMOUNT.search(reading.text)):
        return False
    if decision.intent == "crag_info":
        asked = nearest_property("crag", reading.folded, reading.lower)
        silent = not conditions.crag_fields and found.score > asked.score
        near, lead = (_NEAR, _LEAD) if silent else (_SURE, _FAR_LEAD)
        if decision.topic or asked.score > found.score:
            return False
    elif decision.intent in _SAID_NOTHING:
        if not placed:
            return False
        near, lead = _NEAR, _LEAD
    elif decision.intent == "list":
        plain = "list" not in reading.cues and found.kind != "count"
        near, lead = (_NEAR, _LEAD) if plain else (_QUITE_NEAR, _CLEAR_LEAD)
    elif decision.intent in _SETS and wanted != "list":
        near, lead = _SURE, _FAR_LEAD
    else:
        return False
    return found.score >= near and found.lead >= lead


def with_operation(kind: str, conditions: Conditions) -> tuple[Decision, Conditions]:
    """What an example's kind says: ``superlative/grade_down``, with the order that it names."""
    intent, _, detail = kind.partition("/")
    if intent == "superlative":
        ranked, _, end = detail.rpartition("_")
        order = RouteOrderBy(cast("RouteOrder", ranked), descending=end == "down")
        return Decision("superlative"), replace(conditions, order=order)
    topic = detail if detail != "grade" else ""
    return Decision(cast("Intent", intent), topic), replace(conditions, order=None)
