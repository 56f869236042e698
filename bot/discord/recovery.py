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

from bot.discord.places import find_place
from bot.discord.sending import deliver

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Container, Iterable, Iterator, Mapping

    from bot.server_state import Seen

logger = logging.getLogger(__name__)

MAX_AGE = timedelta(hours=12)
"""Older questions are left alone: whoever asked has moved on."""
MAX_MESSAGES = 1000
"""Missed messages read in one channel."""
MAX_CHANNELS = 500
"""Channels read after one lost session, those with news first."""
MAX_LOOKED_UP = 100
"""Channels that Discord is asked about because it did not tell of them."""
ARCHIVED_AFTER = timedelta(days=7)
"""A thread in which nobody speaks is archived by then at the latest."""
AT_ONCE = 6
_OLDEST_REAL = 1 << 42
"""Snowflakes below (the first days of 2015) tell no time: servers for tests count from one."""


async def catch_up(
    client: discord.Client,
    before: Mapping[int, Seen],
    hear: Callable[[discord.Message], Awaitable[None]],
    *,
    only: discord.Guild | None = None,
) -> int:
    """Hear every message that came after the newest one seen; how many were read.

    Args:
        client: Connected, its servers known.
        before: The newest message of each channel before the session was lost.
        hear: Answers a message once, however often it hears of it.
        only: The one server that was not known before; all places if not given.
    """
    if not before:
        return 0
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

    found = dict(_of_guild(only) if only is not None else _channels(client, before))
    if only is None:
        found |= await _untold(
            client, [seen for seen in before.values() if not seen.private], found
        )
    places = [
        (channel, before[channel_id].message_id if channel_id in before else newest)
        for channel_id, channel in found.items()
    ]
    places.sort(key=lambda place: not _has_news(*place))
    counts = await asyncio.gather(
        *(one(channel, after) for channel, after in places[:MAX_CHANNELS])
    )
    if any(counts):
        logger.info("read %d missed messages in %d channels", sum(counts), len(counts))
    return sum(counts)


def baseline(
    client: discord.Client, *, only: discord.Guild | None = None
) -> Iterator[tuple[int, int]]:
    """The newest message of every channel as Discord tells it; 0 where nobody has spoken."""
    for channel_id, channel in _of_guild(only) if only is not None else _channels(client, {}):
        yield channel_id, getattr(channel, "last_message_id", None) or 0


def _channels(
    client: discord.Client, before: Mapping[int, Seen]
) -> Iterator[tuple[int, discord.abc.Messageable]]:
    """Every channel, thread and private chat in which somebody may have spoken."""
    for guild in client.guilds:
        yield from _of_guild(guild)
    for seen in before.values():
        if seen.private:
            yield seen.channel_id, client.get_partial_messageable(seen.channel_id)


def _of_guild(guild: discord.Guild) -> Iterator[tuple[int, discord.abc.Messageable]]:
    for place in (*guild.channels, *guild.threads):
        if isinstance(place, discord.abc.Messageable):
            yield place.id, place


async def _untold(
    client: discord.Client, known: Iterable[Seen], told: Container[int]
) -> dict[int, discord.abc.Messageable]:
    """Places in which somebody spoke lately and of which the new session says nothing."""
    since = discord.utils.time_snowflake(discord.utils.utcnow() - ARCHIVED_AFTER)
    ids = [
        seen.channel_id
        for seen in sorted(known, key=lambda seen: -seen.message_id)
        if seen.channel_id not in told and (seen.message_id > since or not _tells_time(seen))
    ]
    limit = asyncio.Semaphore(AT_ONCE)

    async def look_up(channel_id: int) -> tuple[int, discord.abc.Messageable | None]:
        async with limit:
            return channel_id, await find_place(client, channel_id)

    found = await asyncio.gather(*map(look_up, ids[:MAX_LOOKED_UP]))
    return {channel_id: place for channel_id, place in found if place is not None}


def _tells_time(seen: Seen) -> bool:
    return seen.message_id >= _OLDEST_REAL


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
