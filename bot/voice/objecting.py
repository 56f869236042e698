"""The guards that object to a sentence, one a line, each with what is said to the model.

The word of most is final (``vetoes``): they compare what can be compared. That of a few, who know
ordinary words by lists, is weighed with what is seen of the clause (``doubts``,
``bot.voice.untold``).
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from bot.voice.answer.answered import Answered, Sentence
from bot.voice.evidence.records import unsupported_terms
from bot.voice.figures.as_shown import not_as_shown
from bot.voice.figures.day_spans import without_break, wrong_spans
from bot.voice.figures.figures import Figures
from bot.voice.figures.opening import is_of_one_day, never_so, wrong_day
from bot.voice.figures.own_log import misplaced
from bot.voice.figures.said_periods import other_periods
from bot.voice.figures.spelled import foreign_spelled
from bot.voice.figures.subjects import Subjects
from bot.voice.figures.unlogged import unlogged
from bot.voice.figures.values import foreign_values
from bot.voice.house.guards import faults_of
from bot.voice.house.off_record import off_record
from bot.voice.house.strayed import IN_FEW_WORDS, strayed
from bot.voice.language.days import wrong_stamps
from bot.voice.language.plain import plain as as_plain
from bot.voice.language.refusing import CLAIMS_NOTHING, FACT_DENIAL, OWN_DENIAL
from bot.voice.language.told import dates_of
from bot.voice.names.misnaming import misnamed
from bot.voice.names.persons import misplaced_namesakes, misplaced_people
from bot.voice.names.unheard_of import unheard_of
from bot.voice.ordinary.claims import made_up
from bot.voice.ordinary.climbing_types import other_types
from bot.voice.ordinary.harmless import Harmless
from bot.voice.ordinary.quoted import foreign_quotes, unquoted
from bot.voice.polarity.guards import PolarityGuards

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from bot.voice.answer.guard import Guard


@dataclass(frozen=True)
class Guards:
    """The guards over what is said in place of one rendered answer."""

    answer: Answered

    @cached_property
    def vetoes(self) -> tuple[tuple[str, Guard], ...]:
        """What is said to the model, and the guard that finds the words it is about."""
        return (
            ("{}", self._house_rules),  # no mention, link, promise, simplified character …
            ("答案裡不說「{}」", self._off_record),  # talk of the model, its rules, its steps
            ("資料沒有「{}」", self._figures),  # figures and names that no record supports
            ("不是那天的：{}", self._other_hours),  # hours of another day than the one asked for
            ("紀錄不是這樣：{}", self._own_figures),  # figures beside another climb of the log
            ("這一列不是這樣：{}", self._not_as_shown),  # other cells, values or words than a row
            ("資料不是「{}」", self._beside),  # another route's grade, another row's count
            ("不是這樣比：{}", self._comparisons),  # harder, longest, all of them, only
            *self._polarity.vetoes,  # yes for no, no for yes, below for above
            ("不是那個人首攀的：{}", self._misplaced_people),  # a person behind another's route
            ("{}", self._foreign_denials),  # a no where the rendered answer has none
            ("資料上不是「{}」", self._foreign_values),  # a season or region that no record gives
            ("類型不對：{}", self._wrong_types),  # trad of a sport route
            ("沒有叫「{}」的", self._near_names),  # a name with one character off
            ("沒有人說過「{}」", self._foreign_quotes),  # quotations of what nobody said
            ("資料不是「{}」的", self._wrong_stamps),  # another date for how old the data are
            ("{}", self._bad_citations),  # a number without a record, or whose record says else
        )

    @cached_property
    def doubts(self) -> tuple[tuple[str, Guard], ...]:
        """Guards that read ordinary words: their objections are weighed with the clause."""
        return (
            ("資料沒有提到「{}」", self._terms),  # terms of the trade: an invented crux, a roof
            ("資料沒有「{}」", self._made_up),  # matters of which nothing known speaks
            ("那條不是「{}」", self._misplaced),  # what is known of another record alone
        )

    def _house_rules(self, said: Sentence) -> Iterable[str]:
        only_han = not self.answer.asked_in_english
        text = self._harmless.without(said.text)
        quotes = (*self.answer.quotes, *self._harmless.runs)
        words = self._harmless.words
        return faults_of(text, zh=self.answer.zh, quotes=quotes, only_han=only_han, words=words)

    def _figures(self, said: Sentence) -> Iterator[str]:
        text = unquoted(said.text, self.answer.all_known)
        days = frozenset() if self.answer.known.of_oneself else self._days
        own = {surface for surface, values in dates_of(as_plain(text)) if values & days}
        found = self._all_figures.unsupported(text, said.before)
        yield from (one for one in found if one not in own)
        yield from foreign_spelled(said.text, f"{self.answer.all_known}\n{self.answer.asked}")

    def _terms(self, said: Sentence) -> Iterable[str]:
        return unsupported_terms(said.text, said.known)

    def _made_up(self, said: Sentence) -> Iterable[str]:
        found = made_up(
            self.answer.known.unnamed(said.text),
            f"{self.answer.all_known}\n{said.known}\n{self.answer.asked}",
        )
        # 「也有人說視攀 [1]」 says whose word it is
        return (one for one in found if not (self.answer.is_open and one.startswith("有人")))

    def _misplaced(self, said: Sentence) -> Iterable[str]:
        if self.answer.is_open or self.answer.known.of_oneself:
            return ()
        proven = self.answer.relations.proven(said.text)
        return self._subjects.misplaced(said.text, said.before, proven)

    def _comparisons(self, said: Sentence) -> Iterable[str]:
        return (
            ()
            if self.answer.known.of_oneself
            else self.answer.relations.faults(said.text, said.told, said.before)
        )

    def _other_hours(self, said: Sentence) -> Iterator[str]:
        gyms, lines = self.answer.spoken.evidence.gyms, self.answer.answering.own_lines
        if self.answer.spoken.query.intent == "gym_hours" or is_of_one_day(lines):
            asked = self.answer.asked
            yield from wrong_day(said.text, lines, said.known, said.before, asked)
        if len(gyms) == 1 and not any(one.hours for one in self.answer.spoken.evidence.notices):
            yield from never_so(said.text, lines, gyms[0])
        if len(gyms) == 1:
            yield from wrong_spans(said.text, self.answer.body, said.before)
            yield from without_break(said.text, self.answer.body)

    def _own_figures(self, said: Sentence) -> Iterator[str]:
        log = self.answer.spoken.evidence.log
        if log is not None:
            yield from misplaced(said.text, log, self.answer.body)
            asked = self.answer.spoken.query.text
            yield from other_periods(said.text, self.answer.body, asked)
        if self.answer.known.of_oneself:
            yield from unlogged(said.text, self.answer.body)

    def _not_as_shown(self, said: Sentence) -> Iterable[str]:
        asked = self.answer.asked
        return not_as_shown(said.text, self.answer.body, f"{self.answer.all_known}\n{asked}", asked)

    def _beside(self, said: Sentence) -> Iterable[str]:
        own = self.answer.is_open or self.answer.known.of_oneself
        return () if own else self._all_figures.misplaced(said.text, said.before)

    def _foreign_values(self, said: Sentence) -> Iterable[str]:
        text = self.answer.known.unnamed(said.text)
        return foreign_values(text, self.answer.unasked(said.told), self.answer.body)

    def _misplaced_people(self, said: Sentence) -> Iterator[str]:
        yield from misplaced_people(said.text, self.answer.spoken.evidence)
        yield from misplaced_namesakes(said.text, self.answer.body)

    def _wrong_types(self, said: Sentence) -> Iterable[str]:
        spoken, known = self.answer.spoken, said.known
        types = frozenset(str(route.type) for route in spoken.evidence.routes if route.type)
        # of a scale that was asked about one may say what is climbed on it
        known = known if spoken.query.intent == "convert" else self.answer.unasked(known)
        return other_types(said.text, types, known, spoken.query.text)

    def _near_names(self, said: Sentence) -> Iterator[str]:
        known = f"{self.answer.all_known}\n{self.answer.asked}"
        unnamed = self.answer.known.unnamed(said.text)
        yield from misnamed(said.text, unnamed, self.answer.spoken.evidence, known)
        if not self.answer.zh:
            yield from unheard_of(unnamed, known)

    def _off_record(self, said: Sentence) -> Iterator[str]:
        known = f"{self.answer.all_known}\n{self.answer.asked}"
        unnamed, body = self.answer.known.unnamed(said.text), self.answer.body
        evidence = self.answer.spoken.evidence
        advises = bool(evidence.cards) and not (evidence.gyms or evidence.routes)
        yield from off_record(said.text, unnamed, known, body, zh=self.answer.zh, advises=advises)
        if self.answer.spoken.query.intent in IN_FEW_WORDS:
            yield from strayed(unnamed, known)

    def _foreign_quotes(self, said: Sentence) -> Iterable[str]:
        return foreign_quotes(said.text, self.answer.all_known)

    def _wrong_stamps(self, said: Sentence) -> Iterable[str]:
        if self.answer.known.of_oneself:
            return ()
        sources = (one.updated_on for one in self.answer.spoken.evidence.sources)
        days = " ".join(f"{day}" for day in sources if day)
        return wrong_stamps(said.text, f"{self.answer.spoken.draft.text} {days}")

    def _bad_citations(self, said: Sentence) -> Iterable[str]:
        return self.answer.citations.faults(said.cited) if self.answer.is_open else ()

    @cached_property
    def _days(self) -> frozenset[str]:
        """The days that the question and the first line of its answer are about, for any year."""
        first = self.answer.answering.own_lines.strip().partition("\n")[0]
        found = dates_of(f"{self.answer.asked}\n{first}")
        days = {value for _, values in found for value in values}
        return frozenset(days | {f"-{day[4:]}" for day in days if day[0] != "-"})

    def _foreign_denials(self, said: Sentence) -> Iterable[str]:
        claims_nothing = self.answer.spoken.query.intent in CLAIMS_NOTHING
        text = OWN_DENIAL.sub("…", said.text) if claims_nothing else said.text
        if self._may_deny or not FACT_DENIAL.search(text):
            return ()
        return ("資料沒有這樣否定",)

    @cached_property
    def _polarity(self) -> PolarityGuards:
        return PolarityGuards(self.answer)

    @cached_property
    def _subjects(self) -> Subjects:
        return Subjects(self.answer.known)

    @cached_property
    def _all_figures(self) -> Figures:
        return Figures(self.answer.known, self.answer.gazetteer)

    @cached_property
    def _harmless(self) -> Harmless:
        return Harmless(self.answer.spoken)

    @cached_property
    def _may_deny(self) -> bool:
        return self.answer.answering.may_deny or any(
            FACT_DENIAL.search(one) for one in self.answer.quotes
        )
