"""Whether a message speaks to the bot, and what it asks. Nothing here waits for anything."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

import discord

if TYPE_CHECKING:
    from bot.discord.settings import GuildSettings

Kind = Literal["mention", "direct", "channel", "thread"]
_USER = re.compile(r"<@!?(\d+)>")
_ROLE = re.compile(r"<@&(\d+)>")
SPEECH = frozenset({discord.MessageType.default, discord.MessageType.reply})
"""Kinds of messages that somebody wrote."""
COMMANDS = frozenset(
    {discord.MessageType.chat_input_command, discord.MessageType.context_menu_command}
)
"""Kinds of messages with which a bot answers a command."""


@dataclass(frozen=True, slots=True)
class Address:
    """How a message speaks to the bot."""

    kind: Kind
    text: str
    """The question, without the mention; empty when there was nothing else."""

    @property
    def whole_channel(self) -> bool:
        """Whether everything said there is one conversation with the bot."""
        return self.kind in {"direct", "thread"}


def address_of(message: discord.Message, me: int, settings: GuildSettings) -> Address | None:
    """How a message speaks to the bot; ``None`` when it does not."""
    if message.author.bot or message.webhook_id or message.type not in SPEECH:
        return None
    text = question_text(message, me)
    if server_of(message) is None:
        return Address("direct", text)
    thread = isinstance(message.channel, discord.Thread)
    own = isinstance(message.channel, discord.Thread) and message.channel.owner_id == me
    if _mentions(message, me):
        return Address("thread" if thread else "mention", text)
    if not text or _speaks_to_others(message, me):
        return None
    places = {message.channel.id, getattr(message.channel, "parent_id", None)}
    if not own and not places & settings.channels:
        return None
    return Address("thread" if thread else "channel", text)


def server_of(message: discord.Message) -> int | None:
    """The server in which something was said, even one that is not in the cache (yet).

    ``message.guild`` is ``None`` there as in a private chat, and must not be taken for one.
    """
    if message.guild is not None:
        return message.guild.id
    guild_id: int | None = getattr(message.channel, "guild_id", None)
    return guild_id


def replied_to(message: discord.Message) -> discord.Message | None:
    """The message that this one replies to, as far as Discord sent it or we remember it."""
    if message.type is not discord.MessageType.reply or message.reference is None:
        return None
    known = message.reference.resolved or message.reference.cached_message
    return known if isinstance(known, discord.Message) else None


def question_text(message: discord.Message, me: int) -> str:
    """What a message says, without mentions of the bot; other members by their names."""
    names = {user.id: user.display_name for user in message.mentions}
    text = _USER.sub(
        lambda match: "" if int(match[1]) == me else f"@{names.get(int(match[1]), '某人')}",
        message.content,
    )
    roles = _own_roles(message, me)
    text = _ROLE.sub(lambda match: "" if int(match[1]) in roles else match[0], text)
    return " ".join(text.split(" ")).strip()


def _mentions(message: discord.Message, me: int) -> bool:
    """Whether the bot or its own role is mentioned, or it is what the message replies to."""
    replied = replied_to(message)
    others = any(user.id != me for user in message.mentions)
    if replied is not None and replied.author.id == me and not others:
        return True
    if any(user.id == me for user in message.mentions):
        return True
    if any(int(match) == me for match in _USER.findall(message.content)):
        return True
    roles = _own_roles(message, me)
    return any(int(match) in roles for match in _ROLE.findall(message.content))


def _own_roles(message: discord.Message, me: int) -> frozenset[int]:
    """Roles that Discord made for the bot alone."""
    if message.guild is None or not _ROLE.search(message.content):
        return frozenset()
    return frozenset(
        role.id for role in message.guild.roles if role.tags is not None and role.tags.bot_id == me
    )


def _speaks_to_others(message: discord.Message, me: int) -> bool:
    """Whether it replies to or mentions somebody else."""
    if any(user.id != me for user in message.mentions) or message.mention_everyone:
        return True
    replied = replied_to(message)
    return replied is not None and replied.author.id != me
