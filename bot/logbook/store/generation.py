"""One file of the log, open: readers with a cursor each, and a copy or a rewrite beside it."""

from __future__ import annotations

import os
import threading
from contextlib import contextmanager
from dataclasses import replace
from typing import TYPE_CHECKING

import duckdb

from bot.logbook.store.connection import connect, quoted
from bot.logbook.store.schema import (
    ROW_TABLES,
    VERSION,
    handles,
    measure,
    migrate,
    read_ledger,
    write_ledger,
)
from knowledge.durable import sync

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from duckdb import DuckDBPyConnection

    from bot.logbook.mark import Mark

_COPY_BYTES = 1 << 20
_TRIES = 20
_PAUSE_SECONDS = 0.005
"""Before the second try of a checkpoint; each further one waits that much longer."""


class DamagedFileError(Exception):
    """The file cannot be read, or does not hold what its own ledger says."""


class Generation:
    """An open file. One thread writes through ``connection``; any may read through ``reading``."""

    def __init__(self, path: Path, connection: DuckDBPyConnection) -> None:
        self.path = path
        self.connection = connection
        # Closing any handle on the file would drop DuckDB's lock, so ours lives as long as DuckDB's
        self._handle = os.open(path, os.O_RDONLY)
        self._readers = 0
        self._idle = threading.Condition()
        self._closed = False
        self._pause = threading.Event()

    @classmethod
    def open(cls, path: Path) -> Generation:
        """Open a file that exists.

        Raises:
            DamagedFileError: When it is not there or cannot be read.
        """
        if not path.is_file():
            raise DamagedFileError(f"{path.name} is missing")
        try:
            return cls(path, connect(path))
        except duckdb.Error as error:
            raise DamagedFileError(f"{path.name} cannot be opened: {_first_line(error)}") from error

    def check(self) -> tuple[int, Mark]:
        """Version and state, after reading every row.

        Raises:
            DamagedFileError: When the rows are not what the ledger says.
        """
        try:
            version, state = read_ledger(self.connection)
            if version > VERSION:
                return version, state
            found = measure(self.connection, version)
        except (duckdb.Error, ValueError) as error:
            raise DamagedFileError(
                f"{self.path.name} cannot be read: {_first_line(error)}"
            ) from error
        if found != (state.rows, state.digest):
            reason = f"{self.path.name} holds {found[0]} rows where its ledger says {state.rows}"
            raise DamagedFileError(f"{reason}, or other ones")
        return version, state

    def handles(self, version: int = VERSION) -> frozenset[int]:
        """Every member with a row."""
        return handles(self.connection, version)

    @contextmanager
    def reading(self) -> Iterator[DuckDBPyConnection]:
        """A cursor of one's own: a shared connection gives answers to the wrong caller."""
        with self._idle:
            if self._closed:
                raise ClosedGenerationError
            cursor = self.connection.cursor()
            self._readers += 1
        try:
            yield cursor
        finally:
            cursor.close()
            with self._idle:
                self._readers -= 1
                self._idle.notify_all()

    def checkpoint(self) -> None:
        """Bring everything from the write-ahead log into the file.

        DuckDB refuses at once while it still tidies up after a transaction; then again in a moment.
        """
        for attempt in range(_TRIES):
            try:
                self.connection.execute("CHECKPOINT")
            except duckdb.TransactionException:
                if attempt == _TRIES - 1:
                    raise
                self._pause.wait(_PAUSE_SECONDS * (attempt + 1))
            else:
                return

    def copy_to(self, path: Path) -> None:
        """Copy the checkpointed file, wholly or not at all; the caller keeps writers away."""
        self.checkpoint()
        try:
            with path.open("wb") as target:
                offset = 0
                while block := os.pread(self._handle, _COPY_BYTES, offset):
                    target.write(block)
                    offset += len(block)
                target.flush()
                os.fsync(target.fileno())
        except BaseException:
            path.unlink()
            raise

    def rewrite(self, path: Path, without: frozenset[int], state: Mark) -> Mark:
        """Write a new file with everything but some members' rows, ordered by member.

        Args:
            path: The new file; what a crash left there is replaced.
            without: Handles of the members left out.
            state: Sequence and next number of the new file.

        Returns:
            The new file's state; every byte of it is on the disk.
        """
        remove(path)
        self.connection.execute(f"ATTACH {quoted(str(path))} AS next")
        try:
            migrate(self.connection, schema="next.main.")
            self.connection.execute("BEGIN")
            for table, name in ROW_TABLES.items():
                self.connection.execute(
                    f"INSERT INTO next.main.{table} SELECT * FROM {table}"  # noqa: S608
                    f" WHERE NOT list_contains(?::BIGINT[], member) ORDER BY member, {name}",
                    [list(without)],
                )
            rows, digest = measure(self.connection, VERSION, "next.main.")
            found = replace(state, rows=rows, digest=digest)
            write_ledger(self.connection, found, "next.main.")
            self.connection.execute("COMMIT")
            self.connection.execute("CHECKPOINT next")
        finally:
            self.connection.execute("DETACH next")
        sync(path)
        sync(path.parent)
        return found

    def close(self) -> None:
        """Wait for the readers, then let the file go; closing twice is fine."""
        with self._idle:
            if self._closed:
                return
            self._closed = True
            self._idle.wait_for(lambda: not self._readers)
        self.connection.close()
        os.close(self._handle)


class ClosedGenerationError(Exception):
    """The file was exchanged for another between two looks; look again."""


def create(path: Path, version: int = VERSION) -> None:
    """Write an empty file, synced."""
    remove(path)
    connection = connect(path)
    try:
        migrate(connection, end=version)
        connection.execute("CHECKPOINT")
    finally:
        connection.close()
    sync(path)
    sync(path.parent)


def upgrade(path: Path, version: int) -> Mark:
    """Lead a file of an older version, that nobody else has open, to the present one."""
    connection = connect(path)
    try:
        migrate(connection, start=version)
        _, before = read_ledger(connection)
        rows, digest = measure(connection, VERSION)
        state = replace(before, sequence=before.sequence + 1, rows=rows, digest=digest)
        write_ledger(connection, state)
        connection.execute("CHECKPOINT")
    finally:
        connection.close()
    sync(path)
    return state


def write_ahead_log(path: Path) -> Path:
    """Where DuckDB keeps what is not in the file yet."""
    return path.with_name(f"{path.name}.wal")


def remove(path: Path) -> None:
    """Unlink a file and what belongs to it."""
    for one in path.parent.glob(f"{path.name}*"):
        one.unlink()


def _first_line(error: Exception) -> str:
    return (str(error).splitlines() or [type(error).__name__])[0][:200]
