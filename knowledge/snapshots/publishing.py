"""Making a version and naming it; what is too old is swept up."""

from __future__ import annotations

import fcntl
import hashlib
import json
import shutil
import threading
import time
from collections.abc import Callable
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from knowledge.catalog import SCHEMA_ID, write_catalogue
from knowledge.durable import sync, write
from knowledge.errors import EmptyCatalogueError, ImportLockedError, SnapshotDamagedError
from knowledge.schema import Records
from knowledge.snapshots import history
from knowledge.snapshots.board import EMPTY_BOARD, Board
from knowledge.snapshots.history import Entry
from knowledge.snapshots.versions import (
    CATALOGUE,
    CURRENT,
    FOLDER,
    INDEX,
    MANIFEST,
    NOTICES,
    Snapshot,
    count,
    current,
    hash_of,
    load,
    numbers,
)

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime

KEPT_CATALOGUES = 10
"""Catalogues that stay on disk, the current one included."""
KEPT_INDEXES = 2
"""Search indexes that stay on disk; others are made anew when their version comes back."""
KEPT_VERSIONS = 200
"""Versions that stay on disk; one that changed notices only is a few kilobytes."""

_LOCK = "import.lock"
_LOOKS_SECONDS = 0.02
_another_look = threading.Event()
"""Never set: only its waiting is used."""
_BEGUN = ".begun-"


Prepare = Callable[[Path, str], object]
"""Is given the folder of a version that is being written, and what its catalogue is known by."""


@dataclass(frozen=True, slots=True)
class Contents:
    """What a new version holds."""

    catalogue: Records | Snapshot
    """New records, or the version whose catalogue stays."""
    board: Board = field(default_factory=Board)


def publish(
    data_dir: Path,
    contents: Contents | Records,
    now: datetime,
    told: Entry | None = None,
    *,
    prepare: Prepare | None = None,
) -> Snapshot:
    """Write a version and make it the current one; the caller holds the import lock.

    Args:
        data_dir: The data folder.
        contents: What the version holds; bare records stand for a catalogue without notices.
        now: When it is made.
        told: Who did what; its number, time and hash are filled in here.
        prepare: Adds what can be worked out of a new catalogue before the version counts.
    """
    if not isinstance(contents, Contents):
        contents = Contents(contents, EMPTY_BOARD)
    folder = data_dir / FOLDER
    folder.mkdir(parents=True, exist_ok=True)
    number = max(numbers(data_dir), default=0) + 1
    begun = folder / f"{_BEGUN}{number}"
    shutil.rmtree(begun, ignore_errors=True)
    begun.mkdir()
    try:
        manifest = _write_files(begun, number, contents, now)
        write(begun / MANIFEST, json.dumps(manifest, ensure_ascii=False, indent=1).encode())
        sync(begun)
        if prepare is not None and (begun / CATALOGUE).exists():
            prepare(begun, f"{manifest['schema']} {manifest['hashes'][CATALOGUE]}")
    except BaseException:
        shutil.rmtree(begun, ignore_errors=True)
        raise
    begun.replace(folder / str(number))
    sync(folder)
    made = load(data_dir, number)
    _note(data_dir, made, told)
    point_to(data_dir, number)
    _prune(data_dir, number)
    return made


def point_to(data_dir: Path, number: int) -> None:
    """Make a version on disk the current one, at once and for good."""
    beside = data_dir / f".{CURRENT}"
    write(beside, f"{number}\n".encode("ascii"))
    beside.replace(data_dir / CURRENT)
    sync(data_dir)


@contextmanager
def import_lock(data_dir: Path, *, patience_seconds: float = 0.0) -> Iterator[None]:
    """Hold the right to write; the system lets it go even when the process dies.

    Args:
        data_dir: The data folder.
        patience_seconds: How long to wait for another to finish.

    Raises:
        ImportLockedError: When another process holds it for longer.
    """
    data_dir.mkdir(parents=True, exist_ok=True)
    with (data_dir / _LOCK).open("a", encoding="ascii") as handle:
        latest = time.monotonic() + patience_seconds
        while not _locked(handle.fileno()):
            if time.monotonic() >= latest:
                raise ImportLockedError(str(data_dir))
            _another_look.wait(_LOOKS_SECONDS)
        yield


def _locked(descriptor: int) -> bool:
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True


def _write_files(begun: Path, number: int, contents: Contents, now: datetime) -> dict[str, Any]:
    """Write the files of a version; its manifest comes back."""
    catalogue = contents.catalogue
    if isinstance(catalogue, Snapshot):
        base, counts, catalogue_hash = catalogue.base, catalogue.counts, catalogue.catalogue_hash
        schema = catalogue.schema
    else:
        write_catalogue(begun / CATALOGUE, catalogue)
        sync(begun / CATALOGUE)
        base, counts, catalogue_hash = number, count(catalogue), hash_of(begun / CATALOGUE)
        schema = SCHEMA_ID
    written = contents.board.encode()
    write(begun / NOTICES, written)
    return {
        "number": number,
        "created_at": now.isoformat(timespec="seconds"),
        "schema": schema,
        "base": base,
        "counts": dict(counts),
        "notices": len(contents.board.notices),
        "hashes": {CATALOGUE: catalogue_hash, NOTICES: hashlib.sha256(written).hexdigest()},
    }


def _note(data_dir: Path, made: Snapshot, told: Entry | None) -> None:
    told = told or Entry(made.number, None, made.created_at)
    history.append(
        data_dir,
        replace(
            told,
            number=made.number,
            parent=_current_number(data_dir) if told.parent is None else told.parent,
            at=made.created_at,
            content=made.content,
        ),
    )


def _current_number(data_dir: Path) -> int | None:
    try:
        return current(data_dir).number
    except (EmptyCatalogueError, SnapshotDamagedError):
        return None


def _prune(data_dir: Path, keep: int) -> None:
    """Remove what is older than the kept versions and what a crash left half written."""
    folder = data_dir / FOLDER
    held = numbers(data_dir)
    bases = {number: _base(data_dir, number) for number in held}
    newest = sorted(set(bases.values()))[-KEPT_CATALOGUES:]
    kept = {number for number in held[-KEPT_VERSIONS:] if bases[number] in newest} | {keep}
    needed = kept | {bases[number] for number in kept}
    for number in held:
        if number not in needed:
            shutil.rmtree(folder / str(number), ignore_errors=True)
    for number in newest[:-KEPT_INDEXES]:
        if number != bases[keep]:
            shutil.rmtree(folder / str(number) / INDEX, ignore_errors=True)
    for begun in folder.glob(f"{_BEGUN}*"):
        shutil.rmtree(begun, ignore_errors=True)


def sweep(data_dir: Path, keep: Snapshot) -> tuple[int, ...]:
    """Remove every version but one and what it needs; their numbers come back."""
    gone = tuple(it for it in numbers(data_dir) if it not in (keep.number, keep.base))
    for number in gone:
        shutil.rmtree(data_dir / FOLDER / str(number), ignore_errors=True)
    return gone


def _base(data_dir: Path, number: int) -> int:
    try:
        return load(data_dir, number).base
    except SnapshotDamagedError:
        return number
