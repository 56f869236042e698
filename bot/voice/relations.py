"""Whether what a sentence compares is so: harder, longest, cheaper, as long, all of them, only one.

Every name and figure of 「霧笛比較難」 may be a record's and the sentence still be wrong. So each
clause with such a word is worked out from the records; what cannot be worked out holds only where
the rendered answer or a record says it in the same words.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from bot.verifier.facts import scan
from bot.voice.compared import HIRED, Item, apart, is_extreme, items_of, ticket_of
from bot.voice.comparing import (
    ASKS,
    CLAUSES,
    EVEN,
    NEGATED,
    NOBODY,
    NOTHING,
    TOLD,
    WINS,
    WORD,
    asked_kind,
    even_kind,
    is_meant,
    is_rendered,
    kind_of,
    meant,
    unit_of,
)
from bot.voice.each import TYPES
from bot.voice.extremes import Extremes, bound_kind, is_same_price, is_sum
from bot.voice.namer import Namer
from bot.voice.plain import plain
from bot.voice.quantified import ALL, HALF, MOSTLY, ONLY, REST, Quantified
from knowledge.grades import find_grades
from knowledge.text import key

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from bot.schema import Evidence
    from knowledge.schema import Grade

_LEADS: Final = re.compile(
    r"^(?:(?:資料|紀錄|描述|備註)(?:上|裡)?(?:也|都|只|就)*(?:有)?(?:說|寫|提到|記載|標示|提醒)(?:著|的是)?)?"
    r"(?:也|又|就|而且|同時|它|這條|那條)*是?"
)


_ONLY_COMPARED: Final = re.compile(
    r"[\s「」“”是當然的話就會要還]*(?:比較|較|更)?(?:難|硬|簡單|容易|長|短|便宜|貴|多|少|高|低)"
    r"(?:很多|多了|得多|許多|不少|一點|一些|一級)?[\s喔啦耶欸呢囉了的]*"
)
_ONLY_ALL: Final = re.compile(
    r"(?:這些|它們|全部)?(?:都|全部?|皆)(?:是|在|位於|屬於)(?P<what>\S{2,12}?)[啦喔的。]*"
)
"""A clause that says of all no more than where they are, or of what kind."""
_SEVERAL: Final = re.compile(
    r"最.{1,4}的(?:前)?\s*\d+\s*[條間題座]|並列|\btie\b|\bboth\b|\bshare\b"
)
"""More than one is said to be the most."""
_ONLY_ONE: Final = re.compile(r"共 1 |總共有 1 |\b1 (?:route|gym)\b")
_ENTRY: Final = re.compile("單次|入場|平假日|平日和假日|門票")
_TIED: Final = re.compile(r"並列|\ba tie\b|\btied\b")


class Relations:
    """The comparisons that one answer may state.

    Args:
        evidence: The records.
        rendered: The answer that code gave.
        asked: The question.
        about_records: Whether the answer is about records, and not about the bot.
    """

    def __init__(
        self, evidence: Evidence, rendered: str, asked: str = "", *, about_records: bool = True
    ) -> None:
        self._evidence = evidence
        self._rendered = rendered
        self._asked = asked
        self._about_records = about_records
        self._items = items_of(evidence)
        self._namer = Namer(evidence, self._items)
        self._rendered_counts = bool(evidence.buckets or evidence.bounds) or not evidence.cards
        self._quantified = Quantified(evidence, rendered)
        self._extremes = Extremes(evidence, rendered)

    def faults(self, text: str, known: str, before: str = "") -> Iterator[str]:
        """The clauses that compare what does not compare so.

        Args:
            text: A sentence.
            known: What may be repeated of the records that it names.
            before: What was said before it.
        """
        if self._evidence.log is not None or not (self._items or self._rendered_counts):
            return
        held = key(plain(known))
        named_before = [self._namer.named(one) for one in CLAUSES.split(plain(before))]
        asked = self._namer.named(plain(self._asked))
        # 「A 比 B 難嗎」 asks of the first
        carried = next((one for one in reversed(named_before) if one), asked[:1] * (len(asked) > 1))
        told = [one for each in named_before for one in each]
        for clause in CLAUSES.split(self._namer.resolved(plain(text), plain(before))):
            named = self._namer.named(clause)
            bare = key(_LEADS.sub("", clause.strip()))
            told += named
            if not (bare and bare in held) and not self._holds(clause, named, carried, told):
                yield clause.strip()
            carried = named or carried

    def is_only_compared(self, clause: str) -> bool:
        """Whether a clause compares what it names, rightly, and says no more: 「乙長很多」."""
        told = plain(clause).strip()
        if (match := _ONLY_ALL.fullmatch(told)) is not None:
            return self._is_place_or_kind(match["what"]) and self._holds(told, [], [], [])
        named = self._records(self._namer.named(told))
        bare = told
        for name in sorted((name for one in named for name in one.names), key=len, reverse=True):
            bare = bare.replace(name, "")
        return (
            len(named) == 1
            and bool(WORD.search(told) and _ONLY_COMPARED.fullmatch(bare))
            and self._holds(told, named, [], named)
        )

    def _is_place_or_kind(self, what: str) -> bool:
        evidence = self._evidence
        places = {one.name for one in evidence.crags} | {one.name for one in evidence.areas}
        places |= {one.name for one in evidence.sectors}
        return what in places or any(re.fullmatch(words, what) for words in TYPES.values())

    def proven(self, text: str) -> str:
        """The comparing words of a text whose clauses hold: they may be said."""
        if self._evidence.log is not None:
            return ""
        clauses = CLAUSES.split(plain(text))
        words = (
            match[0]
            for clause in clauses
            for match in WORD.finditer(clause)
            if not re.search(
                r"[很超太蠻滿挺算]|非常", clause[max(0, match.start() - 3) : match.start()]
            )
        )
        adjectives = (
            match[0]
            for match in re.finditer(
                "難|硬|簡單|容易|長|短|便宜|划算|貴|多|少|高|低|省",
                " ".join(clause for clause in clauses if WORD.search(clause)),
            )
        )
        others = (
            match[0]
            for pattern in (MOSTLY, WINS, EVEN, HALF, REST, ALL, ONLY)
            for match in pattern.finditer(plain(text))
            if pattern is not ONLY or len(self._items) > 1 or _ONLY_ONE.search(self._rendered)
        )
        return "\n".join([*words, *adjectives, *others])

    def _holds(self, clause: str, named: list[Item], carried: list[Item], told: list[Item]) -> bool:
        if ASKS.search(clause):
            return True
        if NOBODY.search(clause) and WORD.search(clause):
            return self._are_alike(clause)
        words = [match for match in WORD.finditer(clause) if is_meant(match, clause)]
        words = [match for match in words if not match["adj5"] or self._records(named)]
        if any(match["than"] for match in words):
            words = [match for match in words if match["than"]]
        subjects = self._records(named) or self._records(carried)[-1:]
        if not self._about_records:
            # what the bot can be asked: 「石螢谷最長的路線」
            words = [one for one in words if not is_rendered(*kind_of(one, clause), self._rendered)]
        if any(not self._compares(match, clause, named, carried) for match in words):
            return False
        if any(not self._is_even(match, clause, named, carried) for match in EVEN.finditer(clause)):
            return False
        quantified = self._quantified
        gyms = [one for one in self._items if one.values.get("price")]
        same = len(gyms) == 1 and _ENTRY.search(clause) and is_same_price(gyms[0], clause)
        alike = same or self._are_same_hours(clause)
        checks: tuple[tuple[re.Pattern[str] | None, Callable[[], bool]], ...] = (
            (WINS if not words else None, lambda: self._wins(clause, subjects, named)),
            (
                None if alike or MOSTLY.search(clause) or REST.search(clause) else ALL,
                lambda: quantified.all_are(clause, named),
            ),
            (HALF, lambda: quantified.are_half(clause, named)),
            (REST, lambda: quantified.rest_are(clause, told)),
            (ONLY, lambda: quantified.is_only(clause, subjects)),
            (MOSTLY, lambda: quantified.is_most(clause, named, carried)),
        )
        return all(is_so() for said, is_so in checks if said and said.search(clause))

    def _compares(
        self, match: re.Match[str], clause: str, named: list[Item], carried: list[Item]
    ) -> bool:
        kind, sign = self._meaning(match, clause)
        before = clause[: match.start()]
        none_more = NOTHING.search(before + match[0][:1])
        if not none_more and NEGATED.search(before):
            sign = -sign
        types = {name for name, words in TYPES.items() if re.search(words, clause)}
        named, carried = (self._of_kind(one, kind, types) for one in (named, carried))
        than = not none_more and bool(match["than"] or match["high"] or " than " in clause)
        if kind == "grade" and than and (figure := self._figure_of(match, clause)):
            subject = next(iter(named or carried[-1:] or self._records(self._items)[:1]), None)
            if subject is not None:
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

    def _meaning(self, match: re.Match[str], clause: str) -> tuple[str, int]:
        """What is compared: of gyms there is nothing to have more of than the price."""
        kind, sign = kind_of(match, clause)
        if kind == "total" and unit_of(clause) in {"", "total"}:
            asked, _ = asked_kind(self._asked)
            kind = asked if asked in {"bolts", "length", "price"} else kind
        if kind == "price" and (ticket := ticket_of(clause) or ticket_of(self._asked)):
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
            chosen = self._records(items)
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
        return self._records(items)

    @staticmethod
    def _records(items: Sequence[Item]) -> list[Item]:
        """The items without the kinds of climbing and the rows of a distribution."""
        return [one for one in items if one.family in {"", "group"}]

    def _wins(self, clause: str, subjects: list[Item], named: list[Item]) -> bool:
        """Whether who is said to be ahead has the most of what was asked."""
        kind, sign = asked_kind(clause)
        kind, sign = (kind, sign) if kind else asked_kind(self._asked)
        if kind == "price":
            kind = ticket_of(clause) or ticket_of(self._asked) or kind
        rows = [one for one in named if one.family in {"bucket", "type", "whole"}]
        if rows:
            every = self._of_kind(self._items, "total", set(), rows[0].family)
            return all(is_extreme(one, every, "total", 1) for one in rows)
        items = [one for one in self._records(self._items) if one.values.get(kind) is not None]
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

    def _is_even(
        self, match: re.Match[str], clause: str, named: list[Item], carried: list[Item]
    ) -> bool:
        """Whether what is said to be alike is."""
        kind = even_kind(match, clause, self._asked)
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

    def _are_same_hours(self, clause: str) -> bool:
        """Whether all the hours that the answer gives are the one span that a clause says."""
        told = _hours_of(clause)
        lines = [_hours_of(line) for line in plain(self._rendered).split("\n")]
        return bool(told and self._evidence.gyms) and all(one == told for one in lines if one)

    def _are_alike(self, clause: str) -> bool:
        """Whether nothing has more than anything else of what a clause compares."""
        match = WORD.search(clause)
        kind = self._meaning(match, clause)[0] if match else ""
        items = [one for one in self._records(self._items) if one.values.get(kind) is not None]
        return len(items) > 1 and all(apart(items[0], one, kind) == 0 for one in items[1:])


def _hours_of(line: str) -> frozenset[str]:
    """The times of a line."""
    return frozenset(
        value for fact in scan(plain(line)) if fact.kind == "time" for value in fact.values
    )
