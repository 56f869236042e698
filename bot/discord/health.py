"""Whether the bot is alive: a heartbeat file, and an HTTP endpoint for probes.

Alive means that the event loop turns and the gateway is connected, not merely that the process
exists.
"""

from __future__ import annotations

import asyncio
import logging
import math
import os
import time
from collections import deque
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from aiohttp import web

from bot.discord.heartbeat import BEAT_SECONDS, HEARTBEAT, beat

if TYPE_CHECKING:
    from bot.discord.client import YanyouBot

logger = logging.getLogger(__name__)

LAG_SECONDS = 0.05
"""How often the event loop's lag is measured."""
_LAGS_KEPT = 12_000


@dataclass(frozen=True, slots=True)
class Health:
    """What a probe is told."""

    ready: bool
    latency_ms: int | None
    """Round trip of the last gateway heartbeat."""
    open_answers: int
    waiting: int
    lag_p99_ms: float
    """Event-loop lag over the last ten minutes."""
    snapshot: int
    rss_mb: int


class Monitor:
    """Watches the loop and the gateway."""

    def __init__(self, bot: YanyouBot, data_dir: Path, gateway_timeout: float) -> None:
        self._bot = bot
        self._file = data_dir / HEARTBEAT
        self.gateway_timeout = gateway_timeout
        self._lags: deque[float] = deque(maxlen=_LAGS_KEPT)
        self._runner: web.AppRunner | None = None

    def health(self) -> Health:
        """The state of this moment."""
        latency = self._bot.latency
        lags = sorted(self._lags)
        services = self._bot.services
        return Health(
            ready=self._bot.connected_since is not None and not self._bot.is_closed(),
            latency_ms=round(latency * 1000) if math.isfinite(latency) else None,
            open_answers=len(services.open_answers),
            waiting=services.desk.waiting,
            lag_p99_ms=round(lags[int(len(lags) * 0.99)] * 1000, 2) if lags else 0.0,
            snapshot=services.brain.knowledge.version,
            rss_mb=_resident_megabytes(),
        )

    async def measure_lag(self) -> None:
        """How late the loop wakes what asked to be woken, until cancelled."""
        loop = asyncio.get_running_loop()
        while True:
            due = loop.time() + LAG_SECONDS
            await asyncio.sleep(LAG_SECONDS)
            self._lags.append(max(0.0, loop.time() - due))

    async def beat(self) -> None:
        """Write the heartbeat file while the gateway is connected, until cancelled."""
        while True:
            health = self.health()
            if health.ready:
                await asyncio.to_thread(beat, self._file, {"at": time.time(), **asdict(health)})
            await asyncio.sleep(BEAT_SECONDS)

    async def until_gateway_dies(self) -> None:
        """Return when the gateway has been gone for too long."""
        while True:
            await asyncio.sleep(1.0)
            gone = time.monotonic() - self._bot.lost_since
            if self._bot.connected_since is None and gone > self.gateway_timeout:
                logger.error("the gateway has been gone for %.0f s", gone)
                return

    async def serve(self, host: str, port: int) -> None:
        """Answer ``GET /healthz``: 200 while ready, else 503."""
        app = web.Application()
        app.router.add_get("/healthz", self._answer)
        self._runner = web.AppRunner(app, access_log=None)
        await self._runner.setup()
        await web.TCPSite(self._runner, host, port).start()
        logger.info("health on http://%s:%d/healthz", host, port)

    async def close(self) -> None:
        """Stop answering, and leave no heartbeat behind."""
        if self._runner is not None:
            await self._runner.cleanup()
        self._file.unlink(missing_ok=True)

    async def _answer(self, _: web.Request) -> web.Response:
        health = self.health()
        return web.json_response(asdict(health), status=200 if health.ready else 503)


def _resident_megabytes() -> int:
    """Memory that the process holds now; 0 where the system does not tell."""
    try:
        pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1])
    except (OSError, ValueError, IndexError):
        return 0
    return pages * os.sysconf("SC_PAGE_SIZE") // 2**20
