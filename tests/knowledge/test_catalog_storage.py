"""What is written comes back the same, from a file that can do nothing else."""

from __future__ import annotations

from typing import TYPE_CHECKING

import duckdb
import pytest

from knowledge.catalog import Catalogue, check_records, write_catalogue
from knowledge.catalog.codec import column_type
from knowledge.catalog.connection import connect
from knowledge.errors import SnapshotDamagedError
from knowledge.schema import UNKNOWN_GRADE, Crag, Records, Route
from tests.knowledge.invented_records import records

if TYPE_CHECKING:
    from pathlib import Path


def test_records_come_back_as_they_were(tmp_path: Path) -> None:
    path = tmp_path / "c.duckdb"
    write_catalogue(path, records())
    catalogue = Catalogue.open(path)
    assert catalogue.records() == records()


def test_an_empty_catalogue_can_be_asked(tmp_path: Path) -> None:
    path = tmp_path / "c.duckdb"
    write_catalogue(path, Records())
    catalogue = Catalogue.open(path)
    assert catalogue.routes().total == 0
    assert catalogue.gyms() == ()
    assert catalogue.bounds() is None


def test_many_routes_are_written_in_several_goes(tmp_path: Path) -> None:
    path = tmp_path / "c.duckdb"
    routes = tuple(Route(f"r{n}", "c", f"路線 {n}", UNKNOWN_GRADE, "s") for n in range(4_500))
    write_catalogue(path, Records(routes=routes))
    catalogue = Catalogue.open(path)
    assert catalogue.all_routes() == routes


def test_the_engine_reaches_no_other_file(tmp_path: Path) -> None:
    path = tmp_path / "c.duckdb"
    write_catalogue(path, records())
    (tmp_path / "secret.csv").write_text("a\n1\n", encoding="utf-8")
    connection = connect(path, read_only=True)
    for statement in (
        f"FROM read_csv('{tmp_path / 'secret.csv'}')",
        f"COPY routes TO '{tmp_path / 'out.csv'}'",
        f"ATTACH '{tmp_path / 'other.duckdb'}'",
        "INSTALL httpfs",
        "SET memory_limit = '10GB'",
        "DELETE FROM routes",
    ):
        with pytest.raises(duckdb.Error):
            connection.execute(statement)


def test_a_file_that_is_no_catalogue_is_damaged(tmp_path: Path) -> None:
    path = tmp_path / "c.duckdb"
    path.write_bytes(b"not a database" * 1000)
    with pytest.raises(SnapshotDamagedError):
        Catalogue.open(path)


def test_a_full_disk_is_an_os_error(tmp_path: Path) -> None:
    with pytest.raises(OSError, match=r"c\.duckdb"):
        write_catalogue(tmp_path / "missing" / "c.duckdb", records())


def test_a_field_type_without_a_column_fails_by_name() -> None:
    with pytest.raises(TypeError, match="complex"):
        column_type(complex)


def test_contradictions_are_listed() -> None:
    bad = Records(
        crags=(Crag("c", "岩", "nobody"),),
        routes=(
            Route("r", "nowhere", "甲", UNKNOWN_GRADE, "nobody", area_id="x", sector_id="y"),
            Route("r", "c", "乙", UNKNOWN_GRADE, "nobody", length_m=-1, bolts=-1),
        ),
    )
    reasons = {problem.reason for problem in check_records(bad)}
    assert reasons == {
        "編號出現 2 次",
        "來源「nobody」不存在",
        "岩場「nowhere」不存在",
        "區域「x」不存在",
        "牆面「y」不存在",
        "長度不是正數",
        "bolt 數是負數",
    }
    assert check_records(records()) == ()
