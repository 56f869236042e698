"""/admin: who may, what it does, and that it is noted."""

from __future__ import annotations

import json
import re
import shutil
from pathlib import Path
from typing import TYPE_CHECKING

import discord
import pytest

from bot.discord.audit import action_words
from bot.discord.brain import Brain
from bot.live import LiveAssistant
from knowledge.terms import lint
from tests.discord.simulated import answer, button, buttons, deferral, mention, press, said, words

if TYPE_CHECKING:
    import simcord
    from simcord.actors import MemberActor
    from simcord.builders import ChannelHandle

    from bot.discord.client import YanyouBot
    from bot.discord.services import Services
    from knowledge.schema import Notice

NOTICES = {
    "notices": [
        {
            "about": "岩嶼攀岩館-台南店",
            "kind": "event",
            "title": "跨年抱石夜",
            "text": "十二月三十一日晚上有活動",
            "reported_on": "2026-11-20",
        }
    ]
}


@pytest.fixture
def own_data(demo_home: Path, tmp_path: Path, services: Services) -> Path:
    """A data folder that the test may change."""
    home = tmp_path / "knowledge"
    shutil.copytree(demo_home, home)
    services.data_dir = home
    services.brain = Brain(LiveAssistant.open(home))
    return home


@pytest.fixture
def admin(env: simcord.Env, channel: ChannelHandle) -> MemberActor:
    role = env.guild.create_role("管理", permissions=discord.Permissions(manage_guild=True))
    return env.guild.add_member(env.create_user("admin"), roles=[role])


@pytest.fixture
def member(env: simcord.Env, channel: ChannelHandle) -> MemberActor:
    return env.guild.add_member(env.create_user("member"))


async def audit(services: Services, env: simcord.Env) -> list[str]:
    guild = str(env.guild.id)
    return [what for _, _, what, _ in await services.state.run(lambda one: one.audits(guild))]


async def allow_everybody(env: simcord.Env, bot: YanyouBot) -> None:
    """What a server's settings can do to default permissions."""
    command = next(one for one in await bot.tree.fetch_commands() if one.name == "admin")
    env.guild.set_command_permissions(command, {env.guild.default_role: True})


def own_notices(services: Services, guild_id: int) -> list[Notice]:
    """The notices of one server, without those for everybody."""
    scope = str(guild_id)
    return [one for one in services.brain.knowledge.notices(scope) if one.scope == scope]


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


async def test_a_notice_is_in_the_very_next_answer_of_its_server_only(
    env: simcord.Env, own_data: Path, channel: ChannelHandle, admin: MemberActor
) -> None:
    form = await admin.slash(channel, "admin gym post", about="岩嶼攀岩館-台南店", kind="event")
    posted = await admin.submit_modal(form, {"heading": "跨年抱石夜", "text": "通宵開放"})

    await admin.send(channel, mention(env, "岩嶼台南店最近有什麼公告"))
    here = words(said(channel))
    elsewhere = env.create_guild("別的伺服器")
    there = elsewhere.create_text_channel("別處")
    stranger = elsewhere.add_member(env.create_user("stranger"))
    await stranger.send(there, mention(env, "岩嶼台南店最近有什麼公告"))

    assert posted.ephemeral
    assert "跨年抱石夜" in answer(posted)
    assert "跨年抱石夜" in here
    assert str(admin.id) not in here
    assert "跨年抱石夜" not in words(said(there))


async def test_a_notice_is_changed_and_taken_down(
    env: simcord.Env, own_data: Path, channel: ChannelHandle, admin: MemberActor
) -> None:
    form = await admin.slash(channel, "admin gym post", about="岩嶼攀岩館-台南店", kind="event")
    await admin.submit_modal(form, {"heading": "跨年抱石夜", "text": "通宵開放"})
    [choice] = await admin.autocomplete(channel, "admin gym edit", "notice", "跨年")

    change = await admin.slash(channel, "admin gym edit", notice=choice["value"])
    changed = await admin.submit_modal(change, {"heading": "跨年夜改期", "text": "改到元旦"})
    gone = await admin.slash(channel, "admin gym retire", notice=choice["value"])

    assert "跨年夜改期" in answer(changed)
    assert "Taken down" in answer(gone)
    assert await admin.autocomplete(channel, "admin gym edit", "notice", "") == []


async def test_a_notice_with_mistakes_is_refused_with_the_reasons(
    own_data: Path, channel: ChannelHandle, admin: MemberActor
) -> None:
    form = await admin.slash(channel, "admin gym post", about="沒有這間岩館", kind="event")

    refused = await admin.submit_modal(form, {"heading": "活動", "text": ""})

    assert "公告沒有送出" in answer(refused)


async def test_a_file_is_shown_as_its_changes_and_loaded_after_a_yes(
    env: simcord.Env,
    own_data: Path,
    channel: ChannelHandle,
    admin: MemberActor,
    services: Services,
) -> None:
    file = (
        "../../evil.json",
        json.dumps(
            NOTICES | {"notices": [NOTICES["notices"][0] | {"scope": str(env.guild.id)}]}
        ).encode(),
    )
    preview = await admin.slash(channel, "admin reload", file=file)
    before, everywhere = services.brain.knowledge.version, services.brain.knowledge.notices("")
    assert "跨年抱石夜" in answer(preview)

    await press(admin, preview, "yy:yes")
    await admin.send(channel, mention(env, "岩嶼台南店有什麼活動"))
    history = await admin.slash(channel, "admin history")

    assert "伺服器公告" in words(said(channel)).split("來源：")[-1]
    assert f"<@{admin.id}>" in answer(history)
    assert services.brain.knowledge.version == before + 1
    assert [one.title for one in own_notices(services, env.guild.id)] == ["跨年抱石夜"]
    assert services.brain.knowledge.notices("") == everywhere


async def test_a_file_with_mistakes_changes_nothing(
    own_data: Path, channel: ChannelHandle, admin: MemberActor, services: Services
) -> None:
    broken = json.dumps({"notices": [{"about": "沒有這裡", "kind": "event"}]}).encode()

    refused = await admin.slash(channel, "admin reload", file=("a.json", broken))

    assert refused.response is not None
    assert buttons(refused.response) == {}
    assert services.brain.knowledge.version == 1


async def test_a_file_of_another_kind_is_refused(
    own_data: Path, channel: ChannelHandle, admin: MemberActor
) -> None:
    refused = await admin.slash(channel, "admin reload", file=("a.exe", b"MZ"))

    assert "JSON, CSV, XLSX" in answer(refused)


async def test_only_operators_go_back_and_see_global_data_change(
    env: simcord.Env,
    own_data: Path,
    channel: ChannelHandle,
    admin: MemberActor,
    services: Services,
) -> None:
    form = await admin.slash(channel, "admin gym post", about="石螢谷", kind="closure")
    await admin.submit_modal(form, {"heading": "封閉", "text": "落石"})
    refused = await admin.slash(channel, "admin rollback", version=1)
    services.operators = frozenset({str(admin.id)})

    asked = await admin.slash(channel, "admin rollback", version=1)
    await press(admin, asked, "yy:yes")
    history = await admin.slash(channel, "admin history")
    diff = await admin.slash(channel, "admin diff", before=2, after=3)

    assert "只有設定檔裡的營運者" in answer(refused)
    assert "this is version 3" in answer(asked)
    assert "**3**（目前）" in answer(history)
    assert "封閉" in answer(diff)


async def test_a_pasted_announcement_is_read_and_published_after_a_yes(
    own_data: Path, channel: ChannelHandle, admin: MemberActor, services: Services
) -> None:
    form = await admin.slash(channel, "admin gym paste")
    draft = await admin.submit_modal(
        form, {"post": "岩嶼攀岩館台南店公告\n12/24 晚上抱石比賽，歡迎報名參加活動"}
    )
    assert "抱石比賽" in answer(draft)
    assert services.brain.knowledge.version == 1

    await press(admin, draft, "yy:yes")

    [notice] = own_notices(services, channel._env.guild.id)
    assert notice.about_id == "rockisle-tainan"
    assert str(notice.valid_from) == "2026-12-24"


async def test_a_pasted_announcement_of_an_unknown_place_is_asked_about(
    own_data: Path, channel: ChannelHandle, admin: MemberActor, services: Services
) -> None:
    form = await admin.slash(channel, "admin gym paste")

    draft = await admin.submit_modal(form, {"post": "明天休館一天"})

    assert draft.response is not None
    assert "看不出是哪間岩館" in answer(draft)
    assert buttons(draft.response) == {}
    assert services.brain.knowledge.version == 1


async def test_the_place_of_a_pasted_announcement_may_be_named(
    own_data: Path, channel: ChannelHandle, admin: MemberActor
) -> None:
    form = await admin.slash(channel, "admin gym paste", about="岩嶼攀岩館-台南店")

    draft = await admin.submit_modal(form, {"post": "明天休館一天"})

    assert draft.response is not None
    assert "2026-11-29 公休" in answer(draft)
    assert button(draft.response, "yy:yes")


async def test_a_template_comes_as_a_file(channel: ChannelHandle, admin: MemberActor) -> None:
    result = await admin.slash(channel, "admin template")

    assert result.response is not None
    [file] = result.response.attachments
    assert file.filename == "notices.csv"
    assert (await file.read()).decode("utf-8-sig").startswith("對象,類別,標題")


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


async def test_what_is_not_this_servers_notice_is_not_taken_down(
    own_data: Path, channel: ChannelHandle, admin: MemberActor, services: Services
) -> None:
    form = await admin.slash(channel, "admin gym post", about="浮島抱石館", kind="event")
    await admin.submit_modal(form, {"heading": "抱石夜", "text": "來玩"})
    [choice] = await admin.autocomplete(channel, "admin gym retire", "notice", "")
    await admin.slash(channel, "admin gym retire", notice=choice["value"])

    again = await admin.slash(channel, "admin gym retire", notice=choice["value"])

    assert "no such notice" in answer(again)
    assert services.brain.knowledge.version == 3


async def test_a_mistake_is_told_once(
    own_data: Path, channel: ChannelHandle, admin: MemberActor
) -> None:
    result = await admin.slash(channel, "admin reload", file=("bad.json", b"{"))

    lines = answer(result).split("\n")
    assert len(lines) == len(set(lines))


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
