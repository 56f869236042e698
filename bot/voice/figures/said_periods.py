"""Whether counts of a log are said of the period that they are of: 「上個月 2 天」. Pure.

Every answer from a log names the span of days that it counts. The same counts are wrong of another.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from bot.voice.language.plain import plain
from bot.voice.language.sentences import CLAUSE

if TYPE_CHECKING:
    from collections.abc import Iterator

_PERIODS: Final = {
    "this month": r"[這本]個?月|\bthis month\b",
    "last month": r"上個?月|\blast month\b",
    "this week": r"[這本]個?(?:週(?!末)|星期|禮拜)(?![一二三四五六日天])|\bthis week\b",
    "last week": r"上個?(?:週(?!末)|星期|禮拜)(?![一二三四五六日天])|\blast week\b",
    "this year": r"今年|\bthis year\b",
    "last year": r"去年|\blast year\b",
    "today": r"今天|\btoday\b",
    "yesterday": r"昨天|\byesterday\b",
}
_COUNT: Final = re.compile(
    r"(?<![\d.:/-])(?P<n>\d{1,4}) ?"
    r"(?:[筆次天條把]|entr(?:y|ies)\b|days?\b|climbs?\b|sends?\b|sent\b|times\b)",
    re.IGNORECASE,
)
_SPAN: Final = re.compile(r"20\d\d-\d\d-\d\d (?:到|to) 20\d\d-\d\d-\d\d")
_APART: Final = re.compile(
    r"[沒不無非比]|多|少|差|之後|以前|還|再|剩|\b(?:not|no|than|more|fewer|less|since|left)\b",
    re.IGNORECASE,
)


def other_periods(text: str, rendered: str, asked: str = "") -> Iterator[str]:
    """The clauses that give counts of one period for those of another.

    Args:
        text: What is to be said.
        rendered: The answer that code gave.
        asked: The question, whose words may be taken up.
    """
    shown = plain(rendered)
    if not _SPAN.search(shown):
        return
    held, question = _named(shown), _named(plain(asked))
    if len(held) != 1:
        yield from _exchanged(plain(text), shown)
        return
    for clause in CLAUSE.split(plain(text)):
        said = _named(clause) - held - question
        if said and not _named(clause) & held and _counts(clause) and not _APART.search(clause):
            yield clause.strip()


def _exchanged(told: str, shown: str) -> Iterator[str]:
    """The clauses that give one of several periods a count that is another's."""
    counts: dict[str, set[str]] = {}
    for line in shown.split("\n"):
        periods = sorted(_named(line))
        if len(periods) == 1:
            numbers = {one["n"] for one in _COUNT.finditer(line)}
            counts.setdefault(periods[0], set()).update(numbers)
    others = {one for those in counts.values() for one in those}
    for clause in CLAUSE.split(told) if len(counts) > 1 else ():
        named = _named(clause)
        if len(named) != 1 or not named <= counts.keys() or _APART.search(clause):
            continue
        said = {one["n"] for one in _COUNT.finditer(clause)} & others
        if said - counts[next(iter(named))]:
            yield clause.strip()


def _named(text: str) -> frozenset[str]:
    """The periods that a text names."""
    return frozenset(
        name for name, words in _PERIODS.items() if re.search(words, text, re.IGNORECASE)
    )


def _counts(clause: str) -> bool:
    return bool(_COUNT.search(clause))
