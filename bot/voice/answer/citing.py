"""Citations of an open answer: what is said names the record that says it.

An open question (technique, etiquette, planning) has no one figure to check. Its sentences cite
the numbered records of the prompt as ``[1]``. Judged is what can be known exactly: that a number
resolves, and that no figure and no name stands in another record than the cited one. Whether a
sentence follows from its record in other words is weighed elsewhere (``untold``). A number that a
model left out is added by code: the record from which a sentence has most of its words, whichever
words they are, else that of the sentence before it.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Final

from bot.prompts import numbered_records
from bot.verifier.facts import scan
from bot.voice.language.alike import alike_of
from bot.voice.language.plain import plain
from bot.voice.language.sentences import sentences_of
from bot.voice.language.told import facts_of
from bot.voice.language.vocabulary import joining_characters
from bot.voice.ordinary.wording import joins, pieces
from knowledge.text import key

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from bot.prompts import PromptStyle
    from bot.schema import Evidence

CITATION: Final = re.compile(r"\s*\[(\d{1,2})\]")
_NUMBERED: Final = re.compile(r"^\[(\d+)\] ([^｜]+)｜(.*)$")
_TITLE: Final = re.compile(r"(?:標題|名稱)：([^｜]*)")
_END: Final = re.compile(r"[\s。.！!～~]*$")
_CLAUSE: Final = re.compile(r"[，；：。（）\n]|[,;:()](?=\s)")
_FIGURE: Final = re.compile(r"\d+(?:\.\d+)?[a-d]?")
_STATES: Final = 10
"""Characters from which a sentence states something rather than joins or greets."""
_OF_ALL: Final = re.compile(
    r"兩(?:個|者|種|邊|件)|二者|三(?:個|者|種)都|\bboth\b|\ball three\b", re.IGNORECASE
)
_FEW: Final = 3
"""Records that one sentence can be about together: 「兩個都是第一次就完攀」."""
_LITTLE: Final = frozenset(
    {"the", "and", "for", "you", "are", "this", "that", "with", "from", "its", "they", "them"}
    | {"your", "what", "can", "not", "but", "one", "out"}
)
"""English words that stand in every record."""
_STEM: Final = 5
"""Letters by which an English word is known again: "belayed" has them of "belaying"."""
_FOREIGN: Final = 2
"""Words of one record alone from which a sentence that cites only others is that record's."""


@dataclass(frozen=True, slots=True)
class Cited:
    """A record as the model saw it, under its number."""

    number: int
    title: str
    text: str


@dataclass(frozen=True)
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

    def completed(self, text: str, before: str = "") -> str:
        """The text with the number of what it is from behind each statement that lacks one.

        Args:
            text: What is to be said.
            before: What is said before it, with its numbers.
        """
        told = before
        for one in sentences_of(text):
            told += self._numbered(one, told) if _lacks_number(one) else one
        return told[len(before) :]

    def of_the_short(self, body: str) -> str:
        """A short answer with the number of its record: 「耐力 [1]。」."""
        return body if CITATION.search(body) or not body.strip() else self._numbered(body, "")

    def of_its_sentence(self, clauses: str, sentence: str) -> str:
        """Some clauses of a sentence, with its numbers where theirs cannot be told."""
        told = self.completed(clauses)
        if not _lacks_number(told):
            return told
        return _marked(told, sorted(map(int, CITATION.findall(self.completed(sentence)))))

    def faults(self, sentence: str) -> tuple[str, ...]:
        """Why the sentence is not that of the records that it cites."""
        numbers = {int(one) for one in CITATION.findall(sentence)}
        said = CITATION.sub("", sentence).strip()
        unknown = sorted(numbers - self.records.keys())
        if unknown:
            return tuple(f"沒有 [{number}] 這筆資料" for number in unknown)
        if not numbers:
            return ("句尾要標出處編號",) if _states(said) else ()
        foreign = tuple(dict.fromkeys(self._foreign(said, numbers)))
        if foreign:
            return tuple(f"標的資料沒有「{one}」" for one in foreign)
        return ("標的資料沒有這樣說",) if self._is_of_another(said, numbers) else ()

    def terms(self) -> frozenset[str]:
        """The words that the only record is about, as far as they were not in the question."""
        titles = [one.title for one in self.records.values()]
        words = re.split(r"[()（）/、,]", titles[0]) if len(titles) == 1 else []
        asked = key(self.question)
        return frozenset(one for word in words if (one := key(word)) and one not in asked)

    def legend(self, body: str) -> tuple[str, ...]:
        """One line for every record that the body cites."""
        numbers = sorted({int(one) for one in CITATION.findall(body)} & self.records.keys())
        return tuple(f"[{number}] {self.records[number].title}" for number in numbers)

    def _numbered(self, sentence: str, before: str) -> str:
        numbers = self._sources(sentence) or set(_last_numbers(before))
        return _marked(sentence, sorted(numbers))

    def _sources(self, sentence: str) -> set[int]:
        """The records that a sentence has its words from: one as a whole, others clause by clause.

        Where there is but one record, it is that; where no word tells which of several, none.
        """
        if len(self.records) == 1:
            return set(self.records)
        found = set(_most(self._shared(sentence), lead=0))
        for clause in _CLAUSE.split(sentence):
            found.update(_most(self._shared(clause), lead=_FOREIGN))
        is_of_all = len(self.records) <= _FEW and _OF_ALL.search(sentence)
        if found or is_of_all:
            return found or set(self.records)
        said = _all_words(sentence)
        shared = {number: len(said & held) for number, held in self._all_words.items()}
        return set(_most(Counter(shared), lead=0))

    def _shared(self, text: str) -> Counter[int]:
        """How many words of a text each record holds."""
        told = _words(text) - self._asked
        return Counter({number: len(told & held) for number, held in self._words.items()})

    def _foreign(self, said: str, numbers: set[int]) -> Iterator[str]:
        """The figures and names of a sentence that stand in a record which it does not cite."""
        cited = "\n".join([*(self.records[one].text for one in numbers), self.question])
        others = [one for number, one in self.records.items() if number not in numbers]
        apart = {value for one in others for value in facts_of(one.text)}
        known = facts_of(cited)
        for fact in scan(plain(said)):
            if apart.intersection(fact.values) and not known.intersection(fact.values):
                yield fact.surface
        told, held = key(said), key(cited)
        for other in others:
            name = key(re.split(r"[()（）]", other.title)[0])
            if len(name) > 1 and name in told and name not in held:
                yield other.title

    def _is_of_another(self, said: str, numbers: set[int]) -> bool:
        """Whether a sentence says what another record says, and nothing of those that it cites."""
        told = _words(said) - self._asked
        cited = {word for one in numbers for word in self._words[one]}
        others = (held for one, held in self._words.items() if one not in numbers)
        return not told & cited and any(len(told & held) >= _FOREIGN for held in others)

    @cached_property
    def _asked(self) -> frozenset[str]:
        return _words(self.question)

    @cached_property
    def _words(self) -> dict[int, frozenset[str]]:
        """The words of each record, and others for the same things."""
        return {
            number: _words(f"{one.text} {' '.join(alike_of(one.text))}")
            for number, one in self.records.items()
        }

    @cached_property
    def _all_words(self) -> dict[int, frozenset[str]]:
        return {number: _all_words(one.text) for number, one in self.records.items()}


def _marked(sentence: str, numbers: Iterable[int]) -> str:
    """A sentence with numbers before its closing mark."""
    mark = "".join(f" [{number}]" for number in numbers)
    return _END.sub(lambda end: mark + end[0], sentence, count=1)


def _last_numbers(before: str) -> Iterator[int]:
    """What the sentence before cites: prose that names nothing goes on about the same."""
    cited = (
        numbers for one in reversed(sentences_of(before)) if (numbers := CITATION.findall(one))
    )
    yield from map(int, next(cited, ()))


def _most(shared: Counter[int], lead: int) -> Iterator[int]:
    """The records that share most, by so many words more than the next."""
    (_, most), *rest = shared.most_common() or [(0, 0)]
    next_most = max((count for _, count in rest), default=0)
    if most and most - next_most >= lead:
        yield from (number for number, count in shared.items() if count == most)


def _words(text: str) -> frozenset[str]:
    """What a text is recognised by: words and pairs of characters that do not join, and figures."""
    told = {one for one in pieces(text) if not joins(one)}
    return frozenset(told | set(_FIGURE.findall(plain(text))))


def _all_words(text: str) -> frozenset[str]:
    """The same with the words that join and those of the question: a weaker sign."""
    held = joining_characters()
    told = (one for one in pieces(text) if one not in _LITTLE and not set(one) <= held)
    return frozenset(one[:_STEM] if one.isascii() else one for one in told)


def _lacks_number(sentence: str) -> bool:
    return not CITATION.search(sentence) and _states(sentence.strip())


def _states(said: str) -> bool:
    """Whether a sentence says something rather than joins, greets or asks."""
    return len(said) >= _STATES and not said.endswith(("？", "?"))
