"""Whether what is said of all, of most, of half, of one only is so of the records."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING, Final

from bot.rendering.labels import type_label
from bot.verifier.hours import days_in
from bot.voice.compared import find_name, items_of
from bot.voice.each import TYPES, Each
from bot.voice.numerals import DIGITS
from bot.voice.plain import plain

if TYPE_CHECKING:
    from bot.schema import Evidence
    from bot.voice.compared import Item
    from knowledge.schema import Gym, Route

ALL: Final = re.compile(
    r"(?:都|全部|全數|全|皆|均|通通|統統|清一色|一律)(?:是|為|在)(?!問)|都屬於|每一?[條間題座]"
    r"|\b(?:both|all (?:are|of|\d+|in|at))\b(?! days)",
    re.IGNORECASE,
)
ONLY: Final = re.compile(
    r"只(?:有|剩|列)(?!\s*[\d一兩三四五六七八九])|僅(?!供|需|要|\s*\d|[有剩限列]\s*[\d一兩])"
    r"|就(?!.{0,3}[一兩\d]\s*[條題]).{1,16}而已|唯一|\bonly\b(?! (?:\d|one\b|a\b))",
    re.IGNORECASE,
)
MOSTLY: Final = re.compile(
    r"大部分|主要|為主|大多|多半|多數|幾乎[都全]|\bmostly\b|\bmost of\b", re.IGNORECASE
)
_MOST_BUT: Final = re.compile(r"大部分|大多|多半|多數|\bmostly\b|\bmost of\b", re.IGNORECASE)
"""More than half, and not all."""
_MOST_COUNT: Final = re.compile(r"(?:大部分|大多|多半|多數)[^，。]{0,3}\d+\s*[條題]")
HALF: Final = re.compile(r"(?<!另)一半(?:以[上下]|是|為|都|在)")
REST: Final = re.compile(
    r"(?:其餘|其他|剩下)(?:的)?(?:[條間])?(?:都|全|各)(?:是|有)?(?=\s*[一\d]\s*[條題])"
)
_COUNTED: Final = re.compile(r"(運攀|傳攀|抱石|上方架繩|混合) (\d+) [條題]")
_EACH: Final = re.compile(r"(?:都|各|全)(?:是|有)?\s*(\d+|[一兩二三四五六七八九])\s*[條題]")
_SOME: Final = re.compile(r"(\d+)\s*[條題間](?:路線|題目)?(?=都|全|皆|均|通通|統統)")
_EXAMPLES: Final = re.compile(r"都(?:是|算|在(?:這裡|裡面|內|清單裡?)|(?:有)?列)\s*$")
"""「像 A、B 都是」 names examples of what was just said."""
_ROWS: Final = frozenset({"bucket", "whole", "type"})


class Quantified:
    """The records of one answer, to be counted.

    Args:
        evidence: The records.
        rendered: The answer that code gave.
    """

    def __init__(self, evidence: Evidence, rendered: str) -> None:
        self._evidence = evidence
        self._items = items_of(evidence)
        self._each = Each(evidence)
        self._rendered = rendered
        self._counts = Counter({kind: int(n) for kind, n in _COUNTED.findall(rendered)})

    def all_are(self, clause: str, named: list[Item]) -> bool:
        """Whether all that a clause speaks of are as it says, each by its own record."""
        rows = [one for one in named if one.family in {"bucket", "whole", "group"}]
        rows = rows or [one for one in self._items if one.family == "group"]
        if rows and (count := _EACH.search(clause)):
            return all(one.values["total"] == _number(count[1]) for one in rows)
        if _EXAMPLES.search(clause):
            return any(one.family == "" for one in named) or bool(days_in(clause))
        routes = [one.route for one in named if one.route is not None]
        gyms = [gym for gym in self._evidence.gyms if any(gym.name in one.names for one in named)]
        subjects: tuple[Route | Gym, ...] = (*routes, *gyms)
        subjects = subjects or self._evidence.routes or self._evidence.gyms
        if not subjects:
            kinds = [kind for kind in self._counts if kind in clause]
            return not self._items or (bool(kinds) and len(self._counts) == len(kinds))
        if (some := _SOME.search(clause)) and int(some[1]) != len(subjects):
            # 「五條都是運攀」, of six
            bare = clause[some.end() :]
            return int(some[1]) == len([one for one in subjects if self._each.are(bare, [one])])
        return self._each.are(clause, subjects)

    def are_half(self, clause: str, named: list[Item]) -> bool:
        """Whether the rows or kinds that a clause names are half of all, or more, or less."""
        told = [one for one in named if one.family in _ROWS]
        if len({one.family for one in told}) != 1:
            return False
        every = [one for one in self._items if one.family == told[0].family]
        over = 2 * _total(told) - _total(every)
        return over > 0 if "以上" in clause else over < 0 if "以下" in clause else over == 0

    def rest_are(self, clause: str, named: list[Item]) -> bool:
        """Whether the rows that were not named have as many routes each as a clause says."""
        told = [one for one in named if one.family in {"bucket", "type"}]
        count = _EACH.search(clause)
        if not told or count is None:
            return False
        rest = [one for one in self._items if one.family == told[0].family and one not in told]
        return bool(rest) and all(one.values["total"] == _number(count[1]) for one in rest)

    def is_only(self, clause: str, named: list[Item]) -> bool:
        """Whether there is nothing beside what a clause names: records, or kinds of climbing."""
        evidence = self._evidence
        kinds = {kind for kind, words in TYPES.items() if re.search(words, clause)}
        if kinds and not named:
            held = {str(route.type) for route in evidence.routes}
            counted = {kind for kind in TYPES if self._counts[type_label(kind, "zh")]}
            return not (held | counted) - kinds
        sizes = [len(each) for each in (evidence.routes, evidence.gyms) if each]
        if evidence.groups and not evidence.routes:
            sizes = [len(evidence.groups)]
        if not named:
            lines = {plain(route.name) for route in evidence.routes if route.name}
            told = {name for name in lines if find_name(clause, name) >= 0}
            # the pitches of a line share its name, and bear it where they stand among others
            return not told or told == lines
        return len(named) in sizes or not sizes

    def is_most(self, clause: str, named: list[Item]) -> bool:
        """Whether what a clause says of most is so."""
        if not self._items:
            return not _MOST_BUT.search(clause) or "部分" in self._rendered
        if _MOST_BUT.search(clause) and self._are_all(clause, named):
            return False
        rows = [one for one in named if one.family in {"bucket", "whole"}]
        if rows:
            every = [one for one in self._items if one.family == rows[0].family]
            return 2 * _total([one for one in rows if one.family == rows[0].family]) > _total(every)
        told = [kind for kind in self._counts if kind in clause]
        if told:
            most = max(self._counts.values())
            return all(self._counts[one] == most for one in told)
        areas = [one.id for one in self._evidence.areas if one.name and one.name in clause]
        routes = [r for r in self._evidence.routes if not areas or r.area_id in areas]
        kinds = [kind for kind, pattern in TYPES.items() if re.search(pattern, clause)]
        held = Counter(str(r.type) for r in routes)
        return bool(kinds) and bool(held) and held.most_common(1)[0][0] in kinds

    def _are_all(self, clause: str, named: list[Item]) -> bool:
        """Whether what is said of most is so of all, or a count that nothing has most of."""
        if _MOST_COUNT.search(clause):
            return True
        kinds = {kind for kind, words in TYPES.items() if re.search(words, clause)}
        held = {str(one.type) for one in self._evidence.routes}
        groups = [one for one in self._evidence.groups if any(one.name in n.names for n in named)]
        held |= {row.label for group in groups for row in group.types}
        return bool(kinds) and held == kinds


def _total(items: list[Item]) -> int:
    return sum(one.values["total"] for one in items)


def _number(words: str) -> int:
    return int(words) if words.isdigit() else DIGITS[words]
