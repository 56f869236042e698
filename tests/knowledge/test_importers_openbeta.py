"""OpenBeta's Parquet release."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import duckdb
import pytest

from knowledge.errors import UnreadableFileError
from knowledge.importers import read_file

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

ROW = {
    "climb_id": "c-1",
    "climb_name": "Sample Arete",
    "grade_yds": "5.10b",
    "grade_vscale": None,
    "grade_french": None,
    "is_sport": True,
    "is_trad": False,
    "is_boulder": False,
    "is_alpine": False,
    "is_top_rope": False,
    "country": "Taiwan",
    "state_province": "New Taipei",
    "region": "Mist Cape",
    "area": "North Wall",
    "crag": "Left Wing",
    "latitude": 25.1,
    "longitude": 121.9,
    "length_meters": 18,
    "bolts_count": 6,
    "first_ascent": "A. Fog",
    "safety": "UNSPECIFIED",
    "description": "words of somebody else",
}


def write(folder: Path, *rows: dict[str, Any]) -> Path:
    path = folder / "release.bin"
    return write_parquet(path, [{**ROW, **row} for row in rows])


def write_parquet(path: Path, rows: Sequence[dict[str, Any]]) -> Path:
    """The rows as a Parquet file; a column is of the type of its first value, else of text."""
    types = {bool: "BOOLEAN", int: "BIGINT", float: "DOUBLE", str: "VARCHAR"}
    names = list(dict.fromkeys(name for row in rows for name in row))
    columns = []
    for name in names:
        told = [row[name] for row in rows if row.get(name) is not None]
        columns.append(f'"{name}" {types[type(told[0])] if told else "VARCHAR"}')
    with duckdb.connect() as connection:
        connection.execute(f"CREATE TABLE release ({', '.join(columns)})")
        marks = ", ".join("?" for _ in names)
        for row in rows:
            connection.execute(
                f"INSERT INTO release VALUES ({marks})",  # noqa: S608 - question marks
                [row.get(name) for name in names],
            )
        connection.execute(f"COPY release TO '{path}' (FORMAT parquet)")
    return path


def test_facts_are_taken_and_descriptions_left(tmp_path: Path) -> None:
    records = read_file(write(tmp_path, {}))
    (route,), (crag,), (source,) = records.routes, records.crags, records.sources
    assert (route.name, route.grade.raw, route.type) == ("Sample Arete", "5.10b", "sport")
    assert (route.length_m, route.bolts, route.first_ascent) == (18, 6, "A. Fog")
    assert route.description == ""
    assert "somebody" not in route.raw
    assert (crag.name, crag.latitude) == ("Mist Cape", 25.1)
    assert [area.name for area in records.areas] == ["North Wall"]
    assert [wall.name for wall in records.sectors] == ["Left Wing"]
    assert source.licence == "CC0 1.0"


def test_each_discipline_has_its_grade_and_minus_one_is_unknown(tmp_path: Path) -> None:
    boulder = {
        "climb_id": "c-2",
        "is_sport": False,
        "is_boulder": True,
        "grade_vscale": "V4",
        "length_meters": -1,
        "bolts_count": -1,
    }
    french = {"climb_id": "c-3", "grade_yds": None, "grade_french": "6b+", "safety": "R"}
    first, second = read_file(write(tmp_path, boulder, french)).routes
    assert (first.type, first.grade.raw, first.length_m, first.bolts) == (
        "boulder",
        "V4",
        None,
        None,
    )
    assert (second.grade.system, second.safety_rating) == ("french", "R")


def test_a_shorter_path_still_has_a_crag(tmp_path: Path) -> None:
    records = read_file(write(tmp_path, {"region": None, "area": None}))
    assert [crag.name for crag in records.crags] == ["Left Wing"]
    assert records.routes[0].area_id == ""


def test_bad_rows_are_listed(tmp_path: Path) -> None:
    path = write(tmp_path, {}, {}, {"climb_id": None}, {"region": None, "area": None, "crag": None})
    records = read_file(path)
    assert len(records.routes) == 1
    assert [problem.row for problem in records.problems] == ["第 2 列", "第 3 列", "第 4 列"]


def test_another_parquet_file_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "other.parquet"
    write_parquet(path, [{"a": 1}])
    with pytest.raises(UnreadableFileError, match="欄位不同"):
        read_file(path)


def test_a_broken_parquet_file_is_refused(tmp_path: Path) -> None:
    path = write(tmp_path, {})
    path.write_bytes(path.read_bytes()[:200])
    with pytest.raises(UnreadableFileError, match="Parquet"):
        read_file(path)
