"""The private log with its files open here: sealing, sorting, undo and erasure over the store.

A row holds one sealed ascent; a member's memos hold the last change (to take back), the imports and
the settings. What a change takes back is written in the same transaction as the change.
"""

from __future__ import annotations

import os
from collections import Counter
from dataclasses import replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from bot.logbook import writes
from bot.logbook.errors import ErasureUnfinishedError, NothingToRestoreError
from bot.logbook.folder import Folder
from bot.logbook.keyring import KeyRing
from bot.logbook.rows import BATCHES, PROFILE, UNDO, in_order, number_of, opened, opened_memo
from bot.logbook.sealing import default_key_file, load_master_key
from bot.logbook.store import Store, restore
from bot.logbook.values import Batch, BatchReport, ErasureReport, KnownAbout

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence
    from pathlib import Path

    from bot.ascents import Ascent
    from bot.logbook.keyring import Member
    from bot.logbook.values import Erasable, Restoration, Undone


def utc_now() -> datetime:
    """The time now."""
    return datetime.now(UTC)


class Logbook:
    """See ``ClimbingLog``: every method may be called from any thread."""

    def __init__(
        self, folder: Folder, store: Store, lock: int, clock: Callable[[], datetime]
    ) -> None:
        self.folder = folder
        self._store = store
        self._lock: int | None = lock
        self._clock = clock
        self._others: list[Erasable] = []

    @classmethod
    def open(
        cls,
        data_dir: Path,
        key_file: Path | None = None,
        *,
        others: Sequence[Erasable] = (),
        clock: Callable[[], datetime] = utc_now,
    ) -> Logbook:
        """Open the log of a data folder, or begin one.

        Args:
            data_dir: The data folder; the log lies in ``log`` inside.
            key_file: The master key, outside of the data folder; ``None`` for the user's own
                configuration folder. The first start makes it.
            others: Other stores that are erased together with the log.
            clock: The time now, UTC.

        Raises:
            LogbookBusyError: When another process has it open.
            LogbookDamagedError: When it does not hold what was acknowledged.
            LogbookTooNewError: When a later program wrote it.
            MasterKeyMissingError: When there is a log, but no key.
            MasterKeyWrongError: When the key does not open it.
            MasterKeyPlaceError: When the key lies in the data folder.
        """
        folder = Folder.of(data_dir)
        key_path = key_file or default_key_file(os.environ)
        folder.make()
        lock = folder.lock()
        try:
            master = load_master_key(key_path, data_dir, make=not folder.exists)
            store = Store(folder, KeyRing.load(folder.path, master, key_path), clock)
        except BaseException:
            os.close(lock)
            raise
        logbook = cls(folder, store, lock, clock)
        for other in others:
            logbook.register(other)
        return logbook

    @classmethod
    def restore(
        cls,
        data_dir: Path,
        key_file: Path | None = None,
        *,
        clock: Callable[[], datetime] = utc_now,
    ) -> Restoration:
        """Bring back the newest good version of a log that does not open.

        Raises:
            NothingToRestoreError: When there is none.
            LogbookBusyError: When another process has it open.
            MasterKeyMissingError: When the key is gone.
            MasterKeyWrongError: When the key does not fit.
        """
        folder = Folder.of(data_dir)
        key_path = key_file or default_key_file(os.environ)
        if not folder.exists:
            raise NothingToRestoreError(str(folder.path))
        folder.make()
        lock = folder.lock()
        try:
            master = load_master_key(key_path, data_dir, make=False)
            return restore(folder, KeyRing.load(folder.path, master, key_path), clock())
        finally:
            os.close(lock)

    def register(self, other: Erasable) -> None:
        """Erase another store together with the log."""
        self._others.append(other)

    def close(self) -> None:
        """Finish what was asked and let the files go; closing twice is fine."""
        self._store.close()
        lock, self._lock = self._lock, None
        if lock is not None:
            os.close(lock)

    def __enter__(self) -> Logbook:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def add(self, owner: str, ascents: Iterable[Ascent]) -> tuple[str, ...]:
        """Keep ascents; their ids, in the same order. All of them or, on an error, none."""
        _check(owner)
        given = tuple(ascents)
        return self._store.change(lambda one: writes.add(one, owner, given)) if given else ()

    def get(self, owner: str, ascent_id: str) -> Ascent | None:
        """One ascent of this member."""
        member, number = self._find(owner), number_of(ascent_id)
        if member is None or number is None:
            return None
        sealed = self._store.row(member, number)
        return None if sealed is None else opened(member, number, sealed)

    def ascents(self, owner: str) -> tuple[Ascent, ...]:
        """The whole log: oldest day first, then as entered; what has no day comes last."""
        member = self._find(owner)
        return () if member is None else in_order(member, self._store.rows(member))

    def update(self, owner: str, ascent: Ascent) -> Ascent:
        """Replace the ascent with this id; what it was before.

        Raises:
            UnknownAscentError: When the member has none with this id.
        """
        _check(owner)
        return self._store.change(lambda one: writes.update(one, owner, ascent))

    def delete(self, owner: str, ids: Iterable[str]) -> int:
        """Remove ascents; how many there were."""
        _check(owner)
        numbers = frozenset(number for one in ids if (number := number_of(one)) is not None)
        if not numbers:
            return 0
        return self._store.change(lambda one: writes.delete(one, owner, numbers))

    def undo(self, owner: str) -> Undone | None:
        """Take the member's last change back (one step); ``None`` when there is none."""
        _check(owner)
        return self._store.change(lambda one: writes.undo(one, owner))

    def import_batch(self, owner: str, source: str, ascents: Iterable[Ascent]) -> BatchReport:
        """Add what the log does not hold by (source, source_id), all or nothing."""
        _check(owner)
        given = tuple(replace(one, source=one.source or source) for one in ascents)
        now = self._clock()
        return self._store.change(lambda one: writes.import_batch(one, owner, source, given, now))

    def batches(self, owner: str) -> tuple[Batch, ...]:
        """The member's imports, oldest first."""
        member = self._find(owner)
        if member is None:
            return ()
        kept = Counter(ascent.batch_id for ascent in self.ascents(owner))
        return tuple(
            Batch(batch_id, source, datetime.fromisoformat(at), added, kept[batch_id])
            for batch_id, source, at, added in self._memo(member, BATCHES) or []
        )

    def revert_batch(self, owner: str, batch_id: str) -> int:
        """Remove what an import brought; how many ascents that were."""
        _check(owner)
        return self._store.change(lambda one: writes.revert_batch(one, owner, batch_id))

    def profile(self, owner: str) -> Mapping[str, str]:
        """The member's settings."""
        member = self._find(owner)
        return {} if member is None else dict(self._memo(member, PROFILE) or {})

    def set_profile(self, owner: str, name: str, value: str | None) -> None:
        """Keep a setting; ``None`` forgets it."""
        _check(owner)
        self._store.change(lambda one: writes.set_profile(one, owner, name, value))

    def erase(self, owner: str) -> ErasureReport:
        """Remove everything about the member everywhere and destroy the key.

        Raises:
            ErasureUnfinishedError: When something is still found afterwards.
        """
        known = self.known_about(owner)
        others = tuple((other.name, other.erase(owner)) for other in self._others)
        member = self._store.find(owner)
        if member is not None:
            self._store.erase(member)
        left = sum(other.count(owner) for other in self._others)
        if member is not None:
            left += self._store.count(member)
        if left or (member is not None and self._store.find(owner) is member):
            raise ErasureUnfinishedError(f"{left} rows are left")
        return ErasureReport(
            ascents=known.ascents,
            batches=known.batches,
            profile=len(known.profile),
            others=others,
            left=left,
            key_destroyed=member is not None,
            backups_until=None if member is None else self._store.backups_until,
        )

    def known_about(self, owner: str) -> KnownAbout:
        """What is kept about the member."""
        member = self._find(owner)
        rows = {} if member is None else self._store.rows(member)
        found = () if member is None else in_order(member, rows)
        days = [ascent.day for ascent in found if ascent.day is not None]
        return KnownAbout(
            ascents=len(found),
            first_day=min(days, default=None),
            last_day=max(days, default=None),
            by_source=tuple(sorted(Counter(one.source for one in found).items())),
            with_notes=sum(bool(one.notes) for one in found),
            with_raw=sum(bool(one.raw) for one in found),
            not_private=sum(one.visibility != "private" for one in found),
            batches=len(self.batches(owner)),
            profile=tuple(sorted(self.profile(owner))),
            can_undo=member is not None
            and writes.last_change(member, rows, self._memo(member, UNDO)) is not None,
            others=tuple((other.name, other.count(owner)) for other in self._others),
            backups_until=None if member is None else self._store.backups_until,
        )

    def checkpoint(self) -> None:
        """Bring the write-ahead log into the file."""
        self._store.checkpoint()

    def back_up(self) -> None:
        """Keep a copy of the log as it is now, until its expiry."""
        self._store.back_up()

    def _find(self, owner: str) -> Member | None:
        _check(owner)
        return self._store.find(owner)

    def _memo(self, member: Member, name: str) -> Any:
        sealed = self._store.memo(member, name)
        return None if sealed is None else opened_memo(member, name, sealed)


def _check(owner: str) -> None:
    if not owner:
        raise ValueError("an owner must be named")
