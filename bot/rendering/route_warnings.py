"""What the records of a place's routes warn of: a place that itself warns of nothing is not clear.

Counted by kind, and those that keep climbers away by name: a closure stands in the records of the
routes as often as in that of the crag.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.rendering.labels import FLAGS, label
from bot.rendering.names import record_name, route_name

if TYPE_CHECKING:
    from bot.rendering.place_fields import Place
    from bot.rendering.request import Request
    from bot.schema import Group

MAX_NAMED = 8


def route_warnings(place: Place, group: Group | None, request: Request) -> list[str]:
    """How many of its routes are warned of, and which of them are not to be climbed."""
    if group is None or not group.warned_total:
        return []
    counted = [
        request.say(
            "crag.warned", label=label(FLAGS, each.label, request.language), count=each.count
        )
        for each in group.warned
    ]
    lines = [
        request.say(
            "crag.route_hazards",
            name=request.quote(record_name(place, request.language)),
            count=group.warned_total,
            value=request.join(counted),
        )
    ]
    shut = [
        route
        for route in request.evidence.routes
        if place.id in {route.crag_id, route.area_id, route.sector_id}
    ]
    if shut:
        names = [request.quote(route_name(each, request.language)) for each in shut[:MAX_NAMED]]
        key = "crag.route_closed" if len(shut) <= MAX_NAMED else "crag.route_closed_some"
        lines.append(request.say(key, count=len(shut), names=request.join(names)))
    return lines
