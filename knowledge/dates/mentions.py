"""Find the days that a text speaks of.

Spans of days include their first and last day; offsets point into the original text, end exclusive.
Whether a word is a date or the name of a route (「國慶日」) is for the caller to decide.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING

from knowledge.dates import calendar_words, festivals, relative_words
from knowledge.dates.days import add_months
from knowledge.dates.numbers import fold

if TYPE_CHECKING:
    from collections.abc import Iterator

_RULES = (*relative_words.RULES, *calendar_words.RULES, *festivals.RULES)
_RANGE_JOINT = re.compile(r"\s*(?:到|至|~|-|–|—|to|until|through)\s*", re.IGNORECASE)
_SINCE_AFTER = re.compile(r"\s*(?:以來|至今|到現在|到今天|到目前|迄今)")
_SINCE = re.compile(r"since\s", re.IGNORECASE)
_SINCE_BEFORE = re.compile(r"since\s+$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class DateMention:
    """A day, or a run of days, named in a text."""

    start: int
    end: int
    surface: str
    first: date
    last: date
    """Included; the same as ``first`` for a single day."""

    @property
    def single(self) -> bool:
        """Whether just one day is meant."""
        return self.first == self.last


def find_dates(text: str, today: date) -> tuple[DateMention, ...]:
    """The dates of a text in order, as meant today (Taipei); two joined by 「到」 are one run."""
    folded = fold(text)
    chosen = _choose(list(_candidates(folded, text, today)))
    return tuple(_until_today(mention, folded, today) for mention in _joined(chosen, folded, text))


def _candidates(folded: str, text: str, today: date) -> Iterator[DateMention]:
    for pattern, read in _RULES:
        for match in pattern.finditer(folded):
            span = read(match, today)
            if span is not None:
                start, end = match.span()
                end = start + len(folded[start:end].rstrip())
                yield DateMention(start, end, text[start:end], *span)


def _choose(candidates: list[DateMention]) -> list[DateMention]:
    """Longest first, none overlapping, in order of the text."""
    chosen: list[DateMention] = []
    taken = bytearray(max((mention.end for mention in candidates), default=0))
    for mention in sorted(candidates, key=lambda found: (found.start - found.end, found.start)):
        if not any(taken[mention.start : mention.end]):
            chosen.append(mention)
            taken[mention.start : mention.end] = b"\1" * (mention.end - mention.start)
    return sorted(chosen, key=lambda found: found.start)


def _joined(mentions: list[DateMention], folded: str, text: str) -> list[DateMention]:
    joined: list[DateMention] = []
    for mention in mentions:
        before = joined[-1] if joined else None
        if (
            before is not None
            and _RANGE_JOINT.fullmatch(folded, before.end, mention.start)
            and before.first <= mention.last
        ):
            surface = text[before.start : mention.end]
            joined[-1] = replace(before, end=mention.end, surface=surface, last=mention.last)
        else:
            joined.append(mention)
    return joined


def _until_today(mention: DateMention, folded: str, today: date) -> DateMention:
    """「三月以來」 and "since March" run until today."""
    since = (
        _SINCE.match(folded, mention.start)
        or _SINCE_AFTER.match(folded, mention.end)
        or _SINCE_BEFORE.search(folded, max(0, mention.start - 8), mention.start)
    )
    if not since:
        return mention
    first = mention.first if mention.first <= today else add_months(mention.first, -12)
    return replace(mention, first=first, last=today) if first <= today else mention
