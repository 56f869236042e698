from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from knowledge.dates import (
    format_day,
    holiday_name,
    hours_key,
    is_holiday,
    is_weekend,
    weekday_name,
)

TODAY = date(2026, 11, 21)


@pytest.mark.parametrize(
    ("day", "name"),
    [
        (date(2026, 1, 1), "元旦"),
        (date(2026, 2, 15), "小年夜"),
        (date(2026, 2, 16), "除夕"),
        (date(2026, 2, 17), "春節"),
        (date(2026, 4, 5), "清明節"),
        (date(2026, 4, 6), "清明節補假"),
        (date(2026, 9, 28), "教師節"),
        (date(2026, 10, 9), "國慶日補假"),
        (date(2026, 11, 21), ""),
    ],
)
def test_public_holidays_have_everyday_names(day: date, name: str) -> None:
    assert holiday_name(day) == name
    assert is_holiday(day) == bool(name)


def test_holidays_have_english_names() -> None:
    assert holiday_name(date(2026, 9, 25), "en") == "Mid-Autumn Festival"
    assert holiday_name(date(2026, 10, 9), "en") == "National Day (observed)"


def test_opening_hours_follow_the_holiday_first_and_the_weekday_else() -> None:
    assert hours_key(TODAY) == "saturday"
    assert hours_key(date(2026, 10, 9)) == "holiday"
    assert hours_key(date(2026, 10, 11)) == "sunday"


def test_days_are_written_in_both_languages() -> None:
    assert format_day(TODAY) == "11/21（六）"
    assert format_day(TODAY, "en") == "Sat 21 Nov 2026"
    assert format_day(date(2027, 1, 1), today=TODAY) == "2027/1/1（五）"
    assert weekday_name(TODAY) == "星期六"
    assert weekday_name(TODAY, "en") == "Saturday"


@settings(deadline=None)  # the first call loads tables
@given(st.dates(min_value=date(1900, 1, 2), max_value=date(2200, 1, 1)))
def test_every_day_has_hours_and_a_name(day: date) -> None:
    assert hours_key(day)
    assert is_weekend(day) == (weekday_name(day) in ("星期六", "星期日"))
    assert is_weekend(day) == is_weekend(day + timedelta(weeks=1))
