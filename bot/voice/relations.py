"""Whether what a sentence compares is so: harder, longest, cheaper, as long, all of them, only one.

Every name and figure of 「霧笛比較難」 may be a record's and the sentence still be wrong. So each
clause with such a word is worked out from the records; what cannot be worked out holds only where
the rendered answer or a record says it in the same words.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from bot.verifier.facts import scan
from bot.voice.compared import Item, apart, is_extreme, items_of, spelled
from bot.voice.comparing import (
    CLAUSES,
    EVEN,
    WINS,
    WORD,
    asked_kind,
    even_kind,
    is_meant,
    is_rendered,
    kind_of,
    meant,
    nearest_grade,
    word_of,
)
from bot.voice.plain import plain
from bot.voice.quantified import ALL, MOSTLY, ONLY, TYPES, Quantified, is_one_of
from knowledge.text import key

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bot.schema import Evidence
    from knowledge.filters import GradeBounds

_LEADS: Final = re.compile(r"^(?:也|又|就|而且|同時|它|這條|那條)*是?")
_HEADS: Final = re.compile(r"最[難長短]的(?:前)?[\d兩三四五]+條$|最簡單的(?:前)?[\d兩三四五]+條$")
_TICKETS: Final = {
    "weekday": re.compile("平日"),
    "weekend": re.compile("假日|週末"),
    "twilight": re.compile("星光"),
}
_RANGE: Final = re.compile(
    r"(5\.\d+[a-d]?[+?]?|V\d+)\s*(?:到|至|[-–~]|to)\s*(5\.\d+[a-d]?[+?]?|V\d+)"
)
_ALONE: Final = (
    r"(?:^|[「“『、\s和跟與比是]|所以|但|而|那|則){name}"
    r"(?=[比是較最難也要的、，。\sV\d」”』]|簡單|$)"
)
"""Where a name of one character stands as a name without marks."""


class Relations:
    """The comparisons that one answer may state.

    Args:
        evidence: The records.
        rendered: The answer that code gave.
        asked: The question.
    """

    def __init__(self, evidence: Evidence, rendered: str, asked: str = "") -> None:
        self._evidence = evidence
        self._rendered = rendered
        self._asked = asked
        self._items = items_of(evidence)
        self._rendered_counts = bool(evidence.buckets or evidence.bounds) or not evidence.cards
        self._quantified = Quantified(evidence, rendered)

    def faults(self, text: str, known: str) -> Iterator[str]:
        """The clauses that compare what does not compare so."""
        if self._evidence.log is not None or not (self._items or self._rendered_counts):
            return
        carried: list[Item] = []
        for clause in CLAUSES.split(plain(text)):
            named = self._named(clause)
            bare = key(_LEADS.sub("", clause.strip()))
            if bare and bare in key(known):
                carried = named or carried
                continue
            if not self._holds(clause, named, carried):
                yield clause.strip()
            carried = named or carried

    def proven(self, text: str) -> str:
        """The comparing words of a text whose clauses hold: they may be said."""
        if self._evidence.log is not None:
            return ""
        clauses = CLAUSES.split(plain(text))
        words = (
            match[0]
            for clause in clauses
            for match in WORD.finditer(clause)
            if not re.search(r"很|超|非常|太", clause[max(0, match.start() - 3) : match.start()])
        )
        adjectives = (
            match[0]
            for match in re.finditer(
                "難|硬|簡單|容易|長|短|便宜|划算|貴|多|少|高|低",
                " ".join(clause for clause in clauses if WORD.search(clause)),
            )
        )
        others = (
            match[0] for pattern in (MOSTLY, WINS, EVEN) for match in pattern.finditer(plain(text))
        )
        return "\n".join([*words, *adjectives, *others])

    def _holds(self, clause: str, named: list[Item], carried: list[Item]) -> bool:
        words = [match for match in WORD.finditer(clause) if is_meant(match, clause)]
        if any(match["than"] for match in words):
            words = [match for match in words if match["than"]]
        subjects = named or carried[-1:]
        if any(not self._compares(match, clause, named, carried) for match in words):
            return False
        if not words and WINS.search(clause) and not self._wins(clause, subjects):
            return False
        if any(not self._is_even(match, clause, named) for match in EVEN.finditer(clause)):
            return False
        if ALL.search(clause) and not self._quantified.all_are(clause, named):
            return False
        if ONLY.search(clause) and not self._quantified.is_only(clause, subjects):
            return False
        return not MOSTLY.search(clause) or self._quantified.is_most(clause)

    def _compares(
        self, match: re.Match[str], clause: str, named: list[Item], carried: list[Item]
    ) -> bool:
        word, (kind, sign) = word_of(match), kind_of(match, clause)
        if kind == "total" and self._quantified.is_commonest(clause, sign):
            return True
        than = bool(match["than"] or match["high"] or " than " in clause)
        if than and len(named) == 1 and carried and carried[-1] is not named[0]:
            # 「答案是 X，比 Y 多 3 條」
            named = [carried[-1], named[0]]
        named = named or carried[-1:]
        if than and len(named) >= 2:
            return apart(named[0], named[1], kind) == sign
        kinds = {name for name, words in TYPES.items() if re.search(words, clause)}
        items = [
            one
            for one in self._items
            if one.values.get(kind) is not None
            and (not kinds or (one.route is not None and str(one.route.type) in kinds))
        ]
        if not named or (len(named) == 1 and _is_sum(named[0], items, kind, clause)):
            return self._compares_figures(match, clause, named, items)
        told = meant(clause, match, named)
        looked_for = is_rendered(word, self._rendered) and not any(
            apart(one, two, kind) for one in items for two in items
        )
        if len(items) < 2 or looked_for or (len(named) == 1 and named[0] not in items):
            # code has looked for the extreme and found this one, or several that share it
            return is_rendered(word, self._rendered) and bool(told)
        return all(is_extreme(one, items, kind, sign) for one in told)

    def _wins(self, clause: str, subjects: list[Item]) -> bool:
        """Whether who is said to be ahead has the most of what was asked."""
        kind, sign = asked_kind(self._asked)
        items = [one for one in self._items if one.values.get(kind) is not None]
        at = WINS.search(clause)
        before = [
            one
            for one in subjects
            if at and any(-1 < clause.find(name) < at.start() for name in one.names)
        ]
        told = (before or subjects)[:1]
        return len(items) > 1 and all(is_extreme(one, items, kind, sign) for one in told)

    def _is_even(self, match: re.Match[str], clause: str, named: list[Item]) -> bool:
        """Whether what is said to be alike is."""
        kind = even_kind(match, clause, self._asked)
        items = list(named if len(named) > 1 else self._items)
        items = [one for one in items if one.values.get(kind) is not None]
        if len(items) < 2:
            return match[0] in self._rendered or bool(self._evidence.gyms and kind == "price")
        return all(apart(items[0], one, kind) == 0 for one in items[1:])

    def _compares_figures(
        self, match: re.Match[str], clause: str, named: list[Item], items: list[Item]
    ) -> bool:
        """Whether a clause compares figures of one gym or place, or of all there are."""
        word, (kind, sign) = word_of(match), kind_of(match, clause)
        if named and kind == "grade":
            return _is_bound_of(named[0].values["bounds"], clause, match.start(), sign)
        if kind == "price" and match["how"] == "最" and self._is_named_so(clause, word):
            return True
        tickets = [name for name, words in _TICKETS.items() if words.search(clause)]
        if kind == "price" and len(items) == 1 and tickets:
            return _dearer(items[0].values["price"], tickets) == sign
        if _HEADS.search(clause):
            return is_rendered(word, self._rendered)
        return not match["adj2"] and self._is_bound(clause, match, items)

    def _is_named_so(self, clause: str, word: str) -> bool:
        """Whether code has looked for the extreme among gyms, and the clause names the one found.

        By the first two characters: 「最貴的是檀傘北埔店」.
        """
        gyms = self._evidence.gyms
        found = is_rendered(word, self._rendered) and len(gyms) == 1
        return found and gyms[0].name[:2] in clause

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
        told = {value for one in extreme for value in spelled(one.values[kind])}
        return bool(facts) and any(told & set(fact.values) for fact in facts[:1])

    def _named(self, clause: str) -> list[Item]:
        """The records that a clause names, in order; a name inside a longer one is none."""
        found: list[tuple[int, int, Item]] = []
        for item in self._items:
            for name in item.names:
                at = _find(clause, name)
                if at >= 0:
                    found.append((at, at + len(name), item))
                    break
        return [
            item
            for start, end, item in sorted(found, key=lambda one: one[:2])
            if not any((s, e) != (start, end) and s <= start and end <= e for s, e, _ in found)
        ]


def _find(clause: str, name: str) -> int:
    """Where a name stands; one of a single character only where it stands as a name."""
    if len(name) > 1:
        return clause.find(name)
    match = re.search(_ALONE.format(name=re.escape(name)), clause)
    return match.end() - len(name) if match else -1


def _is_sum(one: Item, items: list[Item], kind: str, clause: str) -> bool:
    """Whether it is a place with bounds of its own, or a gym whose tickets are compared."""
    if kind == "price":
        return len(items) == 1 and any(words.search(clause) for words in _TICKETS.values())
    return kind == "grade" and one.values.get("bounds") is not None


def _is_bound_of(bounds: GradeBounds, clause: str, start: int, sign: int) -> bool:
    """Whether the grade beside a word is the hardest (easiest, with -1) of these bounds."""
    bound = bounds.hardest if sign > 0 else bounds.easiest
    return is_one_of({bound.raw.lower(), bound.lo, bound.hi}, nearest_grade(clause, start))


def _dearer(prices: dict[str, int], tickets: list[str]) -> int:
    """1 when the tickets that a clause names cost more than all others of their sort, or -1."""
    days = {"weekday", "weekend"}
    told = days if set(tickets) <= days else set(_TICKETS)
    others = [name for name in told if name in prices and name not in tickets]
    signs = {
        (prices[one] > prices[other]) - (prices[one] < prices[other])
        for one in tickets
        for other in others
        if one in prices
    }
    return signs.pop() if len(signs) == 1 else 0
