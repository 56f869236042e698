"""One message of a prompt."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True, slots=True)
class Message:
    """What one side says; a prompt is a tuple of these."""

    role: Literal["system", "user", "assistant"]
    content: str
