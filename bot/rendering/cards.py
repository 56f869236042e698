"""Answers from knowledge cards, and from free-text search."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.rendering.cleaning import clean, clean_name
from bot.rendering.composing import compose
from bot.rendering.refusals import render_out_of_domain
from bot.rendering.route_rows import route_rows

if TYPE_CHECKING:
    from bot.rendering.request import Request
    from bot.schema import Draft
    from knowledge.schema import Card

MAX_CARDS = 2
CLOSE_SHARE = 0.8
"""A second card is shown only when its score is at least this share of the best one's."""
MAX_SEARCH_ROUTES = 5


def render_knowledge(request: Request) -> Draft:
    """The best card in the language, with its source; a second one when it is about as near."""
    scored = request.evidence.cards
    if not scored:
        return render_search(request) if request.evidence.routes else render_out_of_domain(request)
    own = [item for item in scored if item.card.language == request.language] or list(scored)
    enough = own[0].score * CLOSE_SHARE
    cards = [item.card for item in own[:MAX_CARDS] if item is own[0] or item.score >= enough]
    lines = [line for card in cards for line in card_lines(card)]
    return compose(request, lines, cards)


def card_lines(card: Card) -> list[str]:
    """Title and text of a card; its own line breaks stay."""
    title = clean_name(card.title)
    paragraphs = [clean(line, limit=2000) for line in card.text.strip().splitlines()]
    return [f"📖 {title}", *(line for line in paragraphs if line)]


def render_search(request: Request) -> Draft:
    """What free text found, presented as the nearest and not as the answer."""
    evidence = request.evidence
    cards = [scored.card for scored in evidence.cards[:1]]
    routes = evidence.routes[:MAX_SEARCH_ROUTES]
    if not cards and not routes:
        return compose(request, [request.say("search.none")], abstained=True)
    lines = [request.say("search.head"), *route_rows(routes, request)]
    lines += [line for card in cards for line in card_lines(card)]
    return compose(request, lines, [*routes, *cards])
