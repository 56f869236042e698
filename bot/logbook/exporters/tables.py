"""Rows as CSV that no spreadsheet runs as a formula."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING

from bot.logbook.formulas import guarded
from bot.logbook.importers.cells import storable

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from bot.ascents import Ascent


def table(header: Sequence[str], rows: Iterable[Sequence[object]]) -> str:
    """The text of a CSV file; ``None`` is an empty cell."""
    written = io.StringIO(newline="")
    writer = csv.writer(written)
    writer.writerow(header)
    writer.writerows([_cell(value) for value in row] for row in rows)
    return written.getvalue()


def called(ascent: Ascent) -> str:
    """The climb's name; what hangs in a gym without one goes by its colour, grade and place."""
    return ascent.route_name or " ".join(filter(None, (ascent.colour, ascent.grade, ascent.place)))


def _cell(value: object) -> str:
    if value is None:
        return ""
    return guarded(storable(value if isinstance(value, str) else str(value)))
