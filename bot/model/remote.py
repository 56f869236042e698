"""Any OpenAI-compatible server: vLLM, llama.cpp, Ollama, TGI, a hosted one."""

from __future__ import annotations

import asyncio
import time
from typing import TYPE_CHECKING, Any, Final

from llama_index.core.base.llms.types import ChatMessage, MessageRole
from llama_index.llms.openai_like import OpenAILike

from bot.model.chat import ModelError, Reply

if TYPE_CHECKING:
    from collections.abc import AsyncGenerator, Callable, Sequence

    from bot.model.chat import Turn
    from bot.model.settings import ModelSettings


REGISTRY: Final = "registry"
"""As the model's name: whichever version the registry names now."""


class RemoteModel:
    """A client with a deadline for every answer and a limit on answers at a time.

    Args:
        settings: Where the server is; its model may be ``registry``.
        promoted: Name of the version that the registry names now, for ``registry``: every answer
            asks anew, so a promotion or a rollback needs no restart.
    """

    def __init__(self, settings: ModelSettings, promoted: Callable[[], str] | None = None) -> None:
        self._settings = settings
        self._promoted = promoted if settings.model == REGISTRY else None
        self._room = asyncio.Semaphore(settings.concurrency)
        self._client = OpenAILike(
            model=settings.model,
            api_base=settings.url,
            api_key=settings.key or "none",
            is_chat_model=True,
            temperature=0.0,
            max_tokens=None,  # LlamaIndex would put it over that of the call
            max_retries=0,
            timeout=settings.timeout_seconds,
            reuse_client=True,
        )
        # its modules are imported when they are first asked for: not while members wait for answers
        _ = self._own_client.chat.completions, self._own_client.models

    @property
    def name(self) -> str:
        """The model or adapter asked for by name; empty while no version is promoted."""
        return self._settings.model if self._promoted is None else self._promoted()

    async def chat(self, messages: Sequence[Turn], *, max_tokens: int | None = None) -> Reply:
        """The whole answer.

        Raises:
            ModelError: Not reachable, refused, too slow or empty.
        """
        started = time.monotonic()
        try:
            name = self._named()
            async with asyncio.timeout(self._settings.timeout_seconds), self._room:
                response = await self._client.achat(
                    _converted(messages), model=name, **self._limit(max_tokens)
                )
        except Exception as error:
            raise _model_error(error) from error
        text = response.message.content or ""
        if not text.strip():
            raise ModelError("the model answered nothing")
        usage = _usage(response.raw)
        return Reply(
            text=text,
            model=name,
            tokens_in=usage[0],
            tokens_out=usage[1],
            seconds=time.monotonic() - started,
            cost=self._cost(*usage),
        )

    async def stream(
        self, messages: Sequence[Turn], *, max_tokens: int | None = None
    ) -> AsyncGenerator[str]:
        """The answer in pieces; the deadline holds for the whole of it.

        Raises:
            ModelError: Not reachable, refused or too slow.
        """
        try:
            name = self._named()
            async with asyncio.timeout(self._settings.timeout_seconds), self._room:
                pieces = await self._client.astream_chat(
                    _converted(messages), model=name, **self._limit(max_tokens)
                )
                async for piece in pieces:
                    if piece.delta:
                        yield piece.delta
        except GeneratorExit:
            raise
        except Exception as error:
            raise _model_error(error) from error

    async def models(self) -> tuple[str, ...]:
        """Names that the server offers.

        Raises:
            ModelError: Not reachable.
        """
        try:
            async with asyncio.timeout(self._settings.timeout_seconds):
                page = await self._own_client.models.list()
        except Exception as error:
            raise _model_error(error) from error
        return tuple(model.id for model in page.data)

    async def close(self) -> None:
        """Close the connections."""
        await self._own_client.close()

    @property
    def _own_client(self) -> Any:
        return self._client._get_aclient()  # noqa: SLF001 - LlamaIndex has no public way

    def _named(self) -> str:
        """The name to ask for.

        Raises:
            ModelError: The registry is followed and no version is promoted.
        """
        name = self.name
        if not name:
            raise ModelError("no version is promoted")
        return name

    def _limit(self, max_tokens: int | None) -> dict[str, int]:
        return {"max_tokens": max_tokens or self._settings.max_tokens}

    def _cost(self, tokens_in: int, tokens_out: int) -> float:
        settings = self._settings
        return (tokens_in * settings.price_in + tokens_out * settings.price_out) / 1e6


def _converted(messages: Sequence[Turn]) -> list[ChatMessage]:
    return [ChatMessage(role=MessageRole(one.role), content=one.content) for one in messages]


def _usage(raw: Any) -> tuple[int, int]:
    usage = getattr(raw, "usage", None)
    return (
        getattr(usage, "prompt_tokens", None) or 0,
        getattr(usage, "completion_tokens", None) or 0,
    )


def _model_error(error: BaseException) -> ModelError:
    """What went wrong, without addresses or keys."""
    return ModelError(f"model call failed: {type(error).__name__}")
