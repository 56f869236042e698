"""The process environment that the training stack needs, set before it is imported."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from pathlib import Path

_ALWAYS: Final = {
    "HF_HUB_DISABLE_TELEMETRY": "1",
    "UNSLOTH_DISABLE_STATISTICS": "1",
    # never the automatic apt or download calls of the exporter
    "UNSLOTH_AUTO_INSTALL": "0",
    "UNSLOTH_OFFLINE": "1",
    "TOKENIZERS_PARALLELISM": "false",
    # libgomp spins otherwise and two threads are slower than one on a busy machine
    "OMP_WAIT_POLICY": "PASSIVE",
    "GOMP_SPINCOUNT": "0",
}
_OFFLINE: Final = {"HF_HUB_OFFLINE": "1", "TRANSFORMERS_OFFLINE": "1", "HF_DATASETS_OFFLINE": "1"}


def prepare_environment(scratch: Path, *, offline: bool) -> None:
    """Set what is not set yet; ``scratch`` takes Unsloth's compiled files."""
    settings = {**_ALWAYS, "UNSLOTH_COMPILE_LOCATION": str(scratch / "unsloth_compiled_cache")}
    if offline:
        settings |= _OFFLINE
    for name, value in settings.items():
        os.environ.setdefault(name, value)
