"""Whether a model's words may stand in place of the rendered answer. Pure.

Every sentence goes through guards, one a line: the word of some is final (``_vetoes``), that of
others is weighed with what is seen of the clause (``_doubts``, ``bot.voice.untold``). Of the
whole: does it still answer (``answering``), cite where it is an open answer, and keep the one
recommendation format (``recommended``).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Final, Protocol

from bot.prompts import FULL, OPEN, PromptStyle, Spoken, body_of
from bot.rendering import parse_recommendation
from bot.voice.affirming import affirmed, echoed
from bot.voice.answering import Answering, is_kept
from bot.voice.citing import CITATION, Citations
from bot.voice.claims import made_up, other_types
from bot.voice.cleaning import in_taiwan_words
from bot.voice.contrary import contrary
from bot.voice.denying import Denials
from bot.voice.figures import Figures
from bot.voice.guards import faults_of, faults_of_whole
from bot.voice.harmless import Harmless
from bot.voice.known import Known
from bot.voice.near_names import names_off_by_one, strangers
from bot.voice.opening import never_so, wrong_day
from bot.voice.own_log import misplaced
from bot.voice.persons import misplaced_people
from bot.voice.plain import plain as as_plain
from bot.voice.polarity import turned
from bot.voice.recommended import around_format, wrong_format
from bot.voice.records import TYPES, quotable, unsupported_terms
from bot.voice.refusing import FACT_DENIAL
from bot.voice.relations import Relations
from bot.voice.subjects import Subjects
from bot.voice.told import dates_of
from bot.voice.untold import Doubt, Retold, untold
from bot.voice.values import foreign_values
from bot.voice.withheld import NOT_MINE, beyond, given
from bot.voice.wording import uncovered
from knowledge.gazetteer import Gazetteer
from knowledge.text import has_han, key

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_QUOTED: Final = re.compile(r"[「『“]([^「」『』“”]{1,40})[」』”]")
_BUTTONS: Final = "加入想爬 記一筆 換一批 回報錯誤 下一頁 確認 復原"
"""Words of the interface that an answer may point to."""
_STAMPS: Final = re.compile(r"更新|截至|\bupdated?\b|\bas of\b", re.IGNORECASE)
"""Beside a date these words say how old the data are: no other date of a record will do."""
_HALF_ENGLISH: Final = 3
"""English words from which a Chinese question may be answered with English sentences."""
_UNTOLD: Final = "沒有資料可以依據「{}」"
_NEAR: Final = 120
"""Characters before a sentence in which a name still says what it is about."""


@dataclass(frozen=True, slots=True)
class _Sentence:
    """A sentence with what may be repeated in it."""

    text: str
    """Without its citations."""
    cited: str
    """With them."""
    before: str
    told: str
    """What is known of the records that it names."""
    known: str
    """The same, and the comparing words that are worked out as right."""
    source: str
    """The records that it cites; empty in an answer that cites none."""


class _Guard(Protocol):
    """Finds the words of a sentence that it objects to."""

    __name__: str

    def __call__(self, said: _Sentence, /) -> Iterable[str]: ...


def _name(guard: _Guard) -> str:
    return guard.__name__.lstrip("_")


def _doubts_of(form: str, guard: _Guard, said: _Sentence) -> Iterator[Doubt]:
    for words in guard(said):
        yield Doubt(_name(guard), words, form.format(words))


@dataclass(frozen=True)
class Judge:
    """Judges what is said in place of one rendered answer."""

    spoken: Spoken
    gazetteer: Gazetteer | None = None
    style: PromptStyle = FULL

    def sentence(self, text: str, before: str = "", *, part: bool = False) -> tuple[str, ...]:
        """Why a sentence may not be said after what stands before it; empty when it may.

        Args:
            text: The sentence, or clauses of it.
            before: What is said before it.
            part: Whether it is a clause, beside others of its sentence that may be said.
        """
        found = self.objections(text, before, part=part)
        return tuple(dict.fromkeys(reason for _, reason in found))

    def objections(
        self, text: str, before: str = "", *, part: bool = False
    ) -> Iterator[tuple[str, str]]:
        """The guards that object to a sentence, by name, and why."""
        said = self._with_what_is_known(text, before)
        for form, found in self._vetoes:
            for words in found(said):
                yield _name(found), form.format(words)
        doubts = [one for form, found in self._doubts for one in _doubts_of(form, found, said)]
        if self.recommends:
            # few and short are the reasons of a recommendation: every word must be known
            yield from ((one.guard, one.reason) for one in doubts)
            for words in uncovered(said.text, said.known):
                yield "untold", _UNTOLD.format(words)
            return
        for clause, against in untold(said.text, said.before, self.retold, doubts, part=part):
            if not self._is_plainly_so(clause):
                yield from ((one.guard, one.reason) for one in against)
                yield "untold", _UNTOLD.format(clause)

    def doubts(self, text: str, before: str = "") -> tuple[Doubt, ...]:
        """What the guards object to whose objections are weighed."""
        said = self._with_what_is_known(text, before)
        return tuple(one for form, found in self._doubts for one in _doubts_of(form, found, said))

    def vetoed(self, text: str, before: str = "") -> bool:
        """Whether a guard objects whose word is final."""
        said = self._with_what_is_known(text, before)
        return any(True for _, found in self._vetoes for _ in found(said))

    def whole(self, body: str) -> tuple[str, ...]:
        """Why a body may not replace the rendered one although its sentences may."""
        if self.recommends:
            return wrong_format(body, self._draft_body, self.sentence)
        reasons = list(faults_of_whole(body))
        body = self._as_cited(body)
        if self.is_open and not self._citations.legend(body):
            reasons.append("沒有標出處")
        return (*reasons, *self._answering.faults(body))

    def composed(self, body: str) -> str:
        """The body with what a voice may not leave out: rows of a list, warnings, dates."""
        if self.recommends:
            before, _, after = around_format(self._draft_body)
            first, last = ([one for one in side if one not in body] for side in (before, after))
            return "\n".join([*first, body.strip(), *last])
        if self.is_open:
            body = self._as_cited(body).strip()
            return "\n".join([body, *self._citations.legend(body)])
        rest = [line for line in self._draft_body.split("\n") if is_kept(line)]
        return "\n".join([body.strip(), *(line for line in rest if line.strip() not in body)])

    @cached_property
    def recommends(self) -> bool:
        """Whether the rendered answer stands in the recommendation format."""
        return parse_recommendation(self._draft_body).ok

    @property
    def is_open(self) -> bool:
        """Whether the answer is prose from cards and records, which cites them."""
        return self.spoken.query.intent in OPEN

    @property
    def zh(self) -> bool:
        """Whether the answer is in Chinese."""
        return self.spoken.query.language == "zh"

    @cached_property
    def known(self) -> Known:
        """What may be repeated."""
        return Known(self.spoken)

    @cached_property
    def quotes(self) -> tuple[str, ...]:
        """The words of records and of the rendered answer, which may be repeated."""
        return quotable(self.spoken.evidence, self.spoken.draft)

    @cached_property
    def _vetoes(self) -> tuple[tuple[str, _Guard], ...]:
        """What is said to the model, and the guard that finds the words it is about."""
        return (
            ("{}", self._house_rules),  # no mention, link, promise, simplified character …
            ("資料沒有「{}」", self._figures),  # figures and names that no record supports
            ("不是那天的：{}", self._other_hours),  # hours of another day than the one asked for
            ("紀錄不是這樣：{}", self._own_figures),  # figures beside another climb of the log
            ("資料不是「{}」", self._beside),  # another route's grade, another row's count
            ("類型不對：{}", self._wrong_types),  # trad of a sport route
            ("沒有叫「{}」的", self._near_names),  # a name with one character off
            ("沒有人說過「{}」", self._foreign_quotes),  # quotations of what nobody said
            ("資料不是「{}」的", self._wrong_stamps),  # another date for how old the data are
            ("{}", self._bad_citations),  # a number without a record, or whose record says else
        )

    @cached_property
    def _doubts(self) -> tuple[tuple[str, _Guard], ...]:
        """Guards that read ordinary words: their objections are weighed with the clause."""
        return (
            ("資料沒有提到「{}」", self._terms),  # terms of the trade: an invented crux, a roof
            ("資料沒有「{}」", self._made_up),  # matters of which nothing known speaks
            ("那條不是「{}」", self._misplaced),  # what is known of another record alone
            ("不是這樣比：{}", self._comparisons),  # harder, longest, all of them, only
            ("資料不是這樣：{}", self._denied_records),  # 「長度沒有記載」 where it is
            ("和資料相反：{}", self._turned),  # stated though denied, denied though stated
            ("和資料相反：{}", self._contrary),  # above for below, before for after
            ("和資料相反：{}", self._affirmed),  # recorded, allowed or found though it is not
            ("資料上沒有「{}」", self._withheld),  # what the answer says that nobody has
            ("資料上不是「{}」", self._foreign_values),  # a season or region that no record gives
            ("不是那個人首攀的：{}", self._misplaced_people),  # a person behind another's route
            ("{}", self._foreign_denials),  # a no where the rendered answer has none
        )

    def _with_what_is_known(self, text: str, before: str) -> _Sentence:
        cited = self._with_numbers(text)
        if self.is_open:
            text, before = CITATION.sub("", text), CITATION.sub("", before)
        told = self.known.of(before[-_NEAR:] + text)
        known = f"{told}\n{self._relations.proven(text)}"
        return _Sentence(text, cited, before, told, known, self._cited(cited))

    def _house_rules(self, said: _Sentence) -> Iterable[str]:
        only_han = not self._asked_in_english
        text = self._harmless.without(said.text)
        quotes, words = self.quotes, self._harmless.words
        return faults_of(text, zh=self.zh, quotes=quotes, only_han=only_han, words=words)

    def _figures(self, said: _Sentence) -> Iterable[str]:
        return self._all_figures.unsupported(said.text, said.before)

    def _terms(self, said: _Sentence) -> Iterable[str]:
        return unsupported_terms(said.text, said.known)

    def _made_up(self, said: _Sentence) -> Iterable[str]:
        found = made_up(
            self.known.unnamed(said.text), f"{self._known}\n{said.known}\n{self._asked}"
        )
        # 「也有人說視攀 [1]」 says whose word it is
        return (one for one in found if not (self.is_open and one.startswith("有人")))

    def _is_plainly_so(self, clause: str) -> bool:
        """Whether nothing but a comparison that holds is said, or that nothing was found."""
        if self.spoken.draft.abstained and NOT_MINE.fullmatch(clause.strip()):
            return True
        return self._relations.is_only_compared(clause)

    def _misplaced(self, said: _Sentence) -> Iterable[str]:
        if self.is_open or self.known.of_oneself:
            return ()
        proven = self._relations.proven(said.text)
        return self._subjects.misplaced(said.text, said.before, proven)

    def _comparisons(self, said: _Sentence) -> Iterable[str]:
        return (
            ()
            if self.known.of_oneself
            else self._relations.faults(said.text, said.told, said.before)
        )

    def _denied_records(self, said: _Sentence) -> Iterable[str]:
        return self._denials.faults(said.text, said.source or said.told)

    def _other_hours(self, said: _Sentence) -> Iterator[str]:
        gyms, lines = self.spoken.evidence.gyms, self._answering.own_lines
        if self.spoken.query.intent == "gym_hours":
            yield from wrong_day(said.text, lines, said.known)
        if len(gyms) == 1 and not any(one.hours for one in self.spoken.evidence.notices):
            yield from never_so(said.text, lines, gyms[0])

    def _own_figures(self, said: _Sentence) -> Iterable[str]:
        log = self.spoken.evidence.log
        return () if log is None else misplaced(said.text, log, self._draft_body)

    def _turned(self, said: _Sentence) -> Iterable[str]:
        known = self.known.unnamed(self._unasked(said.source or said.known))
        return turned(self.known.unnamed(said.text), known, self._other_types)

    def _contrary(self, said: _Sentence) -> Iterable[str]:
        asked = self.spoken.query.text
        known = said.source or said.known
        own = self._draft_body if self.is_open else ""
        return contrary(self.known.unnamed(said.text), self._unasked(known), asked, own)

    def _affirmed(self, said: _Sentence) -> Iterator[str]:
        asked, known = self.spoken.query.text, self._unasked(said.source or said.told)
        places = self.spoken.evidence.places
        names = self.known.names
        yield from affirmed(said.text, self._draft_body, known, asked, places, names)
        yield from echoed(said.text, self._draft_body, asked)

    def _beside(self, said: _Sentence) -> Iterable[str]:
        own = self.is_open or self.known.of_oneself
        return () if own else self._all_figures.misplaced(said.text)

    def _withheld(self, said: _Sentence) -> Iterator[str]:
        text = self.known.unnamed(said.text)
        if not self._answering.is_about_records:
            yield from beyond(text, self._draft_body, self.spoken.query.text)
        yield from given(text, self._draft_body)

    def _foreign_values(self, said: _Sentence) -> Iterable[str]:
        text = self.known.unnamed(said.text)
        return foreign_values(text, self._unasked(said.told), self._draft_body)

    def _misplaced_people(self, said: _Sentence) -> Iterable[str]:
        return misplaced_people(said.text, self.spoken.evidence)

    def _wrong_types(self, said: _Sentence) -> Iterable[str]:
        types = frozenset(str(route.type) for route in self.spoken.evidence.routes if route.type)
        return other_types(said.text, types, self._unasked(said.known), self.spoken.query.text)

    def _near_names(self, said: _Sentence) -> Iterable[str]:
        text, evidence = as_plain(said.text), self.spoken.evidence
        return (
            *names_off_by_one(text, evidence, self._known),
            *strangers(text, evidence, self._known),
        )

    def _foreign_quotes(self, said: _Sentence) -> Iterable[str]:
        known = key(f"{self._known} {_BUTTONS}")
        words = (match[1] for match in _QUOTED.finditer(as_plain(said.text)))
        return (one for one in words if key(one) not in known)

    def _wrong_stamps(self, said: _Sentence) -> Iterator[str]:
        if self.known.of_oneself or not _STAMPS.search(said.text):
            return
        sources = (one.updated_on for one in self.spoken.evidence.sources)
        given = " ".join([self.spoken.draft.text, *(f"{day}" for day in sources if day)])
        known = {value for _, values in dates_of(given) for value in values}
        # 「截至今年三月十日」 leaves the year out of the date
        known |= {f"-{value[4:]}" for value in known if re.fullmatch(r"20\d\d-\d\d-\d\d", value)}
        yield from (surface for surface, values in dates_of(said.text) if not values & known)

    def _bad_citations(self, said: _Sentence) -> Iterable[str]:
        return self._citations.faults(said.cited) if self.is_open else ()

    def _foreign_denials(self, said: _Sentence) -> Iterable[str]:
        if self._may_deny or not FACT_DENIAL.search(said.text):
            return ()
        return ("資料沒有這樣否定",)

    @cached_property
    def _draft_body(self) -> str:
        return body_of(self.spoken.draft.text)

    @cached_property
    def retold(self) -> Retold:
        """The answer, as the clauses of a speech are laid beside it."""
        spoken, known = self.spoken, self.known
        return Retold(
            answer=self._draft_body,
            known=self._known,
            asked=spoken.query.text,
            intent=spoken.query.intent,
            names=known.names,
            of_oneself=known.of_oneself,
            abstained=spoken.draft.abstained,
            zh=self.zh,
        )

    @cached_property
    def _subjects(self) -> Subjects:
        return Subjects(self.known)

    @cached_property
    def _all_figures(self) -> Figures:
        return Figures(self.known, self.gazetteer)

    @cached_property
    def _answering(self) -> Answering:
        return Answering(self.known)

    @cached_property
    def _harmless(self) -> Harmless:
        return Harmless(self.spoken)

    @cached_property
    def _citations(self) -> Citations:
        return Citations.of(self.spoken.evidence, self.style, self.spoken.query.text)

    @cached_property
    def _denials(self) -> Denials:
        spoken = self.spoken
        return Denials(spoken.evidence, spoken.draft.text, self._asked)

    @cached_property
    def _relations(self) -> Relations:
        evidence, rendered = self.spoken.evidence, self.spoken.draft.text
        about_records = self._answering.is_about_records
        return Relations(evidence, rendered, self._asked, about_records=about_records)

    @cached_property
    def _asked(self) -> str:
        """The question in Taiwan's script."""
        return in_taiwan_words(self.spoken.query.text, ())

    @cached_property
    def _known(self) -> str:
        """Everything that may be repeated of any record."""
        return "\n".join([*self.quotes, self.known.shared])

    @cached_property
    def _may_deny(self) -> bool:
        return self._answering.may_deny or any(FACT_DENIAL.search(one) for one in self.quotes)

    @cached_property
    def _asked_in_english(self) -> bool:
        """Whether the question is put in English, or half in it, names of records aside."""
        asked = self.spoken.query.text
        for quote in sorted(self.quotes, key=len, reverse=True):
            asked = asked.replace(quote, " ") if len(quote) > 1 else asked
        words = re.findall(r"[a-z]{3,}", asked, re.IGNORECASE)
        return not has_han(self.spoken.query.text) or len(words) >= _HALF_ENGLISH

    @cached_property
    def _other_types(self) -> frozenset[str]:
        """The words for kinds of climbing that no route of the answer is of."""
        types = {str(route.type) for route in self.spoken.evidence.routes if route.type}
        words = (words for kind, words in TYPES.items() if types and kind not in types)
        return frozenset(key(word) for each in words for word in each.split())

    def _unasked(self, known: str) -> str:
        """What is known without the question, whose words say nothing of what is so."""
        return known.replace(self.spoken.query.text, "")

    def _with_numbers(self, text: str) -> str:
        """An open answer with the numbers that go without saying."""
        return self._citations.completed(text) if self.is_open else text

    def _as_cited(self, body: str) -> str:
        """An open answer with its numbers; what says a word of the only record cites it."""
        if not self.is_open:
            return body
        told = self._citations.completed(body)
        says = self._answering.says_value(body) or any(
            one in key(body) for one in self._citations.terms()
        )
        return self._citations.of_the_short(told) if says else told

    def _cited(self, sentence: str) -> str:
        """The records that a sentence of an open answer cites."""
        if not self.is_open:
            return ""
        records = self._citations.records
        numbers = (int(one) for one in CITATION.findall(sentence))
        return "\n".join(records[one].text for one in numbers if one in records)
