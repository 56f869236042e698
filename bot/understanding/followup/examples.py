"""「開車好停嗎」 after a gym, 「那最狠的」 after a list: the nearest example decides."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from bot.understanding.by_example import with_operation
from bot.understanding.examples import framed, nearest, nearest_operation, nearest_property
from bot.understanding.followup.narrowing import narrowed
from bot.understanding.followup.pointing import asked_of_subject
from bot.understanding.followup.turn import GYM_INTENTS, SET_INTENTS

if TYPE_CHECKING:
    from bot.schema import Intent, Query
    from bot.understanding.examples import Nearest
    from bot.understanding.followup.turn import Turn

_NOTHING_MADE_OF: frozenset[Intent] = frozenset({"out_of_domain", "search", "knowledge"})
_NO_PROPERTY = frozenset({"", "overview", "unrecorded"})
_IN_GENERAL = frozenset({"card:outdoors#months", "card:outdoors#transport"})
_OF_PLACES_ONLY = frozenset(
    {"season", "transport", "parking", "approach", "rock", "areas", "amenities"}
)
_LIKE = 0.45
"""Nearness from which a few words go on about the turn before."""
_SHORT = 24
"""Characters of a key: longer messages ask something of their own."""


def by_example(turn: Turn) -> Query | None:
    """The question of the turn before with the property or operation of the nearest example."""
    reading = turn.reading
    new = turn.query.intent in _NOTHING_MADE_OF and len(reading.plain) <= _SHORT
    if not new or reading.names or turn.query.unknown:
        return None
    return _another_card(turn) or _another_property(turn) or _another_operation(turn)


def _another_card(turn: Turn) -> Query | None:
    """「靜力的咧」 after a card: the card that is nearest to both questions together."""
    asked = turn.context.aside or turn.before
    if asked.intent != "knowledge" or turn.query.topic.startswith("card:"):
        return None
    folded, lower = framed(asked.text)
    found = nearest(folded + turn.reading.folded, f"{lower} {turn.reading.lower}")
    if not found.kind.startswith("card:") or found.score < _LIKE:
        return None
    return replace(turn.query, intent="knowledge", topic=found.kind)


def _another_property(turn: Turn) -> Query | None:
    conditions, before = turn.conditions, turn.before
    if before.intent in GYM_INTENTS and turn.context.last_gyms:
        found = nearest_property("gym", turn.reading.folded, turn.reading.lower)
        conditions = replace(conditions, gym_fields=(found.kind,))
    elif before.intent == "fact" and turn.context.last_routes:
        found = nearest_property("route", turn.reading.folded, turn.reading.lower)
        conditions = replace(conditions, route_fields=(found.kind,))
    elif (before.intent == "crag_info" or before.intent in SET_INTENTS) and before.places:
        found = nearest_property("crag", turn.reading.folded, turn.reading.lower)
        if before.intent in SET_INTENTS and found.kind not in _OF_PLACES_ONLY:
            return None
        conditions = replace(conditions, crag_fields=(found.kind,))
    else:
        return None
    if found.kind in _NO_PROPERTY or not _goes_on(found, turn):
        return None
    return asked_of_subject(replace(turn, conditions=conditions))


def _another_operation(turn: Turn) -> Query | None:
    if turn.before.intent not in SET_INTENTS:
        return None
    found = nearest_operation(turn.reading.folded, turn.reading.lower)
    if not _goes_on(found, turn):
        return None
    decision, conditions = with_operation(found.kind, turn.conditions)
    reading = replace(turn.reading, cues=turn.reading.cues | {decision.intent})
    query = replace(turn.query, intent=decision.intent, topic=decision.topic)
    return narrowed(replace(turn, query=query, reading=reading, conditions=conditions))


def _goes_on(found: Nearest, turn: Turn) -> bool:
    talk = nearest(turn.reading.folded, turn.reading.lower)
    # a card about the same thing in general is no rival where the place is known
    return found.score >= _LIKE and (found.score > talk.score or talk.kind in _IN_GENERAL)
