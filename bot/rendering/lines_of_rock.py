"""Records that belong together: the pitches of one line stand as rows with one name."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot.rendering.names import line_name, place_path, route_name, same_name
from bot.rendering.route_values import field_value
from knowledge.schema import Route

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.rendering.request import Request


@dataclass(frozen=True, slots=True)
class Line:
    """One route, or all recorded pitches of one line, in order."""

    routes: tuple[Route, ...]
    name: str
    """Quoted, with its place when another line of the answer has the same name."""

    @property
    def first(self) -> Route:
        """The record that stands for the line where all agree."""
        return self.routes[0]


def group_lines(routes: Sequence[Route], request: Request) -> list[Line]:
    """The routes as lines; names are told apart by their places."""
    grouped: dict[tuple[str, str, str, str, str], list[Route]] = {}
    for route in routes:
        spot = (route.crag_id, route.area_id, route.sector_id, same_name(route))
        grouped.setdefault((*spot, "" if _has_pitches(route, routes) else route.id), []).append(
            route
        )
    groups = list(grouped.values())
    names = [_group_name(group, request) for group in groups]
    return [
        Line(tuple(group), _label(name, group[0], request, shared=names.count(name) > 1))
        for name, group in zip(names, groups, strict=True)
    ]


def line_value(line: Line, field: str, request: Request) -> str:
    """The value of a field: one for the line where its pitches agree, else one a pitch."""
    values = [field_value(field, route, request) for route in line.routes]
    if len(line.routes) == 1:
        return values[0]
    if len(set(values)) == 1 and field not in {"grade", "length", "bolts", "gear", "pitches"}:
        return values[0]
    if not any(values):
        return ""
    if field == "pitches":
        values = [field_value("grade", route, request) for route in line.routes]
    return request.join(
        [
            f"{route.pitch or route_name(route, request.language)} {value}".strip()
            for route, value in zip(line.routes, values, strict=True)
            if value
        ]
    )


def _has_pitches(route: Route, routes: Sequence[Route]) -> bool:
    """Whether the route is a pitch, or the plain row of a line whose other rows are pitches."""
    return bool(route.pitch) or any(
        other.pitch
        and same_name(other) == same_name(route)
        and (other.crag_id, other.area_id, other.sector_id)
        == (route.crag_id, route.area_id, route.sector_id)
        for other in routes
    )


def _group_name(group: Sequence[Route], request: Request) -> str:
    """The name of a line: with the pitch when only one pitch is meant."""
    if len(group) == 1:
        return route_name(group[0], request.language)
    return line_name(group[0], request.language)


def _label(name: str, route: Route, request: Request, *, shared: bool) -> str:
    """The quoted name, with the place where the name alone does not tell."""
    quoted = request.quote(name)
    place = place_path(route, request.evidence, request.language) if shared else ""
    if not place:
        return quoted
    return f"{quoted}（{place}）" if request.zh else f"{quoted} ({place})"
