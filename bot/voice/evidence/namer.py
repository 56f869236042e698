"""Which records, places, kinds and rows a clause names."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from bot.voice.evidence.compared import find_name

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.schema import Evidence
    from bot.voice.evidence.compared import Item
    from knowledge.schema import Area, Crag, Sector


class Namer:
    """Finds the names of one answer's items.

    Args:
        evidence: The records, whose places tell namesakes apart.
        items: What can be named.
    """

    def __init__(self, evidence: Evidence, items: Sequence[Item]) -> None:
        self._items = items
        self._places: tuple[Crag | Area | Sector, ...] = (
            *evidence.crags,
            *evidence.areas,
            *evidence.sectors,
        )

    def named(self, clause: str) -> list[Item]:
        """The items that a clause names, in order; a name inside a longer one is none."""
        found: list[tuple[int, int, Item]] = []
        for item in self._items:
            for name in item.names:
                at = find_name(clause, name)
                if at >= 0:
                    found.append((at, at + len(name), item))
                    break
        chosen = [
            item
            for start, end, item in sorted(found, key=lambda one: one[:2])
            if not any((s, e) != (start, end) and s <= start and end <= e for s, e, _ in found)
        ]
        return self._of_places(chosen, clause) or self._pointed_at(clause)

    def _pointed_at(self, clause: str) -> list[Item]:
        """The only route of a place: 「石螢谷那條」."""
        names = (name for one in self._places for name in (one.name, one.name_en) if len(name) > 1)
        told = [name for name in names if re.search(rf"{re.escape(name)}」?的?那[條題個]", clause)]
        ids = {one.id for one in self._places if {one.name, one.name_en} & set(told)}
        found = [
            one
            for one in self._items
            if one.route is not None
            and ids & {one.route.crag_id, one.route.area_id, one.route.sector_id}
        ]
        return found if len(found) == 1 else []

    def resolved(self, text: str, before: str) -> str:
        """The text with the names that 前者 and 後者 mean: the last two before them."""
        at = text.find("前者")
        if at < 0:
            return text
        named = self.named(f"{before} {text[:at]}")
        told = list(dict.fromkeys(one.names[0] for one in named if one.family in {"", "group"}))
        if len(told) < 2:
            return text
        return text.replace("前者", told[-2]).replace("後者", told[-1])

    def _of_places(self, items: list[Item], clause: str) -> list[Item]:
        """The items, of namesakes only those in a place that the clause names."""
        ids = {one.id for one in self._places if one.name and one.name in clause}
        names = Counter(one.names[0] for one in items if one.route is not None)
        return [
            one
            for one in items
            if one.route is None
            or names[one.names[0]] == 1
            or not ids
            or ids & {one.route.crag_id, one.route.area_id, one.route.sector_id}
        ]
