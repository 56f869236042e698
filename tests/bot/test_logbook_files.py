"""The log's folder: who may open it, what must be in it, and what a crash left lying there."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from bot.logbook import Logbook, LogServer, connect
from bot.logbook.errors import (
    LogbookBusyError,
    LogbookDamagedError,
    LogbookTooNewError,
)
from bot.logbook.folder import Folder
from bot.logbook.mark import MarkFile, read_mark
from bot.logbook.store.generation import Generation
from tests.bot.logbook_helpers import climbs, key_file, names, open_log

ROOT = Path(__file__).parents[2]
OPEN_ELSEWHERE = """
import sys
from pathlib import Path
from bot.logbook import Logbook
from bot.logbook.errors import LogbookBusyError
try:
    Logbook.open(Path(sys.argv[1]), Path(sys.argv[2]))
except LogbookBusyError as error:
    print(error.reply)
"""


@pytest.mark.parametrize("name", ['o\'brien [1] 山; "x" %s *', "-rf", "a b"])
def test_a_folder_may_have_any_name(
    tmp_path: Path, name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    for home in (Path(name), Path("link")):
        if home.name == "link":
            home.symlink_to(name)
        with Logbook.open(home, Path("key") / "log.key") as log, LogServer(log):
            log.add("owner", climbs("a"))
            log.back_up()
            with connect(home) as remote:
                assert remote.erase("owner").ascents == 1
    assert Folder.of(Path(name)).generations() == (3,)


def test_what_was_added_is_there_after_reopening(home: Path) -> None:
    with open_log(home) as log:
        assert names(log.ascents("owner")) == ["灰鯨"]
        log.add("owner", climbs("等"))
    with open_log(home) as log:
        assert names(log.ascents("owner")) == ["灰鯨", "等"]


def test_a_second_process_is_told_kindly(home: Path) -> None:
    with open_log(home):
        done = subprocess.run(  # noqa: S603
            [sys.executable, "-c", OPEN_ELSEWHERE, str(home), str(key_file(home))],
            cwd=ROOT,
            capture_output=True,
            text=True,
            check=True,
        )
    assert done.stdout.strip() == LogbookBusyError.reply


def test_the_same_process_cannot_open_it_twice(home: Path) -> None:
    with open_log(home), pytest.raises(LogbookBusyError):
        open_log(home)
    open_log(home).close()


def test_everything_in_the_folder_is_for_its_owner_alone(home: Path) -> None:
    folder = Folder.of(home)
    assert folder.path.stat().st_mode & 0o077 == 0
    assert folder.backups.stat().st_mode & 0o077 == 0


@pytest.mark.parametrize("written", [b"", b"x", b"99\n", b"\xff\xfe"])
def test_a_broken_pointer_is_noticed(home: Path, written: bytes) -> None:
    (Folder.of(home).path / "CURRENT").write_bytes(written)

    with pytest.raises(LogbookDamagedError) as caught:
        open_log(home)

    assert "還原" in caught.value.reply


@pytest.mark.parametrize("name", ["CURRENT", "mark", "generation-1.duckdb"])
def test_a_missing_file_is_noticed_and_nothing_is_begun_anew(home: Path, name: str) -> None:
    (Folder.of(home).path / name).unlink()

    with pytest.raises(LogbookDamagedError):
        open_log(home)
    with pytest.raises(LogbookDamagedError):
        open_log(home)


def test_a_group_that_was_committed_but_not_acknowledged_is_taken(home: Path) -> None:
    mark = Folder.of(home).mark
    before = mark.read_bytes()
    with open_log(home) as log:
        log.add("owner", climbs("等"))
    mark.write_bytes(before)

    with open_log(home) as log:
        assert names(log.ascents("owner")) == ["灰鯨", "等"]
    assert mark.read_bytes() != before


def test_more_than_one_group_ahead_of_the_mark_is_no_crash_of_ours(home: Path) -> None:
    mark = Folder.of(home).mark
    before = mark.read_bytes()
    with open_log(home) as log:
        log.add("owner", climbs("等"))
        log.add("owner", climbs("右手"))
    mark.write_bytes(before)

    with pytest.raises(LogbookDamagedError, match="acknowledged"):
        open_log(home)


def test_a_torn_slot_of_the_mark_leaves_the_one_before(tmp_path: Path) -> None:
    from bot.logbook.mark import Mark  # noqa: PLC0415

    path = tmp_path / "mark"
    file = MarkFile(path)
    file.write(Mark(4, 10, 7, 11))
    file.write(Mark(5, 11, 8, 12))
    file.close()
    content = bytearray(path.read_bytes())
    content[256 + 30] ^= 1

    assert read_mark(path) == Mark(5, 11, 8, 12)
    path.write_bytes(content)
    assert read_mark(path) == Mark(4, 10, 7, 11)
    path.write_bytes(bytes(len(content)))
    assert read_mark(path) is None


def test_an_older_log_in_the_place_of_the_live_one_is_noticed(home: Path) -> None:
    live = Folder.of(home).generation(1)
    older = live.read_bytes()
    with open_log(home) as log:
        log.add("owner", climbs("等"))
    live.write_bytes(older)

    with pytest.raises(LogbookDamagedError, match="acknowledged"):
        open_log(home)


def test_tables_of_a_later_program_are_refused(home: Path) -> None:
    generation = Generation.open(Folder.of(home).generation(1))
    generation.connection.execute("UPDATE ledger SET version = 99")
    generation.checkpoint()
    generation.close()

    with pytest.raises(LogbookTooNewError):
        open_log(home)


def test_what_a_crash_left_is_swept(home: Path) -> None:
    folder = Folder.of(home)
    (folder.path / "spill").mkdir(exist_ok=True)
    left = [
        folder.generation(7),
        folder.path / "generation-7.duckdb.wal",
        folder.generation(10),
        folder.path / ".keys.new",
        folder.path / "spill" / "duckdb_temp_storage-0.tmp",
    ]
    for path in left:
        path.write_bytes(b"half")

    open_log(home).close()

    assert [path for path in left if path.exists()] == []
    assert folder.generations() == (1,)
