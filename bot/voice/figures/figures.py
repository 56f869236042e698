"""The figures of a sentence: held by the records, and each beside what it is said of."""

from __future__ import annotations

from dataclasses import fields, is_dataclass
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING

from bot.prompts import body_of
from bot.voice.evidence.records import own_records, quotable, shared_records, texts_of
from bot.voice.evidence.whereabouts import foreign_places
from bot.voice.figures.beside import Beside
from bot.voice.figures.claimed import unsupported
from bot.voice.figures.counted import Counted
from bot.voice.figures.ranges import wrong_ranges
from bot.voice.figures.tallies import Tallies
from bot.voice.figures.tickets import wrong_days, wrong_tickets
from bot.voice.figures.workdays import every_day, with_halves, with_workdays
from bot.voice.language.clock import wrong_hours
from bot.voice.language.days import with_months, wrong_ends
from bot.voice.language.periods import foreign_months, foreign_seasons
from bot.voice.language.plain import plain
from bot.voice.language.spans import foreign_counts
from bot.voice.language.units import foreign_units
from bot.voice.relating.differences import wrong_gaps
from bot.voice.relating.repeated import is_repeated

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bot.voice.answer.known import Known
    from knowledge.gazetteer import Gazetteer


class Figures:
    """The figures that one answer may state.

    Args:
        known: What may be repeated.
        gazetteer: The names of the whole catalogue.
    """

    def __init__(self, known: Known, gazetteer: Gazetteer | None) -> None:
        self._known = known
        self._gazetteer = gazetteer

    def unsupported(self, text: str, before: str) -> list[str]:
        """Figures and names that no record supports where they stand."""
        if self._known.spoken.evidence.gyms:
            asked = self._known.spoken.query.text
            days = every_day(with_workdays(text), self._known.spoken.evidence.gyms, self._rendered)
            spelled = with_halves(days, before, asked, self._rendered)
            if spelled != plain(text) and not self._unsupported(spelled, before):
                return []
        return self._unsupported(text, before)

    def _unsupported(self, text: str, before: str) -> list[str]:
        told = with_months(text, before, self._rendered)
        other = [
            *wrong_ends(told, self._rendered),
            *wrong_ranges(text, self._rendered),
            *self._foreign(text),
        ]
        return other or unsupported(told, before, self._known, self._gazetteer)

    def _foreign(self, text: str) -> Iterator[str]:
        """Places, months, seasons, units and small counts that nothing known has."""
        evidence, said = self._known.spoken.evidence, self._known.unnamed(text)
        yield from foreign_places(said, self._everything)
        yield from foreign_units(said, self._everything)
        yield from foreign_counts(said, self._everything, self._rendered)
        yield from foreign_months(said, self._everything, evidence.today)
        seasons = tuple(one for crag in evidence.crags for one in crag.seasons)
        yield from foreign_seasons(said, seasons, f"{self._rendered}\n{self._cards}")

    def misplaced(self, text: str, before: str = "") -> Iterator[str]:
        """Figures of the records beside what they are not said of."""
        evidence = self._known.spoken.evidence
        chooses = self._known.statements.chooses
        spoken = self._known.spoken
        yield from (
            one
            for one in self._beside.faults(text)
            if not chooses(one, text) and not is_repeated(one, text, spoken)
        )
        shown = f"{self._rendered}\n{spoken.query.text}"
        yield from wrong_gaps(text, evidence, shown)
        apart = self._known.following.is_apart
        yield from (one for one in self._counted.faults(text) if not apart(one, text, before))
        yield from self._tallies.faults(text, before)
        if evidence.gyms:
            yield from wrong_tickets(text, evidence.gyms, shown)
            yield from wrong_hours(text, evidence.gyms, self._rendered, self._notes)
            yield from wrong_days(text, evidence.gyms, evidence.today, self._notes)

    @cached_property
    def _rendered(self) -> str:
        return body_of(self._known.spoken.draft.text)

    @cached_property
    def _cards(self) -> str:
        return "\n".join(
            text for one in self._known.spoken.evidence.cards for text in texts_of(one.card)
        )

    @cached_property
    def _everything(self) -> str:
        """All that may be repeated, with the days of the records; of a log only what is shown."""
        spoken = self._known.spoken
        if self._known.of_oneself:
            return f"{self._known.shared}\n{spoken.query.text}"
        records = (*own_records(spoken.evidence), *shared_records(spoken.evidence))
        days = (
            value.isoformat()
            for record in records
            if is_dataclass(record)
            for value in (getattr(record, field.name) for field in fields(record))
            if isinstance(value, date)
        )
        return "\n".join([*quotable(spoken.evidence, spoken.draft), self._known.shared, *days])

    @cached_property
    def _notes(self) -> str:
        """What is noted of the gyms, and the question."""
        spoken = self._known.spoken
        records = (*spoken.evidence.gyms, *spoken.evidence.notices)
        texts = (text for one in records for text in texts_of(one))
        return "\n".join([self._rendered, *texts, spoken.query.text])

    @cached_property
    def _beside(self) -> Beside:
        return Beside(self._known.spoken)

    @cached_property
    def _counted(self) -> Counted:
        return Counted(self._known.spoken)

    @cached_property
    def _tallies(self) -> Tallies:
        return Tallies(self._known.spoken.evidence, self._rendered)
