"""Locked-down connections to one file of the log."""

from __future__ import annotations

from typing import TYPE_CHECKING

import duckdb

from knowledge.engine import spare_lookups

if TYPE_CHECKING:
    from pathlib import Path

SPILL_FOLDER = "spill"

_SETTINGS: dict[str, str | bool | int | float | list[str]] = {
    "memory_limit": "512MB",
    "threads": 2,
    "max_temp_directory_size": "4GB",
    "autoinstall_known_extensions": False,
    "autoload_known_extensions": False,
    "allow_community_extensions": False,
    "python_enable_replacements": False,
    # many short blobs: nothing to win by compressing what is sealed
    "force_compression": "uncompressed",
}


def connect(path: Path) -> duckdb.DuckDBPyConnection:
    """A connection that reaches nothing but the folder of its file, with frozen settings."""
    spare_lookups()
    folder = path.parent
    settings = {**_SETTINGS, "temp_directory": str(folder / SPILL_FOLDER)}
    connection = duckdb.connect(str(path), config=settings)
    try:
        # a file that turns out to be damaged stays as it is; the store checkpoints when it closes
        connection.execute("PRAGMA disable_checkpoint_on_shutdown")
        # a generation is written beside the live one, in the same folder; only SET takes this list
        connection.execute(f"SET allowed_directories=[{quoted(f'{folder}/')}]")
        connection.execute("SET enable_external_access=false")
        connection.execute("SET lock_configuration=true")
    except BaseException:
        connection.close()
        raise
    return connection


def quoted(text: str) -> str:
    """The text as an SQL literal, where a parameter cannot stand."""
    return "'" + text.replace("'", "''") + "'"
