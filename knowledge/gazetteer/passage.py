"""A question made ready for finding names: its key with gaps, its quotations and its words."""

from __future__ import annotations

import itertools
import re
from bisect import bisect_left
from dataclasses import dataclass, field
from enum import IntEnum
from typing import Literal

from knowledge.gazetteer.vocabulary import find_words, is_function_word, is_joining, is_word
from knowledge.text import keyed
from knowledge.text.characters import TONE_MARKS
from knowledge.text.folding import is_han

MAX_CHARACTERS = 2_000
"""A question is not longer; names beyond are not looked for."""

_HARD = frozenset('，。！？；：、,!?;\n\r…()（）【】[]「」『』《》〈〉“”"')
_INVISIBLE = "\u200b\u200c\u200d\ufeff\u200e\u200f\u2060"
_APOSTROPHES = frozenset("'\u2019\u2018`\u00b4")
_QUOTED = re.compile(
    r"「([^「」]+)」|『([^『』]+)』|《([^《》]+)》|〈([^〈〉]+)〉|“([^“”]+)”|\"([^\"]+)\""
)

Class = Literal["function", "content", "unknown", "name"]


class Gap(IntEnum):
    """What stands between two characters of the key."""

    NONE = 0
    SOFT = 1
    """A space, hyphen or the like."""
    HARD = 2
    """Punctuation that ends a phrase, a quotation mark, or the end of the text."""


@dataclass(frozen=True, slots=True)
class Token:
    """A word of the key, or a run of characters that are no known word."""

    start: int
    end: int
    kind: Class


@dataclass(frozen=True, slots=True)
class Passage:
    """A text and its key; spans are places in the key, only ``place`` leads to the text."""

    text: str
    key: str
    offsets: tuple[int, ...]
    gaps: tuple[Gap, ...]
    """One before each character of the key and one at its end."""
    latin: tuple[bool, ...]
    """Whether each character is one of an alphabet; False at the end."""
    quotes: tuple[tuple[int, int], ...]
    """What stands in quotation marks."""
    word_ends: list[tuple[int, ...]] = field(init=False, default_factory=list)
    """Where the ordinary words of two and more characters end that begin there, longest first."""
    word_starts: list[list[int]] = field(init=False, default_factory=list)
    """Where those begin that end there."""

    known_tokens: dict[int, Token] = field(init=False, default_factory=dict)
    """The words that were read already, by where they begin."""

    def __post_init__(self) -> None:
        self.word_starts.extend([] for _ in range(self.length + 1))
        ends: list[list[int]] = [[] for _ in range(self.length)]
        for start, end in find_words(self.key):
            if self._whole(start, end):
                ends[start].append(end)
                self.word_starts[end].append(start)
        self.word_ends.extend(map(tuple, ends))

    @property
    def length(self) -> int:
        """Length of the key."""
        return len(self.key)

    def place(self, start: int, end: int) -> tuple[int, int]:
        """Start and end in the original text."""
        last = self.offsets[end - 1] + 1
        while self.text[last : last + 1] in TONE_MARKS:
            last += 1
        return self.offsets[start], last

    def surface(self, start: int, end: int) -> str:
        """The original text of a span."""
        return self.text[slice(*self.place(start, end))]

    def quoted(self, start: int, end: int) -> tuple[int, int] | None:
        """The quotation around a span, if there is one."""
        return next((quote for quote in self.quotes if quote[0] <= start and end <= quote[1]), None)

    def broken(self, start: int, end: int) -> bool:
        """Whether punctuation stands inside the span."""
        return Gap.HARD in self.gaps[start + 1 : end]

    def spaced(self, index: int) -> bool:
        """Whether a space parts Chinese characters, as it does clauses: 「打字太快 灰鯨」."""
        if self.gaps[index] != Gap.SOFT or self.latin_at(index - 1) or self.latin_at(index):
            return False
        return self.text[self.offsets[index - 1] + 1 : self.offsets[index]].isspace()

    def latin_at(self, index: int) -> bool:
        """Whether a letter or digit of an alphabet stands there."""
        return index >= 0 and self.latin[index]

    def splits_word(self, start: int, end: int) -> bool:
        """Whether an end of the span lies inside a word or number of Latin letters and digits."""
        return self._inside_word(start) or (self._inside_word(end) and not self.possessive(end))

    def tokens(self, start: int, end: int) -> list[Token]:
        """The words of a span, longest first from the left."""
        found: list[Token] = []
        index = start
        while index < end:
            token = self._token_at(index, end)
            joined = (
                found
                and token.kind == found[-1].kind == "unknown"
                and not self.gaps[index]
                and not self.latin_at(index)
                and not self.latin_at(index - 1)
            )
            if joined:
                token = Token(found.pop().start, token.end, "unknown")
            found.append(token)
            index = token.end
        return found

    def _token_at(self, start: int, limit: int) -> Token:
        known = self.known_tokens.get(start)
        if known is None:
            known = self.known_tokens[start] = self._token(start, self.length)
        return known if known.end <= limit else self._token(start, limit)

    def _token(self, start: int, limit: int) -> Token:
        if self.latin_at(start):
            end = start + 1
            while end < limit and self._inside_word(end):
                end += 1
            return Token(start, end, self._latin_kind(start, end))
        end = next((end for end in self.word_ends[start] if end <= limit), start + 1)
        word = self.key[start:end]
        if len(word) == 1 and not is_joining(word):
            return Token(start, end, "unknown")
        return Token(start, end, "function" if is_function_word(word) else "content")

    def _latin_kind(self, start: int, end: int) -> Class:
        word = self.key[start:end]
        if is_function_word(word):
            return "function"
        number = any(character.isdigit() for character in word)
        return "content" if number or is_word(word) else "unknown"

    def _whole(self, start: int, end: int) -> bool:
        latin = self.latin[start] or self.latin[end - 1]
        return not (latin and self.splits_word(start, end)) and not self.broken(start, end)

    def _inside_word(self, index: int) -> bool:
        if index == 0 or not (self.latin[index - 1] and self.latin[index]):
            return False
        if self.gaps[index] == Gap.NONE:
            return True
        between = self.text[self.offsets[index - 1] + 1 : self.offsets[index]]
        numbers = self.key[index - 1].isdigit() and self.key[index].isdigit()
        return between in _APOSTROPHES or (numbers and between == ".")

    def possessive(self, index: int) -> bool:
        """Whether an apostrophe and a lone s stand there."""
        if not 0 < index < self.length:
            return False
        apostrophe = self.text[self.offsets[index - 1] + 1 : self.offsets[index]] in _APOSTROPHES
        return apostrophe and self.key[index] == "s" and not self._inside_word(index + 1)


def read(text: str) -> Passage:
    """The passage of a text; what stands beyond ``MAX_CHARACTERS`` is left out."""
    text = text[:MAX_CHARACTERS]
    folded = keyed(text)
    return Passage(
        text=text,
        key=folded.key,
        offsets=folded.offsets,
        latin=(*(not is_han(character) for character in folded.key), False),
        gaps=_gaps(text, folded.offsets),
        quotes=tuple(_quotes(text, folded.offsets)),
    )


def _gaps(text: str, offsets: tuple[int, ...]) -> tuple[Gap, ...]:
    if not offsets:
        return (Gap.HARD,)
    gaps = [Gap.HARD]
    for before, after in itertools.pairwise(offsets):
        between = text[before + 1 : after]
        if not between.strip(_INVISIBLE):
            gaps.append(Gap.NONE)
        else:
            gaps.append(Gap.HARD if _HARD.intersection(between) else Gap.SOFT)
    gaps.append(Gap.HARD)
    return tuple(gaps)


def _quotes(text: str, offsets: tuple[int, ...]) -> list[tuple[int, int]]:
    found = []
    for match in _QUOTED.finditer(text):
        group = match.lastindex or 0
        start, end = (
            bisect_left(offsets, match.start(group)),
            bisect_left(offsets, match.end(group)),
        )
        if start < end:
            found.append((start, end))
    return found
