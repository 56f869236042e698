"""The second word: an answer that stands is read or told again by a model, where its words hold.

Nobody waits for it. It runs beside everything else, edits the message that is already there, and
whatever fails in it leaves that message as it was. Quotas count the use of the model; the rendered
answer costs nothing.
"""

from __future__ import annotations

import asyncio
import logging
import time
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

import discord

from bot.discord.limits import GUILD_QUOTA, Limits, Quota
from bot.discord.posting import values_of
from bot.discord.replies import language_of
from bot.discord.sending import deliver
from bot.model import ModelSettings
from bot.schema import Answer
from bot.voice import Asked, Teller, Traces, voice_settings

if TYPE_CHECKING:
    from datetime import datetime

    from bot.discord.replies import Outgoing
    from bot.model import ChatModel
    from bot.voice import SpokenAnswer
    from knowledge.gazetteer import Gazetteer

    Show = Callable[[Answer], tuple[Outgoing, ...]]
    Edit = Callable[[dict[str, Any]], Awaitable[object]]

logger = logging.getLogger(__name__)

AT_A_TIME = 4
"""Answers that are spoken at once; more are left as they were rendered."""
A_MINUTE = 10
"""Answers a minute that one member may have spoken."""


@dataclass(frozen=True, slots=True)
class Shown:
    """An answer that was shown, and what is needed to show it anew."""

    answer: Answer
    asked: Asked
    user_id: str
    guild_id: str
    answer_to: Callable[[str], Awaitable[Answer]]
    """Answers another wording of the question, in the same conversation, off the event loop."""
    agreed: Callable[[], Awaitable[bool]]
    """Whether the asker agreed that a model reads what is theirs."""
    show: Show
    """Makes the messages of an answer, as the shown one was made."""
    edit: Edit
    """Changes the shown message."""


class Speaker:
    """Reads questions again and speaks answers after they were shown."""

    def __init__(
        self,
        model: ChatModel,
        traces: Traces,
        clock: Callable[[], datetime],
        settings: ModelSettings | None = None,
    ) -> None:
        settings = settings or ModelSettings()
        self._teller = Teller(model, time.monotonic, voice_settings(settings))
        self._quota = Quota(per_minute=A_MINUTE, per_day=settings.per_day)
        self._limits = Limits()
        self._model = model
        self._traces = traces
        self._clock = clock
        self._running: set[asyncio.Task[None]] = set()

    def follow(self, shown: Shown, gazetteer: Gazetteer) -> None:
        """Read or speak an answer that was shown, if there is room and it is one message."""
        if len(self._running) >= AT_A_TIME or len(shown.show(shown.answer)) != 1:
            return
        task = asyncio.create_task(self._speak(shown, gazetteer))
        self._running.add(task)
        task.add_done_callback(self._running.discard)

    async def settled(self) -> None:
        """Wait for what is being spoken."""
        await asyncio.gather(*self._running)

    async def close(self) -> None:
        """Stop speaking; what was shown stands."""
        for task in self._running:
            task.cancel()
        await asyncio.gather(*self._running, return_exceptions=True)
        await self._model.close()

    def _may_use(self, shown: Shown) -> bool:
        """Count one use of the model, if the member has one left."""
        now = self._clock()
        refusal = self._limits.take(
            shown.user_id, shown.guild_id, now, user=self._quota, guild=GUILD_QUOTA
        )
        return refusal is None

    async def _speak(self, shown: Shown, gazetteer: Gazetteer) -> None:
        asked = shown.asked
        if asked.private:
            asked = replace(asked, agreed=await shown.agreed())
        if not self._teller.has_use(shown.answer, asked) or not self._may_use(shown):
            return
        stands = shown.answer

        async def change(answer: Answer) -> None:
            nonlocal stands
            parts = shown.show(answer)
            if answer.text != stands.text and len(parts) == 1:
                values = values_of(parts[0], language_of(answer))
                await deliver(lambda: shown.edit(values), attempts=2)
                stands = answer

        try:
            spoken = await self._teller.tell(
                shown.answer, asked, shown.answer_to, change, gazetteer
            )
        except (discord.HTTPException, OSError) as error:
            # gone, or Discord is in trouble: the answer stands as it was
            logger.info("an answer could not be edited: %s", type(error).__name__)
            return
        except Exception:
            # a fault of ours in reading a model's words: the answer stands as it was shown
            logger.exception("a model's words could not be judged")
            return
        await asyncio.to_thread(self._record, spoken)

    def _record(self, spoken: SpokenAnswer) -> None:
        try:
            self._traces.record(spoken, self._clock())
        except OSError as error:
            logger.warning("a trace could not be written: %s", error.strerror)
