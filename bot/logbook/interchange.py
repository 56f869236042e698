"""The shape in which our own files carry an ascent: names, kinds of values, and the ids of rows.

``version`` 1 is ``route_name, date, mode, result`` and what else is known; fields may be added, so
readers pass over names that they do not know. Spoken ascents have no id that holds in another
place, so a file gives them one: number and content together. After an import the ascent keeps it.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from bot.logbook.identity import OWN, identity_of

if TYPE_CHECKING:
    from bot.ascents import Ascent

VERSION = 1

Kind = Literal["text", "integer", "number", "flag"]


@dataclass(frozen=True, slots=True)
class Field:
    """One field of the files, by the name of the ascent's attribute."""

    name: str
    kind: Kind = "text"
    lowest: float = 0
    highest: float = 0


FIELDS = (
    Field("route_name"),
    Field("crag"),
    Field("area"),
    Field("gym"),
    Field("mode"),
    Field("result"),
    Field("attempts", "integer", 1, 1_000_000),
    Field("grade"),
    Field("own_grade"),
    Field("rating", "integer", 1, 5),
    Field("notes"),
    Field("colour"),
    Field("angle", "integer", -360, 360),
    Field("mirrored", "flag"),
    Field("length_m", "number", 0, 100_000),
    Field("pitches", "integer", 0, 10_000),
    Field("visibility"),
    Field("route_id"),
    Field("crag_id"),
    Field("gym_id"),
    Field("source"),
    Field("source_id"),
    Field("raw"),
)
"""Everything but the day, the batch and the number in the store, in the order of the columns."""
REQUIRED = frozenset({"route_name", "mode", "result"})
"""Written even when empty."""
COLUMNS = ("date", *(field.name for field in FIELDS), "id")


def own_id(ascent: Ascent) -> str:
    """What names this ascent in our files; empty when its source names it, or nothing does."""
    if ascent.source == OWN:
        return ascent.source_id
    if ascent.source or not ascent.id:
        return ""
    content = "\x1f".join(identity_of(ascent, ascent.mode, ascent.result))
    digest = hashlib.sha256(content.encode("utf-8", "replace")).hexdigest()
    return f"{ascent.id}-{digest[:12]}"


def name_of(ascent: Ascent) -> tuple[str, str]:
    """Source and id under which an ascent of the log meets the rows of a file."""
    return (ascent.source or OWN), (ascent.source_id if ascent.source else own_id(ascent))
