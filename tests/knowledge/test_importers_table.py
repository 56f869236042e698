"""CSV and XLSX tables of routes and gyms."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Sequence
from typing import TYPE_CHECKING

import openpyxl
import pytest
from openpyxl.worksheet.worksheet import Worksheet

from knowledge.errors import UnreadableFileError
from knowledge.importers import read_file, spreadsheet

if TYPE_CHECKING:
    from pathlib import Path

ROUTES = """岩場,區域,牆,路線名稱,難度,型態,長度(m),bolt 數,首攀,首攀日期,描述,別名,備註
鯨背岩,浪花區,左牆,海風,5.10a,運攀,12,5,阿霧,2012 04/01,路線封閉,,
鯨背岩,浪花區,左牆,海風 | P2,5.9,傳攀,約20公尺,0,,,,海的風、Sea Wind,落石
鯨背岩,外海區,,暗流,5.11?,sport,,,,,,,
"""
GYMS = """館名,地址,城市,電話,平日票,週末票,星光票,星期一,平日營業時間,週六,類型
浮嶼攀岩館,台北市大安區虛構路1號,台北市,02-1234-5678,350,400,0,公休,12:00-22:00,09:00-21:00,抱石
"""


def write(folder: Path, text: str, encoding: str = "utf-8", name: str = "table.csv") -> Path:
    path = folder / name
    path.write_bytes(text.encode(encoding))
    return path


Rows = Sequence[Sequence[object]]


def workbook(
    folder: Path, rows: Rows, title: str = "工作表1", more: Sequence[tuple[str, Rows]] = ()
) -> Path:
    book = openpyxl.Workbook()
    sheet = book.active
    assert isinstance(sheet, Worksheet)
    sheet.title = title
    for row in rows:
        sheet.append(list(row))
    for name, others in more:
        extra = book.create_sheet(name)
        for row in others:
            extra.append(list(row))
    path = folder / "table.xlsx"
    book.save(path)
    return path


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp950", "utf-16"])
@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
def test_encodings_and_delimiters_do_not_matter(
    tmp_path: Path, encoding: str, delimiter: str
) -> None:
    text = ROUTES.replace(" | P2", " (P2)").replace(",", delimiter)
    records = read_file(write(tmp_path, text, encoding))
    assert [route.name for route in records.routes] == ["海風", "海風", "暗流"]
    assert [route.pitch for route in records.routes] == ["", "P2", ""]
    assert records.problems == ()


def test_a_route_table_gives_crags_areas_walls_and_routes(tmp_path: Path) -> None:
    records = read_file(write(tmp_path, ROUTES))
    assert [crag.name for crag in records.crags] == ["鯨背岩"]
    assert [area.name for area in records.areas] == ["浪花區", "外海區"]
    assert [wall.name for wall in records.sectors] == ["左牆"]
    first, second, third = records.routes
    assert (first.type, first.length_m, first.bolts) == ("sport", 12, 5)
    assert (first.first_ascent, first.first_ascent_on) == ("阿霧", "2012-04-01")
    assert [flag.kind for flag in first.flags] == ["closed"]
    assert second.aliases == ("海的風", "Sea Wind")
    assert second.description == "落石"
    assert (second.length_m, second.bolts) == (20, 0)
    assert third.sector_id == ""
    assert records.partial


def test_english_headings_and_an_order_of_their_own_do_not_matter(tmp_path: Path) -> None:
    text = "Grade;Name;Crag;Length (ft);Bolts\n5.9;Sea Wind;Whale Back;60;5\n"
    (route,) = read_file(write(tmp_path, text)).routes
    assert (route.name, route.grade.raw, route.length_m, route.bolts) == (
        "Sea Wind",
        "5.9",
        18.3,
        5,
    )
    assert route.crag_id == "whale-back"


def test_ids_are_the_same_at_every_reading_and_in_every_encoding(tmp_path: Path) -> None:
    first = read_file(write(tmp_path, ROUTES))
    again = read_file(write(tmp_path, ROUTES, "cp950"))
    assert [route.id for route in first.routes] == [route.id for route in again.routes]
    assert len({route.id for route in first.routes}) == 3


def test_rows_above_the_headings_tell_the_source(tmp_path: Path) -> None:
    preface = "資料來源,測試岩友會\n授權,CC BY 4.0\n更新日期,2026-03-01\n\n"
    (source,) = read_file(write(tmp_path, preface + ROUTES)).sources
    assert (source.title, source.licence) == ("測試岩友會", "CC BY 4.0")
    assert str(source.updated_on) == "2026-03-01"


def test_cells_that_look_like_formulas_are_plain_text(tmp_path: Path) -> None:
    text = '岩場,路線,難度\n鯨背岩,"=HYPERLINK(""http://x"")",5.9\n鯨背岩,+暗流,5.8\n'
    names = [route.name for route in read_file(write(tmp_path, text)).routes]
    assert names[0].startswith("=HYPERLINK")
    assert names[1] == "+暗流"


def test_a_row_with_an_id_and_no_name_is_listed(tmp_path: Path) -> None:
    routes = "岩場,編號,路線,難度\n鯨背岩,MC-1,,5.9\n鯨背岩,MC-2,暗流,5.9\n"
    records = read_file(write(tmp_path, routes))
    assert [route.id for route in records.routes] == ["MC-2"]
    assert [str(problem) for problem in records.problems] == [
        "table.csv 第 2 列：沒有路線名稱，略過"
    ]


def test_bad_rows_are_listed_by_their_line(tmp_path: Path) -> None:
    text = (
        "岩場,路線,難度,長度\n鯨背岩,,5.9,\n,暗流,5.9,\n鯨背岩,海風,9.99,很長\n鯨背岩,海風,5.9,\n"
    )
    records = read_file(write(tmp_path, text))
    assert [str(problem) for problem in records.problems] == [
        "table.csv 第 2 列：沒有路線名稱，略過",
        "table.csv 第 3 列：沒有岩場名稱，略過",
        "table.csv 第 4 列：難度看不懂，當作未定級：「9.99」",
        "table.csv 第 4 列：長度看不懂：「很長」",
        f"table.csv 第 5 列：路線「{records.routes[0].id}」重複，略過這一列",
    ]


def test_a_gym_table_gives_gyms(tmp_path: Path) -> None:
    (gym,) = read_file(write(tmp_path, GYMS)).gyms
    assert (gym.name, gym.city, gym.type) == ("浮嶼攀岩館", "台北市", "bouldering")
    assert gym.prices == {"weekday": 350, "weekend": 400}
    assert gym.hours["monday"] == ()
    assert gym.hours["tuesday"] == (("12:00", "22:00"),)
    assert gym.hours["saturday"] == (("09:00", "21:00"),)


def test_one_price_and_one_time_hold_for_every_day(tmp_path: Path) -> None:
    text = "岩館,地址,票價,營業時間\n浮嶼,台南市北區虛構街3號,300,10:00-22:00\n"
    (gym,) = read_file(write(tmp_path, text)).gyms
    assert gym.prices == {"weekday": 300, "weekend": 300}
    assert len(gym.hours) == 8
    assert gym.city == "台南市"


def test_a_workbook_is_read_sheet_by_sheet(tmp_path: Path) -> None:
    rows: Rows = [
        ["岩場", "路線", "難度", "bolt"],
        ["鯨背岩", "海風", 5.1, 7.0],
        ["鯨背岩", 5566, "5.9", None],
    ]
    path = workbook(
        tmp_path,
        rows,
        more=[("說明", [["隨便寫寫"]]), ("岩館", [["館名", "地址"], ["浮嶼", "台北市"]])],
    )
    records = read_file(path)
    assert [route.name for route in records.routes] == ["海風", "5566"]
    assert records.routes[0].bolts == 7
    assert [gym.name for gym in records.gyms] == ["浮嶼"]
    assert records.problems[0].row == "工作表1 第 2 列"
    assert "5.10" in records.problems[0].reason


def test_a_workbook_that_unpacks_to_too_much_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(spreadsheet, "MAX_UNPACKED", 100)
    with pytest.raises(UnreadableFileError, match="MB"):
        read_file(workbook(tmp_path, [["岩場", "路線", "難度"]]))


def test_a_zip_that_is_no_workbook_is_refused(tmp_path: Path) -> None:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr("hello.txt", "hi")
    path = tmp_path / "x.xlsx"
    path.write_bytes(packed.getvalue())
    with pytest.raises(UnreadableFileError, match="XLSX"):
        read_file(path)


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("a,b,c\n1,2,3\n", "找不到欄位名稱"),
        ("路線,難度\n", "沒有一列能用"),
        ("岩場,路線,難度\n,,\n", "沒有一列能用"),
        ("岩場,路線,難度\n,海風,5.9\n", "沒有岩場名稱"),
        ("今天天氣很好\n", "找不到欄位名稱"),
        ('岩場,路線,難度\n"' + "長" * 200_000, "引號或欄位有誤"),
    ],
    ids=["other columns", "no rows", "empty rows", "no crag", "prose", "endless field"],
)
def test_a_table_that_holds_nothing_usable_is_refused(
    tmp_path: Path, text: str, reason: str
) -> None:
    with pytest.raises(UnreadableFileError) as raised:
        read_file(write(tmp_path, text))
    assert reason in raised.value.reason


def test_bytes_that_are_no_text_are_refused(tmp_path: Path) -> None:
    path = tmp_path / "table.csv"
    path.write_bytes(b"\x89PNG\r\n\x1a\n\x00\x00" + bytes(range(256)))
    with pytest.raises(UnreadableFileError, match="Big5"):
        read_file(path)
