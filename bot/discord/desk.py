"""Where blocking work is done: a few threads behind a bounded queue that tells people they wait."""

from __future__ import annotations

import asyncio
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING, TypeVar

from bot.errors import AssistantError

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

T = TypeVar("T")

WORKERS = 2
"""Answers computed at once; more threads would only take turns on the interpreter."""
MAX_WAITING = 400
TELL_FROM = 20
"""Questions ahead from which somebody is told: about a quarter of a second of work."""


class BusyError(AssistantError):
    """The queue is full."""

    reply = "現在太多人在問，我答不過來，請過一分鐘再問一次。"


class Desk:
    """Runs blocking functions off the event loop, first come, first served."""

    def __init__(self, workers: int = WORKERS, max_waiting: int = MAX_WAITING) -> None:
        self._threads = ThreadPoolExecutor(workers, thread_name_prefix="desk")
        self._places = asyncio.Semaphore(workers)
        self._max_waiting = max_waiting
        self._waiting = 0

    @property
    def waiting(self) -> int:
        """How many pieces of work wait for a thread."""
        return self._waiting

    async def run(
        self, work: Callable[[], T], *, tell: Callable[[int], Awaitable[None]] | None = None
    ) -> T:
        """What the work returns.

        Args:
            work: Runs in a thread.
            tell: Called with the number of questions ahead when there are many.

        Raises:
            BusyError: Too many wait already.
        """
        if self._waiting >= self._max_waiting:
            raise BusyError
        self._waiting += 1
        try:
            ahead = self._waiting - 1
            if tell is not None and ahead >= TELL_FROM:
                await tell(ahead)
            await self._places.acquire()
        finally:
            self._waiting -= 1
        try:
            return await asyncio.get_running_loop().run_in_executor(self._threads, work)
        finally:
            self._places.release()

    def close(self) -> None:
        """Let the threads end; work that has not begun is dropped."""
        self._threads.shutdown(wait=False, cancel_futures=True)
