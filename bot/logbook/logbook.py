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

from bot.logbook.errors import ErasureUnfinishedError, UnknownAscentError
from bot.logbook.folder import Folder
from bot.logbook.keyring import KeyRing
from bot.logbook.rows import (
    BATCHES,
    PROFILE,
    UNDO,
    id_of,
    in_order,
    memo,
    number_of,
    opened,
    opened_memo,
    put_memo,
    remember,
    seal,
    sealed_rows,
    take_back,
)
from bot.logbook.sealing import default_key_file, load_master_key
from bot.logbook.store import Store
from bot.logbook.values import Batch, BatchReport, ErasureReport, KnownAbout, Undone

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence
    from pathlib import Path
    from types import TracebackType

    from bot.ascents import Ascent
    from bot.logbook.keyring import Member
    from bot.logbook.store import Transaction
    from bot.logbook.values import Erasable


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

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def add(self, owner: str, ascents: Iterable[Ascent]) -> tuple[str, ...]:
        """Keep ascents; their ids, in the same order. All of them or, on an error, none."""
        _checked(owner)
        given = tuple(ascents)
        if not given:
            return ()

        def work(transaction: Transaction) -> tuple[str, ...]:
            member = transaction.member(owner)
            numbers = transaction.take_numbers(len(given))
            transaction.insert(member, sealed_rows(member, zip(numbers, given, strict=True)))
            remember(transaction, member, "add", drop=numbers)
            return tuple(id_of(number) for number in numbers)

        return self._store.change(work)

    def get(self, owner: str, ascent_id: str) -> Ascent | None:
        """One ascent of this member."""
        member, number = self._store.find(_checked(owner)), number_of(ascent_id)
        if member is None or number is None:
            return None
        sealed = self._store.row(member, number)
        return None if sealed is None else opened(member, number, sealed)

    def ascents(self, owner: str) -> tuple[Ascent, ...]:
        """The whole log: oldest day first, then as entered; what has no day comes last."""
        member = self._store.find(_checked(owner))
        if member is None:
            return ()
        return in_order(member, self._store.rows(member))

    def update(self, owner: str, ascent: Ascent) -> Ascent:
        """Replace the ascent with this id; what it was before.

        Raises:
            UnknownAscentError: When the member has none with this id.
        """
        number = number_of(ascent.id)

        def work(transaction: Transaction) -> Ascent:
            member = transaction.find(_checked(owner))
            before = None
            if member is not None and number is not None:
                before = transaction.row(member, number)
            if member is None or number is None or before is None:
                raise UnknownAscentError(f"no ascent {ascent.id!r}")
            old = opened(member, number, before)
            transaction.replace(member, number, before, seal(member, number, ascent))
            remember(transaction, member, "update", put=[old])
            return old

        return self._store.change(work)

    def delete(self, owner: str, ids: Iterable[str]) -> int:
        """Remove ascents; how many there were."""
        wanted = {number for one in ids if (number := number_of(one)) is not None}

        def work(transaction: Transaction) -> int:
            member = transaction.find(_checked(owner))
            if member is None or not wanted:
                return 0
            rows = transaction.rows(member)
            gone = {number: rows[number] for number in sorted(wanted & rows.keys())}
            if gone:
                old = [opened(member, number, sealed) for number, sealed in gone.items()]
                transaction.delete(member, gone)
                remember(transaction, member, "delete", put=old)
            return len(gone)

        return self._store.change(work)

    def undo(self, owner: str) -> Undone | None:
        """Take the member's last change back (one step); ``None`` when there is none."""

        def work(transaction: Transaction) -> Undone | None:
            member = transaction.find(_checked(owner))
            last = None if member is None else memo(transaction, member, UNDO)
            if member is None or last is None:
                return None
            return take_back(transaction, member, last)

        return self._store.change(work)

    def import_batch(self, owner: str, source: str, ascents: Iterable[Ascent]) -> BatchReport:
        """Add what the log does not hold by (source, source_id), all or nothing."""
        _checked(owner)
        given = tuple(replace(ascent, source=ascent.source or source, id="") for ascent in ascents)
        now = self._clock()

        def work(transaction: Transaction) -> BatchReport:
            member = transaction.find(owner)
            rows = {} if member is None else transaction.rows(member)
            held = () if member is None else in_order(member, rows)
            fresh = _unknown(given, {(one.source, one.source_id) for one in held})
            if not fresh:
                return BatchReport("", 0, len(given))
            member = transaction.member(owner)
            batch_id = id_of(transaction.take_numbers(1)[0])
            numbers = transaction.take_numbers(len(fresh))
            marked = (replace(ascent, batch_id=batch_id) for ascent in fresh)
            transaction.insert(member, sealed_rows(member, zip(numbers, marked, strict=True)))
            before = memo(transaction, member, BATCHES) or []
            entry = [batch_id, source, now.isoformat(), len(fresh)]
            put_memo(transaction, member, BATCHES, [*before, entry])
            remember(transaction, member, "import", drop=numbers, batches=before)
            return BatchReport(batch_id, len(fresh), len(given) - len(fresh))

        return self._store.change(work)

    def batches(self, owner: str) -> tuple[Batch, ...]:
        """The member's imports, oldest first."""
        member = self._store.find(_checked(owner))
        if member is None:
            return ()
        kept = Counter(ascent.batch_id for ascent in self.ascents(owner))
        return tuple(
            Batch(batch_id, source, datetime.fromisoformat(at), added, kept[batch_id])
            for batch_id, source, at, added in self._memo(member, BATCHES) or []
        )

    def revert_batch(self, owner: str, batch_id: str) -> int:
        """Remove what an import brought; how many ascents that were."""

        def work(transaction: Transaction) -> int:
            member = transaction.find(_checked(owner))
            before = [] if member is None else memo(transaction, member, BATCHES) or []
            if member is None or all(entry[0] != batch_id for entry in before):
                return 0
            rows = transaction.rows(member)
            old = [one for one in in_order(member, rows) if one.batch_id == batch_id]
            transaction.delete(member, {int(one.id): rows[int(one.id)] for one in old})
            left = [entry for entry in before if entry[0] != batch_id]
            put_memo(transaction, member, BATCHES, left)
            remember(transaction, member, "revert", put=old, batches=before)
            return len(old)

        return self._store.change(work)

    def profile(self, owner: str) -> Mapping[str, str]:
        """The member's settings."""
        member = self._store.find(_checked(owner))
        return {} if member is None else dict(self._memo(member, PROFILE) or {})

    def set_profile(self, owner: str, name: str, value: str | None) -> None:
        """Keep a setting; ``None`` forgets it."""
        _checked(owner)

        def work(transaction: Transaction) -> None:
            member = transaction.find(owner)
            if member is None and value is None:
                return
            member = transaction.member(owner)
            found = dict(memo(transaction, member, PROFILE) or {})
            found.pop(name, None)
            if value is not None:
                found[name] = value
            put_memo(transaction, member, PROFILE, found or None)

        self._store.change(work)

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
        if left or self._store.find(owner) is not None:
            raise ErasureUnfinishedError(f"{left} rows are left")
        return ErasureReport(
            ascents=known.ascents,
            batches=known.batches,
            profile=len(known.profile),
            others=others,
            left=left,
            key_destroyed=member is not None,
            backups_until=self._store.backups_until,
        )

    def known_about(self, owner: str) -> KnownAbout:
        """What is kept about the member."""
        found = self.ascents(owner)
        member = self._store.find(owner)
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
            can_undo=member is not None and self._store.memo(member, UNDO) is not None,
            others=tuple((other.name, other.count(owner)) for other in self._others),
            backups_until=None if member is None else self._store.backups_until,
        )

    def checkpoint(self) -> None:
        """Bring the write-ahead log into the file."""
        self._store.checkpoint()

    def back_up(self) -> None:
        """Keep a copy of the log as it is now, until its expiry."""
        self._store.back_up()

    def _memo(self, member: Member, name: str) -> Any:
        sealed = self._store.memo(member, name)
        return None if sealed is None else opened_memo(member, name, sealed)


def _checked(owner: str) -> str:
    if not owner:
        raise ValueError("an owner must be named")
    return owner


def _unknown(given: Iterable[Ascent], held: set[tuple[str, str]]) -> list[Ascent]:
    """What is neither held nor given twice; what has no id of its source is always new."""
    seen, fresh = set(held), []
    for ascent in given:
        key = (ascent.source, ascent.source_id)
        if not ascent.source_id or key not in seen:
            seen.add(key)
            fresh.append(ascent)
    return fresh
