"""What the private log tells about itself, and the seams around it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING, Literal, Protocol

from bot.ascents import Ascent

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

ChangeKind = Literal["add", "update", "delete", "import", "revert"]


@dataclass(frozen=True, slots=True)
class Undone:
    """A member's change that was taken back."""

    kind: ChangeKind
    ascents: tuple[Ascent, ...]
    """What it was about: the ascents removed again, or as they stand again."""


@dataclass(frozen=True, slots=True)
class BatchReport:
    """What an import did."""

    batch_id: str
    """Empty when nothing was new."""
    added: int
    known: int
    """Ascents left out, for the log held them (or the file named them twice)."""


@dataclass(frozen=True, slots=True)
class Batch:
    """One import of a member."""

    id: str
    source: str
    imported_at: datetime
    """UTC."""
    added: int
    """How many ascents it brought."""
    kept: int
    """How many of them are still there."""


@dataclass(frozen=True, slots=True)
class ErasureReport:
    """What an erasure removed, and the count that proves it."""

    ascents: int
    batches: int
    profile: int
    others: tuple[tuple[str, int], ...] = ()
    """Rows removed from every other store that was registered, by its name."""
    left: int = 0
    """Rows still found afterwards, everywhere; an erasure that leaves any does not return."""
    key_destroyed: bool = False
    """Whether there was a key; without it what old backups hold cannot be read."""
    backups_until: date | None = None
    """Day on which the last backup that holds the (unreadable) rows expires."""

    @property
    def removed(self) -> int:
        """Everything that was removed."""
        return self.ascents + self.batches + self.profile + sum(count for _, count in self.others)


@dataclass(frozen=True, slots=True)
class KnownAbout:
    """Everything that is kept about a member, by count."""

    ascents: int
    first_day: date | None
    last_day: date | None
    by_source: tuple[tuple[str, int], ...]
    """``""`` stands for what was spoken or typed to us."""
    with_notes: int
    with_raw: int
    not_private: int
    batches: int
    profile: tuple[str, ...]
    """Names of the settings."""
    can_undo: bool
    others: tuple[tuple[str, int], ...] = ()
    """Rows in every other registered store, by its name."""
    backups_until: date | None = None


@dataclass(frozen=True, slots=True)
class Restoration:
    """What was brought back after damage."""

    source: str
    """File name of the version that was taken."""
    rows: int
    lost_changes: int
    """Acknowledged groups of changes that the version does not hold; 0 when nothing is lost."""
    acknowledged_rows: int | None
    """Rows that were acknowledged last; ``None`` when that is not known any more."""
    unreadable_rows: int = 0
    """Rows left out, for there is no key to them: of members who were erased meanwhile, or whose
    key was damaged."""


class Erasable(Protocol):
    """Another store that keeps something about members: traces, feedback."""

    @property
    def name(self) -> str:
        """What it keeps, in one word for reports."""
        ...

    def count(self, owner: str) -> int:
        """How many rows it holds about the member."""
        ...

    def erase(self, owner: str) -> int:
        """Remove them all; how many there were."""
        ...


class ClimbingLog(Protocol):
    """The private log, whether its files are open here or in a running bot.

    Every method takes the owner first and sees nothing else. What changes something returns only
    when the change would survive a power cut.
    """

    def add(self, owner: str, ascents: Iterable[Ascent]) -> tuple[str, ...]:
        """Keep ascents; their ids, in the same order. All of them or, on an error, none."""
        ...

    def get(self, owner: str, ascent_id: str) -> Ascent | None:
        """One ascent of this member."""
        ...

    def ascents(self, owner: str) -> tuple[Ascent, ...]:
        """The whole log: oldest day first, then as entered; what has no day comes last."""
        ...

    def update(self, owner: str, ascent: Ascent) -> Ascent:
        """Replace the ascent with this id; what it was before.

        Raises:
            UnknownAscentError: When the member has none with this id.
        """
        ...

    def delete(self, owner: str, ids: Iterable[str]) -> int:
        """Remove ascents; how many there were."""
        ...

    def undo(self, owner: str) -> Undone | None:
        """Take the member's last change back (one step); ``None`` when there is none."""
        ...

    def import_batch(self, owner: str, source: str, ascents: Iterable[Ascent]) -> BatchReport:
        """Add what the log does not hold by (source, source_id), all or nothing."""
        ...

    def batches(self, owner: str) -> tuple[Batch, ...]:
        """The member's imports, oldest first."""
        ...

    def revert_batch(self, owner: str, batch_id: str) -> int:
        """Remove what an import brought; how many ascents that were."""
        ...

    def profile(self, owner: str) -> Mapping[str, str]:
        """The member's settings."""
        ...

    def set_profile(self, owner: str, name: str, value: str | None) -> None:
        """Keep a setting; ``None`` forgets it."""
        ...

    def erase(self, owner: str) -> ErasureReport:
        """Remove everything about the member everywhere and destroy the key."""
        ...

    def known_about(self, owner: str) -> KnownAbout:
        """What is kept about the member."""
        ...

    def close(self) -> None:
        """Let go of the files or the connection; closing twice is fine."""
        ...
