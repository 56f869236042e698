"""Whether one record is as a clause says of every one: each figure and each word by itself."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from bot.verifier.facts import COUNTS, scan
from bot.verifier.hours import days_in, opens_or_closes
from bot.verifier.support import support_of_one
from bot.voice.evidence.records import labels_of, texts_of
from bot.voice.language.plain import plain
from bot.voice.ordinary.wording import uncovered
from knowledge.schema import Gym

if TYPE_CHECKING:
    from collections.abc import Iterable

    from bot.schema import Evidence
    from bot.verifier.facts import Fact
    from knowledge.schema import Area, Crag, Grade, Route, Sector

TYPES: Final = {
    "sport": r"運攀|\bsport\b",
    "trad": r"傳攀|\btrad\b",
    "boulder": r"抱石|\bboulder",
    "toprope": r"上方架繩|\btop ?rope",
    "mixed": r"混合|\bmixed\b",
}
_METRES: Final = re.compile(
    r"(\d+(?:\.\d+)?)\s*(?:公尺|m)?\s*(?:到|至|-|~)\s*(\d+(?:\.\d+)?)\s*(?:公尺|m\b)"
)
_LACKS: Final = re.compile(r"沒|未|無(?!論)|\b(?:no|not|without)\b|n't\b", re.IGNORECASE)
_LIMITS: Final = re.compile(r"以[上下內]|起跳|\bor (?:more|less|harder|easier)")
_FIELDS: Final = {
    "length_m": r"長度|多長|公尺|\blength",
    "bolts": r"bolt",
    "first_ascent": r"首攀|開線|\bfirst ascen",
    "anchor": r"固定點|\banchor",
    "description": r"描述|特色|\bdescri",
}
_FIGURES: Final = re.compile(
    r"\b(?:5\.|V)?\d[\d.]*[a-d]?[+?]?(?:/\d?[\d.]*[a-d])?\s*(?:公尺|[條題間元個顆m](?![a-z])|bolts?)?",
    re.IGNORECASE,
)


class Each:
    """The records of one answer, to be asked one by one.

    Args:
        evidence: The records.
    """

    def __init__(self, evidence: Evidence) -> None:
        self._evidence = evidence

    def are(self, clause: str, subjects: Iterable[Route | Gym]) -> bool:
        """Whether every one of these records has what a clause says of them all."""
        bare = self._unnamed(clause)
        return all(self._is(bare, one) for one in subjects)

    def _is(self, clause: str, subject: Route | Gym) -> bool:
        if _LACKS.search(clause):
            return _lacks(subject, clause)
        facts = [fact for fact in scan(clause) if fact.kind not in {*COUNTS, "date"}]
        if _LIMITS.search(clause):
            # a condition that was asked for
            facts = [fact for fact in facts if fact.kind not in {"grade", "length", "bolts"}]
        if isinstance(subject, Gym):
            own, places = _is_open(subject, clause, facts), []
            judged = {"time"}
        else:
            own, places = self._is_such(subject, clause, facts), self._places_of(subject)
            judged = {"grade", "length"}
        support = support_of_one(subject)
        if not own or not all(one.kind in judged or support.holds(one) for one in facts):
            return False
        texts = (*texts_of(subject), *labels_of(subject), *places)
        return not uncovered(_FIGURES.sub(" ", clause), "\n".join(texts))

    def _is_such(self, route: Route, clause: str, facts: list[Fact]) -> bool:
        """Whether a route has the kind, place, grade and length of a clause."""
        kinds = [kind for kind, words in TYPES.items() if re.search(words, clause, re.IGNORECASE)]
        places = [one for one in self._evidence.places if one in clause]
        grades = [set(fact.values) for fact in facts if fact.kind == "grade"]
        lengths = [set(fact.values) for fact in facts if fact.kind == "length"]
        span, metres = _METRES.search(clause), route.length_m
        measured = metres is None or (
            float(span[1]) <= metres <= float(span[2])
            if span
            else not lengths or is_one_of({f"{metres:.12g}"}, lengths)
        )
        return (
            measured
            and (not kinds or str(route.type) in kinds)
            and all(one in self._places_of(route) for one in places)
            and (not grades or is_one_of(names_of(route.grade), grades))
        )

    def _places_of(self, route: Route) -> list[str]:
        evidence = self._evidence
        places: tuple[Crag | Area | Sector, ...] = (
            *evidence.crags,
            *evidence.areas,
            *evidence.sectors,
        )
        ids = {route.crag_id, route.area_id, route.sector_id}
        return [name for one in places if one.id in ids for name in (one.name, one.name_en)]

    def _unnamed(self, clause: str) -> str:
        """A clause without the names of the records that it may be about."""
        records: tuple[Route | Gym, ...] = (*self._evidence.routes, *self._evidence.gyms)
        names = {plain(name) for one in records for name in (one.name, one.name_en, *one.aliases)}
        for name in sorted(names, key=len, reverse=True):
            clause = clause.replace(name, " ") if len(name) > 1 else clause
        return clause


def names_of(grade: Grade) -> set[str]:
    """What a grade may be called where all of a list are said to have it: 5.9+ is no 5.9."""
    raw = grade.raw.lower()
    return {raw} if grade.modifier or "?" in raw else {raw, grade.lo}


def is_one_of(known: set[str], said: list[set[str]]) -> bool:
    """Whether one of the things said is known."""
    return any(known & one for one in said)


def _is_open(gym: Gym, clause: str, facts: list[Fact]) -> bool:
    """Whether a gym has the hours of a clause on the days that it names."""
    days = days_in(clause)
    return all(opens_or_closes(gym, days, fact) for fact in facts if fact.kind == "time")


def _lacks(subject: Route | Gym, clause: str) -> bool:
    """Whether nothing is recorded where a clause says so; of bolts also whether there are none."""
    said = [name for name, words in _FIELDS.items() if re.search(words, clause, re.IGNORECASE)]
    recorded = re.search(r"記|寫|列|\brecord", clause) is not None
    return bool(said) and all(
        not getattr(subject, name, None) and (recorded or getattr(subject, name, None) == 0)
        for name in said
    )
