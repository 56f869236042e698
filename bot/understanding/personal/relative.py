"""Days that are counted from those of the question before: 「再前一個月」, "the year before"."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from bot.understanding.personal.days import Window
from bot.understanding.personal.scanning import fold, pattern
from knowledge.dates.days import add_months, month_span, week_span

if TYPE_CHECKING:
    from bot.personal import LogFilter

_BACK = pattern(
    r"(?:再)?(?:往)?前(?:面)?(?:的)?(?:一)?(?:個)?(?P<unit>年|月|週|周|星期|禮拜)(?!前|多|半)"
    r"|上一(?P<last>年)|\b(?:the|and the|a) (?P<english>year|month|week) before(?! last)"
    r"|\bprevious (?P<previous>year|month|week)"
    r"|(?P<same>(?:再|更)(?:往)?(?:前|早|上)(?:面)?(?:一個|的)?(?=呢|[?？]?$)|\bthe one before\b)"
)
_ON = pattern(
    r"(?:再|往)?後(?:面)?(?:的)?一(?:個)?(?P<unit>年|月|週|周|星期|禮拜)"
    r"|\bthe (?P<english>year|month|week) after(?! next)|\bthe (?:following|next) (?P<next>year|"
    r"month|week)"
)
_UNITS = {"年": "year", "月": "month"}


def relative_window(before: LogFilter, text: str, today: date) -> Window | None:
    """The days that the text means beside those of the question before."""
    if before.first is None:
        return None
    folded = fold(text)
    for steps, each in ((-1, _BACK), (1, _ON)):
        match = each.search(folded)
        if match is None:
            continue
        said = next(group for group in match.groups() if group)
        if match.groupdict().get("same"):
            said = _length(before)
        unit = said if said.isascii() else _UNITS.get(said, "week")
        first, last = _span(before.first, unit, steps)
        if first <= today:
            return Window(first, min(last, today), text[match.start() : match.end()])
    return None


def _length(before: LogFilter) -> str:
    """The unit of the days before: a week, a month, a year."""
    days = (before.last - before.first).days + 1 if before.first and before.last else 1
    return "week" if days <= _WEEK else "month" if days <= _MONTH else "year"


_WEEK, _MONTH = 7, 31


def _span(day: date, unit: str, steps: int) -> tuple[date, date]:
    if unit == "year":
        return date(day.year + steps, 1, 1), date(day.year + steps, 12, 31)
    if unit == "month":
        month = add_months(day, steps)
        return month_span(month.year, month.month)
    return week_span(day + timedelta(weeks=steps))
