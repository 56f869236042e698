"""Which model, read from the environment: names beginning with ``YANYOU_MODEL``."""

from __future__ import annotations

import difflib
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final
from urllib.parse import urlsplit

from bot.errors import ConfigError

if TYPE_CHECKING:
    from collections.abc import Mapping

PREFIX: Final = "YANYOU_MODEL"
_NAMES: Final = {
    "YANYOU_MODEL": "model",
    "YANYOU_MODEL_URL": "url",
    "YANYOU_MODEL_KEY": "key",
    "YANYOU_MODEL_BASE": "base",
    "YANYOU_MODEL_STYLE": "style",
    "YANYOU_MODEL_TIMEOUT": "timeout_seconds",
    "YANYOU_MODEL_CONCURRENCY": "concurrency",
    "YANYOU_MODEL_MAX_TOKENS": "max_tokens",
    "YANYOU_MODEL_OWN": "own_roof",
    "YANYOU_MODEL_PER_DAY": "per_day",
    "YANYOU_MODEL_PRICE_IN": "price_in",
    "YANYOU_MODEL_PRICE_OUT": "price_out",
}


@dataclass(frozen=True, slots=True)
class ModelSettings:
    """A server (url and model) or a folder with weights (base); neither means no model."""

    url: str = ""
    """Base URL of an OpenAI-compatible server, with its ``/v1``."""
    model: str = ""
    """Name of the model or adapter there."""
    key: str = ""
    base: str = ""
    """Folder of a base model for Transformers in this process."""
    style: str = "full"
    """Size of the prompts; an adapter of the registry brings its own."""
    timeout_seconds: float = 30.0
    concurrency: int = 4
    max_tokens: int = 512
    own_roof: bool = False
    """Whether the model runs under the operator's own roof: only then may it read what is a
    member's own, and only of members who agreed."""
    per_day: int = 200
    """Answers a day that one member may have spoken; those beyond stay as they were rendered."""
    price_in: float = 0.0
    """Per million tokens read."""
    price_out: float = 0.0
    """Per million tokens written."""

    @property
    def there(self) -> bool:
        """Whether any model is configured."""
        return bool(self.url or self.base)


def load_model_settings(environment: Mapping[str, str]) -> ModelSettings:
    """The settings in the environment.

    Raises:
        ConfigError: A name is unknown, or a value is out of range.
    """
    given: dict[str, str] = {}
    for name, text in environment.items():
        if not name.startswith(PREFIX) or not text:
            continue
        if name not in _NAMES:
            near = difflib.get_close_matches(name, _NAMES, n=1)
            hint = f"，是不是「{near[0]}」？" if near else "。"
            raise ConfigError(name, f"不認得設定「{name}」{hint}")
        given[_NAMES[name]] = text
    settings = ModelSettings(
        url=given.get("url", "").rstrip("/"),
        model=given.get("model", ""),
        key=given.get("key", ""),
        base=given.get("base", ""),
        style=given.get("style", "full"),
        timeout_seconds=_number(given, "timeout_seconds", 30.0, 0.1, 600),
        concurrency=int(_number(given, "concurrency", 4, 1, 256)),
        max_tokens=int(_number(given, "max_tokens", 512, 16, 8192)),
        own_roof=_yes(given, "own_roof"),
        per_day=int(_number(given, "per_day", 200, 0, 100_000)),
        price_in=_number(given, "price_in", 0.0, 0, 1e6),
        price_out=_number(given, "price_out", 0.0, 0, 1e6),
    )
    _check(settings)
    return settings


def _check(settings: ModelSettings) -> None:
    if settings.url and settings.base:
        raise ConfigError("YANYOU_MODEL_BASE", "YANYOU_MODEL_URL 和 YANYOU_MODEL_BASE 只能設一個。")
    if settings.url and urlsplit(settings.url).scheme not in {"http", "https"}:
        raise ConfigError("YANYOU_MODEL_URL", "YANYOU_MODEL_URL 要是 http 或 https 的網址。")
    if settings.url and not settings.model:
        raise ConfigError(
            "YANYOU_MODEL", "設了 YANYOU_MODEL_URL，也要用 YANYOU_MODEL 說是哪個模型。"
        )
    if settings.style not in {"full", "compact"}:
        raise ConfigError("YANYOU_MODEL_STYLE", "YANYOU_MODEL_STYLE 只有 full 和 compact。")


def _yes(given: Mapping[str, str], field: str) -> bool:
    name = next(name for name, known in _NAMES.items() if known == field)
    said = given.get(field, "no").strip().casefold()
    if said not in {"yes", "no"}:
        raise ConfigError(name, f"{name} 只有 yes 和 no。")
    return said == "yes"


def _number(
    given: Mapping[str, str], field: str, default: float, least: float, most: float
) -> float:
    name = next(name for name, known in _NAMES.items() if known == field)
    try:
        value = float(given.get(field, default))
    except ValueError as error:
        raise ConfigError(name, f"{name} 要是數字。") from error
    if not least <= value <= most:
        raise ConfigError(name, f"{name} 要在 {least:g} 到 {most:g} 之間。")
    return value
