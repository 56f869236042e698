"""The guards of yes and no, one a line, each with what is said to the model."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from bot.voice.answer.answered import Answered, Sentence
from bot.voice.evidence.records import TYPES
from bot.voice.polarity.ability import overstated
from bot.voice.polarity.affirming import affirmed, echoed
from bot.voice.polarity.amounts import turned_amounts
from bot.voice.polarity.contrary import contrary
from bot.voice.polarity.denying import Denials
from bot.voice.polarity.existing import Existing
from bot.voice.polarity.polarity import turned
from bot.voice.polarity.provided import provided_otherwise
from bot.voice.polarity.unlisted import listed_though_not
from bot.voice.polarity.verdicts import Verdicts
from bot.voice.polarity.withheld import beyond, given
from knowledge.text import key

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from bot.voice.answer.guard import Guard


@dataclass(frozen=True)
class PolarityGuards:
    """The guards against a no for a yes, and a yes for a no, over one rendered answer."""

    answer: Answered

    @cached_property
    def vetoes(self) -> tuple[tuple[str, Guard], ...]:
        """What is said to the model, and the guard that finds the words it is about."""
        return (
            ("資料不是這樣：{}", self._denied_records),  # 「長度沒有記載」 where it is
            ("和資料相反：{}", self._turned),  # stated though denied, denied though stated
            ("和資料相反：{}", self._contrary),  # above for below, before for after
            ("和資料相反：{}", self._affirmed),  # recorded, allowed or found though it is not
            ("和答案相反：{}", self._verdicts),  # a yes for a no, the asked value for the right one
            ("和答案相反：{}", self._existing),  # none of what is counted, some of what is not
            ("我們沒辦法這樣說：{}", self._overstated),  # seen, known or done though it cannot be
            ("資料上沒有「{}」", self._withheld),  # what the answer says that nobody has
        )

    def _denied_records(self, said: Sentence) -> Iterable[str]:
        return self._denials.faults(said.text, said.source or said.told)

    def _turned(self, said: Sentence) -> Iterable[str]:
        known = self.answer.known.unnamed(self.answer.unasked(said.source or said.known))
        return turned(self.answer.known.unnamed(said.text), known, self._other_types)

    def _contrary(self, said: Sentence) -> Iterator[str]:
        asked = self.answer.spoken.query.text
        known = self.answer.unasked(said.source or said.known)
        own = self.answer.body if self.answer.is_open else ""
        unnamed = self.answer.known.unnamed(said.text)
        yield from contrary(unnamed, known, asked, own)
        yield from provided_otherwise(unnamed, known)
        yield from turned_amounts(unnamed, own) if own else ()

    def _affirmed(self, said: Sentence) -> Iterator[str]:
        asked, known = self.answer.spoken.query.text, self.answer.unasked(said.source or said.told)
        places = self.answer.spoken.evidence.places
        names = self.answer.known.names
        yield from affirmed(said.text, self.answer.body, known, asked, places, names)
        if self.answer.spoken.query.intent != "convert":
            # what is not converted is named all the same
            yield from echoed(said.text, self.answer.body, asked)

    def _verdicts(self, said: Sentence) -> Iterable[str]:
        return self._yes_and_no.faults(said.text)

    def _existing(self, said: Sentence) -> Iterable[str]:
        return self._counted.faults(said.text)

    def _overstated(self, said: Sentence) -> Iterable[str]:
        return overstated(said.text, self.answer.body)

    def _withheld(self, said: Sentence) -> Iterator[str]:
        text = self.answer.known.unnamed(said.text)
        if not self.answer.answering.is_about_records:
            yield from beyond(text, self.answer.body, self.answer.spoken.query.text, said.before)
        yield from given(text, self.answer.body)
        yield from listed_though_not(text, self.answer.body)

    @cached_property
    def _yes_and_no(self) -> Verdicts:
        spoken = self.answer.spoken
        return Verdicts(spoken.query, spoken.evidence, self.answer.body)

    @cached_property
    def _counted(self) -> Existing:
        return Existing(self.answer.body, self.answer.known.names)

    @cached_property
    def _denials(self) -> Denials:
        spoken = self.answer.spoken
        return Denials(spoken.evidence, spoken.draft.text, self.answer.asked)

    @cached_property
    def _other_types(self) -> frozenset[str]:
        """The words for kinds of climbing that no route of the answer is of."""
        types = {str(route.type) for route in self.answer.spoken.evidence.routes if route.type}
        words = (words for kind, words in TYPES.items() if types and kind not in types)
        return frozenset(key(word) for each in words for word in each.split())
