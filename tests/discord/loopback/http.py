"""The REST side of the loopback Discord: the routes a bot needs, and a loud 501 for the rest."""

from __future__ import annotations

import asyncio
import json
import re
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from aiohttp import BodyPartReader, web

from tests.discord.loopback.gateway import Gateway
from tests.discord.loopback.rules import RefusedError, check_commands, check_message
from tests.discord.loopback.world import EPHEMERAL, Channel, Interaction, Message, World, snowflake

JSON = dict[str, Any]
THREE_SECONDS = 3.0
FIFTEEN_MINUTES = 900.0
Handler = "Callable[[Call], Awaitable[Any]]"


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


@dataclass(slots=True)
class Rest:
    """Answers requests on the world and tells the gateway what happened."""

    world: World
    gateway: Gateway
    token: str
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
        for method, pattern, handler in _ROUTES:
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


async def _me(rest: Rest, call: Call) -> Any:
    return rest.world.bot.payload()


async def _application(rest: Rest, call: Call) -> Any:
    return {
        "id": str(rest.world.application_id),
        "name": "岩友",
        "icon": None,
        "description": "",
        "bot_public": True,
        "bot_require_code_grant": False,
        "verify_key": "0",
        "flags": 0,
        "owner": rest.world.bot.payload(),
        "team": None,
    }


async def _gateway(rest: Rest, call: Call) -> Any:
    limit = {"total": 1000, "remaining": 999, "reset_after": 0, "max_concurrency": 1}
    return {"url": rest.gateway.url, "shards": 1, "session_start_limit": limit}


async def _channel(rest: Rest, call: Call) -> Any:
    return rest.channel(call).payload()


async def _private(rest: Rest, call: Call) -> Any:
    from tests.discord.loopback.world import USERS  # noqa: PLC0415

    return rest.world.private(USERS[int(call.body["recipient_id"])]).payload()


async def _set_commands(rest: Rest, call: Call) -> Any:
    check_commands(call.body)
    rest.world.commands = [
        {"version": "1", "application_id": call.parts[0], "type": 1, "id": str(snowflake())} | one
        for one in call.body
    ]
    return rest.world.commands


async def _get_commands(rest: Rest, call: Call) -> Any:
    return rest.world.commands


async def _send(rest: Rest, call: Call) -> Any:
    return (await rest.post(rest.channel(call), call)).payload()


async def _history(rest: Rest, call: Call) -> Any:
    messages = [one for one in rest.channel(call).messages if one.only_for is None]
    limit = int(call.query.get("limit", "50"))
    if "after" in call.query:
        found = [one for one in messages if one.id > int(call.query["after"])][:limit]
    else:
        before = int(call.query.get("before", str(1 << 63)))
        found = [one for one in messages if one.id < before][-limit:]
    return [one.payload() for one in reversed(found)]


def _message(rest: Rest, call: Call) -> Message:
    found = rest.world.message(int(call.parts[0]), int(call.parts[1]))
    if found is None or found.only_for is not None:
        raise RefusedError(404, 10008, "Unknown Message")
    return found


async def _get_message(rest: Rest, call: Call) -> Any:
    return _message(rest, call).payload()


async def _edit_message(rest: Rest, call: Call) -> Any:
    message = _message(rest, call)
    check_message({"content": message.content, "embeds": message.embeds} | call.body, files=0)
    rest.fill(message, call.body, call.files)
    message.edits += 1
    await rest.told("MESSAGE_UPDATE", message)
    return message.payload()


async def _delete_message(rest: Rest, call: Call) -> None:
    message = _message(rest, call)
    message.channel.messages.remove(message)


async def _typing(rest: Rest, call: Call) -> None:
    rest.typed.append(rest.channel(call).id)


async def _make_thread(rest: Rest, call: Call) -> Any:
    parent = rest.channel(call)
    thread = rest.world.thread(parent, call.body["name"], rest.world.bot.id, int(call.parts[1]))
    payload = thread.payload()
    if rest.tells_threads:
        await rest.gateway.dispatch("THREAD_CREATE", payload | {"newly_created": True})
    return payload


async def _callback(rest: Rest, call: Call) -> Any:
    found = rest.interaction(call.parts[1])
    waited = time.monotonic() - found.created
    if waited > THREE_SECONDS:
        raise RefusedError(404, 10062, "Unknown interaction")
    if found.acknowledged is not None:
        raise RefusedError(400, 40060, "Interaction has already been acknowledged.")
    kind, data = call.body["type"], call.body.get("data") or {}
    if kind in (4, 7) and kind == 4:
        check_message(data, files=len(call.files))
    found.acknowledged, found.acknowledged_after = kind, waited
    found.ephemeral = bool(data.get("flags", 0) & EPHEMERAL)
    resource: JSON = {"type": kind}
    if kind in (4, 5):
        only = found.user.id if found.ephemeral else None
        message = Message(
            found.channel, rest.world.bot, only_for=only, request=data, by_command=True
        )
        message.flags = (EPHEMERAL if found.ephemeral else 0) | (128 if kind == 5 else 0)
        message.loading = kind == 5
        rest.fill(message, data, call.files)
        found.response = message
        found.channel.messages.append(message)
        resource["message"] = message.payload()
        if kind == 4 and only is None:
            await rest.told("MESSAGE_CREATE", message)
    elif kind in (6, 7) and found.source is not None:
        found.response = found.source
        if kind == 7:
            rest.fill(found.source, data, call.files)
            found.source.edits += 1
            resource["message"] = found.source.payload()
    elif kind == 8:
        found.choices = data["choices"]
    elif kind == 9:
        found.modal = data
    head = {"id": str(found.id), "type": found.type, "response_message_id": None}
    return {"interaction": head, "resource": resource}


async def _followup(rest: Rest, call: Call) -> Any:
    found = rest.interaction(call.parts[1])
    if found.response is not None and found.response.loading:
        return await _fill_original(rest, call, found)
    private = bool((call.body or {}).get("flags", 0) & EPHEMERAL)
    only = found.user.id if private else None
    message = await rest.post(found.channel, call, only_for=only)
    message.flags = EPHEMERAL if private else 0
    found.followups.append(message)
    return message.payload()


async def _fill_original(rest: Rest, call: Call, found: Interaction) -> Any:
    message = found.response
    if message is None:
        raise RefusedError(404, 10015, "Unknown Webhook")
    check_message(
        {"content": message.content, "embeds": message.embeds} | (call.body or {}),
        files=len(call.files),
    )
    await rest.pass_gate()
    message.request = call.body or {}
    first, message.loading = message.loading, False
    message.flags &= ~128
    rest.fill(message, call.body or {}, call.files)
    message.edits += 0 if first else 1
    if message.only_for is None:
        await rest.told("MESSAGE_CREATE" if first else "MESSAGE_UPDATE", message)
    return message.payload()


async def _edit_original(rest: Rest, call: Call) -> Any:
    found = rest.interaction(call.parts[1])
    if call.parts[2] != "@original":
        for message in found.followups:
            if str(message.id) == call.parts[2]:
                rest.fill(message, call.body or {}, call.files)
                return message.payload()
        raise RefusedError(404, 10008, "Unknown Message")
    return await _fill_original(rest, call, found)


async def _get_original(rest: Rest, call: Call) -> Any:
    found = rest.interaction(call.parts[1])
    if found.response is None:
        raise RefusedError(404, 10008, "Unknown Message")
    return found.response.payload()


async def _delete_original(rest: Rest, call: Call) -> None:
    found = rest.interaction(call.parts[1])
    if found.response is not None and found.response in found.channel.messages:
        found.channel.messages.remove(found.response)


async def _file(rest: Rest, call: Call) -> Any:
    stored = rest.world.files.get(call.path)
    if stored is None:
        raise RefusedError(404, 0, "no such file")
    return web.Response(body=stored[1])


_N = r"(\d+)"
_ROUTES: list[tuple[str, re.Pattern[str], Any]] = [
    (method, re.compile(pattern), handler)
    for method, pattern, handler in (
        ("GET", r"/users/@me", _me),
        ("POST", r"/users/@me/channels", _private),
        ("GET", r"/oauth2/applications/@me", _application),
        ("GET", r"/gateway/bot", _gateway),
        ("PUT", rf"/applications/{_N}/commands", _set_commands),
        ("GET", rf"/applications/{_N}/commands", _get_commands),
        ("GET", rf"/channels/{_N}", _channel),
        ("POST", rf"/channels/{_N}/messages", _send),
        ("GET", rf"/channels/{_N}/messages", _history),
        ("GET", rf"/channels/{_N}/messages/{_N}", _get_message),
        ("PATCH", rf"/channels/{_N}/messages/{_N}", _edit_message),
        ("DELETE", rf"/channels/{_N}/messages/{_N}", _delete_message),
        ("POST", rf"/channels/{_N}/typing", _typing),
        ("POST", rf"/channels/{_N}/messages/{_N}/threads", _make_thread),
        ("POST", rf"/interactions/{_N}/([^/]+)/callback", _callback),
        ("POST", rf"/webhooks/{_N}/([^/]+)", _followup),
        ("PATCH", rf"/webhooks/{_N}/([^/]+)/messages/([^/]+)", _edit_original),
        ("GET", rf"/webhooks/{_N}/([^/]+)/messages/(@original)", _get_original),
        ("DELETE", rf"/webhooks/{_N}/([^/]+)/messages/(@original)", _delete_original),
        ("GET", r"/attachments/.*", _file),
    )
]
