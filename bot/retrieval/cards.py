"""Knowledge cards, and prose of the catalogue for questions that name nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.schema import Evidence, Query, ScoredCard
from knowledge.terms import find_term

if TYPE_CHECKING:
    from knowledge.knowledge_base import KnowledgeBase
    from knowledge.schema import Card

_CARDS = 2
_ROUTES = 5


def find_cards(query: Query, knowledge: KnowledgeBase) -> tuple[ScoredCard, ...]:
    """The cards that answer: a named term's own card, or the nearest ones above the floor."""
    named = _glossary(query, knowledge)
    if query.topic == "glossary" and named:
        return named
    return (*_nearest(query, knowledge), *named)[:_CARDS]


def safety_cards(query: Query, knowledge: KnowledgeBase) -> tuple[ScoredCard, ...]:
    """The safety card nearest to the question, if one is near."""
    found = [
        scored
        for scored in _nearest(query, knowledge)
        if scored.card.topic in {"safety", "gear", "access"}
    ]
    return tuple(found[:1])


def search_prose(query: Query, knowledge: KnowledgeBase) -> Evidence:
    """Cards and routes found by free text."""
    hits = knowledge.retriever.search(query.search_text, kinds=("route",), k=_ROUTES)
    routes = (knowledge.catalogue.route(hit.id) for hit in hits)
    return Evidence(
        cards=_nearest(query, knowledge),
        routes=tuple(route for route in routes if route is not None),
    )


def _nearest(query: Query, knowledge: KnowledgeBase) -> tuple[ScoredCard, ...]:
    hits = knowledge.retriever.search(query.search_text, kinds=("card",), k=8)
    cards = ((knowledge.card(hit.id), hit.score) for hit in hits)
    scored = [ScoredCard(card, score) for card, score in cards if card is not None]
    # a card in the language of the question says it better than one that is merely nearer, and
    # advice says more than the bare word
    scored.sort(
        key=lambda each: (each.card.language != query.language, each.card.topic == "glossary")
    )
    return tuple(scored)


def _glossary(query: Query, knowledge: KnowledgeBase) -> tuple[ScoredCard, ...]:
    terms = find_term(query.text)
    suffix = ":en" if query.language == "en" else ""
    cards: list[Card | None] = [knowledge.card(f"term:{term.zh}{suffix}") for term in terms]
    return tuple(ScoredCard(card, 1.0) for card in cards if card is not None)
