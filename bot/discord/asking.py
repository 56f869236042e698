"""From the form of a command to an answer under it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from discord import app_commands

from bot.discord.desk import BusyError
from bot.discord.markup import quote
from bot.discord.posting import respond, respond_text, respond_view
from bot.discord.replies import compose, language_of
from bot.discord.services import services_of, spoken_to
from bot.discord.views import mine_view
from bot.discord.views.mine import IN_MEMORY
from bot.discord.words import say

if TYPE_CHECKING:
    import discord

    from bot.discord.suggestions import Kind


async def ask(
    interaction: discord.Interaction, text: str, *, private: bool = False, quoted: bool = True
) -> None:
    """Answer a question in the deferred response.

    Args:
        interaction: Deferred; ephemeral when private.
        text: The question.
        private: Whether only the member sees the answer.
        quoted: Whether the question stands above the answer, so that others know what was asked.
    """
    services = services_of(interaction)
    alone = private or interaction.guild_id is None
    user_id = str(interaction.user.id) if alone else ""
    try:
        answer = await services.answer(text, user_id=user_id, guild_id=interaction.guild_id)
    except BusyError:
        await respond_text(interaction, say("queue.full", spoken_to(interaction)))
        return
    language = language_of(answer)
    if answer.intent == "personal" and not alone:
        key = f"{IN_MEMORY}{interaction.id}"
        services.keep_question(key, text)
        view = mine_view(interaction.user.id, key, language)
        await respond_view(interaction, say("mine.only", language), view)
        return
    head = quote(text) if quoted else ""
    await respond(interaction, compose(answer, head=head), language, ephemeral=private)
    services.speak(
        answer,
        (),
        lambda told: compose(told, head=head),
        lambda values: interaction.edit_original_response(**values),
    )


def suggest(
    interaction: discord.Interaction, kind: Kind, typed: str
) -> list[app_commands.Choice[str]]:
    """Choices for what was typed so far; from memory, never later."""
    found = services_of(interaction).brain.suggestions.find(kind, typed)
    return [app_commands.Choice(name=one.label, value=one.value) for one in found]
