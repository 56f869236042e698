"""Safety and emergencies: fixed wording, dated records, never a verdict."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from bot.rendering.cards import card_lines
from bot.rendering.claims import check_claims
from bot.rendering.composing import compose, plain
from bot.rendering.facts import protection_rating
from bot.rendering.flags import hazard_places, place_flag_lines, route_flag_lines
from bot.rendering.ground import ground_beside
from bot.rendering.lines_of_rock import group_lines
from bot.rendering.names import record_name
from bot.rendering.notices import MAX_BESIDE, about_line, notices_in_force
from bot.rendering.place_values import place_value
from bot.rendering.quoting import asked_sentences, prose_of, quote_line, sentences_of
from bot.rendering.route_values import metres
from bot.rendering.unknown import unknown_lines

if TYPE_CHECKING:
    from bot.rendering.lines_of_rock import Line
    from bot.rendering.request import Request
    from bot.rendering.sources import Record
    from bot.schema import Draft
    from knowledge.schema import Area, Crag, Gym

_POLICY = {
    "bolt": "bolt",
    "anchor": "anchor",
    "belay": "belay",
    "lead": "belay",
    "rappel": "rappel",
    "trad": "trad",
    "gear_retire": "gear_retire",
    "rope_enough": "rope",
    "rope": "rope",
    "tide": "tide",
    "swell": "tide",
    "rockfall": "rockfall",
    "earthquake": "earthquake",
    "rock_wet": "rock_wet",
    "weather": "weather",
    "minors": "minors",
    "solo": "solo",
    "first_lead": "first_lead",
    "beginner": "first_lead",
    "access": "access",
    "report": "bolt",
}
"""Topic of the query -> wording."""


def render_safety(request: Request) -> Draft:
    """No verdict, then what the records say with dates, then the policy of the topic."""
    if request.query.topic == "rescue_point":
        return plain([request.say("safety.rescue_point")], abstained=True)
    evidence = request.evidence
    routes = check_claims(request).routes
    lines = [request.say("safety.refuse")]
    recorded = [*route_flag_lines(routes, request), *hazard_places(routes, request)]
    recorded += place_flag_lines(_named_places(request), request)
    noticed = notices_in_force(("closure", "access", "hardware"), request)[:MAX_BESIDE]
    recorded += [about_line(each, request) for each in noticed]
    recorded = list(dict.fromkeys(recorded))
    if recorded:
        lines += [request.say("safety.records"), *recorded]
    for line in group_lines(routes, request):
        lines += _unflagged(line, request)
    lines += _rope_facts(request)
    lines += [] if routes else ground_beside(request)
    gyms, of_children = _of_children(request)
    lines += of_children
    lines.append(request.say(f"safety.{_POLICY.get(request.query.topic, 'other')}"))
    lines += _maintainers(request)
    cards = [scored.card for scored in evidence.cards[:1]]
    lines += [line for card in cards for line in card_lines(card)]
    lines += unknown_lines(request)
    records: list[Record] = [*routes, *gyms, *_named_places(request), *noticed, *cards]
    if not records:
        return plain(lines, abstained=True)
    return compose(request, lines, records, abstained=True)


_CHILDREN = re.compile(
    r"小孩|小朋友|兒童|儿童|孩童|幼兒|未成年|家長|家长|監護|监护|親子|亲子|歲|岁|學生|身高"
    r"|\b(?:kids?|child(?:ren)?|minors?|parents?|guardians?|aged?|years? old)\b",
    re.IGNORECASE,
)


def _of_children(request: Request) -> tuple[tuple[Gym, ...], list[str]]:
    """What the records of the gyms asked about say of children, quoted; and those gyms."""
    if request.query.topic != "minors":
        return (), []
    told: list[tuple[Gym, tuple[str, ...]]] = []
    for gym in request.evidence.gyms:
        said = (part for text in prose_of(gym, request) for part in sentences_of(text) or [text])
        quotes = tuple(dict.fromkeys(part for part in said if _CHILDREN.search(part)))
        told += [(gym, quotes)] if quotes else []
    lines = [
        quote_line(request.quote(record_name(gym, request.language)), quotes, request)
        for gym, quotes in told
    ]
    return tuple(gym for gym, _ in told), lines


def _unflagged(line: Line, request: Request) -> list[str]:
    """The protection rating and what the prose says of it; else that no hazard is recorded."""
    told = protection_rating(line, request)
    quotes = [
        sentence
        for route in line.routes
        for sentence in asked_sentences(route, request, request.query.fields)
        if not any(sentence.rstrip("。.") in flag.evidence for flag in route.flags)
    ]
    told += [quote_line(line.name, quotes, request)] if quotes else []
    if told or any(route.flags for route in line.routes):
        return told
    return [request.say("safety.no_flags", name=line.name)]


def render_emergency(request: Request) -> Draft:
    """Who to call comes first; no source line, nothing else."""
    if request.query.topic == "crisis":
        words = ("talk", "danger", "listen", "not_alone")
        return plain([request.say(f"crisis.{key}") for key in words], abstained=True)
    said = ("call", "spine", "where", "stay", "doctor")
    return plain([request.say(f"emergency.{key}") for key in said], abstained=True)


def _named_places(request: Request) -> list[Crag | Area]:
    """Crags and areas that the question names."""
    named = [place_id for mention in request.query.places for place_id in mention.ids]
    evidence = request.evidence
    places = [evidence.crag(place_id) or evidence.area(place_id) for place_id in named]
    return [place for place in places if place is not None]


def _rope_facts(request: Request) -> list[str]:
    """Recorded lengths, when a rope is asked about."""
    if request.query.topic not in {"rope", "rope_enough"}:
        return []
    return [
        request.say("fact.length", name=line.name, value=metres(route.length_m, request))
        for line in group_lines(request.evidence.routes, request)
        for route in line.routes
        if route.length_m is not None
    ]


def _maintainers(request: Request) -> list[str]:
    """Whom to tell about a bad bolt."""
    if request.query.topic not in {"report", "bolt"}:
        return []
    lines = []
    for crag in request.evidence.crags:
        value = place_value("maintainer", crag, request)
        if value:
            name = request.quote(record_name(crag, request.language))
            lines.append(request.say("community.maintainer", name=name, value=value))
    return lines
