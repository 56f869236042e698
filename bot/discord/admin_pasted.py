"""/admin gym paste: an announcement as it was posted elsewhere, read into a draft to confirm."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING, Any

from bot.announcements import MAX_CHARS, NoticeDraft, draft_notice
from bot.discord.admin_notices import publish, told
from bot.discord.guard import actor_of, scope_of
from bot.discord.markup import clip, escape
from bot.discord.posting import respond_text, respond_view
from bot.discord.services import services_of, spoken_to
from bot.discord.views.confirm import choice_view
from bot.discord.words import say
from knowledge import knowledge_base as base

if TYPE_CHECKING:
    import discord

    from bot.schema import Language
    from knowledge.knowledge_base import KnowledgeBase

LIMIT = 1800


async def offer_draft(interaction: discord.Interaction, text: str, about: str) -> None:
    """Show what was read of an announcement, and publish it after a yes; deferred, ephemeral."""
    services, language = services_of(interaction), spoken_to(interaction)
    data_dir = services.data_dir
    if data_dir is None:
        await respond_text(interaction, say("admin.demo", language))
        return
    knowledge, today = services.brain.knowledge, services.clock().date()
    about_id = services.brain.record_id(about)
    draft = await services.desk.run(
        lambda: draft_notice(
            text[:MAX_CHARS],
            today,
            knowledge.gazetteer,
            about_id=about_id,
            name_of=knowledge.name_of,
        )
    )
    shown = clip("\n".join(draft_lines(draft, knowledge, language)), LIMIT)
    if not draft.complete:
        await respond_text(interaction, f"{shown}\n{say('paste.open', language)}")
        return
    actor, scope = actor_of(interaction), scope_of(interaction)

    async def post() -> str:
        done = await publish(
            services, lambda: base.post_notice(data_dir, actor, scope, values_of(draft))
        )
        await services.note(interaction.guild_id, interaction.user.id, "gym post", done[0].id)
        return told(services, done, "posted", language)

    key = services.proposals.put(interaction.user.id, services.clock(), post)
    view = choice_view(key, language, yes=say("paste.yes", language))
    await respond_view(interaction, shown, view)


def draft_lines(draft: NoticeDraft, knowledge: KnowledgeBase, language: Language) -> list[str]:
    """The draft as it would be published, and what is not sure about it."""
    name = knowledge.name_of(draft.about_id) if draft.about_id else "—"
    ends = dict.fromkeys(str(day) for day in (draft.valid_from, draft.valid_until) if day)
    days = " – ".join(ends) or "—"
    lines = [
        say("paste.head", language),
        f"**{escape(draft.title)}**",
        say(
            "paste.about",
            language,
            name=escape(name),
            kind=say(f"kind.{draft.kind}", language) if draft.kind else "—",
            days=days,
        ),
    ]
    lines += [
        f"・{day} {'、'.join(f'{opens}-{closes}' for opens, closes in spans) or '公休'}"
        for day, spans in draft.hours
    ]
    if draft.walls:
        lines.append("・" + "、".join(map(escape, draft.walls)))
    lines.append(escape(draft.text))
    lines += [f"⚠️ {escape(question)}" for question in draft.questions]
    return lines


def values_of(draft: NoticeDraft) -> dict[str, Any]:
    """The draft in the fields of a notice file."""
    values = asdict(draft)
    return {
        "about": draft.about_id,
        "kind": draft.kind,
        "title": draft.title,
        "text": draft.text,
        "link": draft.link,
        "walls": list(draft.walls),
        "reported_on": draft.reported_on.isoformat(),
        **{
            key: values[key].isoformat() if values[key] else ""
            for key in ("valid_from", "valid_until")
        },
        "hours": {
            day.isoformat(): [f"{opens}-{closes}" for opens, closes in spans] or "closed"
            for day, spans in draft.hours
        }
        or None,
    }
