"""Public holidays of Taiwan with their everyday names; observed days off count.

The calendar comes from the ``holidays`` package (0.1 s to import, so only on the first use).
"""

from __future__ import annotations

from datetime import date, timedelta
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

Span = tuple[date, date]
"""First and last day, both included."""

FIRST_YEAR, LAST_YEAR = 1990, 2100
"""Years that the calendar is asked for; the lunar ones are not known beyond."""

_EVERYDAY = {
    "中華民國開國紀念日": ("元旦", "New Year's Day"),
    "小年夜": ("小年夜", "Day before Lunar New Year's Eve"),
    "農曆除夕": ("除夕", "Lunar New Year's Eve"),
    "春節": ("春節", "Lunar New Year"),
    "和平紀念日": ("二二八和平紀念日", "Peace Memorial Day"),
    "兒童節": ("兒童節", "Children's Day"),
    "民族掃墓節": ("清明節", "Tomb-Sweeping Day"),
    "勞動節": ("勞動節", "Labor Day"),
    "端午節": ("端午節", "Dragon Boat Festival"),
    "中秋節": ("中秋節", "Mid-Autumn Festival"),
    "孔子誕辰紀念日": ("教師節", "Teachers' Day"),
    "國慶日": ("國慶日", "National Day"),
    "臺灣光復暨金門古寧頭大捷紀念日": ("光復節", "Retrocession Day"),
    "行憲紀念日": ("行憲紀念日", "Constitution Day"),
}
_OBSERVED = "（補假）"
_ONE_DAY = timedelta(days=1)
_LONGEST_BREAK = 14
_FIXED_DAYS: dict[str, tuple[int, int]] = {
    "元旦": (1, 1),
    "二二八": (2, 28),
    "兒童節": (4, 4),
    "勞動節": (5, 1),
    "父親節": (8, 8),
    "教師節": (9, 28),
    "國慶日": (10, 10),
    "光復節": (10, 25),
    "萬聖節": (10, 31),
    "平安夜": (12, 24),
    "聖誕節": (12, 25),
    "跨年": (12, 31),
}
"""Days with a fixed date; not all of them are public holidays."""
_LUNAR_DAYS = {"清明節": "民族掃墓節", "端午節": "端午節", "中秋節": "中秋節"}


def is_holiday(day: date) -> bool:
    """Whether the day is a public holiday of Taiwan, observed days off included."""
    return day in _calendar(day.year)


def holiday_name(day: date, language: str = "zh") -> str:
    """The everyday name of the holiday (清明節, 國慶日補假); empty on other days."""
    official = _calendar(day.year).get(day, "").split("; ")[0]
    if not official:
        return ""
    plain = official.partition("（")[0]
    zh, en = _EVERYDAY.get(plain, (plain, "Public holiday"))
    observed = official.endswith(_OBSERVED)
    if language == "en":
        return f"{en} (observed)" if observed else en
    return f"{zh}補假" if observed else zh


def days_off_around(day: date) -> Span:
    """The run of weekend days and holidays around a day; a working day stands alone."""
    return _last_off(day, -_ONE_DAY), _last_off(day, _ONE_DAY)


def next_break(today: date) -> Span | None:
    """The next run of at least three days off that has not ended."""
    day = today
    for _ in range(366):
        first, last = days_off_around(day)
        if (last - first).days >= 2 and _is_off(day):
            return first, last
        day = last + _ONE_DAY
    return None


def named_day(name: str, year: int) -> Span | None:
    """The days of a festival in a year, ``None`` when the calendar does not hold it.

    Names: the fixed days (元旦 … 跨年), 清明節, 端午節, 中秋節, 母親節, 小年夜, 除夕, 初一 … 初九,
    and 春節, which runs from the eve to the last day off.
    """
    if not FIRST_YEAR <= year <= LAST_YEAR:
        return None
    if name in _FIXED_DAYS:
        month, day = _FIXED_DAYS[name]
        return date(year, month, day), date(year, month, day)
    if name == "母親節":
        return _one(_second_sunday_of_may(year))
    if name in _LUNAR_DAYS:
        return _one(_first_named(year, _LUNAR_DAYS[name]))
    return _new_year(name, year)


def _new_year(name: str, year: int) -> Span | None:
    first = _first_named(year, "春節")
    if first is None:
        return None
    if name == "春節":
        return first - _ONE_DAY, days_off_around(first)[1]
    offset = {"小年夜": -2, "除夕": -1} | {f"初{c}": n for n, c in enumerate("一二三四五六七八九")}
    return _one(first + offset[name] * _ONE_DAY) if name in offset else None


def _one(day: date | None) -> Span | None:
    return (day, day) if day else None


def _first_named(year: int, official: str) -> date | None:
    days = [day for day, name in _calendar(year).items() if official in name.split("; ")]
    return min(days, default=None)


def _second_sunday_of_may(year: int) -> date:
    first = date(year, 5, 1)
    return first + timedelta(days=(6 - first.weekday()) % 7 + 7)


def _last_off(day: date, step: timedelta) -> date:
    for _ in range(_LONGEST_BREAK):
        if not _is_off(day) or not _is_off(day + step):
            return day
        day += step
    return day


def _is_off(day: date) -> bool:
    return day.weekday() >= 5 or is_holiday(day)


@lru_cache(maxsize=64)
def _calendar(year: int) -> Mapping[date, str]:
    """Day -> official Chinese name."""
    if not FIRST_YEAR <= year <= LAST_YEAR:
        return {}
    import holidays  # noqa: PLC0415 - 0.1 s that most questions never need

    days = dict(holidays.country_holidays("TW", years=year, language="zh_TW").items())
    eve = "農曆除夕"
    early = {day for day, name in days.items() if name == days.get(day + _ONE_DAY) == eve}
    return {day: "小年夜" if day in early else name for day, name in days.items()}
