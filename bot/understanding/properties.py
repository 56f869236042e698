"""Which property is asked of something named, where no word or another word names one."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from bot.understanding.examples import nearest_property
from bot.understanding.intents import PRICES, Decision, gym_intent
from bot.understanding.leftover import asks_unrecorded

if TYPE_CHECKING:
    from bot.understanding.conditions import Conditions
    from bot.understanding.examples import Nearest
    from bot.understanding.reading import Reading

_LIKE = 0.25
"""Nearness of an example from which it says what is asked of something named."""


_QUESTION = re.compile(
    r"[?？嗎吗呢誰谁怎幾几多哪什甚啥麼么]|可[以不]|能|會|会|有沒|有没|是不是|是否"
    r"|\b(?:is|are|was|were|do|does|did|can|could|will|would|has|have|may|who|whose|what|which|when|where"
    r"|why|how|any)\b",
    re.IGNORECASE,
)
"""Asks something; without it a name is given to be looked up."""


def noticing_leftover(
    decision: Decision, reading: Reading, conditions: Conditions
) -> tuple[Decision, Conditions]:
    """The decision with the property that the nearest example names, where no word names one.

    A question about something named is answered with everything that its record holds, unless
    the nearest example says which property is meant, or that no record holds what is asked.
    """
    subject, fields = {
        "fact": ("route", conditions.route_fields),
        "crag_info": ("crag", conditions.crag_fields),
        "gym_info": ("gym", conditions.gym_fields),
        "gym_hours": ("gym", conditions.gym_fields or ("hours",)),
        "gym_price": ("gym", conditions.gym_fields),
        "notice": ("gym", ("news",) if reading.of_kind("gym") else None),
        "community": ("gym", ("people",) if reading.of_kind("gym") else None),
        "safety": ("route", ("verdict",) if _asks_of_record(reading) else None),
        "live": ("crag", ("weather",) if _lies_still(reading) else None),
    }.get(decision.intent, ("", None))
    unknown_route = decision.intent == "fact" and reading.unknown
    if fields is None or unknown_route or not reading.names:
        return decision, conditions
    if decision.topic and decision.intent not in {"notice", "live", "safety"}:
        return decision, conditions
    claimed = reading.grades or conditions.types or conditions.length or conditions.bolts
    found = nearest_property(subject, reading.folded, reading.lower)
    if _says_property(found, fields) and not (claimed and not fields):
        return _with_property(subject, found.kind, decision, reading, conditions)
    if decision.intent == "gym_hours" and not conditions.gym_fields and _asks_price(found):
        return _with_property(subject, "price", decision, reading, conditions)
    return _leftover(found, subject, fields, decision, reading, conditions)


def _leftover(
    found: Nearest,
    subject: str,
    fields: tuple[str, ...],
    decision: Decision,
    reading: Reading,
    conditions: Conditions,
) -> tuple[Decision, Conditions]:
    """What the words that no table knows ask for."""
    claimed = reading.grades or conditions.types or conditions.length or conditions.bolts
    if fields or claimed or not asks_unrecorded(reading):
        return decision, conditions
    told = found.kind == "overview" if found.score >= _LIKE else not _QUESTION.search(reading.text)
    if told and not reading.unknown:
        return decision, conditions
    if found.kind in {"unrecorded", "overview"} or found.score < _LIKE:
        return Decision(decision.intent, "unrecorded"), conditions
    return _with_property(subject, found.kind, decision, reading, conditions)


_NO_PROPERTY = frozenset({"", "unrecorded", "overview", "hazards"})


_MUCH_LIKE, _CLEARLY = 0.65, 0.25
"""Nearness and lead from which an example says more than single words do."""


def _says_property(found: Nearest, fields: tuple[str, ...]) -> bool:
    """Whether an example says which property is meant, although words named another or none."""
    if found.kind in _NO_PROPERTY or found.kind in fields or len(fields) > 1:
        return False
    if fields == ("pitches",):
        # 「有幾個 pitch」 is put like 「有幾個 bolt」
        return False
    if found.kind == "grade" and fields:
        # 「是不是在…」 is put like 「是不是 5.10a」
        return False
    return found.score >= _MUCH_LIKE and found.lead >= _CLEARLY


def _asks_price(found: Nearest) -> bool:
    """「週末去 A 館一次收多少」: the day is one of a ticket, and no hours are asked."""
    return found.kind in PRICES and found.score >= _MUCH_LIKE


def _with_property(
    subject: str, field: str, decision: Decision, reading: Reading, conditions: Conditions
) -> tuple[Decision, Conditions]:
    named = _asking(conditions, reading, subject, field)
    if subject == "gym":
        decision = Decision(gym_intent(reading, named))
    if decision.intent in {"live", "safety"}:
        decision = Decision("crag_info" if subject == "crag" else "fact")
    return decision, named


def _asks_of_record(reading: Reading) -> bool:
    """Whether a route is named and no verdict is asked for: "what's the anchor like on …"."""
    verdict = {"safe", "solo", "minors"} & reading.cues or _VERDICT.search(reading.lower)
    return bool(reading.of_kind("route")) and not verdict


_VERDICT = re.compile(
    r"可以|能不能|能[用爬]|信|安全|危[險险]|還好|没事|沒事|牢|穩|稳|放心|\b(?:safe|trust|good|ok|okay|solid|bomber|fine|risky|can)\b"
)


def _lies_still(reading: Reading) -> bool:
    """Whether a place is named and no day: 「幾月去比較不會熱死」 asks for no weather."""
    placed = reading.of_kind("crag", "area", "sector")
    return bool(placed) and not (reading.days or reading.times)


_WEEKEND = re.compile(
    r"假日|[週周]末|六日|(?:[週周]|星期|[禮礼]拜)[六日天]|\b(?:weekends?|saturdays?|sundays?|sat|sun)\b",
    re.IGNORECASE,
)
_WEEKDAY = re.compile(
    r"平日|上班|(?:[週周]|星期|[禮礼]拜)[一二三四五]|\b(?:weekdays?|(?:mon|tues|wednes|thurs|fri)days?)\b",
    re.IGNORECASE,
)
_OF_DAYS = {"weekend": _WEEKEND, "weekday": _WEEKDAY}


def _asking(conditions: Conditions, reading: Reading, subject: str, field: str) -> Conditions:
    """The conditions with a property asked of a subject.

    「單次多少錢」 is near to a question about weekends and asks of every day.
    """
    days = _OF_DAYS.get(field)
    if subject == "gym" and days is not None and not days.search(reading.text):
        field = "price"
    if subject == "route":
        return replace(conditions, route_fields=(field,))
    if subject == "gym":
        return replace(conditions, gym_fields=(field,))
    if field == "transport" and ON_FOOT.search(reading.text):
        field = "approach"
    return replace(conditions, crag_fields=(field,))


ON_FOOT = re.compile(r"走[進进到]|[停下]好?[車车][^，。]{0,4}走|徒步|步行|walk|hike", re.IGNORECASE)
"""Asks for the approach, and for no way to get there."""
