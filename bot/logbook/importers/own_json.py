"""Our own JSON: ``{"version": 1, "ascents": [{"route_name", "date", "mode", "result", …}]}``."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from bot.logbook.identity import OWN
from bot.logbook.importers.keys import with_ids
from bot.logbook.importers.logfile import LogFile, SkippedRowError, untracked
from bot.logbook.importers.own import ascent_of, day_of
from bot.logbook.importers.tables import MAX_ROWS
from bot.logbook.interchange import VERSION
from knowledge.errors import UnreadableFileError
from knowledge.schema import Problem

if TYPE_CHECKING:
    from bot.logbook.importers.logfile import ImportedRow, Track

TITLE = "岩友 JSON"


def matches(data: dict[str, Any]) -> bool:
    """Whether a JSON object is one of ours, of whatever version."""
    return "version" in data and "ascents" in data


def read(data: dict[str, Any], file: str, track: Track = untracked) -> LogFile:
    """The log of the file.

    Raises:
        UnreadableFileError: When its version or its shape is not ours, or it is too long.
    """
    rows = data["ascents"]
    if data["version"] != VERSION or isinstance(data["version"], bool):
        raise UnreadableFileError(file, f"只讀得懂 version {VERSION}")
    if not isinstance(rows, list):
        raise UnreadableFileError(file, "ascents 要是一個清單")
    if len(rows) > MAX_ROWS:
        raise UnreadableFileError(file, f"超過 {MAX_ROWS:,} 筆，請分成幾個檔案")
    found, problems = [], []
    for number, values in enumerate(track(rows)):
        place = f"ascents[{number}]"
        try:
            found.append(replace(_row(values), row=place))
        except SkippedRowError as skipped:
            problems.append(Problem(file, place, skipped.reason))
    kept, twice = with_ids(found, file)
    return LogFile(file, OWN, TITLE, len(rows), kept, (*problems, *twice))


def _row(values: object) -> ImportedRow:
    if not isinstance(values, dict):
        raise SkippedRowError("不是一筆紀錄")
    return ascent_of(values, day_of(values.get("date")))
