"""The keys of the log: made for their owner alone, never made anew, kept twice."""

from __future__ import annotations

import base64
import logging
import os
from pathlib import Path

import pytest

from bot.logbook import Logbook
from bot.logbook.errors import (
    LogbookDamagedError,
    LogbookFailedError,
    MasterKeyMissingError,
    MasterKeyPlaceError,
    MasterKeyWrongError,
)
from bot.logbook.folder import Folder
from bot.logbook.keyring import NAMES
from bot.logbook.sealing import default_key_file
from tests.bot.logbook_helpers import climbs, key_file, names, open_log


def test_the_first_start_makes_a_key_for_its_owner_alone_and_says_where(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    home = tmp_path / "home"
    with caplog.at_level(logging.INFO):
        open_log(home).close()

    assert str(key_file(home)) in caplog.text
    assert key_file(home).stat().st_mode & 0o777 == 0o600
    assert len(base64.b64decode(key_file(home).read_text("ascii"))) == 32


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
