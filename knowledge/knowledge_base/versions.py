"""Earlier versions: what happened, going back, what differs between two."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

from knowledge import snapshots
from knowledge.catalog import Catalogue
from knowledge.errors import SnapshotDamagedError, UnknownVersionError
from knowledge.knowledge_base.diff import Diff, compare_notices, compare_records
from knowledge.knowledge_base.known import Known
from knowledge.knowledge_base.names import RecordNames
from knowledge.snapshots import Contents, Entry

if TYPE_CHECKING:
    from pathlib import Path

    from knowledge.knowledge_base.actor import Actor
    from knowledge.schema import Records
    from knowledge.snapshots import Prepare, Snapshot


def history(data_dir: Path) -> tuple[Entry, ...]:
    """How the current version came about, newest first.

    Raises:
        EmptyCatalogueError: When nothing was imported yet.
        SnapshotDamagedError: When the current version cannot be read.
    """
    return snapshots.chain(data_dir, snapshots.current(data_dir))


def kept(data_dir: Path) -> tuple[int, ...]:
    """The versions that can be gone back to: their files are on disk and whole, oldest first."""
    broken = set(snapshots.damaged(data_dir))
    return tuple(number for number in snapshots.numbers(data_dir) if number not in broken)


def rollback(
    data_dir: Path,
    number: int,
    actor: Actor,
    *,
    now: datetime | None = None,
    prepare: Prepare | None = None,
) -> Snapshot | None:
    """A new version equal to an earlier one; ``None`` when the current one is equal already.

    Args:
        data_dir: The data folder.
        number: The earlier version.
        actor: Who does it.
        now: When it is done.
        prepare: See ``index_builder``; makes an index anew that was swept up.

    Raises:
        NotAllowedError: When the actor is no operator.
        UnknownVersionError: When the files of the earlier one are not there or not whole.
        ImportLockedError: When another import is running.
    """
    actor.may_touch("")
    with snapshots.import_lock(data_dir), Known.of(data_dir) as known:
        wanted = _version(data_dir, number)
        if known.stays and known.snapshot and known.snapshot.content == wanted.content:
            return None
        records, board = _records(wanted), wanted.board()
        diff = _compare(known.records, known.board, records, board)
        told = Entry(
            number=0,
            parent=known.number,
            at="",
            who=actor.id,
            action="rollback",
            source=str(number),
            diff=diff.kept(),
        )
        if prepare is not None and wanted.is_current and not wanted.index_path.is_dir():
            prepare(wanted.base_path, wanted.identity)
        contents = Contents(wanted if wanted.is_current else records, board)
        when = now or datetime.now(UTC)
        return snapshots.publish(data_dir, contents, when, told, prepare=prepare)


def diff_versions(data_dir: Path, before: int, after: int) -> Diff:
    """What differs between two versions.

    Raises:
        UnknownVersionError: When the files of one are not there or not whole.
    """
    one, other = _version(data_dir, before), _version(data_dir, after)
    return _compare(_records(one), one.board(), _records(other), other.board())


def _compare(before: Records, old: snapshots.Board, after: Records, new: snapshots.Board) -> Diff:
    names = (RecordNames(after), RecordNames(before))

    def place_of(record_id: str) -> str:
        found = (it.with_id(record_id) for it in names)
        place = next((it for it in found if it), None)
        return (place.crag or place.name) if place else ""

    records = compare_records(before, after) if before != after else Diff()
    notices = compare_notices(old.notices, new.notices, place_of)
    return Diff((*records.changes, *notices.changes))


def _version(data_dir: Path, number: int) -> Snapshot:
    try:
        found = snapshots.load(data_dir, number)
        found.verify()
    except SnapshotDamagedError as error:
        raise UnknownVersionError(number, kept(data_dir)) from error
    return found


def _records(snapshot: Snapshot) -> Records:
    catalogue = Catalogue.open(snapshot.catalogue_path)
    try:
        return catalogue.records()
    finally:
        catalogue.close()
