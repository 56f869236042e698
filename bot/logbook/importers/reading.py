"""Which importer reads a file: told by its content, never by its name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.logbook.identity import OWN
from bot.logbook.importers import (
    aurora,
    boardlib,
    eight_a,
    kaya,
    mountain_project,
    own_csv,
    own_json,
    thecrag,
    ukc,
)
from bot.logbook.importers.logfile import untracked
from bot.logbook.importers.tables import format_of, read_table
from bot.logbook.importers.texts import decode, read_bytes
from knowledge.errors import UnreadableFileError
from knowledge.importers.files import parse_json, shown_name

if TYPE_CHECKING:
    from pathlib import Path

    from bot.logbook.importers.logfile import LogFile, Track

TABLES = (
    own_csv.FORMAT,
    mountain_project.FORMAT,
    thecrag.FORMAT,
    eight_a.FORMAT,
    kaya.FORMAT,
    boardlib.FORMAT,
    ukc.FORMAT,
)
"""From the most telling header to the least."""

TITLES = {
    **{each.source: each.title for each in TABLES},
    OWN: "自己的檔案",
    aurora.SOURCE: aurora.TITLE,
}
"""What people call the sources."""

_KNOWN = (
    "不是認得的攀登紀錄：Mountain Project、theCrag、8a.nu、KAYA、UKC、BoardLib 的 CSV，"
    "Aurora 的 JSON，或岩友自己的 JSON 和 CSV"
)


def read_log_file(path: Path, track: Track = untracked) -> LogFile:
    """The log that a file holds, with everything that is wrong in it.

    Raises:
        UnreadableFileError: When nothing of it can be used.
    """
    return read_log(read_bytes(path), shown_name(path), track)


def read_log(content: bytes, file: str, track: Track = untracked) -> LogFile:
    """The log in the bytes of a file.

    Raises:
        UnreadableFileError: When nothing of it can be used.
    """
    text, torn = decode(content, file)
    if text.lstrip().startswith(("{", "[")):
        return _read_json(text, file, track)
    found = format_of(text, TABLES)
    if found is None:
        raise UnreadableFileError(file, _KNOWN)
    return read_table(text, *found, file, torn=torn, track=track)


def _read_json(text: str, file: str, track: Track) -> LogFile:
    data = parse_json(text, file)
    if isinstance(data, dict):
        if own_json.matches(data):
            return own_json.read(data, file, track)
        if aurora.matches(data):
            return aurora.read(data, file, track)
    raise UnreadableFileError(file, _KNOWN)
