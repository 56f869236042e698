"""``transformers serve`` in a process of its own, on a port that the system picks."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import threading
from contextlib import contextmanager
from queue import SimpleQueue
from typing import IO, TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_SERVE: Final = "from transformers.cli.transformers import main; main()"
_RUNNING: Final = re.compile(r"running on (http://127\.0\.0\.1:\d+)")
_SETTINGS: Final = {
    "HF_HUB_OFFLINE": "1",
    "TOKENIZERS_PARALLELISM": "false",
    "OMP_WAIT_POLICY": "PASSIVE",
    "GOMP_SPINCOUNT": "0",
}
_START_SECONDS: Final = 120


@contextmanager
def serving(folder: Path, **settings: str) -> Iterator[str]:
    """The URL of a server whose models are the subfolders of this folder, by their names."""
    command = [sys.executable, "-c", _SERVE, "serve", "--host", "127.0.0.1", "--port", "0"]
    with subprocess.Popen(  # noqa: S603 - our own environment
        [*command, "--device", "cpu"],
        cwd=folder,
        env={**os.environ, **_SETTINGS, **settings},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        text=True,
    ) as server:
        assert server.stderr is not None
        told: SimpleQueue[str] = SimpleQueue()
        reader = threading.Thread(target=_read, args=(server.stderr, told), daemon=True)
        reader.start()
        try:
            url = told.get(timeout=_START_SECONDS)
            assert url.startswith("http"), f"the server ended: {url}"
            yield f"{url}/v1"
        finally:
            server.kill()
            reader.join()


def _read(stream: IO[str], told: SimpleQueue[str]) -> None:
    """Tell where the server listens, or at its end what it said; read on, so it never waits."""
    lines = []
    for line in stream:
        found = _RUNNING.search(line)
        if found:
            told.put(found[1])
        lines.append(line)
    told.put("".join(lines)[-2000:])
