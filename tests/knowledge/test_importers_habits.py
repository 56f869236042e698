"""Habits of real files: spoken grades, months as seasons, names in the other field, regions."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from knowledge.importers import crag_json
from knowledge.importers.addresses import region_of
from knowledge.importers.facts import grade_of, type_of
from knowledge.importers.fields import ProblemLog, Row
from knowledge.importers.flags import flags_in
from knowledge.importers.months import months_in, seasons_of
from knowledge.importers.names import parse_title
from knowledge.schema import Flag, Records, blocks_on


def row(**values: Any) -> Row:
    return Row(values, "第 1 列", ProblemLog("t.json"))


def read(**crag: Any) -> Records:
    place = {"id": "bay", "name": "白浪灣", **crag}
    routes = [{"id": "B-1", "name": "Low Tide", "nameEn": "退潮", "grade": "5.9", "type": "sport"}]
    return crag_json.read({"crag": place, "areas": [], "routes": routes}, "bay.json")


@pytest.mark.parametrize(
    ("raw", "lo", "hi"),
    [
        ("十一級", "5.11a", "5.11d"),
        ("十一a", "5.11a", "5.11a"),
        ("十級b", "5.10b", "5.10b"),
        ("九級", "5.9", "5.9"),
        ("5.10a (6a)", "5.10a", "5.10a"),
    ],
)
def test_a_spoken_or_doubled_grade_is_read_and_kept_as_written(raw: str, lo: str, hi: str) -> None:
    grade = grade_of(row(grade=raw), "sport")
    assert (grade.raw, grade.lo, grade.hi) == (raw, lo, hi)


@pytest.mark.parametrize("word", ["頂繩攀登", "頂繩", "上攀", "Top-rope", "top rope", "TR"])
def test_every_word_for_a_rope_from_above_is_top_rope(word: str) -> None:
    assert type_of(row(type=word)) == "toprope"


@pytest.mark.parametrize(
    ("text", "months", "seasons"),
    [
        ("10月~隔年4月", (10, 11, 12, 1, 2, 3, 4), ("春", "秋", "冬")),
        ("每年5月到7月", (5, 6, 7), ("夏",)),
        ("4–7 月請不要爬", (4, 5, 6, 7), ("春", "夏")),
        ("十月至隔年三月", (10, 11, 12, 1, 2, 3), ("秋", "冬")),
        ("closed April to July", (4, 5, 6, 7), ("春", "夏")),
        ("每年7月", (7,), ("夏",)),
        ("2016年6月4日", (), ()),
        ("2023年4月到7月", (), ()),
        ("長 5 到 10 公尺", (), ()),
    ],
)
def test_a_yearly_span_is_months_and_seasons(
    text: str, months: tuple[int, ...], seasons: tuple[str, ...]
) -> None:
    assert (months_in(text), seasons_of(text)) == (months, seasons)


def test_months_stand_among_the_seasons_as_written() -> None:
    (crag,) = read(seasons=["10月~隔年4月"]).crags
    assert crag.seasons == ("10月~隔年4月", "春", "秋", "冬")


def test_a_seasonal_ban_blocks_in_its_months_only() -> None:
    (flag,) = (f for f in flags_in("每年5月到7月請不要爬。") if f.kind == "do_not_climb")
    assert flag.months == (5, 6, 7)
    assert blocks_on(flag, date(2026, 6, 1))
    assert not blocks_on(flag, date(2026, 11, 1))


def test_a_ban_without_months_blocks_every_day() -> None:
    (flag,) = (f for f in flags_in("請勿攀登。") if f.kind == "do_not_climb")
    assert blocks_on(flag, date(2026, 11, 1))
    assert not blocks_on(Flag("rockfall", "落石"), date(2026, 11, 1))


@pytest.mark.parametrize(
    "note", ["坐起", "站起", "sit start", "左", "右版", "延伸", "直上版", "sit"]
)
def test_a_variant_keeps_its_note_and_is_found_by_the_plain_name(note: str) -> None:
    title = parse_title(f"退潮 ({note})")
    assert title.name == f"退潮 ({note})"
    assert title.aliases == ("退潮",)


def test_a_chinese_name_in_the_english_field_is_the_chinese_name() -> None:
    records = read(name="White Wave Bay", nameEn="白浪灣")
    assert (records.crags[0].name, records.crags[0].name_en) == ("白浪灣", "White Wave Bay")
    assert (records.routes[0].name, records.routes[0].name_en) == ("退潮", "Low Tide")
    assert records.routes[0].title == "Low Tide"


@pytest.mark.parametrize("written", ["東", "East", "eastern Taiwan", "東部", "台灣東部"])
def test_a_region_has_one_spelling(written: str) -> None:
    assert region_of(written) == "東部"


@pytest.mark.parametrize("written", ["離島", "東北角", "", "花東"])
def test_another_region_stays_as_it_is(written: str) -> None:
    assert region_of(written) == written


@pytest.mark.parametrize(
    ("height", "shown"),
    [({"min": 15, "max": 105}, "15–105"), ({"max": 30}, "30"), (12, "12"), (None, ""), ({}, "")],
)
def test_the_height_of_the_walls_is_kept(height: object, shown: str) -> None:
    (crag,) = read(height=height).crags
    assert crag.height_m == shown
