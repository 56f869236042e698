"""The log's folder: who may open it, its keys, and what a crash left lying there."""

from __future__ import annotations

import base64
import json
import logging
import os
import subprocess
import sys
import threading
from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from bot.logbook import Logbook, LogServer, backups, connect
from bot.logbook.errors import (
    LogbookBusyError,
    LogbookDamagedError,
    LogbookFailedError,
    LogbookTooNewError,
    MasterKeyMissingError,
    MasterKeyPlaceError,
    MasterKeyWrongError,
)
from bot.logbook.folder import Folder
from bot.logbook.keyring import NAMES
from bot.logbook.mark import MarkFile, read_mark
from bot.logbook.sealing import default_key_file
from bot.logbook.store import writer
from bot.logbook.store.generation import Generation
from tests.bot.logbook_helpers import Clock, climbs, key_file, names, open_log

if TYPE_CHECKING:
    from datetime import datetime

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


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """A data folder with one ascent in its log."""
    home = tmp_path / "home"
    with open_log(home) as log:
        log.add("owner", climbs("灰鯨"))
    return home


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


def test_the_first_start_makes_a_key_for_its_owner_alone_and_says_where(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    home = tmp_path / "home"
    with caplog.at_level(logging.INFO):
        open_log(home).close()

    assert str(key_file(home)) in caplog.text
    assert key_file(home).stat().st_mode & 0o777 == 0o600
    assert len(base64.b64decode(key_file(home).read_text("ascii"))) == 32


def test_everything_in_the_folder_is_for_its_owner_alone(home: Path) -> None:
    folder = Folder.of(home)
    assert folder.path.stat().st_mode & 0o077 == 0
    assert folder.backups.stat().st_mode & 0o077 == 0


def test_the_key_is_looked_for_in_the_users_configuration(tmp_path: Path) -> None:
    assert default_key_file({"XDG_CONFIG_HOME": "/etc/me"}) == Path("/etc/me/yanyou/log.key")
    assert default_key_file({}) == Path.home() / ".config" / "yanyou" / "log.key"


def test_a_log_without_its_key_is_never_given_a_new_one(home: Path) -> None:
    key_file(home).unlink()

    with pytest.raises(MasterKeyMissingError) as caught:
        open_log(home)

    assert not key_file(home).exists()
    assert str(key_file(home)) in caught.value.reply


@pytest.mark.parametrize("written", ["", "no key", base64.b64encode(b"short").decode(), "\xff"])
def test_a_broken_key_file_is_refused(home: Path, written: str) -> None:
    key_file(home).write_text(written, encoding="latin-1")

    with pytest.raises(MasterKeyWrongError):
        open_log(home)


def test_another_key_opens_nothing_and_changes_nothing(home: Path) -> None:
    right = key_file(home).read_bytes()
    key_file(home).write_text(base64.b64encode(bytes(32)).decode("ascii"))
    with pytest.raises(MasterKeyWrongError):
        open_log(home)

    key_file(home).write_bytes(right)
    with open_log(home) as log:
        assert names(log.ascents("owner")) == ["灰鯨"]


def test_a_key_inside_the_data_folder_is_refused(tmp_path: Path) -> None:
    with pytest.raises(MasterKeyPlaceError):
        Logbook.open(tmp_path / "home", tmp_path / "home" / "log.key")
    with pytest.raises(MasterKeyPlaceError):
        Logbook.open(tmp_path / "home", tmp_path / "x" / ".." / "home" / "deep" / "log.key")


@pytest.mark.parametrize("name", NAMES)
def test_one_copy_of_the_members_keys_is_enough_and_the_other_is_made_anew(
    home: Path, name: str
) -> None:
    path = Folder.of(home).path / name
    whole = path.read_bytes()
    for damaged in (b"", whole[: len(whole) // 2], b"\0" * len(whole), None):
        if damaged is None:
            path.unlink()
        else:
            path.write_bytes(damaged)
        with open_log(home) as log:
            assert names(log.ascents("owner")) == ["灰鯨"]
        first, second = ((Folder.of(home).path / one).read_bytes() for one in NAMES)
        assert first == second
        assert len(first.splitlines()) == 2


def test_a_member_whose_key_is_gone_from_both_copies_is_noticed(home: Path) -> None:
    for name in NAMES:
        path = Folder.of(home).path / name
        path.write_bytes(path.read_bytes().splitlines(keepends=True)[0])

    with pytest.raises(LogbookDamagedError, match="keys of 1 members"):
        open_log(home)


def test_a_member_whose_first_key_could_not_be_kept_gets_another(
    home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = Folder.of(home).path
    with open_log(home) as log:
        before = [(folder / name).read_bytes() for name in NAMES]
        synced: list[int] = []

        def sync_once(handle: int) -> None:
            synced.append(handle)
            if len(synced) == 2:
                raise OSError(28, "No space left on device")

        with monkeypatch.context() as patch:
            patch.setattr(os, "fsync", sync_once)
            with pytest.raises(LogbookFailedError):
                log.add("neu", climbs("a"))
        assert [(folder / name).read_bytes() for name in NAMES] == before
        log.add("neu", climbs("b"))
    with open_log(home) as log:
        assert names(log.ascents("neu")) == ["b"]


def test_of_two_keys_of_a_member_the_later_one_counts(home: Path) -> None:
    folder = Folder.of(home).path
    with open_log(home) as log:
        log.add("neu", climbs("a"))
    first, _, last = (folder / "keys").read_bytes().splitlines(keepends=True)
    with open_log(home) as log:
        log.erase("neu")
        log.add("neu", climbs("b"))
    kept = (folder / "keys").read_bytes().splitlines(keepends=True)
    (folder / "keys").write_bytes(b"".join([first, kept[1], last, kept[2]]))

    with open_log(home) as log:
        assert names(log.ascents("neu")) == ["b"]
        assert names(log.ascents("owner")) == ["灰鯨"]


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


def test_backups_are_made_hourly_and_expire(home: Path) -> None:
    clock, folder = Clock(), Folder.of(home).backups

    def made() -> int:
        return len(list(folder.glob("*.duckdb")))

    with open_log(home, clock) as log:
        assert made() == 1
        log.add("owner", climbs("a"))
        assert made() == 1
        clock.pass_(timedelta(hours=1, minutes=1))
        log.add("owner", climbs("b"))
        log.checkpoint()  # waits until the writer is through with everything before
        assert made() == 2
        until = log.known_about("owner").backups_until
        assert until is not None
        assert until == (clock.now + timedelta(days=15)).date()
    clock.pass_(timedelta(hours=2))
    with open_log(home, clock):
        assert made() == 2  # nothing changed since
    clock.pass_(timedelta(days=20))
    with open_log(home, clock) as log:
        log.checkpoint()
        assert made() == 1  # the two are gone, and one of today is there


def test_of_a_day_that_is_over_only_the_last_backup_stays(home: Path) -> None:
    clock, folder = Clock(), Folder.of(home).backups
    with open_log(home, clock) as log:
        for hour in range(60):
            clock.pass_(timedelta(hours=1, minutes=1))
            log.add("owner", climbs(f"{hour}"))
            log.checkpoint()  # comes after what the writer does once an addition is answered

        kept = sorted(path.name[:11] for path in folder.glob("*.duckdb"))

    days = [name[:8] for name in kept]
    assert sorted(set(days)) == ["20261121", "20261122", "20261123"]
    assert days.count("20261121") == 1
    assert 24 <= len(kept) <= 26


def test_an_idle_log_still_removes_what_is_past_its_day(
    home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    clock, folder = Clock(), Folder.of(home).backups
    monkeypatch.setattr(writer, "IDLE_SECONDS", 0.01)
    with open_log(home, clock):
        assert list(folder.iterdir())
        removed = threading.Event()
        expire = backups.expire

        def told(path: Path, now: datetime) -> None:
            expire(path, now)
            removed.set()

        monkeypatch.setattr(backups, "expire", told)
        (old,) = folder.glob("*.duckdb")
        clock.pass_(timedelta(days=15))
        assert removed.wait(20)
        assert not old.exists()


def test_a_backup_that_cannot_be_seen_to_stops_nobody(
    home: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    clock = Clock()
    with open_log(home, clock) as log:
        monkeypatch.setattr(backups, "is_due", lambda *_: 1 / 0)
        clock.pass_(timedelta(hours=1))
        log.add("owner", climbs("a"))
        log.add("owner", climbs("b"))

        assert names(log.ascents("owner")) == ["灰鯨", "a", "b"]
    assert "ZeroDivisionError" in caplog.text


@pytest.mark.parametrize("made_at", ["2026-11-01T00:00:00", "soon", None])
def test_a_manifest_that_was_tampered_with_proves_nothing_and_breaks_nothing(
    home: Path, made_at: str | None
) -> None:
    with open_log(home) as log:
        log.checkpoint()  # comes after the backup of the start
    (manifest,) = Folder.of(home).backups.glob("*.json")
    found = json.loads(manifest.read_text("utf-8"))
    manifest.write_text(json.dumps({**found, "made_at": made_at}))

    with open_log(home) as log:
        log.add("owner", climbs("a"))
        assert names(log.ascents("owner")) == ["灰鯨", "a"]
