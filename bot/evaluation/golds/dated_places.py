"""Golds about crags, areas and routes with notices: closed, not known, warned of."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from bot.evaluation.drawing import Drawn
from bot.evaluation.expectation import TODAY, Expectation, Ids, exactly
from bot.evaluation.golds.dated_days import counts_on, visible
from bot.evaluation.golds.recommending import may_be_recommended
from bot.evaluation.golds.route_facts import route_value
from bot.evaluation.texts import dates, pieces
from bot.evaluation.values import NameValue
from bot.rendering import parse_recommendation

if TYPE_CHECKING:
    from bot.evaluation.drawing import Draw, Gold
    from bot.evaluation.expectation import Given
    from knowledge.schema import Area, Notice

_OVER: Final = ("早就過期",)
_GO: Final = ("可以放心", "沒問題", "有開放喔", "目前開放", "safe to")


def _closures(draw: Draw) -> dict[str, Notice]:
    """The closures that hold today, by what they close."""
    return {
        each.about_id: each
        for each in visible(draw.world, "")
        if each.kind == "closure" and counts_on(each, TODAY)
    }


def _clear_areas(draw: Draw) -> list[Area]:
    return [
        area
        for area in draw.world.records.areas
        if draw.world.is_clear(area) and draw.world.routes_in(area.id)
    ]


def closed_area(draw: Draw) -> Drawn | None:
    """Whether an area is closed, of which a notice says so: its words and its date."""
    closures = _closures(draw)
    areas = [area for area in _clear_areas(draw) if area.id in closures]
    if not areas:
        return None
    area = draw.rng.choice(areas)
    notice = closures[area.id]
    groups = (pieces(notice.text), dates(notice.reported_on.isoformat()))
    slots = {"area": NameValue(area), "crag": NameValue(draw.world.crags[area.crag_id])}
    return Drawn(slots, Expectation(groups, _OVER), subjects=frozenset({area.id}))


def area_unknown(draw: Draw) -> Drawn | None:
    """Whether an area is open today, of which nothing valid is known: no verdict."""
    closures = _closures(draw)
    free = [
        area
        for area in _clear_areas(draw)
        if area.id not in closures and not area.flags and not draw.world.crags[area.crag_id].flags
    ]
    if not free:
        return None
    area = draw.rng.choice(free)
    slots = {"area": NameValue(area), "crag": NameValue(draw.world.crags[area.crag_id])}
    expectation = Expectation((), (*_OVER, *_GO), abstained=None)
    return Drawn(slots, expectation, subjects=frozenset({area.id}))


def noticed_route(draw: Draw) -> Drawn | None:
    """A fact of a route of which a loose bolt was reported: the value and the warning."""
    reported = {each.about_id: each for each in visible(draw.world, "") if each.kind == "hardware"}
    routes = [route for route in draw.world.named_routes if route.id in reported]
    if not routes:
        return None
    route = draw.rng.choice(routes)
    value = route_value(route, draw.arg("field"), draw.world)
    if value is None:
        return None
    notice = reported[route.id]
    groups = (*value, pieces(notice.text), dates(notice.reported_on.isoformat()))
    slots = {"route": NameValue(route), "crag": NameValue(draw.world.crags[route.crag_id])}
    expectation = Expectation(groups, routes=exactly(route.id))
    return Drawn(slots, expectation, subjects=frozenset({route.id}))


def recommend_open(draw: Draw) -> Drawn | None:
    """Recommendations of a crag, none of them in an area or of a route that is closed now."""
    closures = _closures(draw)
    crags = [crag for crag in draw.world.crags.values() if draw.world.is_clear(crag)]
    crag = draw.rng.choice(crags)
    routes = draw.world.routes_in(crag.id)
    shut = {each.id for each in routes if closures.keys() & {each.id, each.area_id, each.crag_id}}
    fit = frozenset(
        route.id for route in routes if may_be_recommended(route) and route.id not in shut
    )
    if not shut or not fit:
        return None

    def check(given: Given) -> str:
        parsed = parse_recommendation(given.answer.text)
        return "" if parsed.ok else f"breaks the format: {parsed.problems[0]}"

    expectation = Expectation(routes=Ids(most=fit), checks=(check,))
    return Drawn({"crag": NameValue(crag)}, expectation, subjects=frozenset({crag.id}))


def marked_list(draw: Draw) -> Drawn | None:
    """The routes of a closed area: all of them, and that they are closed, with the date."""
    closures = _closures(draw)
    areas = [area for area in _clear_areas(draw) if area.id in closures]
    if not areas:
        return None
    area = draw.rng.choice(areas)
    ids = frozenset(route.id for route in draw.world.routes_in(area.id))
    if len(ids) > 60:
        return None
    notice = closures[area.id]
    groups = (pieces(notice.text), dates(notice.reported_on.isoformat()))
    slots = {"area": NameValue(area), "crag": NameValue(draw.world.crags[area.crag_id])}
    expectation = Expectation(groups, _OVER, routes=exactly(*ids), records=ids)
    return Drawn(slots, expectation, subjects=frozenset({area.id}))


GOLDS: Final[dict[str, Gold]] = {
    "closed_area": closed_area,
    "area_unknown": area_unknown,
    "noticed_route": noticed_route,
    "recommend_open": recommend_open,
    "marked_list": marked_list,
}
