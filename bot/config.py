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
_KNOWN = frozenset(
    {
        "YANYOU_DATA_DIR",
        "YANYOU_EMBEDDING",
        "YANYOU_GATEWAY_TIMEOUT",
        "YANYOU_HEALTH_HOST",
        "YANYOU_HEALTH_PORT",
        "YANYOU_LOG_KEY_FILE",
        "YANYOU_USER",
        "YANYOU_OPERATORS",
    }
)
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
    user: str = ""
    """Who sits at the terminal, as the log knows them; empty for nobody."""
    operators: frozenset[str] = frozenset()
    """Discord user ids of those who may change what every server sees."""
    health_host: str = "127.0.0.1"
    health_port: int | None = None
    """Port of ``GET /healthz``; ``None`` opens none."""
    gateway_timeout_seconds: float = 60.0
    """How long Discord's gateway may be gone before the bot ends, to be started anew."""


def load_config(environment: Mapping[str, str]) -> Config:
    """The settings in the environment.

    Raises:
        ConfigError: A name that starts with ``YANYOU_`` is not a setting.
    """
    for name in environment:
        # the model's own settings are checked where a model is opened (bot.model.settings)
        if name.startswith("YANYOU_MODEL"):
            continue
        if name.startswith(PREFIX) and name not in _KNOWN | _TEST_ONLY:
            raise ConfigError(
                name, f"不認得設定「{name}」，可用的有：{'、'.join(sorted(_KNOWN))}。"
            )
    key_file = environment.get("YANYOU_LOG_KEY_FILE")
    port = environment.get("YANYOU_HEALTH_PORT", "").strip()
    return Config(
        data_dir=Path(environment.get("YANYOU_DATA_DIR") or DEFAULT_DATA_DIR),
        log_key_file=Path(key_file) if key_file else None,
        embedding=environment.get("YANYOU_EMBEDDING") or "lsa",
        user=(environment.get("YANYOU_USER") or "").strip(),
        operators=_ids("YANYOU_OPERATORS", environment.get("YANYOU_OPERATORS", "")),
        health_host=environment.get("YANYOU_HEALTH_HOST") or "127.0.0.1",
        health_port=int(_number("YANYOU_HEALTH_PORT", port, 1, 65535)) if port else None,
        gateway_timeout_seconds=_number(
            "YANYOU_GATEWAY_TIMEOUT", environment.get("YANYOU_GATEWAY_TIMEOUT") or "60", 1, 86400
        ),
    )


def _number(name: str, text: str, low: int, high: int) -> float:
    try:
        value = float(text)
    except ValueError:
        value = low - 1.0
    if not low <= value <= high:
        raise ConfigError(name, f"設定「{name}」要是 {low} 到 {high} 的數字。")
    return value


def _ids(name: str, text: str) -> frozenset[str]:
    ids = frozenset(part.strip() for part in text.split(",") if part.strip())
    if not all(one.isdigit() for one in ids):
        raise ConfigError(name, f"設定「{name}」要是用逗號分開的 Discord 使用者 ID。")
    return ids
