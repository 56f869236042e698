"""Days named by their place in the calendar: 11/20, 去年十月, last October, last summer.

Every reader returns the first and last day that a match means today, or ``None`` for no date.
A day or a month without a year is the nearest one.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, timedelta

from knowledge.dates.days import add_months, month_span, part_of_month
from knowledge.dates.numbers import HAN_NUMBER, NUMBER, number
from knowledge.dates.public_holidays import Span
from knowledge.dates.years import ANY_YEAR, known_year, year_of

Reader = Callable[[re.Match[str], date], Span | None]

_MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split()  # noqa: SIM905
_MONTH_NAME = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
    r"|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?"
)
_SEASONS = {"春": 3, "夏": 6, "秋": 9, "冬": 12}
_ENGLISH_SEASONS = {"spring": 3, "summer": 6, "autumn": 9, "fall": 9, "winter": 12}


def _read_iso(match: re.Match[str], today: date) -> Span | None:  # noqa: ARG001 - the readers share one signature
    return _day(int(match["y"]), int(match["m"]), int(match["d"]))


def _read_short(match: re.Match[str], today: date) -> Span | None:
    return _nearest_day(int(match["m"]), int(match["d"]), today)


def _read_han_day(match: re.Match[str], today: date) -> Span | None:
    month, day = number(match["m"]), number(match["d"])
    year = year_of(match["y"], today)
    if month is None or day is None or (match["y"] and year is None):
        return None
    return _nearest_day(month, day, today) if year is None else _day(year, month, day)


def _read_han_month(match: re.Match[str], today: date) -> Span | None:
    month = number(match["m"])
    year = year_of(match["y"], today)
    if month is None or not 1 <= month <= 12 or (match["y"] and year is None):
        return None
    span = month_span(year, month) if year is not None else _nearest_month(month, today)
    return part_of_month(span, match["part"] or "")


def _read_year(match: re.Match[str], today: date) -> Span | None:
    year = year_of(match["y"], today)
    return None if year is None else (date(year, 1, 1), date(year, 12, 31))


def _read_year_month(match: re.Match[str], today: date) -> Span | None:  # noqa: ARG001 - one shape
    year, month = int(match["y"]), int(match["m"])
    return month_span(year, month) if known_year(year) and 1 <= month <= 12 else None


def _read_half_year(match: re.Match[str], today: date) -> Span | None:
    year = year_of(match["y"], today)
    if year is None:
        return None
    if match["half"] == "上":
        return date(year, 1, 1), date(year, 6, 30)
    return date(year, 7, 1), date(year, 12, 31)


def _read_season(match: re.Match[str], today: date) -> Span | None:
    year = year_of(match["y"], today)
    if year is None:
        return None
    first = date(year, _SEASONS[match["season"]], 1)
    return first, add_months(first, 3) - timedelta(days=1)


def _read_day_of_month(match: re.Match[str], today: date) -> Span | None:
    day = number(match["d"])
    shift = {"上上": -2, "上": -1, "這": 0, "本": 0, "下": 1, "下下": 2}[match["which"]]
    month = add_months(today.replace(day=1), shift)
    return None if day is None else _day(month.year, month.month, day)


def _read_bare_day(match: re.Match[str], today: date) -> Span | None:
    day = number(match["d"])
    if day is None:
        return None
    for shift in range(13):
        month = add_months(today.replace(day=1), shift)
        span = _day(month.year, month.month, day)
        if span and span[0] >= today:
            return span
    return None


def _read_english_day(match: re.Match[str], today: date) -> Span | None:
    month, day = _month_number(match["m"]), int(match["d"])
    if match["y"]:
        return _day(int(match["y"]), month, day)
    return _nearest_day(month, day, today)


def _read_english_month(match: re.Match[str], today: date) -> Span | None:
    month = _month_number(match["m"])
    if match["y"]:
        return month_span(int(match["y"]), month)
    which = (match["which"] or "").lower()
    if which == "this":
        return month_span(today.year, month)
    if which in ("last", "past"):
        return month_span(today.year - (month >= today.month), month)
    if which == "next":
        return month_span(today.year + (month <= today.month), month)
    return _nearest_month(month, today)


def _read_english_season(match: re.Match[str], today: date) -> Span | None:
    month = _ENGLISH_SEASONS[match["season"].lower()]
    shift = {"last": -1, "this": 0, "next": 1}[match["which"].lower()]
    first = date(today.year, month, 1)
    if shift < 0 and add_months(first, 3) <= today:
        shift = 0
    first = first.replace(year=first.year + shift)
    return first, add_months(first, 3) - timedelta(days=1)


def _day(year: int, month: int, day: int) -> Span | None:
    if known_year(year) is None:
        return None
    try:
        found = date(year, month, day)
    except ValueError:
        return None
    return found, found


def _nearest_day(month: int, day: int, today: date) -> Span | None:
    spans = [_day(today.year + shift, month, day) for shift in (-1, 0, 1)]
    return min((s for s in spans if s), key=lambda s: abs((s[0] - today).days), default=None)


def _nearest_month(month: int, today: date) -> Span:
    spans = [month_span(today.year + shift, month) for shift in (-1, 0, 1)]
    return min(spans, key=lambda span: max(span[0] - today, today - span[1]))


def _month_number(name: str) -> int:
    return _MONTHS.index(name[:3].lower()) + 1


_HAN_MONTH = r"(?:1[0-2]|0?[1-9]|十[一二]?|[一二三四五六七八九正])"
_NO_GRADE_BEFORE = (
    r"(?:(?<![\w./+-])|(?<=[記记補补登在於于是存期到從从自]))(?<!\d:)"
    r"(?<!難度)(?<!級數)(?<!難度 )(?<!級數 )(?<!grade )(?<!爬 )(?<!爬)(?<!救援點)(?<!救援點 )"
)
_NO_GRADE_AFTER = r"(?![\w./:%+]|\s*(?:級|難度|分|公尺|公里|米|英?吋|條|次|顆|支|bolts?\b))"

RULES: tuple[tuple[re.Pattern[str], Reader], ...] = tuple(
    (re.compile(pattern, re.IGNORECASE | re.ASCII), reader)
    for pattern, reader in (
        (
            r"(?<![\w./-])(?P<y>\d{4})\s?[-/.]\s?(?P<m>\d{1,2})\s?[-/.]\s?(?P<d>\d{1,2})(?![\w-])",
            _read_iso,
        ),
        (
            rf"(?P<y>{ANY_YEAR})的?\s*(?P<m>\d{{1,2}})/(?P<d>\d{{1,2}})" + _NO_GRADE_AFTER,
            _read_han_day,
        ),
        (_NO_GRADE_BEFORE + r"(?P<m>\d{1,2})/(?P<d>\d{1,2})" + _NO_GRADE_AFTER, _read_short),
        (
            rf"(?:(?P<y>{ANY_YEAR})的?\s*)?(?<![\d.])(?P<m>{_HAN_MONTH})\s*月\s*"
            rf"(?P<d>[12]\d|3[01]|0?[1-9]|{HAN_NUMBER})\s*[日號]?(?![\d個])",
            _read_han_day,
        ),
        (
            rf"(?:(?P<y>{ANY_YEAR})的?\s*)?(?<![\d.十])(?P<m>{_HAN_MONTH})\s*月"
            r"(?:份|(?P<part>上旬|中旬|下旬|初|中|底|末))?(?![板光亮票\d])",
            _read_han_month,
        ),
        (r"(?<![\w./-])(?P<y>(?:19|20)\d\d)[-/](?P<m>\d{1,2})(?![\w/-])", _read_year_month),
        (rf"(?P<y>{ANY_YEAR})的?(?P<half>[上下])半年", _read_half_year),
        (rf"(?P<y>{ANY_YEAR})的?(?P<season>[春夏秋冬])[天季]", _read_season),
        (rf"(?P<y>{ANY_YEAR})(?:度|整年|一整年)?(?![個內])", _read_year),
        (
            rf"(?P<which>上上|下下|[上這本下])個?月的?\s*(?P<d>{NUMBER})\s*[號日](?![\w線])",
            _read_day_of_month,
        ),
        (
            r"(?:(?<=^)|(?<=[\s，,。？?]))(?P<d>[12]?\d|3[01]|[廿二]?十[一二三四五六七八九]?)號"
            r"(?=那天|有|會|可以|開|營業|晚|早|下午|上午|要|想|去|幾點|\s*$)",
            _read_bare_day,
        ),
        (
            rf"\b(?P<m>{_MONTH_NAME})\s+(?P<d>3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?\b(?!\s*%)"
            r"(?:,?\s*(?P<y>(?:19|20)\d\d)\b)?",
            _read_english_day,
        ),
        (
            rf"\b(?P<d>3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?\s+(?:of\s+)?(?P<m>{_MONTH_NAME})\b"
            r"(?:,?\s*(?P<y>(?:19|20)\d\d)\b)?",
            _read_english_day,
        ),
        (
            r"\b(?:(?P<which>last|past|this|next)|in|since|during|of|until)\s+"
            r"(?:early\s+|late\s+|mid-?\s*)?"
            rf"(?P<m>{_MONTH_NAME})\b(?:,?\s*(?:of\s+)?(?P<y>(?:19|20)\d\d)\b)?",
            _read_english_month,
        ),
        (rf"\b(?P<which>)(?P<m>{_MONTH_NAME}),?\s+(?P<y>(?:19|20)\d\d)\b", _read_english_month),
        (
            r"\b(?:in|during|since|for|of)\s+(?P<y>(?:19|20)\d\d)\b(?!\s*(?:m|km|meters?)\b)",
            _read_year,
        ),
        (
            r"\b(?P<which>last|this|next)\s+(?P<season>spring|summer|autumn|fall|winter)\b",
            _read_english_season,
        ),
    )
)
"""Pattern over folded text, reader; a longer match wins over a shorter one."""
