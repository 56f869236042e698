"""One asked field of a crag, area or sector as sentences."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from bot.rendering.labels import ROUTE_TYPES, label
from bot.rendering.names import PATH_MARK, record_name
from bot.rendering.place_values import description_of, other_names, place_value, season_name
from bot.rendering.route_values import grade_text
from bot.rendering.route_warnings import route_warnings
from knowledge.schema import Area, Crag, Sector

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from bot.rendering.request import Request
    from bot.schema import Group

Place: TypeAlias = Crag | Area | Sector


def field_sentence(field: str, place: Place, request: Request) -> list[str]:
    """What can be said about the field; empty when it is not recorded."""
    tell = _TELLERS.get(field)
    if tell is not None:
        return tell(place, request)
    crag = place if isinstance(place, Crag) else request.evidence.crag(place.crag_id)
    value = place_value(field, crag, request) if crag is not None else ""
    if crag is None or not value:
        return []
    return [request.say(f"crag.{field}", name=_quoted(crag, request), value=value)]


def group_of(place: Place, request: Request) -> Group | None:
    """The figures of the place, computed from its routes."""
    return next((group for group in request.evidence.groups if group.place_id == place.id), None)


def figures_of(place: Place, request: Request) -> list[object]:
    """Every number that sentences about the place may state."""
    group = group_of(place, request)
    lengths = _lengths(place, request)
    numbers: list[object] = [len(areas_of(place, request)), len(sectors_of(place, request))]
    numbers += [f"{length:g}" for length in (lengths[:1] + lengths[-1:])]
    if group is not None:
        told = (*group.types, *group.warned)
        numbers += [group.total, group.warned_total, group.shut_total, *(it.count for it in told)]
    return numbers


def areas_of(place: Place, request: Request) -> list[Area]:
    """Areas of a crag."""
    return [area for area in request.evidence.areas if area.crag_id == place.id]


def sectors_of(place: Place, request: Request) -> list[Sector]:
    """Sectors of a crag or an area."""
    return [s for s in request.evidence.sectors if place.id in {s.crag_id, s.area_id}]


def types_text(group: Group, request: Request) -> str:
    """The types with their counts: 運攀 204、傳攀 326."""
    return request.join(
        [
            request.say(
                "count.bucket",
                label=label(ROUTE_TYPES, bucket.label, request.language),
                count=bucket.count,
            )
            for bucket in group.types
            if bucket.count
        ]
    )


def part_text(part: Area | Sector, request: Request) -> str:
    """An area or sector by name, with its number of routes when that was computed."""
    name = record_name(part, request.language)
    group = group_of(part, request)
    return request.say("crag.count_areas", label=name, count=group.total) if group else name


def _quoted(place: Place, request: Request) -> str:
    return request.quote(record_name(place, request.language))


def _routes(place: Place, request: Request) -> list[str]:
    group = group_of(place, request)
    return (
        [request.say("crag.routes", name=_quoted(place, request), value=group.total)]
        if group
        else []
    )


def _grades(place: Place, request: Request) -> list[str]:
    group = group_of(place, request)
    if group is None or group.bounds is None:
        return []
    easiest, hardest = grade_text(group.bounds.easiest), grade_text(group.bounds.hardest)
    return [
        request.say("crag.grades", name=_quoted(place, request), easiest=easiest, hardest=hardest)
    ]


def _types(place: Place, request: Request) -> list[str]:
    group = group_of(place, request)
    text = types_text(group, request) if group else ""
    return [request.say("crag.types", name=_quoted(place, request), value=text)] if text else []


def _areas(place: Place, request: Request) -> list[str]:
    """Areas of a crag; for an area its sectors."""
    parts = areas_of(place, request)
    return _told_parts("areas", place, parts, request) if parts else _sectors(place, request)


def _sectors(place: Place, request: Request) -> list[str]:
    return _told_parts("sectors", place, sectors_of(place, request), request)


def _told_parts(
    field: str, place: Place, parts: Sequence[Area | Sector], request: Request
) -> list[str]:
    """The parts by name, and how many there are."""
    if not parts:
        return []
    names = request.join([part_text(part, request) for part in parts])
    return [
        request.say(f"crag.{field}", name=_quoted(place, request), value=names),
        request.say(f"crag.{field}_total", count=len(parts)),
    ]


def _lengths(place: Place, request: Request) -> list[float]:
    return sorted(
        route.length_m
        for route in request.evidence.routes
        if route.length_m is not None
        and place.id in {route.crag_id, route.area_id, route.sector_id}
    )


def _height(place: Place, request: Request) -> list[str]:
    if isinstance(place, Crag) and place.height_m:
        return [request.say("crag.wall", name=_quoted(place, request), value=place.height_m)]
    lengths = _lengths(place, request)
    if not lengths:
        return []
    low, high = f"{lengths[0]:g}", f"{lengths[-1]:g}"
    return [request.say("crag.height", name=_quoted(place, request), low=low, high=high)]


def _description(place: Place, request: Request) -> list[str]:
    if isinstance(place, Sector):
        return []
    crag = place if isinstance(place, Crag) else request.evidence.crag(place.crag_id)
    text = description_of(place, crag, request)
    return (
        [request.say("crag.description", name=_quoted(place, request), value=text)] if text else []
    )


def _hazards(place: Place, request: Request) -> list[str]:
    crag = place if isinstance(place, Crag) else request.evidence.crag(place.crag_id)
    own = () if isinstance(place, Sector) else place.flags
    told = route_warnings(place, group_of(place, request), request)
    if own or (crag and crag.flags):
        told = [request.say("crag.hazards", name=_quoted(place, request)), *told]
    if not told:
        return [request.say("crag.no_hazards", name=_quoted(place, request))]
    return [*told, request.say("crag.hazards_open")]


def _names(place: Place, request: Request) -> list[str]:
    value = other_names(place, request)
    return [request.say("crag.names", name=_quoted(place, request), value=value)] if value else []


def _season(place: Place, request: Request) -> list[str]:
    """Seasons on record; asked ones are said to be among them or not."""
    crag = place if isinstance(place, Crag) else request.evidence.crag(place.crag_id)
    value = place_value("season", crag, request) if crag is not None else ""
    if crag is None or not value:
        return []
    lines = [request.say("crag.season", name=_quoted(crag, request), value=value)]
    asked = request.query.seasons
    listed = [season for season in asked if season in crag.seasons]
    absent = [season for season in asked if season not in crag.seasons]
    for key, seasons in (("crag.season_listed", listed), ("crag.season_absent", absent)):
        if seasons:
            lines.append(
                request.say(key, value=request.join([season_name(s, request) for s in seasons]))
            )
    return lines


def _region(place: Place, request: Request) -> list[str]:
    """Where a crag is; for a part, the crag and area that it belongs to first."""
    if isinstance(place, Crag):
        value = place_value("region", place, request)
        name = _quoted(place, request)
        lines = [request.say("crag.region", name=name, value=value)] if value else []
        address = place_value("address", place, request)
        return [
            *lines,
            *([request.say("crag.address", name=name, value=address)] if address else []),
        ]
    evidence = request.evidence
    outer = [evidence.crag(place.crag_id)]
    steps = [*outer, evidence.area(place.area_id)] if isinstance(place, Sector) else outer
    path = PATH_MARK.join(record_name(step, request.language) for step in steps if step is not None)
    lines = [request.say("crag.part_of", name=_quoted(place, request), value=path)] if path else []
    return [*lines, *(_region(outer[0], request) if outer[0] is not None else [])]


_TELLERS: dict[str, Callable[[Place, Request], list[str]]] = {
    "routes": _routes,
    "count": _routes,
    "grades": _grades,
    "types": _types,
    "areas": _areas,
    "sectors": _sectors,
    "height": _height,
    "description": _description,
    "hazards": _hazards,
    "names": _names,
    "season": _season,
    "region": _region,
}
