"""The conversation that a question belongs to: its chain of replies, or its thread."""

from __future__ import annotations

import logging
from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING

import discord

from bot.discord.addressing import COMMANDS, SPEECH, question_text
from bot.discord.markup import quoted, unescape
from bot.discord.sending import deliver
from bot.rendering import settled_by
from bot.schema import Turn
from bot.understanding import reply_to_preview

if TYPE_CHECKING:
    from collections.abc import Sequence

logger = logging.getLogger(__name__)

MAX_MESSAGES = 12
"""Earlier messages that are taken into account."""
PAUSE = timedelta(hours=1)
"""A silence after which a thread or a private chat begins anew."""
_PRESSED = {"confirm": "確認", "cancel": "取消"}
_AGAIN = frozenset({"/new", "重新開始", "new topic"})


@dataclass(frozen=True, slots=True)
class History:
    """Earlier turns, oldest first."""

    turns: tuple[Turn, ...] = ()
    capped: bool = False
    """Whether there were more than were read."""


async def history_of(message: discord.Message, me: int, *, whole_channel: bool) -> History:
    """The conversation before a message.

    Args:
        message: The question.
        me: The bot's own id.
        whole_channel: Whether everything said there belongs to it: a thread of the bot, a private
            chat. Elsewhere only the chain of replies does.
    """
    try:
        if whole_channel and message.reference is None:
            return await _channel_before(message, me)
        return await _chain_before(message, me)
    except discord.HTTPException as error:
        logger.info("the conversation could not be read: %s %s", error.status, error.code)
        return History()


def turns_of(messages: Sequence[discord.Message], me: int) -> tuple[Turn, ...]:
    """Messages as turns; a quotation at the head of the bot's own stands for the question."""
    turns: list[Turn] = []
    for message in messages:
        if message.type not in (SPEECH | COMMANDS):
            continue
        if message.author.id != me:
            text = question_text(message, me)
            if text:
                turns.append(Turn("user", text))
            continue
        asked = quoted(message.content)
        if asked:
            turns.append(Turn("user", asked))
        said = unescape(message.content)
        pressed = settled_by(said)
        if pressed and not (turns and reply_to_preview(turns[-1].content)):
            # a button under the preview was pressed: the same as saying so
            turns.append(Turn("user", _PRESSED[pressed]))
        turns.append(Turn("assistant", said))
    return tuple(turns)


async def _chain_before(message: discord.Message, me: int) -> History:
    chain: list[discord.Message] = []
    at: discord.Message | None = message
    while at is not None and len(chain) <= MAX_MESSAGES:
        at = await _answered_by(at)
        if at is not None:
            chain.insert(0, at)
    capped = len(chain) > MAX_MESSAGES
    return History(turns_of(chain[-MAX_MESSAGES:], me), capped)


async def _answered_by(message: discord.Message) -> discord.Message | None:
    """The message that this one replies to; ``None`` when there is none any more."""
    reference = message.reference
    if reference is None or reference.message_id is None:
        return None
    known = reference.resolved or reference.cached_message
    if isinstance(known, discord.Message):
        return known
    if isinstance(known, discord.DeletedReferencedMessage):
        return None
    message_id = reference.message_id
    try:
        return await deliver(lambda: message.channel.fetch_message(message_id), attempts=3)
    except (discord.NotFound, discord.Forbidden):
        return None


async def _channel_before(message: discord.Message, me: int) -> History:
    """The newest messages without a long silence between them."""

    async def read() -> list[discord.Message]:
        past = message.channel.history(limit=MAX_MESSAGES + 1, before=message)
        return [one async for one in past]

    found: list[discord.Message] = []
    after = message
    for one in await deliver(read, attempts=3):
        if after.created_at - one.created_at > PAUSE or _restarts(one, me):
            break
        found.insert(0, one)
        after = one
    else:
        found = [*await _starter(message.channel), *found]
    capped = len(found) > MAX_MESSAGES
    return History(turns_of(found[-MAX_MESSAGES:], me), capped)


async def _starter(channel: discord.abc.Messageable) -> list[discord.Message]:
    """The message from which a thread was made; it lies in the channel above."""
    if not isinstance(channel, discord.Thread):
        return []
    if channel.starter_message is not None:
        return [channel.starter_message]
    above, number = channel.parent, channel.id
    if not isinstance(above, discord.TextChannel):
        return []
    try:
        return [await deliver(lambda: above.fetch_message(number), attempts=3)]
    except (discord.NotFound, discord.Forbidden):
        return []


def _restarts(message: discord.Message, me: int) -> bool:
    return message.author.id != me and question_text(message, me).casefold() in _AGAIN
