"""Spans of days that a log is asked for and no calendar of events: 第一季, 上半年.

Each wording is one row: what it looks like, and which days it means on a given day.
"""

from __future__ import annotations

from calendar import monthrange
from datetime import date, timedelta
from typing import TYPE_CHECKING

from bot.understanding.personal.scanning import NUMBER, number, pattern

if TYPE_CHECKING:
    import re
    from collections.abc import Callable

Span = tuple[date, date]
_YEAR = r"(?:(?P<year>今年|本年度?|這一?年|去年|前年|(?:20)\d\d)\s?年?的?\s?)?"
_ENGLISH_MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split()  # noqa: SIM905
_MONTH = rf"(?:{'|'.join(_ENGLISH_MONTHS)})[a-z]*"
_QUARTER = {"一": 1, "二": 2, "三": 3, "四": 4, "first": 1, "second": 2, "third": 3, "fourth": 4}
_SEASONS = {"春": 3, "夏": 6, "秋": 9, "冬": 12}
_OF_LAST = r"(?P<last>\s(?:of )?last year| last year)?(?: of (?:the|this) year)?"


def _months(year: int, first: int, last: int) -> Span:
    return date(year, first, 1), date(year, last, monthrange(year, last)[1])


def _year_of(match: re.Match[str], today: date, first: int) -> int:
    """The year that is said; else the last one in which that month has begun."""
    said = match.groupdict().get("year") or ""
    if said.isdigit():
        return int(said) if len(said) > 2 else 2000 + int(said)
    if said.startswith(("去", "前")):
        return today.year - (1 if said.startswith("去") else 2)
    if match.groupdict().get("last"):
        return today.year - 1
    return today.year if said or first <= today.month else today.year - 1


def _half(match: re.Match[str], today: date) -> Span:
    first = 1 if match["half"] in {"上", "first"} else 7
    year = _year_of(match, today, first)
    return _months(year, first, first + 5)


def _quarter(match: re.Match[str], today: date) -> Span:
    which = match["which"]
    first = 3 * (int(which) if which.isdigit() else _QUARTER[which]) - 2
    return _months(_year_of(match, today, first), first, first + 2)


def _this_quarter(match: re.Match[str], today: date) -> Span:
    del match
    first = 3 * ((today.month - 1) // 3) + 1
    return _months(today.year, first, first + 2)


def _last_quarter(match: re.Match[str], today: date) -> Span:
    first = _this_quarter(match, today)[0]
    before = first - timedelta(days=1)
    return _months(before.year, before.month - 2, before.month)


def _month_range(match: re.Match[str], today: date) -> Span | None:
    first, last = _month(match["from"]), _month(match["to"])
    if not (1 <= first <= 12 and first <= last <= 12):
        return None
    return _months(_year_of(match, today, first), first, last)


def _month(said: str) -> int:
    if said[:3] in _ENGLISH_MONTHS:
        return _ENGLISH_MONTHS.index(said[:3]) + 1
    return number(said) or 0


def _month_last_year(match: re.Match[str], today: date) -> Span:
    month = _month(match["from"])
    return _months(today.year - 1, month, month)


def _season(match: re.Match[str], today: date) -> Span:
    first = _SEASONS[match["season"]]
    year = today.year if first <= today.month else today.year - 1
    start = date(year, first, 1)
    end = date(year + (first == 12), (first + 1) % 12 + 1, 1)
    return start, end - timedelta(days=1) if first == 12 else _months(year, first, first + 2)[1]


def _year_start(match: re.Match[str], today: date) -> Span:
    del match
    return date(today.year, 1, 1), today


def _years_ago(years: int) -> Callable[[re.Match[str], date], Span]:
    return lambda _, today: _months(today.year - years, 1, 12)


def _last_month(match: re.Match[str], today: date) -> Span:
    del match
    before = today.replace(day=1) - timedelta(days=1)
    return _months(before.year, before.month, before.month)


def _back(match: re.Match[str], today: date) -> Span:
    said = match["n"]
    count = 1 if said in {"", None} else 7 if said == "幾" and match["of"] in {"天", "日"} else 3
    count = number(said) or count if said else count
    days = {"天": 1, "日": 1, "月": 30}.get(match["of"][-1], 7)
    return today - timedelta(days=count * days - 1), today


def _few_days(match: re.Match[str], today: date) -> Span:
    del match
    return today - timedelta(days=6), today


def _summer_break(match: re.Match[str], today: date) -> Span:
    return _months(_year_of(match, today, 7), 7, 8)


def _day_of_month(match: re.Match[str], today: date) -> Span | None:
    wanted = int(match["n"]) if match["n"].isdigit() else number(match["n"]) or 0
    start = today.replace(day=1)
    if wanted > today.day:
        start = (start - timedelta(days=1)).replace(day=1)
    if not 1 <= wanted <= monthrange(start.year, start.month)[1]:
        return None
    day = start.replace(day=wanted)
    return day, day


def _year_end(match: re.Match[str], today: date) -> Span:
    year = _year_of(match, today, 11)
    return _months(year, 11, 12) if match["edge"] == "底" else _months(year, 1, 2)


def _days_ago(days: int) -> Callable[[re.Match[str], date], Span]:
    return lambda _, today: (today - timedelta(days=days), today - timedelta(days=days))


_ROWS: tuple[tuple[re.Pattern[str], Callable[[re.Match[str], date], Span | None]], ...] = (
    (pattern(rf"{_YEAR}(?P<half>[上下])半年度?"), _half),
    (pattern(rf"(?P<half>first|second) half(?: of (?:the|this) year)?{_OF_LAST}"), _half),
    (pattern(r"(?P<year>今年|去年|前年)(?P<edge>底|初(?!到|至|以))"), _year_end),
    (pattern(rf"{_YEAR}第(?P<which>[一二三四1-4])季度?"), _quarter),
    (pattern(rf"{_YEAR}(?<![a-z])q(?P<which>[1-4])(?!\d){_OF_LAST}"), _quarter),
    (pattern(rf"(?:the )?(?P<which>first|second|third|fourth) quarter{_OF_LAST}"), _quarter),
    (pattern(r"(?:這一?|本|這個)季(?!節)度?|this quarter|this season"), _this_quarter),
    (pattern(r"上一?(?:個)?季(?!節)度?|last quarter"), _last_quarter),
    (
        pattern(
            rf"{_YEAR}(?<![\d/])(?P<from>{NUMBER})月?(?:份)?\s?[到至~-]\s?(?P<to>{NUMBER})月(?:份|"
            rf"底)?(?!\d)"
        ),
        _month_range,
    ),
    (
        pattern(
            rf"\b(?:from|between) (?P<from>{_MONTH}) (?:to|and|until|"
            rf"through) (?P<to>{_MONTH}){_OF_LAST}"
        ),
        _month_range,
    ),
    (pattern(rf"\b(?:in )?(?P<from>{_MONTH}) (?:of )?last year"), _month_last_year),
    (pattern(r"(?<!年)(?:這個|這|今年的?)?(?P<season>[春夏秋冬])(?:天|季)"), _season),
    (
        pattern(r"(?:從|自)?(?:今年)?年初(?:到|至)?(?:現在|今|目前|今天)?(?:以來|開始)?"),
        _year_start,
    ),
    (pattern(r"(?<![a-z])ytd(?![a-z])|\byear[- ]to[- ]date"), _year_start),
    (pattern(r"(?<![a-z])(?:yday|y.day|yest|ystd?y)(?![a-z])"), _days_ago(1)),
    (pattern(r"(?<![a-z])(?:2day|tdy|todat)(?![a-z])"), _days_ago(0)),
    (pattern(r"前一年|上一?年(?!級)|去年度"), _years_ago(1)),
    (pattern(r"the year before last|the year before"), _years_ago(2)),
    (pattern(r"前一個月|上一個月"), _last_month),
    (pattern(rf"前(?P<n>{NUMBER}|幾)個?(?P<of>天|日|週|周|星期|禮拜|月)(?!前)"), _back),
    (pattern(r"[這前近]幾天|最近幾天|the (?:last|past) (?:few|couple of) days"), _few_days),
    (pattern(rf"{_YEAR}暑假"), _summer_break),
    (
        pattern(rf"(?<![\d月/第五一二三四十])(?P<n>{NUMBER})[號号](?!線|牆|館|板|場|道|路)"),
        _day_of_month,
    ),
)


def spans(folded: str, today: date) -> tuple[tuple[int, int, date, date], ...]:
    """(start, end, first day, last day) of every such span in a folded text, in order."""
    found: list[tuple[int, int, date, date]] = []
    for look, days_of in _ROWS:
        for match in look.finditer(folded):
            free = all(match.end() <= a or b <= match.start() for a, b, _, _ in found)
            days = days_of(match, today) if free else None
            if days is not None:
                found.append((match.start(), match.end(), *days))
    return tuple(sorted(found))
