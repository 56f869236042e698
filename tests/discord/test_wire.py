"""The real process on real sockets, against our own loopback Discord: what goes well.

One bot serves all tests of this file, each in a server and with people of its own.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.discord.loopback.server import Loopback
    from tests.discord.loopback.world import Channel, User

pytestmark = pytest.mark.asyncio(loop_scope="module")


@pytest.fixture
def channel(wire: Loopback) -> Channel:
    """A new channel of the server."""
    return wire.world.channel(wire.world.guilds[0])


@pytest.fixture
def alice(wire: Loopback) -> User:
    """A new member."""
    return wire.world.join(wire.world.guilds[0], wire.world.user("小明"))


async def test_a_mention_is_answered_under_it(
    wire: Loopback, channel: Channel, alice: User
) -> None:
    await wire.appear(channel)

    asked = await wire.say(channel, alice, wire.mention("灰鯨幾級"))
    answer = await wire.reply(asked)

    assert "5.10a" in answer.text
    assert channel.id in wire.rest.typed
    assert answer.request["allowed_mentions"] == {"parse": [], "replied_user": False}
    assert str(asked.id) in str(answer.request["nonce"])


async def test_what_is_not_said_to_the_bot_is_left_alone(
    wire: Loopback, channel: Channel, alice: User
) -> None:
    await wire.appear(channel)

    first = await wire.say(channel, alice, "灰鯨幾級")
    second = await wire.say(channel, alice, wire.mention("灰鯨幾級"))
    await wire.reply(second)

    assert wire.replies(first) == []


async def test_a_reply_goes_on_with_the_conversation(
    wire: Loopback, channel: Channel, alice: User
) -> None:
    await wire.appear(channel)
    asked = await wire.say(channel, alice, wire.mention("霧鳴岬有哪些 5.10 的運攀"))
    answer = await wire.reply(asked)

    more = await wire.say(channel, alice, wire.mention("第二條誰首攀的"), reply_to=answer)

    assert "黃岸" in (await wire.reply(more)).text


async def test_in_a_thread_of_others_its_talk_is_the_context_of_a_mention(
    wire: Loopback, channel: Channel, alice: User
) -> None:
    await wire.appear(channel)
    starter = await wire.say(channel, alice, "灰鯨這條好爬嗎")
    thread = wire.world.thread(channel, "灰鯨", alice.id, starter.id)
    await wire.gateway.dispatch("THREAD_CREATE", thread.payload())

    quiet = await wire.say(thread, alice, "有人去過嗎")
    asked = await wire.say(thread, alice, wire.mention("它幾級"))

    assert "5.10a" in (await wire.reply(asked)).text
    assert wire.replies(quiet) == []


async def test_a_private_message_needs_no_mention(wire: Loopback, alice: User) -> None:
    private = wire.world.private(alice)
    await wire.rest.gateway.dispatch("CHANNEL_CREATE", private.payload())

    asked = await wire.say(private, alice, "灰鯨幾級")

    assert "5.10a" in (await wire.reply(asked)).text


async def test_a_command_is_deferred_and_then_filled(
    wire: Loopback, channel: Channel, alice: User
) -> None:
    await wire.appear(channel)

    asked = await wire.slash(channel, alice, "ask", {"question": "灰鯨幾級"})
    answer = await wire.answered(asked)

    assert asked.acknowledged == 5
    assert not asked.ephemeral
    assert answer.content.startswith("> 灰鯨幾級")
    assert "5.10a" in answer.text


async def test_an_ephemeral_answer_is_seen_by_its_owner_alone(
    wire: Loopback, channel: Channel, alice: User
) -> None:
    await wire.appear(channel)
    bob = wire.world.join(wire.world.guilds[0], wire.world.user("阿華"))

    asked = await wire.slash(channel, alice, "ask", {"question": "灰鯨幾級", "private": True})
    answer = await wire.answered(asked)

    assert asked.ephemeral
    assert answer in wire.world.visible(channel, alice)
    assert answer not in wire.world.visible(channel, bob)


async def test_choices_come_from_memory(wire: Loopback, channel: Channel, alice: User) -> None:
    await wire.appear(channel)

    choices = await wire.complete(channel, alice, "route", "name", "灰")

    assert any(choice["name"].startswith("灰鯨｜5.10a") for choice in choices)
    assert len(choices) <= 25


async def test_buttons_forms_and_votes_work(wire: Loopback, channel: Channel, alice: User) -> None:
    await wire.appear(channel)
    asked = await wire.slash(channel, alice, "recommend", {"crag": "霧鳴岬", "grade": "5.10a"})
    answer = await wire.answered(asked)

    more = await wire.press(answer, alice, "yy:more")
    others = await wire.answered(more)
    down = await wire.press(answer, alice, "yy:vote:down")
    await wire.until(lambda: down.modal is not None, "a form")
    thanks = await wire.submit(down, {"reason": "太簡單了"})
    await wire.answered(thanks)

    shown = {embed["title"] for embed in answer.embeds}
    assert shown
    assert shown.isdisjoint(embed["title"] for embed in others.embeds)
    assert thanks.ephemeral


async def test_a_personal_question_in_public_gets_only_a_button(
    wire: Loopback, channel: Channel, alice: User
) -> None:
    await wire.appear(channel)
    bob = wire.world.join(wire.world.guilds[0], wire.world.user("阿華"))
    asked = await wire.say(channel, alice, wire.mention("我上個月爬了幾條"))
    answer = await wire.reply(asked)
    assert "只給你看" in answer.content

    stranger = await wire.press(answer, bob, "yy:mine")
    refusal = await wire.answered(stranger)
    own = await wire.press(answer, alice, "yy:mine")
    told = await wire.answered(own)

    assert "提問的人" in refusal.content
    assert own.ephemeral
    assert told not in wire.world.visible(channel, bob)
    assert told in wire.world.visible(channel, alice)


async def test_a_file_goes_in_and_comes_out_for_its_owner_alone(
    wire: Loopback, channel: Channel, alice: User
) -> None:
    await wire.appear(channel)
    bob = wire.world.join(wire.world.guilds[0], wire.world.user("阿華"))
    row = {"route_name": "灰鯨", "crag": "霧鳴岬", "date": "2026-10-01"}
    own = {"version": 1, "ascents": [row | {"mode": "lead", "result": "flash"}]}
    file = ("log.json", json.dumps(own).encode())

    brought = await wire.slash(channel, alice, "log import", {"file": file})
    preview = await wire.answered(brought)
    yes = await wire.press(preview, alice, "yy:yes")
    await wire.until(lambda: "匯入了 1 筆" in preview.content, "the import")
    taken = await wire.slash(channel, alice, "log export", {"format": "json"})
    export = await wire.answered(taken)

    assert yes.acknowledged == 6
    [attachment] = export.attachments
    content = wire.world.files[attachment["url"].removeprefix(wire.rest.base)][1]
    assert json.loads(content)["ascents"][0]["route_name"] == "灰鯨"
    assert wire.world.visible(channel, bob) == []


async def test_a_sentence_becomes_an_entry_after_a_yes(
    wire: Loopback, channel: Channel, alice: User
) -> None:
    await wire.appear(channel)

    asked = await wire.slash(channel, alice, "log quick", {"text": "今天霧鳴岬灰鯨 flash"})
    preview = await wire.answered(asked)
    await wire.press(preview, alice, "yy:yes")
    await wire.until(lambda: not preview.components, "the receipt")
    listed = await wire.answered(await wire.slash(channel, alice, "log list", {}))

    assert asked.ephemeral
    assert "灰鯨" in listed.content


async def test_members_are_refused_what_admins_may(
    wire: Loopback, channel: Channel, alice: User
) -> None:
    await wire.appear(channel)
    guild = wire.world.guilds[0]
    guild.roles[7] = 1 << 5
    boss = wire.world.join(guild, wire.world.user("站長"), [7])

    refused = await wire.answered(await wire.slash(channel, alice, "admin status", {}))
    shown = await wire.answered(await wire.slash(channel, boss, "admin status", {}))

    assert "管理伺服器" in refused.content
    assert "條路線" in shown.content


async def test_in_a_thread_of_its_own_no_mention_is_needed_though_nobody_told_of_it(
    wire: Loopback, alice: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(wire.rest, "tells_threads", False)
    guild = wire.world.guild("另一個會")
    channel = wire.world.channel(guild)
    guild.roles[8] = 1 << 5
    boss = wire.world.join(guild, wire.world.user("站長"), [8])
    wire.world.join(guild, alice)
    await wire.rest.gateway.dispatch("GUILD_CREATE", wire.world.guild_payload(guild))
    await wire.answered(await wire.slash(channel, boss, "admin settings threads", {"on": True}))

    def threads() -> list[Channel]:
        return [one for one in guild.channels if one.type == 11 and one.messages]

    await wire.say(channel, alice, wire.mention("霧鳴岬有哪些 5.10 的運攀"))
    await wire.until(lambda: bool(threads()), "a thread")
    more = await wire.say(threads()[0], alice, "第二條誰首攀的")

    assert "黃岸" in (await wire.reply(more)).text


async def test_buttons_work_once_whether_or_not_the_press_brings_them_along(
    wire: Loopback, channel: Channel, alice: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    await wire.appear(channel)
    preview = await wire.answered(
        await wire.slash(channel, alice, "log quick", {"text": "今天霧鳴岬右手 RP"})
    )
    public = await wire.answered(await wire.slash(channel, alice, "ask", {"question": "灰鯨"}))
    monkeypatch.setattr(wire.rest, "whole_messages", False)

    await wire.press(preview, alice, "yy:yes")
    await wire.until(lambda: not preview.components, "the receipt")
    thanks = await wire.answered(await wire.press(public, alice, "yy:vote:up"))
    monkeypatch.setattr(wire.rest, "whole_messages", True)
    again = await wire.answered(await wire.press(public, alice, "yy:vote:up"))

    assert "已記下" in preview.content
    assert "收到 👍" in thanks.content
    assert "收到 👍" in again.content
    assert not [one for one in wire.rest.log if one[2] == 400]
