"""/admin reload, history, rollback, diff: thin over what publishes the knowledge."""

from __future__ import annotations

import asyncio
import io
import re
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

import discord

from bot.discord.guard import actor_of, scope_of
from bot.discord.markup import clip, escape
from bot.discord.patience import shown_patiently
from bot.discord.posting import respond_text, respond_view
from bot.discord.sending import deliver
from bot.discord.services import Services, services_of, spoken_to
from bot.discord.views.confirm import choice_view
from bot.discord.words import say
from knowledge import knowledge_base as base
from knowledge.commands.words import ACTION_WORDS, clock, counted
from knowledge.errors import KnowledgeError
from knowledge.importers.notices import template

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from knowledge.knowledge_base import Actor, Diff, Plan
    from knowledge.schema import Problem
    from knowledge.snapshots import Entry

MAX_BYTES = 10 * 2**20
MAX_STEM = 60
SERVER_SOURCE = "伺服器公告"
"""What the notices of a server are said to come from, where its admins name nothing else."""
SHOWN_PROBLEMS = 12
SHOWN_CHANGES = 25
SHOWN_VERSIONS = 12
LIMIT = 1900
_SUFFIXES = {".json", ".csv", ".xlsx", ".yaml", ".yml", ".md", ".parquet"}
_MARKS = {"added": "＋", "changed": "～", "removed": "－"}


async def offer_reload(
    interaction: discord.Interaction,
    file: discord.Attachment,
    *,
    source: str,
    replace: bool,
    good_rows: bool,
) -> None:
    """Show what a file would change, with a button to do it; the response is deferred."""
    services, language = services_of(interaction), spoken_to(interaction)
    data_dir = services.data_dir
    suffix = Path(file.filename).suffix.lower()
    if data_dir is None or suffix not in _SUFFIXES or file.size > MAX_BYTES:
        words = say("admin.file", language, size=MAX_BYTES // 2**20)
        await respond_text(interaction, words)
        return
    content = await deliver(file.read)
    actor = actor_of(interaction)
    scope = None if actor.operator else scope_of(interaction)
    # what is cited where the file names no source; nothing in it leads out of the folder
    stem = re.sub(r"\W+", "_", Path(file.filename).stem)[:MAX_STEM].strip("_") or "upload"
    name = stem if actor.operator else SERVER_SOURCE

    def look() -> Plan:
        with tempfile.TemporaryDirectory(prefix="yanyou-") as folder:
            path = Path(folder) / f"{name}{suffix}"
            path.write_bytes(content)
            return base.plan_reload(
                data_dir, base.Request((path,), source, replace, good_rows, scope=scope)
            )

    plan = await shown_patiently(interaction, asyncio.to_thread(look))
    if plan.refused or plan.contents is None:
        words = "admin.refused_file" if plan.refused else "admin.no_change"
        lines = [
            say(words, language),
            *problem_lines(tuple(dict.fromkeys((*plan.problems, *plan.unreadable)))),
        ]
        await respond_text(interaction, clip("\n".join(lines), LIMIT))
        return
    key = services.proposals.put(
        interaction.user.id, services.clock(), _committing(services, data_dir, plan, actor)
    )
    lines = [*problem_lines((*plan.problems, *plan.remarks)), *diff_lines(plan.diff)]
    view = choice_view(key, language, yes=say("admin.load", language))
    await respond_view(interaction, clip("\n".join(lines), LIMIT), view)


async def send_template(interaction: discord.Interaction, form: str) -> None:
    """A form for notices to fill in; the response is deferred."""
    words = say("template.head", spoken_to(interaction))
    file = discord.File(io.BytesIO(template(form).encode("utf-8-sig")), f"notices.{form}")
    await deliver(lambda: interaction.edit_original_response(content=words, attachments=[file]))


async def tell_history(interaction: discord.Interaction) -> None:
    """The versions that this server's admins may know of."""
    services, language = services_of(interaction), spoken_to(interaction)
    data_dir = services.data_dir
    if data_dir is None:
        await respond_text(interaction, say("admin.demo", language))
        return
    operator, scope = actor_of(interaction).operator, scope_of(interaction)
    entries = await asyncio.to_thread(_known_history, data_dir)
    shown = [one for one in entries if operator or one.scope in ("", scope)][:SHOWN_VERSIONS]
    text = "\n".join(_version_line(entry, now=entry is entries[0]) for entry in shown)
    await respond_text(interaction, clip(text, LIMIT) or say("admin.demo", language))


async def offer_rollback(interaction: discord.Interaction, version: int) -> None:
    """Ask once more, then go back; for operators."""
    services, language = services_of(interaction), spoken_to(interaction)
    data_dir, actor = services.data_dir, actor_of(interaction)
    if data_dir is None:
        await respond_text(interaction, say("admin.demo", language))
        return
    actor.may_touch("")

    async def go_back() -> str:
        made = await asyncio.to_thread(base.rollback, data_dir, version, actor)
        await renew(services)
        if made is None:
            return say("admin.same", language, version=version)
        return say("admin.back", language, version=version, now=made.number)

    key = services.proposals.put(interaction.user.id, services.clock(), go_back)
    words = say("admin.ask_back", language, version=version)
    await respond_view(
        interaction, words, choice_view(key, language, yes=say("admin.do_back", language))
    )


async def tell_diff(interaction: discord.Interaction, before: int, after: int) -> None:
    """What differs between two versions; notices of servers are shown to operators only."""
    services, language = services_of(interaction), spoken_to(interaction)
    data_dir = services.data_dir
    if data_dir is None:
        await respond_text(interaction, say("admin.demo", language))
        return
    diff = await asyncio.to_thread(base.diff_versions, data_dir, before, after)
    if not actor_of(interaction).operator:
        diff = base.Diff(tuple(one for one in diff.changes if one.kind != "notices"))
    text = "\n".join(diff_lines(diff)) or say("admin.no_change", language)
    await respond_text(interaction, clip(text, LIMIT))


async def renew(services: Services) -> None:
    """Answer from the newest snapshot before anybody asks again."""
    await asyncio.to_thread(services.brain.settle)


def problem_lines(problems: tuple[Problem, ...]) -> list[str]:
    """Problems with their places; the rest is counted."""
    lines = [f"- {escape(str(problem))}" for problem in problems[:SHOWN_PROBLEMS]]
    rest = len(problems) - SHOWN_PROBLEMS
    return [*lines, f"- ……還有 {rest} 個"] if rest > 0 else lines


def diff_lines(diff: Diff) -> list[str]:
    """What changes, place by place, and the count."""
    lines: list[str] = []
    for where, changes in diff.by_place.items():
        lines.append(f"**{escape(where) or '其他'}**")
        lines += [f"{_MARKS[one.what]} {escape(one.name)}" for one in changes]
    if len(lines) > SHOWN_CHANGES:
        lines = [*lines[:SHOWN_CHANGES], "……"]
    return [*lines, f"共{counted(diff.counts)}。"] if diff else []


def _committing(
    services: Services, data_dir: Path, plan: Plan, actor: Actor
) -> Callable[[], Awaitable[str]]:
    async def commit() -> str:
        report = await asyncio.to_thread(base.commit, data_dir, plan, actor)
        await renew(services)
        return say("admin.loaded", "zh", version=report.version)

    return commit


def _known_history(data_dir: Path) -> tuple[Entry, ...]:
    try:
        return base.history(data_dir)
    except KnowledgeError:
        return ()


def _version_line(entry: Entry, *, now: bool) -> str:
    action = ACTION_WORDS.get(entry.action, entry.action)
    mark = "（目前）" if now else ""
    who = re.sub(r"^discord:(\d+)$", r"<@\1>", escape(entry.who))
    source = escape(entry.source)
    return f"**{entry.number}**{mark}　{clock(entry.at)}　{action}　{source}　{who}"
