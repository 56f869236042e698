"""Golds about what a member takes for granted of a route: confirmed, or corrected."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from bot.evaluation.bands import YDS
from bot.evaluation.drawing import Drawn
from bot.evaluation.expectation import Expectation, exactly
from bot.evaluation.golds.route_facts import about_route, route_value
from bot.evaluation.values import GradeValue, TypeValue

if TYPE_CHECKING:
    from bot.evaluation.drawing import Draw, Gold
    from bot.evaluation.values import SlotValue
    from knowledge.schema import Route, RouteType


def right_premise(draw: Draw) -> Drawn | None:
    """A true statement about a route, to be confirmed."""
    route = draw.rng.choice(draw.world.named_routes)
    field = draw.arg("field")
    groups = route_value(route, "location" if field == "area" else field, draw.world)
    if groups is None or (field == "grade" and not route.grade.exact):
        return None
    more: dict[str, SlotValue] = {}
    if field == "grade":
        more["grade"] = GradeValue(route.grade.lo)
    if field == "type" and route.type:
        more["type"] = TypeValue(route.type)
    return about_route(draw, route, groups[:1], **more)


def wrong_premise(draw: Draw) -> Drawn | None:
    """A false statement about a route: corrected, and nothing that was asked upon it is given."""
    route = draw.rng.choice(draw.world.named_routes)
    field = draw.arg("field")
    groups = route_value(route, "location" if field in {"area", "crag"} else field, draw.world)
    wrong = _wrong(draw, route, field)
    if groups is None or wrong is None:
        return None
    drawn = about_route(draw, route, groups if field != "crag" else groups[1:], **wrong)
    abstained = None if draw.template.args.get("yes_no") else True
    expectation = Expectation(
        drawn.expectation.contains, routes=exactly(route.id), abstained=abstained
    )
    slots = {name: value for name, value in drawn.slots.items() if name not in {"crag", "area"}}
    return Drawn(slots, expectation, subjects=drawn.subjects)


def _wrong(draw: Draw, route: Route, field: str) -> dict[str, SlotValue] | None:
    """The slot that says something false of the route."""
    if field == "grade":
        if not route.grade.exact or route.grade.lo not in YDS:
            return None
        far = [
            token
            for token in YDS
            if YDS[token] >= YDS["5.10a"] and _steps(token, route.grade.lo) > 2
        ]
        used = {one.grade.lo for one in draw.world.routes}
        options = [token for token in far if token in used]
        return {"wrong_grade": GradeValue(draw.rng.choice(options))} if options else None
    if field == "type":
        types: list[RouteType] = ["sport", "trad", "boulder", "toprope"]
        options_ = [kind for kind in types if kind != route.type]
        return {"wrong_type": TypeValue(draw.rng.choice(options_))} if route.type else None
    return {}


def _steps(one: str, other: str) -> int:
    scale = list(YDS)
    return abs(scale.index(one) - scale.index(other))


GOLDS: Final[dict[str, Gold]] = {
    "right_premise": right_premise,
    "wrong_premise": wrong_premise,
}
