"""Every older version of the tables is led to the present one, with nothing lost."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from bot.logbook import Logbook
from bot.logbook.errors import LogbookDamagedError
from bot.logbook.folder import Folder
from bot.logbook.store import opening
from bot.logbook.store.connection import connect
from bot.logbook.store.generation import Generation
from bot.logbook.store.schema import STEPS, VERSION, read_ledger, row_tables
from tests.bot.logbook_helpers import FULL, Clock, bare, climbs, key_file, names, open_log
from tests.bot.logbook_old_versions import write_old_log

if TYPE_CHECKING:
    from pathlib import Path

    from bot.ascents import Ascent

OLD = range(1, VERSION)
CONTENT = {
    "anna": [FULL, *climbs(*(f"路線{n}" for n in range(300)))],
    "bo": [replace(FULL, notes="", day=None, result="todo")],
}


def is_as_written(log: Logbook) -> bool:
    return all(same(log.ascents(owner), CONTENT[owner]) for owner in CONTENT)


def same(found: tuple[Ascent, ...], written: list[Ascent]) -> bool:
    return sorted(map(repr, bare(found))) == sorted(map(repr, written))


def version_of(home: Path) -> int:
    folder = Folder.of(home)
    number = folder.current()
    assert number is not None
    generation = Generation.open(folder.generation(number))
    version, _ = read_ledger(generation.connection)
    generation.close()
    return version


def test_there_is_an_older_version_to_prove_the_machinery_with() -> None:
    assert len(OLD) >= 1


@pytest.mark.parametrize("version", OLD)
def test_an_older_log_is_upgraded_with_nothing_lost(tmp_path: Path, version: int) -> None:
    home = tmp_path / "home"
    write_old_log(home, version, CONTENT)

    with open_log(home) as log:
        assert is_as_written(log)
        log.add("anna", climbs("neu"))
        assert log.undo("anna") is not None
        log.set_profile("anna", "level", "5.10")
        assert is_as_written(log)

    assert version_of(home) == VERSION
    assert len(Folder.of(home).generations()) == 1
    with open_log(home) as log:
        assert is_as_written(log)


@pytest.mark.parametrize("version", OLD)
def test_a_crash_before_the_pointer_leaves_the_old_log(
    tmp_path: Path, version: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    home = tmp_path / "home"
    write_old_log(home, version, CONTENT)

    def crash(*_: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr(opening, "adopt", crash)
        with pytest.raises(KeyboardInterrupt):
            open_log(home)

    assert version_of(home) == version
    with open_log(home) as log:
        assert is_as_written(log)


@pytest.mark.parametrize("version", OLD)
def test_a_crash_right_after_the_pointer_leaves_the_new_log(
    tmp_path: Path, version: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    home = tmp_path / "home"
    write_old_log(home, version, CONTENT)

    def crash(folder: Folder, number: int, _: object) -> None:
        folder.point_to(number)
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr(opening, "adopt", crash)
        with pytest.raises(KeyboardInterrupt):
            open_log(home)

    assert version_of(home) == VERSION
    with open_log(home) as log:
        assert is_as_written(log)


@pytest.mark.parametrize("version", OLD)
def test_a_damaged_older_log_is_not_upgraded(tmp_path: Path, version: int) -> None:
    home = tmp_path / "home"
    write_old_log(home, version, CONTENT)
    connection = connect(Folder.of(home).generation(1))
    connection.execute("DELETE FROM ascent WHERE number = 5")
    connection.execute("CHECKPOINT")
    connection.close()

    with pytest.raises(LogbookDamagedError):
        open_log(home)

    assert version_of(home) == version


@pytest.mark.parametrize("version", OLD)
def test_a_backup_with_older_tables_is_restored(tmp_path: Path, version: int) -> None:
    home = tmp_path / "home"
    write_old_log(home, version, CONTENT)
    Folder.of(home).mark.unlink()

    report = Logbook.restore(home, key_file(home), clock=Clock())

    assert report.rows == 302
    with open_log(home) as log:
        assert is_as_written(log)
        assert names(log.ascents("bo")) == names(tuple(CONTENT["bo"]))


def test_every_step_only_adds(tmp_path: Path) -> None:
    statements = [statement.split()[0] for step in STEPS for statement in step]

    assert not {"DROP", "DELETE", "TRUNCATE"} & set(statements)
    assert row_tables(VERSION) == ("ascent", "memo")
