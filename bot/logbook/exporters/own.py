"""Our own JSON and CSV: what is exported, erased and imported again is the same log."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from bot.logbook.exporters.tables import table
from bot.logbook.identity import OWN
from bot.logbook.importers.cells import storable
from bot.logbook.interchange import COLUMNS, FIELDS, REQUIRED, VERSION, own_id

if TYPE_CHECKING:
    from collections.abc import Iterable

    from bot.ascents import Ascent


def to_json(ascents: Iterable[Ascent]) -> str:
    """``{"version": 1, "ascents": […]}``, one ascent a line."""
    lines = (json.dumps(_short(ascent), ensure_ascii=False) for ascent in ascents)
    body = ",\n".join(f"  {line}" for line in lines)
    return f'{{"version": {VERSION}, "ascents": [\n{body}\n]}}\n'.replace("[\n\n]", "[]")


def to_csv(ascents: Iterable[Ascent]) -> str:
    """One ascent a row, with every column."""
    return table(COLUMNS, ([_record(each)[name] for name in COLUMNS] for each in ascents))


def _short(ascent: Ascent) -> dict[str, Any]:
    """The record without what is not known, but for the fields that every ascent has."""
    kept = {"date", *REQUIRED}
    return {
        name: value
        for name, value in _record(ascent).items()
        if name in kept or value not in (None, "")
    }


def _record(ascent: Ascent) -> dict[str, Any]:
    record: dict[str, Any] = {"date": ascent.day.isoformat() if ascent.day else None}
    for field in FIELDS:
        value = getattr(ascent, field.name)
        record[field.name] = storable(value) if isinstance(value, str) else value
    record["id"] = own_id(ascent)
    if ascent.visibility == "private":
        record["visibility"] = ""
    if ascent.source in ("", OWN):
        record["source"] = record["source_id"] = ""
    if isinstance(ascent.mirrored, bool):
        record["mirrored"] = ascent.mirrored
    return record
