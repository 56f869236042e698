"""What is asked of a set of routes, where no table of words says it: the nearest example does.

The tables of words settle 「最難」 and 「幾條」. What people say instead, 「最狠的一條」 or
「人在這裡，有誰可以爬」, is put beside the examples of ``examples/sets*.yaml``.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, cast

from bot.understanding.examples import nearest_operation, nearest_order, nearest_property
from bot.understanding.examples.asked import likely
from bot.understanding.intents import Decision, beginner_topic
from bot.understanding.shares import shared_over
from bot.understanding.wishing import describes_routes_alone, overruled, overrules_leave
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
_NOTHING = frozenset({"search", "out_of_domain", "knowledge"})
_SETS = frozenset({"list", "count", "superlative", "distribution", "recommend"})
_AMOUNT = re.compile(
    r"[幾几多][少條条個个多]|[數数总總]|[合共累][計计]|規模|规模"
    r"|how many|how big|number|count|total",
    re.IGNORECASE,
)
"""Without such a word nothing is counted, however much a list is put like it."""
_LISTED = re.compile(r"\blist\b|清單|清单|名單|名单|列")
_EACH = re.compile(r"各|每|逐|分[別别佈布]|占|佔|\b(?:each|per|by|split|breakdown|spread)\b")
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
    compared = decision == Decision("compare", "place")
    compared = compared or (
        "compare" in reading.cues and len({name.ids for name in reading.names}) > 1
    )
    if others or compared or reading.unknown or not (placed or conditions.narrows_routes):
        return decision, conditions
    measured = decision.intent == "knowledge" and _measured_somewhere(reading, conditions)
    told = decision.intent in _NOTHING and describes_routes_alone(decision, reading, conditions)
    if measured or told:
        decision = Decision("list")
    elif decision.intent == "search" and _counts_routes(reading):
        decision = Decision("count")
    if overruled(decision, reading, conditions):
        return Decision("recommend", beginner_topic(reading)), replace(conditions, order=None)
    if _ranks_nothing(decision, reading):
        decision, conditions = Decision("list"), replace(conditions, order=None)
    decision = _listed_or_chosen(decision, reading, conditions)
    certain = _certain_operation(decision, reading, conditions)
    if certain:
        return with_operation(certain, conditions)
    found = nearest_operation(reading.folded, reading.lower)
    if decision == Decision("distribution") and found.kind.startswith("distribution/"):
        told = shared_over(reading) == "grade"
        clear = found.score >= _NEAR and found.lead >= _LEAD and not told
        return with_operation(found.kind, conditions) if clear else (decision, conditions)
    if not _overrules(found, decision, reading, conditions, placed=placed):
        return decision, conditions
    return with_operation(found.kind, conditions)


def _measured_somewhere(reading: Reading, conditions: Conditions) -> bool:
    """「南部有沒有 bolt 不少於 7 顆的路線，都叫什麼名字」: no card is asked."""
    sized = conditions.bolts or conditions.length or reading.grades
    somewhere = conditions.regions or conditions.cities
    return bool(sized and somewhere and "route" in reading.cues)


def _counts_routes(reading: Reading) -> bool:
    """Whether routes that no place is named of are counted: 「東部的傳攀路線一共多少」."""
    counted = "route" in reading.cues and _AMOUNT.search(reading.text)
    return bool(counted) and likely(reading.lower)["count"] >= _COUNTED


_COUNTED = 0.5
_CERTAINLY, _RANKS, _PARTS_OUT, _AT_ALL = 0.8, 0.6, 0.7, 0.2


_OF_GRADES = frozenset({"grades", "grade_range"})


def _certain_operation(decision: Decision, reading: Reading, conditions: Conditions) -> str:
    """The operation that the model is sure of, against a list; empty where it is not."""
    near = likely(reading.lower)
    types = len(conditions.types) > 1 and _EACH.search(reading.text)
    if decision.intent in {*_OPEN, "count"} and types and near["distribution"] >= _PARTS_OUT:
        return "distribution/type"
    asked_place = set(conditions.crag_fields) - _OF_GRADES or decision.topic
    lists = decision.intent in _OPEN or (decision.intent == "crag_info" and not asked_place)
    if not lists or conditions.order is not None or near["superlative"] < _RANKS:
        return ""
    order = nearest_order(reading.folded, reading.lower)
    if order.score < _AT_ALL:
        return "superlative/grade_down" if _OF_GRADES & set(conditions.crag_fields) else ""
    if conditions.years and order.kind.startswith("superlative/first_ascent"):
        return ""  # "first climbed in 1996" ranks nothing
    return order.kind


def _ranks_nothing(decision: Decision, reading: Reading) -> bool:
    """Whether a word for the most is none of a measure: 「哪條 5.10a CP 值最高」."""
    near = likely(reading.lower)
    return decision.intent == "superlative" and near["recommend"] >= _CERTAINLY


_OPEN = frozenset({"list", "recommend"})
"""What is answered where no measure and no number is asked for."""
_CHOSEN, _CHOSEN_BY_YEAR = 0.5, 0.8
"""Share of the likelihood from which routes are chosen rather than listed; measured on the
development questions by leaving out one file at a time."""


def _listed_or_chosen(decision: Decision, reading: Reading, conditions: Conditions) -> Decision:
    """A list or a recommendation, whichever is likelier in these words."""
    if decision.intent not in _OPEN or decision.topic in _NAMED_TOPICS or conditions.flags:
        # nobody wants to be sent to what is closed or falls
        return decision
    if _LEFT_OVER.search(reading.text) and "recommend" not in reading.cues:
        return Decision("list")
    near = likely(reading.lower)
    # years and people are looked up; hardly anybody chooses by them
    bar = _CHOSEN_BY_YEAR if conditions.years or conditions.people else _CHOSEN
    chosen = near["recommend"] / (near["recommend"] + near["list"]) >= bar
    return Decision("recommend", beginner_topic(reading)) if chosen else Decision("list")


_LEFT_OVER = re.compile("剩(?:下|餘|余)?(?:的)?(?:有|是)?(?:什麼|什么|哪|啥)")
"""「不要運攀，剩下什麼」 wants all that is left."""
_NAMED_TOPICS = frozenset({"similar", "easier", "harder", "nearby"})


def _overrules(
    found: Nearest, decision: Decision, reading: Reading, conditions: Conditions, *, placed: bool
) -> bool:
    wanted = found.kind.partition("/")[0]
    few = len(_MARKS.sub("", reading.folded)) < _TELLING and found.score < _SURE
    if wanted in {"", decision.intent} or few or {wanted, decision.intent} == _OPEN:
        return False
    near = likely(reading.lower)
    likelier = decision.intent in _SETS - _OPEN and near[decision.intent] > near[wanted]
    # 「找簡單的頂繩」 wants easy ones, not the easiest
    easy = wanted == "superlative" and conditions.level and near[wanted] < _CERTAINLY
    if likelier or easy:
        return False
    if wanted == "count" and not _AMOUNT.search(reading.text):
        return False
    if wanted == "distribution" and reading.grades and "distribution" not in reading.cues:
        return False
    if decision.intent == "crag_info":
        return _over_place(found, decision, reading, conditions)
    bar = _bar(wanted, decision, reading, placed=placed)
    return bar is not None and found.score >= bar[0] and found.lead >= bar[1]


def _over_place(
    found: Nearest, decision: Decision, reading: Reading, conditions: Conditions
) -> bool:
    """Whether a set of routes is asked for rather than the place that was understood."""
    asked = nearest_property("crag", reading.folded, reading.lower)
    if decision.topic or asked.score > found.score:
        return False
    silent = not conditions.crag_fields and found.score > asked.score
    near, lead = (_NEAR, _LEAD) if silent else (_SURE, _FAR_LEAD)
    return found.score >= near and found.lead >= lead


def _bar(
    wanted: str, decision: Decision, reading: Reading, *, placed: bool
) -> tuple[float, float] | None:
    """How near an example must be, and how far ahead of others, to overrule; never without."""
    each = decision.intent == "count" and wanted == "distribution" and _EACH.search(reading.lower)
    plain = "list" not in reading.cues and wanted != "count"
    # 「what can I climb there at 5.9」 asks for no leave
    leave = placed and overrules_leave(decision, reading)
    if decision.intent in _SAID_NOTHING:
        return (_NEAR, _LEAD) if placed else None
    if each or (decision.intent == "list" and plain):
        return _NEAR, _LEAD
    if decision.intent == "recommend" and wanted == "list":
        return (_QUITE_NEAR, _LEAD) if _LISTED.search(reading.lower) else None
    if decision.intent == "list" or leave:
        return _QUITE_NEAR, (_LEAD if leave else _CLEAR_LEAD)
    return (_SURE, _FAR_LEAD) if decision.intent in _SETS and wanted != "list" else None


def with_operation(kind: str, conditions: Conditions) -> tuple[Decision, Conditions]:
    """What an example's kind says: ``superlative/grade_down``, with the order that it names."""
    intent, _, detail = kind.partition("/")
    if intent == "superlative":
        ranked, _, end = detail.rpartition("_")
        order = RouteOrderBy(cast("RouteOrder", ranked), descending=end == "down")
        return Decision("superlative"), replace(conditions, order=order)
    topic = detail if detail != "grade" else ""
    return Decision(cast("Intent", intent), topic), replace(conditions, order=None)
