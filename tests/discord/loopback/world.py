"""What exists in the loopback Discord: users, servers, channels, messages, interactions.

Plain values and the payloads that Discord would send for them; no sockets.
"""

from __future__ import annotations

import itertools
import time
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any

JSON = dict[str, Any]
EPHEMERAL = 64
EPOCH_MS = 1_420_070_400_000
_counter = itertools.count()


def snowflake() -> int:
    """An id of now, larger than every one before."""
    milliseconds = int(time.time() * 1000) - EPOCH_MS
    return (milliseconds << 22) | (next(_counter) & 0x3FFFFF)


@dataclass(slots=True)
class User:
    name: str
    id: int = field(default_factory=snowflake)
    bot: bool = False
    locale: str = "zh-TW"

    def payload(self) -> JSON:
        return {
            "id": str(self.id),
            "username": self.name,
            "discriminator": "0",
            "global_name": self.name,
            "avatar": None,
            "bot": self.bot,
        }


@dataclass(slots=True)
class Guild:
    name: str
    id: int = field(default_factory=snowflake)
    channels: list[Channel] = field(default_factory=list)
    roles: dict[int, int] = field(default_factory=dict)
    """Role id -> permissions, beside @everyone."""
    members: dict[int, list[int]] = field(default_factory=dict)
    """User id -> role ids."""


@dataclass(slots=True)
class Channel:
    name: str
    guild: Guild | None
    id: int = field(default_factory=snowflake)
    type: int = 0
    """0 text, 1 private, 11 thread."""
    parent: Channel | None = None
    owner_id: int = 0
    recipient: User | None = None
    writable: bool = True
    messages: list[Message] = field(default_factory=list)

    def payload(self) -> JSON:
        last = str(self.messages[-1].id) if self.messages else None
        value: JSON = {"id": str(self.id), "type": self.type, "last_message_id": last}
        if self.type == 1 and self.recipient is not None:
            return value | {"recipients": [self.recipient.payload()]}
        value |= {"name": self.name, "guild_id": str(self.guild.id) if self.guild else None}
        if self.type == 11 and self.parent is not None:
            return value | {
                "parent_id": str(self.parent.id),
                "owner_id": str(self.owner_id),
                "message_count": 0,
                "member_count": 1,
                "rate_limit_per_user": 0,
                "thread_metadata": {
                    "archived": False,
                    "auto_archive_duration": 1440,
                    "archive_timestamp": datetime.now(UTC).isoformat(),
                    "locked": False,
                },
            }
        return value | {
            "position": 0,
            "permission_overwrites": [],
            "parent_id": None,
            "topic": None,
            "nsfw": False,
        }


@dataclass(slots=True)
class Message:
    channel: Channel
    author: User
    content: str = ""
    id: int = field(default_factory=snowflake)
    embeds: list[JSON] = field(default_factory=list)
    components: list[JSON] = field(default_factory=list)
    attachments: list[JSON] = field(default_factory=list)
    flags: int = 0
    reference: Message | None = None
    reference_id: int | None = None
    nonce: str | None = None
    only_for: int | None = None
    """Id of the one user who sees an ephemeral message."""
    loading: bool = False
    by_command: bool = False
    """Whether it answers an interaction."""
    edits: int = 0
    request: JSON = field(default_factory=dict)
    """The body that made it, as the bot sent it."""

    @property
    def text(self) -> str:
        """Content and embeds in one string, to look for words in."""
        parts = [self.content]
        for embed in self.embeds:
            parts += [embed.get("title", ""), embed.get("description", "")]
            parts += [f"{one['name']} {one['value']}" for one in embed.get("fields", [])]
            parts.append(embed.get("footer", {}).get("text", ""))
        return "\n".join(parts)

    def payload(self, *, deep: bool = True) -> JSON:
        value: JSON = {
            "id": str(self.id),
            "channel_id": str(self.channel.id),
            "author": self.author.payload(),
            "content": self.content,
            "timestamp": datetime.now(UTC).isoformat(),
            "edited_timestamp": datetime.now(UTC).isoformat() if self.edits else None,
            "tts": False,
            "mention_everyone": "@everyone" in self.content,
            "mentions": self._mentions(),
            "mention_roles": [],
            "attachments": self.attachments,
            "embeds": self.embeds,
            "components": self.components,
            "pinned": False,
            "type": 19 if self.reference_id else 20 if self.by_command else 0,
            "flags": self.flags,
        }
        if self.nonce is not None:
            value["nonce"] = self.nonce
        if self.reference_id:
            value["message_reference"] = {
                "type": 0,
                "message_id": str(self.reference_id),
                "channel_id": str(self.channel.id),
            }
            if deep:
                found = self.reference
                value["referenced_message"] = found.payload(deep=False) if found else None
        return value

    def _mentions(self) -> list[JSON]:
        world = self.channel.guild.members if self.channel.guild else {}
        known = {f"<@{one}>": one for one in world} | {f"<@!{one}>": one for one in world}
        return [USERS[user_id].payload() for mark, user_id in known.items() if mark in self.content]


USERS: dict[int, User] = {}
"""Every user ever made, so that payloads find them."""


@dataclass(slots=True)
class Interaction:
    """One interaction and everything that the bot did with it."""

    type: int
    channel: Channel
    user: User
    data: JSON
    id: int = field(default_factory=snowflake)
    created: float = field(default_factory=time.monotonic)
    acknowledged: int | None = None
    """Type of the first response."""
    acknowledged_after: float = 0.0
    ephemeral: bool = False
    response: Message | None = None
    followups: list[Message] = field(default_factory=list)
    modal: JSON | None = None
    choices: list[JSON] | None = None
    source: Message | None = None
    """The message whose button was pressed."""

    @property
    def token(self) -> str:
        return f"token-{self.id}"

    @property
    def answered(self) -> bool:
        """Whether more than a placeholder is there."""
        return self.response is not None and not self.response.loading


class World:
    """Everything, with the makers of things."""

    def __init__(self) -> None:
        self.bot = self.user("岩友", bot=True)
        self.application_id = snowflake()
        self.guilds: list[Guild] = []
        self.channels: dict[int, Channel] = {}
        self.commands: list[JSON] = []
        self.interactions: dict[str, Interaction] = {}
        self.files: dict[str, tuple[str, bytes]] = {}
        self.tells_threads = True
        """Whether a server comes with its threads."""

    def user(self, name: str, *, bot: bool = False, locale: str = "zh-TW") -> User:
        user = User(name, bot=bot, locale=locale)
        USERS[user.id] = user
        return user

    def guild(self, name: str = "岩友會") -> Guild:
        guild = Guild(name)
        guild.members[self.bot.id] = []
        self.guilds.append(guild)
        return guild

    def join(self, guild: Guild, user: User, roles: list[int] | None = None) -> User:
        guild.members[user.id] = roles or []
        return user

    def channel(self, guild: Guild, name: str = "聊天") -> Channel:
        channel = Channel(name, guild)
        guild.channels.append(channel)
        self.channels[channel.id] = channel
        return channel

    def thread(self, parent: Channel, name: str, owner_id: int, channel_id: int = 0) -> Channel:
        thread = Channel(name, parent.guild, type=11, parent=parent, owner_id=owner_id)
        if channel_id:
            thread.id = channel_id
        if parent.guild is not None:
            parent.guild.channels.append(thread)
        self.channels[thread.id] = thread
        return thread

    def private(self, user: User) -> Channel:
        for channel in self.channels.values():
            if channel.type == 1 and channel.recipient is user:
                return channel
        channel = Channel("", None, type=1, recipient=user)
        self.channels[channel.id] = channel
        return channel

    def message(self, channel_id: int, message_id: int) -> Message | None:
        channel = self.channels.get(channel_id)
        messages = channel.messages if channel else []
        return next((one for one in messages if one.id == message_id), None)

    def visible(self, channel: Channel, user: User) -> list[Message]:
        """What a user sees in a channel."""
        return [one for one in channel.messages if one.only_for in (None, user.id)]

    def member(self, guild: Guild, user: User) -> JSON:
        roles = guild.members.get(user.id, [])
        return {
            "user": user.payload(),
            "roles": [str(role) for role in roles],
            "nick": None,
            "joined_at": "2026-01-01T00:00:00+00:00",
            "premium_since": None,
            "deaf": False,
            "mute": False,
            "flags": 0,
        }

    def permissions(self, guild: Guild, user: User) -> int:
        base = 0x00000400 | 0x00000800 | 0x00010000 | (1 << 31)
        for role in guild.members.get(user.id, []):
            base |= guild.roles.get(role, 0)
        return base

    def guild_payload(self, guild: Guild) -> JSON:
        everyone = {"id": str(guild.id), "name": "@everyone", "permissions": str(0x400 | 0x800)}
        roles = [everyone] + [
            {"id": str(role), "name": f"role {role}", "permissions": str(permissions)}
            for role, permissions in guild.roles.items()
        ]
        extra = {"color": 0, "colors": {"primary_color": 0}, "hoist": False, "position": 0}
        extra |= {"managed": False, "mentionable": False, "flags": 0}
        return {
            "id": str(guild.id),
            "name": guild.name,
            "icon": None,
            "owner_id": str(next(iter(guild.members))),
            "roles": [role | extra for role in roles],
            "emojis": [],
            "stickers": [],
            "features": [],
            "member_count": len(guild.members),
            "members": [self.member(guild, self.bot)],
            "channels": [one.payload() for one in guild.channels if one.type == 0],
            "threads": [
                one.payload() for one in guild.channels if one.type == 11 and self.tells_threads
            ],
            "voice_states": [],
            "presences": [],
            "stage_instances": [],
            "guild_scheduled_events": [],
            "preferred_locale": "zh-TW",
            "large": False,
            "unavailable": False,
            "verification_level": 0,
            "default_message_notifications": 1,
            "explicit_content_filter": 0,
            "mfa_level": 0,
            "premium_tier": 0,
            "nsfw_level": 0,
            "system_channel_flags": 0,
            "afk_timeout": 60,
        }
