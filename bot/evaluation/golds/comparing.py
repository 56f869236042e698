"""Golds about two things side by side."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from bot.evaluation.drawing import Drawn
from bot.evaluation.expectation import Expectation, exactly
from bot.evaluation.golds.gym_values import gym_value
from bot.evaluation.golds.route_facts import route_value
from bot.evaluation.values import NameValue
from bot.evaluation.world import main_name

if TYPE_CHECKING:
    from bot.evaluation.drawing import Draw, Gold
    from bot.evaluation.world import Named
    from knowledge.schema import Area, Crag, Route


def compare_routes(draw: Draw) -> Drawn | None:
    """Two routes that surely differ in grade, length or bolts: both names, both values."""
    first, second = draw.rng.sample(draw.world.named_routes, 2)
    by = draw.arg("by")
    values = [route_value(route, by, draw.world) for route in (first, second)]
    if not all(values) or not _differ(first, second, by):
        return None
    groups = tuple(group for value in values if value for group in value)
    names = (_names(first), _names(second))
    ids = frozenset({first.id, second.id})
    return Drawn(
        {"route": NameValue(first), "route2": NameValue(second)},
        Expectation((*names, *groups), routes=exactly(*ids), records=ids),
        subjects=ids,
    )


def _differ(first: Route, second: Route, by: str) -> bool:
    if by == "length":
        return first.length_m != second.length_m
    if by == "bolts":
        return first.bolts != second.bolts
    low, high = sorted((first, second), key=lambda route: route.grade.lo_score or 0)
    same_group = first.grade.group == second.grade.group
    return same_group and (low.grade.hi_score or 0) < (high.grade.lo_score or 0)


def compare_crags(draw: Draw) -> Drawn | None:
    """Two crags: both names, both route totals."""
    crags = [crag for crag in draw.world.crags.values() if draw.world.is_clear(crag)]
    return _compare_places(draw, crags, "crag")


def compare_areas(draw: Draw) -> Drawn | None:
    """Two areas of one crag: the same."""
    crag = draw.rng.choice(list(draw.world.crags.values()))
    areas = [area for area in draw.world.areas_of(crag.id) if draw.world.is_clear(area)]
    drawn = _compare_places(draw, areas, "area")
    if drawn is None:
        return None
    return Drawn(
        {**drawn.slots, "crag": NameValue(crag)}, drawn.expectation, subjects=drawn.subjects
    )


def _compare_places(draw: Draw, places: list[Crag] | list[Area], slot: str) -> Drawn | None:
    if len(places) < 2:
        return None
    chosen: list[Crag | Area] = draw.rng.sample(list(places), 2)
    groups = [_names(place) for place in chosen]
    groups += [(str(len(draw.world.routes_in(place.id))),) for place in chosen]
    return Drawn(
        {slot: NameValue(chosen[0]), f"{slot}2": NameValue(chosen[1])},
        Expectation(tuple(groups)),
        subjects=frozenset(place.id for place in chosen),
    )


def compare_gyms(draw: Draw) -> Drawn | None:
    """Two gyms by one field: both names, both values."""
    gyms = [gym for gym in draw.world.gyms if draw.world.is_clear(gym)]
    if len(gyms) < 2:
        return None
    chosen = draw.rng.sample(gyms, 2)
    field = draw.arg("field")
    values = [() if field == "overview" else gym_value(gym, field) for gym in chosen]
    if any(value is None for value in values):
        return None
    groups = tuple(group for value in values if value for group in value)
    ids = frozenset(gym.id for gym in chosen)
    return Drawn(
        {"gym": NameValue(chosen[0]), "gym2": NameValue(chosen[1])},
        Expectation((*map(_names, chosen), *groups), gyms=exactly(*ids), records=ids),
        subjects=ids,
    )


def _names(record: Named) -> tuple[str, ...]:
    return tuple(dict.fromkeys(name for name in (main_name(record), record.name_en) if name))


GOLDS: Final[dict[str, Gold]] = {
    "compare_routes": compare_routes,
    "compare_crags": compare_crags,
    "compare_areas": compare_areas,
    "compare_gyms": compare_gyms,
}
