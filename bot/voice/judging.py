"""Whether a model's words may stand in place of the rendered answer. Pure.

Every sentence goes through the guards (``objecting``) and is laid beside the answer
(``bot.voice.untold``). Of the whole: does it still answer (``answering``), cite where it is an open
answer, and keep the one recommendation format (``recommended``).
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Final

from bot.prompts import FULL, PromptStyle, Spoken
from bot.voice.answer.answered import Answered, Sentence
from bot.voice.answer.answering import is_kept
from bot.voice.answer.citing import CITATION
from bot.voice.house.guards import faults_of_whole
from bot.voice.house.reasons import unfounded
from bot.voice.house.recommended import around_format, wrong_format
from bot.voice.language.days import is_stamp
from bot.voice.objecting import Guards
from bot.voice.polarity.withheld import NOT_MINE
from bot.voice.untold import Doubt, Lost, untold
from knowledge.gazetteer import Gazetteer
from knowledge.text import key

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bot.voice.answer.guard import Guard


_UNTOLD: Final = "沒有資料可以依據「{}」"
_SENTENCE: Final = 12
"""Characters from which words that stand in the answer are a sentence of it."""


def _name(guard: Guard) -> str:
    return guard.__name__.lstrip("_")


def _doubts_of(form: str, guard: Guard, said: Sentence) -> Iterator[Doubt]:
    for words in guard(said):
        yield Doubt(_name(guard), words, form.format(words))


@dataclass(frozen=True)
class Judge:
    """Judges what is said in place of one rendered answer."""

    spoken: Spoken
    gazetteer: Gazetteer | None = None
    style: PromptStyle = FULL

    @cached_property
    def answer(self) -> Answered:
        """What is said in other words."""
        return Answered(self.spoken, self.gazetteer, self.style)

    @cached_property
    def guards(self) -> Guards:
        """Who may object."""
        return Guards(self.answer)

    def sentence(self, text: str, before: str = "", lost: Lost = "sentence") -> tuple[str, ...]:
        """Why a sentence may not be said after what stands before it; empty when it may.

        Args:
            text: The sentence, or clauses of it.
            before: What is said before it.
            lost: What is lost when it is not said.
        """
        found = self.objections(text, before, lost)
        return tuple(dict.fromkeys(reason for _, reason in found))

    def objections(
        self, text: str, before: str = "", lost: Lost = "sentence"
    ) -> Iterator[tuple[str, str]]:
        """The guards that object to a sentence, by name, and why."""
        said = self.answer.said(text, before)
        for form, found in self.guards.vetoes:
            for words in found(said):
                yield _name(found), form.format(words)
        doubts = [
            one for form, found in self.guards.doubts for one in _doubts_of(form, found, said)
        ]
        if self.answer.recommends:
            yield from ((one.guard, one.reason) for one in doubts)
            for words in unfounded(said.text, said.known):
                yield "untold", _UNTOLD.format(words)
            return
        if self._is_shown(said.text):
            return
        for clause, against in untold(said.text, said.before, self.answer.retold, doubts, lost):
            if not self._is_plainly_so(clause):
                yield from ((one.guard, one.reason) for one in against)
                yield "untold", _UNTOLD.format(clause)

    def doubts(self, text: str, before: str = "") -> tuple[Doubt, ...]:
        """What the guards object to whose objections are weighed."""
        said = self.answer.said(text, before)
        return tuple(
            one for form, found in self.guards.doubts for one in _doubts_of(form, found, said)
        )

    def vetoed(self, text: str, before: str = "") -> bool:
        """Whether a guard objects whose word is final."""
        said = self.answer.said(text, before)
        return any(True for _, found in self.guards.vetoes for _ in found(said))

    def whole(self, body: str) -> tuple[str, ...]:
        """Why a body may not replace the rendered one although its sentences may."""
        if self.answer.recommends:
            return wrong_format(body, self.answer.body, self.sentence)
        reasons = list(faults_of_whole(body))
        body = self.answer.as_cited(body)
        if self.answer.is_open and not self.answer.citations.legend(body):
            reasons.append("沒有標出處")
        return (*reasons, *self.answer.answering.faults(body))

    def composed(self, body: str) -> str:
        """The body with what a voice may not leave out: rows of a list, warnings, dates."""
        if self.answer.recommends:
            before, _, after = around_format(self.answer.body)
            first, last = ([one for one in side if one not in body] for side in (before, after))
            return "\n".join([*first, body.strip(), *last])
        if self.answer.is_open:
            body = self.answer.as_cited(body).strip()
            return "\n".join([body, *self.answer.citations.legend(body)])
        rest = [line for line in self.answer.body.split("\n") if is_kept(line)]
        return "\n".join([body.strip(), *(line for line in rest if line.strip() not in body)])

    def _is_shown(self, text: str) -> bool:
        """Whether the rendered answer says a sentence word for word."""
        told = key(CITATION.sub("", text))
        return len(told) >= _SENTENCE and told in self._shown

    @cached_property
    def _shown(self) -> str:
        return key(self.answer.body)

    def _is_plainly_so(self, clause: str) -> bool:
        """Whether only a comparison that holds is said, that nothing was found, or a date."""
        if self.spoken.draft.abstained and NOT_MINE.fullmatch(clause.strip()):
            return True
        return is_stamp(clause) or self.answer.relations.is_only_compared(clause)
