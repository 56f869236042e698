"""Opening the live generation: nothing is served before it is proven to hold what was acknowledged.

In this order: the rows are what the file's own ledger says; the ledger is what the high-water mark
says, or one group ahead (committed, not yet acknowledged when the process died); every row's member
has a key. Then older tables are led to the present ones, and begun erasures are finished. Each of
these writes a new generation and swaps the pointer, so a crash leaves the old one or the new one.
"""

from __future__ import annotations

import logging
from dataclasses import replace
from typing import TYPE_CHECKING

from bot.logbook.errors import LogbookDamagedError, LogbookTooNewError
from bot.logbook.mark import Mark, MarkFile, read_mark, replace_mark
from bot.logbook.store.generation import DamagedFileError, Generation, create, upgrade
from bot.logbook.store.schema import VERSION
from knowledge.durable import sync

if TYPE_CHECKING:
    from bot.logbook.folder import Folder
    from bot.logbook.keyring import KeyRing

_log = logging.getLogger(__name__)


def open_live(folder: Folder, ring: KeyRing) -> tuple[Generation, Mark]:
    """The live generation and its state; the caller holds the lock.

    Raises:
        LogbookDamagedError: When something that was acknowledged is not there.
        LogbookTooNewError: When a later program wrote it.
    """
    if not folder.has_pointer():
        _begin(folder, ring)
    number = folder.current()
    if number is None:
        raise LogbookDamagedError(str(folder.path), "CURRENT names no generation")
    generation, version, state = _opened(folder, number)
    try:
        _compare(folder, ring, generation.handles(version), state)
        if version < VERSION:
            generation, state = _upgraded(folder, generation, version)
        ring.heal()
        acknowledge(folder, state)
        if gone := folder.erasing():
            old = generation
            generation, state = erased(folder, ring, old, state, gone)
            old.close()
    except BaseException:
        generation.close()
        raise
    folder.sweep()
    folder.end_erasing()
    return generation, state


def adopt(folder: Folder, number: int, state: Mark) -> None:
    """Make a generation that was written and checked the live one; the old file still lies there.

    The caller closes the old one and sweeps.
    """
    folder.point_to(number)
    acknowledge(folder, state)


def erased(
    folder: Folder, ring: KeyRing, old: Generation, state: Mark, gone: frozenset[int]
) -> tuple[Generation, Mark]:
    """Leave members' rows behind and destroy their keys; safe to do again after a crash.

    What may fail for want of space comes first. The caller closes the old generation, sweeps, and
    says that the erasure has ended.
    """
    number = folder.next_number()
    wanted = replace(state, sequence=state.sequence + 1)
    found = old.rewrite(folder.generation(number), gone, wanted)
    fresh = _checked(folder, number, found)
    try:
        # from here on there is no way back
        folder.begin_erasing(gone | folder.erasing())
        ring.remove(gone)
        adopt(folder, number, found)
    except BaseException:
        fresh.close()
        raise
    return fresh, found


def acknowledge(folder: Folder, state: Mark) -> None:
    """Bring the mark to the state, if it is not there."""
    if read_mark(folder.mark) != state:
        mark = MarkFile(folder.mark)
        try:
            mark.write(state)
        finally:
            mark.close()


def _begin(folder: Folder, ring: KeyRing) -> None:
    """Write the first generation; ``CURRENT`` comes last and says that there is one."""
    mark = read_mark(folder.mark)
    if ring.handles or (mark is not None and mark.sequence):
        raise LogbookDamagedError(str(folder.path), "CURRENT is gone")
    ring.heal()
    number = folder.next_number()
    create(folder.generation(number))
    replace_mark(folder.mark, Mark())
    folder.point_to(number)


def _opened(folder: Folder, number: int) -> tuple[Generation, int, Mark]:
    try:
        generation = Generation.open(folder.generation(number))
        try:
            version, state = generation.check()
        except BaseException:
            generation.close()
            raise
    except DamagedFileError as error:
        raise LogbookDamagedError(str(folder.path), str(error)) from error
    if version > VERSION:
        generation.close()
        raise LogbookTooNewError(f"tables of version {version}, this program knows {VERSION}")
    return generation, version, state


def _compare(folder: Folder, ring: KeyRing, handles: frozenset[int], state: Mark) -> None:
    mark = read_mark(folder.mark)
    if mark is None:
        raise LogbookDamagedError(str(folder.path), "the high-water mark is gone")
    if state.sequence == mark.sequence:
        matches = state == mark
    else:
        matches = state.sequence == mark.sequence + 1
    if not matches:
        found, known = f"{state.sequence}/{state.rows}", f"{mark.sequence}/{mark.rows}"
        reason = f"changes/rows are {found} where {known} were acknowledged"
        raise LogbookDamagedError(str(folder.path), reason)
    if lost := handles - ring.handles - folder.erasing():
        raise LogbookDamagedError(str(folder.path), f"the keys of {len(lost)} members are gone")


def _upgraded(folder: Folder, old: Generation, version: int) -> tuple[Generation, Mark]:
    number = folder.next_number()
    path = folder.generation(number)
    old.copy_to(path)
    _log.info("leading the log's tables from version %d to %d", version, VERSION)
    state = upgrade(path, version)
    sync(path.parent)
    fresh = _checked(folder, number, state)
    try:
        adopt(folder, number, state)
    except BaseException:
        fresh.close()
        raise
    old.close()
    return fresh, state


def _checked(folder: Folder, number: int, state: Mark) -> Generation:
    """A generation that was just written, proven to be what was to be written."""
    fresh, _, found = _opened(folder, number)
    if found != state:
        fresh.close()
        raise LogbookDamagedError(str(folder.path), "a new generation is not what was written")
    return fresh
