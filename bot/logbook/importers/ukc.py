"""UKC: the logbook download. Columns of partners are left out; days may be partial."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from bot.ascents import Ascent
from bot.logbook.identity import identity_of
from bot.logbook.importers.cells import integer, looks_like
from bot.logbook.importers.logfile import ImportedRow
from bot.logbook.importers.scrubbing import raw_row
from bot.logbook.importers.tables import Row, TableFormat

if TYPE_CHECKING:
    from bot.ascents import Mode, Result

SOURCE = "ukc"

_MODES: dict[str, Mode] = {
    "lead": "lead",
    "altld": "lead",
    "2nd": "second",
    "followed": "second",
    "tr": "toprope",
    "solo": "solo",
    "dws": "solo",
    "sent": "boulder",
}
_RESULTS: dict[str, Result] = {
    "o/s": "onsight",
    "β": "flash",
    "flash": "flash",
    "rp": "redpoint",
    "g/u": "redpoint",
    "x": "send",
    "clean": "clean",
    "rpt": "repeat",
    "dog": "hangdog",
    "dnf": "attempt",
}
_STARS = re.compile(r"\s*\*{1,4}$")


def read(row: Row) -> ImportedRow:
    """The ascent of one line."""
    day, notices = row.day("date")
    style = row.text("style")
    grade = _STARS.sub("", row.text("grade"))
    mode, result = _how(style.lower().split(), row.text("type").lower(), grade)
    if style not in ("", "-") and mode == "unknown" and result == "unknown":
        notices += (f"不認得 Style「{style}」，匯入成未註明",)
    ascent = Ascent(
        mode=mode,
        result=result,
        day=day,
        route_name=row.name("name", "climb name", "climb"),
        crag=row.text("crag", "crag name"),
        grade=grade,
        pitches=integer(row.text("pitches"), 1, 200),
        notes=row.note("notes"),
        source=SOURCE,
        raw=raw_row(row.cells, without=frozenset(filter(_names_others, row.cells)) | {"notes"}),
    )
    return ImportedRow(ascent, identity_of(ascent, style), row.text("country"), notices=notices)


def _names_others(column: str) -> bool:
    return column.startswith("partner")


def _how(words: list[str], kind: str, grade: str) -> tuple[Mode, Result]:
    bouldering = kind.startswith("boulder") or (not kind and looks_like(grade) == "boulder")
    mode = next((_MODES[word] for word in words if word in _MODES), None)
    result = next((_RESULTS[word] for word in words if word in _RESULTS), None)
    if mode is None or (mode == "lead" and bouldering):
        mode = "boulder" if bouldering else "unknown"
    if result is None:
        # "Solo" and "Sent" say that it was done; a bare "Lead" does not say how it went
        result = "send" if mode == "solo" or "sent" in words else "unknown"
    if mode == "boulder":
        bouldered: dict[Result, Result] = {"onsight": "flash", "send": "redpoint"}
        return mode, bouldered.get(result, result)
    return mode, result


FORMAT = TableFormat(
    source=SOURCE,
    title="UKC",
    matches=lambda names: (
        {"grade", "date"} <= names
        and bool({"name", "climb name", "climb"} & names)
        and bool({"crag", "crag name"} & names)
        and "result" not in names
    ),
    read=read,
)
