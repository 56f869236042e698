"""Golds about single routes: fields, several at once, missing ones, premises, shared names."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from bot.evaluation.drawing import Drawn
from bot.evaluation.expectation import Expectation, Ids, exactly
from bot.evaluation.texts import contains, dates, normalise, number, pieces
from bot.evaluation.values import AnyName, NameValue, type_words

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from bot.evaluation.drawing import Draw, Gold
    from bot.evaluation.expectation import Check, Given
    from bot.evaluation.values import SlotValue
    from bot.evaluation.world import World
    from knowledge.schema import Area, Crag, Route

Groups = tuple[tuple[str, ...], ...]


def route_value(route: Route, field: str, world: World) -> Groups | None:
    """What an answer must contain to have given the field; ``None`` when it is not recorded.

    Raises:
        ValueError: For a field that does not exist.
    """
    value = _FIELDS.get(field)
    if value is None:
        raise ValueError(f"no field of routes: {field}")
    return value(route, world)


def _grade(route: Route, _: World) -> Groups | None:
    grade = route.grade
    if not grade.known:
        return None
    return ((grade.raw, *((grade.lo,) if grade.exact else ())),)


def _type(route: Route, _: World) -> Groups | None:
    return (type_words(route.type),) if route.type else None


def _length(route: Route, _: World) -> Groups | None:
    if not route.length_m:
        return None
    value = number(route.length_m)
    return (tuple(f"{value}{unit}" for unit in ("m", "公尺", "米", "metres", "meters")),)


def _bolts(route: Route, _: World) -> Groups | None:
    if not route.bolts:
        return None
    units = ("顆", "支", "個", "bolt", "枚")
    return (
        (
            *(f"{route.bolts}{unit}" for unit in units),
            f"bolt:{route.bolts}",
            f"bolt數:{route.bolts}",
        ),
    )


def _location(route: Route, world: World) -> Groups | None:
    area, crag = world.areas.get(route.area_id), world.crags[route.crag_id]
    return (_names(area), _names(crag)) if area is not None else None


def _names(place: Area | Crag) -> tuple[str, ...]:
    return tuple(name for name in (place.name, place.name_en) if name)


def _text(*fields: str) -> Callable[[Route, World], Groups | None]:
    def value(route: Route, _: World) -> Groups | None:
        found = [piece for field in fields for piece in pieces(getattr(route, field))]
        return (tuple(found),) if found else None

    return value


def _first_ascent_on(route: Route, _: World) -> Groups | None:
    return (dates(route.first_ascent_on),) if route.first_ascent_on[:4].isdigit() else None


def _one_of(names: Sequence[str]) -> Groups | None:
    found = tuple(name for name in names if name)
    return (found,) if found else None


_FIELDS: Final[dict[str, Callable[[Route, World], Groups | None]]] = {
    "grade": _grade,
    "type": _type,
    "length": _length,
    "bolts": _bolts,
    "location": _location,
    "first_ascent": lambda route, _: _one_of([route.first_ascent]),
    "first_ascent_on": _first_ascent_on,
    "description": _text("description", "description_en"),
    "protection": _text("protection"),
    "anchor": _text("anchor"),
    "english": lambda route, _: _one_of([route.name_en]) if route.name else None,
    "old_names": lambda route, _: _one_of(route.old_names),
    "aliases": lambda route, _: (
        _one_of([*route.aliases, *route.old_names, route.name_en])
        if route.aliases or route.old_names
        else None
    ),
    "video": lambda route, _: _one_of(route.videos),
}


def place_slots(route: Route, world: World) -> dict[str, SlotValue]:
    """The crag and area of a route, as far as they have names."""
    slots: dict[str, SlotValue] = {"crag": NameValue(world.crags[route.crag_id])}
    area = world.areas.get(route.area_id)
    if area is not None:
        slots["area"] = NameValue(area)
    return slots


def about_route(draw: Draw, route: Route, groups: Groups, **more: SlotValue) -> Drawn:
    """A question about one route whose answer contains these things."""
    return Drawn(
        {"route": NameValue(route), **place_slots(route, draw.world), **more},
        Expectation(groups, routes=exactly(route.id), records=frozenset({route.id})),
        subjects=frozenset({route.id, route.crag_id, route.area_id}),
    )


def route_field(draw: Draw) -> Drawn | None:
    """One field of one route, of the types that the phrasing offers."""
    route = draw.rng.choice(draw.world.named_routes)
    types = draw.template.args.get("types")
    if types and route.type not in types:
        return None
    groups = route_value(route, draw.arg("field"), draw.world)
    return about_route(draw, route, groups) if groups else None


def route_overview(draw: Draw) -> Drawn | None:
    """A route as a whole: name, grade and area."""
    route = draw.rng.choice(draw.world.named_routes)
    grade, area = _grade(route, draw.world), draw.world.areas.get(route.area_id)
    if grade is None or area is None:
        return None
    return about_route(draw, route, (_known_names(route), *grade, _names(area)))


def _known_names(route: Route) -> tuple[str, ...]:
    return tuple(name for name in (route.name, route.name_en) if name)


def routes_field(draw: Draw) -> Drawn | None:
    """The same field of two or three routes."""
    names = [name for name in ("route", "route2", "route3") if name in draw.slots]
    routes = draw.rng.sample(draw.world.named_routes, len(names))
    values = [route_value(route, draw.arg("field"), draw.world) for route in routes]
    groups = tuple(group for value in values if value for group in value)
    if not all(values):
        return None
    ids = frozenset(route.id for route in routes)
    slots: dict[str, SlotValue] = {
        name: NameValue(route) for name, route in zip(names, routes, strict=True)
    }
    slots |= {"crag": NameValue(draw.world.crags[routes[0].crag_id])}
    return Drawn(slots, Expectation(groups, routes=Ids(ids, ids), records=ids), subjects=ids)


def route_missing(draw: Draw) -> Drawn | None:
    """A field that the route's record does not have."""
    route = draw.rng.choice(draw.world.named_routes)
    field = draw.arg("field")
    if route_value(route, field, draw.world) is not None or _says_none(route, field):
        return None
    expectation = Expectation(abstained=True, routes=Ids(most=frozenset({route.id})))
    slots = {"route": NameValue(route), **place_slots(route, draw.world)}
    return Drawn(slots, expectation, subjects=frozenset({route.id, route.crag_id, route.area_id}))


def _says_none(route: Route, field: str) -> bool:
    """Whether the record answers in another way: zero bolts, a written unknown grade, prose."""
    if field == "bolts":
        return route.bolts is not None or "bolt" in route.protection.lower()
    if field in {"protection", "anchor"}:
        told = (route.protection, route.anchor, route.description, route.description_en)
        return any(told) or bool(route.bolts)
    return False


def ambiguous_route(draw: Draw) -> Drawn | None:
    """A name that two to four routes share: all of them, or a question that names their places."""
    shared = [routes for routes in draw.world.shared_names.values() if len(routes) <= 4]
    if not shared:
        return None
    routes = draw.rng.choice(shared)
    ids = frozenset(route.id for route in routes)
    check = _all_or_asks_back(routes, draw.world)
    slots = {"route": AnyName(routes[0].name, routes[0].name_en)}
    return Drawn(slots, Expectation(checks=(check,), records=ids), subjects=ids)


def _all_or_asks_back(routes: Sequence[Route], world: World) -> Check:
    ids = {route.id for route in routes}
    places = [
        tuple(
            name
            for place in (
                world.areas.get(route.area_id),
                world.sectors.get(route.sector_id),
                world.crags[route.crag_id],
            )
            if place is not None
            for name in (place.name, place.name_en)
            if name
        )
        for route in routes
    ]

    def check(given: Given) -> str:
        if set(given.answer.route_ids) == ids:
            return ""
        text = normalise(given.answer.text)
        named = all(any(contains(text, normalise(name)) for name in names) for names in places)
        return "" if named else f"neither gives all {len(ids)} namesakes nor asks which"

    return check


def disambiguated_route(draw: Draw) -> Drawn | None:
    """A shared name, with the place that makes it one."""
    shared = list(draw.world.shared_names.values())
    if not shared:
        return None
    routes = draw.rng.choice(shared)
    route = draw.rng.choice(routes)
    alike = [other for other in routes if _same_place(route, other, draw.slots)]
    groups = route_value(route, draw.arg("field"), draw.world)
    if len(alike) != 1 or groups is None:
        return None
    drawn = about_route(draw, route, groups)
    return Drawn(
        {**drawn.slots, "route": AnyName(route.name, route.name_en)},
        drawn.expectation,
        subjects=drawn.subjects,
    )


def _same_place(route: Route, other: Route, slots: frozenset[str]) -> bool:
    if "area" in slots and route.area_id != other.area_id:
        return False
    return "crag" not in slots or route.crag_id == other.crag_id


GOLDS: Final[dict[str, Gold]] = {
    "route_field": route_field,
    "route_overview": route_overview,
    "routes_field": routes_field,
    "route_missing": route_missing,
    "ambiguous_route": ambiguous_route,
    "disambiguated_route": disambiguated_route,
}
