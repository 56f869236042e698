"""Whether what is said of all, of most, of one only is so of the records."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING, Final

from bot.rendering.labels import type_label
from bot.verifier.facts import scan

if TYPE_CHECKING:
    from collections.abc import Iterable

    from bot.schema import Evidence
    from bot.voice.compared import Item
    from knowledge.schema import Area, Crag, Grade, Route, Sector

ALL: Final = re.compile(
    r"(?:都|全部|全數|全|皆|均|通通|統統|清一色|一律)(?:是|為|在)|都屬於"
    r"|每一?[條間題座]|\b(?:all|both) (?:are|of)\b"
)
ONLY: Final = re.compile(
    r"只(?:有|剩|列)(?!\s*[\d一兩])|僅(?!供|需|要|\s*\d|[有剩限列]\s*[\d一兩])"
    r"|就.{1,16}而已|唯一|\bonly\b(?! \d)",
    re.IGNORECASE,
)
MOSTLY: Final = re.compile(
    r"大部分|主要|為主|大多|多半|多數|幾乎[都全]|\bmostly\b|\bmost of\b", re.IGNORECASE
)
TYPES: Final = {
    "sport": r"運攀|\bsport\b",
    "trad": r"傳攀|\btrad\b",
    "boulder": r"抱石|\bboulder",
    "toprope": r"上方架繩|\btop ?rope",
    "mixed": r"混合|\bmixed\b",
}
_COUNTED: Final = re.compile(r"(運攀|傳攀|抱石|上方架繩|混合) (\d+) [條題]")
_METRES: Final = re.compile(
    r"(\d+(?:\.\d+)?)\s*(?:公尺|m)?\s*(?:到|至|-|~)\s*(\d+(?:\.\d+)?)\s*(?:公尺|m\b)"
)


class Quantified:
    """The records of one answer, to be counted.

    Args:
        evidence: The records.
        rendered: The answer that code gave.
    """

    def __init__(self, evidence: Evidence, rendered: str) -> None:
        self._evidence = evidence
        self._counts = Counter({kind: int(n) for kind, n in _COUNTED.findall(rendered)})

    def all_are(self, clause: str, named: list[Item]) -> bool:
        """Whether all that a clause speaks of have the grade, kind or place that it gives them."""
        routes = [one.route for one in named if one.route is not None]
        routes = routes or list(self._evidence.routes)
        if not routes:
            told = [kind for kind in self._counts if kind in clause]
            return bool(self._evidence.gyms) or (bool(told) and len(self._counts) == len(told))
        facts = scan(clause)
        kinds = [kind for kind, words in TYPES.items() if re.search(words, clause)]
        grades = [set(fact.values) for fact in facts if fact.kind == "grade"]
        span = _METRES.search(clause)
        lengths = [set(fact.values) for fact in facts if fact.kind == "length" and not span]
        measured = [route.length_m for route in routes if route.length_m]
        checks = (
            (kinds, all(str(route.type) in kinds for route in routes)),
            (grades, all(is_one_of(names_of(route.grade), grades) for route in routes)),
            (lengths, all(is_one_of({f"{one:.12g}"}, lengths) for one in measured)),
            (span, span and all(float(span[1]) <= one <= float(span[2]) for one in measured)),
            ("在" in clause and not span, self._all_in(clause, routes)),
        )
        people = {route.first_ascent for route in routes}
        one_person = len(people) == 1 and any(one and one in clause for one in people)
        return one_person or (
            any(said for said, _ in checks) and all(ok for said, ok in checks if said)
        )

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
        return not named or len(named) in sizes or not sizes

    def is_most(self, clause: str) -> bool:
        """Whether what a clause says of most is so."""
        told = [kind for kind in self._counts if kind in clause]
        if told:
            most = max(self._counts.values())
            return all(self._counts[one] == most for one in told)
        areas = [one.id for one in self._evidence.areas if one.name and one.name in clause]
        routes = [r for r in self._evidence.routes if not areas or r.area_id in areas]
        kinds = [kind for kind, pattern in TYPES.items() if re.search(pattern, clause)]
        held = Counter(str(r.type) for r in routes)
        return bool(kinds) and bool(held) and held.most_common(1)[0][0] in kinds

    def _all_in(self, clause: str, routes: Iterable[Route]) -> bool:
        evidence = self._evidence
        named: tuple[Crag | Area | Sector, ...] = (
            *evidence.crags,
            *evidence.areas,
            *evidence.sectors,
        )
        places = {one.id for one in named if one.name and one.name in clause}
        return bool(places) and all(
            {route.crag_id, route.area_id, route.sector_id} & places for route in routes
        )


def names_of(grade: Grade) -> set[str]:
    """What a grade may be called where all of a list are said to have it: 5.9+ is no 5.9."""
    raw = grade.raw.lower()
    return {raw} if grade.modifier or "?" in raw else {raw, grade.lo}


def is_one_of(known: set[str], said: list[set[str]]) -> bool:
    """Whether one of the things said is known."""
    return any(known & one for one in said)
