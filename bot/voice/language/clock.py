"""Whether hours are said as a gym has them: both ends of a span, and the half of the day.

The verifier takes 「晚上 12 點」 for noon where a gym opens then, and 「十點到五點」 for right
where one span begins at ten and another ends at five. Pure.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from bot.voice.language.numerals import number_of
from bot.voice.language.plain import plain

if TYPE_CHECKING:
    from collections.abc import Iterator

    from knowledge.schema import Gym

_PART: Final = r"(?P<part>早上|上午|清晨|凌晨|一早|早|中午|下午|傍晚|晚上|夜間|半夜|晚)?(?:的)?\s*"
_HOUR: Final = (
    r"(?:(?P<h>\d{1,3})(?::(?P<m>\d\d))?\s*(?P<ampm>[ap]m\b)?(?P<dot>點)?"
    r"|(?P<han>[一兩二三四五六七八九十]{1,3})點)"
    r"(?P<half>半)?(?:(?<=點)(?P<minute>\d{1,2})分)?"
)
_TIME: Final = re.compile(_PART + _HOUR, re.IGNORECASE)
_DASH: Final = re.compile(
    r"\s*(?:整)?(?:[-–—~〜～到至]|開到|一直開到|to\b|until\b|till\b)\s*", re.IGNORECASE
)
_HELD: Final = re.compile(r"(\d{1,2}):(\d\d)(?:\s*[-–~到至]\s*(\d{1,2}):(\d\d))?")
_OPENS: Final = re.compile(
    r"\s*(?:整)?(?:就|才|準時|開始)?(?:開門|開始營業|開始|opens?\b)", re.IGNORECASE
)

_CLOSES: Final = re.compile(r"\s*(?:整)?(?:就|才|準時)?(?:關門|打烊|關(?!於)|休息|結束|收)")
_MORNING: Final = frozenset({"早上", "上午", "清晨", "凌晨", "一早", "早", "am"})
_LATE: Final = frozenset({"晚上", "夜間", "半夜", "晚"})
_DAY: Final = 24 * 60
_HALF: Final = _DAY // 2


def wrong_hours(text: str, gyms: tuple[Gym, ...], rendered: str, known: str) -> Iterator[str]:
    """The hours of a text that no span of the gyms, of the answer or of a note has.

    Args:
        text: What is to be said.
        gyms: The gyms of the answer.
        rendered: The answer that code gave.
        known: Notes, notices and the question.
    """
    spans = {_span(*pair) for gym in gyms for each in gym.hours.values() for pair in each}
    shown = plain(f"{rendered}\n{known}")
    alone: set[int] = set()
    for hour, minute, until, past in _HELD.findall(shown):
        start = int(hour) * 60 + int(minute)
        if until:
            spans.add((start % _DAY, (int(until) * 60 + int(past)) % _DAY))
        alone.add(start % _DAY)
    ends = alone | {end for span in spans for end in span}
    told = plain(text)
    at = 0
    while (match := _TIME.search(told, at)) is not None:
        at = match.end()
        first = _minutes(match)
        if not first or re.search(r"(?:past|quarter to) $", told[: match.start()]):
            continue
        if first == {-1}:
            yield match[0].strip()
            continue
        joined = _DASH.match(told, at)
        second = _TIME.match(told, joined.end()) if joined else None
        last = _minutes(second) if second else set()
        if second and last and last != {-1}:
            at = second.end()
            flipped = _is_flipped(match, first, ends) or _is_flipped(second, last, ends)
            if flipped or not _is_span(first, last, spans):
                yield told[match.start() : at].strip()
        elif _is_flipped(match, first, ends) or _is_other_end(told, at, first, spans):
            yield match[0].strip()


def _is_span(first: set[int], last: set[int], spans: set[tuple[int, int]]) -> bool:
    ends = {end for span in spans for end in span}
    if not (first & ends and last & ends):
        return True  # the verifier's matter
    return any((one, other) in spans for one in first for other in last)


def _is_flipped(match: re.Match[str], said: set[int], ends: set[int]) -> bool:
    """Whether the hour is right but for the half of the day that is said beside it."""
    if not (match["part"] or match["ampm"]) or said & ends:
        return False
    return bool({(one + _HALF) % _DAY for one in said} & ends)


def _is_other_end(told: str, at: int, said: set[int], spans: set[tuple[int, int]]) -> bool:
    """Whether it is said to open when it closes, or to close when it opens."""
    starts, stops = {one for one, _ in spans}, {one for _, one in spans}
    if _OPENS.match(told, at):
        return not said & starts and bool(said & stops)
    if _CLOSES.match(told, at):
        return not said & stops and bool(said & starts)
    return False


def _minutes(match: re.Match[str]) -> set[int]:
    """The minutes of the day that a time may mean; -1 for one that no day has."""
    if not (match["han"] or match["m"] or match["ampm"] or match["dot"]):
        return set()
    hour = number_of(match["han"]) if match["han"] else int(match["h"])
    if hour > 24:
        return {-1}
    minute = 30 if match["half"] else int(match["m"] or match["minute"] or 0)
    part = match["part"] or (match["ampm"] or "").lower()
    return {(one % 24) * 60 + minute for one in _hours(hour, part, exact=bool(match["m"]))}


def _hours(hour: int, part: str, *, exact: bool) -> set[int]:
    """The hours of the day that an hour with its half of the day may mean."""
    if hour > 12:
        return {hour}
    if part in _MORNING:
        return {hour % 12, hour} if part == "上午" else {hour % 12}
    if part in _LATE:
        return {hour % 12 + 12} if hour < 12 else {0}
    if part == "中午":
        return {hour if hour >= 11 else hour + 12}
    if part:
        return {hour % 12 + 12}
    return {hour} if exact and hour == 12 else {hour, hour % 12, hour % 12 + 12}


def _span(opens: str, closes: str) -> tuple[int, int]:
    start, stop = (int(one[:2]) * 60 + int(one[3:]) for one in (opens, closes))
    return start % _DAY, stop % _DAY
