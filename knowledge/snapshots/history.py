"""What happened to the knowledge: one line for every version, kept when its files are gone.

A line is written before ``CURRENT`` names its version. After a crash between the two the line
stands for a version that never counted; following the parents from the current one leaves it out.
"""

from __future__ import annotations

import json
import os
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from pathlib import Path

    from knowledge.snapshots.versions import Snapshot

HISTORY = "history.jsonl"


@dataclass(frozen=True, slots=True)
class Entry:
    """How one version came about."""

    number: int
    parent: int | None
    """The version that it was made from; ``None`` for the first."""
    at: str
    """UTC, ISO format."""
    who: str = ""
    action: str = ""
    """import, reload, rollback, forget, post, edit, retire."""
    source: str = ""
    """The name that the rows were given, else the names of their files."""
    files: Mapping[str, str] = field(default_factory=dict)
    """File name → SHA-256 of what was read."""
    content: str = ""
    """Hash of everything in the version: equal versions have equal ones."""
    diff: Mapping[str, Any] = field(default_factory=dict)
    """What was added, changed and removed; see ``knowledge.knowledge_base.Diff``."""
    scope: str = ""
    """The Discord server whose notices were changed; empty for global data."""


def append(data_dir: Path, entry: Entry) -> None:
    """Note a version, durably."""
    line = json.dumps(asdict(entry), ensure_ascii=False, separators=(",", ":"))
    path = data_dir / HISTORY
    with path.open("ab+") as handle:
        if handle.tell() and not _ends_a_line(handle):
            handle.write(b"\n")  # a crash cut the last line off
        handle.write(line.encode() + b"\n")
        handle.flush()
        os.fsync(handle.fileno())


def entries(data_dir: Path) -> dict[int, Entry]:
    """Every line by its version; a line that a crash cut off is left out."""
    try:
        lines = (data_dir / HISTORY).read_bytes().splitlines()
    except FileNotFoundError:
        return {}
    found = (_read(line) for line in lines)
    return {entry.number: entry for entry in found if entry}


def chain(data_dir: Path, snapshot: Snapshot) -> tuple[Entry, ...]:
    """How the version came about, newest first; versions older than the history are left out."""
    noted = entries(data_dir)
    found: list[Entry] = []
    number: int | None = snapshot.number
    while number is not None and number in noted and len(found) <= len(noted):
        found.append(noted[number])
        number = noted[number].parent
    return tuple(found) or (entry_of(snapshot),)


def entry_of(snapshot: Snapshot) -> Entry:
    """What a version without a line says of itself."""
    return Entry(snapshot.number, None, snapshot.created_at, content=snapshot.content)


def _ends_a_line(handle: Any) -> bool:
    handle.seek(-1, os.SEEK_END)
    return bool(handle.read(1) == b"\n")


def _read(line: bytes) -> Entry | None:
    try:
        return Entry(**json.loads(line))
    except (ValueError, TypeError):
        return None
