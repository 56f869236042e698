"""Long work under a deferred response: people see that it goes on."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, TypeVar

from bot.discord.posting import respond_text
from bot.discord.services import spoken_to
from bot.discord.words import say

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    import discord

T = TypeVar("T")

EVERY_SECONDS = 5.0


async def patiently(
    work: Awaitable[T],
    tell: Callable[[int], Awaitable[object]],
    *,
    every_seconds: float = EVERY_SECONDS,
) -> T:
    """What the work returns; until then, the seconds that it has taken are told now and then."""
    task = asyncio.ensure_future(work)
    told = 0
    try:
        while not (await asyncio.wait({task}, timeout=every_seconds))[0]:
            told += 1
            await tell(round(told * every_seconds))
        return task.result()
    finally:
        task.cancel()


async def shown_patiently(interaction: discord.Interaction, work: Awaitable[T]) -> T:
    """The same, told in the deferred response."""
    language = spoken_to(interaction)

    async def tell(seconds: int) -> None:
        await respond_text(interaction, say("admin.working", language, seconds=seconds))

    return await patiently(work, tell)
