"""/me: what is kept about a member, and its end."""

from __future__ import annotations

import asyncio
import logging
from typing import TYPE_CHECKING

import discord

from bot.discord.posting import respond_text, respond_view
from bot.discord.services import Services, services_of, spoken_to
from bot.discord.views.confirm import choice_view
from bot.discord.words import say
from bot.logbook.importers import TITLES
from bot.personal import remembered
from bot.rendering import memory_lines

if TYPE_CHECKING:
    from bot.logbook import KnownAbout
    from bot.schema import Language
    from bot.server_state import State

logger = logging.getLogger(__name__)

_LABELS: dict[Language, dict[str, str]] = {
    "zh": {
        "votes": "你按的 👍 👎",
        "reports": "你回報的錯誤",
        "shares": "你分享到頻道的",
    },
    "en": {"votes": "your votes", "reports": "mistakes you reported", "shares": "what you share"},
}


async def tell_known(interaction: discord.Interaction) -> None:
    """Counts of everything kept; the response is deferred, ephemeral."""
    services, language = services_of(interaction), spoken_to(interaction)
    owner = str(interaction.user.id)
    rows = await services.state.run(lambda state: state.about_member(owner))
    lines = [say("me.head", language)]
    if services.log is not None:
        known = await asyncio.to_thread(services.log.known_about, owner)
        lines += known_lines(known, language)
        profile = await asyncio.to_thread(services.log.profile, owner)
        told = memory_lines(remembered(profile), language)
        lines += [say("me.memory", language), *told] if told else []
    colon = "：" if language == "zh" else ": "
    lines += [f"- {_LABELS[language][name]}{colon}{count}" for name, count in rows.items()]
    lines.append(say("me.tail", language))
    await respond_text(interaction, "\n".join(lines))


def known_lines(known: KnownAbout, language: Language) -> list[str]:
    """What the log holds, by count."""
    days = f"{known.first_day} – {known.last_day}" if known.first_day else "—"
    lines = [say("me.log", language, count=known.ascents, days=days, notes=known.with_notes)]
    if known.by_source:
        spoken = say("me.spoken", language)
        sources = "、".join(
            f"{TITLES.get(source, source) or spoken} {count}" for source, count in known.by_source
        )
        lines.append(say("me.sources", language, sources=sources, batches=known.batches))
    if known.backups_until is not None:
        lines.append(say("me.backups", language, day=known.backups_until))
    return lines


async def offer_erasure(interaction: discord.Interaction) -> None:
    """Ask once more, then erase everything everywhere; the response is deferred, ephemeral."""
    services, language = services_of(interaction), spoken_to(interaction)
    owner = str(interaction.user.id)
    client = interaction.client

    async def erase() -> str:
        await _take_shares_back(client, services, owner)
        gone = await services.state.run(lambda state: state.erase_member(owner))
        if services.log is None:
            return say("me.erased", language, count=gone, left=0)
        report = await asyncio.to_thread(services.log.erase, owner)
        return say("me.erased", language, count=gone + report.removed, left=report.left)

    key = services.proposals.put(interaction.user.id, services.clock(), erase)
    view = choice_view(key, language, yes=say("me.erase_yes", language))
    await respond_view(interaction, say("me.erase_ask", language), view)


async def _take_shares_back(client: discord.Client, services: Services, owner: str) -> None:
    """Remove what the member showed in channels."""

    def shared(state: State) -> tuple[tuple[str, str], ...]:
        return state.shares(owner)

    for channel_id, message_id in await services.state.run(shared):
        channel = client.get_partial_messageable(int(channel_id))
        try:
            await channel.get_partial_message(int(message_id)).delete()
        except discord.HTTPException as error:
            logger.warning("a share could not be taken back: %s %s", error.status, error.code)
