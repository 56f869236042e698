"""Days that are named from today: 明天, 下週六, 三天前, 最近一個月, last weekend, next Friday.

Weeks run from Monday to Sunday. A bare weekday is the next one on or after today; 「上週六」 and
「下週六」 belong to the weeks before and after; English "last Saturday" is the latest before today.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, timedelta

from knowledge.dates.days import add_months, month_span, part_of_month, week_span
from knowledge.dates.numbers import NUMBER, number
from knowledge.dates.public_holidays import Span

Reader = Callable[[re.Match[str], date], Span | None]

_DAYS = {
    "大前天": -3,
    "前天": -2,
    "昨天": -1,
    "昨日": -1,
    "昨晚": -1,
    "今天": 0,
    "今日": 0,
    "今晚": 0,
    "今早": 0,
    "本日": 0,
    "明天": 1,
    "明日": 1,
    "明晚": 1,
    "明早": 1,
    "後天": 2,
    "大後天": 3,
    "day before yesterday": -2,
    "yesterday": -1,
    "last night": -1,
    "today": 0,
    "tonight": 0,
    "tomorrow": 1,
    "day after tomorrow": 2,
}
_DAY_WORD = "|".join(sorted(_DAYS, key=len, reverse=True))
_WEEKDAYS = {c: n for n, c in enumerate("一二三四五六")} | {"日": 6, "天": 6}
_ENGLISH_WEEKDAY = r"(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?"
_ENGLISH_DAYS = "mon tue wed thu fri sat sun".split()  # noqa: SIM905
_WHICH = {"上上": -2, "上": -1, "這": 0, "本": 0, "": 0, "下": 1, "下下": 2}
_WHICH_WORD = r"(?P<which>上上|下下|[上這本下])"
_WEEK = r"個?(?:週|星期|禮拜)"
_ENGLISH_WHICH = {"last": -1, "past": -1, "previous": -1, "this": 0, "next": 1, "coming": 0}
_DAYS_OF = {"day": 1, "week": 7, "month": 30, "year": 365}
_LONGEST = 36500
"""Days; a longer way back or forward is no date that anybody means."""


def _read_day(match: re.Match[str], today: date) -> Span | None:
    day = today + timedelta(days=_DAYS[match["word"].lower()])
    return day, day


def _read_weekday(match: re.Match[str], today: date) -> Span | None:
    weekday = _WEEKDAYS[match["d"]]
    if match["which"]:
        day = _week(today, _WHICH[match["which"]])[0] + timedelta(days=weekday)
    else:
        day = _on_or_after(today, weekday)
    return day, day


def _read_weekday_range(match: re.Match[str], today: date) -> Span | None:
    first, last = _WEEKDAYS[match["d"]], _WEEKDAYS[match["e"]]
    if last <= first:
        return None
    monday = _week(today, _WHICH[match["which"] or ""])[0]
    if not match["which"] and monday + timedelta(days=last) < today:
        monday += timedelta(days=7)
    return monday + timedelta(days=first), monday + timedelta(days=last)


def _read_weekend(match: re.Match[str], today: date) -> Span | None:
    return _weekend(today, _WHICH[match.groupdict().get("which") or ""])


def _read_week(match: re.Match[str], today: date) -> Span | None:
    return _week(today, _WHICH[match["which"]])


def _read_month(match: re.Match[str], today: date) -> Span | None:
    month = add_months(today.replace(day=1), _WHICH[match["which"]])
    return part_of_month(month_span(month.year, month.month), match["part"] or "")


def _read_ago(match: re.Match[str], today: date) -> Span | None:
    count = _count(match["n"])
    unit = _unit(match["unit"])
    sign = 1 if match["way"].endswith("後") else -1
    return None if count is None else _point(today, unit, sign * count)


def _read_in(match: re.Match[str], today: date) -> Span | None:
    count = _count(match["n"])
    return None if count is None else _point(today, _unit(match["unit"]), count)


def _read_half(match: re.Match[str], today: date) -> Span | None:
    sign = -1 if match["way"].endswith("前") else 1
    if "月" in match.group():
        return _point(today, "day", sign * 15)
    return _point(today, "month", sign * 6)


def _read_recent(match: re.Match[str], today: date) -> Span | None:
    count = _count(match["n"])
    return None if count is None else _window(today, _unit(match["unit"]), -count)


def _read_recent_half(match: re.Match[str], today: date) -> Span | None:
    return _window(today, "day", -15) if "月" in match.group() else _window(today, "month", -6)


def _read_coming(match: re.Match[str], today: date) -> Span | None:
    count = _count(match["n"])
    return None if count is None else _window(today, _unit(match["unit"]), count)


def _read_english_weekday(match: re.Match[str], today: date) -> Span | None:
    weekday = _ENGLISH_DAYS.index(match["d"][:3].lower())
    which = (match["which"] or "").lower()
    if which in ("last", "past", "previous"):
        day = _on_or_after(today - timedelta(days=7), weekday)
    elif which == "next":
        day = _week(today, 1)[0] + timedelta(days=weekday)
    else:
        day = _on_or_after(today, weekday)
    return day, day


def _read_english_span(match: re.Match[str], today: date) -> Span | None:
    shift = _ENGLISH_WHICH[match["which"].lower()]
    return _named_span(match["unit"].lower(), shift, today)


def _read_english_recent(match: re.Match[str], today: date) -> Span | None:
    count = _count(match["n"] or "one")
    sign = 1 if match["which"].lower() in ("next", "coming") else -1
    return None if count is None else _window(today, _unit(match["unit"]), sign * count)


def _named_span(unit: str, shift: int, today: date) -> Span:
    if unit == "weekend":
        return _weekend(today, shift)
    if unit == "week":
        return _week(today, shift)
    if unit == "year":
        return date(today.year + shift, 1, 1), date(today.year + shift, 12, 31)
    month = add_months(today.replace(day=1), shift)
    return month_span(month.year, month.month)


def _point(today: date, unit: str, count: int) -> Span | None:
    """The day, week, month or year that lies ``count`` units from today."""
    if abs(count) * _DAYS_OF[unit] > _LONGEST:
        return None
    if unit == "day":
        day = today + timedelta(days=count)
        return day, day
    if unit == "week":
        return _week(today, count)
    if unit == "year":
        return date(today.year + count, 1, 1), date(today.year + count, 12, 31)
    month = add_months(today, count)
    return month_span(month.year, month.month)


def _window(today: date, unit: str, count: int) -> Span | None:
    """The days from today back (or on) over ``count`` units, today included."""
    if not count or abs(count) * _DAYS_OF[unit] > _LONGEST:
        return None
    if unit in ("day", "week"):
        days = abs(count) * _DAYS_OF[unit] - 1
        other = today + timedelta(days=days if count > 0 else -days)
    else:
        other = add_months(today, count * (12 if unit == "year" else 1))
    return min(today, other), max(today, other)


def _unit(text: str) -> str:
    word = text.lower()
    for unit, marks in (("week", "週星禮w"), ("month", "月m"), ("year", "年y")):
        if any(mark in word[:2] for mark in marks):
            return unit
    return "day"


def _count(text: str) -> int | None:
    if text.lower().endswith("couple of"):
        return 2
    return number(text)


def _week(today: date, shift: int) -> Span:
    return week_span(today + timedelta(weeks=shift))


def _weekend(today: date, shift: int) -> Span:
    sunday = _week(today, shift)[1]
    return sunday - timedelta(days=1), sunday


def _on_or_after(day: date, weekday: int) -> date:
    return day + timedelta(days=(weekday - day.weekday()) % 7)


_HAN_UNIT = r"(?P<unit>天|日|個?(?:週|星期|禮拜)|個月|年)"
_ENGLISH_COUNT = (
    r"(?P<n>\d{1,3}|an?|one|two|three|four|five|six|seven|eight|nine|ten|twelve|(?:a\s+)?couple of)"
)
_ENGLISH_UNIT = r"(?P<unit>days?|weeks?|months?|years?)\b"
_DAY_NAME = r"(?:週|星期|禮拜)"
_TIMES = "[次趟回堂個天條支小場篇本種組段]"
"""After these a number counts: 「每週三次」 is no Wednesday."""

RULES: tuple[tuple[re.Pattern[str], Reader], ...] = tuple(
    (re.compile(pattern, re.IGNORECASE | re.ASCII), reader)
    for pattern, reader in (
        (
            rf"(?<![之以目先往然今])(?!(?<=[A-Za-z])[A-Za-z])(?:the\s+)?(?P<word>{_DAY_WORD})"
            r"(?![氣然]|花[板崗])(?!(?<=[A-Za-z])[A-Za-z])",
            _read_day,
        ),
        (
            rf"(?:{_WHICH_WORD}{_WEEK}|{_DAY_NAME})(?P<d>[一二三四五六日天])(?!{_TIMES})(?!(?<=天)[氣數])",
            _read_weekday,
        ),
        (
            rf"(?:{_WHICH_WORD}{_WEEK}|{_DAY_NAME})(?P<d>[一二三四五六])\s*[到至~\-–—]\s*"
            rf"{_DAY_NAME}?(?P<e>[二三四五六日天])",
            _read_weekday_range,
        ),
        (rf"(?:{_WHICH_WORD}個?)?週末", _read_weekend),
        (
            rf"(?:{_WHICH_WORD}{_WEEK}|{_DAY_NAME})六[、和跟及]?{_DAY_NAME}?日"
            r"|(?<![月\d十廿週期拜])六日(?=[有會開可幾營的人票呢咧勒單價多去要]|$)",
            _read_weekend,
        ),
        (
            rf"{_WHICH_WORD}{_WEEK}(?!末|[一二三四五六日天](?!{_TIMES}|(?<=天)[氣數]))",
            _read_week,
        ),
        (rf"{_WHICH_WORD}個?月(?P<part>初|中|底)?(?![板光亮票餅\d])", _read_month),
        (
            rf"(?<![\d.第])(?P<n>{NUMBER})\s*{_HAN_UNIT}\s*(?P<way>[以之]?[前後])(?![面門方段衛])",
            _read_ago,
        ),
        (r"半(?:年|個月)(?P<way>[以之]?[前後])(?![面門方段])", _read_half),
        (
            rf"(?:最近|過去|近|這)的?\s*(?P<n>{NUMBER})\s*{_HAN_UNIT}(?:[以之]?內|以?來|間)?",
            _read_recent,
        ),
        (rf"(?<![\d.第])(?P<n>{NUMBER})\s*{_HAN_UNIT}(?:[以之]?內|以?來)(?![傾角])", _read_recent),
        (
            r"(?:最近|過去|近|這)的?半(?:年|個月)(?:[以之]?內|以?來)?"
            r"|半(?:年|個月)(?:[以之]?內|以?來)",
            _read_recent_half,
        ),
        (rf"(?:未來|接下來|往後)的?\s*(?P<n>{NUMBER})\s*{_HAN_UNIT}", _read_coming),
        (
            r"\b(?:(?P<which>this|next|last|past|previous|coming)\s+|on\s+)?"
            r"(?P<d>mon|tues|wednes|thurs|fri|satur|sun)days?\b",
            _read_english_weekday,
        ),
        (
            r"\b(?P<which>this|next|last|on)\s+(?P<d>mon|tues?|wed|thur?s?|fri|sat)\b",
            _read_english_weekday,
        ),
        (
            r"\b(?P<which>this|next|last|previous|coming)\s+(?P<unit>week|weekend|month|year)\b",
            _read_english_span,
        ),
        (r"\b(?:on|at|over)\s+(?:the\s+)?weekends?\b|\b(?P<which>)the\s+weekend\b", _read_weekend),
        (rf"\b{_ENGLISH_COUNT}\s+{_ENGLISH_UNIT}\s+(?P<way>ago)\b", _read_ago),
        (rf"\bin\s+{_ENGLISH_COUNT}\s+{_ENGLISH_UNIT}", _read_in),
        (
            rf"\b(?P<which>last|past|next|coming)\s+{_ENGLISH_COUNT}\s+{_ENGLISH_UNIT}",
            _read_english_recent,
        ),
        (rf"\b(?P<which>past)\s+(?P<n>){_ENGLISH_UNIT}", _read_english_recent),
    )
)
"""Pattern over folded text, reader; a longer match wins over a shorter one."""
