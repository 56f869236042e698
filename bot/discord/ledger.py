"""What has been answered and how far each channel was read, in memory and in the state file.

``claim`` is what keeps a message from being answered twice: gateway, replay and history all pass
through it. The file is written in the background; what a crash loses is found again in the
channels' history, where the bot's own replies say what was answered.
"""

from __future__ import annotations

import asyncio
import logging
from collections import OrderedDict
from typing import TYPE_CHECKING

from bot.server_state import Seen

if TYPE_CHECKING:
    from bot.server_state import StateThread

logger = logging.getLogger(__name__)

KEPT = 20_000
FLUSH_SECONDS = 1.0


class Ledger:
    """Belongs to the event loop."""

    def __init__(self, thread: StateThread) -> None:
        self._thread = thread
        self._handled: OrderedDict[int, None] = OrderedDict()
        self._open: set[int] = set()
        self._newest: dict[int, Seen] = {}
        self._dirty_seen: dict[int, Seen] = {}
        self._dirty_handled: list[int] = []

    async def load(self) -> None:
        """Read what an earlier process left."""
        for one in await self._thread.run(lambda state: state.handled()):
            self._handled[one] = None
        for seen in await self._thread.run(lambda state: state.seen()):
            self._newest[seen.channel_id] = seen

    def claim(self, message_id: int) -> bool:
        """Take a message to answer it; ``False`` when it is being or has been answered."""
        if message_id in self._open or message_id in self._handled:
            return False
        self._open.add(message_id)
        return True

    def done(self, message_id: int) -> None:
        """The message was answered, or needs no answer."""
        self._open.discard(message_id)
        self._handled[message_id] = None
        self._dirty_handled.append(message_id)
        while len(self._handled) > KEPT:
            self._handled.popitem(last=False)

    def release(self, message_id: int) -> None:
        """Nobody could answer the message; somebody may try again."""
        self._open.discard(message_id)

    def saw(self, channel_id: int, message_id: int, *, private: bool) -> None:
        """A message of a channel arrived."""
        known = self._newest.get(channel_id)
        if known is None or message_id > known.message_id:
            seen = Seen(channel_id, message_id, private)
            self._newest[channel_id] = self._dirty_seen[channel_id] = seen

    def newest(self) -> dict[int, Seen]:
        """The newest message of every channel, as of now."""
        return dict(self._newest)

    async def flush(self) -> None:
        """Write what is new."""
        seen, self._dirty_seen = tuple(self._dirty_seen.values()), {}
        handled, self._dirty_handled = tuple(self._dirty_handled), []
        if seen or handled:
            await self._thread.run(lambda state: state.remember(seen, handled))

    async def keep_flushing(self) -> None:
        """Write what is new, once a second, until cancelled."""
        while True:
            await asyncio.sleep(FLUSH_SECONDS)
            await self.flush()
