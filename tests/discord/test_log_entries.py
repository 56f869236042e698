"""Writing into the log in Discord: shown first, saved after a yes."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import pytest

from bot.logbook.errors import LogbookUnsureError
from tests.discord.own_log import FLASH
from tests.discord.simulated import answer, button, buttons, deferral, press, said, words

if TYPE_CHECKING:
    import simcord
    from simcord.actors import MemberActor
    from simcord.builders import ChannelHandle

    from bot.discord.services import Services
    from bot.logbook import Logbook

pytestmark = pytest.mark.usefixtures("log")


async def test_the_form_of_an_ascent_has_five_fields(
    channel: ChannelHandle, alice: MemberActor
) -> None:
    result = await alice.slash(channel, "log add")

    assert result.modal is not None
    rows = [row["components"][0] for row in result.modal["components"]]
    assert [row["custom_id"] for row in rows] == ["name", "result", "day", "tries", "notes"]
    assert all(len(row["label"]) <= 45 for row in rows)


async def test_the_last_change_is_taken_back_by_name(
    log: Logbook, channel: ChannelHandle, alice: MemberActor
) -> None:
    log.add(str(alice.id), [FLASH])

    result = await alice.slash(channel, "log undo")
    nothing = await alice.slash(channel, "log undo")

    assert "灰鯨" in answer(result)
    assert log.ascents(str(alice.id)) == ()
    assert "nothing to take back" in answer(nothing)


async def test_a_wish_goes_to_the_log_of_whoever_presses(
    log: Logbook, channel: ChannelHandle, alice: MemberActor, bob: MemberActor
) -> None:
    result = await alice.slash(channel, "route", name="灰鯨")
    assert result.response is not None
    wish = button(result.response, "yy:wish")

    first = await bob.click(result.response.message, custom_id=wish)
    again = await bob.click(result.response.message, custom_id=wish)

    [wished] = log.ascents(str(bob.id))
    assert (wished.result, wished.route_id) == ("todo", "WM-WHALE-BACK-302")
    assert first.ephemeral
    assert "on your list now" in answer(first)
    assert "already" in answer(again)
    assert log.ascents(str(alice.id)) == ()


async def test_of_several_routes_the_one_to_wish_for_is_chosen(
    log: Logbook, channel: ChannelHandle, alice: MemberActor
) -> None:
    result = await alice.slash(channel, "recommend", crag="霧鳴岬", grade="5.10")
    assert result.response is not None
    asked = await press(alice, result, "yy:wish")
    assert asked.response is not None
    menu = asked.response.components[0]["components"][0]

    told = await alice.select(asked.response.message, [menu["options"][0]["value"]])

    assert len(menu["options"]) == len(result.response.embeds)
    assert told.ephemeral
    assert len(log.ascents(str(alice.id))) == 1


async def test_logging_a_route_opens_the_form_with_its_name(
    channel: ChannelHandle, alice: MemberActor
) -> None:
    result = await alice.slash(channel, "route", name="灰鯨")

    form = await press(alice, result, "yy:rec")

    assert form.modal is not None
    assert form.modal["components"][0]["components"][0]["value"] == "霧鳴岬的「灰鯨」"


async def test_a_message_is_read_into_the_log_by_its_menu(
    env: simcord.Env, channel: ChannelHandle, alice: MemberActor
) -> None:
    message = await alice.send(channel, "今天霧鳴岬灰鯨 flash")

    result = await alice.context_menu(channel, "記到我的紀錄", message)

    assert deferral(env) == (5, True)
    assert answer(result)
    assert said(channel).id == message.id or said(channel).flags.ephemeral
    assert words(result.response)


async def test_a_sentence_is_shown_first_and_saved_after_a_yes(
    log: Logbook, channel: ChannelHandle, alice: MemberActor
) -> None:
    preview = await alice.slash(channel, "log quick", text="今天灰鯨 flash")
    assert "要記下這一筆嗎" in answer(preview)
    assert log.ascents(str(alice.id)) == ()

    await press(alice, preview, "yy:yes")

    [kept] = log.ascents(str(alice.id))
    assert (kept.route_id, kept.result, kept.day) == (
        "WM-WHALE-BACK-302",
        "flash",
        date(2026, 11, 28),
    )


async def test_a_sentence_that_is_cancelled_is_not_saved(
    log: Logbook, channel: ChannelHandle, alice: MemberActor
) -> None:
    preview = await alice.slash(channel, "log quick", text="今天灰鯨 flash")

    await press(alice, preview, "yy:no")

    assert log.ascents(str(alice.id)) == ()


async def test_the_form_says_what_a_sentence_would(
    log: Logbook, channel: ChannelHandle, alice: MemberActor
) -> None:
    form = await alice.slash(channel, "log add")
    preview = await alice.submit_modal(
        form,
        {"name": "霧鳴岬 灰鯨", "result": "RP", "day": "昨天", "tries": "3", "notes": "手很痠"},
    )
    assert preview.ephemeral

    await press(alice, preview, "yy:yes")

    [kept] = log.ascents(str(alice.id))
    assert (kept.result, kept.day, kept.attempts, kept.notes) == (
        "redpoint",
        date(2026, 11, 27),
        3,
        "手很痠",
    )


async def test_a_correction_is_shown_first_and_made_after_a_yes(
    log: Logbook, channel: ChannelHandle, alice: MemberActor
) -> None:
    log.add(str(alice.id), [FLASH])
    preview = await alice.slash(channel, "log edit", change="把剛剛那筆改成 RP")

    await press(alice, preview, "yy:yes")

    assert [one.result for one in log.ascents(str(alice.id))] == ["redpoint"]


async def test_in_a_private_chat_a_word_is_enough(log: Logbook, alice: MemberActor) -> None:
    await alice.send_dm("記一筆：今天灰鯨 flash")
    assert "要記下這一筆嗎" in said(alice.user.dm_channel).content

    await alice.send_dm("確認")

    assert len(log.ascents(str(alice.id))) == 1


async def test_the_menu_of_a_message_saves_what_it_tells_after_a_yes(
    log: Logbook, channel: ChannelHandle, alice: MemberActor
) -> None:
    message = await alice.send(channel, "今天霧鳴岬灰鯨 flash")
    preview = await alice.context_menu(channel, "記到我的紀錄", message)

    await press(alice, preview, "yy:yes")

    assert [one.route_name for one in log.ascents(str(alice.id))] == ["灰鯨"]


async def test_a_private_question_may_write_to_the_log_too(
    log: Logbook, channel: ChannelHandle, alice: MemberActor
) -> None:
    preview = await alice.slash(channel, "ask", question="記一筆：今天灰鯨 flash", private=True)

    await press(alice, preview, "yy:yes")

    assert len(log.ascents(str(alice.id))) == 1


async def test_a_change_is_settled_by_buttons_and_commands_not_by_talk(
    log: Logbook, channel: ChannelHandle, alice: MemberActor
) -> None:
    log.add(str(alice.id), [FLASH])
    preview = await alice.slash(channel, "log edit", change="刪掉剛剛那筆")
    assert preview.response is not None
    labels = list(buttons(preview.response).values())
    told = answer(preview)

    await press(alice, preview, "yy:yes")

    assert labels == ["刪掉", "取消"]
    assert "按下面的按鈕" in told
    assert "說「" not in told
    assert "/log undo" in answer(preview)
    assert log.ascents(str(alice.id)) == ()


async def test_an_english_form_is_answered_in_english(
    channel: ChannelHandle, alice: MemberActor
) -> None:
    form = await alice.slash(channel, "log add")

    preview = await alice.submit_modal(form, {"name": "灰鯨", "result": "flash", "day": ""})

    assert "Save this entry?" in answer(preview)


@pytest.mark.parametrize("error", [RuntimeError("秘密"), LogbookUnsureError()])
async def test_a_yes_that_fails_says_so_and_takes_its_buttons_away(
    services: Services,
    channel: ChannelHandle,
    alice: MemberActor,
    error: Exception,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    async def broken() -> str:
        raise error

    preview = await alice.slash(channel, "log quick", text="今天灰鯨 flash")
    assert preview.response is not None
    yes = button(preview.response, "yy:yes")
    key = yes.rsplit(":", 1)[1]
    monkeypatch.setitem(
        services.proposals._kept, key, replace(services.proposals._kept[key], run=broken)
    )

    await alice.click(preview.response.message, custom_id=yes)

    told = answer(preview)
    assert "要記下這一筆嗎" not in told
    assert "秘密" not in told
    assert told
    assert buttons(preview.response) == {}
