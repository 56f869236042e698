"""Answers that are being made, so that a stop can wait for them and tell the rest."""

from __future__ import annotations

import asyncio
import logging
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Iterator

logger = logging.getLogger(__name__)

TOLD_SECONDS = 3.0
"""Time to tell everybody who will get no answer."""


class OpenAnswers:
    """Belongs to the event loop."""

    def __init__(self) -> None:
        self._open: dict[asyncio.Task[object], Callable[[], Awaitable[object]]] = {}
        self.leaving = False
        """Whether nothing new is begun."""

    def __len__(self) -> int:
        return len(self._open)

    @contextmanager
    def entry(self, abandon: Callable[[], Awaitable[object]]) -> Iterator[None]:
        """Around the making of one answer.

        Args:
            abandon: Tells the person that there will be none.
        """
        task = asyncio.current_task()
        if task is None:
            raise RuntimeError("an answer is made outside of a task")
        self._open[task] = abandon
        try:
            yield
        finally:
            self._open.pop(task, None)

    async def drain(self, seconds: float) -> int:
        """Begin nothing new, wait for what is open, tell the rest; how many were told."""
        self.leaving = True
        if self._open:
            await asyncio.wait(set(self._open), timeout=seconds)
        rest = dict(self._open)
        for task in rest:
            task.cancel()
        if rest:
            told = asyncio.gather(*(one() for one in rest.values()), return_exceptions=True)
            try:
                await asyncio.wait_for(told, TOLD_SECONDS)
            except TimeoutError:
                logger.warning("not everybody could be told that the bot leaves")
        return len(rest)
