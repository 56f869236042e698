"""After damage: the newest version that proves itself becomes the live one.

Versions are opened as copies, so that what is damaged stays as it is; it is set aside among the
backups and expires with them. Of equally good versions the one with most changes wins, and that is
often the damaged log itself up to the spot of the damage.
"""

from __future__ import annotations

import logging
import os
import shutil
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

import duckdb

from bot.logbook import backups
from bot.logbook.errors import LogbookUnopenedError, NothingToRestoreError
from bot.logbook.mark import Mark, read_mark, replace_mark
from bot.logbook.store.generation import (
    DamagedFileError,
    Generation,
    remove,
    upgrade,
    write_ahead_log,
)
from bot.logbook.store.schema import VERSION
from bot.logbook.values import Restoration
from knowledge.durable import sync

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime

    from bot.logbook.folder import Folder
    from bot.logbook.keyring import KeyRing

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class _Candidate:
    source: Path
    number: int
    """Of the generation that is its copy."""
    state: Mark


def restore(folder: Folder, ring: KeyRing, now: datetime) -> Restoration:
    """Make the newest good version the live one; the caller holds the lock.

    Raises:
        NothingToRestoreError: When there is none; nothing was changed.
        LogbookUnopenedError: When the disk fails; it may be tried again.
    """
    try:
        return _restored(folder, ring, now)
    except (duckdb.Error, OSError) as error:
        raise LogbookUnopenedError(str(error)) from error


def _restored(folder: Folder, ring: KeyRing, now: datetime) -> Restoration:
    mark = read_mark(folder.mark)
    found = [one for path in _sources(folder) if (one := _tried(folder, path)) is not None]
    if not found:
        raise NothingToRestoreError(str(folder.path))
    best = max(found, key=lambda one: one.state.sequence)
    known = best.state if mark is None else mark
    wanted = replace(
        best.state,
        sequence=max(best.state.sequence, known.sequence) + 1,
        next_number=max(best.state.next_number, known.next_number),
    )
    generation = Generation.open(folder.generation(best.number))
    number = folder.next_number()
    try:
        keyless = generation.handles() - ring.handles
        gone = keyless | folder.erasing()
        state = generation.rewrite(folder.generation(number), gone, wanted)
    finally:
        generation.close()
    _set_aside(folder, now)
    folder.point_to(number)
    replace_mark(folder.mark, state)
    folder.sweep()
    _log.warning("restored the log from %s: %d rows", best.source.name, state.rows)
    return Restoration(
        source=best.source.name,
        rows=state.rows,
        lost_changes=max(0, known.sequence - best.state.sequence),
        acknowledged_rows=None if mark is None else mark.rows,
        unreadable_rows=best.state.rows - state.rows,
    )


def _sources(folder: Folder) -> Iterator[Path]:
    """The live file, or all that could be it; then the backups that are as they were written."""
    current = folder.current()
    numbers = folder.generations() if current is None else (current,)
    yield from (folder.generation(number) for number in numbers)
    kept = (one for one in backups.backups(folder.backups) if not one.is_damaged)
    yield from (one.path for one in kept if one.is_intact())


def _tried(folder: Folder, source: Path) -> _Candidate | None:
    """The version as a copy of its own, proven and led to the present tables."""
    if not source.is_file():
        return None
    number = folder.next_number()
    path = folder.generation(number)
    shutil.copyfile(source, path)
    log = write_ahead_log(source)
    if log.is_file():
        shutil.copyfile(log, write_ahead_log(path))
    try:
        generation = Generation.open(path)
        try:
            version, state = generation.check()
            if version < VERSION:
                generation.checkpoint()
        finally:
            generation.close()
    except DamagedFileError as error:
        _log.warning("not this version: %s", error)
        version = VERSION + 1
    if version > VERSION:
        remove(path)
        return None
    if version < VERSION:
        state = upgrade(path, version)
    return _Candidate(source, number, state)


def _set_aside(folder: Folder, now: datetime) -> None:
    """Keep the damaged live file among the backups, for whoever wants to look into it."""
    current = folder.current()
    live = None if current is None else folder.generation(current)
    if live is None or not live.is_file():
        return
    aside = backups.new_path(folder.backups, backups.DAMAGED, Mark(), now)
    os.link(live, aside)
    if write_ahead_log(live).is_file():
        os.link(write_ahead_log(live), write_ahead_log(aside))
    backups.record(aside, Mark(), now)
    sync(folder.backups)
