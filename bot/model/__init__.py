"""The language model behind a small protocol: any OpenAI-compatible server, or in this process.

LlamaIndex's LLM classes speak to it; nothing of theirs leaves this package. Without a setting
there is no model, and the assistant answers all the same.
"""

from bot.model.adapters import AdapterInfo, AdapterRefusedError, AdapterStore
from bot.model.chat import ChatModel, ModelError, Reply
from bot.model.opening import open_model
from bot.model.settings import ModelSettings, load_model_settings

__all__ = [
    "AdapterInfo",
    "AdapterRefusedError",
    "AdapterStore",
    "ChatModel",
    "ModelError",
    "ModelSettings",
    "Reply",
    "load_model_settings",
    "open_model",
]
