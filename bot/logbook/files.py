"""Private files that survive a power cut: nobody but the operator may read them."""

from __future__ import annotations

import os
from contextlib import contextmanager
from typing import TYPE_CHECKING

from knowledge.durable import sync

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

PRIVATE_FOLDER = 0o700
PRIVATE_FILE = 0o600


def write_beside(path: Path, content: bytes) -> None:
    """Replace a file as a whole: afterwards, and after any crash, it is the old one or the new."""
    beside = path.with_name(f".{path.name}.new")
    handle = os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, PRIVATE_FILE)
    try:
        write_all(handle, content)
        os.fsync(handle)
    finally:
        os.close(handle)
    beside.replace(path)
    sync(path.parent)


def write_all(handle: int, content: bytes) -> None:
    """Write every byte; a full disk raises instead of writing half in silence."""
    view = memoryview(content)
    while view:
        view = view[os.write(handle, view) :]


@contextmanager
def overwriting(path: Path) -> Iterator[None]:
    """Do something that takes the file's name away, then overwrite what had that name."""
    handle = os.open(path, os.O_RDWR)
    try:
        yield
        size = os.fstat(handle).st_size
        os.pwrite(handle, bytes(size), 0)
        os.fsync(handle)
    finally:
        os.close(handle)
