"""Gym JSON: hours, prices, addresses."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

import pytest

from knowledge.errors import UnreadableFileError
from knowledge.importers import read_file
from knowledge.importers.gyms import read_price
from tests.knowledge.invented_files import gym, gym_file, write_json

if TYPE_CHECKING:
    from pathlib import Path

    from knowledge.schema import Gym, Records


def read(folder: Path, data: object) -> Records:
    return read_file(write_json(folder, data))


def one_gym(folder: Path, **fields: Any) -> Gym:
    return read(folder, gym_file(gym(**fields))).gyms[0]


def test_a_gym_keeps_what_the_file_says(tmp_path: Path) -> None:
    records = read(tmp_path, gym_file())
    (held,) = records.gyms
    assert (held.city, held.district, held.type) == ("台北市", "大安區", "bouldering")
    assert held.hours["monday"] == ()
    assert held.hours["holiday"] == (("09:00", "22:00"),)
    assert held.prices == {"weekday": 350, "weekend": 400, "shoes": 100}, "zero is unknown"
    assert held.transport == (("mrt", "虛構站步行五分鐘"),)
    assert held.notes == "平日17:00-18:00休息"
    assert held.flags == ()
    assert held.updated_on == date(2026, 2, 1)
    assert records.sources[0].updated_on == date(2026, 2, 1)
    assert records.problems == ()


def test_hours_come_in_many_shapes(tmp_path: Path) -> None:
    hours = {
        "weekday": "12:00-22:00",
        "wednesday": ["10:00-12:00", "13:00-22:00"],
        "sat": {"open": "09:00", "close": "18:00"},
        "sunday": {"closed": True},
        "holiday": None,
        "tuesday": "休息到通知",
    }
    records = read(tmp_path, gym_file(gym(openingHours=hours)))
    held = records.gyms[0].hours
    assert held["monday"] == (("12:00", "22:00"),)
    assert held["wednesday"] == (("10:00", "12:00"), ("13:00", "22:00"))
    assert held["saturday"] == (("09:00", "18:00"),)
    assert held["sunday"] == ()
    assert "holiday" not in held
    assert [problem.reason for problem in records.problems] == [
        "「tuesday」的營業時間看不懂：「休息到通知」"
    ]


@pytest.mark.parametrize(
    ("written", "price"),
    [
        (350, 350),
        (350.0, 350),
        ("350", 350),
        ("NT$1,350", 1350),
        ("350元", 350),
        (0, None),
        ("", None),
        (None, None),
        (-5, None),
        (10**9, None),
        (float("nan"), None),
        (True, None),
        ("免費", None),
        ([350], None),
    ],
)
def test_prices_are_dollars_or_unknown(written: object, price: int | None) -> None:
    assert read_price(written) == price


def test_a_price_that_cannot_be_read_is_reported(tmp_path: Path) -> None:
    records = read(tmp_path, gym_file(gym(pricing={"singleEntry": {"weekday": "看心情"}})))
    assert records.gyms[0].prices == {}
    assert records.problems[0].reason == "價格「weekday」看不懂：「看心情」"


def test_the_town_is_read_from_the_address(tmp_path: Path) -> None:
    held = one_gym(tmp_path, location={"address": "402台中市西屯區虛構路2號"})
    assert (held.city, held.district) == ("台中市", "西屯區")


def test_a_gym_out_of_business_is_flagged(tmp_path: Path) -> None:
    assert [flag.kind for flag in one_gym(tmp_path, status="歇業").flags] == ["closed"]
    assert one_gym(tmp_path, notes="請戴岩盔，小心墜落").flags == ()


@pytest.mark.parametrize(
    ("notes", "closed"),
    [
        ("本館自 2026/3/1 起暫停開放", True),
        ("已停止開放，請勿前往", True),
        ("每週一換線日晚上部分牆面封閉", False),
        ("6歲以下禁止進入大人區", False),
        ("先鋒牆暫停開放", False),
        ("寵物禁止進入", False),
    ],
)
def test_only_what_shuts_the_gym_itself_flags_it(tmp_path: Path, notes: str, closed: bool) -> None:
    held = one_gym(tmp_path, notes=notes)
    assert ("closed" in {flag.kind for flag in held.flags}) is closed


def test_an_old_name_in_the_notes_is_a_name_of_the_gym(tmp_path: Path) -> None:
    assert "小岩洞" in one_gym(tmp_path, notes="原名「小岩洞」，2025 年搬家").aliases


def test_a_bare_list_of_gyms_is_read(tmp_path: Path) -> None:
    assert len(read(tmp_path, [gym()]).gyms) == 1


def test_bad_rows_are_listed_and_the_rest_is_read(tmp_path: Path) -> None:
    rows: list[Any] = [
        gym("a"),
        gym("a"),
        {"type": "lead"},
        7,
        gym("b", openingHours="每天", location=[]),
    ]
    records = read(tmp_path, gym_file(*rows))
    assert [held.id for held in records.gyms] == ["a", "b"]
    assert [problem.row for problem in records.problems] == [
        "gyms[1]",
        "gyms[2]",
        "gyms[3]",
        "gyms[4]",
        "gyms[4]",
    ]


def test_a_gym_without_a_name_is_listed_though_it_has_an_id(tmp_path: Path) -> None:
    rows = [gym("a", name="", nameEn=""), gym("b", name=None, nameEn=None), gym("c")]
    records = read(tmp_path, gym_file(*rows))
    assert [held.id for held in records.gyms] == ["c"]
    assert [(problem.row, problem.reason) for problem in records.problems] == [
        ("gyms[0]", "沒有岩館名稱，略過"),
        ("gyms[1]", "沒有岩館名稱，略過"),
    ]


@pytest.mark.parametrize("data", [{"gyms": []}, {"gyms": 3}, {"gyms": [1]}, {"gyms": [{}]}])
def test_a_file_without_a_usable_gym_is_refused(tmp_path: Path, data: object) -> None:
    with pytest.raises(UnreadableFileError):
        read(tmp_path, data)
