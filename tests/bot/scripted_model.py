"""A working model whose words are written beforehand; it streams them in pieces of any size."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncGenerator, Callable, Iterator, Sequence
from dataclasses import dataclass, field
from random import Random

from bot.model import ModelError, Reply
from bot.model.chat import Turn

Script = str | ModelError | Callable[[], Iterator[str]]


@dataclass
class ScriptedModel:
    """Answers the first question with the first script, and so on; the last one repeats."""

    scripts: Sequence[Script]
    name: str = "scripted"
    rng: Random = field(default_factory=lambda: Random(1))  # noqa: S311 - not secret
    heard: list[tuple[Turn, ...]] = field(default_factory=list)
    """Every prompt, in order."""

    async def stream(
        self, messages: Sequence[Turn], *, max_tokens: int | None = None
    ) -> AsyncGenerator[str]:
        """The next script in pieces."""
        script = self.scripts[min(len(self.heard), len(self.scripts) - 1)]
        self.heard.append(tuple(messages))
        if isinstance(script, ModelError):
            raise script
        for piece in self._pieces(script) if isinstance(script, str) else script():
            await asyncio.sleep(0)
            yield piece

    async def chat(self, messages: Sequence[Turn], *, max_tokens: int | None = None) -> Reply:
        """The next script as a whole."""
        return Reply("".join([piece async for piece in self.stream(messages)]), self.name)

    async def close(self) -> None:
        """Nothing is held."""

    def _pieces(self, text: str) -> Iterator[str]:
        at = 0
        while at < len(text):
            size = self.rng.randint(1, 9)
            yield text[at : at + size]
            at += size


class SilentModel(ScriptedModel):
    """Never says a word and never ends."""

    def __init__(self) -> None:
        super().__init__(scripts=("",))

    async def stream(
        self, messages: Sequence[Turn], *, max_tokens: int | None = None
    ) -> AsyncGenerator[str]:
        """Wait for something that does not come."""
        self.heard.append(tuple(messages))
        await asyncio.Event().wait()
        yield ""
