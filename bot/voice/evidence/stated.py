"""The figures that a rendered answer states, each of what it is said of."""

from __future__ import annotations

import re
from functools import cached_property
from typing import TYPE_CHECKING, Final

from bot.prompts import body_of
from bot.verifier.facts import COUNTS, scan
from bot.voice.evidence.listed import ROW_NUMBER
from bot.voice.language.plain import plain

if TYPE_CHECKING:
    from bot.prompts import Spoken
    from bot.voice.evidence.labels import Figure, Labeller

_BARE: Final = frozenset({*COUNTS, "length", "bolts", "price"})
"""What a number without a unit may be."""
_OWN: Final = ("name", "pitch", "ticket", "part", "gear", "type", "grade", "apart", "day")
_ONE_OF: Final = re.compile(r"(?:[一另][條間題]|有|\bone(?: is| at)?|\banother)\s*(?:是|的)?\s*$")
"""「一條 11a、一條 5.6」 says which there are, and of none by name."""
_SERIES: Final = re.compile(r"\d+(?:\.\d+)?(?:\s*(?:[+、,/＋]|和|跟|加)\s*\d+(?:\.\d+)?)+")


class Stated:
    """What one rendered answer states in figures.

    Args:
        spoken: The answer.
        labeller: Tells what a figure is said of.
    """

    def __init__(self, spoken: Spoken, labeller: Labeller) -> None:
        self._lines = ROW_NUMBER.sub("", plain(body_of(spoken.draft.text)))
        self._labeller = labeller
        self._asked = labeller.labels(plain(spoken.query.text))

    @cached_property
    def figures(self) -> tuple[Figure, ...]:
        """The figures of the rendered answer; a line of a block is said of its head."""
        return tuple(self._labeller.figures(self._lines))

    def says(self, said: Figure, text: str) -> bool:
        """Whether the answer has the same figure of the same thing.

        Args:
            said: A figure of what is to be said.
            text: What is to be said, in plain characters.
        """
        return any(self._is_same(said, held, text) for held in self.figures)

    def has_in_series(self, said: Figure, text: str) -> bool:
        """Whether it is one of several bare figures that the answer gives in this order."""
        for match in _SERIES.finditer(text):
            if match.start() <= said.fact.start < match.end():
                told = re.findall(r"\d+(?:\.\d+)?", match[0])
                return any(told == series for series in self._series)
        return False

    @cached_property
    def _head(self) -> tuple[Figure, ...]:
        """The figures of the first line: they are of the answer as a whole."""
        count = len(scan(self._lines.split("\n")[0]))
        return self.figures[:count]

    def _is_same(self, said: Figure, held: Figure, text: str) -> bool:
        """Whether two figures are one value of one thing."""
        if not is_kind(said, held) or not set(said.fact.values) & set(held.fact.values):
            return False
        for category in _OWN:
            mine, theirs = said.own.get(category), held.said(category)
            if category == "name":
                if not self._is_same_name(said, held, text):
                    return False
            elif category == "part" and said.fact.kind == "time":
                continue
            elif mine and not mine & theirs:
                return False
            elif not mine and held.own.get(category) and category != "apart":
                told = said.carried.get(category, frozenset())
                told |= self._asked.get(category, frozenset())
                if not told & held.own[category] and self._varies(category, held):
                    return False
        return True

    def _is_same_name(self, said: Figure, held: Figure, text: str) -> bool:
        """Whether two figures are of one record: of those compared, where it is how far apart."""
        one_of_each = said.own.keys() & {"against", "versus"} and "name" not in said.own
        if "apart" in held.own and not one_of_each:
            return "apart" in said.own
        if len(self._records) < 2:
            return True
        theirs = held.said("name")
        mine = said.own.get("name") or said.carried.get("name", frozenset())
        if one_of_each:
            # 「420 比 500」: one of each
            return bool(theirs)
        if not mine and (held in self._head or _ONE_OF.search(text[: said.fact.start])):
            return True
        return not theirs or bool(mine & theirs)

    @cached_property
    def _records(self) -> frozenset[str]:
        return frozenset(one for held in self.figures for one in held.said("name"))

    def _varies(self, category: str, held: Figure) -> bool:
        """Whether the answer gives such a figure of several labels of this category."""
        labels = {
            label
            for one in self.figures
            if is_kind(one, held)
            for label in one.own.get(category, frozenset())
        }
        return len(labels) > 1

    @cached_property
    def _series(self) -> tuple[list[str], ...]:
        return tuple(
            [one.fact.values[0] for one in self.figures if one.fact.kind == kind]
            for kind in ("length", "bolts", "price")
        )


def is_kind(said: Figure, held: Figure) -> bool:
    """Whether two figures may be one: of one unit, or one of them without any."""
    if said.fact.kind == held.fact.kind:
        return True
    if held.fact.kind == "number" and said.fact.kind in COUNTS - {"gyms"}:
        return True
    return said.fact.kind in {"number", "count"} and held.fact.kind in _BARE
