"""One transaction of the writer: rows in and out, with the state of the log kept in step."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from typing import TYPE_CHECKING

from bot.logbook.store.schema import DIGEST_MODULUS, ROW_TABLES, write_ledger

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from duckdb import DuckDBPyConnection

    from bot.logbook.keyring import KeyRing, Member
    from bot.logbook.mark import Mark


class Transaction:
    """What a change may do. Every row is filed under its member's handle, and asked for by it."""

    def __init__(self, connection: DuckDBPyConnection, ring: KeyRing, state: Mark) -> None:
        self._connection = connection
        self._ring = ring
        self._before = state
        self.state = state
        self.writes = 0
        """Statements that changed something."""
        connection.execute("BEGIN")

    def find(self, owner: str) -> Member | None:
        """The member, if there is anything about this owner."""
        return self._ring.find(owner)

    def member(self, owner: str) -> Member:
        """The member, with a new key if need be."""
        return self._ring.member(owner)

    def rows(self, member: Member) -> dict[int, bytes]:
        """The member's sealed ascents by number."""
        return read_rows(self._connection, member)

    def row(self, member: Member, number: int) -> bytes | None:
        """One of the member's sealed ascents."""
        return read_row(self._connection, member, number)

    def memo(self, member: Member, name: str) -> bytes | None:
        """One of the member's sealed memos."""
        return read_memo(self._connection, member, name)

    def take_numbers(self, count: int) -> range:
        """Numbers that no row ever had."""
        first = self.state.next_number
        self.state = replace(self.state, next_number=first + count)
        return range(first, first + count)

    def insert(self, member: Member, rows: Mapping[int, bytes]) -> None:
        """Add sealed ascents."""
        if not rows:
            return
        if len(rows) == 1:
            ((number, sealed),) = rows.items()
            self._run("INSERT INTO ascent VALUES (?, ?, ?)", [member.handle, number, sealed])
        else:
            self._run(
                "INSERT INTO ascent SELECT ?, unnest(?::BIGINT[]), unnest(?::BLOB[])",
                [member.handle, list(rows), list(rows.values())],
            )
        self._count(added=rows.values())

    def replace(self, member: Member, number: int, before: bytes, after: bytes) -> None:
        """Put another sealed ascent in the place of one."""
        statement = "UPDATE ascent SET sealed = ? WHERE member = ? AND number = ?"
        self._run(statement, [after, member.handle, number])
        self._count(added=[after], removed=[before])

    def delete(self, member: Member, rows: Mapping[int, bytes]) -> None:
        """Remove ascents, given as they stand there."""
        if not rows:
            return
        if len(rows) == 1:
            statement = "DELETE FROM ascent WHERE member = ? AND number = ?"
            self._run(statement, [member.handle, next(iter(rows))])
        else:
            statement = "DELETE FROM ascent WHERE member = ? AND number IN (SELECT unnest(?))"
            self._run(statement, [member.handle, list(rows)])
        self._count(removed=rows.values())

    def put_memo(self, member: Member, name: str, sealed: bytes | None) -> None:
        """Keep a sealed memo in place of the one of this name; ``None`` removes it."""
        before = self.memo(member, name)
        where = [member.handle, name]
        if sealed is None and before is not None:
            self._run("DELETE FROM memo WHERE member = ? AND name = ?", where)
        elif sealed is not None and before is not None:
            self._run("UPDATE memo SET sealed = ? WHERE member = ? AND name = ?", [sealed, *where])
        elif sealed is not None:
            self._run("INSERT INTO memo VALUES (?, ?, ?)", [*where, sealed])
        self._count(
            added=[] if sealed is None else [sealed], removed=[] if before is None else [before]
        )

    def commit(self) -> Mark:
        """Make it durable; the state that holds now."""
        if not self.writes:
            self._connection.execute("ROLLBACK")
            return self._before
        state = replace(self.state, sequence=self.state.sequence + 1)
        self.state = state
        write_ledger(self._connection, state)
        self._connection.execute("COMMIT")
        return state

    def rollback(self) -> None:
        """Let go of everything."""
        self._connection.execute("ROLLBACK")

    def _run(self, statement: str, values: list[object]) -> None:
        self.writes += 1
        self._connection.execute(statement, values)

    def _count(self, added: Iterable[bytes] = (), removed: Iterable[bytes] = ()) -> None:
        plus, minus = [_hash(one) for one in added], [_hash(one) for one in removed]
        self.state = replace(
            self.state,
            rows=self.state.rows + len(plus) - len(minus),
            digest=(self.state.digest + sum(plus) - sum(minus)) % DIGEST_MODULUS,
        )


def read_rows(connection: DuckDBPyConnection, member: Member) -> dict[int, bytes]:
    """A member's sealed ascents by number."""
    statement = "SELECT number, sealed FROM ascent WHERE member = ?"
    return dict(connection.execute(statement, [member.handle]).fetchall())


def read_row(connection: DuckDBPyConnection, member: Member, number: int) -> bytes | None:
    """One sealed ascent of a member."""
    statement = "SELECT sealed FROM ascent WHERE member = ? AND number = ?"
    return _only(connection, statement, [member.handle, number])


def read_memo(connection: DuckDBPyConnection, member: Member, name: str) -> bytes | None:
    """One sealed memo of a member."""
    statement = "SELECT sealed FROM memo WHERE member = ? AND name = ?"
    return _only(connection, statement, [member.handle, name])


def count_rows(connection: DuckDBPyConnection, member: Member) -> int:
    """How many rows of any kind a member has."""
    statement = " UNION ALL ".join(
        f"SELECT count(*) FROM {table} WHERE member = $1"  # noqa: S608
        for table in ROW_TABLES
    )
    return sum(count for (count,) in connection.execute(statement, [member.handle]).fetchall())


def _only(connection: DuckDBPyConnection, statement: str, values: list[object]) -> bytes | None:
    found = connection.execute(statement, values).fetchone()
    return None if found is None else bytes(found[0])


def _hash(sealed: bytes) -> int:
    """What ``md5_number_lower`` says in SQL."""
    digest = hashlib.md5(sealed, usedforsecurity=False).digest()
    return int.from_bytes(digest[8:], "little")
