"""Whether what is said of all, of most, of half, of one only is so of the records."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING, Final

from bot.rendering.labels import type_label
from bot.verifier.hours import days_in
from bot.voice.evidence.compared import items_of
from bot.voice.language.numerals import value_of
from bot.voice.language.plain import plain
from bot.voice.relating.alone import Alone
from bot.voice.relating.each import TYPES, Each
from bot.voice.relating.others import EACH, Rest, kinds_of
from bot.voice.relating.shares import Shares
from knowledge.text import key

if TYPE_CHECKING:
    from bot.schema import Evidence
    from bot.voice.evidence.compared import Item
    from knowledge.schema import Gym, Route

ALL: Final = re.compile(
    r"(?:(?<!裡面)(?<!裡頭)(?<!到處)(?<!全程)|(?=都是[^，。]{0,4}(?:[運傳]攀|抱石|上方|5\.|V\d)))"
    r"(?:都|全部|全數|全|皆|均|通通|統統|清一色|一律)(?:是|為|在)(?!問)|都屬於|每一?[條間題座]"
    r"|\bevery (?:single )?one of (?:them|these|those)\b"
    r"|\b(?:both(?! addresses)|(?<!are )all (?:are|of(?! it)|\d+|in|at))\b(?! days)",
    re.IGNORECASE,
)
MOSTLY: Final = re.compile(
    r"大部分|主要(?=是(?!查|幫|提供|回答|拿來)|為|有|在|都|走|\s*(?:運攀|傳攀|抱石))"
    r"|為主|大多|多半|多數|幾乎[都全]|\bmostly\b|\bmost of\b",
    re.IGNORECASE,
)
_MOST_BUT: Final = re.compile(r"大部分|大多|多半|多數|\bmostly\b|\bmost of\b", re.IGNORECASE)
"""More than half, and not all."""
_MOST_COUNT: Final = re.compile(r"(?:大部分|大多|多半|多數)[^，。]{0,3}\d+\s*[條題]")
_SOME: Final = re.compile(r"(\d+)\s*[條題間](?:路線|題目)?(?=都|全|皆|均|通通|統統)")
_ALL_HAVE: Final = re.compile(
    r"\b(?:both|all|each)\b.*\b(?:have|has|hold)\s+(\d+)(?:\s+(?:routes|lines|problems)\b|\s*$)",
    re.IGNORECASE,
)
_SAME: Final = re.compile(r"\bsame (?:number|total|count)\b", re.IGNORECASE)
_DIFFERENCE: Final = re.compile(r"\bdifferen(?:ce|t)|差別|差異|差在")
_FOR: Final = re.compile("以(上攀|抱石|先鋒|繩攀)為主")
_EXAMPLES: Final = re.compile(r"都(?:是|算|在(?:這裡|裡面|內|清單裡?)|(?:有)?列)\s*$")
"""「像 A、B 都是」 names examples of what was just said."""
_TAIL: Final = re.compile(r"的?(?:路線|線|題目)?[的喔啦耶欸呢囉了 ]*$")
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
        self._shares = Shares(evidence, plain(rendered))
        self._counts = self._shares.kinds
        self.rest_are = Rest(self._items, self._counts).are
        self.is_only = Alone(evidence, self._counts).holds

    def all_are(self, clause: str, named: list[Item]) -> bool:
        """Whether all that a clause speaks of are as it says, each by its own record."""
        rows = [one for one in named if one.family in {"bucket", "whole", "group"}]
        rows = rows or [one for one in named if one.family == "type"]
        rows = rows or [one for one in self._items if one.family == "group"]
        kinds = kinds_of(clause)
        if rows and (counted := _are_counted(clause, rows, kinds)) is not None:
            return counted
        if _EXAMPLES.search(clause):
            return any(one.family == "" for one in named) or bool(days_in(clause))
        routes = [one.route for one in named if one.route is not None]
        gyms = [gym for gym in self._evidence.gyms if any(gym.name in one.names for one in named)]
        subjects: tuple[Route | Gym, ...] = (*routes, *gyms)
        subjects = subjects or self._evidence.routes or self._evidence.gyms
        if not subjects:
            return self._is_shown(clause) or self._are_of(clause, rows)
        if (some := _SOME.search(clause)) and int(some[1]) != len(subjects):
            # 「五條都是運攀」, of six
            bare = clause[some.end() :]
            return int(some[1]) == len([one for one in subjects if self._each.are(bare, [one])])
        return self._each.are(clause, subjects)

    def _is_shown(self, clause: str) -> bool:
        """Whether the answer says the same of all: 「全是外傾路線」."""
        match = ALL.search(clause)
        what = _TAIL.sub("", clause[match.end() :]).strip() if match else ""
        said = rf"(?:都|全部?|皆|均)(?:是|為|在)?{re.escape(what)}"
        return bool(what and re.search(said, plain(self._rendered)))

    def _are_of(self, clause: str, places: list[Item]) -> bool:
        """Whether the routes of all places, or of the only one, are of the kinds of a clause."""
        kinds = kinds_of(clause)
        if kinds and places and all(one.types for one in places):
            return all({kind for kind, count in one.types if count} <= kinds for one in places)
        told = [kind for kind in self._counts if kind in clause]
        return not self._items or (bool(told) and len(self._counts) == len(told))

    def is_part(self, clause: str, carried: list[Item]) -> bool:
        """Whether what a clause names is half, or another part, of all as it says."""
        return self._shares.are(clause, carried)

    def is_most(self, clause: str, named: list[Item], carried: list[Item]) -> bool:
        """Whether what a clause says of most is so, of a difference also which it lies in."""
        kinds = kinds_of(clause)
        if kinds and _DIFFERENCE.search(clause) and len(self._evidence.groups) > 1:
            return self._differ_most(kinds)
        return self._is_most(clause, named, carried, kinds)

    def _is_most(
        self, clause: str, named: list[Item], carried: list[Item], kinds: set[str]
    ) -> bool:
        groups = [one for one in (*carried, *named) if one.types][-1:]
        of_groups = groups and kinds and not any(one.family == "bucket" for one in named)
        if self._is_said_of_most(clause) or of_groups:
            counts = Counter(dict(groups[0].types if of_groups else ()))
            return not of_groups or 2 * sum(counts[one] for one in kinds) > counts.total()
        if not self._items:
            return not _MOST_BUT.search(clause) or "部分" in self._rendered
        if _MOST_BUT.search(clause) and self._are_all(clause, named):
            return False
        rows = [one for one in named if one.family in {"bucket", "whole"}]
        if rows:
            every = [one for one in self._items if one.family == rows[0].family]
            return 2 * _total([one for one in rows if one.family == rows[0].family]) > _total(every)
        told = [kind for kind in self._counts if kind in clause] or [
            label
            for kind, words in TYPES.items()
            if re.search(words, clause, re.IGNORECASE)
            and self._counts[label := type_label(kind, "zh")]
        ]
        if told:
            most = max(self._counts.values())
            return all(self._counts[one] == most for one in told)
        areas = [one.id for one in self._evidence.areas if one.name and one.name in clause]
        routes = [r for r in self._evidence.routes if not areas or r.area_id in areas]
        held = Counter(str(r.type) for r in routes)
        return bool(kinds) and bool(held) and held.most_common(1)[0][0] in kinds

    def _differ_most(self, kinds: set[str]) -> bool:
        """Whether two places differ most in these kinds of climbing."""
        held = [
            Counter({one.label: one.count for one in each.types}) for each in self._evidence.groups
        ]
        first, second = held[:2]
        gaps = Counter({kind: abs(first[kind] - second[kind]) for kind in first | second})
        return 2 * sum(gaps[kind] for kind in kinds) > gaps.total()

    def _is_said_of_most(self, clause: str) -> bool:
        """Whether the answer says the same of most, or of what a gym is for."""
        told = [_behind(match, clause) for match in MOSTLY.finditer(clause)]
        known = plain(self._rendered)
        held = {_behind(match, known) for match in MOSTLY.finditer(known)}
        only_gyms = self._evidence.gyms and not self._evidence.routes
        if only_gyms and (for_ := _FOR.search(clause)):
            return for_[1] in known.split("\n")[0]
        return all(one and one in held for one in told)

    def _are_all(self, clause: str, named: list[Item]) -> bool:
        """Whether what is said of most is so of all, or a count that nothing has most of."""
        if _MOST_COUNT.search(clause):
            return True
        kinds = {kind for kind, words in TYPES.items() if re.search(words, clause)}
        held = {str(one.type) for one in self._evidence.routes}
        groups = [one for one in self._evidence.groups if any(one.name in n.names for n in named)]
        held |= {row.label for group in groups for row in group.types}
        return bool(kinds) and held == kinds


def _are_counted(clause: str, rows: list[Item], kinds: set[str]) -> bool | None:
    """Whether all rows have as many routes as a clause says; ``None`` where it says no number."""
    if counts := _by_kind(clause):
        # "both have 16 sport routes and 2 top ropes"
        told = ((one.of_types({kind}), number) for one in rows for kind, number in counts)
        return all(one.values["total"] == number for one, number in told)
    held = {one.of_types(kinds).values["total"] for one in rows}
    if count := EACH.search(clause) or _ALL_HAVE.search(clause):
        return held == {value_of(count[1])}
    return len(held) == 1 if _SAME.search(clause) else None


def _by_kind(clause: str) -> list[tuple[str, int]]:
    """The kinds of climbing of a clause with the numbers before them."""
    return [
        (kind, int(one[1]))
        for kind, words in TYPES.items()
        for one in re.finditer(
            rf"(?<![\d.])(\d{{1,3}})\s*[條題]?\s*(?:{words})", clause, re.IGNORECASE
        )
    ]


def _behind(match: re.Match[str], text: str) -> str:
    """The two characters behind a word, but for a verb."""
    return key(re.sub("^(?:都|是|為|在|有)+", "", text[match.end() :]))[:2]


def _total(items: list[Item]) -> int:
    return sum(one.values["total"] for one in items)
