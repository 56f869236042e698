"""A Discord on the loopback interface that a stock discord.py client connects to.

Whoever tests acts as people: says things, runs commands, presses buttons, fills forms, and waits
for what the bot does. Nothing waits by the clock: every wait ends with the event it waits for.
"""

from __future__ import annotations

import asyncio
import re
from contextlib import asynccontextmanager
from typing import TYPE_CHECKING, Any

from aiohttp import web

from tests.discord.loopback.gateway import Gateway
from tests.discord.loopback.http import Fault, Rest
from tests.discord.loopback.routes import ROUTES
from tests.discord.loopback.world import (
    Channel,
    Guild,
    Interaction,
    Message,
    User,
    World,
)

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable

JSON = dict[str, Any]
TOKEN = "loopback-token"  # noqa: S105 - nobody's
PATIENCE = 20.0
"""Seconds after which a wait is a failure."""
START = 45.0
"""The same for the start of a process, on a machine that does other things as well."""


class Loopback:
    """The server and the people on it."""

    def __init__(self, token: str = TOKEN) -> None:
        self.world = World()
        self.gateway = Gateway(self.world, token, "")
        self.rest = Rest(self.world, self.gateway, token, ROUTES)
        self.token = token
        self._runner: web.AppRunner | None = None

    @property
    def api_base(self) -> str:
        return f"{self.rest.base}/api/v10"

    @property
    def gateway_url(self) -> str:
        return self.gateway.url

    @property
    def environment(self) -> dict[str, str]:
        """What points a bot here."""
        return {
            "DISCORD_TOKEN": self.token,
            "DISCORD_API_BASE": self.api_base,
            "DISCORD_GATEWAY_URL": self.gateway_url,
        }

    async def start(self) -> None:
        app = web.Application(client_max_size=32 * 2**20)
        app.router.add_get("/gateway", self.gateway.connect)
        app.router.add_route("*", "/{path:.*}", self.rest.handle)
        self._runner = web.AppRunner(app, access_log=None, shutdown_timeout=1.0)
        await self._runner.setup()
        site = web.TCPSite(self._runner, "127.0.0.1", 0)
        await site.start()
        port = self._runner.addresses[0][1]
        self.rest.base = f"http://127.0.0.1:{port}"
        self.gateway.url = f"ws://127.0.0.1:{port}/gateway"

    async def stop(self) -> None:
        if self._runner is not None:
            await self._runner.cleanup()

    async def until(
        self, what: Callable[[], bool], why: str = "", *, patience: float = PATIENCE
    ) -> None:
        """Wait until something holds.

        Raises:
            AssertionError: It still does not after that many seconds.
        """
        async with self.gateway.changed:
            try:
                await asyncio.wait_for(self.gateway.changed.wait_for(what), patience)
            except TimeoutError:
                last = self.rest.log[-8:]
                raise AssertionError(
                    f"waited in vain: {why or what}; last requests {last}"
                ) from None

    async def appear(self, channel: Channel) -> None:
        """Tell the bot of a channel that was made after it came."""
        await self.gateway.dispatch("CHANNEL_CREATE", channel.payload())

    async def online(self, *, sessions: int = 1) -> None:
        """Wait until the bot has identified that many times."""
        await self.until(
            lambda: self.gateway.identified >= sessions, f"{sessions} sessions", patience=START
        )

    async def say(
        self,
        channel: Channel,
        author: User,
        content: str,
        *,
        reply_to: Message | None = None,
        tell: bool = True,
    ) -> Message:
        """A message of a person; without ``tell`` the gateway keeps it to itself."""
        message = Message(channel, author, content, reference=reply_to)
        message.reference_id = reply_to.id if reply_to else None
        channel.messages.append(message)
        if tell:
            await self.rest.told("MESSAGE_CREATE", message)
        return message

    def mention(self, text: str) -> str:
        return f"<@{self.world.bot.id}> {text}"

    def replies(self, message: Message) -> list[Message]:
        """What the bot answered to a message."""
        return [one for one in message.channel.messages if one.reference_id == message.id]

    async def reply(self, message: Message) -> Message:
        """Wait for the bot's answer."""
        await self.until(lambda: bool(self.replies(message)), f"an answer to {message.content!r}")
        return self.replies(message)[0]

    async def slash(
        self, channel: Channel, user: User, name: str, options: JSON | None = None
    ) -> Interaction:
        """Run a command: ``"log add"`` names a subcommand."""
        return await self._act(2, channel, user, self._command(name, options or {}))

    async def complete(
        self, channel: Channel, user: User, name: str, option: str, typed: str
    ) -> list[JSON]:
        """Type into an option and wait for the choices."""
        data = self._command(name, {option: typed})
        leaf = data
        while leaf.get("options") and leaf["options"][0].get("options") is not None:
            leaf = leaf["options"][0]
        leaf["options"][0]["focused"] = True
        found = await self._act(4, channel, user, data)
        await self.until(lambda: found.choices is not None, f"choices of {name}")
        return found.choices or []

    async def press(self, message: Message, user: User, custom_id: str) -> Interaction:
        """Press the button whose custom id begins so."""
        for row in message.components:
            for one in row["components"]:
                if one.get("custom_id", "").startswith(custom_id):
                    data = {"component_type": one["type"], "custom_id": one["custom_id"]}
                    return await self._act(3, message.channel, user, data, source=message)
        raise AssertionError(f"no button {custom_id} in {message.components}")

    async def submit(self, shown: Interaction, values: dict[str, str]) -> Interaction:
        """Fill a form and send it."""
        if shown.modal is None:
            raise AssertionError("no form was shown")
        rows = [
            {
                "type": 1,
                "id": number,
                "components": [
                    {
                        "type": 4,
                        "id": 100 + number,
                        "custom_id": row["components"][0]["custom_id"],
                        "value": values.get(
                            row["components"][0]["custom_id"],
                            row["components"][0].get("value") or "",
                        ),
                    }
                ],
            }
            for number, row in enumerate(shown.modal["components"], 1)
        ]
        data = {"custom_id": shown.modal["custom_id"], "components": rows}
        return await self._act(5, shown.channel, shown.user, data, source=shown.source)

    async def answered(self, interaction: Interaction) -> Message:
        """Wait until the placeholder became an answer."""
        await self.until(lambda: interaction.answered, f"an answer to {interaction.data}")
        if interaction.response is None:
            raise AssertionError("no response")
        return interaction.response

    def fail(self, method: str, path: str, status: int, times: int = 1, **more: Any) -> None:
        """Let the next matching requests fail."""
        self.rest.faults.append(Fault(method, re.compile(path), status, times, **more))

    async def _act(
        self, kind: int, channel: Channel, user: User, data: JSON, source: Message | None = None
    ) -> Interaction:
        found = Interaction(kind, channel, user, data, source=source)
        self.world.interactions[found.token] = found
        await self.gateway.dispatch("INTERACTION_CREATE", self._payload(found))
        return found

    def _payload(self, found: Interaction) -> JSON:
        guild: Guild | None = found.channel.guild
        value: JSON = {
            "id": str(found.id),
            "application_id": str(self.world.application_id),
            "type": found.type,
            "token": found.token,
            "version": 1,
            "data": found.data,
            "channel_id": str(found.channel.id),
            "channel": found.channel.payload(),
            "locale": found.user.locale,
            "entitlements": [],
            "authorizing_integration_owners": {"0": str(guild.id) if guild else "0"},
            "context": 0 if guild else 1,
            "attachment_size_limit": 10 * 2**20,
            "app_permissions": str((1 << 53) - 1),
        }
        if found.source is not None:
            shown = found.source.payload()
            value["message"] = shown if self.rest.whole_messages else shown | {"components": []}
        if guild is None:
            return value | {"user": found.user.payload()}
        member = self.world.member(guild, found.user)
        member["permissions"] = str(self.world.permissions(guild, found.user))
        value["guild"] = {"id": str(guild.id), "locale": "zh-TW", "features": []}
        return value | {"guild_id": str(guild.id), "guild_locale": "zh-TW", "member": member}

    def _command(self, name: str, options: JSON) -> JSON:
        root, *path = name.split(" ")
        command = next((one for one in self.world.commands if one["name"] == root), None)
        if command is None:
            raise AssertionError(f"{root} was never registered")
        leaf, tree = command, []
        for step in path:
            leaf = next(one for one in leaf["options"] if one["name"] == step)
            tree.append({"name": step, "type": leaf["type"], "options": []})
        resolved: JSON = {}
        values = [self._option(leaf, key, value, resolved) for key, value in options.items()]
        data: JSON = {"id": command["id"], "name": root, "type": command.get("type", 1)}
        level = data
        for inner in tree:
            level["options"] = [inner]
            level = inner
        level["options"] = values
        return data | ({"resolved": resolved} if resolved else {})

    def _option(self, leaf: JSON, key: str, value: Any, resolved: JSON) -> JSON:
        kind = next(one["type"] for one in leaf["options"] if one["name"] == key)
        if kind == 11:
            stored = self.rest.store(*value)
            resolved.setdefault("attachments", {})[stored["id"]] = stored
            value = stored["id"]
        return {"name": key, "type": kind, "value": value}


@asynccontextmanager
async def loopback() -> AsyncIterator[Loopback]:
    """A running server, stopped afterwards."""
    server = Loopback()
    await server.start()
    try:
        yield server
    finally:
        await server.stop()
