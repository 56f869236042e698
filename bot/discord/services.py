"""What the parts of the bot share; wired once, at the start."""

from __future__ import annotations

import asyncio
import logging
from collections import OrderedDict
from collections.abc import Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Protocol, cast

from bot.discord.brain import Brain
from bot.discord.desk import Desk
from bot.discord.failures import tell_failure
from bot.discord.leaving import OpenAnswers
from bot.discord.ledger import Ledger
from bot.discord.limits import Limits, Refusal
from bot.discord.proposals import Proposals
from bot.discord.sending import acknowledge, deliver
from bot.discord.settings import SettingsBook
from bot.discord.speaking import Shown, Speaker
from bot.discord.words import say
from bot.logbook import ClimbingLog
from bot.server_state import StateThread
from knowledge.text import has_han

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Awaitable

    import discord

    from bot.discord.speaking import Edit, Show
    from bot.schema import Answer, Language, Turn
    from bot.voice import Asked

logger = logging.getLogger(__name__)

REMEMBERED = 2_000
"""Questions kept in memory for the button 「只給我看」; a restart forgets them."""


@dataclass(frozen=True, slots=True)
class Member:
    """Who asked, and in which server; none in a private chat."""

    user_id: int
    guild_id: int | None


@dataclass(slots=True)
class Services:
    """The assistant, the queue, the state, and the clock."""

    brain: Brain
    desk: Desk
    state: StateThread
    settings: SettingsBook
    ledger: Ledger
    clock: Callable[[], datetime]
    limits: Limits = field(default_factory=Limits)
    open_answers: OpenAnswers = field(default_factory=OpenAnswers)
    log: ClimbingLog | None = None
    """The private log; ``None`` where an operator runs the bot without one."""
    proposals: Proposals = field(default_factory=Proposals)
    previews: dict[int, str] = field(default_factory=dict)
    """Key of the last change shown to each member."""
    speaker: Speaker | None = None
    """Tells answers again in a model's words; ``None`` without a model."""
    data_dir: Path | None = None
    """Where the knowledge is published; ``None`` where nothing may be changed."""
    operators: frozenset[str] = frozenset()
    questions: OrderedDict[str, str] = field(default_factory=OrderedDict)

    async def answer(
        self,
        text: str,
        *,
        history: tuple[Turn, ...] = (),
        user_id: str = "",
        guild_id: int | None = None,
        language: Language | None = None,
        tell: Callable[[int], Awaitable[None]] | None = None,
    ) -> Answer:
        """The answer to a question, made off the event loop."""
        now, scope = self.clock(), str(guild_id or "")
        return await self.desk.run(
            lambda: self.brain.answer(
                text, now, history=history, user_id=user_id, scope=scope, language=language
            ),
            tell=tell,
        )

    def speak(self, answer: Answer, asked: Asked, member: Member, show: Show, edit: Edit) -> None:
        """Read or tell an answer that was shown again, if there is a model.

        Args:
            answer: As it was shown.
            asked: The question.
            member: Who asked, and where.
            show: Makes the messages of an answer, as the shown one was made.
            edit: Changes the shown message.
        """
        if self.speaker is None:
            return
        user_id, guild_id = str(member.user_id), member.guild_id

        async def answer_to(text: str) -> Answer:
            own = user_id if asked.private else ""
            return await self.answer(text, history=asked.history, user_id=own, guild_id=guild_id)

        async def agreed() -> bool:
            if self.log is None:
                return False
            profile = await asyncio.to_thread(self.log.profile, user_id)
            return profile.get("voice") == "yes"

        shown = Shown(answer, asked, user_id, str(guild_id or ""), answer_to, agreed, show, edit)
        self.speaker.follow(shown, self.brain.knowledge.gazetteer)

    def refusal(self, user_id: int, guild_id: int | None) -> Refusal | None:
        """Count a question of a member; why it has to wait, if it has to."""
        settings = self.settings.of(guild_id)
        return self.limits.take(
            str(user_id),
            str(guild_id or ""),
            self.clock(),
            user=settings.user_quota,
            guild=settings.guild_quota,
        )

    def keep_question(self, key: str, text: str) -> None:
        """Remember a question for a while, in memory only."""
        self.questions[key] = text
        while len(self.questions) > REMEMBERED:
            self.questions.popitem(last=False)

    async def note(self, guild_id: int | None, user_id: int, action: str, detail: str = "") -> None:
        """Write what an admin did into the audit."""
        at = self.clock().isoformat(timespec="seconds")
        guild, user = str(guild_id or ""), str(user_id)
        await self.state.run(lambda state: state.audit(at, guild, user, action, detail))
        logger.info("audit: %s by %s in %s", action, user, guild or "a private chat")


class HasServices(Protocol):
    """The client, as its parts see it."""

    services: Services


def services_of(interaction: discord.Interaction) -> Services:
    """The services of the client that an interaction came to."""
    return cast("HasServices", interaction.client).services


def language_for(services: Services, guild_id: int | None, text: str) -> Language:
    """The language of notices about a message: the server's choice, else the message's own."""
    chosen = services.settings.of(guild_id).language
    if chosen != "auto":
        return chosen
    return "en" if any(map(str.isalpha, text)) and not has_han(text) else "zh"


def spoken_to(interaction: discord.Interaction) -> Language:
    """The language in which to speak to the person behind an interaction."""
    chosen = services_of(interaction).settings.of(interaction.guild_id).language
    if chosen != "auto":
        return chosen
    return "zh" if interaction.locale.value.startswith("zh") else "en"


def is_alone(interaction: discord.Interaction) -> bool:
    """Whether nobody else sees what is answered in public: a chat between the bot and one person.

    A private chat of several people has no server either.
    """
    return interaction.guild_id is None and not interaction.context.private_channel


def form_language(interaction: discord.Interaction, *typed: str | None) -> Language:
    """The language in which to answer a form: that of what was typed, else the person's own."""
    return "zh" if any(map(has_han, filter(None, typed))) else spoken_to(interaction)


def refusal_words(refusal: Refusal, language: Language) -> str:
    """A refusal, with the time when it ends."""
    return say(
        f"limit.{refusal.whose}",
        language,
        time=refusal.clock,
        span=say(f"span.{refusal.span}", language),
        count=refusal.count,
    )


async def respond(
    interaction: discord.Interaction,
    work: Callable[[], Awaitable[object]],
    *,
    ephemeral: bool = True,
    counted: bool = True,
) -> None:
    """Acknowledge, then do the work, unless ``responding`` says that nobody waits for it."""
    async with responding(interaction, ephemeral=ephemeral, counted=counted) as waits:
        if waits:
            await work()


@asynccontextmanager
async def responding(
    interaction: discord.Interaction, *, ephemeral: bool, counted: bool = False
) -> AsyncIterator[bool]:
    """Acknowledge before any work, then around the making of the answer.

    Args:
        interaction: What to respond to.
        ephemeral: Whether only the person who asked will see it; it cannot change later.
        counted: Whether it counts as a question for the limits.

    Yields:
        Whether to go on: somebody still waits and may ask.
    """
    waits = await acknowledge(
        lambda: interaction.response.defer(ephemeral=ephemeral, thinking=True)
    )
    if not waits:
        yield False
        return
    services = services_of(interaction)
    language = spoken_to(interaction)
    refusal = services.refusal(interaction.user.id, interaction.guild_id) if counted else None
    if refusal is not None:
        words = refusal_words(refusal, language)
        await deliver(lambda: interaction.edit_original_response(content=words))
        yield False
        return

    async def abandon() -> object:
        return await interaction.edit_original_response(content=say("leaving", language))

    with services.open_answers.entry(abandon):
        try:
            yield True
        except Exception as error:  # noqa: BLE001 - the runner of an interaction: somebody is told
            await tell_failure(interaction, error, language)
