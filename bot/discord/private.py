"""Answers that only the asker sees: a private chat, an ephemeral message."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.discord.posting import respond, respond_text
from bot.discord.replies import compose, language_of
from bot.discord.services import services_of, spoken_to
from bot.discord.words import say

if TYPE_CHECKING:
    import discord


async def answer_privately(interaction: discord.Interaction, text: str) -> None:
    """Answer a question of the member over the member's own log; the response is deferred."""
    services = services_of(interaction)
    if not text:
        await respond_text(interaction, say("mine.forgotten", spoken_to(interaction)))
        return
    answer = await services.answer(
        text, user_id=str(interaction.user.id), guild_id=interaction.guild_id
    )
    await respond(interaction, compose(answer), language_of(answer), ephemeral=True)
