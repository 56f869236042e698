"""8a.nu, the same account as Vertical-Life: dates at noon UTC, and ``null`` for what is missing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.ascents import Ascent
from bot.logbook.identity import identity_of
from bot.logbook.importers.cells import integer, metres, stars, tries
from bot.logbook.importers.logfile import ImportedRow, SkippedRowError
from bot.logbook.importers.scrubbing import raw_row
from bot.logbook.importers.tables import Row, TableFormat

if TYPE_CHECKING:
    from bot.ascents import Mode, Result

SOURCE = "8a"

_MODES: dict[str, Mode] = {"route": "lead", "boulder": "boulder"}
_TYPES: dict[str, Result] = {
    "os": "onsight",
    "f": "flash",
    "rp": "redpoint",
    "tr": "clean",
    "go": "attempt",
}
_NO_SECTOR = "unknown sector"


def read(row: Row) -> ImportedRow:
    """The ascent of one line."""
    kind = row.text("route_boulder").lower()
    if kind not in _MODES:
        raise SkippedRowError(f"route_boulder 應該是 ROUTE 或 BOULDER，這裡是「{kind}」")
    day, notices = row.day("date")
    style = row.text("type").lower()
    if style not in _TYPES:
        notices += (f"不認得 type「{style or '空白'}」，匯入成未註明",)
    mode, result = _how(kind, style, project=integer(row.text("project"), 1, 1) == 1)
    sector, area = row.text("sector_name"), row.text("area_name")
    places = [place for place in (area, sector) if place and place.lower() != _NO_SECTOR]
    ascent = Ascent(
        mode=mode,
        result=result,
        day=day,
        route_name=row.name("name"),
        crag=row.text("location_name"),
        area=" > ".join(dict.fromkeys(places)),
        attempts=tries(row.text("tries")),
        grade=row.text("difficulty"),
        rating=stars(row.text("rating")),
        length_m=metres(row.text("height")),
        notes=row.note("comment"),
        source=SOURCE,
        raw=raw_row(row.cells, without=frozenset({"comment"})),
    )
    identity = identity_of(ascent, kind, style)
    return ImportedRow(ascent, identity, row.text("country_code"), notices=notices)


def _how(kind: str, style: str, *, project: bool) -> tuple[Mode, Result]:
    mode, result = _MODES[kind], _TYPES.get(style, "unknown")
    if style == "tr":
        return "toprope", result
    if style == "go" and project:
        return mode, "project"
    if mode == "boulder" and result == "onsight":
        return mode, "flash"
    return mode, result


FORMAT = TableFormat(
    source=SOURCE,
    title="8a.nu",
    matches=frozenset({"route_boulder", "name", "date", "type"}).issubset,
    read=read,
    missing=frozenset({"null"}),
)
