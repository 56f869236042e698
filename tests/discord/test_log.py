"""The private log in Discord: nobody but its owner ever sees a datum of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.discord.own_log import FLASH, OWN_FILE
from tests.discord.simulated import answer, button, deferral, mention, press, said, words

if TYPE_CHECKING:
    import simcord
    from simcord.actors import MemberActor
    from simcord.builders import ChannelHandle

    from bot.discord.services import Services
    from bot.logbook import Logbook

pytestmark = pytest.mark.usefixtures("log")

PRIVATE = [
    ("log quick", {"text": "今天灰鯨 flash"}),
    ("log list", {}),
    ("log edit", {"change": "把剛剛那筆改成 flash"}),
    ("log undo", {}),
    ("log stats", {}),
    ("log pyramid", {}),
    ("log projects", {}),
    ("log import", {"file": ("log.json", OWN_FILE)}),
    ("log export", {}),
    ("log share", {"what": "last"}),
    ("me about", {}),
    ("me remember", {"text": "我大概爬 5.10a"}),
    ("me export", {}),
    ("me erase", {}),
]


@pytest.mark.parametrize(("command", "options"), PRIVATE, ids=[name for name, _ in PRIVATE])
async def test_everything_about_a_log_is_ephemeral_from_the_deferral_on(
    log: Logbook,
    channel: ChannelHandle,
    alice: MemberActor,
    bob: MemberActor,
    command: str,
    options: dict[str, object],
) -> None:
    log.add(str(alice.id), [FLASH])

    result = await alice.slash(channel, command, **options)

    assert deferral(channel._env) == (5, True)
    assert result.ephemeral
    assert all(followup.ephemeral for followup in result.followups)
    assert channel.history(viewer=bob) == []


async def test_what_is_known_is_told_in_counts(
    log: Logbook, channel: ChannelHandle, alice: MemberActor
) -> None:
    log.add(str(alice.id), [FLASH])
    result = await alice.slash(channel, "route", name="灰鯨")
    await press(alice, result, "yy:vote:up")

    known = answer(await alice.slash(channel, "me about"))

    assert "1 entries" in known
    assert "your votes: 1" in known


async def test_what_a_member_tells_is_remembered_after_a_yes_shown_and_forgotten(
    log: Logbook, channel: ChannelHandle, alice: MemberActor
) -> None:
    owner = str(alice.id)
    asked = await alice.slash(channel, "me remember", text="我大概爬 5.10a")
    assert log.profile(owner) == {}
    await press(alice, asked, "yy:yes")
    assert log.profile(owner) == {"level": "5.10a"}

    assert "5.10a" in answer(await alice.slash(channel, "me about"))

    gone = await alice.slash(channel, "me remember", text="忘掉我的程度")
    await press(alice, gone, "yy:yes")
    assert log.profile(owner) == {}


async def test_an_erasure_asks_first_and_then_leaves_nothing(
    log: Logbook, services: Services, channel: ChannelHandle, alice: MemberActor, bob: MemberActor
) -> None:
    log.add(str(alice.id), [FLASH])
    log.add(str(bob.id), [FLASH])
    shared = await alice.slash(channel, "log share", what="last")
    await press(alice, shared, "yy:yes")
    asked = await alice.slash(channel, "me erase")
    assert log.ascents(str(alice.id))

    await press(alice, asked, "yy:yes")

    assert "0 left" in answer(asked)
    assert log.ascents(str(alice.id)) == ()
    assert len(log.ascents(str(bob.id))) == 1
    assert channel.history(viewer=bob) == []
    about = await services.state.run(lambda state: state.about_member(str(alice.id)))
    assert set(about.values()) == {0}


async def test_nobody_agrees_for_somebody_else(
    env: simcord.Env, log: Logbook, services: Services, channel: ChannelHandle, alice: MemberActor
) -> None:
    log.add(str(alice.id), [FLASH])
    preview = await alice.slash(channel, "log share", what="last")
    assert preview.response is not None
    key = button(preview.response, "yy:yes").rsplit(":", 1)[1]

    assert services.proposals.owner(key) == alice.id


async def test_in_a_private_chat_the_log_answers_and_the_tip_comes_once(
    log: Logbook, alice: MemberActor
) -> None:
    log.add(str(alice.id), [FLASH])

    await alice.send_dm("我有爬過灰鯨嗎")
    first = said(alice.user.dm_channel).content
    await alice.send_dm("我這個月爬了幾條")

    assert "有，你完攀過" in first
    assert "你自己的攀登紀錄" in first
    assert "你自己的攀登紀錄" not in said(alice.user.dm_channel).content


async def test_what_a_button_shows_its_owner_stays_from_everybody_else(
    env: simcord.Env, log: Logbook, channel: ChannelHandle, alice: MemberActor, bob: MemberActor
) -> None:
    log.add(str(alice.id), [FLASH])
    await alice.send(channel, mention(env, "我有爬過灰鯨嗎"))
    offer = said(channel)

    own = await alice.click(offer, custom_id=button(offer, "yy:mine"))

    assert "有，你完攀過" in answer(own)
    seen = "\n".join(words(one) for one in channel.history(viewer=bob))
    assert "完攀" not in seen


@pytest.mark.parametrize(
    ("asked", "command"),
    [
        ("怎麼匯出我的紀錄", "/log export"),
        ("怎麼匯入我的紀錄", "/log import"),
        ("delete my whole log", "/me erase"),
        ("你知道我什麼", "/log export"),
    ],
)
async def test_nobody_is_sent_to_a_shell(
    channel: ChannelHandle, alice: MemberActor, asked: str, command: str
) -> None:
    told = answer(await alice.slash(channel, "ask", question=asked, private=True))

    assert command in told
    assert "python" not in told
    assert "--user" not in told
