"""A form whose failure is told and not only logged."""

from __future__ import annotations

import discord

from bot.discord.failures import tell_failure
from bot.discord.services import spoken_to


class Form(discord.ui.Modal):
    """Base of the bot's forms."""

    async def on_error(  # type: ignore[override]  # as discord.py's own Modal has it
        self, interaction: discord.Interaction, error: Exception, /
    ) -> None:
        """Tell the person."""
        await tell_failure(interaction, error, spoken_to(interaction))
