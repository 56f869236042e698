"""Crag JSON: what comes out of which field."""

from __future__ import annotations

import json
from datetime import date
from typing import TYPE_CHECKING, Any

import pytest

from knowledge.errors import UnreadableFileError
from knowledge.importers import read_file
from tests.knowledge.invented_files import crag_file, route, write_json

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from knowledge.schema import Records, Route


def read(folder: Path, data: object) -> Records:
    return read_file(write_json(folder, data))


def one_route(folder: Path, **fields: Any) -> Route:
    return read(folder, crag_file(route(**fields))).routes[0]


def reasons(records: Records) -> list[str]:
    return [f"{problem.row}：{problem.reason}" for problem in records.problems]


def test_a_crag_brings_its_source_places_and_routes(tmp_path: Path) -> None:
    records = read(tmp_path, crag_file())
    (crag,), (source,) = records.crags, records.sources
    assert (crag.id, crag.name, crag.region, crag.city) == ("mist-cape", "霧角", "北部", "新北市")
    assert crag.updated_on == date(2026, 1, 10), "a UTC evening is the next day in Taipei"
    assert (source.title, source.maintainer) == ("霧角測試路線表", "測試岩友會")
    assert source.licence == "授權未註明"
    assert source.updated_on == crag.updated_on, "the metadata gives no day"
    assert [area.id for area in records.areas] == ["mist-cape/north", "mist-cape/cave"]
    assert records.sectors[0].id == "mist-cape/north/left"
    assert records.routes[0].sector_id == "mist-cape/north/left"
    assert records.replaces == ("mist-cape",)
    assert records.problems == ()


def test_a_route_keeps_what_the_file_says(tmp_path: Path) -> None:
    row = route(
        name="⻑夜 (舊：短日) | P2",
        nameEn="Long Night (Short Day) | P2",
        firstAscent="阿霧",
        firstAscentEn="Fog",
        firstAscentDate="2002.03.27",
        description="裂隙。2019/05/12通報：岩質不穩",
        protection="6 bolts + anchor",
        anchorType="雙環",
        alternativeNames=["夜長", "短日"],
        popularity=3,
        safetyRating="●●●",
        youtubeVideos=["https://example.org/v"],
    )
    read_back = read(tmp_path, crag_file(row)).routes[0]
    assert (read_back.name, read_back.title) == ("⻑夜", "⻑夜 (舊：短日) | P2")
    assert (read_back.name_en, read_back.pitch) == ("Long Night", "P2")
    assert read_back.old_names == ("短日",)
    assert read_back.aliases == ("Short Day", "夜長")
    assert (read_back.first_ascent, read_back.first_ascent_en) == ("阿霧", "Fog")
    assert read_back.first_ascent_on == "2002-03-27"
    assert read_back.anchor == "雙環"
    assert "crack" in read_back.styles
    assert [flag.kind for flag in read_back.flags] == ["loose_rock"]
    assert read_back.flags[0].reported_on == "2019-05-12"
    assert json.loads(read_back.raw) == row
    assert read_back.updated_on == date(2026, 1, 10)


def test_a_route_without_a_chinese_name_is_known_by_its_english_one(tmp_path: Path) -> None:
    read_back = one_route(tmp_path, name="", nameEn="Long Night")
    assert (read_back.name, read_back.display_name) == ("", "Long Night")


def test_a_draft_is_flagged(tmp_path: Path) -> None:
    assert [flag.kind for flag in one_route(tmp_path, status="draft").flags] == ["draft"]


def test_a_row_without_id_keeps_the_same_id_at_every_reading(tmp_path: Path) -> None:
    data = crag_file(route(id=None), route(id="", name="鹽霧"))
    first, second = read(tmp_path, data), read(tmp_path, data)
    assert [it.id for it in first.routes] == [it.id for it in second.routes]
    assert len({it.id for it in first.routes}) == 2


def test_bad_rows_are_listed_and_the_rest_is_read(tmp_path: Path) -> None:
    rows: list[Any] = [
        route("A", "甲"),
        route("A", "乙"),
        {"grade": "5.9"},
        "不是物件",
        route("B", "丙", areaId="nowhere"),
        route("C", {"zh": "丁"}),
        route("D", "戊\u0000己"),
        route("E", "長" * 500),
    ]
    records = read(tmp_path, crag_file(*rows))
    assert [it.id for it in records.routes] == ["A", "B", "D", "E"]
    assert records.routes[1].area_id == ""
    assert records.routes[2].name == "戊己"
    assert len(records.routes[3].name) == 200
    assert reasons(records) == [
        "routes[1]：路線編號「A」重複，略過這一筆",
        "routes[2]：沒有路線名稱，略過",
        "routes[3]：應該是物件，略過：「不是物件」",
        "routes[4]：找不到區域「nowhere」，路線保留但不歸入區域",
        "routes[5]：「name」應該是文字：「{'zh': '丁'}」",
        "routes[5]：沒有路線名稱，略過",
        "routes[6]：「name」含有控制字元，已移除",
        "routes[7]：「name」太長（500 字），只留前 200 字",
    ]


def test_a_route_without_a_name_is_listed_though_it_has_an_id(tmp_path: Path) -> None:
    rows = [route("A", ""), route("B", None), route("C", "  "), route("D", "", nameEn="Salt")]
    records = read(tmp_path, crag_file(*rows))
    assert [it.id for it in records.routes] == ["D"]
    assert reasons(records) == [f"routes[{place}]：沒有路線名稱，略過" for place in range(3)]


def test_nested_areas_become_walls_and_circles_are_cut(tmp_path: Path) -> None:
    areas = [
        {"id": "top", "name": "大區"},
        {"id": "sub", "name": "小區", "parentId": "top"},
        {"id": "deep", "name": "深區", "parentId": "sub"},
        {"id": "x", "name": "甲圈", "parentId": "y"},
        {"id": "y", "name": "乙圈", "parentId": "x"},
        {"id": "self", "name": "自己", "parentId": "self"},
        {"id": "lost", "name": "走失", "parentId": "nowhere"},
        {"id": "top", "name": "重複"},
        {},
    ]
    data = crag_file(route(areaId="deep", sector=""), areas=areas)
    records = read(tmp_path, data)
    assert [area.name for area in records.areas] == ["大區", "甲圈", "乙圈", "自己", "走失"]
    assert [wall.name for wall in records.sectors] == ["小區", "深區"]
    assert records.routes[0].area_id == "mist-cape/top"
    assert records.routes[0].sector_id == "mist-cape/top/deep"
    assert len(records.problems) == 6


def test_a_closed_crag_closes_its_routes_and_asks_for_nothing_else(tmp_path: Path) -> None:
    data = crag_file()
    data["crag"]["description"] = "2025/11/02 起全區封閉。地點敏感，請保持低調。"
    records = read(tmp_path, data)
    assert records.crags[0].sensitive
    assert [flag.kind for flag in records.routes[0].flags] == ["closed"]
    assert records.routes[0].flags[0].reported_on == "2025-11-02"


@pytest.mark.parametrize(
    "wrap", [lambda it: [it], lambda it: {"crags": [it]}], ids=["list", "crags"]
)
def test_several_crags_may_share_a_file(tmp_path: Path, wrap: Callable[[object], object]) -> None:
    assert read(tmp_path, wrap(crag_file())).crags[0].id == "mist-cape"


def test_a_flat_crag_is_read_too(tmp_path: Path) -> None:
    data = crag_file()
    flat = {**data["crag"], "routes": data["routes"], "areas": data["areas"]}
    assert len(read(tmp_path, {"crags": [flat], "metadata": data["metadata"]}).routes) == 2


def test_invented_data_say_so(tmp_path: Path) -> None:
    data = crag_file()
    data["metadata"]["invented"] = True
    assert read(tmp_path, data).sources[0].invented


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        ({"crag": {}}, "沒有編號也沒有名稱"),
        ({"crag": {"id": "x"}, "routes": {"a": 1}}, "「routes」應該是清單"),
        ({"crag": {"id": "x"}, "routes": [1, 2]}, "沒有一筆能用"),
        ([crag_file(), crag_file()], "重複"),
        ({"hello": "world"}, "不是岩場 JSON"),
        ([], "不是岩場 JSON"),
        ([1, 2, 3], "不是岩場 JSON"),
    ],
    ids=[
        "no crag",
        "routes no list",
        "no usable route",
        "crag twice",
        "other",
        "empty list",
        "numbers",
    ],
)
def test_a_file_that_is_no_crag_is_refused(tmp_path: Path, data: object, reason: str) -> None:
    with pytest.raises(UnreadableFileError) as raised:
        read(tmp_path, data)
    assert reason in raised.value.reason


def test_the_name_of_the_file_does_not_matter(tmp_path: Path) -> None:
    path = write_json(tmp_path, crag_file(), "gyms.csv")
    assert len(read_file(path).routes) == 2
