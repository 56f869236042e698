"""What kind of answer a question wants: an ordered list of decisions.

The order is the policy: somebody hurt comes before everything, private matters before public ones,
safety before facts, and a named thing before a vague one.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.understanding.intents.by_kind import by_kind
from bot.understanding.intents.decision import Decision
from bot.understanding.intents.grades import converting
from bot.understanding.intents.gyms import PRICES, about_gyms, gym_intent
from bot.understanding.intents.harm import about_people, guarded, urgent
from bot.understanding.intents.like_examples import by_example
from bot.understanding.intents.plain_words import (
    plainly,
    tells_of_records,
    without_log_words,
)
from bot.understanding.intents.routes import about_places, about_routes, ranking_crags
from bot.understanding.intents.sets import beginner_topic
from bot.understanding.intents.talk import about_nothing_named, advice, greeted, news
from bot.understanding.intents.terms import asked_word, definition, glossary
from bot.understanding.intents.verdicts import with_verdict

if TYPE_CHECKING:
    from bot.understanding.conditions import Conditions
    from bot.understanding.reading import Reading

__all__ = [
    "PRICES",
    "Decision",
    "beginner_topic",
    "decide",
    "gym_intent",
    "plainly",
    "tells_of_records",
    "with_verdict",
    "without_log_words",
]


def decide(reading: Reading, conditions: Conditions) -> Decision:
    """The intent of a question that stands alone."""
    said = greeted(reading, conditions)
    if said is not None:
        return said
    ruled = _by_rules(reading, conditions)
    plain = plainly(reading, conditions)
    if plain is not None and ruled.intent != "emergency":
        return plain
    decision = by_example(ruled, reading, conditions)
    return with_verdict(by_kind(ruled, decision, reading, conditions), reading, conditions)


def _by_rules(reading: Reading, conditions: Conditions) -> Decision:
    for rule in (
        asked_word,
        urgent,
        definition,
        about_people,
        guarded,
        converting,
        news,
        advice,
        about_gyms,
        ranking_crags,
        glossary,
        about_routes,
        about_places,
    ):
        decision = rule(reading, conditions)
        if decision is not None:
            return decision
    return about_nothing_named(reading, conditions)
