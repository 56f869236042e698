"""One thing that the assistant can say, in both languages."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Phrase:
    """Equally good wordings of one thing; all of them take the same placeholders.

    Safety wording is fixed: one variant a language, without particles.
    """

    zh: tuple[str, ...]
    en: tuple[str, ...]


def fixed(zh: str, en: str) -> Phrase:
    """A phrase with exactly one wording a language."""
    return Phrase((zh,), (en,))
