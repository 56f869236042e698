"""The values of the private log: one ascent, and how a climb was done.

Two orthogonal fields keep every source lossless: ``mode`` says how the climber was protected,
``result`` how it went. An ascent does not name its owner: the store is asked with the owner first.
Days are Asia/Taipei days; ``None`` or an empty string means "not recorded", never zero.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

Mode = Literal["lead", "toprope", "second", "boulder", "solo", "aid", "autobelay", "unknown"]
Result = Literal[
    "onsight",
    "flash",
    "redpoint",
    "pinkpoint",
    "clean",
    "send",
    "repeat",
    "attempt",
    "hangdog",
    "project",
    "retreat",
    "todo",
    "unknown",
]
Visibility = Literal["private", "server", "public"]

SENT: frozenset[Result] = frozenset(
    {"onsight", "flash", "redpoint", "pinkpoint", "clean", "send", "repeat"}
)
"""Results with which the climb was done without a fall or a rest."""
TRIED: frozenset[Result] = frozenset({"attempt", "hangdog", "project", "retreat"})
"""Results that are sessions on something not yet done; they never count as sends."""


@dataclass(frozen=True, slots=True)
class Ascent:
    """One line of a climber's log: a climb done or tried, a wish, or a session in a gym."""

    mode: Mode = "unknown"
    result: Result = "unknown"
    day: date | None = None
    """``None`` only for wishes and projects, or where a source has no date."""
    route_id: str = ""
    """Id in the catalogue; empty for what the catalogue does not hold."""
    route_name: str = ""
    """As the climber or the source wrote it."""
    crag: str = ""
    crag_id: str = ""
    area: str = ""
    gym: str = ""
    gym_id: str = ""
    colour: str = ""
    """Colour of the holds or the tape of a gym problem."""
    angle: int | None = None
    """Degrees of a board; board climbs are told apart by angle and mirror."""
    mirrored: bool | None = None
    attempts: int | None = None
    """Tries of this entry, the successful one included; ``None`` when unknown."""
    grade: str = ""
    """The official grade at the time, raw."""
    own_grade: str = ""
    """The climber's own opinion, raw."""
    rating: int | None = None
    """1 to 5 stars."""
    length_m: float | None = None
    pitches: int | None = None
    notes: str = ""
    visibility: Visibility = "private"
    source: str = ""
    """Where it came from: empty for spoken to us, else the importer's name."""
    source_id: str = ""
    """The source's own id, or what stands for one (see the importers)."""
    batch_id: str = ""
    """The import that brought it."""
    raw: str = ""
    """The source row as JSON, scrubbed of other people."""
    id: str = ""
    """Given by the store; empty before."""

    @property
    def sent(self) -> bool:
        """Whether the climb was done."""
        return self.result in SENT

    @property
    def place(self) -> str:
        """Where it was, by name."""
        return self.gym or self.crag
