"""Whether what a sentence compares is so: harder, longest, cheaper, as long, all of them, only one.

Every name and figure of 「霧笛比較難」 may be a record's and the sentence still be wrong. So each
clause with such a word is worked out from the records; what cannot be worked out holds only where
the rendered answer or a record says it in the same words.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from bot.verifier.facts import scan
from bot.voice.evidence.compared import Item, items_of
from bot.voice.evidence.namer import Namer
from bot.voice.language.plain import plain
from bot.voice.relating.alone import ONLY
from bot.voice.relating.comparing import (
    ASKS,
    CLAUSES,
    EVEN,
    NOBODY,
    WINS,
    WORD,
    counts_in,
    is_meant,
    is_rendered,
    kind_of,
)
from bot.voice.relating.each import TYPES
from bot.voice.relating.extremes import is_same_price
from bot.voice.relating.orders import Orders, records_of
from bot.voice.relating.others import REST
from bot.voice.relating.quantified import ALL, MOSTLY, Quantified
from bot.voice.relating.repeated import compares_asked
from bot.voice.relating.shares import SHARE
from knowledge.text import key

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from bot.schema import Evidence

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
_ONLY_ONE: Final = re.compile(r"共 1 |總共有 1 |\b1 (?:route|gym)\b")
_OPEN_AT: Final = re.compile(r"\bopen (?:at|until|till|past) (\d{1,2})(?![\d:])")
_ENTRY: Final = re.compile("單次|入場|平假日|平日和假日|門票")


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
        self._orders = Orders(evidence, self._items, rendered, asked)

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
        named = records_of(self._namer.named(told))
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
            for pattern in (MOSTLY, WINS, EVEN, SHARE, REST, ALL, ONLY)
            for match in pattern.finditer(plain(text))
            if pattern is not ONLY or len(self._items) > 1 or _ONLY_ONE.search(self._rendered)
        )
        return "\n".join([*words, *adjectives, *others])

    def _holds(self, clause: str, named: list[Item], carried: list[Item], told: list[Item]) -> bool:
        if ASKS.search(clause):
            return True
        if NOBODY.search(clause) and WORD.search(clause):
            return self._orders.are_alike(clause)
        words = [match for match in WORD.finditer(clause) if is_meant(match, clause)]
        words = [match for match in words if not match["adj5"] or records_of(named)]
        words = [one for one in words if counts_in(one, clause) in self._counts]
        if any(match["than"] for match in words):
            words = [match for match in words if match["than"]]
        subjects = records_of(named) or records_of(carried)[-1:]
        if not self._about_records:
            # what the bot can be asked: 「石螢谷最長的路線」
            words = [one for one in words if not is_rendered(*kind_of(one, clause), self._rendered)]
        if words and compares_asked(clause, self._asked, self._bolts):
            return True
        if any(not self._orders.compares(match, clause, named, carried) for match in words):
            return False
        if any(
            not self._orders.is_even(match, clause, named, carried)
            for match in EVEN.finditer(clause)
        ):
            return False
        quantified = self._quantified
        gyms = [one for one in self._items if one.values.get("price")]
        same = len(gyms) == 1 and _ENTRY.search(clause) and is_same_price(gyms[0], clause)
        alike = same or self._are_same_hours(clause) or self._are_open_as_asked(clause)
        checks: tuple[tuple[re.Pattern[str] | None, Callable[[], bool]], ...] = (
            (WINS if not words else None, lambda: self._orders.wins(clause, subjects, named)),
            (
                None if alike or MOSTLY.search(clause) or REST.search(clause) else ALL,
                lambda: quantified.all_are(clause, named or carried * (len(carried) > 1)),
            ),
            (SHARE, lambda: quantified.is_part(clause, carried)),
            (REST, lambda: quantified.rest_are(clause, told)),
            (ONLY, lambda: quantified.is_only(clause, subjects)),
            (
                # 「查資料為主」 is said of the bot
                MOSTLY if self._about_records else None,
                lambda: quantified.is_most(clause, named, carried),
            ),
        )
        return all(is_so() for said, is_so in checks if said and said.search(clause))

    @property
    def _counts(self) -> set[str]:
        """Of what the answer counts routes: of places, of rows, or of nothing that is compared."""
        if len(self._evidence.groups) > 1:
            return {"", "rows", "places"}
        return {"", "rows"} if self._evidence.buckets else {""}

    @property
    def _bolts(self) -> float | None:
        """The bolts of the only route."""
        routes = self._evidence.routes
        return routes[0].bolts if len(routes) == 1 else None

    def _are_same_hours(self, clause: str) -> bool:
        """Whether all the hours that the answer gives are the one span that a clause says."""
        told = _hours_of(clause)
        lines = [hours for line in self._rendered.split("\n") if (hours := _hours_of(line))]
        return bool(told and self._evidence.gyms and lines) and all(
            len(one) == len(told) and all(a & b for a, b in zip(one, told, strict=True))
            for one in lines
        )

    def _are_open_as_asked(self, clause: str) -> bool:
        """Whether a clause says of the gyms that were found the hour that was asked for."""
        hour = _OPEN_AT.search(clause)
        asked = hour and re.search(rf"(?<!\d){hour[1]}(?::00)?\s*(?:[ap]m|點)", plain(self._asked))
        return bool(asked and self._evidence.gyms)


def _hours_of(line: str) -> list[set[str]]:
    """The times of a line."""
    return [set(fact.values) for fact in scan(plain(line)) if fact.kind == "time"]
