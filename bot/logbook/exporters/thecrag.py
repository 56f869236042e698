"""Ascents in the columns of theCrag's logbook export."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.logbook.exporters.tables import called, table

if TYPE_CHECKING:
    from collections.abc import Iterable

    from bot.ascents import Ascent, Mode, Result

HEADER = [
    "Route Name",
    "Ascent Label",
    "Ascent ID",
    "Ascent Link",
    "Ascent Type",
    "Route Grade",
    "Ascent Grade",
    "Route Gear Style",
    "Ascent Gear Style",
    "Route Height",
    "Ascent Height",
    "# Ascents",
    "Route Stars",
    "Route ID",
    "Route Link",
    "Country",
    "Country Link",
    "Crag Name",
    "Crag Link",
    "Crag Path",
    "With",
    "Comment",
    "Quality",
    "Ascent Date",
    "Log Date",
    "Shot",
]

_TYPES: dict[Result, str] = {
    "onsight": "Onsight",
    "flash": "Flash",
    "redpoint": "Red point",
    "pinkpoint": "Pink point",
    "clean": "Clean",
    "send": "Send",
    "repeat": "Repeat",
    "attempt": "Attempt",
    "hangdog": "Hang dog",
    "project": "Working",
    "retreat": "Retreat",
    "todo": "Mark",
    "unknown": "",
}
_HELD: dict[Mode, dict[Result, str]] = {
    "toprope": {
        "onsight": "Top rope onsight",
        "flash": "Top rope flash",
        "clean": "Top rope clean",
        "send": "Top rope clean",
        "redpoint": "Top rope clean",
        "hangdog": "Top rope with rest",
        "unknown": "Top rope",
    },
    "second": {
        "clean": "Second clean",
        "onsight": "Second clean",
        "flash": "Second clean",
        "send": "Second clean",
        "redpoint": "Second clean",
        "hangdog": "Second with rest",
        "unknown": "Second",
    },
    "aid": {"send": "Aid"},
}
_GEAR: dict[Mode, str] = {
    "boulder": "Boulder",
    "toprope": "Top rope",
    "autobelay": "Top rope",
    "second": "Second",
    "solo": "Free solo",
    "aid": "Aid",
    "lead": "Sport",
}
_QUALITY = {3: "Good", 4: "Very Good", 5: "Classic"}


def to_csv(ascents: Iterable[Ascent]) -> str:
    """The ascents as such a file."""
    return table(HEADER, ([_cells(each).get(name, "") for name in HEADER] for each in ascents))


def _cells(ascent: Ascent) -> dict[str, object]:
    kind = _HELD.get(ascent.mode, {}).get(ascent.result, _TYPES[ascent.result])
    height = "" if ascent.length_m is None else f"{ascent.length_m:g}m"
    return {
        "Route Name": called(ascent),
        "Ascent ID": ascent.source_id if ascent.source == "thecrag" else "",
        "Ascent Type": kind,
        "Route Grade": ascent.grade,
        "Ascent Grade": ascent.own_grade,
        "Ascent Gear Style": _GEAR.get(ascent.mode, "Unknown"),
        "Ascent Height": height,
        "Crag Name": ascent.place,
        "Crag Path": " - ".join(part for part in (ascent.place, ascent.area) if part),
        "Comment": ascent.notes,
        "Quality": _QUALITY.get(ascent.rating or 0, ""),
        "Ascent Date": f"{ascent.day.isoformat()}T00:00:00Z" if ascent.day else "",
    }
