"""A piece of knowledge written by us."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal


@dataclass(frozen=True, slots=True)
class Card:
    """A piece of knowledge written by us: one heading of a Markdown file with front matter."""

    id: str
    title: str
    text: str
    topic: str
    """grades, glossary, etiquette, safety, access, gear, training, log, about."""
    language: Literal["zh", "en"] = "zh"
    keywords: tuple[str, ...] = ()
    source: str = ""
    reviewed_on: date | None = None
