"""Older versions of the log: a copy of the sealed rows, and a manifest that says until when.

A backup holds no key. What belongs to an erased member is unreadable in it, and nobody can tell any
more whose it was; restoring drops such rows.
"""

from __future__ import annotations

import hashlib
from dataclasses import asdict, dataclass
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from bot.logbook.codec import dump, parse
from bot.logbook.files import write_beside
from bot.logbook.mark import Mark

EVERY = timedelta(hours=1)
"""How far apart two backups are, at least; after a day only the last of each day stays."""
EVERY_WHEN_LARGE = timedelta(days=1)
LARGE_BYTES = 64 << 20
"""A file of which 24 copies a day would be too much."""
DAY = timedelta(days=1)
KEPT_FOR = timedelta(days=14)
"""How long a backup stays: long enough to notice damage, short enough to be told to a member."""
DAMAGED = "damaged"
"""In the name of what a restoration set aside."""
_SUFFIX = ".duckdb"


@dataclass(frozen=True, slots=True)
class Backup:
    """One older version."""

    path: Path
    state: Mark
    made_at: datetime
    """UTC."""
    sha256: str

    @property
    def expires_on(self) -> date:
        """Day on whose first minute, anywhere on earth, it is gone."""
        return (self.made_at + KEPT_FOR + DAY).date()

    @property
    def is_damaged(self) -> bool:
        """Whether it was set aside because it could not be read."""
        return DAMAGED in self.path.name

    def is_intact(self) -> bool:
        """Whether the file is what was written."""
        return self.path.is_file() and file_hash(self.path) == self.sha256

    def remove(self) -> None:
        """Unlink the file, then what tells of it."""
        for path in self.path.parent.glob(f"{self.path.name}*"):
            path.unlink()
        _manifest(self.path).unlink(missing_ok=True)


def backups(folder: Path) -> tuple[Backup, ...]:
    """Every backup with a manifest, newest first."""
    found = (_read(path) for path in folder.glob("*.json"))
    known = [backup for backup in found if backup is not None]
    return tuple(sorted(known, key=lambda one: (one.state.sequence, one.made_at), reverse=True))


def record(path: Path, state: Mark, now: datetime) -> Backup:
    """Make a copied file a backup: its manifest is written last."""
    backup = Backup(path, state, now, file_hash(path))
    written = {"state": asdict(state), "made_at": now.isoformat(), "sha256": backup.sha256}
    write_beside(_manifest(path), dump(written))
    return backup


def is_due(folder: Path, state: Mark, now: datetime) -> bool:
    """Whether something changed since the newest backup, and that is long ago."""
    newest = next((one for one in backups(folder) if not one.is_damaged), None)
    if newest is None or not newest.path.is_file():
        return state.rows > 0
    large = newest.path.stat().st_size > LARGE_BYTES
    return newest.state != state and now - newest.made_at >= (EVERY_WHEN_LARGE if large else EVERY)


def expire(folder: Path, now: datetime) -> None:
    """Remove what is past its day, and all but the last of each day that is over.

    A file without a readable manifest goes by its own date.
    """
    days: set[date] = set()
    for backup in sorted(backups(folder), key=lambda one: one.made_at, reverse=True):
        age, day = now - backup.made_at, backup.made_at.date()
        if age >= KEPT_FOR or (age >= DAY and day in days and not backup.is_damaged):
            backup.remove()
        elif not backup.is_damaged:
            days.add(day)
    for path in folder.iterdir():
        written = datetime.fromtimestamp(path.stat().st_mtime, UTC)
        if now - written >= KEPT_FOR:
            path.unlink()


def last_expiry(folder: Path) -> date | None:
    """Day on which everything that is kept now is gone."""
    return max((backup.expires_on for backup in backups(folder)), default=None)


def new_path(folder: Path, label: str, state: Mark, now: datetime) -> Path:
    """A name that sorts by time."""
    return folder / f"{now:%Y%m%dT%H%M%S%f}-{label}-{state.sequence}{_SUFFIX}"


def file_hash(path: Path) -> str:
    """SHA-256 of a file."""
    with path.open("rb") as handle:
        return hashlib.file_digest(handle, "sha256").hexdigest()


def _manifest(path: Path) -> Path:
    return path.with_suffix(".json")


def _read(path: Path) -> Backup | None:
    """The backup of a manifest; ``None`` for one that is damaged and so proves nothing."""
    try:
        found = parse(path.read_bytes())
        made_at = datetime.fromisoformat(found["made_at"]).astimezone(UTC)
        return Backup(
            path.with_suffix(_SUFFIX),
            Mark(**found["state"]),
            made_at,
            str(found["sha256"]),
        )
    except (OSError, ValueError, KeyError, TypeError):
        return None
