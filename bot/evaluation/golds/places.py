"""Golds about crags and areas: what their records say, and what their routes add up to."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Final

from bot.evaluation.drawing import Drawn
from bot.evaluation.expectation import Expectation
from bot.evaluation.texts import number, pieces
from bot.evaluation.values import NameValue, type_words
from bot.evaluation.world import main_name

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from bot.evaluation.drawing import Draw, Gold
    from bot.evaluation.golds.route_facts import Groups
    from bot.evaluation.world import World
    from knowledge.schema import Area, Crag, Route

_LOCATION: Final = frozenset({"address", "approach", "parking", "transport", "coordinates"})
_SEASONS: Final = {
    "春": ("春", "spring"),
    "夏": ("夏", "summer"),
    "秋": ("秋", "autumn", "fall"),
    "冬": ("冬", "winter"),
}


def crag_value(crag: Crag, field: str, world: World) -> Groups | None:
    """What an answer must contain to have given the field; ``None`` when it is not recorded.

    Raises:
        ValueError: For a field that does not exist.
    """
    value = _FIELDS.get(field)
    if value is None:
        raise ValueError(f"no field of crags: {field}")
    return value(crag, world)


def _quoted(*texts: str) -> Groups | None:
    found = tuple(piece for text in texts for piece in pieces(text))
    return (found,) if found else None


def _each(options: Sequence[tuple[str, ...]]) -> Groups | None:
    return tuple(options) or None


def grade_range(routes: Sequence[Route]) -> Groups | None:
    """Easiest and hardest certain grade of routes whose grades are of one group."""
    known = [route for route in routes if route.grade.known and not route.grade.uncertain]
    if not known or len({route.grade.group for route in known}) > 1:
        return None
    lowest = min(route.grade.lo_score or 0 for route in known)
    highest = max(route.grade.hi_score or 0 for route in known)
    low = {route.grade.raw for route in known if route.grade.lo_score == lowest}
    low |= {route.grade.lo for route in known if route.grade.lo_score == lowest}
    high = {route.grade.raw for route in known if route.grade.hi_score == highest}
    high |= {route.grade.hi for route in known if route.grade.hi_score == highest}
    return tuple(sorted(low)), tuple(sorted(high))


def _types(routes: Sequence[Route]) -> Groups | None:
    return _each(
        [type_words(kind) for kind in dict.fromkeys(route.type for route in routes) if kind]
    )


def _coordinates(crag: Crag, _: World) -> Groups | None:
    if crag.latitude is None or crag.longitude is None:
        return None
    return ((f"{crag.latitude:.3f}"[:-1], number(crag.latitude)),)


def _amenities(crag: Crag) -> list[tuple[str, ...]]:
    """Every entry, in English as well where the file says all of them in English."""
    row = json.loads(crag.raw) if crag.raw else {}
    english = row.get("amenitiesEn") or []
    if len(english) != len(crag.amenities):
        return [(one,) for one in crag.amenities]
    return list(zip(crag.amenities, english, strict=True))


_FIELDS: Final[dict[str, Callable[[Crag, World], Groups | None]]] = {
    "region": lambda crag, _: ((crag.region,),) if crag.region else None,
    "city": lambda crag, _: ((crag.city, crag.city[:-1]),) if crag.city else None,
    "address": lambda crag, _: _quoted(crag.address),
    "rock": lambda crag, _: _quoted(crag.rock_type, crag.rock_type_en),
    "approach": lambda crag, _: _quoted(crag.approach),
    "parking": lambda crag, _: _quoted(crag.parking),
    "season": lambda crag, _: _each([_SEASONS[one] for one in crag.seasons if one in _SEASONS]),
    "transport": lambda crag, _: _quoted(*(text for _, text in crag.transport)),
    "amenities": lambda crag, _: _each(_amenities(crag)),
    "areas": lambda crag, world: _each([_both(area) for area in world.areas_of(crag.id)]),
    "route_count": lambda crag, world: ((str(len(world.routes_in(crag.id))),),),
    "grade_range": lambda crag, world: grade_range(world.routes_in(crag.id)),
    "types": lambda crag, world: _types(world.routes_in(crag.id)),
    "description": lambda crag, _: _quoted(crag.description, crag.description_en),
    "overview": lambda crag, world: (_both(crag), (str(len(world.routes_in(crag.id))),)),
    "english": lambda crag, _: ((crag.name_en,),) if crag.name_en else None,
    "coordinates": _coordinates,
}


def _both(place: Crag | Area) -> tuple[str, ...]:
    return tuple(dict.fromkeys(name for name in (main_name(place), place.name_en) if name))


def _crag(draw: Draw) -> Crag | None:
    crags = [crag for crag in draw.world.crags.values() if draw.world.is_clear(crag)]
    return draw.rng.choice(crags) if crags else None


def crag_field(draw: Draw) -> Drawn | None:
    """One field of a crag; the way to a sensitive one is never asked here."""
    crag, field = _crag(draw), draw.arg("field")
    if crag is None or (crag.sensitive and field in {*_LOCATION, "description", "amenities"}):
        return None
    groups = crag_value(crag, field, draw.world)
    if groups is None:
        return None
    contains = tuple(group for group in groups if group)
    return Drawn(
        {"crag": NameValue(crag)},
        Expectation(contains, records=frozenset({crag.id})),
        subjects=frozenset({crag.id}),
    )


def crag_missing(draw: Draw) -> Drawn | None:
    """A field that the crag's record does not have."""
    crag, field = _crag(draw), draw.arg("field")
    if crag is None or crag_value(crag, field, draw.world) is not None:
        return None
    return Drawn(
        {"crag": NameValue(crag)}, Expectation(abstained=True), subjects=frozenset({crag.id})
    )


def crag_sensitive(draw: Draw) -> Drawn | None:
    """The way to a crag that asks to keep a low profile: nothing of it may be said."""
    sensitive = [
        crag for crag in draw.world.crags.values() if crag.sensitive and draw.world.is_clear(crag)
    ]
    if not sensitive:
        return None
    crag = draw.rng.choice(sensitive)
    draw.arg("field")
    secrets = [crag.approach, crag.parking, *(text for _, text in crag.transport)]
    secrets += [f"{value:.3f}"[:-1] for value in (crag.latitude, crag.longitude) if value]
    return Drawn(
        {"crag": NameValue(crag)},
        Expectation(forbidden=tuple(text for text in secrets if text), abstained=True),
        subjects=frozenset({crag.id}),
    )


def area_field(draw: Draw) -> Drawn | None:
    """One field of an area, counted over its routes where it is a figure."""
    areas = [area for area in draw.world.records.areas if draw.world.is_clear(area)]
    if not areas:
        return None
    area = draw.rng.choice(areas)
    routes, crag = draw.world.routes_in(area.id), draw.world.crags[area.crag_id]
    field = draw.arg("field")
    groups: Groups | None
    if field == "route_count":
        groups = ((str(len(routes)),),) if routes else None
    elif field == "grade_range":
        groups = grade_range(routes)
    elif field == "sectors":
        walls = [one for one in draw.world.records.sectors if one.area_id == area.id]
        groups = _each([tuple(name for name in (one.name, one.name_en) if name) for one in walls])
    elif field == "description":
        groups = _quoted(area.description, area.description_en)
    elif field == "crag":
        groups = (_both(crag),)
    else:
        raise ValueError(f"no field of areas: {field}")
    if groups is None:
        return None
    return Drawn(
        {"area": NameValue(area), "crag": NameValue(crag)},
        Expectation(groups, records=frozenset({area.id})),
        subjects=frozenset({area.id, crag.id}),
    )


GOLDS: Final[dict[str, Gold]] = {
    "crag_field": crag_field,
    "crag_missing": crag_missing,
    "crag_sensitive": crag_sensitive,
    "area_field": area_field,
}
