"""Answers that only the asker sees: a private chat, an ephemeral message.

A change to the log is shown with two buttons and done only after a yes; in a private chat the word
will do as well.
"""

from __future__ import annotations

import asyncio
import re
from dataclasses import replace
from typing import TYPE_CHECKING

from bot.discord.log_pictures import SHELL
from bot.discord.posting import respond, respond_text
from bot.discord.replies import Outgoing, compose, language_of
from bot.discord.services import Services, services_of, spoken_to
from bot.discord.words import say
from bot.logbook.changes import apply
from bot.rendering import receipt
from bot.understanding import reply_to_preview

if TYPE_CHECKING:
    import discord

    from bot.personal import Change
    from bot.schema import Answer, Language

_CONFIRM = ("說「確認」", "Say “yes”")
_SHELL = re.compile(r"`python -m bot log (?P<command>\w+)[^`]*`")
_OF_SHELL = {"export": "/log export", "import": "/log import", "erase": "/me erase"}
_COMMANDS = (("說「復原」", "用 /log undo "), ("Say “undo”", "Use /log undo"))


async def answer_privately(
    interaction: discord.Interaction, text: str, *, language: Language | None = None
) -> None:
    """Answer a question of the member over the member's own log; the response is deferred.

    Args:
        interaction: Deferred, ephemeral.
        text: The question.
        language: In which to answer, where a form wrote the question; its own if not given.
    """
    services = services_of(interaction)
    if not text:
        await respond_text(interaction, say("mine.forgotten", spoken_to(interaction)))
        return
    answer = await services.answer(
        text,
        user_id=str(interaction.user.id),
        guild_id=interaction.guild_id,
        language=language,
    )
    parts = await private_parts(services, interaction.user.id, answer)
    await respond(interaction, parts, language_of(answer), ephemeral=True)


async def private_parts(
    services: Services,
    user_id: int,
    answer: Answer,
    notes: tuple[str, ...] = (),
    *,
    head: str = "",
) -> tuple[Outgoing, ...]:
    """The messages of a private answer, with the buttons of a change that waits for a yes."""
    language = language_of(answer)
    tip = await _first_tip(services, user_id, language)
    parts = compose(for_discord(answer, language), head=head, notes=[*notes, *tip])
    if answer.pending is None or services.log is None:
        return parts
    view = _offer(services, user_id, answer.pending, language)
    return (*parts[:-1], replace(parts[-1], buttons=None, view=view))


async def settle_by_word(services: Services, user_id: int, text: str) -> str:
    """What became of the change that waits, when a message says yes or no to it; else empty."""
    said = reply_to_preview(text)
    key = services.previews.pop(user_id, "")
    proposal = services.proposals.take(key, services.clock()) if said and key else None
    if proposal is None:
        return ""
    if said == "cancel":
        return say("change.cancelled", "zh")
    return await proposal.run()


def _offer(services: Services, user_id: int, change: Change, language: Language) -> discord.ui.View:
    from bot.discord.views.confirm import choice_view  # noqa: PLC0415 - buttons answer privately

    log = services.log
    owner = str(user_id)

    async def carry_out() -> str:
        if log is None:
            return say("log.missing", language)
        done = await asyncio.to_thread(apply, log, owner, change)
        return _with_commands(receipt(done.kind, done.count, language, stale=done.stale))

    key = services.proposals.put(user_id, services.clock(), carry_out)
    services.previews[user_id] = key
    return choice_view(key, language, yes=say(f"change.{change.kind}", language))


def for_discord(answer: Answer, language: Language) -> Answer:
    """The answer with what to type in a shell replaced by what to press in Discord."""

    def told(line: str) -> str:
        if SHELL in line:
            return say("picture.how", language)
        if answer.pending is not None and line.startswith(_CONFIRM):
            return say("change.press", language)
        return line

    lines = map(told, answer.text.split("\n"))
    return replace(answer, text=_with_commands("\n".join(lines)))


def _with_commands(text: str) -> str:
    """Words to say again as commands: what is said in a channel would be heard by everybody."""
    for said, command in _COMMANDS:
        text = text.replace(said, command)
    return _SHELL.sub(lambda match: _OF_SHELL.get(match["command"], match[0]), text)


async def _first_tip(services: Services, user_id: int, language: Language) -> list[str]:
    """Once for each person: that the bot can read their own log."""
    name = f"tip:{user_id}"
    if services.log is None:
        return []
    told = await services.state.run(lambda state: state.meta(name))
    if told:
        return []
    await services.state.run(lambda state: state.set_meta(name, "1"))
    return [say("tip.first", language)]
