"""Gym JSON: ``{"gyms": […], "metadata": {…}}`` or the bare list."""

from __future__ import annotations

from typing import Any

from knowledge.errors import UnreadableFileError
from knowledge.importers.fields import ProblemLog, Row
from knowledge.importers.gyms import read_gym
from knowledge.importers.places import slug
from knowledge.importers.sources import read_source
from knowledge.schema import Gym, Records, Source

_TELLING = frozenset({"openingHours", "pricing", "facilities", "contact"})


def matches(data: Any) -> bool:
    """Whether a JSON value has the shape of gyms."""
    if isinstance(data, dict):
        return "gyms" in data
    if isinstance(data, list):
        return any(isinstance(item, dict) and _TELLING & item.keys() for item in data)
    return False


def read(data: Any, file: str) -> Records:
    """Everything that the value says about gyms.

    Raises:
        UnreadableFileError: When not one gym can be used.
    """
    log = ProblemLog(file)
    table = Row(data if isinstance(data, dict) else {"gyms": data}, "", log)
    if not isinstance(table.values["gyms"], list):
        raise UnreadableFileError(file, "「gyms」應該是清單")
    metadata = table.child("metadata")
    title = metadata.text("source", "title") or "岩館資料"
    source = read_source(metadata, f"gyms:{slug(title, 'g')}", title, None)
    gyms = read_gyms(table, source)
    if not gyms:
        raise UnreadableFileError(file, f"gyms 共 {len(table.values['gyms'])} 筆，沒有一筆能用")
    return Records(sources=(source,), gyms=gyms, problems=log.found())


def read_gyms(table: Row, source: Source) -> tuple[Gym, ...]:
    """The gyms of the rows under ``gyms``, each id once."""
    gyms: dict[str, Gym] = {}
    for row in table.rows("gyms"):
        if not row.text("name", "nameEn"):
            row.report("沒有岩館名稱，略過")
            continue
        gym_id = row.text("id", "slug") or slug(row.text("nameEn") or row.text("name"), "g")
        if gym_id in gyms:
            row.report(f"岩館編號「{gym_id[:40]}」重複，略過這一筆")
            continue
        gyms[gym_id] = read_gym(row, gym_id, source)
    return tuple(gyms.values())
