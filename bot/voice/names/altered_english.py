"""English names that are made of one of the records' and are none: exchanged, or misspelt.

"Little Circus" for "Little Crack", "Roaftop" for "Rooftop", "Under theLighthouse".
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from bot.voice.language.plain import plain
from bot.voice.language.vocabulary import vocabulary
from bot.voice.names.altered_names import names_of
from knowledge.terms import CITY_ENGLISH

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from bot.schema import Evidence

_CAPITALS: Final = re.compile(
    r"[A-Z][\w']*(?:[ -](?:(?:of|the|and|to|in|at|an?|on|for|with|de)[ -])*[A-Z][\w']*)*"
)
_SENTENCE: Final = re.compile(r"(?:^|[.!?:;。！？；：，,「“(（\n])\s*\Z")
_CALENDAR: Final = """
    mon tue wed thu fri sat sun monday tuesday wednesday thursday friday saturday sunday mondays
    tuesdays wednesdays thursdays fridays saturdays sundays weekdays weekends january
    february march april may june july august september october november december
"""
_SCALES: Final = """
    i twd nt ok font french yds uiaa v p1 p2 p3 rp os fa flash onsight redpoint taiwan english
    east west north south central district city county road street
    chinese instagram ig fb facebook discord mrt
"""
_CITIES: Final = " ".join(name for names in CITY_ENGLISH.values() for name in names)
_ORDINARY: Final = frozenset(f"{_CALENDAR} {_SCALES} {_CITIES}".split())
"""Words in capitals that stand beside a name and are none of it."""
_JOINING: Final = frozenset(("of", "the", "and", "to", "in", "at", "an", "a", "on", "for", "with"))
_SHORT: Final = 3
"""Letters from which a word of a name counts."""
_SPELT: Final = 5
"""Letters from which a name is told by its letters."""
_LONG: Final = 10
"""Letters from which two of them may be wrong."""
_WORD: Final = re.compile(r"[A-Za-z][\w-]*(?:['\u2019][a-rt-z]\w*)?")
"""A word without 's."""


def altered_english(text: str, evidence: Evidence, known: str) -> Iterator[str]:
    """The pieces of a text that are made of an English name and are none.

    Args:
        text: What is to be said.
        evidence: Whose names are meant.
        known: Everything that may be repeated.
    """
    names = tuple(one for one in names_of(evidence) if one.isascii())
    if not names:
        return
    yield from _exchanged(plain(text), names, plain(known))
    words = _WORD.findall(plain(text))
    held = _words(plain(known))
    for name in names:
        yield from _misspelt(words, name, held)


def _exchanged(told: str, names: Sequence[str], held: str) -> Iterator[str]:
    """Capitalised words in a row that share a word with a name and are none."""
    known = f" {_words(held)} "
    whole = {_words(one) for one in names}
    parts = {word for one in whole for word in one.split() if len(word) >= _SHORT}
    for match in _CAPITALS.finditer(told):
        run = _words(match[0]).split()
        if _SENTENCE.search(told[: match.start()]) and _opens(run, parts, known):
            run = run[1:]
        if not set(run) & parts or f" {' '.join(run)} " in known:
            continue
        rows = _rows(_decomposed(run, known))
        if not all(_is_right(row, whole, parts, known) for row in rows):
            yield match[0]


def _is_right(row: list[str], whole: set[str], parts: set[str], known: str) -> bool:
    """Whether what stands together is known, each piece for itself."""
    if len(row) == 1:
        # a floor, a pitch or a grade is no name
        return row[0] in _ORDINARY or not row[0].isalpha() or f" {row[0]} " in known
    return all(_stands_alone(one, whole, parts, known) for one in row[1:])


def _opens(run: list[str], parts: set[str], known: str) -> bool:
    """Whether the first word is one that only begins a sentence: "Is Echo Gallery …"."""
    first = run[0]
    return len(run) > 1 and (
        first in vocabulary().english and not (first in parts and f" {first} {run[1]} " in known)
    )


def _decomposed(run: list[str], known: str) -> Iterator[str]:
    """The run in pieces, each as long as what is known has it."""
    at = 0
    while at < len(run):
        end = next(
            (end for end in range(len(run), at, -1) if f" {' '.join(run[at:end])} " in known),
            at + 1,
        )
        yield " ".join(run[at:end])
        at = end


def _rows(pieces: Iterable[str]) -> Iterator[list[str]]:
    """The pieces that stand together, with no joining word between them."""
    row: list[str] = []
    for one in [*pieces, "and"]:
        if one not in _JOINING:
            row.append(one)
        elif row:
            yield row
            row = []


def _stands_alone(piece: str, whole: set[str], parts: set[str], known: str) -> bool:
    """Whether a piece of a run is a name, or a word that is a part of none."""
    if piece in whole or piece in _ORDINARY:
        return True
    return f" {piece} " in known and (" " in piece or piece not in parts)


def _misspelt(words: list[str], name: str, known: str) -> Iterator[str]:
    """As many words as the name has that are nearly it, or it with other gaps."""
    own, size = _letters(name), len(_WORD.findall(name))
    if len(own) < _SPELT:
        return
    for count in {max(1, size - 1), size, size + 1}:
        for at in range(len(words) - count + 1):
            row = words[at : at + count]
            said = " ".join(row)
            if not said[:1].isupper() or _words(said) in known:
                continue
            letters = _letters(said)
            wrong = _differences(letters, own, 2 if len(own) >= _LONG else 1)
            # one word may be told of several, a whole name is nobody else's
            several = size == 1 and letters == f"{own}s"
            if (wrong > 0) == (count == size) and wrong >= 0 and not several:
                yield said


def _differences(said: str, own: str, most: int) -> int:
    """How many letters are wrong, missing or too many; -1 where they are more than the most."""
    if abs(len(said) - len(own)) > most:
        return -1
    before = list(range(len(own) + 1))
    for row, letter in enumerate(said, 1):
        now = [row]
        for column, other in enumerate(own, 1):
            beside = min(before[column], now[-1]) + 1
            now.append(min(beside, before[column - 1] + (letter != other)))
        if min(now) > most:
            return -1
        before = now
    return before[-1] if before[-1] <= most else -1


def _letters(text: str) -> str:
    return re.sub(r"[^a-z]", "", text.casefold())


def _words(text: str) -> str:
    """The words of a text, small, one space between them, without 's."""
    told = re.sub(r"['\u2019]s\b", "", text.casefold())
    return " ".join(re.findall(r"[^\W_]+(?:'[^\W_]+)*", told))
