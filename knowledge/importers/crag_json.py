"""Crag JSON: ``{"crag": {}, "areas": [], "routes": [], "metadata": {}}``, alone or in a list."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from knowledge.errors import UnreadableFileError
from knowledge.importers.addresses import region_of, town_of
from knowledge.importers.combining import combined
from knowledge.importers.days import taipei_day
from knowledge.importers.fields import ProblemLog, Row
from knowledge.importers.flags import flags_in, inherit, status_flags
from knowledge.importers.months import seasons_of
from knowledge.importers.names import parse_place_name, two_names
from knowledge.importers.places import Places, slug
from knowledge.importers.routes import Home, generated_id, read_route
from knowledge.importers.sources import read_source
from knowledge.schema import Crag, Records, Route, Source
from knowledge.terms import chinese_city

if TYPE_CHECKING:
    from collections.abc import Iterator

HIGHEST_WALL_M = 1_500
"""Metres; more is a slip of the keyboard."""


def matches(data: Any) -> bool:
    """Whether a JSON value has the shape of crags and their routes."""
    return any(True for _ in _crags(data, "", ProblemLog("")))


def read(data: Any, file: str) -> Records:
    """Everything that the value says about its crags.

    Raises:
        UnreadableFileError: When not one crag can be used, or a crag's routes are all unusable.
    """
    log = ProblemLog(file)
    parts = [part for row in _crags(data, "", log) if (part := _read_crag(row))]
    if not parts:
        first = log.found()[0].reason if log.found() else "沒有岩場"
        raise UnreadableFileError(file, first)
    seen: set[str] = set()
    for part in parts:
        if part.crags[0].id in seen:
            raise UnreadableFileError(file, f"岩場編號「{part.crags[0].id}」重複")
        seen.add(part.crags[0].id)
    return inherit(combined(parts, log))


def _crags(data: Any, place: str, log: ProblemLog) -> Iterator[Row]:
    """Each crag with its areas and routes; what stands beside a list of crags holds for each."""
    if isinstance(data, list):
        for index, item in enumerate(data):
            if isinstance(item, dict):
                yield from _crags(item, f"{place}[{index}]", log)
    elif isinstance(data, dict) and isinstance(data.get("crag"), dict):
        yield Row(data, place, log)
    elif isinstance(data, dict) and isinstance(data.get("crags"), list):
        shared = {"metadata": data["metadata"]} if "metadata" in data else {}
        items = [{**shared, **item} if isinstance(item, dict) else item for item in data["crags"]]
        yield from _crags(items, "crags", log)
    elif isinstance(data, dict) and isinstance(data.get("routes"), list) and data.get("name"):
        yield Row({"crag": data, **data}, place, log)


def _read_crag(row: Row) -> Records | None:
    facts = row.child("crag")
    if not facts.text("id", "slug", "name", "nameEn"):
        facts.report("岩場沒有編號也沒有名稱")
        return None
    for name in ("routes", "areas"):
        if not isinstance(row.values.get(name, []), list):
            raise UnreadableFileError(row.log.file, f"「{name}」應該是清單")
    crag_id = facts.text("id", "slug") or slug(facts.text("nameEn") or facts.text("name"), "c")
    name, name_en = two_names(facts.text("name"), facts.text("nameEn"))
    name = name or name_en or crag_id
    updated_on = taipei_day(facts.text("updatedAt"))
    source = read_source(row.child("metadata"), f"crag:{crag_id}", f"{name}路線資料", updated_on)
    places = Places(crag_id, source)
    places.read_areas(row.rows("areas"))
    routes = _read_routes(row, places, crag_id, source)
    return Records(
        sources=(source,),
        crags=(_crag(facts, crag_id, (name, name_en), source),),
        areas=places.areas(),
        sectors=places.sectors(),
        routes=routes,
        replaces=(crag_id,),
    )


def _read_routes(row: Row, places: Places, crag_id: str, source: Source) -> tuple[Route, ...]:
    routes: dict[str, Route] = {}
    for entry in row.rows("routes"):
        if not entry.text("name", "nameEn"):
            entry.report("沒有路線名稱，略過")
            continue
        home = Home(crag_id, *places.locate(entry))
        route_id = entry.text("id") or generated_id(entry, home)
        if route_id in routes:
            entry.report(f"路線編號「{route_id[:40]}」重複，略過這一筆")
            continue
        routes[route_id] = read_route(entry, route_id, home, source)
    if row.values.get("routes") and not routes:
        raise UnreadableFileError(
            row.log.file, f"routes 共 {len(row.values['routes'])} 筆，沒有一筆能用"
        )
    return tuple(routes.values())


def _crag(row: Row, crag_id: str, names: tuple[str, str], source: Source) -> Crag:
    title = parse_place_name(names[0])
    place, access = row.child("location"), row.child("access")
    description, description_en = row.prose("description"), row.prose("descriptionEn")
    notes = (access.prose("notes"), row.prose("notes"), row.prose("safetyNotes"))
    address = place.text("address")
    return Crag(
        id=crag_id,
        name=title.name,
        source_id=source.id,
        name_en=names[1],
        aliases=tuple(
            dict.fromkeys(
                (*title.aliases, *title.old_names, *row.texts("aliases", "alternativeNames"))
            )
        ),
        kind=row.text("type"),
        region=region_of(place.text("region")),
        city=chinese_city(place.text("city")) or town_of(address)[0],
        address=address,
        rock_type=row.text("rockType"),
        rock_type_en=row.text("rockTypeEn"),
        seasons=_seasons(row),
        description=description,
        description_en=description_en,
        approach=access.prose("approach"),
        parking=access.prose("parking"),
        transport=_transport(access),
        amenities=row.texts("amenities"),
        latitude=coordinate(place, "latitude", 90),
        longitude=coordinate(place, "longitude", 180),
        height_m=_height(row),
        flags=tuple(
            dict.fromkeys(
                (
                    *status_flags(row),
                    *status_flags(access),
                    *flags_in(description, description_en, *notes),
                )
            )
        ),
        updated_on=taipei_day(row.text("updatedAt")) or source.updated_on,
        raw=row.raw(),
    )


def _seasons(row: Row) -> tuple[str, ...]:
    """The seasons as written, and those that written months cover."""
    written = row.texts("seasons")
    return tuple(dict.fromkeys((*written, *(one for text in written for one in seasons_of(text)))))


def _height(row: Row) -> str:
    """The height of the walls: one figure, or the lowest and the highest."""
    value = row.values.get("height")
    inside = row.child("height") if isinstance(value, dict) else row
    names = ("min", "max") if isinstance(value, dict) else ("height",)
    told = [inside.number(name, 0, HIGHEST_WALL_M) for name in names] if value else []
    figures = dict.fromkeys(f"{figure:g}" for figure in told if figure)
    return "–".join(figures)


def coordinate(place: Row, name: str, limit: float) -> float | None:
    """Degrees; exactly 0 is a placeholder, for no place of ours lies there."""
    return place.number(name, -limit, limit) or None


def _transport(access: Row) -> tuple[tuple[str, str], ...]:
    means = []
    for entry in access.rows("transportation"):
        description = entry.prose("description", "descriptionEn")
        if description:
            means.append((entry.text("type", "typeEn"), description))
    return tuple(means)
