"""The model that the settings name."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

    from bot.model.chat import ChatModel
    from bot.model.settings import ModelSettings


def open_model(settings: ModelSettings, data_dir: Path) -> ChatModel | None:
    """A client or an in-process model with the registry's current adapter; ``None`` without one."""
    if settings.url:
        from bot.model.adapters import AdapterStore  # noqa: PLC0415
        from bot.model.remote import RemoteModel  # noqa: PLC0415 - LlamaIndex is slow to import

        return RemoteModel(settings, lambda: AdapterStore(data_dir).current_name())
    if settings.base:
        from bot.model.local import LocalModel  # noqa: PLC0415 - needs the training stack

        return LocalModel.open(settings, data_dir)
    return None
