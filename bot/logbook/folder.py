"""The log's own folder, ``DATA_DIR/log``: which files there are, and who may touch them.

``CURRENT`` names the live generation; ``mark`` holds what was acknowledged; ``keys`` and
``keys.copy`` the wrapped members' keys; ``erasing`` the members whose erasure has begun;
``backups`` older versions. A generation's file name is never used twice: DuckDB 1.5 replays a
write-ahead log that it finds beside a file into it, whosever it was.
"""

from __future__ import annotations

import fcntl
import os
from dataclasses import dataclass
from pathlib import Path

from bot.logbook.codec import dump, parse
from bot.logbook.errors import LogbookBusyError
from bot.logbook.files import PRIVATE_FILE, PRIVATE_FOLDER, write_beside
from bot.logbook.keyring import NAMES
from knowledge.durable import sync

_PREFIX = "generation-"
_SUFFIX = ".duckdb"


@dataclass(frozen=True, slots=True)
class Folder:
    """Names and small files of one log."""

    path: Path

    @classmethod
    def of(cls, data_dir: Path) -> Folder:
        """The log's folder in a data folder."""
        return cls(data_dir.resolve() / "log")

    @property
    def mark(self) -> Path:
        """The high-water mark."""
        return self.path / "mark"

    @property
    def backups(self) -> Path:
        """Folder of older versions."""
        return self.path / "backups"

    @property
    def socket(self) -> Path:
        """Where a running bot listens, or a file that tells where."""
        return self.path / "socket"

    def make(self) -> None:
        """Make the folder, for the operator's eyes only."""
        self.path.mkdir(parents=True, exist_ok=True, mode=PRIVATE_FOLDER)
        self.backups.mkdir(exist_ok=True, mode=PRIVATE_FOLDER)
        sync(self.path.parent)

    def lock(self) -> int:
        """Take the log for this process; a handle that holds it until it is closed.

        Raises:
            LogbookBusyError: When another process holds it.
        """
        handle = os.open(self.path / "lock", os.O_RDWR | os.O_CREAT, PRIVATE_FILE)
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as error:
            os.close(handle)
            raise LogbookBusyError(f"{self.path} is held by another process") from error
        return handle

    @property
    def exists(self) -> bool:
        """Whether a log was ever begun here: then there must be a key to it."""
        names = ("CURRENT", *NAMES)
        return any((self.path / name).exists() for name in names)

    def generation(self, number: int) -> Path:
        """File of a generation."""
        return self.path / f"{_PREFIX}{number}{_SUFFIX}"

    def generations(self) -> tuple[int, ...]:
        """Numbers of the files there, oldest first."""
        found = (
            path.name.removeprefix(_PREFIX).removesuffix(_SUFFIX)
            for path in self.path.glob(f"{_PREFIX}*{_SUFFIX}")
        )
        return tuple(sorted(int(number) for number in found if number.isdigit()))

    def current(self) -> int | None:
        """Number of the live generation; ``None`` where there is none or the pointer is broken."""
        try:
            written = (self.path / "CURRENT").read_text(encoding="ascii").strip()
        except (FileNotFoundError, UnicodeDecodeError):
            return None
        return int(written) if written.isdigit() else None

    def has_pointer(self) -> bool:
        """Whether a generation was ever live."""
        return (self.path / "CURRENT").exists()

    def point_to(self, number: int) -> None:
        """Make a generation the live one, at once and for good."""
        write_beside(self.path / "CURRENT", f"{number}\n".encode("ascii"))

    def next_number(self) -> int:
        """A number that no generation has or had."""
        return max((*self.generations(), self.current() or 0)) + 1

    def erasing(self) -> frozenset[int]:
        """Handles of the members whose erasure has begun and must be brought to its end."""
        path = self.path / "erasing"
        return frozenset(parse(path.read_bytes())) if path.exists() else frozenset()

    def begin_erasing(self, handles: frozenset[int]) -> None:
        """Note that these members go, before the first of it happens."""
        write_beside(self.path / "erasing", dump(sorted(handles)))

    def end_erasing(self) -> None:
        """Note that nothing of them is left."""
        path = self.path / "erasing"
        if path.exists():
            path.unlink()
            sync(self.path)

    def sweep(self) -> None:
        """Remove what a crash left behind: other generations, files half written, spilled rows."""
        current = self.current()
        if current is None:
            return  # nobody knows which one lives
        live = self.generation(current).name
        for path in self.path.glob(f"{_PREFIX}*"):
            if not path.name.startswith(live):
                path.unlink()
        for path in (*self.path.glob(".*.new"), *self.path.glob("spill/*")):
            path.unlink()


def holds_log(data_dir: Path) -> bool:
    """Whether a log was ever begun in the data folder."""
    return Folder.of(data_dir).exists
