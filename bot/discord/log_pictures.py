"""Pictures of a member's log."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

import discord

from bot.discord.private import answer_privately
from bot.discord.sending import deliver
from bot.discord.services import services_of, spoken_to
from bot.discord.words import say

if TYPE_CHECKING:
    from bot.schema import Language


async def send_picture(interaction: discord.Interaction, kind: str) -> None:
    """A picture with its words, for the member alone; the response is deferred, ephemeral."""
    language = spoken_to(interaction)
    content = await picture_of(interaction, kind)
    if content is None:
        await answer_privately(interaction, PICTURE_QUESTIONS[kind])
        return
    words = say(f"picture.{kind}", language)
    await deliver(
        lambda: interaction.edit_original_response(
            content=words, attachments=[discord.File(io.BytesIO(content), f"{kind}.png")]
        )
    )


async def picture_of(interaction: discord.Interaction, kind: str) -> bytes | None:
    """A picture of the member's own log as a PNG; ``None`` when there is nothing to draw."""
    services = services_of(interaction)
    log, draw = services.log, services.draw
    if log is None or draw is None:
        return None
    owner = str(interaction.user.id)
    language: Language = spoken_to(interaction)
    return await services.desk.run(lambda: draw(kind, log.ascents(owner), language))


PICTURE_QUESTIONS = {"pyramid": "我的難度金字塔", "volume": "我每個月爬幾條"}
