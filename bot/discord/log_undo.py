"""/log undo: the member's last change, taken back."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from bot.discord.markup import escape
from bot.discord.posting import respond_text
from bot.discord.services import services_of, spoken_to
from bot.discord.words import say

if TYPE_CHECKING:
    import discord

    from bot.logbook import Undone
    from bot.schema import Language

SHOWN = 5


async def undo(interaction: discord.Interaction) -> None:
    """Take it back and say what it was; the response is deferred, ephemeral."""
    services, language = services_of(interaction), spoken_to(interaction)
    if services.log is None:
        await respond_text(interaction, say("log.missing", language))
        return
    undone = await asyncio.to_thread(services.log.undo, str(interaction.user.id))
    await respond_text(interaction, undone_words(undone, language))


def undone_words(undone: Undone | None, language: Language) -> str:
    """What was taken back, by name."""
    if undone is None:
        return say("undo.none", language)
    names = [escape(one.route_name or one.place or one.grade) for one in undone.ascents]
    told = "、".join(f"「{name}」" for name in names[:SHOWN] if name)
    if len(names) > SHOWN:
        told += "…"
    return say(f"undo.{undone.kind}", language, count=len(names), names=told)
