"""Breaks within opening hours, read from the notes of a gym."""

from __future__ import annotations

import pytest

from knowledge.catalog import Catalogue
from knowledge.filters import GymFilter
from knowledge.importers import gym_json
from knowledge.importers.breaks import read_breaks
from knowledge.schema import WEEKDAYS, Records

WEEK = {
    **dict.fromkeys(WEEKDAYS[:5], (("13:00", "22:00"),)),
    **dict.fromkeys((*WEEKDAYS[5:], "holiday"), (("09:00", "22:00"),)),
}
FIVE = (("17:00", "18:00"),)
NOON = (("12:00", "13:00"),)


@pytest.mark.parametrize(
    ("notes", "wednesday", "saturday"),
    [
        ("平日17:00-18:00休息", FIVE, ()),
        ("採預約制，平日17:00～18:00清潔，假日12:00-13:00休息", FIVE, NOON),
        ("平日 17-18 點，假日 12-13 點休息", FIVE, NOON),
        ("每日下午五點到六點暫停開放。", FIVE, FIVE),
        ("Closed 5-6pm on weekdays for cleaning", FIVE, ()),
        ("週三17點到18點半休息", (("17:00", "18:30"),), ()),
        ("中午12:00至13:00休息（週末）", (), NOON),
        ("午休 12:00-13:00", (), NOON),
        ("平日 17:00-18:00 不休息", (), ()),
        ("3/10 17:00-18:00 休館", (), ()),
        ("星光票為平日20:30-22:00；休息區開放", (), ()),
        ("兒童課程 14:00-16:00，休息區不開放", (), ()),
        ("", (), ()),
    ],
)
def test_breaks_are_read_by_day(notes: str, wednesday: object, saturday: object) -> None:
    found = read_breaks(notes, WEEK)
    assert (found.get("wednesday", ()), found.get("saturday", ())) == (wednesday, saturday)


def held(*rows: dict[str, object]) -> Catalogue:
    gyms = gym_json.read({"gyms": [{"name": row["id"], **row} for row in rows]}, "g.json")
    return Catalogue.of(Records(sources=gyms.sources, gyms=gyms.gyms))


RESTING: dict[str, object] = {
    "id": "resting",
    "notes": "平日17:00-18:00休息",
    "openingHours": {"monday": "公休", "wednesday": "13:00-22:00", "saturday": "13:00-22:00"},
}


@pytest.mark.parametrize(
    ("day", "at", "fits"),
    [
        ("wednesday", "16:59", True),
        ("wednesday", "17:00", False),
        ("wednesday", "17:30", False),
        ("wednesday", "18:00", True),
        ("saturday", "17:30", True),
    ],
)
def test_a_gym_is_not_open_in_its_break(day: str, at: str, *, fits: bool) -> None:
    gyms = held(RESTING).gyms(GymFilter(open_day=day, open_at=at))
    assert bool(gyms) == fits


def test_a_day_that_is_not_recorded_is_not_a_day_off() -> None:
    catalogue = held(RESTING)
    assert [gym.id for gym in catalogue.gyms(GymFilter(closed_day="monday"))] == ["resting"]
    assert not catalogue.gyms(GymFilter(closed_day="tuesday"))
