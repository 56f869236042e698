"""Whether a clause that compares figures, not names, gives the highest or lowest there is."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from bot.verifier.facts import scan
from bot.voice.evidence.compared import Item, is_extreme, spelled
from bot.voice.language.plain import plain
from bot.voice.relating.comparing import CLAUSES, WORD, is_rendered, kind_of, nearest_grade, word_of
from bot.voice.relating.each import is_one_of

if TYPE_CHECKING:
    from bot.schema import Evidence
    from knowledge.filters import GradeBounds

_HEADS: Final = re.compile(
    r"最(?:[難長短]|簡單)的(?:前)?[\d兩三四五]+條$|並列|平手|最.{1,8}有\s*\d+\s*[條題]"
)
_GIVES: Final = re.compile(r"[是為屬:：]|\b(?:is|are)\b")
"""What only says that the most were looked for, and how many there are."""
TICKETS: Final = {
    "weekday": re.compile(r"平日|\bweekdays?\b", re.IGNORECASE),
    "weekend": re.compile(r"假日|週末|\bweekends?\b", re.IGNORECASE),
    "twilight": re.compile(r"星光|\b(?:star|twi)light\b", re.IGNORECASE),
}
_RANGE: Final = re.compile(
    r"(5\.\d+[a-d]?[+?]?|V\d+)\s*(?:到|至|[-–~]|to)\s*(5\.\d+[a-d]?[+?]?|V\d+)"
)
_BOUND: Final = re.compile(
    r"上限|下限|最[難高低]|最簡單|\b(?:hardest|easiest)\b|\bgoes?\b[^,]{0,12}\b(?:harder|higher)\b"
    r"|\bstarts?\b[^,]{0,12}\b(?:easier|lower)\b",
    re.IGNORECASE,
)


class Extremes:
    """The figures of one answer that are the most or least of their kind.

    Args:
        evidence: The records.
        rendered: The answer that code gave.
    """

    def __init__(self, evidence: Evidence, rendered: str) -> None:
        self._evidence = evidence
        self._rendered = rendered

    def holds(
        self,
        match: re.Match[str],
        clause: str,
        named: list[Item],
        items: list[Item],
        meaning: tuple[str, int],
    ) -> bool:
        """Whether a clause compares figures of one gym or place, or of all there are.

        Args:
            match: The comparing word.
            clause: The clause that it stands in.
            named: What the clause is about; a place with bounds of its own, a gym, or nothing.
            items: All that can be compared so.
            meaning: What is compared, and whether more (1) or less (-1) of it is said.
        """
        kind, sign = meaning
        if self._is_said_so(match, clause, kind, sign):
            return True
        bounds = named[0].values.get("bounds") if named else None
        if bounds is not None and kind == "grade":
            return _is_bound_of(bounds, clause, match.start(), sign)
        if kind == "price" and match["how"] == "最" and self._is_named_so(clause, sign):
            return True
        tickets = _tickets_of(clause, match)
        if kind == "price" and len(items) == 1 and tickets:
            return _dearer(items[0].values["price"], tickets) == sign
        told = [fact for fact in scan(clause) if fact.kind in {"grade", "length", "bolts", "price"}]
        if _HEADS.search(clause) or (
            match["how"] == "最" and not named and not told and not _GIVES.search(clause)
        ):
            return is_rendered(kind, sign, self._rendered)
        return not match["adj2"] and self._is_bound(clause, match, items)

    def _is_said_so(self, match: re.Match[str], clause: str, kind: str, sign: int) -> bool:
        """Whether the answer gives the same figure as the most of the same: 「最難 5.12a」."""
        told = _figure_beside(clause, match, kind)
        if not told:
            return False
        known = [
            figure
            for line in plain(self._rendered).split("\n")
            for one in WORD.finditer(line)
            if kind_of(one, CLAUSES.split(line[one.start() :])[0]) == (kind, sign)
            if (figure := _figure_beside(line, one, kind, behind=True))
        ]
        return bool(known) and all(told & one for one in known)

    def _is_named_so(self, clause: str, sign: int) -> bool:
        """Whether code has looked for the extreme among gyms, and the clause names the one found.

        By the first two characters: 「最貴的是檀傘北埔店」.
        """
        gyms = self._evidence.gyms
        found = is_rendered("price", sign, self._rendered) and len(gyms) == 1
        return found and bool(
            gyms[0].name[:2] in clause or re.search("它|這[間家]|最[高低貴便][宜的]*$", clause)
        )

    def _is_bound(self, clause: str, match: re.Match[str], items: list[Item]) -> bool:
        """Whether the figure of a clause without a name is the highest or lowest there is."""
        start, word, (kind, sign) = match.start(), word_of(match), kind_of(match, clause)
        facts = [fact for fact in scan(clause) if fact.kind == kind]
        facts = [one for one in facts if one.start >= start] or facts
        bounds = self._evidence.bounds
        if kind == "grade" and bounds is not None:
            return _is_bound_of(bounds, clause, start, sign)
        for low, high in _RANGE.findall(self._rendered) if kind == "grade" else ():
            if facts and (high if sign > 0 else low).lower() in facts[0].values:
                return True
        extreme = [one for one in items if is_extreme(one, items, kind, sign)]
        if f"最{word}" in self._rendered and not extreme:
            # code has looked for the extreme and found several that share it
            extreme = items
        values = (one.values.get(kind) for one in extreme)
        told = {word for value in values if value is not None for word in spelled(value)}
        return bool(facts) and any(told & set(fact.values) for fact in facts[:1])


def _figure_beside(
    clause: str, match: re.Match[str], kind: str, *, behind: bool = False
) -> frozenset[str]:
    """The figure of this kind next behind a word, else (or in brackets) the last before it."""
    facts = [fact for fact in scan(clause) if fact.kind == kind]
    after = [one for one in facts if one.start >= match.start()][:1]
    before = [one for one in facts if one.start < match.start()][-1:]
    bracketed = before and re.match(r"\s*[)）]", clause[match.end() :])
    chosen = before if bracketed else after or ([] if behind else before)
    return frozenset(chosen[0].values) if chosen else frozenset()


def bound_kind(item: Item, clause: str, sign: int) -> str:
    """Which end of a place's grades a clause without a grade compares; empty for neither."""
    if item.values.get("bounds") is None or not _BOUND.search(clause):
        return ""
    low = "下限" in clause or (sign < 0 and "上限" not in clause)
    return "easiest" if low else "hardest"


def is_sum(one: Item, items: list[Item], kind: str, clause: str) -> bool:
    """Whether it is a place with bounds of its own, or a gym whose tickets are compared."""
    if kind == "price":
        return len(items) == 1 and any(words.search(clause) for words in TICKETS.values())
    return kind == "grade" and one.values.get("bounds") is not None


def is_same_price(item: Item, text: str) -> bool:
    """Whether the tickets that a text names of one gym cost the same."""
    prices = item.values.get("price") or {}
    named = {name for name, words in TICKETS.items() if words.search(text)}
    told = {
        prices.get(name) for name in (named if len(named) > 1 else named | {"weekday", "weekend"})
    }
    return len(told) == 1 and None not in told


def _is_bound_of(bounds: GradeBounds, clause: str, start: int, sign: int) -> bool:
    """Whether the grade beside a word is the hardest (easiest, with -1) of these bounds."""
    bound = bounds.hardest if sign > 0 else bounds.easiest
    return is_one_of({bound.raw.lower(), bound.lo, bound.hi}, nearest_grade(clause, start))


def _tickets_of(clause: str, match: re.Match[str]) -> list[str]:
    """The tickets that a word compares: 「平日 250 元、假日多 20 元」 the one right before it."""
    named = [name for name, words in TICKETS.items() if words.search(clause)]
    if match["adj4"] and len(named) > 1 and "比" not in clause:
        before = [
            (found[-1].end(), name)
            for name in named
            if (found := list(TICKETS[name].finditer(clause, 0, match.start())))
        ]
        return [max(before)[1]] if before else named
    return named


def _dearer(prices: dict[str, int], tickets: list[str]) -> int:
    """1 when the tickets that a clause names cost more than all others of their sort, or -1."""
    days = {"weekday", "weekend"}
    told = days if set(tickets) <= days else set(TICKETS)
    others = [name for name in told if name in prices and name not in tickets]
    signs = {
        (prices[one] > prices[other]) - (prices[one] < prices[other])
        for one in tickets
        for other in others
        if one in prices
    }
    return signs.pop() if len(signs) == 1 else 0
