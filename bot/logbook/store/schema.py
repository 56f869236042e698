"""Tables of the log, by numbered steps that keep what is there.

``ascent`` holds one sealed row per ascent, ``memo`` a few sealed rows per member (last change,
imports, settings), ``ledger`` one row: the version of the tables and the state after the last group
of changes. Whose a row is, only the key ring knows. There are primary keys and no other index.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.logbook.mark import Mark

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

STEPS: tuple[tuple[str, ...], ...] = (
    (
        """CREATE TABLE {schema}ledger (
            version INTEGER NOT NULL, sequence BIGINT NOT NULL, rows BIGINT NOT NULL,
            digest BIGINT NOT NULL, next_number BIGINT NOT NULL)""",
        """CREATE TABLE {schema}ascent (
            member BIGINT NOT NULL, number BIGINT NOT NULL, sealed BLOB NOT NULL,
            PRIMARY KEY (member, number))""",
        "INSERT INTO {schema}ledger VALUES (1, 0, 0, 0, 1)",
    ),
    (
        """CREATE TABLE {schema}memo (
            member BIGINT NOT NULL, name VARCHAR NOT NULL, sealed BLOB NOT NULL,
            PRIMARY KEY (member, name))""",
    ),
)
"""``STEPS[n]`` leads from version n to version n + 1; a step that was released never changes."""
VERSION = len(STEPS)
ROW_TABLES = {"ascent": "number", "memo": "name"}
"""Tables with sealed rows, and what tells a member's rows apart."""
DIGEST_MODULUS = 1 << 63


def migrate(
    connection: DuckDBPyConnection, *, start: int = 0, end: int = VERSION, schema: str = ""
) -> None:
    """Lead the tables from one version to another, in one transaction."""
    connection.execute("BEGIN")
    for number, step in enumerate(STEPS[start:end], start + 1):
        for statement in step:
            connection.execute(statement.format(schema=schema))
        connection.execute(f"UPDATE {schema}ledger SET version = ?", [number])  # noqa: S608
    connection.execute("COMMIT")


def read_ledger(connection: DuckDBPyConnection, schema: str = "") -> tuple[int, Mark]:
    """Version of the tables and the state that they say they are in."""
    statement = f"SELECT version, sequence, rows, digest, next_number FROM {schema}ledger"  # noqa: S608
    ((version, *state),) = connection.execute(statement).fetchall()
    return int(version), Mark(*state)


def write_ledger(connection: DuckDBPyConnection, state: Mark, schema: str = "") -> None:
    """Keep the state; part of the transaction that leads to it."""
    connection.execute(
        f"UPDATE {schema}ledger SET sequence = ?, rows = ?, digest = ?, next_number = ?",  # noqa: S608
        [state.sequence, state.rows, state.digest, state.next_number],
    )


def measure(connection: DuckDBPyConnection, version: int, schema: str = "") -> tuple[int, int]:
    """Rows and digest as they really are: every sealed byte is read."""
    rows = digest = 0
    for table in row_tables(version):
        count, total = connection.execute(
            f"SELECT count(*), coalesce(sum(md5_number_lower(sealed)), 0) FROM {schema}{table}"  # noqa: S608
        ).fetchall()[0]
        rows += int(count)
        digest += int(total)
    return rows, digest % DIGEST_MODULUS


def handles(connection: DuckDBPyConnection, version: int) -> frozenset[int]:
    """Every member with a row."""
    found: set[int] = set()
    for table in row_tables(version):
        rows = connection.execute(f"SELECT DISTINCT member FROM {table}").fetchall()  # noqa: S608
        found.update(int(member) for (member,) in rows)
    return frozenset(found)


def row_tables(version: int) -> tuple[str, ...]:
    """The tables with sealed rows that a version has."""
    return tuple(ROW_TABLES)[:version]
