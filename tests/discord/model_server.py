"""A small OpenAI-compatible server on loopback whose words are written beforehand."""

from __future__ import annotations

import asyncio
import json
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from aiohttp import web

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

PIECE = 5


@dataclass
class ModelServer:
    """Streams what it is told to; an empty script never ends."""

    says: str = ""
    reads: str = ""
    """The answer to a question that is not streamed: a typed query."""
    status: int = 200
    url: str = ""
    heard: list[dict[str, Any]] = field(default_factory=list)
    """The bodies of all requests."""

    @property
    def environment(self) -> dict[str, str]:
        """Settings that point a bot here."""
        return {"YANYOU_MODEL_URL": f"{self.url}/v1", "YANYOU_MODEL": "scripted"}

    async def answer(self, request: web.Request) -> web.StreamResponse:
        """One chat completion, streamed where that is asked for."""
        body = await request.json()
        self.heard.append(body)
        if self.status != 200:
            return web.json_response({"error": {"message": "no"}}, status=self.status)
        if not body.get("stream"):
            return web.json_response(_whole(self.reads))
        response = web.StreamResponse(headers={"Content-Type": "text/event-stream"})
        await response.prepare(request)
        if not self.says:
            await asyncio.Event().wait()
        for at in range(0, len(self.says), PIECE):
            delta = {"role": "assistant", "content": self.says[at : at + PIECE]}
            await response.write(_event({"delta": delta, "index": 0, "finish_reason": None}))
        await response.write(_event({"delta": {}, "index": 0, "finish_reason": "stop"}))
        await response.write(b"data: [DONE]\n\n")
        return response


def _whole(text: str) -> dict[str, Any]:
    message = {"role": "assistant", "content": text}
    choice = {"message": message, "index": 0, "finish_reason": "stop"}
    return {
        "id": "1",
        "object": "chat.completion",
        "created": 0,
        "model": "scripted",
        "choices": [choice],
    }


def _event(choice: dict[str, Any]) -> bytes:
    chunk = {
        "id": "1",
        "object": "chat.completion.chunk",
        "created": 0,
        "model": "scripted",
        "choices": [choice],
    }
    return f"data: {json.dumps(chunk)}\n\n".encode()


@asynccontextmanager
async def model_server(says: str = "") -> AsyncIterator[ModelServer]:
    """A running server."""
    server = ModelServer(says)
    application = web.Application()
    application.router.add_post("/v1/chat/completions", server.answer)
    runner = web.AppRunner(application, shutdown_timeout=0.1)
    await runner.setup()
    site = web.TCPSite(runner, "127.0.0.1", 0)
    await site.start()
    port = runner.addresses[0][1]
    server.url = f"http://127.0.0.1:{port}"
    try:
        yield server
    finally:
        await runner.cleanup()
