"""The REST side of the loopback Discord: requests read and answered, a loud 501 for no route."""

from __future__ import annotations

import asyncio
import json
import re
import time
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from typing import Any

from aiohttp import BodyPartReader, web

from tests.discord.loopback.gateway import Gateway
from tests.discord.loopback.rules import RefusedError, check_message
from tests.discord.loopback.world import Channel, Interaction, Message, World, snowflake

JSON = dict[str, Any]
FIFTEEN_MINUTES = 900.0


@dataclass(slots=True)
class Fault:
    """An error that the next matching requests get instead of what they asked for."""

    method: str
    path: re.Pattern[str]
    status: int
    times: int
    retry_after: float = 0.05
    via: bool = True
    """A 429 without the header looks like a ban to discord.py."""


@dataclass(slots=True)
class Call:
    """One request, read."""

    method: str
    path: str
    query: dict[str, str]
    body: Any
    files: list[tuple[str, bytes]]
    parts: tuple[str, ...] = ()


Handler = Callable[["Rest", Call], Awaitable[Any]]
Routes = tuple[tuple[str, re.Pattern[str], Handler], ...]
"""Method, path and who answers."""


@dataclass(slots=True)
class Rest:
    """Answers requests on the world and tells the gateway what happened."""

    world: World
    gateway: Gateway
    token: str
    routes: Routes
    base: str = ""
    faults: list[Fault] = field(default_factory=list)
    log: list[tuple[str, str, int]] = field(default_factory=list)
    """Method, path and status of every request."""
    typed: list[int] = field(default_factory=list)
    """Channels in which the bot was seen typing."""
    on_message: Callable[[Message], None] = lambda _: None
    """Told of every message that the bot sends."""
    whole_messages: bool = True
    """Whether a press brings along the whole message of its button."""
    tells_threads: bool = True
    """Whether a new thread is told of before what is said in it."""
    waiting: int = 0
    """Messages of the bot that wait at the gate."""
    gate: asyncio.Event | None = None
    """While set and not fired, messages of the bot wait for it."""

    async def handle(self, request: web.Request) -> web.Response:
        call = await _read(request)
        fault = self._fault(call)
        if fault is not None:
            return self._note(call, _failure(fault))
        if request.path.startswith("/api") and not self._knows(request, call):
            return self._note(call, _error(401, 0, "401: Unauthorized"))
        try:
            value = await self._answer(call)
        except RefusedError as error:
            return self._note(call, _error(error.status, error.code, error.message))
        finally:
            await self.gateway.notify()
        if isinstance(value, web.Response):
            return self._note(call, value)
        if value is None:
            return self._note(call, web.Response(status=204))
        return self._note(call, _json(200, value))

    def _knows(self, request: web.Request, call: Call) -> bool:
        if call.path.startswith(("/interactions/", "/webhooks/")):
            return True
        return request.headers.get("Authorization") == f"Bot {self.token}"

    def _note(self, call: Call, response: web.Response) -> web.Response:
        self.log.append((call.method, call.path, response.status))
        return response

    def _fault(self, call: Call) -> Fault | None:
        for fault in self.faults:
            if fault.times > 0 and fault.method == call.method and fault.path.search(call.path):
                fault.times -= 1
                return fault
        return None

    async def _answer(self, call: Call) -> Any:
        for method, pattern, handler in self.routes:
            match = pattern.fullmatch(call.path)
            if match is not None and method == call.method:
                call.parts = match.groups()
                return await handler(self, call)
        raise RefusedError(501, 0, f"no such route here: {call.method} {call.path}")

    def channel(self, call: Call) -> Channel:
        channel = self.world.channels.get(int(call.parts[0]))
        if channel is None:
            raise RefusedError(404, 10003, "Unknown Channel")
        return channel

    async def post(self, channel: Channel, call: Call, **extra: Any) -> Message:
        """A message of the bot, kept and told to the gateway."""
        body = call.body or {}
        check_message(body, files=len(call.files))
        if not channel.writable:
            raise RefusedError(403, 50013, "Missing Permissions")
        await self.pass_gate()
        nonce = body.get("nonce")
        if nonce and body.get("enforce_nonce"):
            same = next((one for one in channel.messages if one.nonce == nonce), None)
            if same is not None:
                return same
        message = Message(channel, self.world.bot, request=body, nonce=nonce, **extra)
        reference = body.get("message_reference")
        if reference:
            message.reference_id = int(reference["message_id"])
            message.reference = self.world.message(channel.id, message.reference_id)
        self.fill(message, body, call.files)
        channel.messages.append(message)
        self.on_message(message)
        if message.only_for is None:
            await self.told("MESSAGE_CREATE", message)
        return message

    async def pass_gate(self) -> None:
        if self.gate is None:
            return
        self.waiting += 1
        await self.gateway.notify()
        await self.gate.wait()
        self.waiting -= 1

    def fill(self, message: Message, body: JSON, files: list[tuple[str, bytes]]) -> None:
        """Put what a request says into a message."""
        for name in ("content", "embeds", "components"):
            if name in body:
                setattr(message, name, body[name] or ("" if name == "content" else []))
        if files or "attachments" in body:
            kept = {str(one["id"]) for one in body.get("attachments") or []}
            message.attachments = [one for one in message.attachments if one["id"] in kept]
            message.attachments += [self.store(name, data) for name, data in files]

    def store(self, name: str, data: bytes) -> JSON:
        """A file, as an attachment."""
        number = str(snowflake())
        self.world.files[f"/attachments/{number}/{name}"] = (name, data)
        url = f"{self.base}/attachments/{number}/{name}"
        return {
            "id": number,
            "filename": name,
            "size": len(data),
            "url": url,
            "proxy_url": url,
            "content_type": "application/octet-stream",
        }

    async def told(self, event: str, message: Message) -> None:
        payload = message.payload()
        guild = message.channel.guild
        if guild is not None:
            payload["guild_id"] = str(guild.id)
            payload["member"] = self.world.member(guild, message.author)
            del payload["member"]["user"]
        intent = 1 << 9 if guild is not None else 1 << 12
        await self.gateway.dispatch(event, payload, intent=intent)

    def interaction(self, token: str) -> Interaction:
        found = self.world.interactions.get(token)
        if found is None or time.monotonic() - found.created > FIFTEEN_MINUTES:
            raise RefusedError(401, 50027, "Invalid Webhook Token")
        return found


async def _read(request: web.Request) -> Call:
    body: Any = None
    files: list[tuple[str, bytes]] = []
    if request.content_type == "multipart/form-data":
        async for part in await request.multipart():
            if not isinstance(part, BodyPartReader):
                continue
            data = bytes(await part.read())
            if part.name == "payload_json":
                body = json.loads(data)
            else:
                files.append((part.filename or "file", data))
    elif request.can_read_body:
        body = json.loads(await request.read())
    path = re.sub(r"^/api(/v\d+)?", "", request.path)
    return Call(request.method, path, dict(request.query), body, files)


def _json(status: int, value: Any, headers: dict[str, str] | None = None) -> web.Response:
    return web.Response(
        status=status,
        body=json.dumps(value).encode(),
        headers={"Content-Type": "application/json", **(headers or {})},
    )


def _error(status: int, code: int, message: str) -> web.Response:
    return _json(status, {"code": code, "message": message})


def _failure(fault: Fault) -> web.Response:
    if fault.status != 429:
        return _error(fault.status, 0, "injected")
    headers = {"Retry-After": str(fault.retry_after), "X-RateLimit-Remaining": "0"}
    headers |= {"X-RateLimit-Limit": "5", "X-RateLimit-Reset-After": str(fault.retry_after)}
    if fault.via:
        headers["Via"] = "1.1 loopback"
    value = {"message": "slow down", "retry_after": fault.retry_after, "global": False}
    return _json(429, value, headers)
