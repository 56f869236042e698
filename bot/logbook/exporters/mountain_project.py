"""Ticks in the columns of Mountain Project's export; wishes are no ticks and stay out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.logbook.exporters.tables import called, table

if TYPE_CHECKING:
    from collections.abc import Iterable

    from bot.ascents import Ascent, Mode, Result

HEADER = [
    "Date",
    "Route",
    "Rating",
    "Notes",
    "URL",
    "Pitches",
    "Location",
    "Avg Stars",
    "Your Stars",
    "Style",
    "Lead Style",
    "Route Type",
    "Your Rating",
    "Length",
    "Rating Code",
]

_FEET = 1 / 0.3048
_STYLES: dict[Mode, str] = {
    "lead": "Lead",
    "toprope": "TR",
    "second": "Follow",
    "solo": "Solo",
    "aid": "Lead",
    "autobelay": "TR",
}
_LED: dict[Result, str] = {
    "onsight": "Onsight",
    "flash": "Flash",
    "redpoint": "Redpoint",
    "pinkpoint": "Pinkpoint",
    "clean": "Redpoint",
    "hangdog": "Fell/Hung",
    "attempt": "Fell/Hung",
    "retreat": "Fell/Hung",
    "project": "Fell/Hung",
}
_BOULDERED: dict[Result, str] = {
    "onsight": "Flash",
    "flash": "Flash",
    "redpoint": "Send",
    "pinkpoint": "Send",
    "clean": "Send",
    "send": "Send",
    "repeat": "Send",
    "attempt": "Attempt",
    "hangdog": "Attempt",
    "project": "Attempt",
    "retreat": "Attempt",
}
_MOST_STARS = 4


def to_csv(ascents: Iterable[Ascent]) -> str:
    """The ascents as such a file."""
    return table(HEADER, (_row(each) for each in ascents if each.result != "todo"))


def _row(ascent: Ascent) -> list[object]:
    boulder = ascent.mode == "boulder"
    style = _BOULDERED.get(ascent.result, "") if boulder else _STYLES.get(ascent.mode, "")
    return [
        ascent.day,
        called(ascent),
        ascent.grade,
        ascent.notes,
        "",
        ascent.pitches,
        _location(ascent),
        "",
        None if ascent.rating is None else min(ascent.rating, _MOST_STARS),
        style,
        _LED.get(ascent.result, "") if style == "Lead" else "",
        "Boulder" if boulder else "",
        ascent.own_grade,
        None if ascent.length_m is None else round(ascent.length_m * _FEET),
        "",
    ]


def _location(ascent: Ascent) -> str:
    parts = [part for part in (ascent.place, ascent.area) if part]
    # the catalogue holds nothing abroad
    home = ["International", "Asia", "Taiwan"] if ascent.crag_id else []
    return " > ".join([*home, *parts])
