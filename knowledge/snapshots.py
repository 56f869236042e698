"""Immutable versions of the knowledge on disk.

``DATA_DIR/snapshots/<number>/`` holds ``catalog.duckdb`` and ``manifest.json``, and the file
``DATA_DIR/CURRENT`` the number that counts. A version is written beside (files, then the manifest,
each synced), renamed into place, and only then named by ``CURRENT``; nothing is changed afterwards.
So a crash at any moment leaves the old version or the new one, and readers need no lock.
"""

from __future__ import annotations

import fcntl
import hashlib
import json
import os
import shutil
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from knowledge.catalog import SCHEMA_ID, write_catalogue
from knowledge.errors import EmptyCatalogueError, ImportLockedError, SnapshotDamagedError

if TYPE_CHECKING:
    from datetime import datetime

    from knowledge.schema import Records

KEPT_SNAPSHOTS = 10
"""Versions that stay on disk, the current one included."""
KINDS = ("crags", "areas", "sectors", "routes", "gyms")
CATALOGUE = "catalog.duckdb"
MANIFEST = "manifest.json"

_CURRENT = "CURRENT"
_FOLDER = "snapshots"
_LOCK = "import.lock"
_BEGUN = ".begun-"


@dataclass(frozen=True, slots=True)
class Snapshot:
    """One version on disk."""

    number: int
    path: Path
    created_at: str
    """UTC, ISO format."""
    counts: Mapping[str, int]
    hashes: Mapping[str, str]
    schema: str
    """Layout of the catalogue's tables; see ``knowledge.catalog.SCHEMA_ID``."""

    @property
    def catalogue_path(self) -> Path:
        """The catalogue's file."""
        return self.path / CATALOGUE

    @property
    def is_current(self) -> bool:
        """Whether its tables are laid out as this program asks them."""
        return self.schema == SCHEMA_ID

    def verify(self) -> None:
        """Compare every file with its hash in the manifest.

        Raises:
            SnapshotDamagedError: When a file is missing or was changed.
        """
        for name, expected in self.hashes.items():
            if _hash(self.path / name) != expected:
                raise SnapshotDamagedError(str(self.path), f"{name} does not match its manifest")


def current(data_dir: Path) -> Snapshot:
    """The version that counts now.

    Raises:
        EmptyCatalogueError: When nothing was ever imported.
        SnapshotDamagedError: When it cannot be read.
    """
    pointer = data_dir / _CURRENT
    try:
        written = pointer.read_text(encoding="ascii").strip()
    except FileNotFoundError as error:
        raise EmptyCatalogueError(str(data_dir)) from error
    except (OSError, UnicodeDecodeError) as error:
        raise SnapshotDamagedError(str(pointer), "cannot be read") from error
    if not written.isdigit():
        raise SnapshotDamagedError(str(pointer), f"names no version: {written[:20]!r}")
    return load(data_dir, int(written))


def load(data_dir: Path, number: int) -> Snapshot:
    """One version by its number.

    Raises:
        SnapshotDamagedError: When it is not there or its manifest is broken.
    """
    path = data_dir / _FOLDER / str(number)
    try:
        manifest = json.loads((path / MANIFEST).read_text(encoding="utf-8"))
        return Snapshot(
            number=int(manifest["number"]),
            path=path,
            created_at=str(manifest["created_at"]),
            counts=dict(manifest["counts"]),
            hashes=dict(manifest["hashes"]),
            schema=str(manifest["schema"]),
        )
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise SnapshotDamagedError(str(path), "the manifest is missing or broken") from error


def numbers(data_dir: Path) -> tuple[int, ...]:
    """The numbers of every version on disk, oldest first."""
    folder = data_dir / _FOLDER
    names = (path.name for path in folder.iterdir()) if folder.is_dir() else ()
    return tuple(sorted(int(name) for name in names if name.isdigit()))


def damaged(data_dir: Path) -> tuple[int, ...]:
    """The numbers of the versions on disk whose files are not what was written."""
    return tuple(number for number in numbers(data_dir) if not _is_intact(data_dir, number))


def newest_intact(data_dir: Path) -> Snapshot | None:
    """The newest version on disk whose files are what was written."""
    intact = (number for number in reversed(numbers(data_dir)) if _is_intact(data_dir, number))
    number = next(intact, None)
    return None if number is None else load(data_dir, number)


def publish(data_dir: Path, records: Records, now: datetime) -> Snapshot:
    """Write a version and make it the current one; the caller holds the import lock."""
    folder = data_dir / _FOLDER
    folder.mkdir(parents=True, exist_ok=True)
    number = max(numbers(data_dir), default=0) + 1
    begun = folder / f"{_BEGUN}{number}"
    shutil.rmtree(begun, ignore_errors=True)
    begun.mkdir()
    try:
        write_catalogue(begun / CATALOGUE, records)
        _sync(begun / CATALOGUE)
        manifest = _manifest(number, begun, records, now)
        _write(begun / MANIFEST, json.dumps(manifest, ensure_ascii=False, indent=1))
        _sync(begun)
    except BaseException:
        shutil.rmtree(begun, ignore_errors=True)
        raise
    begun.replace(folder / str(number))
    _sync(folder)
    point_to(data_dir, number)
    _prune(data_dir, number)
    return load(data_dir, number)


def point_to(data_dir: Path, number: int) -> None:
    """Make a version on disk the current one, at once and for good."""
    beside = data_dir / f".{_CURRENT}"
    _write(beside, f"{number}\n")
    beside.replace(data_dir / _CURRENT)
    _sync(data_dir)


@contextmanager
def import_lock(data_dir: Path) -> Iterator[None]:
    """Hold the right to write; the system lets it go even when the process dies.

    Raises:
        ImportLockedError: When another process holds it.
    """
    data_dir.mkdir(parents=True, exist_ok=True)
    with (data_dir / _LOCK).open("a", encoding="ascii") as handle:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as error:
            raise ImportLockedError(str(data_dir)) from error
        yield


def count(records: Records) -> dict[str, int]:
    """How many records of each kind."""
    return {kind: len(getattr(records, kind)) for kind in KINDS}


def _manifest(number: int, folder: Path, records: Records, now: datetime) -> dict[str, Any]:
    return {
        "number": number,
        "created_at": now.isoformat(timespec="seconds"),
        "schema": SCHEMA_ID,
        "counts": count(records),
        "sources": [source.id for source in records.sources],
        "hashes": {CATALOGUE: _hash(folder / CATALOGUE)},
    }


def _is_intact(data_dir: Path, number: int) -> bool:
    try:
        load(data_dir, number).verify()
    except SnapshotDamagedError:
        return False
    return True


def _prune(data_dir: Path, keep: int) -> None:
    """Remove what is older than the kept versions and what a crash left half written."""
    folder = data_dir / _FOLDER
    for number in numbers(data_dir)[:-KEPT_SNAPSHOTS]:
        if number != keep:
            shutil.rmtree(folder / str(number), ignore_errors=True)
    for begun in folder.glob(f"{_BEGUN}*"):
        shutil.rmtree(begun, ignore_errors=True)


def _hash(path: Path) -> str:
    digest = hashlib.sha256()
    with suppress(FileNotFoundError), path.open("rb") as handle:
        while block := handle.read(1 << 20):
            digest.update(block)
    return digest.hexdigest()


def _write(path: Path, text: str) -> None:
    with path.open("w", encoding="utf-8") as handle:
        handle.write(text)
        handle.flush()
        os.fsync(handle.fileno())


def _sync(path: Path) -> None:
    """Force a file or the entries of a folder onto the disk."""
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
