"""/admin settings and /admin status."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.discord.audit import action_words
from bot.discord.markup import clip, escape
from bot.discord.posting import respond_text
from bot.discord.services import services_of, spoken_to
from bot.discord.words import say
from knowledge.commands.words import clock

if TYPE_CHECKING:
    import discord

    from bot.discord.settings import GuildSettings
    from bot.schema import Language

LIMIT = 1900


async def change(interaction: discord.Interaction, **values: str) -> None:
    """Write settings of this server and show them all; the response is deferred."""
    services = services_of(interaction)
    if interaction.guild_id is None:
        return
    settings = services.settings.of(interaction.guild_id)
    for name, value in values.items():
        settings = await services.settings.change(interaction.guild_id, name, value)
        await services.note(interaction.guild_id, interaction.user.id, f"setting {name}", value)
    await respond_text(interaction, settings_words(settings, spoken_to(interaction)))


def with_channel(settings: GuildSettings, channel_id: int, *, on: bool) -> str:
    """The setting of the answering channels with one more or one less."""
    kept = settings.channels | {channel_id} if on else settings.channels - {channel_id}
    return ",".join(str(one) for one in sorted(kept))


def settings_words(settings: GuildSettings, language: Language) -> str:
    """All settings of a server."""
    none = say("settings.none", language)
    return say(
        "settings.all",
        language,
        channels="、".join(f"<#{one}>" for one in sorted(settings.channels)) or none,
        words=say(f"language.{settings.language}", language),
        role=f"<@&{settings.admin_role}>" if settings.admin_role else none,
        user_minute=settings.user_quota.per_minute,
        user_day=settings.user_quota.per_day,
        guild_minute=settings.guild_quota.per_minute,
        guild_day=settings.guild_quota.per_day,
        threads=say("settings.on" if settings.threads else "settings.off", language),
    )


async def tell_status(interaction: discord.Interaction) -> None:
    """What is loaded, what members think, what admins did; the response is deferred."""
    services, language = services_of(interaction), spoken_to(interaction)
    knowledge = services.brain.knowledge
    catalogue = knowledge.catalogue
    guild = str(interaction.guild_id or "")
    up, down = await services.state.run(lambda state: state.votes())
    reports = await services.state.run(lambda state: state.reports(guild))
    audits = await services.state.run(lambda state: state.audits(guild, 8))
    latency = interaction.client.latency
    lines = [
        say(
            "status.head",
            language,
            version=knowledge.version,
            routes=catalogue.route_count,
            gyms=len(catalogue.all_gyms()),
            notices=len(knowledge.notices(guild)),
            latency=round(latency * 1000) if 0 < latency < 100 else "—",
            waiting=services.desk.waiting,
            up=up,
            down=down,
        )
    ]
    if reports:
        lines.append(say("status.reports", language))
        lines += [f"- {clock(one.at)}　{escape(one.about)}：{escape(one.text)}" for one in reports]
    if audits:
        lines.append(say("status.audit", language))
        lines += [
            f"- {clock(at)}　<@{who}>　{action_words(what, detail, language)}"
            for at, who, what, detail in audits
        ]
    await respond_text(interaction, clip("\n".join(lines), LIMIT))
