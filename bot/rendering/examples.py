"""Example questions, built from names that the catalogue really holds."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.rendering.cleaning import clean_name
from bot.rendering.names import record_name, route_name

if TYPE_CHECKING:
    from bot.rendering.request import Request

MAX_EXAMPLES = 6


def example_lines(request: Request) -> list[str]:
    """Six questions that can be asked, one a line."""
    evidence = request.evidence
    crags = [record_name(crag, request.language) for crag in evidence.crags]
    crags = crags or [clean_name(name) for name in evidence.places]
    routes = [route_name(route, request.language) for route in evidence.routes]
    gyms = [record_name(gym, request.language) for gym in evidence.gyms]
    crag = crags[0] if crags else ""
    other = crags[1] if len(crags) > 1 else crag
    questions = [
        request.say("help.fact", route=request.quote(routes[0])) if routes else "",
        request.say("help.list", crag=crag) if crag else request.say("help.any_route"),
        request.say("help.recommend", crag=other) if other else "",
        request.say("help.superlative", crag=crag) if crag else request.say("help.any_crag"),
        request.say("help.gym", gym=gyms[0]) if gyms else request.say("help.gym_any"),
        request.say("help.convert"),
        request.say("help.knowledge"),
    ]
    asked = [question for question in questions if question][:MAX_EXAMPLES]
    return [f"{number}. {question}" for number, question in enumerate(asked, 1)]
