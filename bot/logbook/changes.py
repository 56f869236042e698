"""A confirmed change, done: the one place where what was previewed reaches the log."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot.personal import ChangeKind

if TYPE_CHECKING:
    from bot.logbook.values import ClimbingLog
    from bot.personal import Change


@dataclass(frozen=True, slots=True)
class Applied:
    """What was done."""

    kind: ChangeKind
    count: int
    """Entries that were written, changed or taken away; for an undo those it concerned."""
    stale: bool = False
    """The log had changed since the preview; nothing was done."""
    undone: str = ""
    """What kind of change was taken back."""


def apply(log: ClimbingLog, owner: str, change: Change) -> Applied:
    """Do what the member has confirmed, in that member's own log.

    Entries that are no longer as they were previewed stay as they are.

    Raises:
        LogbookError: The log refused it; nothing was changed.
    """
    if change.kind == "add":
        return Applied("add", len(log.add(owner, change.ascents)))
    if change.kind == "undo":
        undone = log.undo(owner)
        if undone is None:
            return Applied("undo", 0)
        return Applied("undo", len(undone.ascents), undone=undone.kind)
    if change.memory:
        return _profile(log, owner, change)
    return _entries(log, owner, change)


def _entries(log: ClimbingLog, owner: str, change: Change) -> Applied:
    before = change.before if change.kind == "edit" else change.ascents
    if any(log.get(owner, one.id) != one for one in before):
        return Applied(change.kind, 0, stale=True)
    if change.kind == "delete":
        return Applied("delete", log.delete(owner, [one.id for one in change.ascents]))
    for one in change.ascents:
        log.update(owner, one)
    return Applied("edit", len(change.ascents))


def _profile(log: ClimbingLog, owner: str, change: Change) -> Applied:
    held = log.profile(owner)
    names = {name for name, _ in change.memory}
    if {name: held[name] for name in names & set(held)} != dict(change.memory_before):
        return Applied(change.kind, 0, stale=True)
    for name, value in change.memory:
        log.set_profile(owner, name, value or None)
    return Applied(change.kind, len(change.memory))
