"""Dates, times of day and public holidays, in Chinese and English. Pure: today is passed in."""

from knowledge.dates.clock import TimeMention, find_times
from knowledge.dates.days import WEEKDAY_NAMES, format_day, hours_key, is_weekend, weekday_name
from knowledge.dates.mentions import DateMention, find_dates
from knowledge.dates.public_holidays import holiday_name, is_holiday

__all__ = [
    "WEEKDAY_NAMES",
    "DateMention",
    "TimeMention",
    "find_dates",
    "find_times",
    "format_day",
    "holiday_name",
    "hours_key",
    "is_holiday",
    "is_weekend",
    "weekday_name",
]
