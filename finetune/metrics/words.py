"""Format, script, terms and copied names of a text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.rendering import parse_recommendation
from knowledge.terms import lint

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence


def keeps_format(text: str) -> bool:
    """Whether the text is a recommendation in the one format and nothing of it is missing."""
    return parse_recommendation(text).ok


def script_faults(text: str, exempt: Sequence[str] = ()) -> tuple[str, ...]:
    """Runs of simplified characters, outside the quoted words."""
    return tuple(found.surface for found in lint(text, exempt) if found.kind == "script")


def term_faults(text: str, exempt: Sequence[str] = ()) -> tuple[str, ...]:
    """Words of other regions as ``said → Taiwan's word``, outside the quoted words."""
    return tuple(
        f"{found.surface} → {found.suggestion}"
        for found in lint(text, exempt)
        if found.kind == "region"
    )


def copied_share(text: str, names: Iterable[str]) -> float:
    """Share of the names that stand in the text, letter for letter; 1 without names."""
    wanted = [name for name in names if name]
    return sum(name in text for name in wanted) / len(wanted) if wanted else 1.0
