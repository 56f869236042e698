"""Names after a second look: denied ones, and unknown ones that mean something after all."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from bot.understanding import words
from bot.understanding.cues import find_cues
from bot.understanding.fields import without_fields
from knowledge.terms import find_styles, find_term
from knowledge.text import key

if TYPE_CHECKING:
    from bot.understanding.vocabulary import Vocabulary
    from knowledge.gazetteer import Linking, NameMention

_NOT_A_NAME = frozenset(
    {"list", "count", "route", "gym", "crag", "recommend", "compare", "distribution"}
    | {"personal", "live", "define", "help"}
)
_WHOLE_WORDS = ("fillers", "grade_systems", "gym_orders", "route_orders")
_TAIL = re.compile(r"(?:到底|大概|究竟)?(?:算?是(?:什[么麼]|[甚啥幾几多][少麼]?)?|的|有)$")
"""Words behind an unknown name that ask about it."""
_DENIAL = re.compile(
    r"(?:不是|不要|不去|別的不是|除了|而不是|not(?: the)?|except|instead of)\s*[「『“\"]?$",
    re.IGNORECASE,
)


def without_denied(names: tuple[NameMention, ...], text: str) -> tuple[NameMention, ...]:
    """The names without those that the member rules out: 「不是 A，我是說 B」."""
    kept = tuple(name for name in names if not _DENIAL.search(text[: name.start]))
    return kept or names


def is_grade_system(surface: str) -> bool:
    """Whether the words are just the name of a grade system, which a route may bear too."""
    folded = key(surface)
    return any(
        match is not None and match.group() == folded
        for match in (system.chinese.search(folded) for system in words.table("grade_systems"))
    )


def unknown_names(linking: Linking, vocabulary: Vocabulary) -> tuple[str, ...]:
    """Names that the catalogue lacks, without words that mean something else to us."""
    surfaces = dict.fromkeys(_TAIL.sub("", unknown.surface) for unknown in linking.unknown)
    return tuple(
        surface for surface in surfaces if surface and not _means_something(surface, vocabulary)
    )


def _means_something(surface: str, vocabulary: Vocabulary) -> bool:
    folded, lower = key(surface), surface.casefold()
    return bool(
        any(_is_word_of(table, folded, lower) for table in _WHOLE_WORDS)
        or vocabulary.find_cities(folded, lower)
        or vocabulary.find_people(folded, lower)
        or find_cues(folded, lower) & _NOT_A_NAME
        or len(without_fields(folded)) <= 1
        or any(style.surface == surface for style in find_styles(surface))
        or any(key(term.zh) == folded for term in find_term(surface))
    )


def _is_word_of(table: str, folded: str, lower: str) -> bool:
    return any(
        meaning.chinese.fullmatch(folded) or meaning.english.fullmatch(lower)
        for meaning in words.table(table)
    )
