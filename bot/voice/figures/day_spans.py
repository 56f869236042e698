"""Whether a span of hours stands beside a day that has it: 「週末 10:00-22:30」. Pure.

Both ends may stand in the answer, even of one gym and one day each, and the span still be nobody's.
Likewise a note's: a break 「平日 17:00-18:00」 is none of weekends.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from bot.verifier.facts import scan
from bot.verifier.hours import days_in
from bot.voice.language.plain import plain
from bot.voice.language.sentences import STOP

if TYPE_CHECKING:
    from collections.abc import Iterator

_WEEKDAY: Final = re.compile(r"[(]([一二三四五六日])[)]")
_TO: Final = re.compile(
    r"\s*(?:[-–~～]|到|至|直到|\b(?:to|till|until)\b)\s*(?:[早晚]上|[上下中]午|凌晨)?\s*",
    re.IGNORECASE,
)
_ALSO: Final = re.compile(
    r"[\s,、，和跟與及:：(「」]*(?:\b(?:and|then|again|from)\b|再|又|還有|接著|是|為|都|開)*\s*"
)
"""What stands between two spans of the same days."""
_OTHERS: Final = re.compile(
    r"除了|以外|之外|其[他餘]|別天|今[天日晚]|[明後]天|本日|當[天日]|那天|這天|例外|公告|\d ?間|差"
    r"|\b(?:except|apart|other|others|rest|today|tonight|tomorrow|that day|than|gyms?)\b",
    re.IGNORECASE,
)
"""Words with which days are left out, or told by what they are called today."""
_BEHIND: Final = re.compile(r"\s*(?:\b(?:on|at|for|every)\b|[(]) ?([^,，。；;.()\d]{2,24})")
"""Days behind their span: "17:00 to 18:00 on weekdays"."""
_NAMED_TODAY: Final = re.compile(
    r"\b(?:today|tomorrow) is\b|[今明後]天(?:就?是|[,(])", re.IGNORECASE
)
_ENDS: Final = 2
_NEAR: Final = 120
"""Characters before, in which a sentence may name its day."""


@dataclass(frozen=True, slots=True)
class _Span:
    """A span of hours with the days that it is given for."""

    days: frozenset[str]
    hours: tuple[str, str]
    end: int
    surface: str


def wrong_spans(text: str, rendered: str, before: str = "") -> Iterator[str]:
    """The spans that the answer has, yet not on the day that they are said of.

    Args:
        text: What is to be said.
        rendered: The answer that code gave.
        before: What is said before it: its last sentence may name the day.
    """
    held = _held(plain(rendered))
    ends = {end for spans in held.values() for hours in spans for end in hours}
    told = plain(text)
    if not held or sum(one.kind == "time" for one in scan(told)) < _ENDS:
        return
    last = STOP.split(plain(before[-_NEAR:]))[-1]
    for one in _spans(last + told):
        days = one.days & held.keys()
        if one.end <= len(last) or not days or not ends.issuperset(one.hours):
            continue
        if not any(one.hours in held[day] for day in days):
            yield one.surface


@lru_cache(maxsize=16)
def _held(rendered: str) -> dict[str, set[tuple[str, str]]]:
    """The spans that the lines of an answer give every day."""
    found = dict[str, set[tuple[str, str]]]()
    if "\n- " in rendered or "\n・" in rendered or "·" in rendered or ";" in rendered:
        for line in STOP.split(rendered):
            for one in _spans(line):
                for day in one.days:
                    found.setdefault(day, set()).add(one.hours)
    return found


def _spans(text: str) -> Iterator[_Span]:
    """Every span of a text with its days; a span right behind another has those of that one."""
    told = _WEEKDAY.sub(r"週\1", text)
    offset = len(told) - len(text)
    times = [one for one in scan(told) if one.kind == "time"]
    days, at = frozenset[str](), 0
    for first, second in pairwise(times):
        if first.start < at or not _TO.fullmatch(told[first.end : second.start]):
            continue
        between = told[at : first.start]
        if not (at and _ALSO.fullmatch(between)):
            days = _days(between)
        at = second.end
        surface, behind = told[first.start : at], _BEHIND.match(told, at)
        own = days_in(behind[1]) if behind else frozenset()
        yield _Span(own or days, (first.values[0], second.values[0]), at - offset, surface)
        if behind and own:
            at, days = behind.end(), own


def _days(between: str) -> frozenset[str]:
    """The days that words name before a span."""
    part = STOP.split(between)[-1]
    named = _NAMED_TODAY.sub("", part)
    if _OTHERS.search(named) or any(one.kind in {"date", "time"} for one in scan(part)):
        return frozenset()
    return days_in(named)
