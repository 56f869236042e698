"""The real process on real sockets: what goes wrong, and that nobody notices."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
import pytest_asyncio

if TYPE_CHECKING:
    from tests.discord.loopback.server import Loopback
    from tests.discord.loopback.world import Channel, User

pytestmark = pytest.mark.asyncio(loop_scope="module")


@pytest_asyncio.fixture(loop_scope="module")
async def channel(wire: Loopback) -> Channel:
    """A new channel of the server."""
    made = wire.world.channel(wire.world.guilds[0])
    await wire.appear(made)
    return made


@pytest.fixture
def alice(wire: Loopback) -> User:
    """A new member."""
    return wire.world.join(wire.world.guilds[0], wire.world.user("小明"))


@pytest.mark.parametrize(
    ("status", "times", "via"),
    [(429, 6, True), (429, 2, False), (500, 1, True), (502, 1, True), (503, 3, True)],
    ids=["429", "429 without Via", "500", "502", "503"],
)
async def test_an_error_of_discord_costs_no_answer(
    wire: Loopback, channel: Channel, alice: User, status: int, times: int, via: bool
) -> None:
    wire.fail("POST", rf"/channels/{channel.id}/messages", status, times, via=via)

    asked = await wire.say(channel, alice, wire.mention("灰鯨幾級"))
    answer = await wire.reply(asked)

    assert "5.10a" in answer.text
    assert len(wire.replies(asked)) == 1


async def test_an_error_at_the_deferral_is_tried_again_within_three_seconds(
    wire: Loopback, channel: Channel, alice: User
) -> None:
    wire.fail("POST", r"/interactions/.*/callback", 503, 1)

    asked = await wire.slash(channel, alice, "ask", {"question": "灰鯨幾級"})

    assert "5.10a" in (await wire.answered(asked)).text


async def test_a_dropped_socket_is_resumed_and_the_replay_is_answered_once(
    wire: Loopback, channel: Channel, alice: User
) -> None:
    resumed = wire.gateway.resumed
    before = await wire.say(channel, alice, wire.mention("灰鯨幾級"))
    await wire.gateway.drop(code=4000)
    asked = await wire.say(channel, alice, wire.mention("灰鯨幾米"))

    await wire.reply(asked)
    await wire.reply(before)

    assert wire.gateway.resumed == resumed + 1
    assert len(wire.replies(before)) == len(wire.replies(asked)) == 1


async def test_a_request_to_reconnect_is_followed(
    wire: Loopback, channel: Channel, alice: User
) -> None:
    resumed = wire.gateway.resumed
    await wire.gateway.ask_to_reconnect()
    asked = await wire.say(channel, alice, wire.mention("灰鯨幾級"))

    await wire.reply(asked)

    await wire.until(lambda: wire.gateway.resumed > resumed, "a resume")
    assert len(wire.replies(asked)) == 1


async def test_an_invalid_session_swallows_no_mention_and_answers_none_twice(
    wire: Loopback, channel: Channel, alice: User
) -> None:
    private = wire.world.private(alice)
    await wire.gateway.dispatch("CHANNEL_CREATE", private.payload())
    first = await wire.say(channel, alice, wire.mention("灰鯨幾級"))
    hello = await wire.say(private, alice, "灰鯨幾級")
    await wire.reply(first)
    await wire.reply(hello)
    sessions = wire.gateway.identified

    await wire.gateway.invalidate()
    lost = [
        await wire.say(channel, alice, wire.mention(question))
        for question in ("灰鯨幾米", "灰鯨在哪", "灰鯨誰首攀的")
    ]
    alone = await wire.say(private, alice, "灰鯨幾米")
    quiet = await wire.say(channel, alice, "這句不是跟機器人說的")
    await wire.online(sessions=sessions + 1)
    for message in (*lost, alone):
        await wire.reply(message)
    last = await wire.say(channel, alice, wire.mention("灰鯨幾級"))
    await wire.reply(last)

    assert [len(wire.replies(one)) for one in (first, hello, *lost, alone, last)] == [1] * 7
    assert wire.replies(quiet) == []


async def test_a_channel_without_permission_gets_its_author_told_in_private(
    wire: Loopback, channel: Channel, alice: User
) -> None:
    channel.writable = False

    await wire.say(channel, alice, wire.mention("灰鯨幾級"))

    private = wire.world.private(alice)
    await wire.until(lambda: bool(private.messages), "a private word")
    assert f"<#{channel.id}>" in private.messages[0].content
    assert "傳送訊息" in private.messages[0].content


async def test_a_session_lost_twice_in_a_row_swallows_no_mention(
    wire: Loopback, channel: Channel, alice: User
) -> None:
    first = await wire.say(channel, alice, wire.mention("灰鯨幾級"))
    await wire.reply(first)
    sessions, resumed = wire.gateway.identified, wire.gateway.resumed

    await wire.gateway.invalidate()
    lost = await wire.say(channel, alice, wire.mention("灰鯨幾米"))
    await wire.online(sessions=sessions + 1)
    # the new session is resumed before the bot had the time to read what the old one lost
    await wire.gateway.drop()
    await wire.until(lambda: wire.gateway.resumed > resumed, "a resume")

    await wire.reply(lost)
    assert len(wire.replies(lost)) == 1


async def test_a_server_that_comes_late_after_a_lost_session_swallows_no_mention(
    wire: Loopback, channel: Channel, alice: User
) -> None:
    guild = wire.world.guild("遲到的會")
    elsewhere = wire.world.channel(guild)
    wire.world.join(guild, alice)
    await wire.gateway.dispatch("GUILD_CREATE", wire.world.guild_payload(guild))
    for place in (channel, elsewhere):
        await wire.reply(await wire.say(place, alice, wire.mention("灰鯨幾級")))
    sessions = wire.gateway.identified
    wire.gateway.late.add(guild.id)
    looked_up = rf"/channels/{elsewhere.id}$"
    wire.fail("GET", looked_up, 404, 2)

    await wire.gateway.invalidate()
    lost = [
        await wire.say(place, alice, wire.mention("灰鯨幾米")) for place in (channel, elsewhere)
    ]
    await wire.online(sessions=sessions + 1)
    await wire.reply(lost[0])
    assert wire.replies(lost[1]) == []
    wire.gateway.late.clear()
    await wire.gateway.dispatch("GUILD_CREATE", wire.world.guild_payload(guild))

    await wire.reply(lost[1])
    last = await wire.say(elsewhere, alice, wire.mention("灰鯨在哪"))
    await wire.reply(last)
    assert [len(wire.replies(one)) for one in (*lost, last)] == [1, 1, 1]


async def test_a_thread_that_nobody_tells_of_after_a_lost_session_is_read_as_well(
    wire: Loopback, channel: Channel, alice: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    thread = wire.world.thread(channel, "我的討論串", wire.world.bot.id)
    await wire.gateway.dispatch("THREAD_CREATE", thread.payload())
    await wire.reply(await wire.say(thread, alice, "灰鯨幾級"))
    sessions = wire.gateway.identified
    monkeypatch.setattr(wire.world, "tells_threads", False)

    await wire.gateway.invalidate()
    lost = await wire.say(thread, alice, "灰鯨幾米")
    await wire.online(sessions=sessions + 1)
    await wire.reply(lost)
    last = await wire.say(thread, alice, "灰鯨誰首攀的")

    assert "黃岸" in (await wire.reply(last)).text
    assert len(wire.replies(lost)) == 1


async def test_a_thread_that_nobody_tells_of_needs_no_mention_if_it_is_the_bots(
    wire: Loopback, channel: Channel, alice: User
) -> None:
    own = wire.world.thread(channel, "我的", wire.world.bot.id)
    other = wire.world.thread(channel, "別人的", alice.id)

    quiet = await wire.say(other, alice, "灰鯨幾級")
    asked = await wire.say(own, alice, "灰鯨幾級")
    await wire.reply(asked)
    again = await wire.say(own, alice, "灰鯨幾米")
    await wire.reply(again)

    assert wire.replies(quiet) == []
    looked_up = [path for method, path, _ in wire.rest.log if method == "GET"]
    assert looked_up.count(f"/channels/{own.id}") == 1


async def test_what_cannot_be_shown_in_a_channel_is_told_to_whoever_wanted_it(
    wire: Loopback, channel: Channel, alice: User
) -> None:
    preview = await wire.answered(
        await wire.slash(channel, alice, "log quick", {"text": "今天霧鳴岬灰鯨 flash"})
    )
    await wire.press(preview, alice, "yy:yes")
    await wire.until(lambda: not preview.components, "the receipt")
    share = await wire.answered(await wire.slash(channel, alice, "log share", {"what": "last"}))
    channel.writable = False

    await wire.press(share, alice, "yy:yes")
    await wire.until(lambda: not share.components, "a word")

    assert f"<#{channel.id}>" in share.content
    assert "傳送訊息" in share.content
