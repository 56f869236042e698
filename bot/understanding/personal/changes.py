"""New entries that a message wants written down, and what must be asked first."""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import replace
from typing import TYPE_CHECKING, Literal

from bot.ascents import Ascent
from bot.personal import Entry, LogQuery
from bot.understanding.personal.entries import read_entries
from bot.understanding.personal.scanning import fold, pattern
from bot.understanding.personal.subject import entered

if TYPE_CHECKING:
    from datetime import date

    from bot.understanding.personal.tools import Tools
    from bot.understanding.reading import Reading


def change_of(reading: Reading, tools: Tools, kind: Literal["add", "todo", "project"]) -> LogQuery:
    """New entries; for a wish or a project their results are that."""
    told = read_entries(reading, tools.names, tools.gazetteer, tools.today)
    told = replace(told, entries=_of_climbs(told.entries))
    entries = entered(
        told.entries or (Entry(Ascent()),), reading.text, tools.around, wish=kind != "add"
    )
    if _impossible(reading.text, tools.today):
        entries = tuple(replace(each, told=each.told | {"days"}) for each in entries)
    if kind != "add":
        entries = tuple(
            replace(each, ascent=replace(each.ascent, result=kind), told=each.told | {"result"})
            for each in entries
        )
    return LogQuery("add", entries=entries, missing=missing(entries))


_MONTH_DAY = re.compile(r"(?<![\d./:-])(1[0-2]|0?[1-9])\s?[/月]\s?(29|30|31)(?![\d./])")


def _impossible(text: str, today: date) -> bool:
    """Whether it names a day that no calendar has: 「11/31」 is asked about, never guessed."""
    return any(
        int(match[2]) > monthrange(today.year, int(match[1]))[1]
        for match in _MONTH_DAY.finditer(text)
    )


_COMPANY = pattern(r"朋友|同學|隊友|繩伴|老婆|老公|女友|男友|同事|家人|大家|一起|夥伴")


def _of_climbs(entries: tuple[Entry, ...]) -> tuple[Entry, ...]:
    """The entries without words on the company, where a climb of the catalogue is told too."""
    kept = tuple(
        each
        for each in entries
        if each.route_ids or not _COMPANY.search(fold(each.ascent.route_name))
    )
    return kept if any(each.route_ids for each in kept) else entries


def missing(entries: tuple[Entry, ...]) -> tuple[str, ...]:
    """What has to be asked: which climb, on which of several days."""
    asks = []
    for entry in entries:
        ascent = entry.ascent
        named = ascent.route_name or entry.route_ids or ascent.colour
        if not named and not ascent.grade and not _session(ascent):
            asks.append("route")
        if "days" in entry.told:
            asks.append("day")
        if ascent.result == "unknown" and (ascent.route_name or entry.route_ids):
            asks.append("result")
    return tuple(dict.fromkeys(asks))


def _session(ascent: Ascent) -> bool:
    return bool(ascent.gym and ascent.result != "unknown")
