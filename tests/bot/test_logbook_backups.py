"""Backups of the log: hourly, one a day later on, gone in time."""

from __future__ import annotations

import json
import threading
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from bot.logbook import backups
from bot.logbook.folder import Folder
from bot.logbook.store import writer
from tests.bot.logbook_helpers import Clock, climbs, names, open_log

if TYPE_CHECKING:
    from datetime import datetime
    from pathlib import Path


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
