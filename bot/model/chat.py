"""What the assistant needs of a model, and how a model says that it cannot."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from bot.errors import AssistantError

if TYPE_CHECKING:
    from collections.abc import AsyncGenerator, Sequence


class Turn(Protocol):
    """One message: a role and what it says."""

    @property
    def role(self) -> str:
        """``system``, ``user`` or ``assistant``."""
        ...

    @property
    def content(self) -> str:
        """The words."""
        ...


@dataclass(frozen=True, slots=True)
class Reply:
    """What a model said, and what it took."""

    text: str
    model: str
    """Which model or adapter answered."""
    tokens_in: int = 0
    tokens_out: int = 0
    """0 where the server does not say."""
    seconds: float = 0.0
    cost: float = 0.0
    """In the operator's currency, from the configured price."""

    @property
    def pace(self) -> float:
        """Tokens a second; 0 when unknown."""
        return self.tokens_out / self.seconds if self.seconds else 0.0


class ModelError(AssistantError):
    """The model is not reachable, too slow, or answered nothing; the rendered answer stands."""

    reply = "語言模型現在沒有回應，先用資料直接回答。"


class ChatModel(Protocol):
    """A model that continues a conversation. Every wait has an end; errors are ModelError."""

    @property
    def name(self) -> str:
        """Which model or adapter answers now."""
        ...

    async def chat(self, messages: Sequence[Turn], *, max_tokens: int | None = None) -> Reply:
        """The whole answer."""
        ...

    def stream(
        self, messages: Sequence[Turn], *, max_tokens: int | None = None
    ) -> AsyncGenerator[str]:
        """The answer in pieces, as they come."""
        ...

    async def close(self) -> None:
        """Let go of connections and memory."""
        ...
