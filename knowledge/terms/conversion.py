"""Words of other regions: understood when they are asked, never said.

``content/conversions.tsv`` holds the words in traditional script. Text is brought into that script
first, position by position, so every rule works for both scripts and every span points into the
original text.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from itertools import groupby
from typing import TYPE_CHECKING, Literal

from knowledge.terms.script import holds_simplified, is_simplified, to_traditional
from knowledge.terms.table import read_table

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

FindingKind = Literal["region", "script"]


@dataclass(frozen=True, slots=True)
class Conversion:
    """One word of another region and what Taiwan says instead."""

    word: str
    taiwan: str
    mainland_only: bool
    """Converted only beside simplified characters; elsewhere the word is Taiwanese."""
    forbidden: bool
    """Whether the lint reports it."""
    not_after: tuple[str, ...] = ()
    not_before: tuple[str, ...] = ()

    @property
    def pattern(self) -> str:
        """The word as a regular expression that leaves its look-alikes alone."""
        before = "".join(f"(?<!{re.escape(part)})" for part in self.not_after)
        after = "|".join(map(re.escape, self.not_before))
        return before + re.escape(self.word) + (f"(?!{after})" if after else "")


@dataclass(frozen=True, slots=True)
class TermFinding:
    """Something in a text of ours that Taiwan does not write."""

    start: int
    end: int
    surface: str
    suggestion: str
    kind: FindingKind
    """``region``: a word of mainland China or Hong Kong; ``script``: simplified characters."""


@cache
def load_conversions() -> tuple[Conversion, ...]:
    """All conversions, longest word first."""
    rows = [_conversion(row) for row in read_table("conversions.tsv")]
    return tuple(sorted(rows, key=lambda row: -len(row.word)))


def normalise(text: str) -> str:
    """The text as Taiwan would write it: traditional script, Taiwanese climbing words.

    Only for understanding a question: names of records must be looked up in the original text.
    """
    everywhere, mainland = _patterns()
    pattern = mainland if holds_simplified(text) else everywhere
    return pattern.sub(lambda match: _by_word()[match.group()].taiwan, to_traditional(text))


def lint(text: str, exempt: Sequence[str] = ()) -> tuple[TermFinding, ...]:
    """What in a text of ours Taiwan does not write, in order.

    Args:
        text: Something that we say.
        exempt: Quoted words of records and members; whatever lies inside one of them is theirs.
    """
    allowed = _spans(text, exempt)
    words = [found for found in _foreign_words(text) if not _inside(found, allowed)]
    taken = [(found.start, found.end) for found in words]
    scripts = (found for found in _simplified_runs(text) if not _inside(found, allowed + taken))
    return tuple(sorted([*words, *scripts], key=lambda found: found.start))


def _foreign_words(text: str) -> Iterator[TermFinding]:
    for match in _lint_pattern().finditer(to_traditional(text)):
        suggestion = _by_word()[match.group()].taiwan
        surface = text[match.start() : match.end()]
        yield TermFinding(match.start(), match.end(), surface, suggestion, "region")


def _simplified_runs(text: str) -> Iterator[TermFinding]:
    if not holds_simplified(text):
        return
    converted = to_traditional(text)
    for simplified, run in groupby(range(len(text)), key=lambda index: is_simplified(text[index])):
        if simplified:
            indexes = list(run)
            start, end = indexes[0], indexes[-1] + 1
            yield TermFinding(start, end, text[start:end], converted[start:end], "script")


def _spans(text: str, quotes: Sequence[str]) -> list[tuple[int, int]]:
    return [
        match.span() for quote in quotes if quote for match in re.finditer(re.escape(quote), text)
    ]


def _inside(found: TermFinding, spans: list[tuple[int, int]]) -> bool:
    return any(start <= found.start and found.end <= end for start, end in spans)


@cache
def _by_word() -> dict[str, Conversion]:
    return {row.word: row for row in load_conversions()}


@cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """What is converted everywhere, and what is converted in a text of the mainland."""
    rows = load_conversions()
    everywhere = (row for row in rows if not row.mainland_only)
    return _compile(everywhere), _compile(iter(rows))


@cache
def _lint_pattern() -> re.Pattern[str]:
    return _compile(row for row in load_conversions() if row.forbidden)


def _compile(rows: Iterator[Conversion]) -> re.Pattern[str]:
    return re.compile("|".join(row.pattern for row in rows))


def _conversion(row: dict[str, str]) -> Conversion:
    return Conversion(
        word=row["word"],
        taiwan=row["taiwan"],
        mainland_only=row["scope"] == "cn",
        forbidden=row["lint"] == "yes",
        not_after=tuple(filter(None, row["not_after"].split("、"))),
        not_before=tuple(filter(None, row["not_before"].split("、"))),
    )
