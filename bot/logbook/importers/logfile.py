"""What an importer gives back: the ascents of one file and everything that is wrong with it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol, TypeVar

from bot.ascents import Ascent
from knowledge.schema import Problem

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

T = TypeVar("T")


class Track(Protocol):
    """Wraps what is gone through, to show how far it is: ``tqdm``, or nothing."""

    def __call__(self, rows: Sequence[T], /) -> Iterable[T]:
        """The same, in the same order."""
        ...


def untracked(rows: Sequence[T], /) -> Iterable[T]:
    """Shows nothing."""
    return rows


class SkippedRowError(Exception):
    """A row that cannot be imported, with the reason for its owner."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


@dataclass(frozen=True, slots=True)
class ImportedRow:
    """One row of a file as an ascent."""

    ascent: Ascent
    identity: tuple[str, ...] = ()
    """What tells this row from others where the source gives no id: day, place, name, style."""
    country: str = ""
    """As the source writes it; nothing abroad is linked to a Taiwanese route."""
    ours: bool = False
    """Exported by us: it says itself what it is linked to."""
    notices: tuple[str, ...] = ()
    """What was left out or could not be read, although the row is imported."""
    row: str = ""
    """Where it stands: ``第 5 列``."""


@dataclass(frozen=True, slots=True)
class LogFile:
    """The log that one file holds."""

    file: str
    source: str
    """Name of the importer; the source of the batch."""
    title: str
    """The same for people."""
    read: int
    """Rows of the file, the header not counted."""
    rows: tuple[ImportedRow, ...]
    problems: tuple[Problem, ...] = ()
    """Why a row was skipped."""
