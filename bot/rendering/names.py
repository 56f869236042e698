"""Names of records as an answer shows them, and the way down to a route: 「龍洞›音樂廳›破碎面」."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from bot.rendering.cleaning import clean_name

if TYPE_CHECKING:
    from bot.rendering.request import Request
    from bot.schema import Evidence, Language
    from knowledge.schema import Area, Crag, Gym, Route, Sector

PATH_MARK = "›"

_BRACKET = re.compile("[()（）]")


def record_name(record: Crag | Area | Sector | Gym, language: Language) -> str:
    """The name of a place or gym in the language, else the one there is."""
    names = (record.name, record.name_en) if language == "zh" else (record.name_en, record.name)
    return clean_name(next((name for name in names if name.strip()), record.id))


def full_name(record: Crag | Area | Sector | Gym, language: Language) -> str:
    """The name with the other language's name in brackets."""
    name = record_name(record, language)
    other = clean_name(record.name_en if language == "zh" else record.name)
    return _with_brackets(name, other, language)


def route_name(route: Route, language: Language) -> str:
    """The name of a route in the language, with the pitch when the record is one pitch."""
    return _with_pitch(line_name(route, language), route)


def line_name(route: Route, language: Language) -> str:
    """The name of the whole line, without the pitch."""
    names = (route.name, route.name_en) if language == "zh" else (route.name_en, route.name)
    return clean_name(next((name for name in names if name.strip()), route.id))


def route_title(route: Route, language: Language) -> str:
    """Both names of a route: ``名稱（English）``."""
    other = clean_name(route.name_en if language == "zh" else route.name)
    return _with_brackets(route_name(route, language), other, language)


def quoted_title(route: Route, request: Request) -> str:
    """Both names of a route in a sentence: 「名稱」（English）."""
    name = request.quote(route_name(route, request.language))
    other = clean_name(route.name_en if request.zh else route.name)
    return _with_brackets(name, other, request.language) if other and other not in name else name


def same_name(route: Route) -> str:
    """What two records of one line share: their written name."""
    return route.name or route.name_en or route.id


def place_path(
    route: Route, evidence: Evidence, language: Language, *, with_crag: bool = True
) -> str:
    """Crag, area and sector of a route; empty when the evidence names none of them."""
    steps: list[Crag | Area | Sector | None] = [
        evidence.area(route.area_id),
        evidence.sector(route.sector_id),
    ]
    if with_crag or not any(steps):
        steps.insert(0, evidence.crag(route.crag_id))
    names: list[str] = []
    for step in steps:
        if step is not None:
            name = record_name(step, language)
            if not names or names[-1] != name:
                names.append(name)
    return PATH_MARK.join(names)


def place_name(place_id: str, request: Request) -> str:
    """The name of a place by id: from the records, else in the member's own words."""
    evidence = request.evidence
    record = evidence.crag(place_id) or evidence.area(place_id) or evidence.sector(place_id)
    if record is not None:
        return record_name(record, request.language)
    surfaces = (mention.surface for mention in request.query.places if place_id in mention.ids)
    return clean_name(next(surfaces, place_id))


def _with_pitch(name: str, route: Route) -> str:
    """The name followed by the pitch, once."""
    pitch = clean_name(route.pitch)
    return f"{name} {pitch}" if pitch and not name.endswith(pitch) else name


def _with_brackets(name: str, other: str, language: Language) -> str:
    """The name with the other one in the language's brackets, unless they are the same.

    Names with brackets of their own stand alone: brackets in brackets are hard to read.
    """
    if not other or other.casefold() == name.casefold() or _BRACKET.search(name + other):
        return name
    return f"{name}（{other}）" if language == "zh" else f"{name} ({other})"
