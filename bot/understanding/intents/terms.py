"""Climbing words to be explained or translated."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from bot.understanding.intents.decision import Decision
from knowledge.terms import asked_terms, find_term
from knowledge.text import key

if TYPE_CHECKING:
    from bot.understanding.conditions import Conditions
    from bot.understanding.reading import Reading


def asked_word(reading: Reading, conditions: Conditions) -> Decision | None:
    """A question that is about a climbing word, and about nothing else, whatever the word means."""
    if conditions.grades or not (reading.cues & {"define", "knowledge", "compare"}):
        return None
    if not asked_terms(reading.text) or (reading.names and not _word_not_name(reading)):
        return None
    wants = reading.cues & {"count", "recommend", "distribution", "personal"} or conditions.order
    return None if wants else Decision("knowledge", "glossary")


def definition(reading: Reading, conditions: Conditions) -> Decision | None:
    """A climbing word to be explained or translated, before its words are taken for a wish."""
    named = reading.names and not _word_not_name(reading)
    if named or reading.unknown or conditions.grades or "define" not in reading.cues:
        return None
    placed = "gym" in reading.cues and (conditions.cities or conditions.districts)
    if reading.cues & {"count", "recommend", "distribution"} or conditions.order or placed:
        return None
    return Decision("knowledge", "glossary") if find_term(reading.text) else None


_WORD_ASKED = re.compile(
    r"[術术][語语]|用[語语]|名[詞词]|[單单]字|(?:什麼|什么|啥)意思|的意思|什麼是|什么是"
    r"|climbing (?:term|word)",
    re.IGNORECASE,
)


def _word_not_name(reading: Reading) -> bool:
    """Whether a climbing word is asked that a route or gym bears too: 「術語 finger crack」."""
    return bool(_WORD_ASKED.search(reading.text)) and all(
        any(key(word) == key(name.surface) for term in find_term(name.surface) for word in term.all)
        for name in reading.names
    )


def glossary(reading: Reading, conditions: Conditions) -> Decision | None:
    """A climbing word explained, where nothing of the catalogue is named."""
    if reading.names or reading.unknown or conditions.grades:
        return None
    terms = find_term(reading.text)
    if not terms:
        return None
    sets = reading.cues & {"list", "count", "recommend", "distribution"} or conditions.order
    if "knowledge" in reading.cues and not sets:
        return Decision("knowledge", "glossary")
    if "compare" in reading.cues and len(terms) >= 2 and not sets:
        return Decision("knowledge", "glossary")
    return None
