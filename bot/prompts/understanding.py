"""The prompt in which a model writes a question as typed JSON."""

from __future__ import annotations

from bot.prompts.fencing import data, fence
from bot.prompts.message import Message
from bot.prompts.speaking import MAX_QUESTION
from bot.prompts.style import FULL, PromptStyle
from bot.prompts.system import UNDERSTAND, UNDERSTAND_COMPACT


def understand_messages(text: str, style: PromptStyle = FULL) -> tuple[Message, ...]:
    """The prompt for one question; the answer is validated as a QueryJson."""
    question = data(text)[:MAX_QUESTION].strip()
    if not style.draft:
        return Message("system", UNDERSTAND_COMPACT), Message("user", f"問題：{question}")
    return Message("system", UNDERSTAND), Message("user", fence("問題", question))
