"""Whether one comparing word of a clause is so: harder, longer than, the most, as many, ahead."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from bot.voice.evidence.compared import HIRED, Item, apart, is_extreme, ticket_of
from bot.voice.language.plain import plain
from bot.voice.relating.comparing import (
    CLAUSES,
    NEGATED,
    NOTHING,
    TOLD,
    WINS,
    WORD,
    asked_kind,
    even_kind,
    is_rendered,
    kind_of,
    meant,
    unit_of,
)
from bot.voice.relating.each import TYPES
from bot.voice.relating.extremes import Extremes, bound_kind, is_same_price, is_sum
from knowledge.grades import find_grades

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.schema import Evidence
    from knowledge.schema import Grade

_SEVERAL: Final = re.compile(
    r"最.{1,4}的(?:前)?\s*\d+\s*[條間題座]|並列|\btie\b|\bboth\b|\bshare\b"
)
"""More than one is said to be the most."""
_TIED: Final = re.compile(r"並列|\ba tie\b|\btied\b")


def records_of(items: Sequence[Item]) -> list[Item]:
    """The items without the kinds of climbing and the rows of a distribution."""
    return [one for one in items if one.family in {"", "group"}]


class Orders:
    """Which of an answer's items has more of something.

    Args:
        evidence: The records.
        items: What can be compared of them.
        rendered: The answer that code gave.
        asked: The question.
    """

    def __init__(
        self, evidence: Evidence, items: tuple[Item, ...], rendered: str, asked: str
    ) -> None:
        self._evidence = evidence
        self._items = items
        self._rendered = rendered
        self._asked = asked
        self._extremes = Extremes(evidence, rendered)

    def compares(
        self, match: re.Match[str], clause: str, named: list[Item], carried: list[Item]
    ) -> bool:
        """Whether something has more, or less, as one word of a clause says.

        Args:
            match: The comparing word.
            clause: The clause that it stands in.
            named: What the clause names.
            carried: What was named before it.
        """
        kind, sign = self._meaning(match, clause)
        before = clause[: match.start()]
        none_more = NOTHING.search(before + match[0][:1])
        if not none_more and NEGATED.search(before):
            sign = -sign
        types = {name for name, words in TYPES.items() if re.search(words, clause)}
        named, carried = (self._of_kind(one, kind, types) for one in (named, carried))
        than = not none_more and bool(match["than"] or match["high"] or " than " in clause)
        if kind == "grade":
            subject = next(iter(named or carried[-1:] or records_of(self._items)[:1]), None)
            figure = self._figure_of(match, clause) if than else self._asked_about(match, clause)
            if subject is not None and figure is not None:
                return apart(subject, Item((), {kind: figure}), kind) == sign
        if than and len(named) == 1 and carried and carried[-1] is not named[0]:
            # 「答案是 X，比 Y 多 3 條」
            at = min(at for name in named[0].names if (at := clause.find(name)) >= 0)
            pair = [carried[-1], named[0]]
            # 「X 比它多」 names the first of the two
            named = pair[::-1] if match["than"] and at < match.start() else pair
        named = named or carried[-1:]
        if kind == "grade" and named and (bound := bound_kind(named[0], clause, sign)):
            kind = bound if not re.search(r"5\.\d|V\d", clause) else kind
        if than and len(named) >= 2:
            return apart(named[0], named[1], kind) == sign
        items = self._of_kind(self._items, kind, types, named[0].family if named else "")
        if not named or (len(named) == 1 and is_sum(named[0], items, kind, clause)):
            return self._extremes.holds(match, clause, named, items, (kind, sign))
        told = meant(clause, match, named)
        if len(named) > 1 and _SEVERAL.search(clause) and all(one in items for one in named):
            told = named if not is_rendered(kind, sign, self._rendered) else []
            return all(is_extreme(one, items, kind, sign) for one in told)
        rendered = is_rendered("price" if kind in HIRED else kind, sign, self._rendered)
        looked_for = rendered and not any(apart(one, two, kind) for one in items for two in items)
        if len(items) < 2 or looked_for or (len(named) == 1 and named[0] not in items):
            # code has looked for the extreme and found this one, or several that share it
            return rendered and bool(told)
        return all(is_extreme(one, items, kind, sign) for one in told)

    def _figure_of(self, match: re.Match[str], clause: str) -> Grade | None:
        """The grade that something is compared with: 「比 5.11b 難」, 「比你說的簡單」."""
        rest = clause[match.start() :]
        end = match.end("adj3") if match["adj3"] else len(clause)
        asked = self._asked if TOLD.search(clause) else ""
        behind = asked or clause[match.end("than") if match["than"] else match.end() : end]
        found = find_grades(behind)
        return found[0].grade if rest and len(found) == 1 else None

    def _asked_about(self, match: re.Match[str], clause: str) -> Grade | None:
        """The grade that was asked about of the only route: "nope, much easier"."""
        routes = [one for one in self._items if one.route is not None]
        asked = find_grades(plain(self._asked))
        told = match["how"] == "最" or find_grades(clause) or re.search(r"est$", match[0])
        if len(routes) != 1 or len(asked) != 1 or told or not (match["en"] or match["how"]):
            return None
        # what was asked about is the route's own grade: nothing is compared with it
        figure = Item((), {"grade": asked[0].grade})
        return asked[0].grade if apart(routes[0], figure, "grade") else None

    def _meaning(self, match: re.Match[str], clause: str) -> tuple[str, int]:
        """What is compared: of gyms there is nothing to have more of than the price."""
        kind, sign = kind_of(match, clause)
        if kind == "total" and unit_of(clause) in {"", "total"}:
            asked, _ = asked_kind(self._asked)
            kind = asked if asked in {"bolts", "length", "price"} else kind
        ticket = ticket_of(clause) or ticket_of(self._asked)
        if kind == "price" and ticket and len(self._evidence.gyms) != 1:
            return ticket, sign
        if kind == "grade" and self._evidence.gyms and not self._evidence.routes:
            return "price", sign
        countable = any(one.values.get("total") is not None for one in self._items)
        return (
            "price" if kind == "total" and not countable and self._evidence.gyms else kind,
            sign,
        )

    def _of_kind(
        self, items: Sequence[Item], kind: str, types: set[str], family: str | None = None
    ) -> list[Item]:
        """The items that can be compared so; places by their routes of the kinds named.

        Args:
            items: The items to choose from.
            kind: What is compared.
            types: The kinds of climbing named beside it.
            family: What the items are, where they are all that there is; ``None`` where they were
                named, and count before the kinds of climbing and the rows of a distribution.
        """
        if kind != "total":
            chosen = records_of(items)
            if family is None:
                return chosen
            return [
                one
                for one in chosen
                if one.values.get(kind) is not None
                and (not types or one.route is None or str(one.route.type) in types)
            ]
        if family is not None:
            return [
                one.of_types(types)
                for one in items
                if one.family == family and "total" in one.values
            ]
        for each in ("group", "bucket", "whole", "type"):
            chosen = [one.of_types(types) for one in items if one.family == each]
            if chosen:
                return chosen
        return records_of(items)

    def wins(self, clause: str, subjects: list[Item], named: list[Item]) -> bool:
        """Whether who is said to be ahead has the most of what was asked."""
        kind, sign = asked_kind(self._unnamed(clause))
        kind, sign = (kind, sign) if kind else asked_kind(self._unnamed(self._asked))
        if kind == "price" and len(self._evidence.gyms) > 1:
            kind = ticket_of(clause) or ticket_of(self._asked) or kind
        rows = [one for one in named if one.family in {"bucket", "type", "whole"}]
        if rows:
            every = self._of_kind(self._items, "total", set(), rows[0].family)
            return all(is_extreme(one, every, "total", 1) for one in rows)
        items = [one for one in records_of(self._items) if one.values.get(kind) is not None]
        at = WINS.search(clause)
        before = [
            one
            for one in subjects
            if at and any(-1 < clause.find(name) < at.start() for name in one.names)
        ]
        told = (before or subjects)[:1]
        if not kind:
            kind, sign = next(
                (
                    kind_of(match, line)
                    for line in CLAUSES.split(plain(self._rendered))
                    for match in WORD.finditer(line)
                ),
                ("", 1),
            )
            items = [one for one in self._items if one.values.get(kind) is not None]
        if len(items) == 1 and told == items:
            return is_rendered(kind, sign, self._rendered)
        return len(items) > 1 and all(is_extreme(one, items, kind, sign) for one in told)

    def _unnamed(self, text: str) -> str:
        """The text without the names of records: 「初三大水」 says of nothing that it is 大."""
        names = {name for one in self._items for name in one.names if name}
        for name in sorted(names, key=len, reverse=True):
            text = text.replace(name, " ")
        return text

    def is_even(
        self, match: re.Match[str], clause: str, named: list[Item], carried: list[Item]
    ) -> bool:
        """Whether what is said to be alike is."""
        kind = even_kind(match, clause, self._asked)
        if kind == "price":
            kind = ticket_of(clause) or ticket_of(self._asked) or kind
        types = {name for name, words in TYPES.items() if re.search(words, clause)}
        told = self._of_kind(named, kind, types)
        items = told if len(told) > 1 else self._of_kind(self._items, kind, types, "group")
        items = [one for one in items if one.values.get(kind) is not None]
        if len(items) < 2:
            gyms = [one for one in (*named, *carried, *self._items) if one.values.get("price")]
            if kind == "price" and gyms:
                return is_same_price(gyms[0], clause)
            tied = match["any"] and _TIED.search(self._rendered)
            return bool(tied) or match[0] in self._rendered
        return all(apart(items[0], one, kind) == 0 for one in items[1:])

    def are_alike(self, clause: str) -> bool:
        """Whether nothing has more than anything else of what a clause compares."""
        match = WORD.search(clause)
        kind = self._meaning(match, clause)[0] if match else ""
        items = [one for one in records_of(self._items) if one.values.get(kind) is not None]
        return len(items) > 1 and all(apart(items[0], one, kind) == 0 for one in items[1:])
