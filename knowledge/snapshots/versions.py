"""The versions on disk, read only."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from knowledge.catalog import SCHEMA_ID
from knowledge.errors import EmptyCatalogueError, SnapshotDamagedError
from knowledge.snapshots.board import EMPTY_BOARD, Board

if TYPE_CHECKING:
    from knowledge.schema import Records

KINDS = ("crags", "areas", "sectors", "routes", "gyms")
CATALOGUE = "catalog.duckdb"
NOTICES = "notices.json"
INDEX = "index"
MANIFEST = "manifest.json"
CURRENT = "CURRENT"
FOLDER = "snapshots"


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
    base: int
    """The version that wrote the catalogue: this one or an earlier one."""

    @property
    def base_path(self) -> Path:
        """The folder of the catalogue and its indexes."""
        return self.path.with_name(str(self.base))

    @property
    def catalogue_path(self) -> Path:
        """The catalogue's file."""
        return self.base_path / CATALOGUE

    @property
    def index_path(self) -> Path:
        """Folder of the search indexes: worked out of the catalogue, so they may be missing."""
        return self.base_path / INDEX

    @property
    def catalogue_hash(self) -> str:
        """What the catalogue is known by: versions that share it share everything made of it."""
        return self.hashes.get(CATALOGUE, "")

    @property
    def identity(self) -> str:
        """What its catalogue is known by, in this layout."""
        return f"{self.schema} {self.catalogue_hash}"

    @property
    def content(self) -> str:
        """What everything in the version is known by."""
        told = f"{self.catalogue_hash} {self.hashes.get(NOTICES, '')}"
        return hashlib.sha256(told.encode()).hexdigest()

    @property
    def is_current(self) -> bool:
        """Whether its tables are laid out as this program asks them."""
        return self.schema == SCHEMA_ID

    def verify(self) -> None:
        """Compare every file with its hash in the manifest.

        Raises:
            SnapshotDamagedError: When a file is missing or was changed.
        """
        if hash_of(self.catalogue_path) != self.catalogue_hash:
            raise SnapshotDamagedError(str(self.path), f"{CATALOGUE} does not match its manifest")
        self.board()

    def board(self) -> Board:
        """Its notices.

        Raises:
            SnapshotDamagedError: When their file is missing or was changed.
        """
        if NOTICES not in self.hashes:
            return EMPTY_BOARD  # written before there were notices
        try:
            content = (self.path / NOTICES).read_bytes()
            if hashlib.sha256(content).hexdigest() == self.hashes[NOTICES]:
                return Board.decode(content)
        except (OSError, ValueError, KeyError, TypeError) as error:
            raise SnapshotDamagedError(str(self.path), f"{NOTICES}: {error}") from error
        raise SnapshotDamagedError(str(self.path), f"{NOTICES} does not match its manifest")


def current(data_dir: Path) -> Snapshot:
    """The version that counts now.

    Raises:
        EmptyCatalogueError: When nothing was ever imported.
        SnapshotDamagedError: When it cannot be read.
    """
    named = data_dir / CURRENT
    try:
        written = named.read_text(encoding="ascii").strip()
    except (FileNotFoundError, NotADirectoryError) as error:
        # 「/dev/null/x」 is no folder, but nothing there is damaged either
        raise EmptyCatalogueError(str(data_dir)) from error
    except (OSError, UnicodeDecodeError) as error:
        raise SnapshotDamagedError(str(named), "cannot be read") from error
    if not written.isdigit():
        raise SnapshotDamagedError(str(named), f"names no version: {written[:20]!r}")
    return load(data_dir, int(written))


def pointer(data_dir: Path) -> tuple[int, ...]:
    """What changes whenever another version begins to count; empty when there is none."""
    try:
        found = (data_dir / CURRENT).stat()
    except FileNotFoundError:
        return ()
    return found.st_ino, found.st_mtime_ns, found.st_size


def load(data_dir: Path, number: int) -> Snapshot:
    """One version by its number.

    Raises:
        SnapshotDamagedError: When it is not there or its manifest is broken.
    """
    path = data_dir / FOLDER / str(number)
    try:
        manifest = json.loads((path / MANIFEST).read_text(encoding="utf-8"))
        return Snapshot(
            number=int(manifest["number"]),
            path=path,
            created_at=str(manifest["created_at"]),
            counts=dict(manifest["counts"]),
            hashes=dict(manifest["hashes"]),
            schema=str(manifest["schema"]),
            base=int(manifest.get("base", manifest["number"])),
        )
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise SnapshotDamagedError(str(path), "the manifest is missing or broken") from error


def numbers(data_dir: Path) -> tuple[int, ...]:
    """The numbers of every version on disk, oldest first."""
    folder = data_dir / FOLDER
    names = (path.name for path in folder.iterdir()) if folder.is_dir() else ()
    return tuple(sorted(int(name) for name in names if name.isdigit()))


def has_index(data_dir: Path) -> bool:
    """Whether a search index is kept with any version."""
    return any((data_dir / FOLDER / str(it) / INDEX).is_dir() for it in numbers(data_dir))


def damaged(data_dir: Path) -> tuple[int, ...]:
    """The numbers of the versions on disk whose files are not what was written."""
    return tuple(number for number in numbers(data_dir) if not is_intact(data_dir, number))


def newest_intact(data_dir: Path) -> Snapshot | None:
    """The newest version on disk whose files are what was written."""
    intact = (number for number in reversed(numbers(data_dir)) if is_intact(data_dir, number))
    number = next(intact, None)
    return None if number is None else load(data_dir, number)


def is_intact(data_dir: Path, number: int) -> bool:
    """Whether the files of a version are what was written."""
    try:
        load(data_dir, number).verify()
    except SnapshotDamagedError:
        return False
    return True


def count(records: Records) -> dict[str, int]:
    """How many records of each kind."""
    return {kind: len(getattr(records, kind)) for kind in KINDS}


def hash_of(path: Path) -> str:
    """SHA-256 of a file; of nothing when it is missing."""
    digest = hashlib.sha256()
    with suppress(FileNotFoundError), path.open("rb") as handle:
        while block := handle.read(1 << 20):
            digest.update(block)
    return digest.hexdigest()
