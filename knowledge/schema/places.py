"""Outdoor climbing: crags, their areas and walls, and the routes on them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

from knowledge.schema.flag import Flag, blocks_on
from knowledge.schema.grade import Grade

RouteType = Literal["sport", "trad", "toprope", "boulder", "mixed"]


@dataclass(frozen=True, slots=True)
class Crag:
    """An outdoor climbing place."""

    id: str
    name: str
    source_id: str
    name_en: str = ""
    aliases: tuple[str, ...] = ()
    kind: str = ""
    """Style as the file says it (sport, trad, mixed, boulder); the routes are the truth."""
    region: str = ""
    city: str = ""
    address: str = ""
    rock_type: str = ""
    rock_type_en: str = ""
    seasons: tuple[str, ...] = ()
    description: str = ""
    description_en: str = ""
    approach: str = ""
    parking: str = ""
    transport: tuple[tuple[str, str], ...] = ()
    """(means, description) pairs."""
    amenities: tuple[str, ...] = ()
    latitude: float | None = None
    longitude: float | None = None
    height_m: str = ""
    """Height of the walls in metres as it is shown: ``15``, ``15–105``."""
    flags: tuple[Flag, ...] = ()
    updated_on: date | None = None
    raw: str = ""
    """The untouched source row as JSON."""

    @property
    def display_name(self) -> str:
        """The name to show: the Chinese name, else the English one."""
        return self.name or self.name_en or self.id

    @property
    def sensitive(self) -> bool:
        """Whether the place asks for discretion about its location."""
        return any(flag.kind == "sensitive" for flag in self.flags)


@dataclass(frozen=True, slots=True)
class Area:
    """A part of a crag; ``id`` is ``<crag id>/<area id of the file>``."""

    id: str
    crag_id: str
    name: str
    source_id: str
    name_en: str = ""
    aliases: tuple[str, ...] = ()
    description: str = ""
    description_en: str = ""
    flags: tuple[Flag, ...] = ()
    updated_on: date | None = None
    raw: str = ""


@dataclass(frozen=True, slots=True)
class Sector:
    """A wall of an area; ``id`` is ``<area id>/<sector name or id>``."""

    id: str
    crag_id: str
    area_id: str
    name: str
    source_id: str
    name_en: str = ""
    aliases: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Route:
    """A climbing route or boulder problem; one pitch of a multi-pitch line is a row of its own."""

    id: str
    crag_id: str
    name: str
    """As it stands in the source, without alias parentheses and pitch suffix; may be empty."""
    grade: Grade
    source_id: str
    title: str = ""
    """The name exactly as stored in the source, e.g. ``名稱 (舊：…) | P2``."""
    name_en: str = ""
    aliases: tuple[str, ...] = ()
    old_names: tuple[str, ...] = ()
    area_id: str = ""
    sector_id: str = ""
    type: RouteType | None = None
    length_m: float | None = None
    pitch: str = ""
    """``P1``, ``P2`` … when the row is one pitch."""
    bolts: int | None = None
    anchor: str = ""
    protection: str = ""
    first_ascent: str = ""
    first_ascent_en: str = ""
    first_ascent_on: str = ""
    """As written, normalised to ``YYYY``, ``YYYY-MM`` or ``YYYY-MM-DD`` where it is a date."""
    description: str = ""
    description_en: str = ""
    styles: tuple[str, ...] = ()
    """Read from name and prose: slab, overhang, crack, roof, corner, arete, chimney, face, …"""
    popularity: int | None = None
    safety_rating: str = ""
    videos: tuple[str, ...] = ()
    flags: tuple[Flag, ...] = ()
    updated_on: date | None = None
    raw: str = ""
    also_from: tuple[str, ...] = ()
    """Ids of other sources whose fields stayed where this one says nothing."""

    @property
    def display_name(self) -> str:
        """The name to show: the Chinese name, else the English one, else the id."""
        return self.name or self.name_en or self.id

    @property
    def recommendable(self) -> bool:
        """Whether nothing in the record speaks against sending somebody there all year round."""
        return not any(blocks_on(flag, None) and not flag.months for flag in self.flags)

    def recommendable_on(self, day: date | None) -> bool:
        """Whether nothing in the record speaks against sending somebody there on that day."""
        return not any(blocks_on(flag, day) for flag in self.flags)
