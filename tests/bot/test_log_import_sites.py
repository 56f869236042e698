"""Outdoor sites: every column and trap of the documented exports, on invented climbs."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from bot.logbook.importers import LogFile, read_log
from tests.bot import log_files

if TYPE_CHECKING:
    from bot.ascents import Ascent


def rows(content: bytes) -> list[Ascent]:
    return [row.ascent for row in read_log(content, "export.csv").rows]


def how(content: bytes) -> list[tuple[str, str, str]]:
    return [(each.route_name, each.mode, each.result) for each in rows(content)]


def reasons(log: LogFile) -> list[tuple[str, str]]:
    return [(problem.row, problem.reason) for problem in log.problems]


def notices(log: LogFile) -> list[tuple[str, str]]:
    return [(row.row, notice) for row in log.rows for notice in row.notices]


@pytest.mark.parametrize(
    ("name", "source", "read"),
    [
        ("mp plain", "mountain-project", 8),
        ("mp excel", "mountain-project", 2),
        ("mp traps", "mountain-project", 7),
        ("thecrag plain", "thecrag", 10),
        ("thecrag bom", "thecrag", 4),
        ("thecrag traps", "thecrag", 7),
        ("8a plain", "8a", 6),
        ("8a big5", "8a", 1),
        ("8a traps", "8a", 5),
        ("kaya plain", "kaya", 4),
        ("kaya offsets", "kaya", 2),
        ("kaya traps", "kaya", 6),
        ("boardlib 0.15", "boardlib", 8),
        ("boardlib 0.7", "boardlib", 1),
        ("boardlib 0.3", "boardlib", 3),
        ("aurora plain", "aurora", 7),
        ("aurora empty", "aurora", 0),
        ("aurora traps", "aurora", 5),
        ("ukc dlog", "ukc", 7),
        ("ukc short", "ukc", 2),
        ("ukc traps", "ukc", 5),
    ],
)
def test_a_file_is_recognised_by_its_content_and_every_row_is_accounted_for(
    name: str, source: str, read: int
) -> None:
    log = read_log(log_files.ALL[name], "whatever.bin")
    assert (log.source, log.read) == (source, read)
    assert len(log.rows) + len(log.problems) == read
    assert all(row.ascent.source == source and row.ascent.source_id for row in log.rows)
    assert all(problem.file == "whatever.bin" and problem.row for problem in log.problems)
    assert len({row.ascent.source_id for row in log.rows}) == len(log.rows)


@pytest.mark.parametrize("name", log_files.ALL)
def test_nobody_but_the_climber_is_kept(name: str) -> None:
    for row in read_log(log_files.ALL[name], "export").rows:
        kept = (row.ascent.raw, row.ascent.crag, row.ascent.area, *row.notices, *row.identity)
        assert not [other for other in log_files.OTHERS if other in "\n".join(kept)]


@pytest.mark.parametrize("name", log_files.ALL)
def test_everything_imported_is_private(name: str) -> None:
    assert {row.ascent.visibility for row in read_log(log_files.ALL[name], "x").rows} <= {"private"}


def test_mountain_project_styles() -> None:
    assert how(log_files.MP_PLAIN) == [
        ("Grey Whale", "lead", "redpoint"),
        ("Barnacle", "boulder", "redpoint"),
        ("Nobody's Roof", "boulder", "flash"),
        ("Foghorn", "lead", "hangdog"),
        ("Foghorn", "lead", "unknown"),
        ("Foghorn", "toprope", "unknown"),
        ("Ice Sample", "second", "unknown"),
        ("Sample Arete", "solo", "send"),
    ]


def test_mountain_project_cells() -> None:
    first, boulder, flash, hung, *_, ice, _ = rows(log_files.MP_PLAIN)
    assert (first.day, first.grade) == (date(2026, 10, 4), "5.10a/b PG13")
    assert (first.crag, first.area) == ("Wuming Cape", "Whale Back")
    assert (first.rating, boulder.rating, hung.rating) == (None, 3, None)
    assert (first.length_m, ice.length_m) == (18.3, 121.9)
    assert (ice.pitches, ice.crag, ice.area) == (4, "Sample Park", "North Gully")
    assert (flash.grade, flash.own_grade) == ("V4", "V3")
    assert hung.notes == 'he said "take" twice'


def test_dates_that_excel_turned_around_are_read_by_what_the_file_itself_tells() -> None:
    assert [each.day for each in rows(log_files.MP_EXCEL)] == [date(2024, 3, 23), date(2024, 4, 3)]
    assert rows(log_files.MP_EXCEL)[1].notes == "again\nand again"


def test_mountain_project_traps() -> None:
    log = read_log(log_files.MP_TRAPS, "ticks.csv")
    assert reasons(log) == [
        ("第 2 列", "沒有「2024-02-30」這一天"),
        ("第 5 列", "欄位比表頭多，可能少了引號"),
        ("第 8 列", "檔案在這一列斷掉了，這一列不完整"),
    ]
    assert notices(log) == [
        ("第 3 列", "沒有日期，匯入成不註明日期"),
        ("第 4 列", "不認得 Style「levitate」，匯入成未註明"),
    ]
    undated, strange, blank, called = (row.ascent for row in log.rows)
    assert undated.day is None
    assert (strange.mode, strange.result) == ("unknown", "unknown")
    assert (blank.mode, blank.result, blank.grade) == ("boulder", "unknown", "V6-")
    assert called.notes == "call Ann +886 912 345 678"
    assert "[已移除]" in called.raw


def test_thecrag_types_and_gear() -> None:
    assert how(log_files.CRAG_PLAIN) == [
        ("Sea Spray Notebook", "lead", "redpoint"),
        ("Right Hand", "lead", "onsight"),
        ("Door Gods", "lead", "hangdog"),
        ("Foghorn", "lead", "todo"),
        ("Barnacle", "boulder", "flash"),
        ("Empty Shell", "boulder", "redpoint"),
        ("Rest Day", "toprope", "hangdog"),
        ("Rest Day", "toprope", "onsight"),
        ("Wait", "second", "clean"),
        ("Wait", "lead", "repeat"),
    ]
    assert how(log_files.CRAG_BOM) == [
        ("潮間", "unknown", "attempt"),
        ("藤壺", "boulder", "flash"),
        ("漲潮線", "lead", "pinkpoint"),
        ("Deep One", "solo", "send"),
    ]


def test_thecrag_cells() -> None:
    first, second, *_ = ascents = rows(log_files.CRAG_PLAIN)
    assert first.day == date(2026, 10, 4)  # midnight UTC is a date, not an instant
    assert first.source_id == "9000000001"
    assert first.notes == "nice\nsecond line, with Lin"
    assert first.length_m == 18.0
    assert (first.crag, first.area) == ("Wuming Cape", "Tide Gate")
    assert [each.rating for each in ascents[:6]] == [4, None, None, None, None, 5]
    assert (second.grade, second.own_grade) == ("5.10a", "5.9")
    assert ascents[3].day is None
    assert rows(log_files.CRAG_BOM)[3].length_m == 12.2
    assert first.attempts is None  # the user's second ascent is not a second try


def test_thecrag_traps() -> None:
    log = read_log(log_files.CRAG_TRAPS, "logbook.csv")
    assert sorted(reasons(log)) == [
        ("第 3 列", "和第 2 列是同一筆"),
        ("第 5 列", "沒有「2026-02-30T00:00:00Z」這一天"),
    ]
    assert notices(log) == [
        ("第 4 列", "沒有日期，匯入成不註明日期"),
        ("第 6 列", "不認得 Ascent Type「teleported」，匯入成未註明"),
    ]


def test_eight_a_types() -> None:
    assert how(log_files.EIGHT_PLAIN) == [
        ("Foghorn", "lead", "redpoint"),
        ("Sample Boulder", "boulder", "flash"),
        ("Top Thing", "toprope", "clean"),
        ("Long Work", "lead", "project"),
        ("Try It", "boulder", "attempt"),
        ("First Look", "lead", "onsight"),
    ]


def test_eight_a_cells() -> None:
    first, boulder, top, work, *_ = rows(log_files.EIGHT_PLAIN)
    assert first.day == date(2026, 10, 4)  # noon UTC is a date, not an instant
    assert (first.attempts, boulder.attempts, work.attempts) == (None, 1, 5)
    assert (first.rating, boulder.rating) == (4, None)
    assert (first.area, boulder.area, top.area) == ("White Lamp Face", "", "")
    assert (first.length_m, boulder.length_m) == (18.0, None)
    assert first.notes == 'note "quoted"'
    assert (boulder.notes, top.notes) == ("", "")


def test_big5_with_windows_line_ends() -> None:
    (only,) = rows(log_files.EIGHT_BIG5)
    assert (only.route_name, only.crag, only.area) == ("灰鯨", "霧鳴岬", "鯨背")
    assert only.notes == "第一次看到就爬上去\n好開心"


def test_eight_a_traps() -> None:
    log = read_log(log_files.EIGHT_TRAPS, "8a.csv")
    assert reasons(log) == [
        ("第 2 列", "route_boulder 應該是 ROUTE 或 BOULDER，這裡是「wall」"),
        ("第 3 列", "沒有路線名"),
    ]
    assert notices(log) == [("第 4 列", "日期「2024」不完整，匯入成不註明日期")]
    one, other = (row.ascent for row in log.rows[1:])
    assert (one.route_name, one.day) == (other.route_name, other.day)
    assert one.source_id != other.source_id  # climbed twice that day


def test_ukc_styles_and_partial_days() -> None:
    assert how(log_files.UKC_DLOG) == [
        ("Sample Crack", "lead", "onsight"),
        ("Sample Sport", "lead", "redpoint"),
        ("Sample Wall", "boulder", "redpoint"),
        ("Sample Arete", "boulder", "flash"),
        ("Sample Slab", "boulder", "attempt"),
        ("Sample Second", "second", "unknown"),
        ("Sample Solo", "solo", "onsight"),
    ]
    log = read_log(log_files.UKC_DLOG, "dlog.csv")
    days = [row.ascent.day for row in log.rows]
    assert days[:5] == [
        date(2026, 8, 31),
        date(2026, 8, 23),
        date(2026, 8, 22),
        None,
        date(1999, 1, 1),
    ]
    assert notices(log) == [("第 5 列", "日期「???/2024」不完整，匯入成不註明日期")]
    assert log.rows[0].ascent.grade == "HVS 5a"
    assert log.rows[5].ascent.pitches == 2


def test_ukc_with_the_columns_of_older_downloads() -> None:
    log = read_log(log_files.UKC_SHORT, "ukc.csv")
    assert [(row.ascent.day, row.ascent.mode, row.ascent.result) for row in log.rows] == [
        (date(2026, 8, 31), "unknown", "unknown"),
        (None, "boulder", "unknown"),
    ]
    assert log.rows[1].ascent.notes == "two lines\nof note"


def test_ukc_traps() -> None:
    log = read_log(log_files.UKC_TRAPS, "ukc.csv")
    assert reasons(log) == [
        ("第 2 列", "沒有「31/Feb/26」這一天"),
        ("第 3 列", "沒有路線名"),
        ("第 6 列", "檔案在這一列斷掉了，這一列不完整"),
    ]
    assert how(log_files.UKC_TRAPS)[1] == ("Sample Crack", "lead", "repeat")
