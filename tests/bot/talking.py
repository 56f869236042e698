"""A conversation with the assistant, for tests that look at its last answer."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from bot.schema import Answer, Question, Turn

if TYPE_CHECKING:
    from bot.assistant import Assistant

TODAY = date(2026, 11, 20)


def talk(assistant: Assistant, *said: str) -> Answer:
    """The answer to the last of these messages, after real answers to those before; not paged."""
    history: list[Turn] = []
    *before, last = said
    for text in before:
        answer = assistant.answer(Question(text, TODAY, tuple(history)))
        history += [Turn("user", text), Turn("assistant", answer.text)]
    return assistant.answer(Question(last, TODAY, tuple(history), paged=False))
