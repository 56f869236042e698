"""Training boards: what a number of tries says, and names of boards for people.

A climb of a board is told by its name, its angle and whether it is mirrored. A flash is the first
try ever: after earlier tries in the same file it is a redpoint, after a send it is a repeat.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from bot.ascents import SENT
from knowledge.text import key

if TYPE_CHECKING:
    from collections.abc import Iterable

    from bot.ascents import Ascent, Result
    from bot.logbook.importers.logfile import ImportedRow

_BOARDS = {
    "kilter": "Kilter Board",
    "tension": "Tension Board",
    "grasshopper": "Grasshopper Board",
    "decoy": "Decoy Board",
    "soill": "So iLL Board",
    "touchstone": "Touchstone Board",
    "aurora": "Aurora Board",
}


def board_name(board: str) -> str:
    """``tension`` → ``Tension Board``, ``moon2019`` → ``MoonBoard 2019``."""
    folded = board.strip().lower()
    if folded.startswith("moon"):
        return f"MoonBoard {folded.removeprefix('moon').removeprefix('board').strip()}".strip()
    return _BOARDS.get(folded, board.strip())


def result_of(tries: int | None, *, more_than_one: bool = False) -> Result:
    """How a sent climb was sent: first try flash, later redpoint, unknown tries just sent."""
    if more_than_one or (tries is not None and tries > 1):
        return "redpoint"
    return "flash" if tries == 1 else "send"


def with_true_flashes(rows: Iterable[ImportedRow]) -> tuple[ImportedRow, ...]:
    """The rows in their order, where no flash comes after another entry of the same climb.

    Rows must come oldest first; the callers know the times of day that an ascent does not keep.
    """
    sent: dict[tuple[object, ...], bool] = {}
    settled = []
    for row in rows:
        climb = _climb(row.ascent)
        if row.ascent.result == "flash" and climb in sent:
            result: Result = "repeat" if sent[climb] else "redpoint"
            row = replace(row, ascent=replace(row.ascent, result=result))  # noqa: PLW2901 - settled
        sent[climb] = sent.get(climb, False) or row.ascent.result in SENT
        settled.append(row)
    return tuple(settled)


def _climb(ascent: Ascent) -> tuple[object, ...]:
    name = key(ascent.route_name) or ascent.route_name
    return name, ascent.gym, ascent.angle, bool(ascent.mirrored)
