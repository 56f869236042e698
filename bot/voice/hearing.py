"""What a model says, piece by piece: without what it thinks, and never without end."""

from __future__ import annotations

from contextlib import aclosing
from typing import TYPE_CHECKING, Final

from bot.voice.house.guards import MAX_CHARS
from bot.voice.language.cleaning import Thoughts, printable, without_marks

if TYPE_CHECKING:
    from collections.abc import AsyncGenerator

    from bot.model import ChatModel
    from bot.prompts import Message

_MOST_THOUGHT: Final = 8 * MAX_CHARS
"""Characters after which a model that thinks without end is no longer heard."""


async def pieces_of(
    model: ChatModel, messages: tuple[Message, ...], max_tokens: int
) -> AsyncGenerator[tuple[bool, str]]:
    """What the model says without what it thinks, and whether to forget what it said before."""
    thoughts, heard = Thoughts(), 0
    async with aclosing(model.stream(messages, max_tokens=max_tokens)) as pieces:
        async for piece in pieces:
            restart, said = thoughts.feed(piece)
            if restart or said:
                yield restart, printable(said)
            heard += len(piece)
            if heard > _MOST_THOUGHT:
                return
    yield False, printable(thoughts.finish())


async def text_of(model: ChatModel, messages: tuple[Message, ...], max_tokens: int) -> str:
    """All that the model says, up to what one message holds."""
    heard = ""
    async with aclosing(pieces_of(model, messages, max_tokens)) as pieces:
        async for restart, piece in pieces:
            heard = piece if restart else heard + piece
            if len(heard) > MAX_CHARS:
                break
    return without_marks(heard).strip()
