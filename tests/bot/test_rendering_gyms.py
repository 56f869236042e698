"""Gyms: hours by day with public holidays, prices by ticket, facilities, lists."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from bot.rendering import render
from bot.rendering.opening import is_open
from knowledge.filters import GymFilter
from tests.bot.rendering_records import REEF_GYM, SALT_GYM, TODAY, gym_evidence, query

CHRISTMAS = date(2026, 12, 25)
"""Constitution Day, a public holiday on a Friday."""
MONDAY = date(2026, 11, 23)
TUESDAY = date(2026, 11, 24)
HELD = gym_evidence(gyms=(SALT_GYM,))


def test_a_day_is_told_with_its_hours_and_the_date_of_the_record() -> None:
    draft = render(query("gym_hours", fields=("hours",), days=(TUESDAY,)), HELD)
    assert "「海鹽攀岩館-永春店」" in draft.text
    assert "11/24（二）" in draft.text
    assert "14:00-22:30" in draft.text
    assert "截至 2026-01-05，出發前請向館方確認。" in draft.text
    assert draft.text.splitlines()[-1] == "📚 來源：示範岩館表（更新 2026-01-05）（虛構示範資料）"
    assert draft.gym_ids == ("g1",)


def test_a_public_holiday_has_holiday_hours_and_says_so() -> None:
    text = render(query("gym_hours", fields=("hours",), days=(CHRISTMAS,)), HELD).text
    assert "10:00-18:00" in text
    assert "國定假日" in text


def test_a_holiday_without_recorded_hours_is_not_guessed() -> None:
    hours = {key: value for key, value in SALT_GYM.hours.items() if key != "holiday"}
    held = gym_evidence(gyms=(replace(SALT_GYM, hours=hours),))
    draft = render(query("gym_hours", fields=("hours",), days=(CHRISTMAS,)), held)
    assert "沒有記載" in draft.text
    assert "參考" in draft.text
    assert draft.abstained


def test_a_closed_day_is_called_closed() -> None:
    assert "公休" in render(query("gym_hours", fields=("hours",), days=(MONDAY,)), HELD).text


@pytest.mark.parametrize(
    ("day", "clock", "expected"),
    [
        (TUESDAY, "22:00", "所以 22:00 有開。"),
        (TUESDAY, "22:30", "所以 22:30 沒開。"),
        (TUESDAY, "09:00", "所以 09:00 沒開。"),
        (MONDAY, "15:00", "所以 15:00 沒開。"),
    ],
)
def test_a_time_is_answered_with_yes_or_no(day: date, clock: str, expected: str) -> None:
    text = render(query("gym_hours", fields=("hours",), days=(day,), clock=clock), HELD).text
    assert expected in text


def test_a_time_without_a_day_means_today() -> None:
    text = render(query("gym_hours", fields=("hours",), clock="21:00"), HELD).text
    assert f"今天 {TODAY.month}/{TODAY.day}（五）" in text
    assert "有開" in text


def test_without_a_day_the_whole_week_is_shown() -> None:
    text = render(query("gym_hours", fields=("hours",)), HELD).text
    assert "・週一 公休" in text
    assert "・週二到週五 14:00-22:30" in text
    assert "公休：週一。" in text


def test_a_week_without_a_rest_day_says_so() -> None:
    hours = {**SALT_GYM.hours, "monday": (("14:00", "22:30"),)}
    held = gym_evidence(gyms=(replace(SALT_GYM, hours=hours),))
    assert "沒有公休日" in render(query("gym_hours", fields=("hours",)), held).text


def test_hours_past_midnight_are_open_at_night() -> None:
    assert is_open((("18:00", "02:00"),), "23:30")
    assert is_open((("18:00", "02:00"),), "01:30")
    assert not is_open((("18:00", "02:00"),), "02:00")
    assert is_open((("10:00", "24:00"),), "23:59")


def test_missing_hours_are_missing() -> None:
    draft = render(query("gym_hours", fields=("hours",)), gym_evidence(gyms=(REEF_GYM,)))
    assert "沒有記載" in draft.text
    assert draft.abstained


def test_all_prices_are_labelled_and_notes_quoted() -> None:
    text = render(query("gym_price", fields=("price",)), HELD).text
    for part in ("平日單次 350 元", "假日單次 400 元", "岩鞋租借 100 元", "學生平日 300"):
        assert part in text


@pytest.mark.parametrize(
    ("day", "shown", "hidden"),
    [(TUESDAY, "平日單次 350 元", "400"), (CHRISTMAS, "假日單次 400 元", "350")],
)
def test_the_price_follows_the_day(day: date, shown: str, hidden: str) -> None:
    text = render(query("gym_price", fields=("price",), days=(day,)), HELD).text
    assert shown in text
    assert hidden not in text


@pytest.mark.parametrize("field", ["twilight", "harness"])
def test_a_missing_ticket_is_not_guessed(field: str) -> None:
    draft = render(query("gym_price", fields=(field,)), HELD)
    assert "沒有記載" in draft.text
    assert draft.abstained


@pytest.mark.parametrize(
    ("field", "expected"),
    [
        ("address", "台北市信義區虛構路 1 號"),
        ("phone", "02-5550-0101"),
        ("website", "https://example.org/salt-gym"),
        ("line", "@salt-gym"),
        ("facilities", "抱石區、淋浴設施"),
        ("type", "抱石"),
        ("region", "台北市信義區"),
        ("notes", "17:00-18:00 清潔休息"),
        ("names", "Sea Salt Yongchun"),
    ],
)
def test_a_recorded_field_of_a_gym_is_told(field: str, expected: str) -> None:
    draft = render(query("gym_info", fields=(field,)), HELD)
    assert expected in draft.text
    assert not draft.abstained


@pytest.mark.parametrize("field", ["phone", "facilities", "notes", "transport", "parking"])
def test_a_missing_field_of_a_gym_abstains(field: str) -> None:
    draft = render(query("gym_info", fields=(field,)), gym_evidence(gyms=(REEF_GYM,)))
    assert "沒有記載" in draft.text
    assert draft.abstained


@pytest.mark.parametrize(("facility", "expected"), [("淋浴", "有淋浴"), ("速度牆", "沒有列速度牆")])
def test_a_facility_is_answered_with_yes_or_not_listed(facility: str, expected: str) -> None:
    wanted = GymFilter(facilities=(facility,))
    asked = query("gym_info", fields=("facilities",), gym_filter=wanted)
    assert expected in render(asked, HELD).text


def test_branches_stand_on_lines_of_their_own() -> None:
    held = gym_evidence(gyms=(SALT_GYM, REEF_GYM))
    draft = render(query("gym_price", fields=("weekday",)), held)
    lines = draft.text.splitlines()
    assert any("永春店" in line and "350" in line and "300" not in line for line in lines)
    assert any("暗礁" in line and "300" in line and "350" not in line for line in lines)
    assert draft.gym_ids == ("g1", "g2")


def test_gyms_are_listed_and_counted() -> None:
    held = gym_evidence(gyms=(SALT_GYM, REEF_GYM))
    wanted = GymFilter(types=("bouldering", "mixed"), price_max=400)
    draft = render(query("gym_list", gym_filter=wanted), held)
    assert "共 2 間" in draft.text
    assert "抱石・平日單次 400 元以內" in draft.text
    assert (
        "1. 海鹽攀岩館-永春店（Sea Salt Yongchun）｜抱石｜台北市信義區｜平日單次 350 元"
        in draft.text
    )
    counted = render(query("gym_list", gym_filter=wanted, fields=("count",)), held)
    assert "2 間" in counted.text
    assert counted.gym_ids == ("g1", "g2")


def test_no_gym_is_said_and_abstains() -> None:
    draft = render(query("gym_list", gym_filter=GymFilter(cities=("連江縣",))), gym_evidence())
    assert "連江縣" in draft.text
    assert draft.abstained
    assert draft.gym_ids == ()


def test_the_cheapest_gym_is_told_with_its_price() -> None:
    asked = query("gym_list", gym_order="weekday")
    draft = render(asked, gym_evidence(gyms=(REEF_GYM,)))
    assert "平日單次最便宜的是「暗礁抱石」，平日單次 300 元。" in draft.text
    assert draft.gym_ids == ("g2",)


def test_the_latest_gym_is_told_with_its_hours() -> None:
    asked = query("gym_list", gym_order="closes", descending=True, days=(TUESDAY,))
    text = render(asked, gym_evidence(gyms=(SALT_GYM,))).text
    assert "最晚打烊的是「海鹽攀岩館-永春店」" in text
    assert "14:00-22:30" in text


def test_gyms_are_compared_by_price() -> None:
    held = gym_evidence(gyms=(SALT_GYM, REEF_GYM))
    text = render(query("compare", fields=("weekday",)), held).text
    assert "平日單次：「暗礁抱石」比較便宜，差 50 元。" in text


def test_an_unknown_gym_points_to_the_gym_itself() -> None:
    draft = render(query("gym_hours", unknown=("雲頂岩館",)), gym_evidence())
    assert "「雲頂岩館」" in draft.text
    assert draft.abstained


def test_english_hours_are_in_english() -> None:
    text = render(query("gym_hours", language="en", days=(TUESDAY,)), HELD).text
    assert "Sea Salt Yongchun" in text
    assert "Tue 24 Nov 2026" in text
    assert "14:00-22:30" in text
