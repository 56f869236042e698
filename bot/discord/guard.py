"""Who may administer: Discord's own setting can be overridden, so it is checked here as well."""

from __future__ import annotations

import logging
from contextlib import asynccontextmanager
from typing import TYPE_CHECKING

import discord

from bot.discord.posting import respond_text
from bot.discord.services import responding, services_of, spoken_to
from bot.discord.words import say
from knowledge.knowledge_base import Actor

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Awaitable, Callable

logger = logging.getLogger(__name__)


def may_administer(interaction: discord.Interaction) -> bool:
    """Whether somebody manages the server, has its configured role, or is an operator."""
    services = services_of(interaction)
    if str(interaction.user.id) in services.operators:
        return True
    if interaction.guild_id is None or not isinstance(interaction.user, discord.Member):
        return False
    if interaction.permissions.manage_guild or interaction.permissions.administrator:
        return True
    role = services.settings.of(interaction.guild_id).admin_role
    # as Discord sent them: ``roles`` leaves out those that the cache does not know
    return role is not None and interaction.user._roles.has(role)  # noqa: SLF001


def actor_of(interaction: discord.Interaction) -> Actor:
    """Who changes the knowledge; every change is noted with the id."""
    operators = services_of(interaction).operators
    user = str(interaction.user.id)
    return Actor(f"discord:{user}", operator=user in operators)


def scope_of(interaction: discord.Interaction) -> str:
    """The server whose notices are theirs to change."""
    return str(interaction.guild_id or "")


async def refuse(interaction: discord.Interaction, action: str) -> str:
    """Note that somebody tried; what to tell them."""
    await services_of(interaction).note(
        interaction.guild_id, interaction.user.id, f"refused {action}"
    )
    return say("admin.refused", spoken_to(interaction))


async def administer(
    interaction: discord.Interaction, action: str, work: Callable[[], Awaitable[object]]
) -> None:
    """Do the work of an admin around which ``administering`` stands."""
    async with administering(interaction, action) as allowed:
        if allowed:
            await work()


@asynccontextmanager
async def administering(interaction: discord.Interaction, action: str) -> AsyncIterator[bool]:
    """Acknowledge, check, note: around what an admin does, seen by the admin alone.

    Yields:
        Whether to go on.
    """
    async with responding(interaction, ephemeral=True) as waits:
        if not waits:
            yield False
        elif may_administer(interaction):
            await services_of(interaction).note(interaction.guild_id, interaction.user.id, action)
            yield True
        else:
            await respond_text(interaction, await refuse(interaction, action))
            yield False
