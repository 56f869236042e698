"""The high-water mark: what was acknowledged last, kept apart from the database.

One file with two slots, written in turn and synced, so that a torn slot leaves the one before. A
group of changes is acknowledged when both the database and the mark hold it; so the database may be
one group ahead of the mark, and never behind.
"""

from __future__ import annotations

import hashlib
import os
from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot.logbook.codec import dump, parse
from bot.logbook.files import PRIVATE_FILE, write_beside
from knowledge.durable import sync

if TYPE_CHECKING:
    from pathlib import Path

_SLOT_BYTES = 256
_sync_content = getattr(os, "fdatasync", os.fsync)
"""The slots keep their size, so their content is all that must be forced; macOS has only fsync."""
_DIGEST_BYTES = 64
"""Hex digits of the hash that a slot begins with."""


@dataclass(frozen=True, slots=True)
class Mark:
    """The state of the whole log after one group of changes."""

    sequence: int = 0
    """Groups of changes so far."""
    rows: int = 0
    """Sealed rows of every table."""
    digest: int = 0
    """Sum of the rows' hashes, modulo 2^64."""
    next_number: int = 1
    """For the next ascent; never used twice, so that an id never means another row."""


class MarkFile:
    """The file that holds the mark."""

    def __init__(self, path: Path) -> None:
        self._path = path
        if not path.exists():
            write_beside(path, bytes(2 * _SLOT_BYTES))
        self._handle = os.open(path, os.O_WRONLY, PRIVATE_FILE)

    def write(self, mark: Mark) -> None:
        """Acknowledge: returns when the mark is on the disk."""
        slot = _packed(mark)
        offset = mark.sequence % 2 * _SLOT_BYTES
        if os.pwrite(self._handle, slot, offset) != _SLOT_BYTES:
            raise OSError("the mark was written in part")
        _sync_content(self._handle)

    def close(self) -> None:
        """Let the file go."""
        os.close(self._handle)


def read_mark(path: Path) -> Mark | None:
    """The newest whole mark; ``None`` when there is none."""
    if not path.exists():
        return None
    content = path.read_bytes()
    slots = (content[:_SLOT_BYTES], content[_SLOT_BYTES:])
    marks = [mark for slot in slots if (mark := _unpacked(slot)) is not None]
    return max(marks, key=lambda mark: mark.sequence, default=None)


def replace_mark(path: Path, mark: Mark) -> None:
    """Begin anew with this mark, after a restoration."""
    slots = [bytes(_SLOT_BYTES), bytes(_SLOT_BYTES)]
    slots[mark.sequence % 2] = _packed(mark)
    write_beside(path, b"".join(slots))
    sync(path.parent)


def _packed(mark: Mark) -> bytes:
    body = dump([mark.sequence, mark.rows, mark.digest, mark.next_number])
    return (_hash(body) + body).ljust(_SLOT_BYTES, b"\n")


def _unpacked(slot: bytes) -> Mark | None:
    digest, body = slot[:_DIGEST_BYTES], slot[_DIGEST_BYTES:].rstrip(b"\n")
    if not body or _hash(body) != digest:
        return None
    sequence, rows, total, next_number = parse(body)
    return Mark(sequence, rows, total, next_number)


def _hash(body: bytes) -> bytes:
    return hashlib.sha256(body).hexdigest().encode("ascii")
