"""Aurora's e-mailed export (Kilter, Tension and the other boards): the account's JSON.

Only ``ascents`` and ``attempts`` are read. The account with its e-mail address, the people
followed and blocked, circuits and drafts never leave this file.
"""

from __future__ import annotations

from typing import Any

from bot.ascents import Ascent
from bot.logbook.identity import identity_of
from bot.logbook.importers.boards import result_of, with_true_flashes
from bot.logbook.importers.cells import MAX_NAME, MAX_NOTE, flag, integer, note, tidy
from bot.logbook.importers.days import UncertainDayError, written_day
from bot.logbook.importers.keys import with_ids
from bot.logbook.importers.logfile import (
    ImportedRow,
    LogFile,
    SkippedRowError,
    Track,
    untracked,
)
from bot.logbook.importers.scrubbing import raw_row
from bot.logbook.importers.tables import MAX_ROWS
from knowledge.errors import UnreadableFileError
from knowledge.schema import Problem

SOURCE = "aurora"
TITLE = "Aurora 訓練板"

_KEPT = frozenset(("climb", "angle", "count", "stars", "climbed_at", "grade", "is_mirror"))
_BOARD = "Aurora Board"
"""The file does not say which of the boards it is about."""
_MOST_TRIES = 10_000


def matches(data: dict[str, Any]) -> bool:
    """Whether a JSON object is such an export."""
    entries = [*_listed(data, "ascents"), *_listed(data, "attempts")]
    if any(isinstance(entry, dict) and "climb" in entry for entry in entries):
        return True
    return not entries and {"user", "ascents"} <= data.keys()


def read(data: dict[str, Any], file: str, track: Track = untracked) -> LogFile:
    """The log of an export.

    Raises:
        UnreadableFileError: When it has too many entries.
    """
    entries = [
        (f"{part}[{number}]", part, entry)
        for part in ("ascents", "attempts")
        for number, entry in enumerate(_listed(data, part))
    ]
    if len(entries) > MAX_ROWS:
        raise UnreadableFileError(file, f"超過 {MAX_ROWS:,} 筆，請分成幾個檔案")
    found, problems = [], []
    for place, part, entry in track(entries):
        try:
            found.append((_stamp(entry), _row(entry, part, place)))
        except SkippedRowError as skipped:
            problems.append(Problem(file, place, skipped.reason))
    oldest_first = [row for _, row in sorted(found, key=lambda pair: pair[0])]
    rows, twice = with_ids(with_true_flashes(oldest_first), file)
    return LogFile(file, SOURCE, TITLE, len(entries), rows, (*problems, *twice))


def _row(entry: object, part: str, place: str) -> ImportedRow:
    if not isinstance(entry, dict):
        raise SkippedRowError("不是一筆紀錄")
    name = _text(entry, "climb")
    if not name:
        raise SkippedRowError("沒有 climb")
    try:
        day, notice = written_day(_text(entry, "climbed_at"))
    except UncertainDayError as problem:
        raise SkippedRowError(problem.reason) from problem
    count = _number(entry, "count", 1, _MOST_TRIES)
    mirrored = flag(str(entry.get("is_mirror")))
    ascent = Ascent(
        mode="boulder",
        result=result_of(count) if part == "ascents" else "attempt",
        day=day,
        route_name=name,
        gym=_BOARD,
        angle=_number(entry, "angle", -90, 90),
        mirrored=mirrored,
        attempts=count,
        grade=_text(entry, "grade"),
        rating=_number(entry, "stars", 1, 5),
        notes=_comment(entry),
        source=SOURCE,
        raw=raw_row({name: value for name, value in entry.items() if name in _KEPT}),
    )
    identity = identity_of(ascent, part, str(ascent.angle), str(bool(mirrored)))
    return ImportedRow(ascent, identity, notices=(notice,) if notice else (), row=place)


def _stamp(entry: object) -> str:
    return _text(entry, "climbed_at").replace("T", " ") if isinstance(entry, dict) else ""


def _text(entry: dict[str, Any], name: str) -> str:
    value = entry.get(name)
    if not isinstance(value, str | int | float) or isinstance(value, bool):
        return ""
    text = tidy(str(value))
    if len(text) > MAX_NAME:
        raise SkippedRowError(f"「{name}」超過 {MAX_NAME} 個字")
    return text


def _comment(entry: dict[str, Any]) -> str:
    text = entry.get("comment")
    return note(text)[:MAX_NOTE] if isinstance(text, str) else ""


def _number(entry: dict[str, Any], name: str, lowest: int, highest: int) -> int | None:
    return integer(_text(entry, name), lowest, highest)


def _listed(data: dict[str, Any], name: str) -> list[object]:
    value = data.get(name)
    return value if isinstance(value, list) else []
