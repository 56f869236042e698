"""Days are read when they are certain, and never completed or shifted."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.logbook.importers.days import UncertainDayError, script_day, slashes_of, written_day

DAYS = st.dates(date(1970, 1, 1), date(2099, 12, 31))


@pytest.mark.parametrize(
    ("cell", "day"),
    [
        ("2026-10-04", date(2026, 10, 4)),
        ("2026/3/4", date(2026, 3, 4)),
        ("2026-10-04T00:00:00Z", date(2026, 10, 4)),
        ("2026-10-04T12:00:00Z", date(2026, 10, 4)),
        ("2026-10-04T23:59:59.999Z", date(2026, 10, 4)),
        ("2026-10-04 20:11:00.123456", date(2026, 10, 4)),
        ("31/Aug/26", date(2026, 8, 31)),
        ("31/August/2026", date(2026, 8, 31)),
        ("1/Jan/70", date(1970, 1, 1)),
        ("1/Jan/69", date(2069, 1, 1)),
        ("3/23/2024", date(2024, 3, 23)),
        ("23/3/2024", date(2024, 3, 23)),
        ("4/4/2024", date(2024, 4, 4)),
        ("2024-02-29", date(2024, 2, 29)),
    ],
)
def test_certain_days(cell: str, day: date) -> None:
    assert written_day(cell) == (day, "")


@pytest.mark.parametrize(
    "cell", ["", "2024", "2024-05", "2024-05-00", "???/2024", "??/Aug/2024", "Aug/2024", "?/?/2024"]
)
def test_partial_days_are_no_day(cell: str) -> None:
    day, notice = written_day(cell)
    assert day is None
    assert "不註明日期" in notice


@pytest.mark.parametrize(
    "cell",
    [
        "2023-02-29", "2026-13-01", "31/Feb/26", "13/13/2024", "3/4/2024", "03/04/2024",
        "yesterday", "20261004", "1700000000", "2026-10-04-05", "32/Aug/26", "5/Foo/26", "3/4/24",
    ],
)  # fmt: skip
def test_days_that_do_not_exist_or_may_be_two_are_refused(cell: str) -> None:
    with pytest.raises(UncertainDayError) as caught:
        written_day(cell)
    assert caught.value.reason


def test_one_telling_date_settles_the_slashes_of_its_file() -> None:
    assert slashes_of(["3/4/2024", "3/23/2024", ""]) == "month first"
    assert slashes_of(["3/4/2024", "23/3/2024"]) == "day first"
    assert slashes_of(["3/23/2024", "23/3/2024"], american=True) == "unknown"
    assert slashes_of(["03/04/2024"], american=True) == "unknown"
    assert slashes_of(["3/4/2024"]) == "unknown"
    assert written_day("3/4/2024", "day first") == (date(2024, 4, 3), "")
    assert written_day("3/4/2024", "month first") == (date(2024, 3, 4), "")


def test_what_a_site_is_known_to_become_in_excel_is_said_to_the_member() -> None:
    assert slashes_of(["3/4/2024"], american=True) == "month first, as a rule"
    day, notice = written_day("3/4/2024", "month first, as a rule")
    assert day == date(2024, 3, 4)
    assert "月/日/年" in notice
    with pytest.raises(UncertainDayError):
        written_day("13/13/2024", "month first, as a rule")


@given(DAYS)
def test_every_day_survives_every_certain_spelling(day: date) -> None:
    for cell in (f"{day}", f"{day:%Y/%m/%d}", f"{day}T00:00:00Z", f"{day:%d/%b/%Y}"):
        assert written_day(cell) == (day, "")


@given(DAYS)
def test_a_slashed_day_is_read_right_or_not_at_all(day: date) -> None:
    try:
        found, _ = written_day(f"{day.month}/{day.day}/{day.year}")
    except UncertainDayError:
        assert day.day <= 12
        assert day.day != day.month
    else:
        assert found == day


@pytest.mark.parametrize(
    ("cell", "day"),
    [
        ("Sat Nov 07 2026 17:40:00 GMT+0000 (GMT+00:00)", date(2026, 11, 8)),
        ("Sat Nov 07 2026 15:59:59 GMT+0000 (Coordinated Universal Time)", date(2026, 11, 7)),
        ("Sat Nov 07 2026 16:00:00 GMT+0000", date(2026, 11, 8)),
        ("Thu Dec 31 2026 16:30:00 GMT-0000", date(2027, 1, 1)),
        ("Thu Dec 31 2026 23:59:00 GMT+0800 (台北標準時間)", date(2026, 12, 31)),
        ("Thu Feb 29 2024 08:00:00 GMT-0800 (Pacific Standard Time)", date(2024, 3, 1)),
    ],
)
def test_instants_become_taipei_days(cell: str, day: date) -> None:
    assert script_day(cell) == day


@pytest.mark.parametrize(
    "cell",
    ["", "Invalid Date", "Nov 2026", "Fri Nov 31 2026 13:05:00 GMT+0000",
     "Fri Foo 01 2026 13:05:00 GMT+0000", "Fri Nov 01 2026 25:05:00 GMT+0000",
     "Fri Dec 31 9999 23:05:00 GMT-0000", "Fri Nov 01 2026 13:05:00"],
)  # fmt: skip
def test_what_is_no_instant_is_refused(cell: str) -> None:
    with pytest.raises(UncertainDayError):
        script_day(cell)
