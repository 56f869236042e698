"""A stock discord.py client on the loopback Discord: nothing there leans on our bot's tolerance."""

from __future__ import annotations

import asyncio
import io
from typing import TYPE_CHECKING, Any

import discord
import pytest
import yarl
from discord import app_commands
from discord.gateway import DiscordWebSocket
from discord.http import Route

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from tests.discord.loopback.server import Loopback
    from tests.discord.loopback.world import Channel, User


class Echo(discord.Client):
    """Answers mentions and one command; everything else is discord.py's own."""

    def __init__(self) -> None:
        intents = discord.Intents.none()
        intents.guilds = intents.messages = intents.message_content = True
        super().__init__(intents=intents)
        self.tree = app_commands.CommandTree(self)
        self.tree.command(name="echo", description="Say it again")(self.echo)
        self.resumes = 0

    async def setup_hook(self) -> None:
        await self.tree.sync()

    async def on_resumed(self) -> None:
        self.resumes += 1

    async def on_message(self, message: discord.Message) -> None:
        if self.user in message.mentions and message.author != self.user:
            await message.reply(message.content.partition("> ")[2])

    async def echo(
        self,
        interaction: discord.Interaction,
        text: str,
        private: bool = False,
        file: discord.Attachment | None = None,
    ) -> None:
        await interaction.response.defer(ephemeral=private, thinking=True)
        if file is None:
            await interaction.edit_original_response(content=text)
            return
        copy = discord.File(io.BytesIO((await file.read())[::-1]), "back.txt")
        await interaction.edit_original_response(content=text, attachments=[copy])


@pytest.fixture
def alice(server: Loopback) -> User:
    """A member of the one server."""
    return server.world.join(server.world.guild(), server.world.user("小明"))


@pytest.fixture
def channel(server: Loopback, alice: User) -> Channel:
    """The one channel."""
    return server.world.channel(server.world.guilds[0])


@pytest.fixture
async def client(
    server: Loopback, channel: Channel, monkeypatch: pytest.MonkeyPatch
) -> AsyncIterator[Echo]:
    """The client, logged in and ready."""
    monkeypatch.setattr(Route, "BASE", server.api_base)
    monkeypatch.setattr(DiscordWebSocket, "DEFAULT_GATEWAY", yarl.URL(server.gateway_url))
    async with Echo() as echo:
        connection = asyncio.create_task(echo.start(server.token))
        await asyncio.wait_for(_ready(echo), 20)
        yield echo
        await echo.close()
        await connection


async def _ready(echo: Echo) -> None:
    while echo.http.token is None:  # noqa: ASYNC110 - login has no event
        await asyncio.sleep(0.01)
    await echo.wait_until_ready()


async def test_it_logs_in_gets_ready_and_replies(
    server: Loopback, channel: Channel, alice: User, client: Echo
) -> None:
    asked = await server.say(channel, alice, server.mention("哈囉"))

    assert (await server.reply(asked)).content == "哈囉"
    assert client.application is not None
    assert [guild.name for guild in client.guilds] == ["岩友會"]
    assert client.ws._decompressor is not None


async def test_a_command_is_deferred_and_edited_and_an_ephemeral_one_seen_by_its_owner(
    server: Loopback, channel: Channel, alice: User, client: Echo
) -> None:
    bob = server.world.join(server.world.guilds[0], server.world.user("阿華"))

    told = await server.slash(channel, alice, "echo", {"text": "給大家"})
    own = await server.slash(channel, alice, "echo", {"text": "給我", "private": True})
    shown, hidden = await server.answered(told), await server.answered(own)

    assert (told.acknowledged, own.acknowledged) == (5, 5)
    assert server.world.visible(channel, bob) == [shown]
    assert hidden in server.world.visible(channel, alice)


async def test_a_file_goes_in_and_comes_out(
    server: Loopback, channel: Channel, alice: User, client: Echo
) -> None:
    options: dict[str, Any] = {"text": "倒過來", "file": ("to.txt", b"abc")}
    answer = await server.answered(await server.slash(channel, alice, "echo", options))

    [attachment] = answer.attachments
    assert server.world.files[attachment["url"].removeprefix(server.rest.base)][1] == b"cba"


@pytest.mark.parametrize("status", [429, 500])
async def test_what_discord_py_tries_again_arrives_once(
    server: Loopback, channel: Channel, alice: User, client: Echo, status: int
) -> None:
    server.fail("POST", rf"/channels/{channel.id}/messages", status, 2)

    asked = await server.say(channel, alice, server.mention("再一次"))
    await server.reply(asked)

    assert len(server.replies(asked)) == 1
    assert [one for _, _, one in server.rest.log if one == status] == [status] * 2


async def test_a_dropped_socket_is_resumed_with_a_replay(
    server: Loopback, channel: Channel, alice: User, client: Echo
) -> None:
    await server.gateway.drop()
    asked = await server.say(channel, alice, server.mention("斷線時說的"))

    await server.reply(asked)
    assert (server.gateway.identified, server.gateway.resumed) == (1, 1)
    assert client.resumes == 1


async def test_an_invalid_session_is_identified_anew_and_loses_what_was_said_meanwhile(
    server: Loopback, channel: Channel, alice: User, client: Echo
) -> None:
    await server.gateway.invalidate()
    lost = await server.say(channel, alice, server.mention("沒人聽到"))
    await server.online(sessions=2)
    asked = await server.say(channel, alice, server.mention("聽到了"))

    await server.reply(asked)
    assert server.replies(lost) == []
