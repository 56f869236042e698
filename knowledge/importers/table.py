"""Tables of routes, gyms or notices: rows of cells under headings that are found by their words.

A row without an id gets one made of where it is and how it is called, so that the same table can be
imported again.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import PurePath
from typing import Any

from knowledge.errors import UnreadableFileError
from knowledge.importers.combining import combined
from knowledge.importers.fields import ProblemLog, Row, shown
from knowledge.importers.flags import inherit
from knowledge.importers.gyms import read_gym
from knowledge.importers.headers import (
    GYM_HEADINGS,
    META_HEADINGS,
    ROUTE_HEADINGS,
    fields_of,
    is_gym_header,
    is_route_header,
)
from knowledge.importers.notices import NOTICE_HEADINGS, is_notice_header, read_rows
from knowledge.importers.notices.values import notice_source
from knowledge.importers.places import Places, slug
from knowledge.importers.routes import Home, generated_id, read_route
from knowledge.importers.sources import read_source
from knowledge.schema import Crag, Gym, Records, Route, Source

HEADER_SEARCH = 20
"""Rows in which the headings must turn up."""
MAX_ROWS = 100_000


@dataclass(frozen=True, slots=True)
class Sheet:
    """The cells of one sheet."""

    name: str
    """Empty when the file has only one."""
    rows: Sequence[Sequence[object]]


@dataclass(frozen=True, slots=True)
class _Header:
    row: int
    kind: str
    fields: dict[int, str]


def header_width(rows: Sequence[Sequence[object]]) -> int:
    """How many columns of the best header row are understood; 0 when there is none."""
    header = _header(rows)
    return len(header.fields) if header else 0


def read_sheets(sheets: Iterable[Sheet], file: str) -> Records:
    """The records of every sheet that has headings.

    Raises:
        UnreadableFileError: When no sheet has them, or no row can be used.
    """
    log = ProblemLog(file)
    parts: list[Records] = []
    sheets = tuple(sheets)
    for sheet in sheets:
        header = _header(sheet.rows)
        if header is None:
            continue
        if len(sheet.rows) - header.row - 1 > MAX_ROWS:
            raise UnreadableFileError(file, f"超過 {MAX_ROWS} 列")
        if header.kind == "notices":
            parts.append(_notices(sheet, header, file, log))
            continue
        source = _source(sheet, header, file, log)
        rows = _rows(sheet, header, log)
        parts.append(_gyms(rows, source) if header.kind == "gyms" else _routes(rows, source))
    if not parts:
        raise UnreadableFileError(
            file, "找不到欄位名稱（至少要有路線、岩場，或岩館、地址，或對象、類別、標題這類欄位）"
        )
    read = inherit(combined(parts, log, partial=True))
    told_of_notices = any(_is_of_notices(sheet) for sheet in sheets)
    if not read.routes and not read.gyms and not told_of_notices:
        first = f"，例如{log.found()[0].row}{log.found()[0].reason}" if log.found() else ""
        raise UnreadableFileError(file, f"沒有一列能用{first}")
    return read


def _header(rows: Sequence[Sequence[object]]) -> _Header | None:
    for index, cells in enumerate(rows[:HEADER_SEARCH]):
        told = fields_of(cells, NOTICE_HEADINGS)
        if is_notice_header(told.values()):
            return _Header(index, "notices", told)
        routes, gyms = fields_of(cells, ROUTE_HEADINGS), fields_of(cells, GYM_HEADINGS)
        if is_gym_header(gyms.values()) and (
            len(gyms) > len(routes) or not is_route_header(routes.values())
        ):
            return _Header(index, "gyms", gyms)
        if is_route_header(routes.values()):
            return _Header(index, "routes", routes)
    return None


def _is_of_notices(sheet: Sheet) -> bool:
    """Whether every mistake of its rows is listed, so that no row need be usable."""
    header = _header(sheet.rows)
    return header is not None and header.kind == "notices"


def _source(sheet: Sheet, header: _Header, file: str, log: ProblemLog) -> Source:
    stem = PurePath(file).stem
    told = Row(_told_above(sheet, header), "", log)
    return read_source(told, f"table:{slug(stem, 't')}", stem, None)


def _told_above(sheet: Sheet, header: _Header) -> dict[str, Any]:
    """What the rows above the headings say of the table: 「資料來源, …」."""
    told: dict[str, Any] = {}
    for cells in sheet.rows[: header.row]:
        filled = [cell for cell in cells if cell not in (None, "")]
        field = (
            fields_of([str(filled[0]).strip("#：: ")], META_HEADINGS).get(0)
            if len(filled) == 2
            else None
        )
        if field:
            told.setdefault(field, filled[1])
    return told


def _notices(sheet: Sheet, header: _Header, file: str, log: ProblemLog) -> Records:
    source = notice_source(Row(_told_above(sheet, header), "", log), file)
    for index, cell in enumerate(sheet.rows[header.row]):
        if index not in header.fields and isinstance(cell, str) and cell.strip():
            log.add(f"{sheet.name} 第 {header.row + 1} 列".strip(), f"沒有{shown(cell)}這個欄位")
    rows = ((row.place, row.values) for row in _rows(sheet, header, log))
    return Records(sources=(source,), notices=read_rows(rows, log, source.id))


def _rows(sheet: Sheet, header: _Header, log: ProblemLog) -> Iterator[Row]:
    for number, cells in enumerate(sheet.rows[header.row + 1 :], header.row + 2):
        values: dict[str, Any] = {}
        for index, field in header.fields.items():
            cell = cells[index] if index < len(cells) else None
            if cell is not None and not (isinstance(cell, str) and not cell.strip()):
                _put(values, field, cell)
        if values:
            yield Row(values, f"{sheet.name} 第 {number} 列".strip(), log)


def _put(values: dict[str, Any], field: str, cell: object) -> None:
    if field == "lengthFeet":
        told = isinstance(cell, str) and any(sign.isalpha() for sign in cell)
        values.setdefault("length", cell if told else f"{cell} ft")
    elif field == "pricing.single":
        for day in ("weekday", "weekend"):
            values.setdefault("pricing", {}).setdefault(day, cell)
    elif "." in field:
        outer, inner = field.split(".")
        values.setdefault(outer, {})[inner] = cell
    else:
        values[field] = cell


def _gyms(rows: Iterable[Row], source: Source) -> Records:
    gyms: dict[str, Gym] = {}
    for row in rows:
        gym_id = row.text("id") or _slug_of(row, "g")
        if not row.text("name", "nameEn"):
            row.report("沒有岩館名稱，略過")
        elif gym_id in gyms:
            row.report(f"岩館「{gym_id[:40]}」重複，略過這一列")
        else:
            gyms[gym_id] = read_gym(row, gym_id, source)
    return Records(sources=(source,), gyms=tuple(gyms.values()))


def _routes(rows: Iterable[Row], source: Source) -> Records:
    crags: dict[str, Crag] = {}
    places: dict[str, Places] = {}
    routes: dict[str, Route] = {}
    for row in rows:
        crag_name = row.text("crag")
        if not row.text("name", "nameEn") or not crag_name:
            row.report("沒有路線名稱，略過" if crag_name else "沒有岩場名稱，略過")
            continue
        crag_id = slug(crag_name, "c")
        crags.setdefault(crag_id, Crag(crag_id, crag_name, source.id, updated_on=source.updated_on))
        home = _home(row, places.setdefault(crag_id, Places(crag_id, source)), crag_id)
        route_id = row.text("id") or generated_id(row, home)
        if route_id in routes:
            row.report(f"路線「{route_id[:40]}」重複，略過這一列")
            continue
        routes[route_id] = read_route(row, route_id, home, source)
    used = {route.crag_id for route in routes.values()}
    return Records(
        sources=(source,),
        crags=tuple(crag for crag in crags.values() if crag.id in used),
        areas=tuple(area for place in places.values() for area in place.areas()),
        sectors=tuple(wall for place in places.values() for wall in place.sectors()),
        routes=tuple(routes.values()),
    )


def _home(row: Row, places: Places, crag_id: str) -> Home:
    area_id = places.area(row.text("area"))
    wall = row.text("sector")
    return Home(crag_id, area_id, places.sector(area_id, wall) if wall else "")


def _slug_of(row: Row, prefix: str) -> str:
    name = row.text("nameEn") or row.text("name")
    return slug(name, prefix) if name else ""
