"""/log share: one thing of a member's log in public, only by an explicit click, and taken back."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

import discord

from bot.discord.log_pictures import picture_of
from bot.discord.markup import escape
from bot.discord.posting import respond_text, respond_view
from bot.discord.sending import deliver
from bot.discord.services import Services, services_of, spoken_to
from bot.discord.views.confirm import choice_view
from bot.discord.views.share import share_view
from bot.discord.words import say
from bot.logbook.errors import LogbookError

if TYPE_CHECKING:
    from bot.ascents import Ascent
    from bot.schema import Language


async def offer_share(interaction: discord.Interaction, what: str) -> None:
    """Show the member what others would see, with a button to show it; deferred, ephemeral."""
    services, language = services_of(interaction), spoken_to(interaction)
    channel = interaction.channel
    if interaction.guild_id is None or not isinstance(channel, discord.abc.Messageable):
        await respond_text(interaction, say("share.where", language))
        return
    content, picture = await _shown(interaction, what)
    if not content:
        await respond_text(interaction, say("share.nothing", language))
        return
    user = interaction.user

    async def show() -> str:
        files = [discord.File(io.BytesIO(picture), f"{what}.png")] if picture else []
        try:
            sent = await deliver(
                lambda: channel.send(content, view=share_view(user.id, language), files=files)
            )
        except discord.Forbidden:
            return say("no_access", language, channel=f"<#{interaction.channel_id}>")
        await _remember(services, sent, user.id)
        return say("share.done", language)

    key = services.proposals.put(user.id, services.clock(), show)
    view = choice_view(key, language, yes=say("share.yes", language))
    await respond_view(interaction, f"{say('share.ask', language)}\n{content}", view)


async def _remember(services: Services, sent: discord.Message, user_id: int) -> None:
    at = services.clock().isoformat(timespec="seconds")
    message, channel, user = str(sent.id), str(sent.channel.id), str(user_id)
    await services.state.run(lambda state: state.share(message, channel, user, at))


async def _shown(interaction: discord.Interaction, what: str) -> tuple[str, bytes | None]:
    """The words and the picture that others would see; no words when there is nothing."""
    services, language = services_of(interaction), spoken_to(interaction)
    name = escape(interaction.user.display_name)
    if what == "pyramid":
        try:
            picture = await picture_of(interaction, "pyramid")
        except LogbookError:
            return "", None
        return (say("share.pyramid", language, name=name), picture) if picture else ("", None)
    log = services.log
    if log is None:
        return "", None
    owner = str(interaction.user.id)
    held = await services.desk.run(lambda: log.ascents(owner))
    climbed = [one for one in held if one.sent]
    if not climbed:
        return "", None
    last = max(
        climbed, key=lambda one: (str(one.day or ""), int(one.id) if one.id.isdigit() else 0)
    )
    return say("share.last", language, name=name, climb=climb_words(last, language)), None


def climb_words(ascent: Ascent, language: Language) -> str:
    """One climb in a line, without notes: name, grade, place, how it was done, day."""
    name = ascent.route_name or ascent.colour or ascent.grade
    result = say(f"result.{ascent.result}", language)
    parts = [f"「{name}」", ascent.grade if ascent.grade != name else "", ascent.place, result]
    parts.append(ascent.day.isoformat() if ascent.day else "")
    return escape("｜".join(part for part in parts if part))
