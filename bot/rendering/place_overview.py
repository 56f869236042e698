"""The compact card of a crag, an area or a sector."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.rendering.labels import CRAG_FIELD_NAMES, label
from bot.rendering.names import full_name
from bot.rendering.place_fields import areas_of, group_of, part_text, sectors_of, types_text
from bot.rendering.place_values import description_of, place_value
from bot.rendering.route_values import grade_text
from knowledge.schema import Crag, Sector

if TYPE_CHECKING:
    from bot.rendering.place_fields import Place
    from bot.rendering.request import Request

_CRAG_FIELDS = ("region", "rock", "season", "approach", "amenities")


def overview_lines(place: Place, request: Request) -> list[str]:
    """Name, figures, what the record says, and the description."""
    crag = place if isinstance(place, Crag) else request.evidence.crag(place.crag_id)
    title = full_name(place, request.language)
    if not isinstance(place, Crag) and crag is not None:
        title += (
            f"｜{full_name(crag, request.language)}"
            if request.zh
            else f" | {full_name(crag, request.language)}"
        )
    lines = [request.say("crag.overview", title=title), *_figures(place, request)]
    if isinstance(place, Crag):
        lines += [
            _item(field, place_value(field, place, request), request) for field in _CRAG_FIELDS
        ]
    lines += _parts(place, request)
    if not isinstance(place, Sector):
        lines.append(_item("description", description_of(place, crag, request), request))
    return [line for line in lines if line]


def _figures(place: Place, request: Request) -> list[str]:
    """Number of routes, types and grade range."""
    group = group_of(place, request)
    if group is None:
        return []
    total = f"{group.total} 條" if request.zh else str(group.total)
    types = types_text(group, request)
    if types:
        total += f"（{types}）" if request.zh else f" ({types})"
    lines = [_item("routes", total, request)]
    if group.bounds is not None:
        easiest, hardest = grade_text(group.bounds.easiest), grade_text(group.bounds.hardest)
        lines.append(
            _item(
                "grades",
                f"{easiest} 到 {hardest}" if request.zh else f"{easiest} to {hardest}",
                request,
            )
        )
    return lines


def _parts(place: Place, request: Request) -> list[str]:
    """Areas of a crag, sectors of an area."""
    areas, sectors = areas_of(place, request), sectors_of(place, request)
    if areas:
        return [_item("areas", request.join([part_text(area, request) for area in areas]), request)]
    if sectors:
        return [
            _item(
                "sectors", request.join([part_text(sector, request) for sector in sectors]), request
            )
        ]
    return []


def _item(field: str, value: str, request: Request) -> str:
    """A line of the card: ・岩質：砂岩."""
    if not value:
        return ""
    name = label(CRAG_FIELD_NAMES, field, request.language)
    return f"・{name}：{value}" if request.zh else f"- {name}: {value}"
