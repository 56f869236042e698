"""KAYA: instants as JavaScript prints them, gym problems without a name, sends only."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.ascents import Ascent
from bot.logbook.identity import identity_of
from bot.logbook.importers.cells import looks_like, stars, tries
from bot.logbook.importers.days import UncertainDayError, script_day, written_day
from bot.logbook.importers.logfile import ImportedRow, SkippedRowError
from bot.logbook.importers.scrubbing import raw_row
from bot.logbook.importers.tables import Row, TableFormat

if TYPE_CHECKING:
    from datetime import date

    from bot.ascents import Mode, Result

SOURCE = "kaya"

_TYPES: dict[str, Result] = {
    "onsight": "onsight",
    "flash": "flash",
    "redpoint": "redpoint",
    "repeat": "repeat",
}


def read(row: Row) -> ImportedRow:
    """The ascent of one line."""
    day = _day(row)
    style = row.text("ascent_type").lower()
    grade, gym, colour = row.text("grade"), row.text("gym"), row.text("color")
    mode, result = _how(style, grade)
    notices = () if style in _TYPES else (f"不認得 ascent_type「{style or '空白'}」，匯入成未註明",)
    # what hangs in a gym has no name: its colour and grade stand for it
    unnamed = " ".join(word for word in (colour, grade, gym) if word) if gym else ""
    ascent = Ascent(
        mode=mode,
        result=result,
        day=day,
        route_name=row.text("climb_name") or unnamed or row.name("climb_name"),
        crag="" if gym else row.text("location"),
        gym=gym,
        colour=colour,
        attempts=tries(row.text("attempts")),
        grade=grade,
        rating=stars(row.text("rating")),
        source=SOURCE,
        raw=raw_row(row.cells),
    )
    identity = identity_of(ascent, style)
    return ImportedRow(ascent, identity, row.text("country"), notices=notices)


def _day(row: Row) -> date:
    text = row.text("date")
    try:
        if text[:1].isalpha():
            return script_day(text)
        day, _ = written_day(text, row.slashes)
    except UncertainDayError as problem:
        raise SkippedRowError(problem.reason) from problem
    if day is None:
        raise SkippedRowError("沒有日期")
    return day


def _how(style: str, grade: str) -> tuple[Mode, Result]:
    result = _TYPES.get(style, "unknown")
    group = looks_like(grade)
    if group == "boulder":
        return "boulder", "flash" if result == "onsight" else result
    # these words are spoken of leads; of a repeat KAYA does not say how
    led = group == "free" and result in ("onsight", "flash", "redpoint")
    return "lead" if led else "unknown", result


FORMAT = TableFormat(
    source=SOURCE,
    title="KAYA",
    matches=frozenset({"date", "ascent_type", "climb_name", "gym"}).issubset,
    read=read,
    missing=frozenset({"null"}),
)
