"""Channels and threads that Discord did not tell of: asked for once."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING

import discord

from bot.discord.sending import deliver

if TYPE_CHECKING:
    from collections.abc import MutableSet

logger = logging.getLogger(__name__)


async def find_place(client: discord.Client, channel_id: int) -> discord.abc.Messageable | None:
    """A channel or thread, asked of Discord and remembered; ``None`` where there is none for us."""
    try:
        found = await deliver(lambda: client.fetch_channel(channel_id), attempts=2)
    except (discord.HTTPException, discord.InvalidData, OSError) as error:
        logger.info("a channel could not be looked up: %s", type(error).__name__)
        return None
    if isinstance(found, discord.Thread) and client.get_guild(found.guild.id) is not None:
        found.guild._add_thread(found)  # noqa: SLF001 - as THREAD_CREATE would
    return found if isinstance(found, discord.abc.Messageable) else None


async def place(client: discord.Client, message: discord.Message, asked: MutableSet[int]) -> None:
    """Let a message of a server stand in its thread, where Discord did not tell of the thread.

    Args:
        client: Who asks.
        message: Changed in place.
        asked: Channels that were asked for before, and are not again.
    """
    channel = message.channel
    if message.guild is None or not isinstance(channel, discord.PartialMessageable):
        return
    known = message.guild.get_channel_or_thread(channel.id)
    if known is None and channel.id not in asked:
        asked.add(channel.id)
        found = await find_place(client, channel.id)
        known = found if isinstance(found, discord.Thread) else None
    if isinstance(known, discord.abc.Messageable):
        message.channel = known
