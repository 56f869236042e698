"""Days and times of questions about opening hours, and the hours of a gym on them."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, Final

import holidays

from bot.evaluation.expectation import TODAY
from bot.evaluation.texts import weekday_words
from bot.evaluation.values import Words
from knowledge.schema import WEEKDAYS

if TYPE_CHECKING:
    from random import Random

    from bot.evaluation.golds.route_facts import Groups
    from bot.evaluation.values import SlotValue
    from knowledge.schema import Gym

Spans = tuple[tuple[str, str], ...]
CLOSED: Final = ("公休", "休館", "休息", "沒開", "沒有開", "沒營業", "沒有營業", "不營業", "closed")
_HOLIDAYS_EN: Final = {
    "元旦": "New Year's Day",
    "國慶日": "National Day",
    "端午節": "Dragon Boat Festival",
    "中秋節": "Mid-Autumn Festival",
    "和平紀念日": "Peace Memorial Day",
}


def hours_groups(spans: Spans) -> Groups:
    """Every opening and closing time, or a word for closed."""
    if not spans:
        return (CLOSED,)
    return tuple(dict.fromkeys((time, time.lstrip("0")) for span in spans for time in span))


def hours_on(gym: Gym, day: date) -> Spans | None:
    """The gym's spans on a date; public holidays have hours of their own."""
    if is_holiday(day) and "holiday" in gym.hours:
        return gym.hours["holiday"]
    return gym.hours.get(WEEKDAYS[day.weekday()])


def is_holiday(day: date) -> bool:
    """Whether Taiwan has a day off then that a weekend alone does not explain."""
    return day in holidays.country_holidays("TW", years=day.year)


def ask_day(when: str, rng: Random) -> tuple[date, date | None, dict[str, SlotValue]] | None:
    """(today, the day asked about, slots); ``None`` for a draw on which a holiday would confuse.

    Raises:
        ValueError: For a ``when`` that does not exist.
    """
    today = TODAY + timedelta(days=rng.randrange(40))
    if when == "holiday":
        return _some_holiday(rng)
    if when == "named":
        day = today + timedelta(days=rng.randrange(1, 7))
        words = Words(weekday_words(day, "zh"), weekday_words(day, "en"))
        return None if is_holiday(day) or _wraps(today, day) else (today, day, {"day": words})
    if when == "date":
        day = today + timedelta(days=rng.randrange(3, 30))
        shown = Words(
            (f"{day.month}/{day.day}", f"{day.month}月{day.day}日"), (f"{day:%B} {day.day}",)
        )
        return None if is_holiday(day) else (today, day, {"date": shown})
    ahead = {
        "today": 0,
        "tomorrow": 1,
        "day_after": 2,
        "this_saturday": 5 - today.weekday(),
        "next_sunday": 13 - today.weekday(),
    }
    if when not in ahead:
        raise ValueError(f"no day: {when}")
    day = today + timedelta(days=ahead[when])
    return None if is_holiday(day) or day < today else (today, day, {})


def _wraps(today: date, day: date) -> bool:
    """Whether 「星期三」 said on this day could also mean the past one of the same week."""
    return day.weekday() < today.weekday() and is_holiday(day - timedelta(days=7))


def _some_holiday(rng: Random) -> tuple[date, date | None, dict[str, SlotValue]] | None:
    name = rng.choice(sorted(_HOLIDAYS_EN))
    words = Words((name,), (_HOLIDAYS_EN[name],))
    return TODAY, None, {"holiday": words}


def minutes(time: str) -> int:
    """Minutes since midnight of ``HH:MM``."""
    hour, minute = time.split(":")
    return int(hour) * 60 + int(minute)


def clock_words(minute: int) -> Words:
    """Ways to say a time of day."""
    hour, rest = divmod(minute, 60)
    half = "半" if rest else ""
    part = "早上" if hour < 12 else "中午" if hour == 12 else "下午" if hour < 18 else "晚上"
    twelve = hour if hour <= 12 else hour - 12
    suffix = "am" if hour < 12 else "pm"
    english = f"{twelve}:30 {suffix}" if rest else f"{twelve} {suffix}"
    return Words(
        (f"{part} {twelve} 點{half}", f"{part}{twelve}點{half}", f"{hour:02d}:{rest:02d}"),
        (english,),
    )
