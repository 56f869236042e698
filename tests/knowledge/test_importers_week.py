"""Opening hours of a week in one text, and other habits of gym tables."""

from __future__ import annotations

from typing import Any

import pytest

from knowledge.importers import gym_json
from knowledge.importers.hours import read_hours
from knowledge.importers.table import Sheet, read_sheets
from knowledge.importers.week import read_week
from knowledge.schema import WEEKDAYS, Gym
from knowledge.terms import chinese_city

LATE, SHORT = (("14:00", "22:00"),), (("10:00", "20:00"),)
ALL = (*WEEKDAYS, "holiday")


def gym(**values: Any) -> Gym:
    return gym_json.read({"gyms": [{"id": "g", "name": "白石館", **values}]}, "g.json").gyms[0]


@pytest.mark.parametrize(
    ("written", "monday", "friday", "saturday", "holiday"),
    [
        ("平日 14:00-22:00、假日 10:00-20:00", LATE, LATE, SHORT, SHORT),
        ("平日 14:00-22:00；週末 10:00-20:00", LATE, LATE, SHORT, None),
        ("週一至週五 14:00-22:00 週六日 10:00-20:00", LATE, LATE, SHORT, None),
        ("週一～五 14:00-22:00／六、日 10:00-20:00", LATE, LATE, SHORT, None),
        ("週二到週五 14:00-22:00，週末 10:00-20:00（週一公休）", (), LATE, SHORT, None),
        ("公休日：週一，其餘 14:00-22:00", (), LATE, LATE, LATE),
        ("Mon closed; Tue-Fri 2pm-10pm; Sat-Sun 10am-8pm", (), LATE, SHORT, None),
        ("每日 14:00-22:00", LATE, LATE, LATE, LATE),
        ("14:00-22:00（週一公休）", (), LATE, LATE, LATE),
        ("14:00-22:00（國定假日公休）", LATE, LATE, LATE, ()),
    ],
)
def test_a_week_in_one_text_is_read_day_by_day(
    written: str, monday: Any, friday: Any, saturday: Any, holiday: Any
) -> None:
    week = read_week(written, ALL)
    assert week is not None
    days = ("monday", "friday", "saturday", "holiday")
    assert tuple(week.get(day) for day in days) == (monday, friday, saturday, holiday)


def test_an_opening_text_of_a_gym_is_its_week() -> None:
    hours = gym(openingHours="平日 14:00-22:00 假日 10:00-20:00").hours
    assert (hours["monday"], hours["sunday"]) == (LATE, SHORT)


def test_hours_of_other_days_in_a_days_own_field_are_not_its_own() -> None:
    hours = gym(openingHours={"saturday": "12:00-22:00 (假日 10:00-20:00)"}).hours
    assert hours == {"saturday": SHORT}


@pytest.mark.parametrize("written", ["看心情", "週一", "平日", "週一到週五請先來電"])
def test_a_week_without_hours_is_not_recorded(written: str) -> None:
    assert gym(openingHours=written).hours == {}


@pytest.mark.parametrize(
    ("written", "spans"),
    [
        ("全日休息", ()),
        ("每週一公休", ()),
        ("全年無休", None),
        ("14:00-22:00（最後入場 21:00）", LATE),
        ("休息至 14:00", None),
    ],
)
def test_a_note_does_not_hide_whether_a_day_is_open(written: str, spans: Any) -> None:
    assert read_hours(written) == spans


def test_tickets_of_every_usual_column_are_kept() -> None:
    heads = ["館名", "城市", "平日票", "學生票", "十次券", "月票", "租粉袋", "營業時間"]
    cells = ["白石館", "Taipei", "300元", "250", "2,500", "1800", "20", "平日 14:00-22:00"]
    read = read_sheets([Sheet("", [heads, cells])], "館.csv").gyms[0]
    told = (300, 250, 2500, 1800, 20)
    keys = ("weekday", "student", "tenPass", "monthlyPass", "chalk")
    assert tuple(read.prices[key] for key in keys) == told
    assert (read.city, read.hours["monday"], "sunday" in read.hours) == ("台北市", LATE, False)


def test_a_length_in_feet_may_name_its_unit() -> None:
    heads = ["Crag", "Route", "Grade", "Length (ft)"]
    rows = [heads, ["Elm Bluff", "Fern", "5.9", "70 ft"], ["Elm Bluff", "Moss", "5.8", "70"]]
    assert [r.length_m for r in read_sheets([Sheet("", rows)], "x.csv").routes] == [21.3, 21.3]


@pytest.mark.parametrize(
    ("written", "city"),
    [
        ("Taipei", "台北市"),
        ("New Taipei City", "新北市"),
        ("Hsinchu County", "新竹縣"),
        ("台北", "台北市"),
        ("新竹", "新竹"),
        ("臺北市", "臺北市"),
        ("Berlin", "Berlin"),
    ],
)
def test_cities_are_known_by_their_full_chinese_name(written: str, city: str) -> None:
    assert chinese_city(written) == city
