"""Years of first ascents: 「1990 年以前」「90 年代」「民國 80 年代」「最近十年」, "since 2010".

Routes are asked for by year only where something speaks of routes or of opening them: a gym was
opened in a year too, and a log has years of its own.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from bot.understanding.slots import Bounds, number

if TYPE_CHECKING:
    from collections.abc import Callable

    from bot.understanding.reading import Reading

_FIRST_YEAR = 1911
"""Added to a year of the Republic."""
_CENTURY = 30
"""Two figures below this are years of this century: the 10s, the 20s."""
_NUMERAL = {char: value for value, char in enumerate("零一二三四五六七八九")} | {"\u3007": 0}
_Y = r"(?<!\d)(?P<year>(?:19|20)\d\d)(?!\d|年?\d{1,2}月)年?"
_ROC = r"民国(?P<roc>\d{2,3}|[一二三四五六七八九十百]{1,5})年?"
_ANY = rf"(?:{_ROC}|{_Y})"
_DECADE = (
    r"(?:(?P<full>(?:19|20)\d0)|(?P<roc_tens>民国(?:\d{2}|[一二三四五六七八九]十))"
    r"|(?P<short>(?<!\d)\d0|[一二三四五六七八九][零〇十]))(?:年代|(?:')?s(?![a-z]))"
)
_AFTER = "(?:以后|之后|以来|后|起|到现在|至今)"
_BEFORE = "(?:以前|之前|前)"
_SPAN = re.compile(r"(?P<from>(?:19|20)\d\d)年?(?:到|至|-|~|和|to|and)(?P<to>(?:19|20)\d\d)")
_ENGLISH_SPAN = re.compile(
    r"(?:between|from)\s+(?P<from>(?:19|20)\d\d)\s*(?:and|to|-|until|till)\s*(?P<to>(?:19|20)\d\d)"
)
_PATTERNS: tuple[tuple[re.Pattern[str], int | None, int | None], ...] = (
    (re.compile(rf"{_DECADE}(?:{_BEFORE})"), None, -1),
    (re.compile(rf"before\s+(?:the\s+)?{_DECADE}"), None, -1),
    (re.compile(rf"{_DECADE}(?:{_AFTER})"), 0, None),
    (re.compile(rf"(?:since|after)\s+(?:the\s+)?{_DECADE}"), 0, None),
    (re.compile(_DECADE), 0, 9),
    (re.compile(rf"{_ANY}{_AFTER}"), 0, None),
    (re.compile(rf"(?:after|since|from|newer than|later than)\s+{_Y}(?:\s+on)?"), 0, None),
    (re.compile(rf"{_ANY}{_BEFORE}"), None, -1),
    (re.compile(rf"(?:before|until|older than|earlier than|pre[- ]?){_Y}"), None, -1),
    (re.compile(rf"(?:before|until|older than|earlier than|pre[- ]?)\s+{_Y}"), None, -1),
)
"""Ways to say years, with what is added for the first and the last one; open is ``None``."""
_ONE = re.compile(_ANY)
_AGES: tuple[tuple[re.Pattern[str], int | None, int | None], ...] = (
    (re.compile("千禧年?(?:以)?后|千禧年后|本世纪|这个世纪|21世纪|this century"), 2000, None),
    (re.compile("千禧年?(?:以)?前|上个?世纪|20世纪|last century|20th century"), None, 1999),
)
_OF_ROUTES = re.compile(
    "[线开老古新题]|路线|首[攀登]|经典|传攀|运攀|抱石"
    r"|\b(?:routes?|climbs?|lines?|problems?|put up|first ascen\w*|opened|bolted|established"
    r"|developed|fas?|old|new|trad|sport)\b"
)
_OPENED_WHEN = re.compile(
    "开(?!放|车|始|会|店|馆|门|到|[吗着])|首[攀登]|老|古|新线|新路线|新的[线路]"
    "|opened|put up|bolted|established|developed|new|first ascen"
)
_FEW_WORDS = 14
_LONG = 300
"""Days from which a window that was named is one of years."""


def find_years(
    reading: Reading, *, asks_opened: bool = False, about_routes: bool = False
) -> Bounds:
    """The years of first ascent that the question names, in full years; none without routes.

    Args:
        reading: The question.
        asks_opened: Whether it speaks of opening or climbing first: then one year alone counts.
        about_routes: Whether the talk so far was of a set of routes, which few words go on about.
    """
    plain, lower = reading.plain, reading.text.casefold()
    of_routes = _OF_ROUTES.search(plain) or _OF_ROUTES.search(lower)
    goes_on = about_routes and len(plain) <= _FEW_WORDS
    if not (of_routes or asks_opened or goes_on or reading.grades) or "gym" in reading.cues:
        return Bounds()
    said = _said(plain, lower)
    opened = _OPENED_WHEN.search(plain) or _OPENED_WHEN.search(lower)
    if said or not (opened or asks_opened):
        return said
    match = _ONE.search(plain) or _ONE.search(lower)
    if match:
        return _bounds(_year(match), 0, 0)
    return _window(reading) if opened else said


def _said(plain: str, lower: str) -> Bounds:
    span = _SPAN.search(plain) or _ENGLISH_SPAN.search(lower)
    if span:
        ends = sorted((float(span["from"]), float(span["to"])))
        return Bounds(ends[0], ends[1])
    for pattern, lo, hi in _AGES:
        if pattern.search(plain) or pattern.search(lower):
            return _bounds(0, lo, hi)
    for pattern, lo, hi in _PATTERNS:
        match = pattern.search(plain) or pattern.search(lower)
        if match:
            return _bounds(_year(match), lo, hi)
    return Bounds()


def _bounds(year: int, lo: int | None, hi: int | None) -> Bounds:
    return Bounds(
        None if lo is None else float(year + lo), None if hi is None else float(year + hi)
    )


def _year(match: re.Match[str]) -> int:
    """The year, or the first year of the decade, that was named."""
    for name, read in _READERS.items():
        if name in match.re.groupindex and match[name]:
            return read(match[name])
    raise ValueError(f"no year in {match[0]!r}")


def _short(told: str) -> int:
    tens = int(told) if told.isdigit() else 10 * _NUMERAL[told[0]]
    return (2000 if tens < _CENTURY else 1900) + tens


_READERS: dict[str, Callable[[str], int]] = {
    "year": int,
    "full": int,
    "roc": lambda told: _FIRST_YEAR + int(number(told)),
    "roc_tens": lambda told: _FIRST_YEAR + int(number(told.removeprefix("民国"))),
    "short": _short,
}


def _window(reading: Reading) -> Bounds:
    """「最近十年的新線」「今年開的」: a window of days that is one of years."""
    for day in reading.days:
        if (day.last - day.first).days >= _LONG:
            return Bounds(float(day.first.year), float(day.last.year))
    return Bounds()
