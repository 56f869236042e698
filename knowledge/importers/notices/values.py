"""Notices in a JSON or YAML value: ``{"notices": […], "metadata": {…}}``."""

from __future__ import annotations

from pathlib import PurePath
from typing import Any

from knowledge.errors import UnreadableFileError
from knowledge.importers.fields import ProblemLog, Row, shown
from knowledge.importers.notices.rows import read_rows
from knowledge.importers.places import slug
from knowledge.importers.sources import read_source
from knowledge.schema import Records, Source


def matches(data: Any) -> bool:
    """Whether a value has the shape of notices."""
    return isinstance(data, dict) and "notices" in data


def read_value(data: Any, file: str) -> Records:
    """The notices of a value, with what is wrong in it.

    Raises:
        UnreadableFileError: When ``notices`` is no list.
    """
    listed = data["notices"]
    if not isinstance(listed, list):
        raise UnreadableFileError(file, "「notices」應該是清單")
    log = ProblemLog(file)
    source = notice_source(Row(data, "", log).child("metadata"), file)
    rows = []
    for index, item in enumerate(listed):
        place = f"notices[{index}]"
        if isinstance(item, dict):
            rows.append((place, item))
        else:
            log.add(place, f"應該是物件：{shown(item)}")
    return Records(sources=(source,), notices=read_rows(rows, log, source.id), problems=log.found())


def notice_source(metadata: Row, file: str) -> Source:
    """Where the notices of a file come from: what the metadata says, else the file's name.

    Two files of one name and of different sources keep their licences apart.
    """
    name = metadata.text("source", "title") or PurePath(file).stem
    return read_source(metadata, f"notices:{slug(name, 'n')}", name, None)
