"""A rendered answer that is to be said in other words: what of it may be repeated."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from bot.prompts import FULL, OPEN, PromptStyle, Spoken, body_of
from bot.rendering import parse_recommendation
from bot.voice.answer.answering import Answering
from bot.voice.answer.citing import CITATION, Citations
from bot.voice.answer.known import Known
from bot.voice.evidence.called import called
from bot.voice.evidence.records import quotable
from bot.voice.language.cleaning import in_taiwan_words
from bot.voice.relating.relations import Relations
from bot.voice.untold import Retold
from knowledge.gazetteer import Gazetteer
from knowledge.text import has_han, key

_HALF_ENGLISH: Final = 3
"""English words from which a Chinese question may be answered with English sentences."""
_NEAR: Final = 120
"""Characters before a sentence in which a name still says what it is about."""


@dataclass(frozen=True, slots=True)
class Sentence:
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


@dataclass(frozen=True)
class Answered:
    """One rendered answer with its records."""

    spoken: Spoken
    gazetteer: Gazetteer | None = None
    style: PromptStyle = FULL

    @cached_property
    def recommends(self) -> bool:
        """Whether the rendered answer stands in the recommendation format."""
        return parse_recommendation(self.body).ok

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

    def said(self, text: str, before: str) -> Sentence:
        """A sentence after what stands before it, with what may be repeated in it."""
        cited = self._with_numbers(text, before)
        if self.is_open:
            text, before = CITATION.sub("", text), CITATION.sub("", before)
        told = self.known.of(before[-_NEAR:] + text)
        known = f"{told}\n{self.relations.proven(text)}"
        return Sentence(text, cited, before, told, known, self._cited(cited))

    @cached_property
    def body(self) -> str:
        """The rendered answer without its sources."""
        return body_of(self.spoken.draft.text)

    @cached_property
    def retold(self) -> Retold:
        """The answer, as the clauses of a speech are laid beside it."""
        spoken, known = self.spoken, self.known
        return Retold(
            answer=self.body,
            known=self.all_known,
            asked=spoken.query.text,
            intent=spoken.query.intent,
            names=called(spoken.evidence),
            of_oneself=known.of_oneself,
            abstained=spoken.draft.abstained,
            zh=self.zh,
        )

    @cached_property
    def answering(self) -> Answering:
        """Whether a body still answers."""
        return Answering(self.known)

    @cached_property
    def citations(self) -> Citations:
        """The records that an open answer cites."""
        return Citations.of(self.spoken.evidence, self.style, self.spoken.query.text)

    @cached_property
    def relations(self) -> Relations:
        """What compares in it."""
        evidence, rendered = self.spoken.evidence, self.spoken.draft.text
        about_records = self.answering.is_about_records
        return Relations(evidence, rendered, self.asked, about_records=about_records)

    @cached_property
    def asked(self) -> str:
        """The question in Taiwan's script."""
        return in_taiwan_words(self.spoken.query.text, ())

    @cached_property
    def all_known(self) -> str:
        """Everything that may be repeated of any record."""
        return "\n".join([*self.quotes, self.known.shared])

    @cached_property
    def asked_in_english(self) -> bool:
        """Whether the question is put in English, or half in it, names of records aside."""
        asked = self.spoken.query.text
        for quote in sorted(self.quotes, key=len, reverse=True):
            asked = asked.replace(quote, " ") if len(quote) > 1 else asked
        words = re.findall(r"[a-z]{3,}", asked, re.IGNORECASE)
        return not has_han(self.spoken.query.text) or len(words) >= _HALF_ENGLISH

    def unasked(self, known: str) -> str:
        """What is known without the question, whose words say nothing of what is so."""
        return known.replace(self.spoken.query.text, "")

    def _with_numbers(self, text: str, before: str) -> str:
        """An open answer with the numbers that go without saying."""
        if not self.is_open:
            return text
        return self.citations.completed(text, self.citations.completed(before))

    def of_its_sentence(self, clauses: str, sentence: str) -> str:
        """Some clauses of a sentence as they are to be judged: in an open answer with a number."""
        return self.citations.of_its_sentence(clauses, sentence) if self.is_open else clauses

    def as_cited(self, body: str) -> str:
        """An open answer with its numbers; what says a word of the only record cites it."""
        if not self.is_open:
            return body
        told = self.citations.completed(body)
        says = self.answering.says_value(body) or any(
            one in key(body) for one in self.citations.terms()
        )
        return self.citations.of_the_short(told) if says else told

    def _cited(self, sentence: str) -> str:
        """The records that a sentence of an open answer cites."""
        if not self.is_open:
            return ""
        records = self.citations.records
        numbers = (int(one) for one in CITATION.findall(sentence))
        return "\n".join(records[one].text for one in numbers if one in records)
