"""Names that no record bears, off by a character, made of a name, of strangers; and false paths."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.voice.evidence.paths import foreign_paths
from bot.voice.language.plain import plain
from bot.voice.names.altered_english import altered_english
from bot.voice.names.altered_names import altered
from bot.voice.names.near_names import names_off_by_one, strangers
from bot.voice.names.unknown_names import unknown_people, unknown_places

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bot.schema import Evidence


def misnamed(text: str, unnamed: str, evidence: Evidence, known: str) -> Iterator[str]:
    """The pieces of a text that stand for a name and are none.

    Args:
        text: What is to be said.
        unnamed: The same without the names of records.
        evidence: Whose names are meant.
        known: Everything that may be repeated.
    """
    told = plain(text)
    yield from names_off_by_one(told, evidence, known)
    yield from strangers(told, evidence, known)
    yield from altered(text, evidence, known)
    yield from altered_english(text, evidence, known)
    yield from unknown_people(unnamed, known)
    yield from unknown_places(unnamed, known)
    yield from foreign_paths(text, known)
