"""/me and the message menu: what is kept about a member, and an ascent read out of a message."""

from __future__ import annotations

from typing import TYPE_CHECKING

import discord
from discord import app_commands
from discord.ext import commands

from bot.discord.addressing import question_text
from bot.discord.log_files import send_export
from bot.discord.member_data import offer_erasure, tell_known
from bot.discord.private import answer_privately
from bot.discord.services import form_language, respond, responding

if TYPE_CHECKING:
    from bot.discord.services import Services

MENU = "記到我的紀錄"


class MeCog(commands.GroupCog, group_name="me", group_description="What I know about you"):
    """A member's data: seen, taken along, erased."""

    def __init__(self, services: Services) -> None:
        self.services = services
        self.menus = (app_commands.ContextMenu(name=MENU, callback=self.record_message),)
        """Entries of the menu of a message."""

    @app_commands.command(name="about", description="What I know about you")
    async def about(self, interaction: discord.Interaction) -> None:
        """Counts of everything kept."""
        await respond(interaction, lambda: tell_known(interaction), counted=False)

    @app_commands.command(name="remember", description="Have me remember or forget your level …")
    @app_commands.describe(text="I climb around 5.10a / I like slabs / forget my level")
    async def remember(self, interaction: discord.Interaction, text: str) -> None:
        """What a member tells of themselves, kept after a yes."""
        await respond(interaction, lambda: answer_privately(interaction, text))

    @app_commands.command(name="export", description="Everything about you as a file")
    async def export(self, interaction: discord.Interaction) -> None:
        """The log, losing nothing."""
        await respond(interaction, lambda: send_export(interaction, "json"), counted=False)

    @app_commands.command(name="erase", description="Erase everything about you")
    async def erase(self, interaction: discord.Interaction) -> None:
        """Everything goes, after a yes."""
        await respond(interaction, lambda: offer_erasure(interaction), counted=False)

    async def record_message(
        self, interaction: discord.Interaction, message: discord.Message
    ) -> None:
        """An ascent read out of a message, shown before it is saved."""
        async with responding(interaction, ephemeral=True, counted=True) as waits:
            me = interaction.client.user
            if waits and me is not None:
                text = f"記一筆：{question_text(message, me.id)}"
                language = form_language(interaction, text.partition("：")[2])
                await answer_privately(interaction, text, language=language)
