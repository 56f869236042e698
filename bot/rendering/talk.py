"""Greetings, thanks, help, and questions back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.rendering.cleaning import clean_name
from bot.rendering.composing import compose, plain
from bot.rendering.conditions import numbers_of
from bot.rendering.examples import example_lines
from bot.rendering.names import place_path, record_name, route_title
from bot.rendering.route_values import grade_text

if TYPE_CHECKING:
    from bot.rendering.request import Request
    from bot.schema import Draft
    from knowledge.schema import Gym, Route

MAX_OPTIONS = 8
_CLARIFY_TOPICS = frozenset(
    {"route", "place", "gym", "grade", "day", "compare", "empty", "too_long", "near"}
)


def render_greeting(request: Request) -> Draft:
    """A short hello that says what can be asked, or a goodbye."""
    return plain([request.say("bye" if request.query.topic == "bye" else "greeting")])


def render_thanks(request: Request) -> Draft:
    """You are welcome."""
    return plain([request.say("thanks")])


def render_help(request: Request) -> Draft:
    """What can be asked, by example, and what cannot."""
    examples = example_lines(request)
    lines = [request.say("help.head"), *examples, request.say("help.tail")]
    return plain(lines, figures=numbers_of("\n".join(examples)))


def render_clarify(request: Request) -> Draft:
    """A question back, with the candidates and where each of them is."""
    topic = request.query.topic if request.query.topic in _CLARIFY_TOPICS else "other"
    evidence = request.evidence
    routes = (evidence.routes or evidence.near_misses)[:MAX_OPTIONS]
    gyms = evidence.gyms[:MAX_OPTIONS]
    options = [_route_option(route, request) for route in routes]
    options += [_gym_option(gym, request) for gym in gyms]
    if not options:
        options = [clean_name(name) for name in evidence.suggestions[:MAX_OPTIONS]]
    if topic == "other" and options:
        topic = "route" if routes else "gym" if gyms else "other"
    if request.query.topic == "ordinal":
        limit = str(request.query.limit)
        return plain([request.say("clarify.ordinal", limit=limit)], figures=(limit,))
    lines = [request.say(f"clarify.{topic}")]
    if options:
        lines.append(request.say("clarify.options"))
        lines += [f"{number}. {option}" for number, option in enumerate(options, 1)]
    shown: list[Route | Gym] = [*routes, *gyms]
    return compose(request, lines, shown) if shown else plain(lines)


def _route_option(route: Route, request: Request) -> str:
    """Name, grade and place of a candidate."""
    parts = [
        route_title(route, request.language),
        grade_text(route.grade),
        place_path(route, request.evidence, request.language),
    ]
    return ("｜" if request.zh else " | ").join(part for part in parts if part)


def _gym_option(gym: Gym, request: Request) -> str:
    return ("｜" if request.zh else " | ").join(
        part
        for part in (record_name(gym, request.language), clean_name(f"{gym.city}{gym.district}"))
        if part
    )
