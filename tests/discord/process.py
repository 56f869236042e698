"""The bot as a process of its own, pointed at a loopback Discord."""

from __future__ import annotations

import asyncio
import os
import signal
import sys
from contextlib import asynccontextmanager
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from tests.discord.loopback.server import Loopback

ROOT = Path(__file__).parents[2]


class Process:
    """``python -m bot run`` and what it prints."""

    def __init__(self, process: asyncio.subprocess.Process) -> None:
        self._process = process
        self._output = asyncio.create_task(self._read())

    async def _read(self) -> str:
        stream = self._process.stderr
        return (await stream.read()).decode() if stream is not None else ""

    def terminate(self) -> None:
        self._process.send_signal(signal.SIGTERM)

    def kill(self) -> None:
        if self._process.returncode is None:
            self._process.kill()

    async def ended(self) -> tuple[int, str]:
        """Exit code and everything printed."""
        code = await asyncio.wait_for(self._process.wait(), 30)
        return code, await self._output


@asynccontextmanager
async def bot_process(
    server: Loopback, data_dir: Path, *arguments: str, **environment: str
) -> AsyncIterator[Process]:
    """A bot in a process of its own; killed at the end if it still runs."""
    inherited = {key: value for key, value in os.environ.items() if key in {"PATH", "HOME", "LANG"}}
    process = await asyncio.create_subprocess_exec(
        sys.executable,
        "-m",
        "bot",
        *(arguments or ("run",)),
        "--data-dir",
        str(data_dir),
        cwd=ROOT,
        env={
            **inherited,
            "YANYOU_LOG_KEY_FILE": str(data_dir.parent / "master.key"),
            **server.environment,
            **environment,
        },
        stderr=asyncio.subprocess.PIPE,
    )
    running = Process(process)
    try:
        yield running
    finally:
        running.kill()
        print(*await running.ended(), sep="\n")  # noqa: T201 - shown when the test fails
