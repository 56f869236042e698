"""The heartbeat file: written by a connected bot, read by a container's health check."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from pathlib import Path

HEARTBEAT = "heartbeat.json"
BEAT_SECONDS = 5.0
STALE_SECONDS = 30.0


def beat(path: Path, values: dict[str, Any]) -> None:
    """Write the file in one step."""
    beside = path.with_suffix(".new")
    beside.write_text(json.dumps(values), encoding="utf-8")
    beside.replace(path)


def is_alive(data_dir: Path, now: float) -> bool:
    """Whether the file was written a moment ago.

    Args:
        data_dir: The data folder.
        now: Seconds since the epoch.
    """
    try:
        at = float(json.loads((data_dir / HEARTBEAT).read_text(encoding="utf-8"))["at"])
    except (OSError, ValueError, KeyError, TypeError):
        return False
    return 0 <= now - at < STALE_SECONDS
