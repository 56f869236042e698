"""Sizes, years, prices, amounts, positions and orders, read from the words of a question."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bot.understanding import slots
from bot.understanding.slots import Bounds
from knowledge.filters import RouteOrderBy
from knowledge.text import key

if TYPE_CHECKING:
    from collections.abc import Callable


def read(reader: Callable[[str, str], object], text: str) -> object:
    return reader(key(text), text.casefold())


@pytest.mark.parametrize(
    ("text", "value"),
    [("三", 3), ("十", 10), ("十五", 15), ("二十", 20), ("三十七", 37), ("兩百", 200),
     ("一百二十", 120), ("四百五十", 450), ("007", 7)],
)  # fmt: skip
def test_numbers_of_both_scripts(text: str, value: float) -> None:
    assert slots.number(key(text)) == value


@pytest.mark.parametrize(
    ("text", "lo", "hi"),
    [
        ("20 公尺以上的路線", 20, None),
        ("20 公尺或以上", 20, None),
        ("二十米以上", 20, None),
        ("至少 20 公尺", 20, None),
        ("不少於 20 公尺", 20, None),
        ("不低於 20 公尺", 20, None),
        ("12.5 公尺以上", 12.5, None),
        ("不超過 12.5 公尺", None, 12.5),
        ("20 公尺以下", None, 20),
        ("20 公尺以內", None, 20),
        ("不超過 20 公尺", None, 20),
        ("不大於 20 公尺", None, 20),
        ("最多 20 公尺", None, 20),
        ("超過 20 公尺", 20.01, None),
        ("大於 20 公尺", 20.01, None),
        ("不到 20 公尺", None, 19.99),
        ("少於 20 公尺", None, 19.99),
        ("15 到 20 公尺", 15, 20),
        ("20 到 15 公尺", 15, 20),
        ("15-20m", 15, 20),
        ("15~20 公尺", 15, 20),
        ("長度 20 以上", 20, None),
        ("25m 的路線", 25, 25),
        ("longer than 20m", 20.01, None),
        ("over 20 m", 20.01, None),
        ("at least 20 metres", 20, None),
        ("20m or more", 20, None),
        ("under 15 m", None, 14.99),
        ("shorter than 15 meters", None, 14.99),
        ("up to 15 m", None, 15),
        ("no more than 15 m", None, 15),
        ("not less than 15 m", 15, None),
        ("between 10 and 15 m", 10, 15),
        ("多長", None, None),
        ("幾公尺", None, None),
        ("8 顆 bolt", None, None),
        ("", None, None),
    ],
    ids=repr,
)
def test_lengths(text: str, lo: float | None, hi: float | None) -> None:
    assert read(slots.find_length, text) == Bounds(lo, hi)


def test_about_a_length_leaves_room() -> None:
    found = read(slots.find_length, "20 公尺左右的路線")
    assert found == Bounds(17.0, 23.0)


@pytest.mark.parametrize(
    ("text", "lo", "hi"),
    [
        ("8 顆 bolt 以上", 8, None),
        ("八支 bolt 以上", 8, None),
        ("8 顆以上的 bolt", 8, None),
        ("至少 8 個錨栓", 8, None),
        ("超過 8 顆 bolt", 8.01, None),
        ("少於 6 顆 bolt", None, 5.99),
        ("6 顆 bolt 以下", None, 6),
        ("最多 6 個耳片", None, 6),
        ("5 到 7 顆 bolt", 5, 7),
        ("bolt 數 8 以上", 8, None),
        ("bolt 超過 8", 8.01, None),
        ("7 顆 bolt 的路線", 7, 7),
        ("more than 8 bolts", 8.01, None),
        ("fewer than 6 bolts", None, 5.99),
        ("at least 8 bolts", 8, None),
        ("幾顆 bolt", None, None),
        ("bolt 多少", None, None),
        ("20 公尺以上", None, None),
    ],
    ids=repr,
)
def test_bolts(text: str, lo: float | None, hi: float | None) -> None:
    assert read(slots.find_bolts, text) == Bounds(lo, hi)


@pytest.mark.parametrize(
    ("text", "lo", "hi"),
    [
        ("400 元以下的岩館", None, 400),
        ("四百元以下", None, 400),
        ("400 塊以內", None, 400),
        ("不超過 350 元", None, 350),
        ("低於 400 元", None, 399.99),
        ("不到 400 元", None, 399.99),
        ("300 到 400 元", 300, 400),
        ("500 元以上", 500, None),
        ("超過 500 元", 500.01, None),
        ("票價 400 以下", None, 400),
        ("單次不超過 350", None, 350),
        ("under 400 TWD", None, 399.99),
        ("多少錢", None, None),
        ("12 元以下", None, None),
    ],
    ids=repr,
)
def test_prices(text: str, lo: float | None, hi: float | None) -> None:
    assert read(slots.find_price, text) == Bounds(lo, hi)


@pytest.mark.parametrize(
    ("text", "limit"),
    [
        ("推薦三條路線", 3),
        ("給我 5 條", 5),
        ("前五名", 5),
        ("前三難的", 3),
        ("最長的三條", 3),
        ("推薦兩間岩館", 2),
        ("top 3 longest routes", 3),
        ("recommend two routes", 2),
        ("five easy routes", 5),
        ("有幾條路線", None),
        ("how many routes", None),
        ("第三條", None),
        ("推薦 100 條", None),
        ("推薦零條", None),
        ("推薦路線", None),
    ],
    ids=repr,
)
def test_limits(text: str, limit: int | None) -> None:
    assert read(slots.find_limit, text) == limit


@pytest.mark.parametrize(
    ("text", "position"),
    [
        ("第一條", 1),
        ("第 2 條幾級", 2),
        ("第十二條", 12),
        ("第三間的電話", 3),
        ("第二個", 2),
        ("最後一條", -1),
        ("最後一間", -1),
        ("the first one", 1),
        ("the third route", 3),
        ("last one", -1),
        ("number 4", 4),
        ("#2", 2),
        ("第一洞", None),
        ("第二區", None),
        ("第二段", None),
        ("第三次來", None),
        ("路線", None),
    ],
    ids=repr,
)
def test_ordinals(text: str, position: int | None) -> None:
    assert read(slots.find_ordinal, text) == position


@pytest.mark.parametrize(
    ("text", "ranked", "descending"),
    [
        ("最難的路線", "grade", True),
        ("最簡單的路線", "grade", False),
        ("最长的路线", "length", True),
        ("最短的", "length", False),
        ("bolt 最多", "bolts", True),
        ("最少 bolt", "bolts", False),
        ("最熱門的路線", "popularity", True),
        ("最老的路線", "first_ascent", False),
        ("最新的路線", "first_ascent", True),
        ("hardest route", "grade", True),
        ("easiest climb", "grade", False),
        ("longest route", "length", True),
        ("fewest bolts", "bolts", False),
        ("oldest route", "first_ascent", False),
    ],
    ids=repr,
)
def test_orders(text: str, ranked: str, descending: bool) -> None:
    found = read(slots.find_order, text)
    assert isinstance(found, RouteOrderBy)
    assert (found.key, found.descending) == (ranked, descending)


def test_no_order_without_a_superlative() -> None:
    assert read(slots.find_order, "有哪些路線") is None
    assert read(slots.find_gym_order, "有哪些岩館") is None


@pytest.mark.parametrize(
    ("text", "order"),
    [
        ("最便宜的岩館", ("weekday", False)),
        ("最貴的岩館", ("weekday", True)),
        ("哪間開到最晚", ("closes", True)),
        ("最早開的岩館", ("opens", False)),
        ("cheapest gym", ("weekday", False)),
        ("which gym closes last", ("closes", True)),
    ],
    ids=repr,
)
def test_gym_orders(text: str, order: tuple[str, bool]) -> None:
    assert read(slots.find_gym_order, text) == order


@pytest.mark.parametrize(
    ("text", "types"),
    [
        ("運攀", ("sport",)),
        ("运动攀登", ("sport",)),
        ("傳攀", ("trad",)),
        ("上方架繩", ("toprope",)),
        ("頂繩", ("toprope",)),
        ("抱石", ("boulder",)),
        ("運攀跟傳攀", ("sport", "trad")),
        ("sport routes", ("sport",)),
        ("trad or top rope", ("trad", "toprope")),
        ("路線", ()),
    ],
    ids=repr,
)
def test_types(text: str, types: tuple[str, ...]) -> None:
    assert read(slots.find_types, text) == types


@pytest.mark.parametrize(
    ("text", "types"),
    [
        ("抱石館", ("bouldering", "mixed")),
        ("上攀館", ("lead", "mixed")),
        ("抱石跟上攀都有", ("mixed",)),
        ("bouldering and lead", ("mixed",)),
        ("岩館", ()),
    ],
    ids=repr,
)
def test_gym_types(text: str, types: tuple[str, ...]) -> None:
    assert read(slots.find_gym_types, text) == types


@pytest.mark.parametrize(
    ("said", "most"),
    [
        ("我只有8支快扣可以爬哪条", 8),
        ("我带十二把快扣", 12),
        ("快扣只带12支", 12),
        ("要带几支快扣", None),
        ("有8支快扣的照片吗", None),
    ],
)
def test_draws_that_somebody_has_bound_the_bolts(said: str, most: int | None) -> None:
    assert slots.find_bolts(said, said).hi == most


def test_draws_bound_the_bolts_in_english() -> None:
    assert slots.find_bolts("", "i only have 6 draws, what can i climb").hi == 6
    assert slots.find_bolts("", "how many draws do i need").hi is None
