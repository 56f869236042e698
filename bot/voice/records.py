"""The words of the records behind an answer: what a voice may quote, and what it may speak of."""

from __future__ import annotations

from dataclasses import fields
from functools import cache
from typing import TYPE_CHECKING, Any, Final

from knowledge.terms import load_terms

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from bot.schema import Draft, Evidence

_NOT_SAID: Final = frozenset({"id", "raw", "source_id", "crag_id", "area_id", "sector_id"})
_DESCRIBES: Final = frozenset({"岩點與握法", "動作", "地形"})
"""Sections of the term table that say what a climb is like."""
_EVERYDAY: Final = frozenset(
    {"岩點", "手點", "腳點", "點", "hold", "休息點", "休", "爬", "岩壁", "岩面", "開門"}
)
"""Words of these sections that claim nothing about a place when they are said."""


def quotable(evidence: Evidence, draft: Draft) -> tuple[str, ...]:
    """Every text of the records, and every line of the rendered answer."""
    records = (
        *evidence.routes,
        *evidence.near_misses,
        *evidence.crags,
        *evidence.areas,
        *evidence.sectors,
        *evidence.gyms,
        *(scored.card for scored in evidence.cards),
        *evidence.sources,
        *getattr(evidence, "notices", ()),
    )
    texts = (text for record in records for text in _texts(record))
    return tuple(dict.fromkeys([*texts, *evidence.available, *draft.text.split("\n")]))


def unsupported_terms(text: str, known: str) -> tuple[str, ...]:
    """Terms of the trade in the text that nothing known speaks of: an invented crux, a roof.

    Args:
        text: What is to be said.
        known: Records, rendered answer and question, joined.
    """
    lower, held = text.casefold(), known.casefold()
    return tuple(
        words[0]
        for words in _term_families()
        if any(word in lower for word in words) and not any(word in held for word in words)
    )


@cache
def _term_families() -> tuple[tuple[str, ...], ...]:
    """Ways to say one thing, for all things that a record can be claimed to have."""
    terms = (term for term in load_terms() if term.section in _DESCRIBES)
    rows = ((*term.words, *term.english) for term in terms)
    families = (
        tuple(dict.fromkeys(word.casefold() for word in row if _claims(word)))
        for row in rows
        if not any(word in _EVERYDAY for word in row)
    )
    return tuple(family for family in families if family)


def _claims(word: str) -> bool:
    """Whether a word is long enough to be meant when it stands in a text."""
    return len(word) >= (2 if not word.isascii() else 4)


def _texts(value: Any) -> Iterator[str]:
    """Texts of a record, nested ones too."""
    for field in fields(value):
        if field.name not in _NOT_SAID:
            yield from _flat(getattr(value, field.name))


def _flat(value: object) -> Iterator[str]:
    if isinstance(value, str):
        if value:
            yield value
    elif isinstance(value, dict):
        yield from _all(value.values())
    elif isinstance(value, tuple):
        yield from _all(value)
    elif hasattr(value, "__dataclass_fields__"):
        yield from _texts(value)


def _all(values: Iterable[object]) -> Iterator[str]:
    for value in values:
        yield from _flat(value)
