"""Versions on disk: whole, checked, one at a time."""

from __future__ import annotations

import json
import subprocess
import sys
from dataclasses import replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest

from knowledge import snapshots
from knowledge.catalog import Catalogue
from knowledge.errors import EmptyCatalogueError, ImportLockedError, SnapshotDamagedError
from knowledge.snapshots import publishing
from tests.knowledge.invented_records import records

if TYPE_CHECKING:
    from pathlib import Path

NOW = datetime(2026, 11, 21, 9, 0, tzinfo=UTC)


def test_an_empty_folder_says_so(tmp_path: Path) -> None:
    with pytest.raises(EmptyCatalogueError):
        snapshots.current(tmp_path)
    with pytest.raises(EmptyCatalogueError):
        snapshots.current(tmp_path / "missing")
    assert snapshots.numbers(tmp_path) == ()


def test_a_version_says_what_it_holds(tmp_path: Path) -> None:
    snapshots.publish(tmp_path, records(), NOW)
    snapshot = snapshots.current(tmp_path)
    assert snapshot.number == 1
    assert snapshot.created_at == "2026-11-21T09:00:00+00:00"
    assert snapshot.counts == {"crags": 2, "areas": 2, "sectors": 1, "routes": 10, "gyms": 3}
    assert snapshot.is_current
    snapshot.verify()
    assert sorted(path.name for path in snapshot.path.iterdir()) == [
        "catalog.duckdb",
        "manifest.json",
        "notices.json",
    ]
    assert Catalogue.open(snapshot.catalogue_path).records() == records()


def test_the_last_ten_versions_stay(tmp_path: Path) -> None:
    small = replace(records(), routes=(), sectors=())
    for _ in range(12):
        snapshots.publish(tmp_path, small, NOW)
    assert snapshots.numbers(tmp_path) == tuple(range(3, 13))
    assert snapshots.current(tmp_path).number == 12


def test_what_a_crash_left_is_swept_up(tmp_path: Path) -> None:
    begun = tmp_path / "snapshots" / ".begun-1"
    begun.mkdir(parents=True)
    (begun / "catalog.duckdb").write_bytes(b"half")
    snapshots.publish(tmp_path, records(), NOW)
    assert [path.name for path in (tmp_path / "snapshots").iterdir()] == ["1"]


def test_a_version_that_was_never_named_is_not_overwritten(tmp_path: Path) -> None:
    snapshots.publish(tmp_path, records(), NOW)
    snapshots.publish(tmp_path, records(), NOW)
    snapshots.point_to(tmp_path, 1)
    assert snapshots.current(tmp_path).number == 1
    assert snapshots.publish(tmp_path, records(), NOW).number == 3


def test_a_version_that_cannot_be_written_leaves_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(path: Path, _: object) -> None:
        path.write_bytes(b"half")
        raise OSError(28, "disk full")

    monkeypatch.setattr(publishing, "write_catalogue", fail)
    with pytest.raises(OSError, match="disk full"):
        snapshots.publish(tmp_path, records(), NOW)
    assert list((tmp_path / "snapshots").iterdir()) == []


@pytest.mark.parametrize("name", ["catalog.duckdb", "manifest.json"])
@pytest.mark.parametrize("harm", ["flip", "cut", "remove"])
def test_damage_is_noticed(tmp_path: Path, name: str, harm: str) -> None:
    path = snapshots.publish(tmp_path, records(), NOW).path / name
    content = path.read_bytes()
    if harm == "remove":
        path.unlink()
    elif harm == "cut":
        path.write_bytes(content[: len(content) // 2])
    else:
        middle = len(content) // 2
        path.write_bytes(content[:middle] + bytes([content[middle] ^ 64]) + content[middle + 1 :])
    if name == "manifest.json" and harm == "flip":
        return  # a changed number is a number; what matters are the hashes of the data
    assert snapshots.damaged(tmp_path) == (1,)
    assert snapshots.newest_intact(tmp_path) is None


@pytest.mark.parametrize("written", ["", "x", "-1", "99", "1\n2"])
def test_a_pointer_to_nothing_is_damage(tmp_path: Path, written: str) -> None:
    snapshots.publish(tmp_path, records(), NOW)
    (tmp_path / "CURRENT").write_text(written, encoding="ascii")
    with pytest.raises(SnapshotDamagedError):
        snapshots.current(tmp_path)


def test_only_one_process_writes_at_a_time(tmp_path: Path) -> None:
    attempt = (
        "import sys; from pathlib import Path\n"
        "from knowledge.errors import ImportLockedError\n"
        "from knowledge.snapshots import import_lock\n"
        "try:\n"
        "    with import_lock(Path(sys.argv[1])): print('mine')\n"
        "except ImportLockedError as error: print(error.reply)\n"
    )

    def other() -> str:
        run = [sys.executable, "-c", attempt, str(tmp_path)]
        return subprocess.run(run, capture_output=True, text=True, check=True).stdout.strip()  # noqa: S603 - our own code

    with snapshots.import_lock(tmp_path):
        assert other() == ImportLockedError.reply
    assert other() == "mine"


def test_an_older_layout_is_known_by_its_name(tmp_path: Path) -> None:
    path = snapshots.publish(tmp_path, records(), NOW).path / "manifest.json"
    manifest = json.loads(path.read_text(encoding="utf-8"))
    path.write_text(json.dumps({**manifest, "schema": "older"}), encoding="utf-8")
    assert not snapshots.current(tmp_path).is_current
