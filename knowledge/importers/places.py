"""The areas and walls of one crag, found by id or by any spelling of their names."""

from __future__ import annotations

import hashlib
import re
from typing import TYPE_CHECKING

from knowledge.importers.flags import flags_in, status_flags
from knowledge.importers.names import parse_place_name, two_names
from knowledge.schema import Area, Sector, Source
from knowledge.text import key

if TYPE_CHECKING:
    from collections.abc import Iterable

    from knowledge.importers.fields import Row


def slug(name: str, prefix: str) -> str:
    """A stable id for something that has only a name: its Latin letters, else a hash."""
    latin = re.sub(r"[^a-z0-9]+", "-", name.lower()).strip("-")
    if len(latin) >= 3 and name.isascii():
        return latin
    return f"{prefix}-{hashlib.sha256(folded(name).encode()).hexdigest()[:10]}"


class Places:
    """Areas and sectors of a crag while its file is read."""

    def __init__(self, crag_id: str, source: Source) -> None:
        self._crag_id = crag_id
        self._source = source
        self._areas: dict[str, Area] = {}
        self._sectors: dict[str, Sector] = {}
        self._area_of: dict[str, str] = {}
        self._sector_of: dict[tuple[str, str], str] = {}
        self._nested: dict[str, str] = {}

    def areas(self) -> tuple[Area, ...]:
        """Every area, in the order of the file."""
        return tuple(self._areas.values())

    def sectors(self) -> tuple[Sector, ...]:
        """Every wall, in the order of the file."""
        return tuple(self._sectors.values())

    def read_areas(self, rows: Iterable[Row]) -> None:
        """Take in the listed areas; nested ones become walls of their outermost area."""
        listed = {id_of(row): row for row in rows if self._is_new(row)}
        parents = _parents(listed)
        for local_id, row in listed.items():
            if not parents[local_id]:
                self._add_area(local_id, row)
        for local_id, row in listed.items():
            if parents[local_id]:
                area_id = self._area_of[_root(local_id, parents)]
                name = row.text("name") or row.text("nameEn") or local_id
                sector_id = self.sector(area_id, name, row.text("nameEn"), local_id)
                self._nested[local_id] = sector_id

    def locate(self, row: Row) -> tuple[str, str]:
        """Area id and sector id of a route row; an unknown area is reported."""
        wanted = row.text("areaId", "area")
        sector_id = self._nested.get(wanted, "")
        if sector_id:
            area_id = self._sectors[sector_id].area_id
        else:
            area_id = self._area_of.get(wanted) or self._area_of.get(folded(wanted), "")
        if wanted and not area_id:
            row.report(f"找不到區域「{wanted[:40]}」，路線保留但不歸入區域")
        name = row.text("sector", "sectorId")
        if name:
            sector_id = self.sector(area_id, name, row.text("sectorEn"))
        return area_id, sector_id

    def area(self, name: str, name_en: str = "") -> str:
        """Id of the area with this name, made when it is new; empty for no name."""
        if not name:
            return ""
        spelling = folded(name)
        known = self._area_of.get(spelling)
        if known is None:
            known = f"{self._crag_id}/{slug(name_en or name, 'a')}"
            day = self._source.updated_on
            self._areas[known] = Area(
                known, self._crag_id, name, self._source.id, name_en, updated_on=day
            )
            self._area_of[spelling] = known
        return known

    def sector(self, area_id: str, name: str, name_en: str = "", local_id: str = "") -> str:
        """Id of the wall with this name in an area, made when it is new."""
        known = self._sector_of.get((area_id, folded(name)))
        if known is None and name:
            known = f"{area_id or self._crag_id}/{local_id or name}"
            wall = Sector(known, self._crag_id, area_id, name, self._source.id, name_en)
            self._sectors.setdefault(known, wall)
        known = known or ""
        for spelling in filter(None, map(folded, (name, name_en, local_id))):
            self._sector_of.setdefault((area_id, spelling), known)
        return known

    def _is_new(self, row: Row) -> bool:
        name = id_of(row)
        if not name:
            row.report("區域沒有編號也沒有名稱，略過")
            return False
        if name in self._area_of:
            row.report(f"區域編號「{name[:40]}」重複，略過")
            return False
        self._area_of[name] = ""  # taken; its id comes with the area
        return True

    def _add_area(self, local_id: str, row: Row) -> None:
        area_id = f"{self._crag_id}/{local_id}"
        name, name_en = two_names(row.text("name"), row.text("nameEn"))
        title = parse_place_name(name or name_en or local_id)
        description, description_en = row.prose("description"), row.prose("descriptionEn")
        self._areas[area_id] = Area(
            id=area_id,
            crag_id=self._crag_id,
            name=title.name,
            source_id=self._source.id,
            name_en=name_en,
            aliases=tuple(
                dict.fromkeys(
                    (*title.aliases, *title.old_names, *row.texts("aliases", "alternativeNames"))
                )
            ),
            description=description,
            description_en=description_en,
            flags=(*status_flags(row), *flags_in(description, description_en)),
            updated_on=self._source.updated_on,
            raw=row.raw(),
        )
        self._area_of[local_id] = area_id
        for spelling in map(folded, (title.name, name_en)):
            if spelling:
                self._area_of.setdefault(spelling, area_id)
        for wall in row.rows("sectors"):
            if not wall.has("name", "nameEn", "id"):
                wall.report("牆面沒有名稱，略過")
                continue
            name, name_en = two_names(wall.text("name"), wall.text("nameEn"))
            self.sector(area_id, name or name_en or wall.text("id"), name_en, wall.text("id"))


def folded(name: str) -> str:
    """The key of a name; a name without letters is its own key."""
    return key(name) or name


def id_of(row: Row) -> str:
    """The row's id, else its name."""
    return row.text("id", "slug") or row.text("name", "nameEn")


def _parents(listed: dict[str, Row]) -> dict[str, str]:
    """Local id → parent; unknown parents and circles are reported and cut."""
    parents = {local_id: row.text("parentId", "parent") for local_id, row in listed.items()}
    for local_id, parent in parents.items():
        if parent and parent not in parents:
            listed[local_id].report(f"找不到上層區域「{parent[:40]}」，當作獨立的區域")
            parents[local_id] = ""
    circular = [local_id for local_id in parents if _returns(local_id, parents)]
    for local_id in circular:
        listed[local_id].report("上層區域繞成一圈，當作獨立的區域")
        parents[local_id] = ""
    return parents


def _returns(local_id: str, parents: dict[str, str]) -> bool:
    above = parents[local_id]
    for _ in parents:
        if above == local_id:
            return True
        above = parents.get(above, "")
    return False


def _root(local_id: str, parents: dict[str, str]) -> str:
    while parents[local_id]:
        local_id = parents[local_id]
    return local_id
