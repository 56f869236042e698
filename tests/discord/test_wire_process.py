"""Start and stop of the real process."""

from __future__ import annotations

import asyncio
import socket
from typing import TYPE_CHECKING, Any

import aiohttp

from tests.discord.process import bot_process

if TYPE_CHECKING:
    from pathlib import Path

    from tests.discord.loopback.server import Loopback

WRONG = "wrong"


async def test_a_stop_finishes_the_open_answer(server: Loopback, data_dir: Path) -> None:
    channel = server.world.channel(server.world.guild())
    alice = server.world.user("小明")
    server.rest.gate = asyncio.Event()
    async with bot_process(server, data_dir) as bot:
        await server.online()
        asked = await server.say(channel, alice, server.mention("灰鯨幾級"))
        await server.until(lambda: channel.id in server.rest.typed, "typing")
        await server.until(lambda: server.rest.waiting > 0, "a message on its way")
        bot.terminate()
        server.rest.gate.set()

        answer = await server.reply(asked)
        code, output = await bot.ended()

    assert code == 0, output
    assert "5.10a" in answer.text
    assert len(server.replies(asked)) == 1


async def test_what_was_said_while_the_bot_was_away_is_answered_once_after_a_restart(
    server: Loopback, data_dir: Path
) -> None:
    channel = server.world.channel(server.world.guild())
    alice = server.world.user("小明")
    async with bot_process(server, data_dir) as bot:
        await server.online()
        first = await server.say(channel, alice, server.mention("灰鯨幾級"))
        await server.reply(first)
        bot.terminate()
        assert (await bot.ended())[0] == 0
    missed = await server.say(channel, alice, server.mention("灰鯨幾米"))
    async with bot_process(server, data_dir):
        await server.online(sessions=2)

        await server.reply(missed)
        last = await server.say(channel, alice, server.mention("灰鯨在哪"))
        await server.reply(last)

    assert [len(server.replies(one)) for one in (first, missed, last)] == [1, 1, 1]


async def test_what_is_said_while_the_bot_leaves_is_answered_by_the_next_one(
    server: Loopback, data_dir: Path
) -> None:
    channel = server.world.channel(server.world.guild())
    alice = server.world.user("小明")
    server.rest.gate = asyncio.Event()
    async with bot_process(server, data_dir) as bot:
        await server.online()
        first = await server.say(channel, alice, server.mention("灰鯨幾級"))
        await server.until(lambda: server.rest.waiting > 0, "a message on its way")
        bot.terminate()
        # the word that there will be no answer is the sign that it leaves
        await server.until(lambda: server.rest.waiting > 1, "the word")
        late = await server.say(channel, alice, server.mention("灰鯨幾米"))
        server.rest.gate.set()
        assert (await bot.ended())[0] == 0
    async with bot_process(server, data_dir):
        await server.online(sessions=2)

        await server.reply(late)

    assert len(server.replies(late)) == 1
    assert server.replies(first)


async def test_a_killed_bot_answers_nothing_twice(server: Loopback, data_dir: Path) -> None:
    channel = server.world.channel(server.world.guild())
    alice = server.world.user("小明")
    async with bot_process(server, data_dir) as bot:
        await server.online()
        first = await server.say(channel, alice, server.mention("灰鯨幾級"))
        await server.reply(first)
        bot.kill()
        await bot.ended()
    async with bot_process(server, data_dir):
        await server.online(sessions=2)
        last = await server.say(channel, alice, server.mention("灰鯨在哪"))
        await server.reply(last)

    assert [len(server.replies(one)) for one in (first, last)] == [1, 1]


async def test_a_missing_token_is_explained(server: Loopback, data_dir: Path) -> None:
    async with bot_process(server, data_dir, DISCORD_TOKEN="") as bot:
        code, output = await bot.ended()

    assert code == 1
    assert "找不到 DISCORD_TOKEN" in output
    assert "Traceback" not in output


async def test_a_wrong_token_is_explained(server: Loopback, data_dir: Path) -> None:
    async with bot_process(server, data_dir, DISCORD_TOKEN=WRONG) as bot:
        code, output = await bot.ended()

    assert code == 1
    assert "不接受這個 DISCORD_TOKEN" in output
    assert "Traceback" not in output


async def test_a_token_refused_by_the_gateway_is_explained(
    server: Loopback, data_dir: Path
) -> None:
    server.gateway.refuses = 4004
    async with bot_process(server, data_dir) as bot:
        code, output = await bot.ended()

    assert code == 1
    assert "不接受這個 DISCORD_TOKEN" in output


async def test_a_missing_intent_is_explained(server: Loopback, data_dir: Path) -> None:
    server.gateway.content_allowed = False
    async with bot_process(server, data_dir) as bot:
        code, output = await bot.ended()

    assert code == 1
    assert "Message Content Intent" in output
    assert "Traceback" not in output


async def test_a_dead_gateway_ends_the_process(server: Loopback, data_dir: Path) -> None:
    async with bot_process(server, data_dir, YANYOU_GATEWAY_TIMEOUT="1") as bot:
        await server.online()
        await server.stop()
        code, output = await bot.ended()

    assert code == 1
    assert "連線斷了" in output


async def test_commands_are_registered_only_when_they_changed(
    server: Loopback, data_dir: Path
) -> None:
    def sent() -> int:
        return sum(method == "PUT" for method, _, _ in server.rest.log)

    for expected in (1, 1):
        async with bot_process(server, data_dir, "sync") as bot:
            code, output = await bot.ended()
        assert code == 0, output
        assert sent() == expected
    async with bot_process(server, data_dir, "sync", "--force") as bot:
        await bot.ended()
    assert sent() == 2


async def test_a_stop_takes_back_what_it_cannot_finish(server: Loopback, data_dir: Path) -> None:
    channel = server.world.channel(server.world.guild())
    alice = server.world.user("小明")
    server.world.join(server.world.guilds[0], alice)
    async with bot_process(server, data_dir) as bot:
        await server.online()
        await server.until(lambda: bool(server.world.commands), "commands")
        server.rest.gate = asyncio.Event()
        asked = await server.slash(channel, alice, "ask", {"question": "灰鯨幾級"})
        await server.until(lambda: server.rest.waiting > 0, "an answer on its way")
        bot.terminate()
        # the answer never gets through; the word that there will be none does
        await server.until(lambda: server.rest.waiting > 1, "the word")
        server.rest.gate.set()
        code, output = await bot.ended()

    assert code == 0, output
    assert asked.response is not None
    assert "重新啟動" in asked.response.content


async def test_health_follows_the_gateway(server: Loopback, data_dir: Path) -> None:
    server.world.channel(server.world.guild())
    port = free_port()
    async with bot_process(server, data_dir, YANYOU_HEALTH_PORT=str(port)) as bot:
        await server.online()
        await server.until(lambda: bool(server.world.commands), "commands")
        url = f"http://127.0.0.1:{port}/healthz"
        async with aiohttp.ClientSession() as session:
            asked = await server.say(
                server.world.guilds[0].channels[0],
                server.world.user("小明"),
                server.mention("灰鯨幾級"),
            )
            await server.reply(asked)
            seen = await ready_within(session, url)
            server.gateway.refuses = 4000
            await server.gateway.drop()
            gone = await unready_within(session, url)
        bot.terminate()
        await bot.ended()

    assert seen["ready"]
    assert seen["rss_mb"] > 0
    assert not gone["ready"]


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


async def ready_within(session: aiohttp.ClientSession, url: str) -> dict[str, Any]:
    return await _health(session, url, wanted=200)


async def unready_within(session: aiohttp.ClientSession, url: str) -> dict[str, Any]:
    return await _health(session, url, wanted=503)


async def _health(session: aiohttp.ClientSession, url: str, *, wanted: int) -> dict[str, Any]:
    """Ask until the answer has that status; the test's own timeout is the end of it."""
    while True:
        async with session.get(url) as response:
            value = dict(await response.json())
            if response.status == wanted:
                return value
