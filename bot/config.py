"""Settings from the environment, checked at start; nothing is read at import."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from bot.errors import ConfigError

if TYPE_CHECKING:
    from collections.abc import Mapping

PREFIX = "YANYOU_"
DEMO = Path(__file__).resolve().parents[1] / "data" / "demo"
DEFAULT_DATA_DIR = Path("data") / "var"
_TEST_ONLY = frozenset({"YANYOU_REAL_DATA"})


@dataclass(frozen=True, slots=True)
class Config:
    """What an operator may choose."""

    data_dir: Path = DEFAULT_DATA_DIR
    """Folder of snapshots and state."""
    embedding: str = "lsa"
    """``lsa``, ``huggingface:MODEL`` or ``openai-like:MODEL@URL``."""
    log_key_file: Path | None = None
    """Master key of the private log; ``None`` for the user's own configuration folder."""


def load_config(environment: Mapping[str, str]) -> Config:
    """The settings in the environment.

    Raises:
        ConfigError: A name that starts with ``YANYOU_`` is not a setting.
    """
    known = {"YANYOU_DATA_DIR", "YANYOU_EMBEDDING", "YANYOU_LOG_KEY_FILE"}
    for name in environment:
        if name.startswith(PREFIX) and name not in known | _TEST_ONLY:
            raise ConfigError(name, f"不認得設定「{name}」，可用的有：{'、'.join(sorted(known))}。")
    key_file = environment.get("YANYOU_LOG_KEY_FILE")
    return Config(
        data_dir=Path(environment.get("YANYOU_DATA_DIR") or DEFAULT_DATA_DIR),
        log_key_file=Path(key_file) if key_file else None,
        embedding=environment.get("YANYOU_EMBEDDING") or "lsa",
    )
