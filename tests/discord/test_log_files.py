"""What comes out of a log in Discord, and into it: files, pictures, what is shared."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.discord.own_log import FLASH, OWN_FILE
from tests.discord.simulated import answer, button, buttons, press

if TYPE_CHECKING:
    import simcord
    from simcord.actors import MemberActor
    from simcord.builders import ChannelHandle

    from bot.discord.services import Services
    from bot.logbook import Logbook

pytestmark = pytest.mark.usefixtures("log")


async def test_a_file_is_shown_first_and_imported_after_a_yes(
    log: Logbook, channel: ChannelHandle, alice: MemberActor
) -> None:
    preview = await alice.slash(channel, "log import", file=("log.json", OWN_FILE))
    assert preview.response is not None
    assert "會加入 2 筆" in answer(preview)
    assert log.ascents(str(alice.id)) == ()

    await press(alice, preview, "yy:yes")

    assert len(log.ascents(str(alice.id))) == 2
    assert preview.response is not None
    assert "Imported 2" in answer(preview)
    assert buttons(preview.response) == {}


async def test_a_no_imports_nothing(
    log: Logbook, channel: ChannelHandle, alice: MemberActor
) -> None:
    preview = await alice.slash(channel, "log import", file=("log.json", OWN_FILE))

    await press(alice, preview, "yy:no")

    assert log.ascents(str(alice.id)) == ()


async def test_a_file_that_is_no_log_is_refused_with_a_reason(
    channel: ChannelHandle, alice: MemberActor
) -> None:
    result = await alice.slash(channel, "log import", file=("cat.json", b"\x00\x01 miau"))

    assert answer(result)
    assert result.response is not None
    assert buttons(result.response) == {}


async def test_the_whole_log_comes_as_a_file(
    log: Logbook, channel: ChannelHandle, alice: MemberActor
) -> None:
    log.add(str(alice.id), [FLASH])

    result = await alice.slash(channel, "log export", format="csv")

    assert result.response is not None
    [file] = result.response.attachments
    assert file.filename == "yanyou-log.csv"
    assert "只有我知道的備註" in (await file.read()).decode("utf-8-sig")


async def test_a_climb_is_shared_by_a_click_without_its_notes_and_taken_back(
    log: Logbook, services: Services, channel: ChannelHandle, alice: MemberActor, bob: MemberActor
) -> None:
    log.add(str(alice.id), [FLASH])
    preview = await alice.slash(channel, "log share", what="last")
    assert channel.history(viewer=bob) == []

    await press(alice, preview, "yy:yes")
    shown = channel.history(viewer=bob)[-1]
    stranger = await bob.click(shown, custom_id=button(shown, "yy:unshare"))
    assert shown in channel.history(viewer=bob)
    await alice.click(shown, custom_id=button(shown, "yy:unshare"))

    assert "灰鯨" in shown.content
    assert "5.10a" in shown.content
    assert "備註" not in shown.content
    assert stranger.ephemeral
    assert shown not in channel.history(viewer=bob)
    assert await services.state.run(lambda state: state.shares(str(alice.id))) == ()


@pytest.mark.parametrize("command", ["log pyramid", "log stats"])
async def test_a_picture_comes_with_its_words(
    log: Logbook, channel: ChannelHandle, alice: MemberActor, command: str
) -> None:
    log.add(str(alice.id), [FLASH])

    result = await alice.slash(channel, command)

    assert result.response is not None
    [file] = result.response.attachments
    assert (await file.read()).startswith(b"\x89PNG")
    assert "5.10a" in answer(result)
    assert "python -m" not in answer(result)


async def test_without_climbs_there_are_words_instead_of_a_picture(
    channel: ChannelHandle, alice: MemberActor
) -> None:
    result = await alice.slash(channel, "log pyramid")

    assert result.response is not None
    assert result.response.attachments == []
    assert answer(result)


async def test_a_pyramid_is_shared_by_a_click(
    log: Logbook, channel: ChannelHandle, alice: MemberActor, bob: MemberActor
) -> None:
    log.add(str(alice.id), [FLASH])
    preview = await alice.slash(channel, "log share", what="pyramid")

    await press(alice, preview, "yy:yes")

    [shown] = channel.history(viewer=bob)
    assert len(shown.attachments) == 1
    assert "只有我知道" not in shown.content


async def test_that_nothing_can_be_drawn_is_said_in_the_language_of_the_answer(
    channel: ChannelHandle, alice: MemberActor, services: Services, env: simcord.Env
) -> None:
    english = await alice.slash(channel, "log pyramid")
    await services.settings.change(env.guild.id, "language", "zh")
    chinese = await alice.slash(channel, "log pyramid")

    assert "nothing to draw" in answer(english)
    assert "能畫的東西" in answer(chinese)
