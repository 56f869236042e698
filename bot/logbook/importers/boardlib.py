"""BoardLib: board logbooks as CSV, in the three headers that its releases have written.

0.3: ``board,angle,name,date,grade,tries,is_mirror`` (with spaces after the commas); 0.7 adds
``difficulty``; 0.15 tells sessions, repeats and attempts apart.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.ascents import Ascent
from bot.logbook.identity import identity_of
from bot.logbook.importers.boards import board_name, result_of
from bot.logbook.importers.cells import flag, integer, tries
from bot.logbook.importers.logfile import ImportedRow
from bot.logbook.importers.scrubbing import raw_row
from bot.logbook.importers.tables import Row, TableFormat

if TYPE_CHECKING:
    from bot.ascents import Result

SOURCE = "boardlib"


def read(row: Row) -> ImportedRow:
    """The ascent or the attempts of one line."""
    day, notices = row.day("date")
    official = row.text("displayed_grade", "grade", "logged_grade")
    own = row.text("logged_grade")
    ascent = Ascent(
        mode="boulder",
        result=_result(row),
        day=day,
        route_name=row.name("climb_name", "name"),
        gym=board_name(row.text("board")),
        angle=integer(row.text("angle"), -90, 90),
        mirrored=flag(row.text("is_mirror")),
        attempts=tries(row.text("tries")),
        grade=official,
        own_grade=own if own != official else "",
        notes=row.note("comment"),
        source=SOURCE,
        raw=raw_row(row.cells, without=frozenset({"comment"})),
    )
    # only what every release writes, so that a row is known again in a newer header
    bid = flag(row.text("is_ascent")) is False
    identity = identity_of(
        ascent, row.text("angle"), "mirror" if ascent.mirrored else "", "bid" if bid else ""
    )
    return ImportedRow(ascent, identity, notices=notices)


def _result(row: Row) -> Result:
    count = row.text("tries").lower()
    if count == "project":
        return "project"
    if flag(row.text("is_ascent")) is False:
        return "attempt"
    if flag(row.text("is_repeat")):
        return "repeat"
    total = tries(row.text("tries_total"))
    # a first try of today is no flash when there were others before
    earlier = total is not None and total > 1
    return result_of(tries(count), more_than_one=earlier or count.endswith("+"))


FORMAT = TableFormat(
    source=SOURCE,
    title="BoardLib",
    matches=lambda names: (
        {"board", "angle", "date", "tries"} <= names and bool({"climb_name", "name"} & names)
    ),
    read=read,
    missing=frozenset({"null"}),
)
