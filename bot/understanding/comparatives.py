"""短一點的, bolt 多一點的, 下一步: wishes that compare, where no turn before says with what.

What is wished shorter is put in order from the shortest; who asks what comes next is sent one step
above the grade that is told.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from bot.understanding import words
from knowledge.filters import RouteOrderBy
from knowledge.grades import range_of, step

if TYPE_CHECKING:
    from bot.understanding.conditions import Conditions
    from bot.understanding.reading import Reading

_ORDERS = {
    "longer": RouteOrderBy("length", descending=True),
    "shorter": RouteOrderBy("length"),
    "more_bolts": RouteOrderBy("bolts", descending=True),
    "fewer_bolts": RouteOrderBy("bolts"),
    "popular": RouteOrderBy("popularity", descending=True),
    "quieter": RouteOrderBy("popularity"),
}
_NEXT = re.compile(
    r"下一?[步階阶個个級级]|接下來|接下来|再上去|往上|[進进][階阶]"
    r"|\b(?:next|after that|step up|progress)\b",
    re.IGNORECASE,
)
_CLIMBS = re.compile(
    r"我.{0,6}[爬會会能]|能力|程度|\bi (?:climb|lead|can)\b|i'm (?:climbing|leading)", re.IGNORECASE
)


_MEASURED = re.compile(
    r"(?:比較|比较|更)(?:[難难硬]|[簡简][單单]|容易|[長长]|短|高)|[難难硬]多少"
    r"|\b(?:hard|tough|stiff|eas|soft|long|short|tall|high)i?er\b|\b(?:step|notch) up\b",
    re.IGNORECASE,
)
_EASY, _HARD = "最(?:[簡简][單单]|容易|好爬|[軟软])", "最(?:[難难硬])"
_BOTH_ENDS = re.compile(
    rf"{_EASY}.{{0,14}}{_HARD}|{_HARD}.{{0,14}}{_EASY}"
    r"|\beasiest\b.{0,14}\b(?:hardest|toughest)\b|\b(?:hardest|toughest)\b.{0,14}\beasiest\b"
)
_ASKS_ELSE = re.compile(
    r"哪[一兩两]?[條条題题個个]|叫什[麼么]|名字|每|[幾几]條|[幾几]条|多少[條条]|分[布佈]|推[薦荐]"
    r"|\b(?:which|names?|how many|each|every|per|spread|distribut\w*|break\w*)\b"
)
"""Routes themselves, or how many there are of each grade."""


def asks_bounds(reading: Reading) -> bool:
    """「最簡單最難各是多少」: whether the easiest and the hardest grade of a place are asked."""
    both = _BOTH_ENDS.search(reading.lower) and not _ASKS_ELSE.search(reading.lower)
    places = reading.of_kind("crag", "area", "sector")
    return bool(both and places and not reading.of_kind("route", "gym") and not reading.grades)


_LOGGED = re.compile(r"[紀記][錄録]|记录|\blog(?:book|ged)?\b", re.IGNORECASE)
_BOTH = 2


def measures_two(reading: Reading) -> bool:
    """「我爬過 A，B 比較難嗎」: whether one route is measured against another, and no log asked."""
    routes = {name.ids for name in reading.of_kind("route")}
    told = len(routes) == _BOTH and _MEASURED.search(reading.text)
    return bool(told) and not _LOGGED.search(reading.text)


_MEASURES = {
    "grade": re.compile(r"\b(?:hard|tough|stiff|eas|soft)i?er\b|\b(?:step|notch) up\b"),
    "length": re.compile(r"\b(?:long|short|tall|high)er\b"),
    "bolts": re.compile(r"\b(?:more|fewer) (?:bolts|clips)\b"),
}


def measured(reading: Reading) -> tuple[str, ...]:
    """The properties by which routes are measured: "is X harder than Y" asks for grades."""
    return tuple(name for name, said in _MEASURES.items() if said.search(reading.lower))


def compared_alone(reading: Reading, conditions: Conditions) -> Conditions:
    """The conditions with the order, or the grade, that a comparing wish means."""
    placed = reading.of_kind("crag", "area", "sector")
    if placed or conditions.narrows_routes:
        conditions = _ordered(reading, conditions)
    if len(reading.grades) == 1 and _NEXT.search(reading.text) and _CLIMBS.search(reading.text):
        above = step(reading.grades[0].grade, 1)
        if above is not None:
            return replace(conditions, grades=(range_of(above),))
    return conditions


def _ordered(reading: Reading, conditions: Conditions) -> Conditions:
    if conditions.order is not None:
        return conditions
    for wish in words.find("refinements", reading.folded, reading.lower):
        order = _ORDERS.get(wish)
        bounded = {"length": conditions.length, "bolts": conditions.bolts}
        if order is not None and not bounded.get(order.key):
            return replace(conditions, order=order)
    return conditions
