"""The client: connection, commands, messages, and what happens when the connection is lost."""

from __future__ import annotations

import asyncio
import logging
import sys
import time
from typing import TYPE_CHECKING, Any

import discord
from discord import app_commands
from discord.ext import commands
from discord.gateway import DiscordWebSocket

from bot.discord.addressing import server_of
from bot.discord.cogs import COGS
from bot.discord.endpoints import resume_at
from bot.discord.events import be_tolerant
from bot.discord.failures import log_failure, tell_failure
from bot.discord.invitation import invitation
from bot.discord.places import place
from bot.discord.recovery import baseline, catch_up
from bot.discord.services import spoken_to
from bot.discord.talk import Talk
from bot.discord.translator import ZhTranslator
from bot.discord.views import ITEMS
from bot.discord.views.loose import press_loose
from bot.discord.words import say

if TYPE_CHECKING:
    from collections.abc import Mapping

    from bot.discord.services import Services
    from bot.server_state import Seen

logger = logging.getLogger(__name__)


def intents() -> discord.Intents:
    """What the bot listens to: servers, and what is said to it there and in private."""
    wanted = discord.Intents.none()
    wanted.guilds = True
    wanted.guild_messages = True
    wanted.dm_messages = True
    wanted.message_content = True
    return wanted


class Tree(app_commands.CommandTree["YanyouBot"]):
    """Commands that begin nothing while the bot leaves, and say so when something fails."""

    async def interaction_check(self, interaction: discord.Interaction[YanyouBot], /) -> bool:
        """Whether the command may begin."""
        if not interaction.client.services.open_answers.leaving:
            return True
        if interaction.type is not discord.InteractionType.autocomplete:
            words = say("leaving", spoken_to(interaction))
            await interaction.response.send_message(words, ephemeral=True)
        return False

    async def on_error(
        self, interaction: discord.Interaction[YanyouBot], error: app_commands.AppCommandError, /
    ) -> None:
        """Tell the person; log where, never what."""
        cause = error.original if isinstance(error, app_commands.CommandInvokeError) else error
        await tell_failure(interaction, cause, spoken_to(interaction))


class YanyouBot(commands.Bot):
    """One gateway connection."""

    def __init__(self, services: Services) -> None:
        super().__init__(
            command_prefix=(),
            help_command=None,
            tree_cls=Tree,
            intents=intents(),
            allowed_mentions=discord.AllowedMentions.none(),
            chunk_guilds_at_startup=False,
            max_messages=5000,
        )
        be_tolerant(self._connection.parsers)
        self.services = services
        self.connected_since: float | None = None
        """``time.monotonic`` of READY or RESUMED; ``None`` while the gateway is gone."""
        self.lost_since: float = time.monotonic()
        self._talk: Talk | None = None
        self._gap: dict[int, Seen] | None = None
        """How far we were when the socket was lost; ``None`` while there is one."""
        self._owed: dict[int, Seen] | None = None
        """How far we were before the new session, whose gap is still to be read."""
        self._before: Mapping[int, Seen] | None = None
        """How far we were before the present session; ``None`` until its gap is being read."""
        self._away: dict[int, Mapping[int, Seen]] = {}
        """The same for servers that went away meanwhile."""
        self._looked_up: set[int] = set()
        """Channels that Discord was asked about."""
        self._background: set[asyncio.Task[Any]] = set()

    async def setup_hook(self) -> None:
        """Before the gateway: commands, buttons, what an earlier process left."""
        if self.user is None:
            raise RuntimeError("setup without a login")
        await self.services.settings.load()
        await self.services.ledger.load()
        self._talk = Talk(self.services, self.user.id)
        self._gap = self.services.ledger.newest()
        await self.tree.set_translator(ZhTranslator())
        for cog in COGS:
            made = cog(self.services)
            await self.add_cog(made)
            for menu in getattr(made, "menus", ()):
                self.tree.add_command(menu)
        self.add_dynamic_items(*ITEMS)

    def keep(self, work: Any) -> None:
        """Run something in the background until the bot closes."""
        task = asyncio.create_task(work)
        self._background.add(task)
        task.add_done_callback(self._background.discard)

    async def on_connect(self) -> None:
        """A new session began; its servers are still coming in, and it may be lost again."""
        if isinstance(self.ws, DiscordWebSocket):
            self.ws.gateway = resume_at(self.ws.gateway)
        self._before = None
        gap, self._gap = self._gap or {}, None
        self._owed = gap if self._owed is None else self._owed

    async def on_ready(self) -> None:
        """A new session: answer what was said since the last one."""
        self._connected()
        logger.info("ready in %d servers", len(self.guilds))
        if not self.guilds and self.application_id is not None:
            logger.info("invite me: %s", invitation(self.application_id))
        before, self._owed = self._owed or {}, None
        self._before = before
        await catch_up(self, before, self.on_message)
        self._note_newest()

    async def on_guild_available(self, guild: discord.Guild) -> None:
        """A server came late or came back: what was said there since is read as well."""
        before = self._away.pop(guild.id, self._before)
        if before is None:  # all servers are read together when they are there
            return
        await catch_up(self, before, self.on_message, only=guild)
        self._note_newest(guild)

    async def on_guild_join(self, guild: discord.Guild) -> None:
        """The same, where Discord does not say that it knew us before."""
        await self.on_guild_available(guild)

    async def on_guild_unavailable(self, guild: discord.Guild) -> None:
        """Remember how far we were there."""
        self._away.setdefault(guild.id, self.services.ledger.newest())

    async def on_resumed(self) -> None:
        """The old session goes on and Discord has replayed everything."""
        self._connected()
        self._gap = None

    async def on_disconnect(self) -> None:
        """Remember how far we were, in case the session cannot be resumed."""
        if self.connected_since is not None:
            self.connected_since, self.lost_since = None, time.monotonic()
        if self._gap is None:
            self._gap = self.services.ledger.newest()

    async def on_message(self, message: discord.Message, /) -> None:
        """Somebody said something; who leaves does not count it as read, so the next one will."""
        if self.services.open_answers.leaving:
            return
        await place(self, message, self._looked_up)
        private = server_of(message) is None
        self.services.ledger.saw(message.channel.id, message.id, private=private)
        if self._talk is not None:
            await self._talk.hear(message)

    async def on_interaction(self, interaction: discord.Interaction[YanyouBot], /) -> None:
        """Somebody pressed something that discord.py may not find."""
        await press_loose(interaction)

    async def on_error(self, event_method: str, /, *args: Any, **kwargs: Any) -> None:
        """An event handler failed: log where, never what."""
        error = sys.exception() if sys.version_info >= (3, 12) else sys.exc_info()[1]
        if error is not None:
            log_failure(event_method, error)

    async def close(self) -> None:
        """Stop the background work, write the state, leave the gateway."""
        for task in tuple(self._background):
            task.cancel()
        await super().close()

    def _note_newest(self, only: discord.Guild | None = None) -> None:
        """Count what was said before we came as read."""
        ledger = self.services.ledger
        known = ledger.newest()
        for channel_id, newest in baseline(self, only=only):
            if channel_id not in known:
                ledger.saw(channel_id, newest, private=False)

    def _connected(self) -> None:
        self.connected_since = time.monotonic()
