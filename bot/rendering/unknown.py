"""What to say about names that the catalogue does not hold: suggestions, never a guess."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.rendering.cleaning import clean_name
from bot.rendering.composing import compose

if TYPE_CHECKING:
    from bot.rendering.request import Request
    from bot.schema import Draft

MAX_SUGGESTIONS = 3
MAX_PLACES = 8

_GYM_INTENTS = frozenset({"gym_info", "gym_hours", "gym_price", "gym_list"})


def render_unknown(request: Request) -> Draft:
    """The answer when nothing that was asked is known."""
    lines = unknown_lines(request) or [request.say("unknown.nothing")]
    lines += _where_to_ask(request)
    return compose(request, lines, abstained=True)


def unknown_lines(request: Request) -> list[str]:
    """One line for each unknown name, with names of the catalogue that resemble it."""
    lines = [
        request.say("unknown.name", name=request.quote(clean_name(name)))
        for name in request.query.unknown
    ]
    suggestions = request.evidence.suggestions[:MAX_SUGGESTIONS]
    if lines and suggestions:
        quoted = [request.quote(clean_name(name)) for name in suggestions]
        lines.append(request.say("unknown.suggestions", names=request.join(quoted)))
    return lines


def _where_to_ask(request: Request) -> list[str]:
    """Which crags we know, and who knows more."""
    if request.query.intent in _GYM_INTENTS:
        return [request.say("unknown.gym_where")]
    places = [clean_name(name) for name in request.evidence.places[:MAX_PLACES]]
    lines = [request.say("unknown.places", names=request.join(places))] if places else []
    return [*lines, request.say("unknown.where")]
