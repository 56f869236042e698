"""Files into and out of a member's log."""

from __future__ import annotations

import asyncio
import io
from typing import TYPE_CHECKING

import discord

from bot.discord.markup import clip, escape
from bot.discord.posting import respond_text, respond_view
from bot.discord.sending import deliver
from bot.discord.services import Services, services_of, spoken_to
from bot.discord.views.confirm import choice_view
from bot.discord.words import say
from bot.errors import AssistantError
from bot.logbook.exporters import as_file, export, file_name
from bot.logbook.import_plan import ImportPlan, plan_import
from bot.logbook.importers import read_log
from bot.logbook.linking import Linker

if TYPE_CHECKING:
    from bot.logbook import ClimbingLog

MAX_BYTES = 10 * 2**20
PREVIEW = 1900


async def offer_import(interaction: discord.Interaction, attachment: discord.Attachment) -> None:
    """Read an attached file and show what it would bring; the response is deferred, ephemeral."""
    services, language = services_of(interaction), spoken_to(interaction)
    log = services.log
    if log is None:
        await respond_text(interaction, say("log.missing", language))
        return
    if attachment.size > MAX_BYTES:
        await respond_text(interaction, say("import.large", language, size=MAX_BYTES // 2**20))
        return
    owner = str(interaction.user.id)
    content = await deliver(attachment.read)
    try:
        plan = await services.desk.run(
            lambda: _plan(services, log, owner, content, attachment.filename)
        )
    except AssistantError as error:
        await respond_text(interaction, error.reply)
        return
    preview = clip(escape(plan.preview()), PREVIEW)
    if not plan.new:
        await respond_text(interaction, f"{preview}\n{say('import.nothing', language)}")
        return

    async def bring() -> str:
        report = await asyncio.to_thread(log.import_batch, owner, plan.source, plan.new)
        return say("import.done", language, added=report.added, known=report.known)

    key = services.proposals.put(interaction.user.id, services.clock(), bring)
    view = choice_view(key, language, yes=say("import.yes", language))
    await respond_view(interaction, preview, view)


async def send_export(interaction: discord.Interaction, format_: str) -> None:
    """The whole log as a file, for the member alone; the response is deferred, ephemeral."""
    services, language = services_of(interaction), spoken_to(interaction)
    log = services.log
    if log is None:
        await respond_text(interaction, say("log.missing", language))
        return
    owner = str(interaction.user.id)

    def write() -> tuple[int, bytes]:
        held = log.ascents(owner)
        return len(held), as_file(export(held, format_), format_)

    count, content = await services.desk.run(write)
    words = say("export.done", language, count=count)
    name = file_name(format_)
    await deliver(
        lambda: interaction.edit_original_response(
            content=words, attachments=[discord.File(io.BytesIO(content), name)]
        )
    )


def _plan(
    services: Services, log: ClimbingLog, owner: str, content: bytes, name: str
) -> ImportPlan:
    linker = Linker.of(services.brain.knowledge.catalogue)
    return plan_import(read_log(content, name), log.ascents(owner), linker)
