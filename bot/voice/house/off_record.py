"""What is not for a member whatever the answer: talk of the model, altered grades, strange words.

Nothing that the answer, its records or the question hold is ever meant.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.voice.house.commands import other_commands
from bot.voice.house.enumerated import intruders
from bot.voice.house.leaking import leaked
from bot.voice.house.purposes import other_purposes
from bot.voice.house.rated import rated, rescaled
from bot.voice.house.strange_words import alien, foreign
from bot.voice.house.tongues import other_tongues
from bot.voice.house.welcomed import welcomed

if TYPE_CHECKING:
    from collections.abc import Iterator


def off_record(
    text: str, unnamed: str, known: str, body: str, *, zh: bool, advises: bool = False
) -> Iterator[str]:
    """The words of a text that no answer of ours holds.

    Args:
        text: What is to be said.
        unnamed: The same without the names of records.
        known: The records, the rendered answer and the question.
        body: The rendered answer.
        zh: Whether the answer is in Chinese.
        advises: Whether the answer gives advice alone, and tells of no record.
    """
    yield from leaked(text, known)
    yield from other_commands(text, known)
    yield from rated(text, known)
    yield from rescaled(text, known)
    yield from alien(unnamed, known, body)
    yield from foreign(unnamed, known, body, zh=zh)
    yield from other_tongues(unnamed, known)
    yield from welcomed(unnamed, known)
    yield from other_purposes(unnamed, known)
    yield from intruders(text, known, loosely=advises)
