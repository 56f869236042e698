"""/admin: who may, what it does, and that it is noted."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from bot.discord.audit import action_words
from knowledge.terms import lint
from tests.discord.simulated import answer, deferral

if TYPE_CHECKING:
    import simcord
    from simcord.actors import MemberActor
    from simcord.builders import ChannelHandle

    from bot.discord.client import YanyouBot
    from bot.discord.services import Services


async def audit(services: Services, env: simcord.Env) -> list[str]:
    guild = str(env.guild.id)
    return [what for _, _, what, _ in await services.state.run(lambda one: one.audits(guild))]


async def allow_everybody(env: simcord.Env, bot: YanyouBot) -> None:
    """What a server's settings can do to default permissions."""
    command = next(one for one in await bot.tree.fetch_commands() if one.name == "admin")
    env.guild.set_command_permissions(command, {env.guild.default_role: True})


async def test_members_do_not_see_the_commands(
    channel: ChannelHandle, admin: MemberActor, member: MemberActor
) -> None:
    assert not [one for one in member.available_commands(channel) if one.startswith("admin")]
    assert [one for one in admin.available_commands(channel) if one.startswith("admin")]


async def test_a_member_whom_the_server_lets_in_is_refused_all_the_same_and_noted(
    env: simcord.Env,
    simcord_bot: YanyouBot,
    channel: ChannelHandle,
    member: MemberActor,
    services: Services,
) -> None:
    await allow_everybody(env, simcord_bot)

    refused = await member.slash(channel, "admin status")
    form = await member.slash(channel, "admin gym post", about="石螢谷", kind="closure")

    assert deferral(env)[1]
    assert "needs Manage Server" in answer(refused)
    assert form.modal is None
    assert await audit(services, env) == ["refused gym form", "refused status"]


async def test_a_configured_role_may(
    env: simcord.Env,
    simcord_bot: YanyouBot,
    channel: ChannelHandle,
    admin: MemberActor,
    services: Services,
) -> None:
    helpers = env.guild.create_role("幫手")
    helper = env.guild.add_member(env.create_user("helper"), roles=[helpers])
    await admin.slash(channel, "admin settings role", role=helpers)
    await allow_everybody(env, simcord_bot)

    result = await helper.slash(channel, "admin status")

    assert "Version" in answer(result)
    assert "status" in await audit(services, env)


async def test_settings_are_kept_and_shown(
    env: simcord.Env, channel: ChannelHandle, admin: MemberActor, services: Services
) -> None:
    await admin.slash(channel, "admin settings channel", channel=channel)
    await admin.slash(channel, "admin settings language", language="zh")
    await admin.slash(channel, "admin settings quota", whose="user", per_minute=7, per_day=70)
    await admin.slash(channel, "admin settings threads", on=True)

    shown = await admin.slash(channel, "admin settings show")

    assert channel.mention in answer(shown)
    assert "每分鐘 7 題、每天 70 題" in answer(shown)
    settings = services.settings.of(env.guild.id)
    assert settings.channels == {channel.id}
    assert settings.threads
    await services.settings.load()
    assert services.settings.of(env.guild.id) == settings


async def test_a_channel_can_be_taken_off_again(
    env: simcord.Env, channel: ChannelHandle, admin: MemberActor, services: Services
) -> None:
    await admin.slash(channel, "admin settings channel", channel=channel)

    await admin.slash(channel, "admin settings channel", channel=channel, on=False)

    assert services.settings.of(env.guild.id).channels == frozenset()


async def test_a_role_counts_as_discord_sends_it(
    env: simcord.Env,
    channel: ChannelHandle,
    services: Services,
    simcord_bot: YanyouBot,
) -> None:
    role = env.guild.create_role("館方")
    await allow_everybody(env, simcord_bot)
    await services.settings.change(env.guild.id, "admin_role", str(role.id))
    guide = env.guild.add_member(env.create_user("guide"), roles=[role])
    guild = simcord_bot.get_guild(env.guild.id)
    assert guild is not None
    guild._roles.pop(role.id)

    shown = await guide.slash(channel, "admin settings show")

    assert "language: automatic" in answer(shown)


async def test_the_status_tells_in_the_language_of_the_server_what_admins_did(
    env: simcord.Env,
    simcord_bot: YanyouBot,
    own_data: Path,
    channel: ChannelHandle,
    admin: MemberActor,
    member: MemberActor,
) -> None:
    await allow_everybody(env, simcord_bot)
    await admin.slash(channel, "admin settings language", language="zh")
    await admin.slash(channel, "admin settings threads", on=True)
    form = await admin.slash(channel, "admin gym post", about="岩嶼攀岩館-台南店", kind="event")
    await admin.submit_modal(form, {"heading": "跨年抱石夜", "text": "通宵開放"})
    await member.slash(channel, "admin history")

    told = answer(await admin.slash(channel, "admin status")).partition("管理動作")[2]

    expected = ("語言改為中文", "另開討論串改為開", "發布公告", "沒有權限，被擋下：看版本紀錄")
    for words_of_it in expected:
        assert words_of_it in told
    assert not re.search("setting|refused|language|status|post", told)


def noted_actions() -> set[str]:
    """Every action that the code notes; what stands in braces is left open."""
    files = sorted((Path(__file__).parents[2] / "bot" / "discord").rglob("*.py"))
    text = "\n".join(path.read_text(encoding="utf-8") for path in files)
    found = re.findall(r"(?:administering|refuse)\(interaction, f?\"([^\"]+)\"\)", text)
    found += re.findall(r"\"(gym (?:post|edit))\"", text)
    settings = ("channels", "language", "admin_role", "threads")
    found += [f"setting {name}" for name in settings]
    found += [f"setting {who}_{span}" for who in ("user", "guild") for span in ("minute", "day")]
    return {re.sub(r"\{\w+\}", "7", action) for action in found}


@pytest.mark.parametrize("action", sorted(noted_actions()))
def test_every_action_of_the_audit_has_words(action: str) -> None:
    for noted in (action, f"refused {action}"):
        chinese, english = (action_words(noted, "", language) for language in ("zh", "en"))
        assert not re.search("[A-Za-z]", chinese)
        assert english != noted
        assert not lint(chinese)


def test_what_an_audit_quotes_is_escaped_and_short() -> None:
    told = action_words("gym retire", "@everyone **" + "長" * 300, "zh")
    assert "@everyone" not in told
    assert len(told) < 200
