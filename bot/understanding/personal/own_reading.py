"""What in a message is a name of the catalogue, and what a word of the log."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from bot.understanding.cues import find_cues
from bot.understanding.guesses import GUESSED, is_sure
from bot.understanding.personal.asks import wanted
from bot.understanding.personal.names import LOG_WORDS
from bot.understanding.words import NAME
from knowledge.text import key

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.understanding.reading import Reading
    from knowledge.gazetteer import NameMention

_LIKELY = 0.6


def as_of_log(reading: Reading) -> Reading:
    """The reading in which words of the log are no names, although routes are called so too.

    Nor are names that were only guessed, where the words themselves ask the log: 「下一步衝哪條」.
    """
    words_ = [name for name in reading.names if _is_log_word(name, reading.text)]
    reading = _without_names(reading, words_)
    reading = _without_log_behind(reading)
    guesses = [name for name in reading.names if not is_sure(name)]
    if not guesses:
        return reading
    plain = _without_names(reading, guesses)
    before, after = (1 - _not_of_log(one) for one in (reading, plain))
    return plain if after >= _LIKELY and after > before + _GAIN else reading


def _without_log_behind(reading: Reading) -> Reading:
    """The reading in which "log" is no part of the name before it: "my Wuming Cape log"."""
    names = sorted(reading.names, key=lambda name: name.start)
    if not any(name.how in GUESSED and _LOG_BEHIND.search(name.surface) for name in names):
        return reading
    folded, lower, kept = _Frame(reading.folded), _Frame(reading.lower), []
    for at, name in enumerate(names):
        match = _LOG_BEHIND.search(name.surface) if name.how in GUESSED else None
        if match is not None:
            folded.add_behind(at, key(match[0]))
            lower.add_behind(at, match[0].casefold())
            surface = name.surface[: match.start()]
            kept.append(replace(name, surface=surface, end=name.start + len(surface), how="exact"))
        else:
            kept.append(name)
    return replace(reading, names=tuple(kept), folded=folded.text, lower=lower.text)


_LOG_BEHIND = re.compile(r"\s(?:log|logbook|ticks|sends|entries)$", re.IGNORECASE)


def _not_of_log(reading: Reading) -> float:
    wants = wanted(reading)
    return wants["none"] + wants["more"]


_GAIN = 0.1


def _without_names(reading: Reading, words_: Sequence[NameMention]) -> Reading:
    """The reading with names put back as words."""
    if not words_:
        return reading
    names = sorted(reading.names, key=lambda name: name.start)
    folded, lower = _Frame(reading.folded), _Frame(reading.lower)
    for at, name in enumerate(names):
        if name in words_:
            folded.put_back(at, key(name.surface))
            lower.put_back(at, name.surface.casefold())
    kept = tuple(name for name in reading.names if name not in words_)
    cues = reading.cues | find_cues(folded.text, lower.text)
    return replace(reading, names=kept, folded=folded.text, lower=lower.text, cues=cues)


def _is_log_word(name: NameMention, text: str) -> bool:
    quoted = text[name.start - 1 : name.start] in _QUOTES if name.start else False
    return not quoted and key(name.surface) in LOG_WORDS


_QUOTES = frozenset('「『“"《')


class _Frame:
    """A frame of a reading into which names can be put back, from the first to the last."""

    def __init__(self, text: str) -> None:
        self._parts = text.split(NAME)
        self._marks = [NAME] * (len(self._parts) - 1)

    def put_back(self, at: int, words_: str) -> None:
        """Put the words of a name where its placeholder stands."""
        if at < len(self._marks):
            self._marks[at] = words_

    def add_behind(self, at: int, words_: str) -> None:
        """Add words behind the placeholder of a name."""
        if at + 1 < len(self._parts):
            self._parts[at + 1] = words_ + self._parts[at + 1]

    @property
    def text(self) -> str:
        """The frame as it is now."""
        marks = [*self._marks, ""]
        return "".join(part + mark for part, mark in zip(self._parts, marks, strict=True))
