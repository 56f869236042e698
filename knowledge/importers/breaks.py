"""Breaks within a day's opening hours, as notes tell them: 「平日17:00-18:00休息」."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

from knowledge.importers.hours import DASHES, SPAN, Span
from knowledge.importers.week import read_week
from knowledge.schema import WEEKDAYS

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

_DAYS = (*WEEKDAYS, "holiday")
_SENTENCES = re.compile(r"[。；;！!\n]+")
_CLAUSES = re.compile(r"[，,]+")
_ROOMS = re.compile("(?:休息|更衣|淋浴)(?:區|区|室|空間|空间)")
_NO_BREAK = re.compile(
    "(?:不|無|无|沒有|没有|取消)(?:另外)?(?:午休|休息|清場|清场|休館|休馆)|no break"
)
_BREAK = re.compile(
    "午休|休息|清場|清场|清潔|清洁|消毒|打掃|打扫|休館|休馆|暫停(?:開放|營業|入場)?|暂停(?:开放|营业|入场)?"
    "|不開放|不开放|不營業|不营业|不對外|不对外|關館|关馆|關閉|关闭"
    r"|\b(?:breaks?|closed|closes|shut|cleaning|siesta)\b",
    re.IGNORECASE,
)
_ONE_DAY = re.compile(r"\d{1,2}\s*[/.月]\s*\d{1,2}(?!\s*(?:[:點时時]|\d))|20\d\d")
"""A date: what is said of one day is no habit."""
_LONGEST = 4 * 60
_DAY_WORDS = 8
_HAN = {sign: value for value, sign in enumerate("一二三四五六七八九", 1)} | {"兩": 2}
_NOON = 12 * 60


def read_breaks(notes: str, hours: Mapping[str, tuple[Span, ...]]) -> dict[str, tuple[Span, ...]]:
    """The breaks by day, of the days whose hours they interrupt; empty where none is told."""
    found: dict[str, list[Span]] = {}
    for clause in _break_clauses(notes):
        for day, spans in (read_week(clause, _DAYS) or {}).items():
            told = (_of_hours(span, hours.get(day, ())) for span in spans)
            found.setdefault(day, []).extend(span for span in told if span is not None)
    return {day: tuple(sorted(set(found[day]))) for day in _DAYS if found.get(day)}


def _break_clauses(notes: str) -> Iterator[str]:
    """What is said of breaks, without its words: days and times only."""
    tidy = _figures(unicodedata.normalize("NFKC", notes).translate(DASHES))
    for sentence in _SENTENCES.split(_ROOMS.sub("", tidy)):
        before = ""
        for clause in _CLAUSES.split(sentence):
            timed = SPAN.search(clause) is not None and not _ONE_DAY.search(SPAN.sub("", clause))
            if timed and _BREAK.search(clause) and not _NO_BREAK.search(clause):
                yield _days_first(_BREAK.sub(" ", f"{before} {clause}"))
                before = ""
            else:
                # 「平日 17-18 點，假日 12-13 點休息」: times that wait for their word
                bare = timed and len(re.sub(r"[\W_]", "", SPAN.sub("", clause))) <= _DAY_WORDS
                before = f"{before} {clause}" if bare else ""


def _figures(text: str) -> str:
    """「五點半」 as 5:30."""
    text = re.sub("([一二兩三四五六七八九十]{1,3})(?=[點点时時])", _figure, text)
    return re.sub(r"(\d{1,2})[點点时時]半", r"\1:30", text)


def _figure(hour: re.Match[str]) -> str:
    tens, ten, ones = hour[1].rpartition("十")
    value = (10 * (_HAN.get(tens, 1)) if ten else 0) + _HAN.get(ones, 0)
    return str(value)


def _days_first(clause: str) -> str:
    """The one span of a clause behind its days: 「17:00-18:00 on weekdays」."""
    spans = list(SPAN.finditer(clause))
    return f"{SPAN.sub(' ', clause)} {spans[0][0]}" if len(spans) == 1 else clause


def _of_hours(span: Span, hours: tuple[Span, ...]) -> Span | None:
    """The break if it lies within the hours of its day; 「5-6pm」 is in the afternoon."""
    opens, closes = span
    for start, end in (span, (_later(opens), closes), (_later(opens), _later(closes))):
        first, last = _minutes(start), _minutes(end)
        if 0 < last - first <= _LONGEST and any(_holds(each, first, last) for each in hours):
            return start, end
    return None


def _holds(hours: Span, first: int, last: int) -> bool:
    opens, closes = _minutes(hours[0]), _minutes(hours[1])
    return opens <= first and last <= (closes if closes > opens else closes + 2 * _NOON)


def _later(clock: str) -> str:
    minutes = _minutes(clock)
    return clock if minutes >= _NOON else f"{minutes // 60 + 12:02d}{clock[2:]}"


def _minutes(clock: str) -> int:
    return int(clock[:2]) * 60 + int(clock[3:])
