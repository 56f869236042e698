"""The answer to a question that no field of a record answers, but its prose does."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.rendering.composing import compose
from bot.rendering.crags import asked_places
from bot.rendering.facts import protection_rating
from bot.rendering.flags import place_flag_lines, route_flag_lines
from bot.rendering.lines_of_rock import group_lines
from bot.rendering.names import record_name
from bot.rendering.quoting import asked_sentences, asks_risk, quote_line

if TYPE_CHECKING:
    from bot.rendering.request import Request
    from bot.rendering.sources import Record
    from bot.schema import Draft


def render_quotes(request: Request) -> Draft | None:
    """Quotations about what was asked, each of its record; ``None`` when no prose speaks of it."""
    evidence = request.evidence
    lines: list[str] = []
    records: list[Record] = []
    for line in group_lines(evidence.routes, request):
        found = (asked_sentences(route, request) for route in line.routes)
        quotes = tuple(dict.fromkeys(sentence for each in found for sentence in each))
        told = protection_rating(line, request) if asks_risk(request) else []
        told += [quote_line(line.name, quotes, request)] if quotes else []
        lines += told
        records += line.routes if told else ()
    places = [] if evidence.routes else [*evidence.gyms, *asked_places(request)]
    for place in places:
        quotes = asked_sentences(place, request)
        if quotes:
            name = request.quote(record_name(place, request.language))
            lines.append(quote_line(name, quotes, request))
            records.append(place)
    if not lines:
        return None
    lines += route_flag_lines(evidence.routes, request)
    lines += place_flag_lines(evidence.gyms, request)
    return compose(request, lines, records)
