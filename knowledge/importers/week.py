"""Opening hours of a whole week in one text: 「平日 14:00-22:00、假日 10:00-20:00，週一公休」."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

from knowledge.importers.hours import DASHES, SPAN, Span, span_of
from knowledge.schema import WEEKDAYS

if TYPE_CHECKING:
    from collections.abc import Sequence

_HAN = {**dict(zip("一二三四五六日", WEEKDAYS, strict=True)), "天": "sunday"}
_WEEK = "(?:週|周|星期|禮拜|礼拜|逢)"
_DAY = "[一二三四五六日天]"
_ENGLISH = r"\b(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*\b\.?"
_TO = r"\s*(?:-+|~|至|到|to|through|thru)\s*"
_GROUPS: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("國定假日|国定假日|public holidays?|holidays?", ("holiday",)),
    ("平日|週間|周間|weekdays?", WEEKDAYS[:5]),
    ("例假日|假日", (*WEEKDAYS[5:], "holiday")),
    ("週末|周末|weekends?", WEEKDAYS[5:]),
    ("每日|每天|天天|daily|every ?day", (*WEEKDAYS, "holiday")),
)
_REST = "其餘|其余|其他(?:時間|时间|日子)?|other days"
_CLOSED = "固定公休|公休日?|店休日?|休館日?|休馆日?|休息|不營業|不营业|closed"
_PIECE = re.compile(
    rf"(?P<span>{SPAN.pattern})"
    rf"|(?P<first>{_WEEK}{_DAY}){_TO}{_WEEK}?(?P<last>{_DAY})"
    rf"|(?P<list>(?:{_WEEK}{_DAY}|(?<![一-鿿])六(?=\s*[、,/及和]?\s*日))"
    rf"(?:\s*[、,/及和]?\s*{_WEEK}?{_DAY})*)"
    rf"|(?P<from>{_ENGLISH}){_TO}(?P<until>{_ENGLISH})"
    rf"|(?P<name>{_ENGLISH})"
    + "".join(f"|(?P<g{number}>{words})" for number, (words, _) in enumerate(_GROUPS))
    + rf"|(?P<rest>{_REST})|(?P<closed>{_CLOSED})",
    re.IGNORECASE,
)
_FILLERS = re.compile(r"[\s,，、;；/:：。.()&|及和]|營業時間|营业时间|開放時間|每|and|open|hours")
_LONGEST_REST = 24
"""Characters that say neither days nor hours and may be left out: 「最後入場前一小時」."""


def tells_days(text: str) -> bool:
    """Whether a text of hours says on which days they hold."""
    return any(not (match["span"] or match["closed"] or match["rest"]) for match in _pieces(text))


def read_week(text: str, days: Sequence[str]) -> dict[str, tuple[Span, ...]] | None:
    """The spans by day; what stands before any day holds for ``days``.

    A day that is told of alone wins over a group of days, and any day over those ``days``.
    ``None`` when no hours can be read.
    """
    found = _told(text, days)
    rest = _FILLERS.sub("", _PIECE.sub("", _tidy(text)))
    if not found or len(rest) > _LONGEST_REST:
        return None
    week: dict[str, tuple[Span, ...]] = {}
    for told, spans in sorted(found, key=lambda one: (one[0] != tuple(days), -len(one[0]))):
        week.update(dict.fromkeys(told, tuple(sorted(spans))))
    return week


def _told(text: str, days: Sequence[str]) -> list[tuple[tuple[str, ...], list[Span]]]:
    """Days and their spans in the order of the text; empty when one of them cannot be."""
    found: list[tuple[tuple[str, ...], list[Span]]] = []
    waiting: list[str] = []
    closing = False
    for match in _pieces(text):
        if match["span"]:
            span = span_of(SPAN.fullmatch(match["span"]))
            if span is None:
                return []
            if waiting or not found:
                found.append((tuple(waiting or days), []))
                waiting = []
            found[-1][1].append(span)
        elif match["closed"]:
            closing = not waiting
            found += [(tuple(waiting), [])] if waiting else []
            waiting = []
        elif closing:
            found.append((_days_of(match, found), []))
            closing = False
        else:
            waiting += _days_of(match, found)
    return [] if waiting else found


def _pieces(text: str) -> list[re.Match[str]]:
    return list(_PIECE.finditer(_tidy(text)))


def _tidy(text: str) -> str:
    return unicodedata.normalize("NFKC", text).translate(DASHES)


def _days_of(
    match: re.Match[str], found: list[tuple[tuple[str, ...], list[Span]]]
) -> tuple[str, ...]:
    if match["rest"]:
        named = {day for told, _ in found for day in told}
        return tuple(day for day in (*WEEKDAYS, "holiday") if day not in named)
    if match["first"]:
        return _range(_HAN[match["first"][-1]], _HAN[match["last"]])
    if match["list"]:
        return tuple(dict.fromkeys(_HAN[sign] for sign in match["list"] if sign in _HAN))
    if match["from"]:
        return _range(_english(match["from"]), _english(match["until"]))
    if match["name"]:
        return (_english(match["name"]),)
    return next(days for number, (_, days) in enumerate(_GROUPS) if match[f"g{number}"])


def _english(written: str) -> str:
    return next(day for day in WEEKDAYS if day.startswith(written[:3].lower()))


def _range(first: str, last: str) -> tuple[str, ...]:
    start, end = WEEKDAYS.index(first), WEEKDAYS.index(last)
    return WEEKDAYS[start : end + 1] if start <= end else (*WEEKDAYS[start:], *WEEKDAYS[: end + 1])
