"""Pictures of a member's log."""

from __future__ import annotations

import asyncio
import io
from typing import TYPE_CHECKING

import discord

from bot.discord.markup import clip, escape
from bot.discord.replies import language_of
from bot.discord.sending import deliver
from bot.discord.services import services_of
from bot.discord.splitting import MESSAGE_LIMIT
from bot.discord.words import say
from bot.logbook.charts import NothingToDrawError, draw
from bot.logbook.errors import LogbookError

if TYPE_CHECKING:
    from bot.logbook.charts import Chart

SHELL = "python -m bot log chart"
"""How the words of a pyramid name the way to its picture; here it is at hand."""


async def send_picture(interaction: discord.Interaction, chart: Chart, question: str) -> None:
    """The answer to a question with a picture, for the member alone; deferred, ephemeral.

    Where there is nothing to draw, the words say so.
    """
    services = services_of(interaction)
    answer = await services.answer(
        question, user_id=str(interaction.user.id), guild_id=interaction.guild_id
    )
    try:
        picture = await picture_of(interaction, chart)
        reason = ""
    except NothingToDrawError:
        picture, reason = None, say("picture.none", language_of(answer))
    except LogbookError as error:
        picture, reason = None, error.reply
    told = [line for line in escape(answer.text).split("\n") if SHELL not in line]
    lines = [*told, reason] if reason and reason not in told else told
    files = [discord.File(io.BytesIO(picture), f"{chart}.png")] if picture else []
    content = clip("\n".join(lines), MESSAGE_LIMIT)
    await deliver(lambda: interaction.edit_original_response(content=content, attachments=files))


async def picture_of(interaction: discord.Interaction, chart: Chart) -> bytes | None:
    """A picture of the member's own log as a PNG; ``None`` where there is no log.

    Raises:
        LogbookError: There is nothing to draw, or no font to draw it with.
    """
    log = services_of(interaction).log
    if log is None:
        return None
    owner = str(interaction.user.id)
    return await asyncio.to_thread(lambda: draw(chart, log.ascents(owner)))
