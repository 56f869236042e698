"""The ⚠️ lines: what the records warn of, quoted with the date of the report."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from bot.rendering.cleaning import clean
from bot.rendering.names import record_name, route_name
from bot.rendering.route_values import flag_name, flag_when
from knowledge.schema import BLOCKING_FLAGS
from knowledge.text import has_han

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from bot.rendering.request import Request
    from knowledge.schema import Area, Crag, Flag, Gym, Route


_FIELD = re.compile(r"[A-Za-z_]+: [A-Za-z ]+")
"""A warning that a field of the record states, not its prose: ``status: draft``."""


def told_flags(flags: Iterable[Flag], *, zh: bool) -> list[Flag]:
    """The flags without those that only repeat one in the other language."""
    every = list(flags)
    own = {flag.kind for flag in every if has_han(flag.evidence) == zh}
    return [flag for flag in every if has_han(flag.evidence) == zh or flag.kind not in own]


def flag_lines(name: str, flags: Iterable[Flag], request: Request) -> list[str]:
    """One line for each quoted sentence; kinds that were read from the same words share it."""
    kinds: dict[tuple[str, str], list[str]] = {}
    when: dict[tuple[str, str], str] = {}
    for flag in told_flags(flags, zh=request.zh):
        words = (clean(flag.evidence), flag.reported_on)
        kind = flag_name(flag, request)
        if kind not in kinds.setdefault(words, []):
            kinds[words].append(kind)
        when[words] = flag_when(flag, request)
    return [
        request.say(
            "flag.field" if _FIELD.fullmatch(words[0]) else "flag.line",
            name=name,
            kind="・".join(kinds[words]),
            evidence=words[0],
            when=when[words],
        )
        for words in kinds
    ]


def route_flag_lines(routes: Sequence[Route], request: Request) -> list[str]:
    """Warnings of the routes, and closures of the places where they lie."""
    lines: list[str] = []
    for route in routes:
        lines += flag_lines(
            request.quote(route_name(route, request.language)), route.flags, request
        )
    for place in _places(routes, request):
        blocking = [flag for flag in place.flags if flag.kind in BLOCKING_FLAGS]
        lines += flag_lines(record_name(place, request.language), blocking, request)
    return list(dict.fromkeys(lines))


def place_flag_lines(places: Iterable[Crag | Area | Gym], request: Request) -> list[str]:
    """All warnings of the places themselves; discretion is worded elsewhere."""
    lines: list[str] = []
    for place in places:
        flags = [flag for flag in place.flags if flag.kind != "sensitive"]
        lines += flag_lines(record_name(place, request.language), flags, request)
    return list(dict.fromkeys(lines))


def hazard_places(routes: Sequence[Route], request: Request) -> list[str]:
    """Every warning of the crags and areas of the routes."""
    return place_flag_lines(_places(routes, request), request)


def _places(routes: Sequence[Route], request: Request) -> list[Crag | Area]:
    """Crags and areas of the routes, each once."""
    found: dict[str, Crag | Area] = {}
    for route in routes:
        for place in (request.evidence.crag(route.crag_id), request.evidence.area(route.area_id)):
            if place is not None:
                found.setdefault(place.id, place)
    return list(found.values())
