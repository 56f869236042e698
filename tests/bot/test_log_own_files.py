"""Our own JSON and CSV: what goes out comes back the same, and a spreadsheet runs nothing."""

from __future__ import annotations

import csv
import io
import json
from dataclasses import fields, replace
from datetime import date
from typing import Any

import pytest
from hypothesis import given, settings

from bot.ascents import Ascent
from bot.logbook.exporters import FORMATS, as_file, export
from bot.logbook.formulas import guarded, plain
from bot.logbook.import_plan import plan_import
from bot.logbook.importers import read_log
from bot.logbook.interchange import COLUMNS, own_id
from tests.bot.log_ascents import ASCENTS, LOGS, SAMPLES, WORDS, content

LOSSLESS = ("json", "csv")


def back(log: list[Ascent], format_: str) -> list[Ascent]:
    """The log after export, erasure and import."""
    read = read_log(as_file(export(log, format_), format_), "log")
    assert read.problems == ()
    return [row.ascent for row in read.rows]


@pytest.mark.parametrize("format_", LOSSLESS)
@given(log=LOGS)
@settings(max_examples=60, deadline=None)
def test_export_then_import_loses_nothing(format_: str, log: list[Ascent]) -> None:
    assert [content(each) for each in back(log, format_)] == [content(each) for each in log]


@pytest.mark.parametrize("format_", LOSSLESS)
@given(log=LOGS)
@settings(max_examples=40, deadline=None)
def test_an_export_of_the_imported_log_is_the_same_file(format_: str, log: list[Ascent]) -> None:
    stored = [replace(each, id=f"9{number}") for number, each in enumerate(back(log, format_))]
    assert export(stored, format_) == export(log, format_)


@pytest.mark.parametrize("format_", LOSSLESS)
@given(log=LOGS)
@settings(max_examples=40, deadline=None)
def test_importing_ones_own_export_adds_nothing(format_: str, log: list[Ascent]) -> None:
    read = read_log(as_file(export(log, format_), format_), "log")
    plan = plan_import(read, log)
    assert (plan.new, plan.known) == ((), len(log))


def test_every_field_of_an_ascent_is_in_the_files() -> None:
    carried = set(COLUMNS) | {"day"}
    assert {field.name for field in fields(Ascent)} - carried == {"batch_id"}


def test_the_json_has_the_shape_of_the_contract() -> None:
    data = json.loads(export(SAMPLES, "json"))
    assert data["version"] == 1
    first, gym, todo, *_ = data["ascents"]
    assert first.items() >= {
        "route_name": "灰鯨", "crag": "霧鳴岬", "date": "2026-10-04", "mode": "lead",
        "result": "redpoint", "attempts": 3, "grade": "5.10a", "rating": 5, "notes": "第三趟\n終於",
    }.items()  # fmt: skip
    assert gym["gym"] == "浮島抱石館"
    assert todo["date"] is None
    assert json.loads(export([], "json")) == {"version": 1, "ascents": []}
    assert "batch_id" not in first


CONTRACT: dict[str, Any] = {
    "route_id": "WM-WHALE-BACK-302", "route_name": "灰鯨", "crag": "霧鳴岬", "date": "2026-10-04",
    "mode": "lead", "result": "redpoint", "attempts": 3, "grade": "5.10a", "own_grade": "5.9",
    "rating": 4, "notes": "n",
}  # fmt: skip


def one(**changed: Any) -> Any:
    """The rows and problems of a file with one ascent."""
    row = {name: value for name, value in {**CONTRACT, **changed}.items() if value != "absent"}
    return read_log(json.dumps({"version": 1, "ascents": [row]}).encode(), "log.json")


def test_the_contract_is_read() -> None:
    (row,) = one().rows
    assert content(row.ascent) == Ascent(
        "lead", "redpoint", date(2026, 10, 4), route_id="WM-WHALE-BACK-302", route_name="灰鯨",
        crag="霧鳴岬", attempts=3, grade="5.10a", own_grade="5.9", rating=4, notes="n",
    )  # fmt: skip
    nothing = dict.fromkeys(CONTRACT, "absent")
    (short,) = one(**{**nothing, "route_name": "灰鯨", "mode": "lead", "date": None,
                      "result": "todo"}).rows  # fmt: skip
    assert content(short.ascent) == Ascent("lead", "todo", route_name="灰鯨")
    assert short.notices == ()
    (unlogged,) = one(date=None).rows
    assert unlogged.notices == ("沒有日期，匯入成不註明日期",)
    assert one(attempts=0, rating=-1).rows[0].ascent.attempts is None


@pytest.mark.parametrize(
    ("changed", "reason"),
    [
        ({"date": "2026-02-30"}, "沒有「2026-02-30」這一天"),
        ({"date": "3/4/2026"}, "要寫成"),
        ({"date": "2026-10"}, "要寫成"),
        ({"date": 20261004}, "要寫成"),
        ({"mode": "flying"}, "「mode」不能是「flying」"),
        ({"result": "Flash"}, "「result」不能是「Flash」"),
        ({"visibility": "everyone"}, "「visibility」"),
        ({"attempts": "three"}, "「attempts」的數字"),
        ({"attempts": 2.5}, "「attempts」的數字"),
        ({"attempts": True}, "「attempts」的數字"),
        ({"rating": 9}, "「rating」的數字"),
        ({"length_m": float("nan")}, "「length_m」"),
        ({"mirrored": "yes"}, "「mirrored」"),
        ({"route_name": ["灰鯨"]}, "「route_name」要是文字"),
        ({"route_name": "很" * 2001}, "「route_name」太長"),
        ({"route_name": "", "route_id": "", "crag": ""}, "沒有 route_name"),
    ],
    ids=lambda value: str(value)[:30],
)
def test_a_wrong_value_skips_its_row_with_the_reason(changed: dict[str, Any], reason: str) -> None:
    log = one(**changed)
    assert log.rows == ()
    (problem,) = log.problems
    assert problem.row == "ascents[0]"
    assert reason in problem.reason


def test_a_raw_row_from_elsewhere_is_scrubbed_again() -> None:
    (row,) = one(source="thecrag", source_id="1", raw='{"x":"a@example.org 0912-345-678"}').rows
    assert row.ascent.raw == '{"x":"[已移除] [已移除]"}'
    assert "partner" not in str(one(partner="Friend Lin").rows)


@given(WORDS)
def test_guarding_a_cell_is_undone_exactly(cell: str) -> None:
    safe = guarded(cell)
    assert plain(safe) == cell
    assert not safe.startswith(("=", "+", "-", "@", "\t", "\r", "\n", "\uff1d", "\uff0d"))


@pytest.mark.parametrize("format_", ["csv", "mountain-project", "thecrag"])
@given(ascent=ASCENTS)
@settings(max_examples=40, deadline=None)
def test_no_cell_of_a_table_is_a_formula(format_: str, ascent: Ascent) -> None:
    table = list(csv.reader(io.StringIO(export([ascent], format_), newline="")))
    assert len(table) == 2 or ascent.result == "todo"
    cells = [cell for row in table for cell in row]
    assert not [cell for cell in cells if cell[:1] in set("=+-@\t\r\n\uff1d\uff0b\uff0d\uff20")]


def test_a_table_typed_by_hand_with_chinese_headings_is_read() -> None:
    table = (
        "日期,路線,岩場,岩館,方式,結果,次數,難度,備註\r\n"
        '2026/3/4,灰鯨,霧鳴岬,,lead,redpoint,3,5.10a,"兩行\r\n備註"\r\n'
        "3/4/2026,灰鯨,霧鳴岬,,lead,redpoint,,5.10a,\r\n"
        "2026-03-05,,,浮島抱石館,抱石,Flash,1,V4,\r\n"
        "2026-03-06,灰鯨,霧鳴岬,,先鋒,RP,,5.10a,\r\n"
        "2026-03-07,灰鯨,霧鳴岬,,用飛的,RP,,5.10a,\r\n"
    )
    log = read_log(table.encode("cp950"), "log.csv")
    assert [row.ascent.day for row in log.rows] == [date(2026, 3, day) for day in (4, 5, 6)]
    assert log.rows[0].ascent.attempts == 3
    assert log.rows[0].ascent.notes == "兩行\r\n備註"
    assert log.rows[1].ascent.gym == "浮島抱石館"
    assert [(row.ascent.mode, row.ascent.result) for row in log.rows] == [
        ("lead", "redpoint"), ("boulder", "flash"), ("lead", "redpoint"),
    ]  # fmt: skip
    assert [problem.row for problem in log.problems] == ["第 3 列", "第 6 列"]


def test_ids_in_files_hold_across_logs() -> None:
    spoken, imported = SAMPLES[0], SAMPLES[4]
    assert own_id(spoken).startswith("00000001-")
    assert own_id(imported) == ""
    other = replace(spoken, route_name="另一條")
    # the same number in another log, or an edited climb, is not the same row
    assert own_id(other) != own_id(spoken)
    assert own_id(replace(spoken, notes="更多")) == own_id(spoken)


@pytest.mark.parametrize("format_", ["mountain-project", "thecrag"])
def test_the_look_alikes_are_read_by_their_importers(format_: str) -> None:
    log = read_log(as_file(export(SAMPLES, format_), format_), "x.csv")
    assert log.source == format_
    assert log.problems == ()
    found = [(row.ascent.route_name, row.ascent.mode, row.ascent.result) for row in log.rows]
    assert ("灰鯨", "lead", "redpoint") in found
    assert ("Sample", "boulder", "redpoint") in found


def test_look_alikes_never_make_more_of_a_climb_than_it_was() -> None:
    order = ["unknown", "todo", "attempt", "retreat", "project", "hangdog"]
    for format_ in ("mountain-project", "thecrag"):
        for mode in ("lead", "toprope", "second", "boulder", "autobelay", "unknown"):
            for result in order:
                climb = Ascent(mode, result, date(2026, 1, 1), route_name="X", grade="5.9")  # type: ignore[arg-type]
                log = read_log(export([climb], format_).encode(), "x.csv")
                assert not [row for row in log.rows if row.ascent.sent], (format_, mode, result)


def test_formats_are_those_of_the_contract() -> None:
    assert set(FORMATS) == {"json", "csv", "mountain-project", "thecrag"}
