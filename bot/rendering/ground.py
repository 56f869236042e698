"""What the records tell of the ground of walls, quoted wall by wall; else that none does."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.rendering.names import record_name
from bot.rendering.quoting import MAX_QUOTES, prose_of, quote_line, sentences_of
from knowledge.schema import Area, Crag
from knowledge.terms import GROUNDS, ground_asked, tells

if TYPE_CHECKING:
    from bot.rendering.request import Request
    from knowledge.terms import Ground

_OF_THE_SUN = frozenset(
    {"morning_sun", "afternoon_sun", "morning_shade", "afternoon_shade", "shade"}
)
_OF_THE_DAY = frozenset({"rain_proof", "wind", "calm"})


def ground_lines(request: Request) -> tuple[list[str], tuple[Crag | Area, ...]]:
    """Quotations of every wall asked about whose record tells it, and those walls.

    Without any the one line says so; without a question about the ground there is no line.
    """
    ground = asked_ground(request)
    if ground is None:
        return [], ()
    told = _told(ground, request)
    if not told and ground.key in _OF_THE_SUN:
        told = _told(GROUNDS["sunny"], request)
    what = ground.zh if request.zh else ground.en
    if not told:
        names = [request.quote(record_name(each, request.language)) for each in _named(request)]
        return [request.say("ground.none", where=request.join(names), what=what)], ()
    lines = [request.say("ground.head", what=what)] if len(told) > 1 else []
    lines += [
        quote_line(request.quote(record_name(place, request.language)), quotes, request)
        for place, quotes in told
    ]
    if ground.key in _OF_THE_DAY:
        lines.append(request.say("ground.on_site"))
    return lines, tuple(place for place, _ in told)


def ground_beside(request: Request) -> list[str]:
    """What is told of the ground asked about, for an answer about something else; else nothing."""
    lines, told = ground_lines(request)
    return lines if told else []


def _told(ground: Ground, request: Request) -> list[tuple[Crag | Area, tuple[str, ...]]]:
    """Every wall asked about with its sentences, where there are any."""
    every = ((place, told_of(place, ground, request)) for place in places_asked(request))
    return [(place, quotes) for place, quotes in every if quotes]


def asked_ground(request: Request) -> Ground | None:
    """What is asked of the ground, besides the names."""
    text = request.query.text
    for mention in request.query.places:
        text = text.replace(mention.surface, " ") if mention.surface else text
    return ground_asked(text)


def places_asked(request: Request) -> list[Crag | Area]:
    """The areas named; of a crag itself and all its areas."""
    named = _named(request)
    areas = [each for each in named if isinstance(each, Area)]
    if areas:
        return [*areas]
    ids = {each.id for each in named}
    return [*named, *(area for area in request.evidence.areas if area.crag_id in ids)]


def told_of(place: Crag | Area, ground: Ground, request: Request) -> tuple[str, ...]:
    """The sentences of a record that tell it."""
    found = (
        sentence
        for text in prose_of(place, request)
        for sentence in sentences_of(text)
        if tells(ground, sentence)
    )
    return tuple(dict.fromkeys(found))[:MAX_QUOTES]


def _named(request: Request) -> list[Crag | Area]:
    evidence = request.evidence
    ids = dict.fromkeys(each for mention in request.query.places for each in mention.ids)
    found = (evidence.crag(each) or evidence.area(each) for each in ids)
    return [place for place in found if place is not None]
