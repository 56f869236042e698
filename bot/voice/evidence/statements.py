"""The figures that an answer states or that its records add up to, each with what it is said of.

The verifier holds a figure against the record beside it. What it cannot place is looked up here: it
stands where the rendered answer says the same figure of the same thing, or where counting the
records gives it. A figure whose labels differ, the ticket of another day or the routes of another
kind, is another figure.
"""

from __future__ import annotations

import re
from functools import cached_property
from typing import TYPE_CHECKING, Final

from bot.prompts import body_of
from bot.verifier.computed import differences
from bot.verifier.facts import COUNTS, scan
from bot.voice.evidence.compared import items_of
from bot.voice.evidence.groups import Groups
from bot.voice.evidence.labels import Figure, Labeller, Labels
from bot.voice.evidence.listed import ROW_NUMBER
from bot.voice.evidence.namer import Namer
from bot.voice.evidence.stated import Stated, is_kind
from bot.voice.language.measures import is_measured_so
from bot.voice.language.plain import plain

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bot.prompts import Spoken
    from knowledge.schema import Route

_LIMITS: Final = re.compile(
    r"以[上下內]|超過|至少|最多|不到|[少多]於|[到至~-]\s*(?:5\.|V\d)"
    r"|or (?:more|less|harder|easier)|\b(?:over|under|above|below)\b"
)
_DIFFERS: Final = re.compile(r"(?:[差省貴]|便宜|相差)(?:了|出|大?約|只|\s)*$")
_NO_BOLTS: Final = re.compile(
    r"(?:沒有?|無)\s*bolt(?!\s*(?:數|的?(?:資料|紀錄|記載)))"
    r"|\bno bolts(?! (?:on|are) record| recorded)",
    re.IGNORECASE,
)
"""That there are none, which is more than that none is recorded."""
_TOGETHER: Final = re.compile(r"合起來|加起來|合計|一共|\btogether\b|\bcombined\b")
_ROUTES: Final = frozenset({"routes", "number", "count"})


class Statements:
    """What may be stated in figures beside the records' own fields."""

    def __init__(self, spoken: Spoken) -> None:
        self._spoken = spoken
        self._labeller = Labeller(spoken.evidence)
        self._namer = Namer(spoken.evidence, items_of(spoken.evidence))
        self._stated = Stated(spoken, self._labeller)

    def holds(self, surface: str, text: str, before: str, known: str) -> bool:
        """Whether every figure of this surface may be stated where it stands.

        Args:
            surface: The words of a figure that no record beside it supports.
            text: The sentence.
            before: What was said before it.
            known: What may be repeated of the records that the sentence names.
        """
        told = plain(text)
        if self._groups.chooses(surface, told):
            return True
        found = [
            one
            for one in self._labeller.figures(told, before)
            if _bare(one.fact.surface) == _bare(surface)
        ]
        return bool(found) and all(self._is_stated(one, told, known, before) for one in found)

    def chooses(self, surface: str, text: str) -> bool:
        """Whether what is written so only says which rows are counted or listed rightly."""
        return self._groups.chooses(surface, plain(text))

    def refuted(self, text: str, before: str) -> Iterator[str]:
        """The differences that are not those which the answer gives of the same ticket or kind."""
        told = plain(text)
        apart = [one for one in self._stated.figures if "apart" in one.own]
        for said in self._labeller.figures(told, before):
            if self._is_of_another_ticket(said):
                yield said.fact.surface
            if not _DIFFERS.search(told[: said.fact.start]):
                continue
            tickets = said.said("ticket")
            held = [
                one
                for one in apart
                if is_kind(said, one)
                and (not tickets or not one.said("ticket") or tickets & one.said("ticket"))
            ]
            if held and not any(set(said.fact.values) & set(one.fact.values) for one in held):
                yield said.fact.surface
        unknown = [one for one in self._spoken.evidence.routes if one.bolts is None]
        every = len(self._spoken.evidence.routes)
        if unknown and len(unknown) == every and (none := _NO_BOLTS.search(told)):
            yield none[0]

    def _is_of_another_ticket(self, said: Figure) -> bool:
        """Whether it is the price of a ticket of the only gym, but not of the one beside it."""
        gyms = self._spoken.evidence.gyms
        tickets = said.own.get("ticket", frozenset())
        if len(gyms) != 1 or "apart" in said.own or said.fact.kind not in {"price", "number"}:
            return False
        prices, notes = gyms[0].prices, f"{gyms[0].price_notes} {gyms[0].notes}"
        own = {str(price) for name, price in prices.items() if name in tickets}
        others = {str(price) for price in prices.values()} - own
        value = set(said.fact.values)
        noted = any(re.search(rf"(?<!\d){one}(?!\d)", notes) for one in value)
        return bool(own and value & others) and not noted

    def _is_stated(self, said: Figure, text: str, known: str, before: str) -> bool:
        return (
            self._stated.says(said, text)
            or self._is_counted(said, text)
            or self._groups.holds(said.fact, text, plain(before))
            or is_measured_so(said.fact, text, known, body_of(self._spoken.draft.text))
            or self._stated.has_in_series(said, text)
            or self._is_apart(said, text)
            or self._is_enumerated(said, text)
            or self._is_summed(said, text)
        )

    def _is_counted(self, said: Figure, text: str) -> bool:
        """Whether that many of the routes are of the kinds, grades and places named."""
        routes = self._spoken.evidence.routes
        if said.fact.kind not in _ROUTES or not routes or _LIMITS.search(_clause(text, said)):
            return False
        labels: Labels = {**said.carried, **said.own}
        told = _grade_beside(text, said)
        if not told and not labels.keys() & {"type", "name"}:
            return str(len(routes)) in said.fact.values
        chosen = [one for one in routes if _is_of(one, labels, told)]
        return str(len(chosen)) in said.fact.values

    def _is_apart(self, said: Figure, text: str) -> bool:
        """Whether two of the rows or records that a text names are that far apart."""
        if "apart" not in said.own:
            return False
        named = self._namer.named(text)
        kinds = {"routes": ("total",), "length": ("length",), "bolts": ("bolts",)}
        for kind in kinds.get(said.fact.kind, ("total", "length", "bolts")):
            held = [one.values[kind] for one in named if one.values.get(kind) is not None]
            gaps = {f"{abs(one - other):.12g}" for one in held for other in held}
            if gaps & set(said.fact.values) - {"0"}:
                return True
        if said.fact.kind in {"price", "number"}:
            return bool(self._gaps & set(said.fact.values))
        return False

    @cached_property
    def _groups(self) -> Groups:
        rows = ROW_NUMBER.findall(plain(body_of(self._spoken.draft.text)))
        return Groups(self._spoken.evidence, len(rows))

    @cached_property
    def _gaps(self) -> frozenset[str]:
        """How far apart the prices of the gyms are, or of one gym on other days, by ticket."""
        gyms = self._spoken.evidence.gyms
        days = gyms[0].prices if len(gyms) == 1 else {}
        if "weekday" in days and "weekend" in days:
            return frozenset({str(abs(days["weekend"] - days["weekday"]))})
        return differences(self._spoken.evidence).get("price", frozenset())

    def _is_enumerated(self, said: Figure, text: str) -> bool:
        """Whether it is how many places or records the text names: 「甲、乙、丙三個」."""
        if said.fact.kind not in COUNTS or _LIMITS.search(text):
            return False
        named = {name for name in self._spoken.evidence.places if plain(name) in text}
        return len(named) > 1 and str(len(named)) in said.fact.values

    def _is_summed(self, said: Figure, text: str) -> bool:
        """Whether it is the sum of the rows of a distribution that its clause names."""
        clause = re.split(r"[，。；;\n]|,(?!\d{3})", text[: said.fact.end])[-1]
        if said.fact.kind not in COUNTS or not _TOGETHER.search(clause) or _LIMITS.search(clause):
            return False
        rows = {one.label.lower(): one.count for one in self._spoken.evidence.buckets}
        named = {one.values[0].lower() for one in scan(clause) if one.kind == "grade"}
        if len(named) < 2 or not named <= rows.keys():
            return False
        return str(sum(rows[one] for one in named)) in said.fact.values


def _is_of(route: Route, labels: Labels, grades: list[str]) -> bool:
    if "type" in labels and str(route.type) not in labels["type"]:
        return False
    ids = {route.name or route.name_en, route.crag_id, route.area_id, route.sector_id}
    if "name" in labels and not labels["name"] & ids:
        return False
    raw = route.grade.raw.lower()
    return not grades or any(
        raw == one or re.fullmatch(rf"{re.escape(one)}[a-d?+/-].*", raw) for one in grades
    )


def _grade_beside(text: str, said: Figure) -> list[str]:
    """The grade that a count is of: 「5.7 有三條」, 「三條 5.7」."""
    clause = _clause(text, said)
    at = clause.find(said.fact.surface)
    grades = [one for one in scan(clause) if one.kind == "grade"]
    behind = [
        one
        for one in grades
        if re.fullmatch(r"\s*的?\s*", clause[at + len(said.fact.surface) : one.start])
    ]
    before = [one for one in grades if one.end <= at]
    return [one.values[0] for one in (behind or before[-1:])]


def _clause(text: str, said: Figure) -> str:
    begin = max(text.rfind(mark, 0, said.fact.start) for mark in "，。；;\n") + 1
    end = min(
        (at for mark in "，。；;\n" if (at := text.find(mark, said.fact.end)) >= 0),
        default=len(text),
    )
    return text[begin:end]


def _bare(text: str) -> str:
    return re.sub(r"[「」“”\s元]|bolt", "", text.lower())
