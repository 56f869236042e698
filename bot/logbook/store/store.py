"""The log's files, open: reads with a cursor each, changes through the one writer."""

from __future__ import annotations

import logging
import threading
from contextlib import suppress
from datetime import timedelta
from typing import TYPE_CHECKING, Any, TypeVar

import duckdb

from bot.logbook import backups
from bot.logbook.errors import (
    LogbookDamagedError,
    LogbookError,
    LogbookFailedError,
    LogbookUnopenedError,
    LogbookUnsureError,
)
from bot.logbook.files import PRIVATE_FILE
from bot.logbook.mark import Mark, MarkFile
from bot.logbook.store.generation import ClosedGenerationError
from bot.logbook.store.opening import erased, open_live
from bot.logbook.store.transaction import (
    Transaction,
    count_rows,
    read_memo,
    read_row,
    read_rows,
)
from bot.logbook.store.writer import Writer

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date, datetime

    from bot.logbook.folder import Folder
    from bot.logbook.keyring import KeyRing, Member
    from bot.logbook.store.generation import Generation
    from bot.logbook.store.writer import Work

Result = TypeVar("Result")
_TRIES = 10
"""For a transaction that meets another; a reader that holds an old row is done in milliseconds."""
_PAUSE_SECONDS = 0.005
"""Before the second try; each further one waits that much longer."""
_LOOK_EVERY = timedelta(minutes=10)
"""How often to see whether a backup is due."""

_log = logging.getLogger(__name__)


class Store:
    """Sealed rows by member. Every method asks for one member's rows alone."""

    def __init__(self, folder: Folder, ring: KeyRing, clock: Callable[[], datetime]) -> None:
        """Open what is there; the caller holds the folder's lock.

        Raises:
            LogbookDamagedError: When it does not hold what was acknowledged.
            LogbookTooNewError: When a later program wrote it.
        """
        self._folder = folder
        self._ring = ring
        self._clock = clock
        self._exchange = threading.Lock()
        self._pause = threading.Event()
        self._generation: Generation | None = None
        self._state = Mark()
        self._open()
        self._next_look: datetime | None = None
        self._writer = Writer(self)
        self._writer.alone(self.settle)

    @property
    def state(self) -> Mark:
        """What was acknowledged last."""
        return self._state

    @property
    def backups_until(self) -> date | None:
        """Day on which the last of today's backups will be gone."""
        return backups.last_expiry(self._folder.backups)

    def find(self, owner: str) -> Member | None:
        """The member, if there is anything about this owner."""
        return self._ring.find(owner)

    def rows(self, member: Member) -> dict[int, bytes]:
        """The member's sealed ascents by number."""
        return self._read(lambda cursor: read_rows(cursor, member))

    def row(self, member: Member, number: int) -> bytes | None:
        """One of the member's sealed ascents."""
        return self._read(lambda cursor: read_row(cursor, member, number))

    def memo(self, member: Member, name: str) -> bytes | None:
        """One of the member's sealed memos."""
        return self._read(lambda cursor: read_memo(cursor, member, name))

    def count(self, member: Member) -> int:
        """How many rows of any kind the member has."""
        return self._read(lambda cursor: count_rows(cursor, member))

    def change(self, work: Callable[[Transaction], Result]) -> Result:
        """Do the work within a transaction; returns when it is durable and acknowledged.

        The work runs in the writer's thread, perhaps more than once, and refuses before it writes.
        """
        return self._writer.change(work)

    def erase(self, member: Member) -> None:
        """Destroy the member's key and write the log anew without the member's rows."""
        self._writer.alone(lambda: self._erase(member))

    def checkpoint(self) -> None:
        """Bring the write-ahead log into the file."""
        self._writer.alone(lambda: self._outside(self._live().checkpoint))

    def back_up(self) -> None:
        """Keep a copy of the log as it is now."""
        self._writer.alone(lambda: self._outside(self._back_up))

    def close(self) -> None:
        """Finish what was asked and let the files go; closing twice is fine."""
        self._writer.close()
        if self._generation is not None:
            try:
                self._generation.checkpoint()
            except duckdb.Error as error:
                _log.warning("the log stays in its write-ahead log: %s", error)
        self._let_go()

    def commit(self, works: list[Work]) -> list[Any]:
        """Do a group of changes; called by the writer alone. See ``Committer``."""
        for attempt in range(_TRIES):
            try:
                return self._commit_once(works)
            except (duckdb.TransactionException, duckdb.ConstraintException) as error:
                if len(works) > 1:
                    raise  # alone, one at a time, they do not meet each other
                if attempt == _TRIES - 1:
                    self._recover(error, None)  # so does a commit that the disk refuses
                self._pause.wait(_PAUSE_SECONDS * (attempt + 1))
        raise AssertionError("unreachable")

    def settle(self) -> None:
        """Make a backup when it is time; one that fails is tried again later."""
        now = self._clock()
        if self._next_look is not None and now < self._next_look:
            return
        self._next_look = now + _LOOK_EVERY
        folder = self._folder.backups
        try:
            backups.expire(folder, now)
            if backups.is_due(folder, self._state, now):
                self._outside(self._back_up)
        except (LogbookError, OSError) as error:
            _log.warning("no backup of the log: %s", error)

    def _commit_once(self, works: list[Work]) -> list[Any]:
        generation = self._live()
        transaction = None
        try:
            transaction = Transaction(generation.connection, self._ring, self._state)
            results = [_attempt(work, transaction) for work in works]
            state = transaction.commit()
            if state != self._state:
                self._mark.write(state)
        except (duckdb.TransactionException, duckdb.ConstraintException):
            _roll_back(transaction)
            raise
        except (duckdb.Error, OSError) as error:
            expected = None if transaction is None else transaction.state
            self._recover(error, expected)
        except BaseException:
            _roll_back(transaction)
            raise
        else:
            self._state = state
        return results

    def _recover(self, error: Exception, expected: Mark | None) -> None:
        """After the engine or the disk failed: open anew, and see whether the group is there.

        Raises:
            LogbookFailedError: It is not.
            LogbookUnsureError: Nobody can tell yet.
        """
        before = self._state
        _log.warning("the log's database failed: %s", error)
        self._let_go()
        try:
            self._live()
        except LogbookError as second:
            raise LogbookUnsureError(f"{error}; opening it again: {second}") from error
        if self._state == before or self._state != expected:
            raise LogbookFailedError(str(error)) from error

    def _live(self) -> Generation:
        """The open generation; opened again where a failure closed it. Writer's thread only."""
        return self._generation or self._open()

    def _open(self) -> Generation:
        try:
            generation, state = open_live(self._folder, self._ring)
            self._mark = MarkFile(self._folder.mark)
        except (duckdb.Error, OSError) as error:
            raise LogbookUnopenedError(str(error)) from error
        self._state = state
        with self._exchange:
            self._generation = generation
        return generation

    def _let_go(self) -> None:
        with self._exchange:
            generation, self._generation = self._generation, None
        if generation is not None:
            generation.close()
            self._mark.close()

    def _read(self, read: Callable[[duckdb.DuckDBPyConnection], Result]) -> Result:
        """Read from the live generation; again when it was exchanged or failed in between."""
        failed: Generation | None = None
        while True:
            with self._exchange:
                generation = self._generation
            if generation is None:
                self._writer.alone(self._live)
                continue
            try:
                with generation.reading() as cursor:
                    return read(cursor)
            except ClosedGenerationError:
                continue
            except duckdb.Error as error:
                if failed is not None:
                    raise LogbookDamagedError(str(self._folder.path), str(error)) from error
                failed = generation
                self._reopen(failed)

    def _reopen(self, failed: Generation) -> None:
        """Open anew what failed a reader, unless that was done meanwhile."""

        def work() -> None:
            if self._generation is failed:
                self._let_go()
            self._live()

        self._writer.alone(work)

    def _erase(self, member: Member) -> None:
        old, gone = self._live(), frozenset({member.handle})
        try:
            fresh, state = erased(self._folder, self._ring, old, self._state, gone)
        except (LogbookError, duckdb.Error, OSError) as error:
            self._let_go()
            self._live()  # brings an erasure that has begun to its end
            if not gone.isdisjoint(self._ring.handles):
                raise LogbookFailedError(f"erasure: {error}") from error
            return
        with self._exchange:
            self._generation, self._state = fresh, state
        old.close()
        self._folder.sweep()
        self._folder.end_erasing()

    def _outside(self, work: Callable[[], None]) -> None:
        """Do work between two groups; what fails closes the file, and the next use opens it anew.

        Raises:
            LogbookFailedError: The work failed; nothing that was acknowledged is touched.
        """
        try:
            work()
        except (duckdb.Error, OSError) as error:
            self._let_go()
            raise LogbookFailedError(str(error)) from error

    def _back_up(self) -> None:
        now = self._clock()
        path = backups.new_path(self._folder.backups, "backup", self._state, now)
        self._live().copy_to(path)
        path.chmod(PRIVATE_FILE)
        backups.record(path, self._state, now)


def _attempt(work: Work, transaction: Transaction) -> Any:
    """The work's result, or why it refused; a refusal after writing takes the whole group back."""
    writes = transaction.writes
    try:
        return work(transaction)
    except LogbookError as error:
        if transaction.writes != writes:
            raise
        return error


def _roll_back(transaction: Transaction | None) -> None:
    if transaction is not None:
        # DuckDB has rolled back on its own after some errors, and then says that there is nothing
        with suppress(duckdb.TransactionException):
            transaction.rollback()
