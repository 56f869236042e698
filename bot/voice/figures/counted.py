"""Whether the counts of a sentence can be had from the answer: how many routes, eight against six.

The verifier lets a bare number pass that some record holds for another reason, the popularity of a
route or the number of a house. A count of routes is one that the answer states, or that counting
its records by kind, grade or place gives. Pure.
"""

from __future__ import annotations

import re
from collections import Counter
from functools import cached_property
from itertools import combinations
from typing import TYPE_CHECKING, Final

from bot.prompts import body_of
from bot.verifier.facts import scan
from bot.voice.evidence.compared import items_of
from bot.voice.evidence.listed import ROW_NUMBER
from bot.voice.evidence.namer import Namer
from bot.voice.language.numerals import value_of
from bot.voice.language.plain import plain

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bot.prompts import Spoken

_COUNT: Final = re.compile(
    r"(?<![第\d.:/頁這前那後另a-zA-Z-])(?P<n>\d{1,4})\s*(?:條|題|routes?\b|problems?\b)(?!\s*(?:繩|路\b))"
    r"|\bthere(?: are|'re|'s| is) (?P<en>\d{1,4})(?![\d.:])"
    r"(?! (?:bolts?|draws?|quickdraws?|met(?:er|re)s?|m|days?|hours?|gyms?|crags?|areas?)\b)",
    re.IGNORECASE,
)
_FIRST: Final = re.compile(r"前 ?(\d{1,2}|[一二兩三四五六七八九十])(?!\d)")
"""「前兩硬的線」 asks for two."""
_TALLY: Final = re.compile(r"(?:█+|:|共|有|total|routes)\s*(\d{1,4})(?![\d.:/-])|^(\d+) of them")
_PLACES: Final = re.compile(
    r"(?<![第這那前\d.])(\d{1,2}|[二兩三四五六七八九])\s*(?:個)?(?:分)?區(?!段)"
)
_TOTAL: Final = re.compile(
    r"(?:共|查到|找到|總計|合計|加起來)(?:有|是|:|\s)*(\d{1,4})\s*[條題個](?!\s*bolt|月)",
    re.IGNORECASE,
)
_MORE: Final = re.compile(r"[多少差](?:了|出)?\s*(?P<n>\d+)\s*[條題]")
_AGAINST: Final = re.compile(
    r"(?<![\d.:])(?P<a>\d{1,4})\s*(?:條|題|公尺|米|m|元|塊|個|顆)?\s*(?:比|對上?|vs\.?)\s*(?P<b>\d{1,4})(?![\d.:])"
)
_SURE: Final = {
    "wide": re.compile(r"寬|\bwide|\bbroad"),
    "sure": re.compile(r"確定|扣掉|真的|\bsure(?:ly)?\b|\bcertain|\bdefinite"),
}
_CLAUSE: Final = re.compile(r"[，。；;！!？?\n]|,(?!\d{3})|\bbut\b|\bthough\b|\bso\b")
_EVERY: Final = re.compile(
    r"(?:各|每[區級個])(?:都|也)?(?:是|有|只有)?\s*(?P<n>\d+|[一兩二三四五])\s*[條題]"
)
_SUMMED: Final = 3
"""Rows that a sentence may add up."""


class Counted:
    """The counts that one answer may state.

    Args:
        spoken: The question, its records and its answer.
    """

    def __init__(self, spoken: Spoken) -> None:
        self._spoken = spoken
        self._evidence = spoken.evidence
        self._items = items_of(spoken.evidence)
        self._namer = Namer(spoken.evidence, self._items)
        self._rendered = plain(body_of(spoken.draft.text))

    def faults(self, text: str) -> Iterator[str]:
        """The counts that nothing gives."""
        told = plain(text)
        evidence = self._evidence
        if not (evidence.routes or evidence.groups or evidence.buckets or self._places):
            return
        named = {len(set(map(id, self._namer.named(one)))) for one in (told, *_CLAUSE.split(told))}
        yield from self._unknown(told, named)
        yield from self._unpaired(told)
        for number in _PLACES.findall(told) if self._places else ():
            value = value_of(number)
            if value not in self._places and value not in named:
                yield f"{number}區"
        for clause in _CLAUSE.split(told):
            yield from self._wrongly_sure(clause)

    def _unknown(self, told: str, named: set[int]) -> Iterator[str]:
        """Counts that neither the answer, nor counting the records, nor the names give."""
        for match in _COUNT.finditer(told):
            value = int(match["n"] or match["en"])
            if value not in self._counts and value not in self._asked and value not in named:
                yield match[0].strip()
        for match in _TOTAL.finditer(told) if self._totals else ():
            if int(match[1] or match[2]) not in self._totals | named:
                yield match[0]

    def _unpaired(self, told: str) -> Iterator[str]:
        """Counts against each other, and differences, that are not of two records."""
        for match in _AGAINST.finditer(told):
            pair = frozenset((int(match["a"]), int(match["b"])))
            if self._pairs and pair not in self._pairs:
                yield match[0].strip()
        for match in _MORE.finditer(told) if len(self._evidence.groups) == 2 else ():
            if int(match["n"]) not in self._gaps and match["n"] not in self._shown_gaps:
                yield match[0]

    def _wrongly_sure(self, clause: str) -> Iterator[str]:
        """「確定的有 4 條」 where the answer is sure of three."""
        for words in _SURE.values():
            held = self._beside(words, self._rendered)
            said = self._beside(words, clause)
            if held and said and not said & held and len(said) == 1:
                yield clause.strip()

    @staticmethod
    def _beside(words: re.Pattern[str], text: str) -> set[int]:
        """The counts of the clauses that hold such words."""
        clauses = [
            one
            for one in re.split(r"[，。；;\n]|,(?!\d{3})|\bso\b|\bthough\b|\band\b", text)
            if words.search(one)
        ]
        numbers = (
            re.findall(
                r"(?<![\d.V])(\d{1,3})(?![\d.:a-d?])|([一兩二三四五六七八九])(?=\s*[條題])", one
            )
            for one in clauses
        )
        return {value_of(a or b) for each in numbers for a, b in each}

    @cached_property
    def _totals(self) -> frozenset[int]:
        """How many there are in all, of a list or a count; of a comparison those of each place."""
        if self._spoken.query.intent not in {"list", "count", "crag_info"}:
            return frozenset()
        told = re.findall(r"(?:共|總共有?|有)\s*(\d+)\s*[條題個]|(\d+) routes?\b", self._rendered)
        found = {int(one or other) for one, other in told}
        return frozenset({*found, *self._places}) if found else frozenset()

    @cached_property
    def _asked(self) -> frozenset[int]:
        """Counts of routes in the question; 「不超過 2 個 bolt」 asks for none."""
        asked = plain(self._spoken.query.text)
        counts = (one["n"] for one in _COUNT.finditer(asked) if one["n"])
        return frozenset(map(value_of, (*counts, *_FIRST.findall(asked))))

    @cached_property
    def _counts(self) -> frozenset[int]:
        routes = self._evidence.routes
        rows = len(ROW_NUMBER.findall(self._rendered))
        found = {len(routes), rows}
        for line in self._rendered.split("\n"):
            bare = ROW_NUMBER.sub("", line)
            found |= {
                int(value)
                for fact in scan(bare)
                if fact.kind in {"routes", "count"}
                for value in fact.values
                if value.isdigit()
            }
            found |= {int(one or other) for one, other in _TALLY.findall(bare)}
        for of in ("type", "area_id", "sector_id", "crag_id", "first_ascent", "length_m", "bolts"):
            found |= set(Counter(str(getattr(one, of, "")) for one in routes).values())
        found |= set(Counter(one.grade.raw for one in routes).values())
        found |= set(Counter(re.sub(r"[a-d?+/-].*$", "", one.grade.raw) for one in routes).values())
        found |= {
            len([one for one in routes if one.length_m]),
            len([one for one in routes if one.bolts]),
        }
        for family in ("bucket", "type"):
            totals = [one.values["total"] for one in self._items if one.family == family]
            found |= {
                sum(some)
                for size in range(1, _SUMMED + 1)
                for some in combinations(totals[:24], size)
            }
            # 「5.11 以上有 6 條」: all from one row on
            found |= {sum(totals[at:]) for at in range(len(totals))}
            found |= {sum(totals[:at]) for at in range(1, len(totals))}
        for group in self._evidence.groups:
            found |= {group.total, *(one.count for one in group.types)}
        found |= self._gaps
        return frozenset(found)

    @cached_property
    def _shown_gaps(self) -> frozenset[str]:
        """The differences that the answer gives."""
        return frozenset(re.findall(r"[多少差](?:了|出)?\s*(\d+)", self._rendered))

    @cached_property
    def _places(self) -> frozenset[int]:
        """How many areas the answer says that a place has, or compares."""
        told = re.findall(r"(\d+)\s*個區域", self._rendered)
        listed = [line.count("、") + 1 for line in self._rendered.split("\n") if "區域" in line]
        groups = [len(self._evidence.groups)] if self._evidence.groups else []
        return (
            frozenset([*map(int, told), *listed, *groups])
            if told or listed or groups
            else frozenset()
        )

    @cached_property
    def _gaps(self) -> set[int]:
        """How far the totals, and those of each kind, are apart."""
        groups = self._evidence.groups
        kinds = {one.label for group in groups for one in group.types}
        gaps = {abs(one.total - other.total) for one, other in combinations(groups, 2)}
        for kind in kinds:
            held = [next((t.count for t in g.types if t.label == kind), 0) for g in groups]
            gaps |= {abs(one - other) for one, other in combinations(held, 2)}
        return gaps

    @cached_property
    def _pairs(self) -> frozenset[frozenset[int]]:
        """The pairs of one figure of two records that may stand against each other."""
        found: set[frozenset[int]] = set()
        groups, routes, gyms = self._evidence.groups, self._evidence.routes, self._evidence.gyms
        for one, other in combinations(groups, 2):
            found.add(frozenset((one.total, other.total)))
            for kind in {t.label for t in (*one.types, *other.types)}:
                held = [
                    next((t.count for t in g.types if t.label == kind), 0) for g in (one, other)
                ]
                found.add(frozenset(held))
        for first, second in combinations(routes, 2):
            found |= {
                frozenset((int(a), int(b)))
                for a, b in ((first.length_m, second.length_m), (first.bolts, second.bolts))
                if a is not None and b is not None
            }
        for gym, next_gym in combinations(gyms, 2):
            for ticket in gym.prices.keys() & next_gym.prices.keys():
                found.add(frozenset((gym.prices[ticket], next_gym.prices[ticket])))
        return (
            frozenset(found)
            if len(groups) == 2 or len(routes) == 2 or len(gyms) == 2
            else frozenset()
        )
