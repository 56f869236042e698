"""The days of a post: 12/24(四)-12/26, 115年1月1日, 12/24、25, 即日起至 12/31, 除夕到初二.

A day without a year is the next one, or one that is not long past: posts look ahead.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta

from knowledge.dates import find_dates

_PAST = timedelta(days=45)
"""A day without a year that lies further back is meant for the year to come."""
_ROC = 1911
_WEEKDAYS = "一二三四五六日"
_WEEKDAY = r"\s*\(\s*(?:週|周|星期|禮拜)?([一二三四五六日天])\s*\)"
_ROC_DAY = re.compile(
    r"(?<![\d./])(?:民國\s*)?(1[1-4]\d)\s*([/.年])\s*(\d{1,2})\s*[/.月]\s*(\d{1,2})\s*日?"
)
_ROC_YEAR = re.compile(r"(?<!\d)(?:民國\s*)?(1[1-4]\d)\s*年")
_SHORT_RANGE = re.compile(
    r"(?<![\d/.])(\d{1,2})/(\d{1,2})\s*(?:-|到|至)\s*(\d{1,2})(?![\d/:.]|\s*(?:點|時|:))"
)
_HAN_RANGE = re.compile(r"(\d{1,2})月(\d{1,2})[日號]?\s*(?:-|到|至)\s*(\d{1,2})[日號]")
_LIST = re.compile(
    r"(?<![\d/.])(\d{1,2})/(\d{1,2})((?:\s*[、,&和]\s*\d{1,2}(?![\d/:.]))+)(?!\s*[點時元折])"
)
_JOINED = re.compile(r"(\d{1,2}/\d{1,2}|\d[日號])\s*(?:-|到|至)\s*(?=\d{1,4}[/年月.])")
_YEAR_GIVEN = re.compile(r"\d{4}|今年|明年|去年|民國")
_SAID = re.compile(
    r"(?<![\d/])(\d{1,2})(?:/|月)(\d{1,2})[日號]?\s*\(\s*(?:週|周|星期|禮拜)?([一二三四五六日天])\s*\)"
)


@dataclass(frozen=True, slots=True)
class Run:
    """A day or a run of days in a line."""

    start: int
    end: int
    first: date
    last: date

    @property
    def days(self) -> tuple[date, ...]:
        """Every day of it."""
        count = (self.last - self.first).days + 1
        return tuple(self.first + timedelta(days=step) for step in range(count))


@dataclass(frozen=True, slots=True)
class DatedLine:
    """A line with its days; ``text`` is the line with the spellings of days made plain."""

    text: str
    runs: tuple[Run, ...]
    clash: str = ""
    """Two namings of one day that do not agree: 「本週三 11/25」 in another week."""

    @property
    def rest(self) -> str:
        """The line without its days."""
        text = self.text
        for run in reversed(self.runs):
            text = f"{text[: run.start]} {text[run.end :]}"
        return re.sub(r"\s+", " ", text).strip(" -:,、")


def dated(line: str, today: date) -> DatedLine:
    """The line with the days that it names."""
    text = _spelled_out(line)
    runs = []
    for mention in find_dates(text, today):
        first, last = mention.first, mention.last
        if not _YEAR_GIVEN.search(mention.surface) and last < today - _PAST:
            if not any(char.isdigit() for char in mention.surface):
                continue
            first, last = _next_year(first), _next_year(last)
        runs.append(Run(mention.start, mention.end, first, last))
    return _agreed(text, runs)


def _agreed(text: str, runs: list[Run]) -> DatedLine:
    """The line with one run for every day that it names twice: 「明天(11/21)」."""
    kept: list[Run] = []
    clash = ""
    for run in runs:
        before = kept[-1] if kept else None
        gap = text[before.end : run.start] if before is not None else ""
        if before is None or gap.strip(" ()") or not _named_twice(text, before, run):
            kept.append(run)
            continue
        single = before.first == before.last and run.first == run.last
        if single and before.first != run.first:
            clash = text[before.start : run.end].replace("(", " ")
        written = run if any(char.isdigit() for char in text[run.start : run.end]) else before
        kept[-1] = Run(before.start, run.end, written.first, written.last)
    return DatedLine(text, tuple(kept), clash)


def _named_twice(text: str, one: Run, other: Run) -> bool:
    """Whether one of two neighbours is in figures and the other in words."""
    figures = [any(c.isdigit() for c in text[run.start : run.end]) for run in (one, other)]
    return figures[0] != figures[1]


def wrong_weekdays(line: str, today: date) -> tuple[str, ...]:
    """The days whose weekday in brackets is not their own, as written."""
    wrong = []
    for match in _SAID.finditer(line):
        weekday = _WEEKDAYS.index(match[3].replace("天", "日"))
        days = dated(f"{match[1]}/{match[2]}", today).runs
        if days and days[0].first.weekday() != weekday:
            wrong.append(match[0].strip())
    return tuple(wrong)


def _spelled_out(line: str) -> str:
    """The line with Republic years as common ones, lists and short ranges written in full."""
    text = re.sub(_WEEKDAY, " ", line)
    text = re.sub(r"(?<=\D):(?=\d{1,4}[/年月.])", ": ", text)
    text = re.sub(r"(\d{1,2}/\d{1,2}):(?!\d)", r"\1 :", text)
    text = _ROC_DAY.sub(lambda m: f"{int(m[1]) + _ROC}/{m[3]}/{m[4]} ", text)
    text = _ROC_YEAR.sub(lambda m: f"{int(m[1]) + _ROC}年", text)
    text = _LIST.sub(_listed, text)
    text = _SHORT_RANGE.sub(r"\1/\2 到 \1/\3", text)
    text = _HAN_RANGE.sub(r"\1月\2日 到 \1月\3日", text)
    return re.sub(r"[ ]+", " ", _JOINED.sub(r"\1 到 ", text.replace("到 ", "到 "))).strip()


def _listed(match: re.Match[str]) -> str:
    days = [match[2], *re.findall(r"\d{1,2}", match[3])]
    return " 、 ".join(f"{match[1]}/{day}" for day in days)


def _next_year(day: date) -> date:
    try:
        return day.replace(year=day.year + 1)
    except ValueError:
        return day.replace(year=day.year + 1, day=28)
