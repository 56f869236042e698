"""/admin: what a server posts, loads and takes back."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from tests.discord.simulated import answer, button, buttons, mention, press, said, words

if TYPE_CHECKING:
    from pathlib import Path

    import simcord
    from simcord.actors import MemberActor
    from simcord.builders import ChannelHandle

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


def own_notices(services: Services, guild_id: int) -> list[Notice]:
    """The notices of one server, without those for everybody."""
    scope = str(guild_id)
    return [one for one in services.brain.knowledge.notices(scope) if one.scope == scope]


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
