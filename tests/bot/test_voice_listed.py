"""Rows of a rendered list, read once for every guard that compares with them."""

from __future__ import annotations

import pytest

from bot.voice.evidence.listed import ROW_NUMBER, listed_rows
from bot.voice.figures.own_rows import miscounted
from bot.voice.language.numerals import value_of
from bot.voice.language.plain import plain

LOG = """上週：共 2 筆，最新的在前。
1. 2026-11-15｜青苔書｜5.7｜石螢谷｜上方架繩 RP｜1 把
2. 2026-11-14｜等｜5.10c｜霧鳴岬｜先鋒 Flash｜1 把"""
HARDEST_FIRST = """最難的 2 筆：
1. 2026-10-03｜借光｜5.10d｜石螢谷｜先鋒 RP｜1 把
2. 2026-11-14｜等｜5.10c｜霧鳴岬｜先鋒 Flash｜1 把"""
ROUTES = """榛爐峽：共 2 條。
1. 鐘貂夢（Quiet Spindle Detour）｜5.12a｜傳攀｜38m
2. 翡醒鐘 | 5.12a | sport
這是 3. 以後的說明"""


def test_a_row_of_a_log_begins_with_its_day() -> None:
    first, second = listed_rows(plain(LOG))
    assert (first.day, first.name, first.names) == ("2026-11-15", "青苔書", ("青苔書",))
    assert second.cells == ("2026-11-14", "等", "5.10c", "霧鳴岬", "先鋒 Flash", "1 把")
    assert second.says("先鋒")
    assert not second.says("上方")


def test_a_route_has_its_names_apart_and_no_day() -> None:
    first, second = listed_rows(plain(ROUTES))
    assert (first.day, first.names) == ("", ("鐘貂夢", "Quiet Spindle Detour"))
    assert second.cells == ("翡醒鐘", "5.12a", "sport")


def test_prose_has_no_rows() -> None:
    assert listed_rows(plain("鐘貂夢 5.12a。\n・傳攀｜38m")) == ()
    assert ROW_NUMBER.findall(ROUTES) == ["1", "2"]


def test_the_newest_is_the_newest_by_its_day_wherever_it_stands() -> None:
    assert not list(miscounted("最新的是等", HARDEST_FIRST))
    assert list(miscounted("最新的是借光", HARDEST_FIRST))


@pytest.mark.parametrize(
    ("number", "value"),
    [("12", 12), ("十二", 12), ("兩", 2), ("零", 0), ("Two", 2), ("twelve", 12)],
)
def test_a_number_in_figures_or_in_words(number: str, value: int) -> None:
    assert value_of(number) == value
