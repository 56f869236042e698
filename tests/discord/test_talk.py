"""What members say, through SimCord: real discord.py machinery on a Discord in memory."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.discord.context import MAX_MESSAGES
from bot.discord.limits import GUILD_QUOTA, Quota
from tests.discord.simulated import button, buttons, deferral, mention, said, words

if TYPE_CHECKING:
    import pytest
    import simcord
    from simcord.actors import MemberActor
    from simcord.builders import ChannelHandle

    from bot.discord.services import Services


async def test_a_mention_is_answered_under_it(
    env: simcord.Env, channel: ChannelHandle, alice: MemberActor
) -> None:
    asked = await alice.send(channel, mention(env, "灰鯨幾級"))

    assert "5.10a" in said(channel).content
    reference = said(channel).reference
    assert reference is not None
    assert reference.message_id == asked.id


async def test_nobody_is_pinged(
    env: simcord.Env, channel: ChannelHandle, alice: MemberActor
) -> None:
    await alice.send(channel, mention(env, "@everyone <@&1> 是什麼"))

    sent = [one.json for one in env.http_requests if one.path.endswith("/messages")]
    assert sent
    for body in sent:
        assert body is not None
        assert body["allowed_mentions"] == {"parse": [], "replied_user": False}
        assert "@everyone" not in body["content"]


async def test_talk_among_members_is_left_alone(channel: ChannelHandle, alice: MemberActor) -> None:
    await alice.send(channel, "灰鯨幾級")

    assert said(channel).author.id == alice.id


async def test_another_bot_is_never_answered(env: simcord.Env, channel: ChannelHandle) -> None:
    other = env.guild.add_member(env.create_user("other", bot=True))

    await other.send(channel, mention(env, "灰鯨幾級"))

    assert said(channel).author.id == other.id


async def test_a_bare_mention_asks_what_is_wanted(
    env: simcord.Env, channel: ChannelHandle, alice: MemberActor
) -> None:
    await alice.send(channel, mention(env, ""))

    assert "想問什麼" in said(channel).content


async def test_a_bare_mention_under_a_question_answers_the_question(
    env: simcord.Env, channel: ChannelHandle, alice: MemberActor
) -> None:
    question = await alice.send(channel, "灰鯨幾級")

    await alice.send(channel, mention(env, ""), reply_to=question)

    assert "5.10a" in said(channel).content


async def test_in_a_set_channel_no_mention_is_needed(
    services: Services, channel: ChannelHandle, alice: MemberActor, env: simcord.Env
) -> None:
    await services.settings.change(env.guild.id, "channels", str(channel.id))

    await alice.send(channel, "灰鯨幾級")

    assert "5.10a" in said(channel).content


async def test_in_a_set_channel_what_is_said_to_others_is_left_alone(
    services: Services, channel: ChannelHandle, alice: MemberActor, env: simcord.Env
) -> None:
    await services.settings.change(env.guild.id, "channels", str(channel.id))
    bob = env.guild.add_member(env.create_user("bob"))
    first = await bob.send(channel, f"{alice.mention} 明天去嗎")

    await alice.send(channel, "好啊", reply_to=first)

    assert said(channel).author.id == alice.id


async def test_a_private_message_needs_no_mention(alice: MemberActor) -> None:
    await alice.send_dm("灰鯨幾級")

    assert "5.10a" in said(alice.user.dm_channel).content


async def test_private_talk_is_one_conversation(alice: MemberActor) -> None:
    await alice.send_dm("霧鳴岬有哪些 5.10 的運攀")
    await alice.send_dm("第二條誰首攀的")

    assert "黃岸" in said(alice.user.dm_channel).content


async def test_a_mention_elsewhere_starts_anew(
    env: simcord.Env, channel: ChannelHandle, alice: MemberActor
) -> None:
    await alice.send(channel, mention(env, "霧鳴岬有哪些 5.10 的運攀"))
    await alice.send(channel, mention(env, "第二條誰首攀的"))

    assert "黃岸" not in said(channel).content


async def test_a_chain_of_replies_is_the_context(
    env: simcord.Env, channel: ChannelHandle, alice: MemberActor
) -> None:
    await alice.send(channel, mention(env, "霧鳴岬有哪些 5.10 的運攀"))

    await alice.send(channel, mention(env, "第二條誰首攀的"), reply_to=said(channel))

    assert "黃岸" in said(channel).content
    assert "只看了最近" not in said(channel).content


async def test_two_people_are_not_mixed_up(
    env: simcord.Env, channel: ChannelHandle, alice: MemberActor
) -> None:
    bob = env.guild.add_member(env.create_user("bob"))
    await alice.send(channel, mention(env, "霧鳴岬有哪些 5.10 的運攀"))
    first = said(channel)
    await bob.send(channel, mention(env, "石螢谷有幾條路線"))

    await alice.send(channel, mention(env, "第二條誰首攀的"), reply_to=first)

    assert "黃岸" in said(channel).content


async def test_a_long_chain_is_capped_and_said_so(
    env: simcord.Env, channel: ChannelHandle, alice: MemberActor
) -> None:
    await alice.send(channel, mention(env, "灰鯨幾級"))
    for _ in range(MAX_MESSAGES // 2):
        await alice.send(channel, mention(env, "灰鯨幾米"), reply_to=said(channel))

    await alice.send(channel, mention(env, "灰鯨幾級"), reply_to=said(channel))

    assert f"只看了最近 {MAX_MESSAGES} 則" in said(channel).content


async def test_a_server_may_want_threads_and_there_no_mention_is_needed(
    env: simcord.Env, services: Services, channel: ChannelHandle, alice: MemberActor
) -> None:
    await services.settings.change(env.guild.id, "threads", "1")
    await alice.send(channel, mention(env, "霧鳴岬有哪些 5.10 的運攀"))
    thread = channel.threads[0]

    await alice.send(thread, "第二條誰首攀的")

    assert thread.name == "霧鳴岬有哪些 5.10 的運攀"
    assert "黃岸" in said(thread).content


async def test_a_personal_question_in_public_shows_only_a_button(
    env: simcord.Env, channel: ChannelHandle, alice: MemberActor
) -> None:
    bob = env.guild.add_member(env.create_user("bob"))
    await alice.send(channel, mention(env, "我上個月爬了幾條"))
    offer = said(channel)

    stranger = await bob.click(offer, custom_id=button(offer, "yy:mine"))
    own = await alice.click(offer, custom_id=button(offer, "yy:mine"))

    assert list(buttons(offer).values()) == ["只給我看"]
    assert stranger.ephemeral
    assert "belongs to the person" in words(stranger.response)
    assert deferral(env) == (5, True)
    assert own.ephemeral
    assert words(own.response)


async def test_a_refusal_names_the_time_and_comes_once(
    env: simcord.Env, services: Services, channel: ChannelHandle, alice: MemberActor
) -> None:
    await services.settings.change(env.guild.id, "user_minute", "1")
    for _ in range(3):
        await alice.send(channel, mention(env, "灰鯨幾級"))

    told = [one.content for one in channel.history() if one.author.id != alice.id]
    assert len(told) == 2
    refusal = next(one for one in told if "問得有點快" in one)
    assert "20:01（台北時間）" in refusal
    assert "每分鐘最多 1 題" in refusal


async def test_a_whole_server_has_a_limit_too(
    env: simcord.Env, services: Services, channel: ChannelHandle, alice: MemberActor
) -> None:
    await services.settings.change(env.guild.id, "guild_day", "1")
    bob = env.guild.add_member(env.create_user("bob"))
    await alice.send(channel, mention(env, "灰鯨幾級"))
    await bob.send(channel, mention(env, "灰鯨幾級"))

    assert "整個伺服器每天最多 1 題" in said(channel).content
    assert services.settings.of(env.guild.id).guild_quota == Quota(GUILD_QUOTA.per_minute, 1)


async def test_without_permission_to_write_the_author_is_told_in_private(
    env: simcord.Env, channel: ChannelHandle, alice: MemberActor
) -> None:
    env.inject_error("POST", f"/channels/{channel.id}/messages", status=403, code=50013, times=9)

    await alice.send(channel, mention(env, "灰鯨幾級"))

    assert f"<#{channel.id}>" in said(alice.user.dm_channel).content


async def test_no_word_of_a_message_reaches_the_log(
    env: simcord.Env,
    channel: ChannelHandle,
    alice: MemberActor,
    caplog: pytest.LogCaptureFixture,
) -> None:
    caplog.set_level("DEBUG", logger="bot")

    await alice.send(channel, mention(env, "灰鯨幾級 這句話是秘密"))

    assert "秘密" not in caplog.text
