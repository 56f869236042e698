"""The second word: an answer that stands is told again by a model, where its words hold.

Nobody waits for it. It runs beside everything else, edits the message that is already there, and
whatever fails in it leaves that message as it was.
"""

from __future__ import annotations

import asyncio
import logging
import time
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import discord

from bot.discord.posting import values_of
from bot.discord.replies import language_of
from bot.discord.sending import deliver
from bot.voice import Breaker, Traces, Voice, VoiceSettings, speak_answer

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable
    from datetime import datetime

    from bot.discord.replies import Outgoing
    from bot.model import ChatModel
    from bot.schema import Answer, Turn
    from bot.voice import SpokenAnswer
    from knowledge.gazetteer import Gazetteer

    Show = Callable[[Answer], tuple[Outgoing, ...]]
    Edit = Callable[[dict[str, Any]], Awaitable[object]]

logger = logging.getLogger(__name__)

AT_A_TIME = 4
"""Answers that are spoken at once; more are left as they were rendered."""


class Speaker:
    """Speaks answers after they were shown."""

    def __init__(self, model: ChatModel, traces: Traces, clock: Callable[[], datetime]) -> None:
        self._voice = Voice(model, Breaker(time.monotonic), time.monotonic, VoiceSettings())
        self._model = model
        self._traces = traces
        self._clock = clock
        self._running: set[asyncio.Task[None]] = set()

    def follow(
        self,
        answer: Answer,
        history: tuple[Turn, ...],
        gazetteer: Gazetteer,
        show: Show,
        edit: Edit,
    ) -> None:
        """Speak an answer that was shown, if there is room and it is one message.

        Args:
            answer: As it was shown.
            history: The conversation before it.
            gazetteer: The names of the whole catalogue.
            show: Makes the messages of an answer, as the shown one was made.
            edit: Changes the shown message.
        """
        if len(self._running) >= AT_A_TIME or len(show(answer)) != 1:
            return
        task = asyncio.create_task(self._speak(answer, history, gazetteer, show, edit))
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

    async def _speak(
        self,
        answer: Answer,
        history: tuple[Turn, ...],
        gazetteer: Gazetteer,
        show: Show,
        edit: Edit,
    ) -> None:
        shown = answer.text

        async def change(text: str) -> None:
            nonlocal shown
            parts = show(replace(answer, text=text))
            if text != shown and len(parts) == 1:
                await deliver(lambda: edit(values_of(parts[0], language_of(answer))), attempts=2)
                shown = text

        try:
            spoken = await speak_answer(
                self._voice, answer, history=history, edit=change, gazetteer=gazetteer
            )
        except (discord.HTTPException, OSError) as error:
            # gone, or Discord is in trouble: the answer stands as it was
            logger.info("an answer could not be edited: %s", type(error).__name__)
            return
        await asyncio.to_thread(self._record, spoken)

    def _record(self, spoken: SpokenAnswer) -> None:
        try:
            self._traces.record(spoken, self._clock())
        except OSError as error:
            logger.warning("a trace could not be written: %s", error.strerror)
