"""Which importer reads a file: told by its content, never by its name."""

from __future__ import annotations

from typing import TYPE_CHECKING

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
from bot.logbook.importers.tables import format_of, read_table
from bot.logbook.importers.texts import decode, read_bytes
from knowledge.errors import UnreadableFileError
from knowledge.importers.files import parse_json, shown_name

if TYPE_CHECKING:
    from pathlib import Path

    from bot.logbook.importers.logfile import LogFile

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

_KNOWN = (
    "不是認得的攀登紀錄：Mountain Project、theCrag、8a.nu、KAYA、UKC、BoardLib 的 CSV，"
    "Aurora 的 JSON，或岩友自己的 JSON 和 CSV"
)


def read_log_file(path: Path) -> LogFile:
    """The log that a file holds, with everything that is wrong in it.

    Raises:
        UnreadableFileError: When nothing of it can be used.
    """
    return read_log(read_bytes(path), shown_name(path))


def read_log(content: bytes, file: str) -> LogFile:
    """The log in the bytes of a file.

    Raises:
        UnreadableFileError: When nothing of it can be used.
    """
    text, torn = decode(content, file)
    if text.lstrip().startswith(("{", "[")):
        return _read_json(text, file)
    found = format_of(text, TABLES)
    if found is None:
        raise UnreadableFileError(file, _KNOWN)
    return read_table(text, *found, file, torn=torn)


def _read_json(text: str, file: str) -> LogFile:
    data = parse_json(text, file)
    if isinstance(data, dict):
        if own_json.matches(data):
            return own_json.read(data, file)
        if aurora.matches(data):
            return aurora.read(data, file)
    raise UnreadableFileError(file, _KNOWN)
