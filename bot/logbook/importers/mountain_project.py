"""Mountain Project: the tick export of a profile. Ticks have no ids, but URLs name the route."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from bot.ascents import Ascent
from bot.logbook.identity import identity_of
from bot.logbook.importers.cells import integer, metres, stars
from bot.logbook.importers.logfile import ImportedRow
from bot.logbook.importers.scrubbing import raw_row
from bot.logbook.importers.tables import Row, TableFormat

if TYPE_CHECKING:
    from bot.ascents import Mode, Result

SOURCE = "mountain-project"

_ROUTE_ID = re.compile(r"/(?:route|v)/(\d+)")
_MODES: dict[str, Mode] = {
    "lead": "lead",
    "tr": "toprope",
    "follow": "second",
    "solo": "solo",
    "send": "boulder",
    "flash": "boulder",
    "attempt": "boulder",
}
_LED: dict[str, Result] = {
    "onsight": "onsight",
    "flash": "flash",
    "redpoint": "redpoint",
    "pinkpoint": "pinkpoint",
    "fell/hung": "hangdog",
}
_BOULDERED: dict[str, Result] = {"send": "redpoint", "flash": "flash", "attempt": "attempt"}
_CONTINENTS = frozenset(
    (
        *("international", "asia", "europe", "africa", "australia", "oceania", "antarctica"),
        *("north america", "south america", "central america"),
    )
)


def read(row: Row) -> ImportedRow:
    """The ascent of one tick."""
    day, notices = row.day("date")
    style, lead_style = row.text("style").lower(), row.text("lead style").lower()
    mode, result = _how(style, lead_style, row.text("route type").lower())
    if style and style not in _MODES:
        notices += (f"不認得 Style「{style}」，匯入成未註明",)
    country, crag, area = _places(row.text("location"))
    ascent = Ascent(
        mode=mode,
        result=result,
        day=day,
        route_name=row.name("route"),
        crag=crag,
        area=area,
        grade=row.text("rating"),
        own_grade=row.text("your rating"),
        rating=stars(row.text("your stars")),
        length_m=metres(row.text("length"), feet=True),
        pitches=integer(row.text("pitches"), 1, 200),
        notes=row.note("notes"),
        source=SOURCE,
        raw=raw_row(row.cells, without=frozenset({"notes"})),
    )
    route = _ROUTE_ID.search(row.text("url"))
    identity = identity_of(ascent, style, lead_style)
    if route:
        # the grade on the site moves with the votes, the number of the route does not
        identity = (identity[0], route[1], row.text("pitches"), style, lead_style)
    return ImportedRow(ascent, identity, country, notices=notices)


def _how(style: str, lead_style: str, types: str) -> tuple[Mode, Result]:
    mode = _MODES.get(style, "boulder" if types == "boulder" else "unknown")
    if mode == "solo":
        return mode, "send"
    if mode == "boulder":
        return mode, _BOULDERED.get(style, "unknown")
    if mode == "lead":
        return mode, _LED.get(lead_style, "unknown")
    # whether a top rope or a second was clean is not told, a fall may be
    return mode, "hangdog" if lead_style == "fell/hung" else "unknown"


def _places(location: str) -> tuple[str, str, str]:
    """Country, crag and the rest of the breadcrumb; in America the first part is a state."""
    parts = [part.strip() for part in location.split(">") if part.strip()]
    abroad = [part for part in parts if part.lower() not in _CONTINENTS]
    if not abroad:
        return "", "", ""
    country = abroad[0]
    if len(abroad) == 1:
        return country, country, ""
    return country, abroad[1], " > ".join(abroad[2:])


FORMAT = TableFormat(
    source=SOURCE,
    title="Mountain Project",
    matches=frozenset({"date", "route", "rating", "style", "lead style"}).issubset,
    read=read,
    american=True,
)
