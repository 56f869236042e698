"""Knowledge cards, and prose of the catalogue for questions that name nothing."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from bot.schema import Evidence, Query, ScoredCard
from knowledge.terms import find_term
from knowledge.text import key

if TYPE_CHECKING:
    from knowledge.knowledge_base import KnowledgeBase
    from knowledge.schema import Card

_TWINS = {
    "about#privacy": "about-en#limits",
    "gear#helmet": "gear-en#helmet-retire",
    "gear#retire-rope": "gear-en#helmet-retire",
    "gear#quickdraws": "gear-en#rope-draws",
    "gear#rope-length": "gear-en#rope-draws",
    "gyms#twilight": "gyms-en#tickets",
    "safety#earthquake": "safety-en#wet",
    "safety#wet-rock": "safety-en#wet",
}
"""English cards that answer for several Chinese ones."""
_SAFETY_CARDS = {
    "bolt": "safety#bolts",
    "report": "safety#report-bolt",
    "belay": "safety#learn",
    "gear_retire": "gear#retire-rope",
    "rope_enough": "gear#rope-length",
    "earthquake": "safety#earthquake",
    "rock_wet": "safety#wet-rock",
    "minors": "safety#alone",
    "solo": "safety#alone",
    "first_lead": "safety#first-lead",
    "cannot_lead": "safety#learn",
}
"""Topic of a safety question -> the card that says more."""
_OF_GEAR = (
    (re.compile(r"二手|中古|來路|来路|second.?hand|\bused\b", re.IGNORECASE), "gear#second-hand"),
    (re.compile(r"[繩绳](?!環|环)|\brope", re.IGNORECASE), "gear#retire-rope"),
)
"""Words of a question about worn gear -> the card that says more."""
_INSPECT = "gear#inspect"
_CARDS = 2
_LOOKED_AT = 8
_ROUTES = 5
_LONGEST_BESIDE = 6
"""Characters beside a climbing word up to which its meaning may be all that is wanted."""


def find_cards(query: Query, knowledge: KnowledgeBase) -> tuple[ScoredCard, ...]:
    """The cards that answer: a named term's own card, or the nearest ones above the floor."""
    chosen = _chosen(query, knowledge)
    if chosen:
        return chosen
    perhaps = _perhaps(query, knowledge)
    if perhaps:
        return perhaps
    named = _glossary(query, knowledge)
    if query.topic == "glossary" and named:
        return named
    found = (*_nearest(query, knowledge), *named)
    return tuple(scored for scored in found if _tells(scored, query))[:_CARDS]


def safety_cards(query: Query, knowledge: KnowledgeBase) -> tuple[ScoredCard, ...]:
    """The card of the topic of a safety question; none where the wording says it all."""
    card_id = _SAFETY_CARDS.get(query.topic)
    if query.topic == "gear_retire":
        card_id = next((card for words, card in _OF_GEAR if words.search(query.text)), _INSPECT)
    return _card(card_id, query, knowledge) if card_id else ()


def search_prose(query: Query, knowledge: KnowledgeBase) -> Evidence:
    """Cards and routes found by free text."""
    hits = knowledge.retriever.search(query.text, kinds=("route",), k=_ROUTES)
    return Evidence(
        cards=tuple(each for each in _nearest(query, knowledge) if _tells(each, query)),
        routes=knowledge.catalogue.routes_of(hit.id for hit in hits),
    )


def _nearest(query: Query, knowledge: KnowledgeBase) -> tuple[ScoredCard, ...]:
    """Cards near to the question as asked, else without its chatter, else to its climbing words."""
    named = " ".join(term.zh for term in find_term(query.text))
    found: tuple[ScoredCard, ...] = ()
    for text in (query.text, query.search_text, named):
        found += _cards(text, knowledge) if text else ()
        if any(scored.card.topic != "glossary" for scored in found):
            break
    # a card in the language of the question says it better than one that is merely nearer, and
    # advice says more than the bare word
    return tuple(
        sorted(
            dict.fromkeys(found),
            key=lambda each: (each.card.language != query.language, each.card.topic == "glossary"),
        )
    )


def _tells(scored: ScoredCard, query: Query) -> bool:
    """Whether a card says more than what a word means that only stands in the question."""
    if scored.card.topic != "glossary" or query.topic == "glossary":
        return True
    asked = len(key(query.search_text)) or 1
    words = find_term(query.text)
    return asked <= _LONGEST_BESIDE + max((len(key(term.zh)) for term in words), default=0)


def _cards(text: str, knowledge: KnowledgeBase) -> tuple[ScoredCard, ...]:
    hits = knowledge.retriever.search(text, kinds=("card",), k=_LOOKED_AT)
    cards = ((knowledge.card(hit.id), hit.score) for hit in hits)
    return tuple(ScoredCard(card, score) for card, score in cards if card is not None)


def _chosen(query: Query, knowledge: KnowledgeBase) -> tuple[ScoredCard, ...]:
    """The card that understanding chose, in the language of the question if there is one."""
    kind, _, card_id = query.topic.partition(":")
    return _card(card_id, query, knowledge) if kind == "card" else ()


def _perhaps(query: Query, knowledge: KnowledgeBase) -> tuple[ScoredCard, ...]:
    """The cards that may be meant, the likeliest first, with what a search finds between them."""
    kind, _, slugs = query.topic.partition(":")
    if kind != "cards":
        return ()
    likely = [card for slug in slugs.split("+") for card in _card(slug, query, knowledge)]
    found = [each for each in _nearest(query, knowledge) if each.card.topic != "glossary"]
    own = [replace(each, score=1.0) for each in found if each.card.language == query.language]
    every = (*likely[:1], *own[:1], *likely[1:])
    return tuple({each.card.id: each for each in every}.values())[:_CARDS]


def _card(card_id: str, query: Query, knowledge: KnowledgeBase) -> tuple[ScoredCard, ...]:
    file, _, slug = card_id.partition("#")
    english = _TWINS.get(card_id) or f"{file}-en#{slug}"
    twin = knowledge.card(english) if query.language == "en" else None
    cards = [twin, knowledge.card(card_id)]
    return tuple(ScoredCard(card, 1.0) for card in cards if card is not None)[:1]


def _glossary(query: Query, knowledge: KnowledgeBase) -> tuple[ScoredCard, ...]:
    terms = find_term(query.text)
    suffix = ":en" if query.language == "en" else ""
    cards: list[Card | None] = [knowledge.card(f"term:{term.zh}{suffix}") for term in terms]
    return tuple(ScoredCard(card, 1.0) for card in cards if card is not None)
