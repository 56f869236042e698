"""What changed at a place for some time."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

NoticeKind = Literal["reset", "closure", "hours", "price", "event", "access", "hardware"]
Hours = tuple[tuple[str, str], ...]
"""Spans of one day, as in ``Gym.hours``; empty when closed."""


@dataclass(frozen=True, slots=True)
class Notice:
    """Something that changed at a place for some time: new sets, a closure, other hours, a price.

    Both ends of the time are inclusive; a notice without ``valid_until`` holds until another says
    otherwise. What it says is data of whoever wrote it, never an instruction.
    """

    id: str
    about_id: str
    """Id of a gym, crag, area, wall or route of the catalogue."""
    kind: NoticeKind
    title: str
    text: str
    reported_on: date
    valid_from: date | None = None
    valid_until: date | None = None
    hours: tuple[tuple[date, Hours], ...] = ()
    """Days with other hours than the standing ones."""
    walls: tuple[str, ...] = ()
    scope: str = ""
    """Empty for everybody, else the Discord server (guild id) that it belongs to."""
    source_id: str = ""
    author: str = ""
    link: str = ""
    status: Literal["active", "retired"] = "active"

    def holds_on(self, day: date) -> bool:
        """Whether it is in force on that day."""
        begun = self.valid_from is None or self.valid_from <= day
        return self.status == "active" and begun and not self.expired_on(day)

    def expired_on(self, day: date) -> bool:
        """Whether its time is over on that day."""
        return self.valid_until is not None and self.valid_until < day

    def seen_from(self, scope: str) -> bool:
        """Whether a question from that server (empty: from nowhere in particular) may see it."""
        return self.scope in ("", scope)


@dataclass(frozen=True, slots=True)
class UnplacedNotice:
    """A notice as a file tells it, before its place is looked up in the catalogue."""

    notice: Notice
    """Without ``about_id``."""
    about: str
    """Id or name of its place."""
    row: str
    """Where it stands in the file."""
