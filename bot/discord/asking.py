"""From the form of a command to an answer under it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from discord import app_commands

from bot.discord.desk import BusyError
from bot.discord.markup import clip, escape, quote
from bot.discord.posting import respond, respond_text, respond_view
from bot.discord.private import for_discord, private_parts
from bot.discord.replies import compose, language_of
from bot.discord.services import Member, form_language, is_alone, services_of, spoken_to
from bot.discord.views import mine_view
from bot.discord.views.mine import IN_MEMORY
from bot.discord.words import say
from bot.voice import Asked

if TYPE_CHECKING:
    import discord

    from bot.discord.suggestions import Kind
    from bot.schema import Intent, Language

_ABOUT: dict[Kind, frozenset[Intent]] = {
    "route": frozenset({"fact", "clarify"}),
    "crag": frozenset({"crag_info", "clarify"}),
    "gym": frozenset({"gym_info", "clarify"}),
    "term": frozenset({"knowledge"}),
    "grade": frozenset({"convert"}),
}
"""What an answer is about when the name was understood."""


async def ask(
    interaction: discord.Interaction,
    text: str,
    *,
    private: bool = False,
    quoted: bool = True,
    language: Language | None = None,
) -> None:
    """Answer a question in the deferred response.

    Args:
        interaction: Deferred; ephemeral when private.
        text: The question.
        private: Whether only the member sees the answer.
        quoted: Whether the question stands above the answer, so that others know what was asked.
        language: In which to answer; the question's own if not given.
    """
    services = services_of(interaction)
    alone = private or is_alone(interaction)
    user_id = str(interaction.user.id) if alone else ""
    try:
        answer = await services.answer(
            text, user_id=user_id, guild_id=interaction.guild_id, language=language
        )
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
    if alone:
        parts = await private_parts(services, interaction.user.id, answer, head=head)
    else:
        parts = compose(answer, head=head)
    await respond(interaction, parts, language, ephemeral=private)
    services.speak(
        answer,
        Asked(text, private=alone),
        Member(interaction.user.id, interaction.guild_id),
        lambda told: compose(for_discord(told, language) if alone else told, head=head),
        lambda values: interaction.edit_original_response(**values),
    )


async def look_up(interaction: discord.Interaction, kind: Kind, name: str) -> None:
    """Show the route, crag, gym or word of a name in the deferred response; or that there is none.

    Misspellings are understood; what nothing resembles is said to be unknown.
    """
    services = services_of(interaction)
    text = services.brain.question_about(kind, name)
    language = form_language(interaction, name)
    answer = await services.answer(text, guild_id=interaction.guild_id, language=language)
    unknown = kind == "term" and not services.brain.suggestions.find(kind, name)
    if unknown or answer.intent not in _ABOUT[kind]:
        words = say("not_found", language, name=escape(clip(name, 100)))
        await respond_text(interaction, words)
        return
    await respond(interaction, compose(answer), language_of(answer), ephemeral=False)


async def convert(interaction: discord.Interaction, grade: str, system: str) -> None:
    """Show a grade in another system, or in all others, in the deferred response."""
    services, language = services_of(interaction), form_language(interaction, grade)
    text = f"{grade} 等於 {system} 幾級" if system else f"{grade} 換算成其他難度系統"
    answer = await services.answer(text, guild_id=interaction.guild_id, language=language)
    if answer.intent not in _ABOUT["grade"]:
        words = say("grade.unknown", language, name=escape(clip(grade, 100)))
        await respond_text(interaction, words)
        return
    await respond(interaction, compose(answer), language, ephemeral=False)


def suggest(
    interaction: discord.Interaction, kind: Kind, typed: str
) -> list[app_commands.Choice[str]]:
    """Choices for what was typed so far; from memory, never later."""
    found = services_of(interaction).brain.suggestions.find(kind, typed)
    return [app_commands.Choice(name=one.label, value=one.value) for one in found]
