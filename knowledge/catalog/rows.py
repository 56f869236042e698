"""Rows of the tables as records, read by any thread."""

from __future__ import annotations

from threading import local
from typing import TYPE_CHECKING, Any, TypeVar

from knowledge.catalog.conditions import Conditions
from knowledge.pacing import paced
from knowledge.schema import Area, Crag, Gym, Route, Sector, Source

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    import duckdb

    from knowledge.catalog.tables import Table

FETCHED_ROWS = 512
"""At a time: the whole of a result would hold up every other thread."""
T = TypeVar("T", Crag, Area, Sector, Route, Gym, Source)


class Rows:
    """Runs queries on a connection, with a cursor for each thread."""

    def __init__(self, connection: duckdb.DuckDBPyConnection) -> None:
        self._connection = connection
        self._cursors = local()

    def all(self, table: Table[T], wanted: Conditions | None = None) -> tuple[T, ...]:
        """The records of a table, or those that match, in catalogue order."""
        where = wanted or Conditions()
        sql = f"SELECT * FROM {table.name} WHERE {where.sql} ORDER BY position"  # noqa: S608 - our own names
        return tuple(paced(self.read(table, sql, where.values)))

    def read(self, table: Table[T], sql: str, values: Sequence[Any] = ()) -> Iterator[T]:
        """What a query finds, as records of a table, one after the other."""
        cursor = self._cursor().execute(sql, values)
        record = table.reader([column[0] for column in cursor.description or ()])
        while rows := cursor.fetchmany(FETCHED_ROWS):
            yield from map(record, rows)

    def run(self, sql: str, values: Sequence[Any] = ()) -> list[tuple[Any, ...]]:
        """What a query finds, as it is."""
        return self._cursor().execute(sql, values).fetchall()

    def _cursor(self) -> duckdb.DuckDBPyConnection:
        # one for each thread: a shared one hands answers to the wrong caller
        if not hasattr(self._cursors, "cursor"):
            self._cursors.cursor = self._connection.cursor()
        cursor: duckdb.DuckDBPyConnection = self._cursors.cursor
        return cursor
