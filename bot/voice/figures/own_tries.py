"""Whether tries, visits, days and what is not sent yet are those that a member's answer gives."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from bot.verifier.facts import MONTH, MONTHS
from bot.voice.evidence.listed import ROW_NUMBER
from bot.voice.language.numerals import value_of

if TYPE_CHECKING:
    from collections.abc import Iterator

_TRIES: Final = re.compile(r"(?<![\d第.-])(\d{1,3})\s*([把次])")
_ENGLISH: Final = re.compile(
    r"(?<![\d.:-])(\d{1,3}) (?:different |separate )?"
    r"(flash(?:es)?|sends?|climbs?|entr(?:y|ies)|tries|try|days?|routes?)\b",
    re.IGNORECASE,
)
_DAY: Final = re.compile(rf"\b(\d{{1,2}}) ({MONTH})", re.IGNORECASE)
_NOT_SENT: Final = re.compile(r"[沒未](?:有)?(?:沒)?完攀")
_RATE: Final = re.compile(r"試過 (\d+) 條,完攀 (\d+) 條|tried (\d+)[^,]*, sent (\d+)")
_LEFT: Final = re.compile(r"(?<![\d.])(\d+|[一兩二三四五六七八九])\s*條")
_LISTED: Final = re.compile(r"完攀過的 \d+ 條沒有列進來")
"""All that is listed is not sent yet."""
_UNSENT: Final = re.compile(
    r"(\d+)\s*條(?:[^，。；\d]{0,6})[沒未](?:有)?完攀|[沒未](?:有)?完攀[^，。；\d]{0,12}?(\d+)\s*條"
)


def other_tries(clause: str, shown: str) -> Iterator[str]:
    """Tries, visits and lines that are not those of the answer, and days that it does not give.

    Args:
        clause: What is to be said, in plain characters.
        shown: The answer that code gave, likewise.
    """
    known = {(int(value), unit) for value, unit in _TRIES.findall(shown)}
    units = {unit for _, unit in known}
    for value, unit in _TRIES.findall(clause):
        if unit in units and (int(value), unit) not in known:
            yield f"{value} {unit}"
    bare = ROW_NUMBER.sub("", shown)
    numbers = set(map(int, re.findall(r"\d+", bare)))
    for value, words in _ENGLISH.findall(clause):
        if int(value) not in numbers:
            yield f"{value} {words}"
    for value, month in _DAY.findall(clause):
        at = MONTHS.index(month[:3].lower()) + 1
        dated = re.search(rf"-0?{at}-0?{int(value)}(?!\d)", shown)
        if not dated and month.lower() not in shown.lower():
            yield f"{value} {month}"
    yield from _not_sent(clause, shown)


def left_over(clause: str, shown: str) -> int:
    """How many lines a clause rightly says are not sent yet: those tried less those sent."""
    rate = _RATE.search(shown)
    if rate is None or not _NOT_SENT.search(clause):
        return 0
    tried, sent = map(int, filter(None, rate.groups()))
    told = {value_of(one) for one in _LEFT.findall(clause)}
    return tried - sent if not told or tried - sent in told else 0


def _not_sent(clause: str, shown: str) -> Iterator[str]:
    """What is said not to be sent, though nothing is, or though others are."""
    said = _NOT_SENT.search(clause)
    known = _NOT_SENT.search(shown) or _LISTED.search(shown) or left_over(clause, shown)
    if said is not None and not known:
        yield said[0]
    unsent = {int(one or other) for one, other in _UNSENT.findall(shown)}
    for one, other in _UNSENT.findall(clause) if unsent else ():
        if int(one or other) not in unsent:
            yield f"沒完攀 {one or other}"
