"""The verdict over a text: every name and figure against the record that it is said of."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from typing import TYPE_CHECKING, Final

from bot.schema import Unsupported, Verdict
from bot.verifier.allowance import Allowance, is_measured
from bot.verifier.buckets import BucketLabels
from bot.verifier.facts import COUNTS, MASK, scan
from bot.verifier.hours import wrong_closures, wrong_prices, wrong_times
from bot.verifier.lines import (
    DENIES_PLACE,
    assign,
    clause,
    continues,
    denies_place,
    mask_spans,
    segment,
    subjects_of,
)
from bot.verifier.log import verify_log
from bot.verifier.names import NameIndex
from bot.verifier.naming import NameCheck
from bot.verifier.scopes import Scopes
from knowledge.text import key

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from bot.schema import Evidence
    from bot.verifier.facts import Fact
    from bot.verifier.lines import Owner
    from bot.verifier.names import Name
    from knowledge.gazetteer import Gazetteer

_LIVE_MENTION: Final = re.compile(r"@everyone|@here|<@[!&]?\d+>", re.IGNORECASE)
_NO_FACT: Final = re.compile(
    r"^\s*\d{1,3}[.、)](?=\s)|第\s*\d+(?:\s*/\s*\d+)?\s*[頁條間個名段趟次]|\b(?:page|no\.)\s*\d+(?:\s*/\s*\d+)?"
    r"|(?<![a-z0-9=])(?<!=-)p\d{1,2}(?![\da-z])",
    re.IGNORECASE,
)
_ROW: Final = re.compile(r"\s*(?:\d+[.)、]|[・*-])?\s*[「『“\"]?")
"""What stands before the name of what a row is about."""
_STATES_PLACE: Final = re.compile(r"📍|›|[｜|]|位?在|位於|\bat\b|\bin\b")


def verify(
    text: str,
    evidence: Evidence,
    *,
    gazetteer: Gazetteer | None = None,
    asked: str = "",
    figures: Sequence[str] = (),
) -> Verdict:
    r"""Whether a text says only what the records say: names, grades and every other figure.

    The lines of the findings count from 0, as in ``text.split("\n")``.

    Args:
        text: What is to be said.
        evidence: The records that may support it.
        gazetteer: The names of the whole catalogue, to find those outside the evidence.
        asked: The member's words; to be echoed where a line denies or restates them.
        figures: Numbers that code computed (totals, differences).
    """
    if evidence.log is not None and evidence.log.alone:
        return verify_log(
            text, evidence, evidence.log, gazetteer=gazetteer, asked=asked, figures=figures
        )
    return _Checker(evidence, gazetteer, asked, figures).verdict(text)


class _Checker:
    """One verification: the evidence prepared, and what was found so far."""

    def __init__(
        self, evidence: Evidence, gazetteer: Gazetteer | None, asked: str, figures: Sequence[str]
    ) -> None:
        self._index = NameIndex(evidence)
        self._naming = NameCheck(evidence, self._index, gazetteer, asked)
        self._allowance = Allowance(evidence, asked, figures)
        self._buckets = BucketLabels(evidence)
        self._echoes = tuple(
            normal
            for normal in (unicodedata.normalize("NFKC", text) for text in figures)
            if _CONDITIONS.search(normal)
        )
        """Conditions as code restates them: 「南壁・5.11d 以下・岩角」."""
        self._restating: set[int] = set()
        """Lines that restate them."""
        self._scopes = Scopes(evidence)
        held = {
            key(name)
            for crag in evidence.crags
            for name in (crag.name, crag.name_en, crag.display_name, *crag.aliases)
        }
        self._elsewhere = tuple(name for name in evidence.places if key(name) not in held)
        """Crags of the catalogue that are not part of the evidence: no record lies there."""
        self._places: list[Name] = []
        """The places that the block is about, when it is a block about places."""
        self._found: list[Unsupported] = []
        self._owners: dict[int, Owner] = {}
        self._lines: dict[int, str] = {}
        self._checked = 0

    def verdict(self, text: str) -> Verdict:
        """Judge all lines, then what was said of each name."""
        inherited: Owner | None = None
        for number, raw in enumerate(text.split("\n")):
            for match in _LIVE_MENTION.finditer(raw):
                self._report("mention", match.group(), number, "would notify people")
            line = unicodedata.normalize("NFKC", raw)
            if not continues(line):
                inherited, self._places = None, []
            opened = self._check_line(line, number, inherited)
            # what a line of a block mentions, 「接 Alpha 的難關」, opens no block of its own
            inherited = inherited if inherited and _OF_A_BLOCK.match(line) else opened
        for owner in self._owners.values():
            self._check_owner(owner)
        found = sorted(self._found, key=lambda one: one.line)
        return Verdict(unsupported=tuple(dict.fromkeys(found)), checked=self._checked)

    def _check_line(self, line: str, number: int, inherited: Owner | None) -> Owner | None:
        """Judge a line and give back whose block it opens or continues."""
        plain, names = self._read(line, number, inherited)
        names = self._without_echoed(plain, names, number)
        self._check_names(line, plain, names, number)
        bare = self._lines[number] = self._mask_harmless(plain, names)
        facts = scan(bare, number)
        self._checked += len(facts) + len(names)
        owners, free = assign(plain, names, facts, inherited, self._scopes.members)
        for owner in owners:
            self._owners[id(owner)] = owner
            self._drop_allowed(owner, number)
            self._check_gym(owner, number)
            self._check_elsewhere(owner, plain, number)
        self._check_free(names, free, number)
        if not owners:
            grouped = [name for name in names if name.ids & self._scopes.groups.keys()]
            self._places = grouped or self._places
        return _opened(owners, inherited)

    def _read(
        self, line: str, number: int, inherited: Owner | None
    ) -> tuple[str, tuple[Name, ...]]:
        """The line without the passages that its records say word for word, and its names."""
        names = self._index.find(line, number)
        plain = self._mask_quotations(line, names, inherited)
        return plain, names if plain == line else self._index.find(plain, number)

    def _without_echoed(self, plain: str, names: tuple[Name, ...], number: int) -> tuple[Name, ...]:
        """The names without the routes whose name is a word of a restated condition: 「岩角」."""
        spans = [(at, at + len(echo)) for echo in self._echoes if (at := plain.find(echo)) >= 0]
        if not spans:
            return names
        self._restating.add(number)
        return tuple(
            name
            for name in names
            if not name.ids <= self._scopes.routes.keys()
            or not any(start <= name.start and name.end <= end for start, end in spans)
        )

    def _mask_quotations(self, line: str, names: Sequence[Name], inherited: Owner | None) -> str:
        subjects = subjects_of(line, names)
        ids = subjects[0].ids if subjects else inherited.ids if inherited else frozenset()
        masked = line
        for record_id in (*sorted(ids), *(place for name in names for place in sorted(name.ids))):
            masked = self._scopes.of(record_id).mask(masked, MASK)
        masked = self._scopes.general.mask(masked, MASK)
        for name in names:
            # a quoted word that is part of a name is no quotation, nor is the name of a row
            rest = masked[name.start : name.end]
            alone = masked[name.end : name.end + 1] != MASK and _ROW.fullmatch(line, 0, name.start)
            if MASK in rest and (rest.strip(MASK) or alone):
                masked = masked[: name.start] + line[name.start : name.end] + masked[name.end :]
        return masked

    def _mask_harmless(self, plain: str, names: Sequence[Name]) -> str:
        """The line without names, converted grades, ordinals and pitch marks."""
        bare = self._allowance.mask_conversions(mask_spans(plain, names))
        return _NO_FACT.sub(lambda match: MASK * len(match[0]), bare)

    def _check_names(self, line: str, plain: str, names: Sequence[Name], number: int) -> None:
        for slot in self._naming.wrong_slots(line):
            self._report("route", slot, number, "no record of this name")
        for words in self._naming.wrong_quotes(plain):
            self._report("route", words, number, "no record of this name")
        for name in subjects_of(plain, names):
            mark = self._scopes.wrong_pitch(plain, name)
            if mark:
                self._report("route", f"{name.surface} {mark}", number, "no such pitch")
        for kind, surface in self._naming.strangers(mask_spans(plain, names)):
            self._report(kind, surface, number, "not part of the evidence")

    def _drop_allowed(self, owner: Owner, number: int) -> None:
        """Forget the facts of this line that it may state whatever the record says."""
        line = self._lines[number]
        owner.facts[:] = [
            fact
            for fact in owner.facts
            if fact.line != number or not self._allowed(owner, line, fact)
        ]

    def _allowed(self, owner: Owner, line: str, fact: Fact) -> bool:
        """Whether a line about a record may state it all the same: also how many share a name."""
        if fact.kind in {"routes", "count"} and str(len(owner.ids)) in fact.values:
            return True
        return self._allowance.allows(line, segment(line, fact.start), fact, owned=True)

    def _check_gym(self, owner: Owner, number: int) -> None:
        """Times and prices beside the wrong day or ticket."""
        gyms = [self._scopes.gyms[one] for one in owner.ids if one in self._scopes.gyms]
        if len(gyms) != 1:
            return
        line = MASK * owner.start + self._lines[number][owner.start :]
        notices = self._scopes.notices_of(gyms[0].id)
        facts = [
            fact
            for fact in owner.facts
            if fact.line == number and not self._allowance.is_asked(fact)
        ]
        dated = scan(line) if notices else ()
        timed = (*(fact for fact in dated if fact.kind == "date"), *facts)
        wrong = (*wrong_times(line, gyms[0], timed, notices), *wrong_prices(line, gyms[0], facts))
        for fact in wrong:
            self._report(fact.kind, fact.surface, number, f"not so at {gyms[0].name}")
        for words in wrong_closures(line, gyms[0], timed, notices):
            self._report("time", words, number, f"not closed then: {gyms[0].name}")

    def _check_elsewhere(self, owner: Owner, plain: str, number: int) -> None:
        """A crag of the catalogue that a record is said to lie in, though it is not part of it."""
        if not owner.ids & self._scopes.routes.keys():
            return
        for name in self._elsewhere:
            at = plain.find(name, owner.start)
            said = clause(plain, at) if at >= 0 else ""
            if _STATES_PLACE.search(said) and not DENIES_PLACE.search(said):
                self._report("crag", name, number, "no record of the evidence lies there")

    def _check_free(self, names: Sequence[Name], facts: Sequence[Fact], number: int) -> None:
        """Facts that no name on the line owns: a place of a comparison, else the whole evidence."""
        line = self._lines[number]
        places = [name for name in names if name.ids & self._scopes.groups.keys()] or self._places
        counted = self._buckets.read(line, facts, _only_id(places, self._scopes.groups.keys()))
        of_all = number in self._restating and any(
            self._allowance.is_total(fact) for fact in facts if fact.kind in COUNTS
        )
        for fact in facts:
            if fact.start in counted:
                held = counted[fact.start] or of_all
            else:
                held = self._holds_free(line, fact, places)
            if not held:
                self._report_fact(fact, "no record of the evidence says so")

    def _holds_free(self, line: str, fact: Fact, places: Sequence[Name]) -> bool:
        """Whether a fact of no record may stand; how many routes a place has is its own alone."""
        said = segment(line, fact.start)
        before = [name for name in places if name.line < fact.line or name.end <= fact.start]
        if before and fact.kind in {"grade", "routes"}:
            scope = self._scopes.group(before[-1])
            stated = scope.holds(fact) or self._allowance.is_derived(said, fact)
            return stated or self._allowance.heads(line, fact)
        if is_measured(line, fact):
            own = before[-1].ids if before else frozenset()
            return self._scopes.recorded(own).holds(fact)
        judged = self._allowance.judges(line, fact)
        if judged is not None:
            return judged
        if self._scopes.free(fact).holds(fact):
            return True
        return self._allowance.allows(line, said, fact, owned=False)

    def _check_owner(self, owner: Owner) -> None:
        """Everything said of one name; namesakes are decided by what fits best."""
        candidates = [self._failures(owner, one) for one in sorted(owner.ids)]
        failures = min(candidates, key=len, default=[])
        if len(candidates) > 1 and _repeats_a_kind(owner):
            failures = [one for one in failures if all(one in other for other in candidates)]
        for failure in failures:
            self._found.append(failure)

    def _failures(self, owner: Owner, record_id: str) -> list[Unsupported]:
        support = self._scopes.of(record_id)
        facts = [
            _unsupported(fact, f"not so in {record_id}")
            for fact in owner.facts
            if not support.holds(fact)
        ]
        return [*facts, *self._wrong_places(owner, record_id)]

    def _wrong_places(self, owner: Owner, record_id: str) -> Iterator[Unsupported]:
        own = self._scopes.places_of(record_id)
        for place in owner.places:
            line = self._lines[place.line]
            if not own or place.ids & own or denies_place(line, place):
                continue
            if _STATES_PLACE.search(clause(line, place.start)):
                yield Unsupported("crag", place.surface, place.line, f"{record_id} lies elsewhere")

    def _report_fact(self, fact: Fact, reason: str) -> None:
        self._found.append(_unsupported(fact, reason))

    def _report(self, kind: str, surface: str, line: int, reason: str) -> None:
        self._found.append(Unsupported(kind, surface.strip(MASK), line, reason))


def _only_id(places: Sequence[Name], known: Iterable[str]) -> str:
    """The place that the names mean, when it is one."""
    ids = {one for name in places for one in name.ids} & set(known)
    return next(iter(ids)) if len(ids) == 1 else ""


_CONDITIONS = re.compile("・|, ")
"""Between the conditions of a set of routes where an answer restates them."""
_OF_A_BLOCK = re.compile(r"\s*[🔩✨👉]")
"""The lines of a recommendation that tell of its route, whatever else they mention."""


def _unsupported(fact: Fact, reason: str) -> Unsupported:
    kind = "number" if fact.kind in {*COUNTS, "popularity"} else fact.kind
    return Unsupported(kind, fact.surface, fact.line, reason)


def _opened(owners: Sequence[Owner], inherited: Owner | None) -> Owner | None:
    """Whose block goes on after a line: the first name's, else the one that went on so far."""
    named = [owner for owner in owners if owner is not inherited]
    return named[0] if named else inherited


def _repeats_a_kind(owner: Owner) -> bool:
    kinds = Counter(fact.kind for fact in owner.facts)
    return any(count > 1 for count in kinds.values())
