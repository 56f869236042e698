"""A message as it comes in, with what was said before it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

from bot.schema.kinds import Language

PAGE_SIZE = 10
"""Routes of one page of a list; a batch never pages."""


@dataclass(frozen=True, slots=True)
class Turn:
    """One earlier message of the conversation."""

    role: Literal["user", "assistant"]
    content: str


@dataclass(frozen=True, slots=True)
class Question:
    """What a member asked, when, and after what."""

    text: str
    today: date
    history: tuple[Turn, ...] = ()
    user_id: str = ""
    """Who asks, as the door knows it: the owner of the log that may be read."""
    now: str = ""
    """``HH:MM`` in Taipei for "open now"; empty when the caller has no clock (batch)."""
    paged: bool = True
    scope: str = ""
    """The Discord server (guild id) that the question comes from; empty outside of one. Notices of
    other servers are never seen."""
    language: Language | None = None
    """In which to answer, where a form wrote the question and not the member; else its own."""
