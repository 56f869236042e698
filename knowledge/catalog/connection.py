"""Locked-down connections to one catalogue file."""

from __future__ import annotations

from typing import TYPE_CHECKING

import duckdb

from knowledge.engine import spare_lookups

if TYPE_CHECKING:
    from pathlib import Path

MEMORY_LIMIT = "256MB"
READ_THREADS = 1
"""An answer's query takes a millisecond: a second thread would only add the hand-over."""
WRITE_THREADS = 2

BLOCK_SIZE = "16384"
"""Bytes; the smallest, for a column of some hundred routes fills no more (a third of the file)."""

_SETTINGS: dict[str, str | bool | int | float | list[str]] = {
    "memory_limit": MEMORY_LIMIT,
    "max_temp_directory_size": "1GB",
    "autoinstall_known_extensions": False,
    "autoload_known_extensions": False,
    "allow_community_extensions": False,
    "python_enable_replacements": False,
    "default_block_size": BLOCK_SIZE,
    "enable_external_access": False,
    "lock_configuration": True,
}


def connect(path: Path | None, *, read_only: bool) -> duckdb.DuckDBPyConnection:
    """A connection that can reach nothing but its file and whose settings are frozen.

    Args:
        path: The catalogue file; ``None`` for one in memory.
        read_only: Whether the file is only read, so that other processes may read it too.
    """
    spare_lookups()
    threads = READ_THREADS if read_only else WRITE_THREADS
    settings = {**_SETTINGS, "threads": threads}
    if not read_only:
        # choosing a compression for 100 short columns takes longer than all the rest of writing
        settings["force_compression"] = "uncompressed"
    return duckdb.connect(str(path or ":memory:"), read_only=read_only, config=settings)
