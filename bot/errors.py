"""Errors of the assistant: ``str(error)`` is English for logs, ``reply`` is zh-TW for people."""

from __future__ import annotations


class AssistantError(Exception):
    """Base of everything that the bot package raises on purpose."""

    reply = "我這邊出了點狀況，請稍後再試。"


class BatchLineError(AssistantError):
    """A line of a batch file is not a question."""

    def __init__(self, reason: str, reply: str) -> None:
        super().__init__(reason)
        self.reply = reply


class ConfigError(AssistantError):
    """A setting in the environment is unknown or out of range."""

    def __init__(self, name: str, reply: str) -> None:
        super().__init__(f"bad setting {name}")
        self.name = name
        self.reply = reply
