"""Citations of an open answer: every statement names a record, and the record says so.

An open question (technique, etiquette, planning) has no one figure to check. Its sentences cite
the numbered records of the prompt as ``[1]``; a citation holds when it resolves and when the
record shares enough of the sentence's words. Where only one record can be meant, code adds the
number that a model left out. Source of the measure: recall of character pairs, as
ROUGE-2 counts words; the threshold is ours, tested on right and wrong sentences.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from bot.prompts import numbered_records
from bot.voice.alike import alike_of
from bot.voice.sentences import sentences_of
from bot.voice.wording import joins, pieces
from knowledge.text import key

if TYPE_CHECKING:
    from bot.prompts import PromptStyle
    from bot.schema import Evidence

CITATION: Final = re.compile(r"\s*\[(\d{1,2})\]")
_NUMBERED: Final = re.compile(r"^\[(\d+)\] ([^｜]+)｜(.*)$")
_TITLE: Final = re.compile(r"(?:標題|名稱)：([^｜]*)")
_END: Final = re.compile(r"[\s。.！!～~]*$")
_STATES: Final = 10
"""Characters from which a sentence states something rather than joins or greets."""
_SHORT: Final = 16
_SHARED_TERM: Final = 0.2
"""The same where the sentence is little more than the word that was asked for."""
_SHARED: Final = 0.5
"""Share of a sentence's character pairs that its records must hold."""


@dataclass(frozen=True, slots=True)
class Cited:
    """A record as the model saw it, under its number."""

    number: int
    title: str
    text: str


@dataclass(frozen=True, slots=True)
class Citations:
    """The records that an open answer may cite."""

    records: dict[int, Cited]
    question: str

    @classmethod
    def of(cls, evidence: Evidence, style: PromptStyle, question: str) -> Citations:
        """The numbered records of the prompt."""
        found = {}
        for line in numbered_records(evidence, style).split("\n"):
            match = _NUMBERED.match(line)
            if match:
                title = _TITLE.search(match[3])
                number = int(match[1])
                found[number] = Cited(number, title[1] if title else match[2], match[3])
        return cls(found, question)

    def completed(self, text: str) -> str:
        """The text with a number behind each statement that lacks one, if it can only be that."""
        if len(self.records) != 1:
            return text
        mark = f" [{next(iter(self.records))}]"
        return "".join(
            _END.sub(lambda end: mark + end[0], one, count=1) if _lacks_number(one) else one
            for one in sentences_of(text)
        )

    def of_the_only(self, body: str) -> str:
        """A short answer with the number of the only record there is: 「耐力 [1]。」."""
        if len(self.records) != 1 or CITATION.search(body) or not body.strip():
            return body
        number = next(iter(self.records))
        return _END.sub(lambda end: f" [{number}]{end[0]}", body, count=1)

    def faults(self, sentence: str) -> tuple[str, ...]:
        """Why the sentence is not supported by what it cites."""
        numbers = [int(one) for one in CITATION.findall(sentence)]
        plain = CITATION.sub("", sentence).strip()
        unknown = [number for number in numbers if number not in self.records]
        if unknown:
            return tuple(f"沒有 [{number}] 這筆資料" for number in unknown)
        if not _states(plain):
            return ()
        if not numbers:
            return ("句尾要標出處編號",)
        held = " ".join(self.records[number].text for number in numbers)
        enough = _SHARED_TERM if self._names_term(plain, numbers) else _SHARED
        if _shared(plain, f"{held} {self.question}") < enough:
            return ("標的資料沒有這樣說",)
        return ()

    def terms(self) -> frozenset[str]:
        """The words that the only record is about, as far as they were not in the question."""
        titles = [one.title for one in self.records.values()]
        words = re.split(r"[()（）/、,]", titles[0]) if len(titles) == 1 else []
        asked = key(self.question)
        return frozenset(one for word in words if (one := key(word)) and one not in asked)

    def _names_term(self, plain: str, numbers: list[int]) -> bool:
        """Whether a short sentence holds the very word that was asked for."""
        told = key(plain)
        short = len(plain) <= _SHORT and len(numbers) == len(self.records) == 1
        return short and any(one in told for one in self.terms())

    def legend(self, body: str) -> tuple[str, ...]:
        """One line for every record that the body cites."""
        numbers = sorted({int(one) for one in CITATION.findall(body)} & self.records.keys())
        return tuple(f"[{number}] {self.records[number].title}" for number in numbers)


def _lacks_number(sentence: str) -> bool:
    return not CITATION.search(sentence) and _states(sentence.strip())


def _states(plain: str) -> bool:
    """Whether a sentence says something rather than joins, greets or asks."""
    return len(plain) >= _STATES and not plain.endswith(("？", "?"))


def _shared(sentence: str, held: str) -> float:
    told = {one for one in pieces(sentence) if not joins(one)}
    others = " ".join(alike_of(held))
    return len(told & pieces(f"{held} {others}")) / len(told) if told else 1.0
