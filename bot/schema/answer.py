"""A text before and after verification, and what leaves the assistant."""

from __future__ import annotations

from dataclasses import dataclass

from bot.personal import Change
from bot.schema.evidence import Evidence
from bot.schema.kinds import Intent
from bot.schema.query import Query


@dataclass(frozen=True, slots=True)
class Draft:
    """A rendered answer, before verification."""

    text: str
    route_ids: tuple[str, ...] = ()
    gym_ids: tuple[str, ...] = ()
    source_ids: tuple[str, ...] = ()
    abstained: bool = False
    figures: tuple[str, ...] = ()
    """Numbers that code computed and the text states: allowed beside the records' own."""


@dataclass(frozen=True, slots=True)
class Unsupported:
    """A claim in a text that no record supports."""

    kind: str
    """route, gym, crag, grade, length, bolts, date, time, price, phone, number, mention, link."""
    surface: str
    line: int
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Verdict:
    """The outcome of verification."""

    unsupported: tuple[Unsupported, ...] = ()
    checked: int = 0
    """How many claims were found and compared with the records."""

    @property
    def ok(self) -> bool:
        """Whether every claim holds."""
        return not self.unsupported


@dataclass(frozen=True, slots=True)
class Citation:
    """A source as the batch output names it."""

    id: str
    title: str
    updated_on: str = ""


@dataclass(frozen=True, slots=True)
class Answer:
    """What leaves the assistant."""

    text: str
    intent: Intent
    route_ids: tuple[str, ...] = ()
    gym_ids: tuple[str, ...] = ()
    abstained: bool = False
    sources: tuple[Citation, ...] = ()
    snapshot: int = 0
    query: Query | None = None
    evidence: Evidence | None = None
    pending: Change | None = None
    """What would be done to the asker's log, once the member confirms it."""
    figures: tuple[str, ...] = ()
    """Numbers that code computed; see ``Draft.figures``."""
    parts: tuple[Answer, ...] = ()
    """The answers to each question of a message that asked several."""
