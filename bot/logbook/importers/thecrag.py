"""theCrag: the logbook export. Its dates are dressed as midnight UTC; ``With`` names others."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.ascents import Ascent
from bot.logbook.identity import identity_of
from bot.logbook.importers.cells import looks_like, metres
from bot.logbook.importers.logfile import ImportedRow
from bot.logbook.importers.scrubbing import raw_row
from bot.logbook.importers.tables import Row, TableFormat

if TYPE_CHECKING:
    from bot.ascents import Mode, Result

SOURCE = "thecrag"

_TYPES: dict[str, tuple[Mode | None, Result]] = {
    # None: the gear style tells
    "onsight": (None, "onsight"),
    "flash": (None, "flash"),
    "red point": (None, "redpoint"),
    "pink point": (None, "pinkpoint"),
    "greenpoint": (None, "redpoint"),
    "greenpoint onsight": (None, "onsight"),
    "ground up red point": (None, "redpoint"),
    "send": (None, "send"),
    "tick": (None, "send"),
    "clean": (None, "clean"),
    "repeat": (None, "repeat"),
    "top rope": ("toprope", "unknown"),
    "top rope onsight": ("toprope", "onsight"),
    "top rope flash": ("toprope", "flash"),
    "top rope clean": ("toprope", "clean"),
    "top rope with rest": ("toprope", "hangdog"),
    "second": ("second", "unknown"),
    "second clean": ("second", "clean"),
    "second with rest": ("second", "hangdog"),
    "hang dog": (None, "hangdog"),
    "attempt": (None, "attempt"),
    "working": (None, "attempt"),
    "dab": (None, "attempt"),
    "retreat": (None, "retreat"),
    "mark": (None, "todo"),
    "ghost": (None, "unknown"),
    "aid": ("aid", "send"),
    "aid solo": ("aid", "send"),
    "lead solo": ("lead", "send"),
    "roped solo": ("lead", "send"),
    "deep water solo": ("solo", "send"),
}
_GEAR: dict[str, Mode] = {
    "sport": "lead",
    "trad": "lead",
    "alpine": "lead",
    "boulder": "boulder",
    "top rope": "toprope",
    "second": "second",
    "free solo": "solo",
    "aid": "aid",
}
_LED: frozenset[Result] = frozenset({"onsight", "flash", "redpoint", "pinkpoint", "hangdog"})
_BOULDERED: dict[Result, Result] = {"onsight": "flash", "send": "redpoint"}
"""On a boulder nothing tells an onsight from a flash, and a send is a redpoint."""
_QUALITY = {"good": 3, "very good": 4, "classic": 5, "mega classic": 5}
"""The words of the site on our five stars; others are kept in the row only."""
_OTHERS = frozenset({"with", "comment"})


def read(row: Row) -> ImportedRow:
    """The ascent of one line of the logbook."""
    day, notices = row.day("ascent date")
    kind = row.text("ascent type").lower()
    if kind not in _TYPES:
        notices += (f"不認得 Ascent Type「{kind or '空白'}」，匯入成未註明",)
    grade, own_grade = row.text("route grade"), row.text("ascent grade")
    mode, result = _how(row, kind, grade or own_grade)
    if result == "todo" and day is None:
        notices = ()
    crag = row.text("crag name")
    ascent = Ascent(
        mode=mode,
        result=result,
        day=day,
        route_name=row.name("route name", "ascent label"),
        crag=crag,
        area=_area(row.text("crag path"), crag),
        grade=grade or own_grade,
        own_grade=own_grade,
        rating=_QUALITY.get(row.text("quality").lower()),
        length_m=metres(row.text("ascent height", "route height")),
        notes=row.note("comment"),
        source=SOURCE,
        source_id=row.text("ascent id"),
        raw=raw_row(row.cells, without=_OTHERS),
    )
    return ImportedRow(ascent, identity_of(ascent, kind), row.text("country"), notices=notices)


def _how(row: Row, kind: str, grade: str) -> tuple[Mode, Result]:
    mode, result = _TYPES.get(kind, (None, "unknown"))
    gear = row.text("ascent gear style").lower()
    if gear not in _GEAR:
        gear = row.text("route gear style").lower()
    mode = mode or _GEAR.get(gear)
    if mode is None and looks_like(grade) == "boulder":
        mode = "boulder"
    if mode is None:
        mode = "lead" if result in _LED and looks_like(grade) == "free" else "unknown"
    if mode == "boulder" and kind != "tick":
        result = _BOULDERED.get(result, result)
    return mode, result


def _area(path: str, crag: str) -> str:
    """What the path says beyond the crag: ``Long Dong - School Gate`` → ``School Gate``."""
    parts = [part.strip() for part in path.split(" - ") if part.strip()]
    if crag in parts:
        parts = parts[parts.index(crag) + 1 :]
    return " > ".join(parts)


FORMAT = TableFormat(
    source=SOURCE,
    title="theCrag",
    matches=frozenset({"route name", "ascent type", "ascent date"}).issubset,
    read=read,
    day_column="ascent date",
)
