"""Which importer reads a file, told by its content; which files a folder means."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from knowledge.errors import UnreadableFileError
from knowledge.importers import crag_json, gym_json, notices
from knowledge.importers.files import decode, parse_json, read_bytes, shown_name
from knowledge.importers.notices import documents

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from knowledge.schema import Records

SUFFIXES = frozenset({".json", ".csv", ".tsv", ".txt", ".xlsx", ".parquet", ".yaml", ".yml"})
"""Files of a folder that are meant; a file that is named itself is read whatever it is called."""

_UNKNOWN = "不是岩場 JSON、岩館 JSON、公告、CSV、XLSX 或 OpenBeta Parquet"


def read_file(path: Path) -> Records:
    """The records of one file, with what is wrong in it.

    Raises:
        UnreadableFileError: When nothing of it can be used.
    """
    file = shown_name(path)
    content = read_bytes(path)
    if content.startswith(b"PK\x03\x04"):
        from knowledge.importers import spreadsheet  # noqa: PLC0415 - most imports need none

        return spreadsheet.read(content, file)
    if content.startswith(b"PAR1"):
        from knowledge.importers import openbeta  # noqa: PLC0415 - most imports need none

        return openbeta.read(path)
    text = decode(content, file)
    if text.lstrip().startswith(("{", "[")):
        return _read_json(text, file)
    if documents.looks_like_markdown(text):
        return documents.read_markdown(text, file)
    if documents.looks_like_yaml(text):
        return documents.read_yaml(text, file)
    from knowledge.importers import delimited  # noqa: PLC0415 - most imports need none

    return delimited.read(text, file)


def expand(paths: Iterable[Path]) -> tuple[Path, ...]:
    """The files that the paths mean: a folder stands for its data files, sorted by name."""
    files: list[Path] = []
    for path in paths:
        if path.is_dir():
            inside = (file for file in sorted(path.iterdir()) if _is_meant(file))
            files += [
                file for file in inside if file.is_file() and not file.name.startswith((".", "~"))
            ]
        else:
            files.append(path)
    return tuple(dict.fromkeys(files))


def _is_meant(file: Path) -> bool:
    suffix = file.suffix.lower()
    return suffix in SUFFIXES or (suffix == ".md" and documents.begins_with_fields(file))


def _read_json(text: str, file: str) -> Records:
    data = parse_json(text, file)
    parts: list[Records] = [
        kind.read(data, file) for kind in (crag_json, gym_json) if kind.matches(data)
    ]
    if notices.matches(data):
        parts.append(notices.read_value(data, file))
    if not parts:
        raise UnreadableFileError(file, _UNKNOWN)
    first, *others = parts
    for part in others:
        first = replace(
            first,
            sources=(*first.sources, *part.sources),
            gyms=(*first.gyms, *part.gyms),
            notices=(*first.notices, *part.notices),
            problems=(*first.problems, *part.problems),
        )
    return first
