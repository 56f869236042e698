"""/admin gym: notices of this server."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, Any

from bot.discord.admin_knowledge import renew
from bot.discord.guard import actor_of, scope_of
from bot.discord.markup import clip, escape
from bot.discord.posting import respond_text
from bot.discord.services import Services, services_of, spoken_to
from bot.discord.words import say
from knowledge import knowledge_base as base

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

    import discord

    from bot.schema import Language
    from knowledge.schema import Notice

MAX_LABEL = 100
MAX_CHOICES = 25


async def post(interaction: discord.Interaction, values: Mapping[str, Any]) -> None:
    """Publish a notice; the response is deferred."""
    actor, scope = actor_of(interaction), scope_of(interaction)
    await _publish(
        interaction,
        lambda data_dir: base.post_notice(data_dir, actor, scope, values),
        "posted",
        noted="gym post",
    )


async def edit(interaction: discord.Interaction, notice_id: str, values: Mapping[str, Any]) -> None:
    """Change a notice; the response is deferred."""
    actor, scope = actor_of(interaction), scope_of(interaction)
    await _publish(
        interaction,
        lambda data_dir: base.edit_notice(data_dir, actor, scope, notice_id, values),
        "edited",
        noted="gym edit",
    )


async def retire(interaction: discord.Interaction, notice_id: str) -> None:
    """Take a notice of this server down; the response is deferred."""
    if all(one.id != notice_id for one in notices_of(interaction)):
        await respond_text(interaction, say("notice.unknown", spoken_to(interaction)))
        return
    actor, scope = actor_of(interaction), scope_of(interaction)
    await _publish(
        interaction,
        lambda data_dir: base.retire_notice(data_dir, actor, scope, notice_id),
        "retired",
    )


def notices_of(interaction: discord.Interaction) -> tuple[Notice, ...]:
    """The notices that are this server's own."""
    knowledge = services_of(interaction).brain.knowledge
    scope = scope_of(interaction)
    return tuple(one for one in knowledge.notices(scope) if one.scope == scope)


def notice_label(notice: Notice) -> str:
    """A notice in a list."""
    return clip(f"{notice.title or notice.text}（{notice.reported_on}）", MAX_LABEL)


async def _publish(
    interaction: discord.Interaction,
    work: Callable[[Path], tuple[Notice, int]],
    done: str,
    *,
    noted: str = "",
) -> None:
    services, language = services_of(interaction), spoken_to(interaction)
    data_dir = services.data_dir
    if data_dir is None:
        await respond_text(interaction, say("admin.demo", language))
        return
    made = await publish(services, lambda: work(data_dir))
    if noted:
        await services.note(interaction.guild_id, interaction.user.id, noted, made[0].id)
    await respond_text(interaction, told(services, made, done, language))


async def publish(services: Services, work: Callable[[], tuple[Notice, int]]) -> tuple[Notice, int]:
    """Do it, and answer from it before anybody asks again."""
    made = await asyncio.to_thread(work)
    await renew(services)
    return made


def told(services: Services, made: tuple[Notice, int], done: str, language: Language) -> str:
    """What was done with a notice."""
    notice, version = made
    return say(
        f"admin.{done}",
        language,
        title=escape(clip(notice.title or notice.text, 200)),
        name=escape(services.brain.knowledge.name_of(notice.about_id) or notice.about_id),
        version=version,
    )
