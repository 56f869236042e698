"""Asked is what no record holds: one line that says so, one of what there is; no card."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from bot.rendering.crags import asked_places, crag_of
from bot.rendering.gym_values import gym_value
from bot.rendering.labels import CRAG_FIELD_NAMES, GYM_FIELD_NAMES, ROUTE_FIELD_NAMES, label
from bot.rendering.lines_of_rock import group_lines, line_value
from bot.rendering.names import record_name
from bot.rendering.place_fields import field_sentence
from bot.rendering.place_values import HIDDEN_FIELDS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.rendering.crags import Place
    from bot.rendering.lines_of_rock import Line
    from bot.rendering.request import Request
    from bot.schema import Draft
    from knowledge.schema import Gym

_OF_ROUTE = (
    *("grade", "type", "length", "bolts", "anchor", "protection", "first_ascent", "description"),
    *("video", "popularity"),
)
_OF_PLACE = (
    *("routes", "grades", "types", "areas", "region", "rock", "season", "approach", "parking"),
    *("transport", "amenities"),
)
_OF_GYM = ("hours", "price", "address", "phone", "website", "facilities", "transport", "notes")
_CONTACT = ("phone", "website", "facebook")
_WARNS = "⚠️"
_SOURCES = "📚"
_MAX_THINGS = 3


def render_unrecorded(request: Request, card: Draft) -> Draft:
    """That nothing of it is on record, and what is; the warnings of the card stay.

    Args:
        request: The question.
        card: Everything that there is of what was asked about: its ids, sources and warnings.
    """
    kept = [line for line in card.text.split("\n") if line.startswith((_WARNS, _SOURCES))]
    lines = [request.say("unrecorded.none"), *told_fields(request), *kept]
    return replace(card, text="\n".join(lines), abstained=True)


def told_fields(request: Request) -> list[str]:
    """For each thing that was asked about, the names of the fields that are recorded of it."""
    evidence = request.evidence
    if evidence.routes:
        lines = group_lines(evidence.routes, request)[:_MAX_THINGS]
        return [_line(line.name, _of_route(line, request), request) for line in lines]
    if evidence.gyms:
        return [line for gym in evidence.gyms[:_MAX_THINGS] for line in of_gym(gym, request)]
    return [
        _line(
            request.quote(record_name(place, request.language)), _of_place(place, request), request
        )
        for place in asked_places(request)[:_MAX_THINGS]
    ]


def of_gym(gym: Gym, request: Request) -> list[str]:
    """The recorded fields of a gym, and how to ask it."""
    name = request.quote(record_name(gym, request.language))
    fields = [field for field in _OF_GYM if _known(field, gym, request)]
    names = [label(GYM_FIELD_NAMES, field, request.language) for field in fields]
    return [_line(name, names, request), *contact_lines(gym, request)]


def contact_lines(gym: Gym, request: Request) -> list[str]:
    """How to ask the gym itself: its phone and its site, as far as recorded."""
    name = request.quote(record_name(gym, request.language))
    lines = []
    for field in _CONTACT:
        value = gym_value(field, gym, request)
        if value:
            lines.append(request.say(f"gym.{field}", name=name, value=value))
    return lines[:2]


def _known(field: str, gym: Gym, request: Request) -> bool:
    if field == "hours":
        return bool(gym.hours)
    return bool(gym.prices) if field == "price" else bool(gym_value(field, gym, request))


def _of_route(line: Line, request: Request) -> list[str]:
    fields = [field for field in _OF_ROUTE if line_value(line, field, request)]
    return [label(ROUTE_FIELD_NAMES, field, request.language) for field in fields]


def _of_place(place: Place, request: Request) -> list[str]:
    crag = crag_of(place, request)
    hidden = HIDDEN_FIELDS if crag is not None and crag.sensitive else frozenset()
    fields = [f for f in _OF_PLACE if f not in hidden and field_sentence(f, place, request)]
    return [label(CRAG_FIELD_NAMES, field, request.language) for field in fields]


def _line(name: str, fields: Sequence[str], request: Request) -> str:
    if not fields:
        return ""
    return request.say("unrecorded.has", name=name, fields=request.join(list(fields)))
