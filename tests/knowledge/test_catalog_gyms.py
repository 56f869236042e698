"""Gym questions: where, how much, when."""

from __future__ import annotations

from typing import Any

import pytest

from knowledge.catalog import Catalogue
from knowledge.filters import GymFilter, GymOrder
from tests.knowledge.invented_records import records

HELD = Catalogue.of(records())


def ids(wanted: GymFilter, order: GymOrder = "name", *, descending: bool = False) -> list[str]:
    return [gym.id for gym in HELD.gyms(wanted, order, descending=descending)]


@pytest.mark.parametrize(
    ("wanted", "expected"),
    [
        ({}, ["isle", "night", "bare"]),
        ({"gym_ids": ("bare",)}, ["bare"]),
        ({"regions": ("北部", "南部")}, ["isle", "night"]),
        ({"cities": ("臺北市",)}, ["isle"]),
        ({"cities": ("台南",)}, ["night"]),
        ({"districts": ("大安",)}, ["isle"]),
        ({"types": ("mixed",)}, ["night"]),
        ({"facilities": ("淋浴",)}, ["isle", "night"]),
        ({"facilities": ("淋浴", "上攀")}, ["night"]),
        ({"facilities": ("沖澡|淋浴", "速度牆|上攀")}, ["night"]),
        ({"closed_day": "monday"}, ["isle"]),
        ({"facilities": ("速度牆",)}, []),
        ({"price_max": 300}, ["night"]),
        ({"price_min": 300}, ["isle"]),
        ({"price_key": "twilight", "price_max": 999}, ["night"]),
        ({"open_day": "monday"}, ["night"]),
        ({"open_day": "tuesday"}, ["isle", "night"]),
        ({"open_day": "tuesday", "open_at": "13:00"}, ["isle"]),
        ({"open_day": "tuesday", "open_at": "11:00"}, ["night"]),
        ({"open_day": "tuesday", "open_at": "00:30"}, ["night"]),
        ({"open_day": "tuesday", "open_at": "01:30"}, []),
        ({"open_day": "holiday", "open_at": "21:59"}, ["isle", "night"]),
        ({"open_day": "holiday", "open_at": "22:00"}, ["night"]),
        ({"open_day": "tuesday", "open_after": "22:00"}, ["isle", "night"]),
        ({"open_day": "tuesday", "open_after": "22:01"}, ["night"]),
        ({"open_at": "21:00"}, ["isle", "night"]),
        ({"open_day": "someday"}, []),
        ({"open_at": "late"}, ["isle", "night", "bare"]),
    ],
    ids=str,
)
def test_filters_are_exact(wanted: dict[str, Any], expected: list[str]) -> None:
    assert ids(GymFilter(**wanted)) == expected


@pytest.mark.parametrize(
    ("order", "descending", "expected"),
    [
        ("weekday", False, ["night", "isle", "bare"]),
        ("weekday", True, ["isle", "night", "bare"]),
        ("shoes", False, ["isle", "night", "bare"]),
        ("closes", True, ["night", "isle", "bare"]),
        ("opens", False, ["night", "isle", "bare"]),
    ],
)
def test_orders_put_the_unknown_last(
    order: GymOrder, descending: bool, expected: list[str]
) -> None:
    assert ids(GymFilter(), order, descending=descending) == expected


def test_a_day_off_has_no_closing_time() -> None:
    found = HELD.gyms(GymFilter(gym_ids=("isle", "night"), open_day=""), "closes")
    assert [gym.id for gym in found] == ["isle", "night"]
