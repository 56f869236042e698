"""Whether a bare figure is that of the record named beside it: 「翡醒鐘 26、苔傘傘信 17」. Pure.

Who answers in a few words leaves the unit out, or says both figures of a comparison and one name.
What is measured is what was asked for, or what the sentence has a unit of. A figure is right where
its own name stands in its part of the clause, or where two figures are those of the two records.
"""

from __future__ import annotations

import re
from functools import cached_property
from typing import TYPE_CHECKING, Final

from bot.verifier.facts import scan
from bot.voice.evidence.compared import Item, items_of, spans_of
from bot.voice.language.numerals import number_of

if TYPE_CHECKING:
    from bot.prompts import Spoken

KINDS: Final = {
    "length": re.compile(r"公尺|\d\s*(?:米|m\b)|met(?:re|er)s?\b", re.IGNORECASE),
    "bolts": re.compile(r"bolt|耳片|[掛挂]片|錨栓", re.IGNORECASE),
    "total": re.compile(r"[條題]|\broutes?\b|\bproblems?\b|\blines?\b", re.IGNORECASE),
}
"""What a figure may measure, and its units."""
HIRED: Final = frozenset({"shoes", "harness"})
_PART: Final = re.compile(r"[，。；;！!？?\n、]|,(?!\d{3})|\b(?:and|but|while|versus|against)\b")
CLAUSE: Final = re.compile(r"[，。；;！!？?\n:：]|,(?!\d{3})")
SENTENCE: Final = re.compile(r"[。！!？?\n]|(?<!\d)\.(?=\s|$)|(?<=\d)\.(?=\s|$)")
_DENIES: Final = re.compile(r"[不沒未非無]|\b(?:no|not|nor|neither|than)\b|n't\b|比", re.IGNORECASE)
_NUMBER: Final = re.compile(r"(?<![\d.:/-])\d{1,5}(?:\.\d+)?(?![\d:/-]|\.\d|[a-d]\b)")
_HAN: Final = re.compile(r"[零一兩二三四五六七八九十百]+")


def value_of(surface: str) -> float | None:
    """The number of a figure as it is written; ``None`` where it has none."""
    if (digits := re.search(r"\d+(?:\.\d+)?", surface)) is not None:
        return float(digits[0])
    words = _HAN.search(surface)
    return float(number_of(words[0])) if words else None


def part_of(text: str, at: int, pattern: re.Pattern[str]) -> tuple[int, int]:
    """Where the part of a text begins and ends in which a place of it lies."""
    cuts = [*pattern.finditer(text)]
    start = max((one.end() for one in cuts if one.end() <= at), default=0)
    return start, min((one.start() for one in cuts if one.start() >= at), default=len(text))


class Valued:
    """The records of one answer with what they measure.

    Args:
        spoken: The question, its records and its answer.
    """

    def __init__(self, spoken: Spoken) -> None:
        self._spoken = spoken
        self._items = items_of(spoken.evidence)

    def is_own(self, number: float, at: int, text: str, near: str) -> bool:
        """Whether a number is that of the only record named in its part of a clause.

        Args:
            number: Its value.
            at: Where it stands.
            text: A sentence in plain characters.
            near: The sentence with the one before it, whose units tell what is measured.
        """
        start, end = part_of(self._masked(text), at, _PART)
        part = text[start:end]
        named = self.named(part)
        numbers = _NUMBER.findall(self._masked(part))
        if len(named) != 1 or len(numbers) > 1 or _DENIES.search(self._masked(part)):
            return False
        return any(self.value(named[0], kind) == number for kind in self.kinds(near))

    def is_of_both(self, number: float, at: int, text: str, near: str) -> bool:
        """Whether two numbers of a clause are those of the two records, each of its own."""
        start, end = part_of(self._masked(text), at, CLAUSE)
        clause = text[start:end]
        masked = self._masked(clause)
        found = [(one.start(), float(one[0])) for one in _NUMBER.finditer(masked)]
        if len(found) != 2 or number not in {value for _, value in found}:
            return self._is_one_side(number, text, near)
        for kind in self.kinds(near):
            held = [one for one in self._items if self.value(one, kind) is not None]
            values = sorted(self.value(one, kind) or 0 for one in held)
            if len(held) == 2 and values == sorted(value for _, value in found):
                return self._are_beside_own(clause, found, kind)
        return False

    def _is_one_side(self, number: float, text: str, near: str) -> bool:
        """「一邊 100、一邊 50」: both are said, and nobody is named."""
        sides = re.findall(r"(?:一[邊間家個]|\bone\b|\bthe other\b)\D{0,6}(\d+(?:\.\d+)?)", text)
        if len(sides) != 2 or number not in set(map(float, sides)):
            return False
        return any(
            sorted(map(float, sides)) == sorted(values)
            for kind in self.kinds(near)
            if len(values := self.values(kind)) == 2
        )

    def _are_beside_own(self, clause: str, found: list[tuple[int, float]], kind: str) -> bool:
        """Whether every name of a clause has its own number behind it, else before it."""
        for start, end, item in self.spots(clause):
            behind = [value for at, value in found if at >= end]
            before = [value for at, value in found if at < start]
            nearest = behind[0] if behind else before[-1]
            if nearest != self.value(item, kind):
                return False
        return True

    def kinds(self, near: str) -> tuple[str, ...]:
        """What may be measured: what was asked for, else what there are units of."""
        fields = set(self._spoken.query.fields)
        asked = [kind for kind in (*KINDS, *HIRED) if kind in fields]
        if asked:
            return tuple(asked)
        told = [kind for kind, unit in KINDS.items() if unit.search(near)]
        return tuple(told) or (("total",) if self._spoken.evidence.groups else ())

    def value(self, item: Item, kind: str) -> float | None:
        """What a record measures."""
        value = item.values.get(kind)
        return float(value) if isinstance(value, int | float) else None

    def values(self, kind: str) -> list[float]:
        """What all the records of an answer measure."""
        found = (self.value(one, kind) for one in self._items)
        return [one for one in found if one is not None]

    def named(self, text: str) -> list[Item]:
        """The records that a text names, each once, in order."""
        found: list[Item] = []
        for _, _, item in self.spots(text):
            if item not in found:
                found.append(item)
        return found

    def spots(self, text: str) -> list[tuple[int, int, Item]]:
        """Where records are named, no name inside another."""
        found = [
            (start, end, item)
            for item in self._items
            for name in item.names
            for start, end in spans_of(text, name)
        ]
        return sorted(
            (
                one
                for one in found
                if not any(o[:2] != one[:2] and o[0] <= one[0] and one[1] <= o[1] for o in found)
            ),
            key=lambda one: one[:2],
        )

    def _masked(self, text: str) -> str:
        """The text with signs in the place of its names, which may hold figures and joins."""
        for start, end, _ in self.spots(text):
            text = f"{text[:start]}{'#' * (end - start)}{text[end:]}"
        return text

    @cached_property
    def items(self) -> tuple[Item, ...]:
        """All that the answer can measure."""
        return self._items


def grades_out(text: str) -> str:
    """The text with signs in the place of its grades, times and days."""
    for fact in scan(text):
        if fact.kind in {"grade", "time", "date", "phone"}:
            text = f"{text[: fact.start]}{'#' * len(fact.surface)}{text[fact.end :]}"
    return text
