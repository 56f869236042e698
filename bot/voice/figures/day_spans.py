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
from bot.voice.language.sentences import CLAUSE, STOP

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
_DATED: Final = re.compile(
    r"(?P<named>大後天|[今明後]天)?\s*(?P<month>\d{1,2})/(?P<date>\d{1,2})\s*(?P<day>週[一二三四五六日])"
)
"""A day of the answer by its date: 「明天 11/21（六）」."""
_THROUGH: Final = re.compile(
    r"一路開|整天開|全天開|中[間午](?:都|也)?不(?:會)?休|連續(?:開|營業)|不間斷"
    r"|\bstraight through\b|\bwithout (?:a |any )?breaks?\b|\bno (?:midday |afternoon )?breaks?\b",
    re.IGNORECASE,
)
"""Open without a break."""
_NOT_SO: Final = re.compile(r"[不沒非](?:會|是|有)?(?=一路|整天|全天|連續)|\b(?:not|isn't|n't)\b")
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
    shown = plain(rendered)
    held = _held(shown)
    ends = {end for spans in held.values() for hours in spans for end in hours}
    told = _by_weekday(plain(text), shown)
    if not held or sum(one.kind == "time" for one in scan(told)) < _ENDS:
        return
    last = _by_weekday(STOP.split(plain(before[-_NEAR:]))[-1], shown)
    for one in _spans(last + told):
        days = one.days & held.keys()
        if one.end <= len(last) or not days or not ends.issuperset(one.hours):
            continue
        if not any(one.hours in held[day] for day in days):
            yield one.surface


def without_break(text: str, rendered: str) -> Iterator[str]:
    """The clauses that have a gym open straight through which has a break on the answered day.

    Args:
        text: What is to be said.
        rendered: The answer that code gave; its first line is about that day.
    """
    first = plain(rendered).partition("\n")[0]
    if sum(one.kind == "time" for one in scan(first)) <= _ENDS:
        return
    for clause in CLAUSE.split(plain(text)):
        if _THROUGH.search(clause) and not _NOT_SO.search(clause):
            yield clause.strip()


@lru_cache(maxsize=16)
def _held(rendered: str) -> dict[str, set[tuple[str, str]]]:
    """The spans that the lines of an answer give every day."""
    found = dict[str, set[tuple[str, str]]]()
    lists = any(one in rendered for one in ("\n- ", "\n・", "·", ";"))
    if lists or len(_dated(rendered)) > 1:
        for line in STOP.split(rendered):
            for one in _spans(_by_weekday(line, rendered)):
                for day in one.days:
                    found.setdefault(day, set()).add(one.hours)
    return found


@lru_cache(maxsize=16)
def _dated(rendered: str) -> tuple[tuple[str, str], ...]:
    """How the days of an answer that is about several dates are written, and their weekdays."""
    found = list(_DATED.finditer(_WEEKDAY.sub(r"週\1", rendered)))
    if len({one["day"] for one in found}) < 2:
        return ()
    written = [
        (rf"(?<!\d)0?{one['month']}(?:/| ?月 ?)0?{one['date']}(?!\d) ?[日號]?", one["day"])
        for one in found
    ]
    return (*written, *((one["named"], one["day"]) for one in found if one["named"]))


def _by_weekday(text: str, rendered: str) -> str:
    """A text with the dates of the answer as days of the week."""
    dated = _dated(rendered)
    told = _WEEKDAY.sub(r"週\1", text) if dated else text
    for written, day in dated:
        told = re.sub(rf"{written}\s*(?:{day})?", day, told)
    return told


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
