"""Files into a new version, beside the one that is open."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from knowledge import snapshots
from knowledge.catalog import Catalogue
from knowledge.errors import EmptyCatalogueError, SnapshotDamagedError, UnreadableFileError
from knowledge.importers import expand, merge, read_file
from knowledge.schema import Problem, Records

if TYPE_CHECKING:
    from collections.abc import Iterable

    from knowledge.snapshots import Snapshot

DEMO_DIR = Path(__file__).resolve().parents[2] / "data" / "demo"
"""The invented crags and gyms that come with the program."""


@dataclass(frozen=True, slots=True)
class Changes:
    """How many records of one kind came, changed and went."""

    added: int = 0
    changed: int = 0
    removed: int = 0


@dataclass(frozen=True, slots=True)
class ImportReport:
    """What an import did."""

    version: int | None
    """The version that counts now; ``None`` while there is none."""
    changes: dict[str, Changes]
    """By kind: crags, areas, sectors, routes, gyms."""
    counts: dict[str, int]
    """Records of the version by kind."""
    problems: tuple[Problem, ...] = ()
    """Rows that were left out or mended."""
    unreadable: tuple[Problem, ...] = ()
    """Files of which nothing was loaded."""
    read: int = 0
    """Files that were read."""
    unchanged: bool = True
    """Nothing is different, so there is no new version."""


def import_files(
    data_dir: Path, paths: Iterable[Path], *, now: datetime | None = None
) -> ImportReport:
    """Read files and folders into a new version; when nothing differs the old one stays.

    A file that cannot be read changes nothing and is listed; so is a bad row, and the rest loads.

    Raises:
        ImportLockedError: When another import is running.
    """
    read, unreadable = _read(paths)
    with snapshots.import_lock(data_dir):
        known, version, damage = _known(data_dir)
        merged = known
        problems = list(damage)
        for file, records in read:
            merged = merge(merged, records)
            problems += [*records.problems, *(replace(it, file=file) for it in merged.problems)]
        merged = replace(merged, problems=())
        unchanged = merged == known and version is not None
        if read and not unchanged:
            version = snapshots.publish(data_dir, merged, now or datetime.now(UTC)).number
    return ImportReport(
        version=version,
        changes={
            kind: _compare(getattr(known, kind), getattr(merged, kind)) for kind in snapshots.KINDS
        },
        counts=snapshots.count(merged),
        problems=tuple(problems),
        unreadable=unreadable,
        read=len(read),
        unchanged=unchanged or not read,
    )


def load_demo(data_dir: Path, demo_dir: Path = DEMO_DIR) -> ImportReport:
    """Fill an empty data folder with the demo data; the first real import replaces them."""
    return import_files(data_dir, [demo_dir])


def _read(paths: Iterable[Path]) -> tuple[list[tuple[str, Records]], tuple[Problem, ...]]:
    read: list[tuple[str, Records]] = []
    unreadable: list[Problem] = []
    for path in expand(paths):
        try:
            read.append((path.name, read_file(path)))
        except UnreadableFileError as error:
            unreadable.append(Problem(error.file, "", error.reason))
    return read, tuple(unreadable)


def _known(data_dir: Path) -> tuple[Records, int | None, tuple[Problem, ...]]:
    """What the folder holds, its version when that can stay, and a word about a damaged one."""
    try:
        snapshot = snapshots.current(data_dir)
        snapshot.verify()
    except EmptyCatalogueError:
        return Records(), None, ()
    except SnapshotDamagedError as error:
        intact = snapshots.newest_intact(data_dir)
        after = f"從第 {intact.number} 版接續" if intact else "從頭開始"
        problem = Problem(Path(error.path).name, "", f"目前這一版的資料檔損壞了，{after}")
        return (_records(intact) if intact else Records()), None, (problem,)
    return _records(snapshot), (snapshot.number if snapshot.is_current else None), ()


def _records(snapshot: Snapshot) -> Records:
    catalogue = Catalogue.open(snapshot.catalogue_path)
    try:
        return catalogue.records()
    finally:
        catalogue.close()


class _Record(Protocol):
    @property
    def id(self) -> str: ...


def _compare(before: Iterable[_Record], after: Iterable[_Record]) -> Changes:
    old = {record.id: record for record in before}
    new = {record.id: record for record in after}
    return Changes(
        added=len(new.keys() - old.keys()),
        changed=sum(new[name] != old[name] for name in new.keys() & old.keys()),
        removed=len(old.keys() - new.keys()),
    )
