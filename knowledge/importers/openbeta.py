"""OpenBeta's Parquet release: names, grades, types and measures; never its descriptions.

The descriptions are left out because some of them were copied from elsewhere; the facts are CC0.
Source: the columns of github.com/OpenBeta/parquet-exporter.
"""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Any

import duckdb

from knowledge.errors import UnreadableFileError
from knowledge.importers.fields import ProblemLog, Row
from knowledge.importers.files import shown_name
from knowledge.importers.places import Places, slug
from knowledge.importers.routes import Home, read_route
from knowledge.importers.table import MAX_ROWS
from knowledge.schema import Crag, Records, Route, Source
from knowledge.terms import chinese_city

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

SOURCE = Source(
    id="openbeta",
    title="OpenBeta",
    url="https://openbeta.io",
    maintainer="OpenBeta",
    licence="CC0 1.0",
    attribution="OpenBeta (openbeta.io)",
)

_COLUMNS = (
    *("climb_id", "climb_name", "grade_yds", "grade_vscale", "grade_french"),
    *("is_sport", "is_trad", "is_boulder", "is_alpine", "is_top_rope"),
    *("country", "state_province", "region", "area", "crag", "latitude", "longitude"),
    *("length_meters", "bolts_count", "first_ascent", "safety"),
)
_NEEDED = {"climb_name", "country"}
_PLACES = ("region", "area", "crag")
_UNSAID_SAFETY = frozenset({"", "UNSPECIFIED"})


def read(path: Path) -> Records:
    """The records of a Parquet file.

    Raises:
        UnreadableFileError: When it is no such file, too long, or no row can be used.
    """
    log = ProblemLog(shown_name(path))
    crags: dict[str, Crag] = {}
    places: dict[str, Places] = {}
    routes: dict[str, Route] = {}
    for row in _rows(path, log):
        home = _home(row, crags, places)
        route_id = row.text("id")
        if home is None or not route_id or not row.has("name"):
            row.report("沒有編號、名稱或地點，略過")
        elif route_id in routes:
            row.report(f"路線編號「{route_id[:40]}」重複，略過這一列")
        else:
            routes[route_id] = read_route(row, route_id, home, SOURCE)
    if not routes:
        raise UnreadableFileError(shown_name(path), "沒有一列能用")
    used = {route.crag_id for route in routes.values()}
    return Records(
        sources=(SOURCE,),
        crags=tuple(crag for crag in crags.values() if crag.id in used),
        areas=tuple(area for place in places.values() for area in place.areas()),
        sectors=tuple(wall for place in places.values() for wall in place.sectors()),
        routes=tuple(routes.values()),
        problems=log.found(),
        partial=True,
    )


def _rows(path: Path, log: ProblemLog) -> Iterator[Row]:
    try:
        rows = _query(path)
    except duckdb.Error as error:
        raise UnreadableFileError(shown_name(path), "不是完好的 Parquet 檔") from error
    for number, values in enumerate(rows, 1):
        yield Row(_as_json_row(values), f"第 {number} 列", log)


def _query(path: Path) -> list[dict[str, Any]]:
    """The known columns, read on a connection of its own that is thrown away."""
    connection = duckdb.connect(
        config={
            "memory_limit": "256MB",
            "threads": 2,
            "autoinstall_known_extensions": False,
            "autoload_known_extensions": False,
            "python_enable_replacements": False,
        }
    )
    try:
        connection.execute("SET lock_configuration = true")
        parquet = connection.read_parquet(str(path))
        names = [name for name in _COLUMNS if name in parquet.columns]
        if not set(names) >= _NEEDED:
            raise UnreadableFileError(shown_name(path), "不是 OpenBeta 的 Parquet（欄位不同）")
        rows = parquet.project(", ".join(names)).limit(MAX_ROWS + 1).fetchall()
    finally:
        connection.close()
    if len(rows) > MAX_ROWS:
        raise UnreadableFileError(shown_name(path), f"超過 {MAX_ROWS} 列，請先選出需要的地區")
    return [dict(zip(names, map(_plain, row), strict=True)) for row in rows]


def _plain(value: Any) -> Any:
    """A number of fixed places as the plain number that it is."""
    return float(value) if isinstance(value, Decimal) else value


def _as_json_row(values: dict[str, Any]) -> dict[str, Any]:
    """The row under the field names of the crag JSON; OpenBeta's -1 means unknown."""
    boulder = bool(values.get("is_boulder"))
    grades = ("grade_vscale",) if boulder else ("grade_yds", "grade_french", "grade_vscale")
    row = {
        "id": values.get("climb_id"),
        "name": values.get("climb_name"),
        "grade": next((values[name] for name in grades if values.get(name)), None),
        "type": "/".join(_types(values)),
        "length": _known(values.get("length_meters")),
        "boltCount": _known(values.get("bolts_count")),
        "firstAscent": values.get("first_ascent"),
        "safetyRating": None if values.get("safety") in _UNSAID_SAFETY else values.get("safety"),
        "country": values.get("country"),
        "state": values.get("state_province"),
        "latitude": values.get("latitude"),
        "longitude": values.get("longitude"),
    }
    row.update((name, values.get(name)) for name in _PLACES)
    return {name: value for name, value in row.items() if value not in (None, "")}


def _types(values: dict[str, Any]) -> list[str]:
    names = {
        "is_boulder": "boulder",
        "is_sport": "sport",
        "is_trad": "trad",
        "is_top_rope": "toprope",
    }
    return [kind for name, kind in names.items() if values.get(name)]


def _known(value: object) -> object:
    return None if isinstance(value, int | float) and value < 0 else value


def _home(row: Row, crags: dict[str, Crag], places: dict[str, Places]) -> Home | None:
    """The outermost place below the province is the crag, the next its area, then its wall."""
    path = list(dict.fromkeys(name for field in _PLACES if (name := row.text(field))))
    if not path:
        return None
    crag_id = slug(path[0], "c")
    if crag_id not in crags:
        latitude, longitude = row.number("latitude", -90, 90), row.number("longitude", -180, 180)
        crags[crag_id] = Crag(
            id=crag_id,
            name=path[0],
            source_id=SOURCE.id,
            name_en=path[0] if path[0].isascii() else "",
            city=chinese_city(row.text("state")),
            region=row.text("country"),
            latitude=latitude or None,
            longitude=longitude or None,
        )
    known = places.setdefault(crag_id, Places(crag_id, SOURCE))
    area_id = known.area(path[1]) if len(path) > 1 else ""
    return Home(crag_id, area_id, known.sector(area_id, path[2]) if len(path) > 2 else "")
