"""After a lost session: read what the gateway will not replay, so that no question is swallowed.

A dropped socket is resumed and replayed by Discord. A new session is not: what was said between
the two is found in the channels' history. The bot's own replies there tell what was answered by
an earlier process. Slash commands of that time are lost for good; Discord keeps none.
"""

from __future__ import annotations

import asyncio
import logging
from datetime import timedelta
from typing import TYPE_CHECKING

import discord

from bot.discord.sending import deliver

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Iterable, Iterator, Mapping

    from bot.server_state import Seen

logger = logging.getLogger(__name__)

MAX_AGE = timedelta(hours=12)
"""Older questions are left alone: whoever asked has moved on."""
MAX_MESSAGES = 1000
"""Missed messages read in one channel."""
MAX_CHANNELS = 500
"""Channels read after one lost session, those with news first."""
AT_ONCE = 6
_OLDEST_REAL = 1 << 42
"""Snowflakes below (the first days of 2015) tell no time: servers for tests count from one."""


async def catch_up(
    client: discord.Client,
    before: Mapping[int, Seen],
    hear: Callable[[discord.Message], Awaitable[None]],
) -> int:
    """Hear every message that came after the newest one seen; how many were read.

    Args:
        client: Connected, its servers known.
        before: The newest message of each channel before the session was lost.
        hear: Answers a message once, however often it hears of it.
    """
    limit = asyncio.Semaphore(AT_ONCE)
    newest = max((seen.message_id for seen in before.values()), default=0)

    async def one(channel: discord.abc.Messageable, after: int) -> int:
        async with limit:
            missed = await _missed(channel, after)
        answered = _answered(missed, client.user.id if client.user else 0)
        for message in missed:
            if message.id not in answered:
                await hear(message)
        return len(missed)

    places = [
        (channel, before[channel_id].message_id if channel_id in before else newest)
        for channel_id, channel in _channels(client, before)
    ]
    places.sort(key=lambda place: not _has_news(*place))
    counts = await asyncio.gather(
        *(one(channel, after) for channel, after in places[:MAX_CHANNELS] if before)
    )
    if any(counts):
        logger.info("read %d missed messages in %d channels", sum(counts), len(counts))
    return sum(counts)


def baseline(client: discord.Client) -> Iterator[tuple[int, int]]:
    """The newest message of every channel as Discord tells it; 0 where nobody has spoken."""
    for channel_id, channel in _channels(client, {}):
        yield channel_id, getattr(channel, "last_message_id", None) or 0


def _channels(
    client: discord.Client, before: Mapping[int, Seen]
) -> Iterator[tuple[int, discord.abc.Messageable]]:
    """Every channel, thread and private chat in which somebody may have spoken."""
    for guild in client.guilds:
        for place in (*guild.channels, *guild.threads):
            if isinstance(place, discord.abc.Messageable):
                yield place.id, place
    for seen in before.values():
        if seen.private:
            yield seen.channel_id, client.get_partial_messageable(seen.channel_id)


def _has_news(channel: discord.abc.Messageable, after: int) -> bool:
    """Whether Discord says that something newer is there, or does not say."""
    last = getattr(channel, "last_message_id", None)
    return last is None or last > after


async def _missed(channel: discord.abc.Messageable, after: int) -> list[discord.Message]:
    """What was said after a message, oldest first; nothing where the bot may not read."""

    async def read() -> list[discord.Message]:
        history = channel.history(
            limit=MAX_MESSAGES, after=discord.Object(after), oldest_first=True
        )
        return [message async for message in history]

    try:
        found = await deliver(read)
    except (discord.Forbidden, discord.NotFound):
        return []
    except discord.HTTPException as error:
        logger.warning("a channel's history could not be read: %s %s", error.status, error.code)
        return []
    return [message for message in found if message.id > after and _recent(message)]


def _recent(message: discord.Message) -> bool:
    if message.id < _OLDEST_REAL:
        return True
    return discord.utils.utcnow() - message.created_at < MAX_AGE


def _answered(messages: Iterable[discord.Message], me: int) -> set[int]:
    """Messages to which the bot has replied already."""
    return {
        message.reference.message_id
        for message in messages
        if message.author.id == me and message.reference and message.reference.message_id
    }
