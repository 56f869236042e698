"""The private log in Discord: nobody but its owner ever sees a datum of it."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import pytest

from bot.ascents import Ascent
from bot.logbook.errors import LogbookUnsureError
from tests.discord.simulated import answer, button, buttons, deferral, mention, said, words

if TYPE_CHECKING:
    import simcord
    from simcord.actors import MemberActor
    from simcord.builders import ChannelHandle

    from bot.discord.services import Services
    from bot.logbook import Logbook

FLASH = Ascent(
    mode="lead",
    result="flash",
    day=date(2026, 11, 20),
    route_id="WM-WHALE-BACK-302",
    route_name="灰鯨",
    crag="霧鳴岬",
    crag_id="wuming-cape",
    grade="5.10a",
    notes="只有我知道的備註",
)
OWN_FILE = json.dumps(
    {
        "version": 1,
        "ascents": [
            {
                "route_name": "灰鯨",
                "crag": "霧鳴岬",
                "date": "2026-10-01",
                "mode": "lead",
                "result": "flash",
            },
            {
                "route_name": "右手",
                "crag": "霧鳴岬",
                "date": "2026-10-02",
                "mode": "lead",
                "result": "onsight",
            },
        ],
    }
).encode()


@pytest.fixture
def channel(env: simcord.Env, log: Logbook) -> ChannelHandle:
    return env.create_guild().create_text_channel("聊天")


@pytest.fixture
def alice(env: simcord.Env, channel: ChannelHandle) -> MemberActor:
    return env.guild.add_member(env.create_user("alice"))


@pytest.fixture
def bob(env: simcord.Env, channel: ChannelHandle) -> MemberActor:
    return env.guild.add_member(env.create_user("bob"))


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
    assert result.response is not None
    assert all(followup.ephemeral for followup in result.followups)
    assert channel.history(viewer=bob) == []


async def test_the_form_of_an_ascent_has_five_fields(
    channel: ChannelHandle, alice: MemberActor
) -> None:
    result = await alice.slash(channel, "log add")

    assert result.modal is not None
    rows = [row["components"][0] for row in result.modal["components"]]
    assert [row["custom_id"] for row in rows] == ["name", "result", "day", "tries", "notes"]
    assert all(len(row["label"]) <= 45 for row in rows)


async def test_a_file_is_shown_first_and_imported_after_a_yes(
    log: Logbook, channel: ChannelHandle, alice: MemberActor
) -> None:
    preview = await alice.slash(channel, "log import", file=("log.json", OWN_FILE))
    assert preview.response is not None
    assert "會加入 2 筆" in answer(preview)
    assert log.ascents(str(alice.id)) == ()

    yes = button(preview.response, "yy:yes")
    await alice.click(preview.response.message, custom_id=yes)

    assert len(log.ascents(str(alice.id))) == 2
    assert preview.response is not None
    assert "Imported 2" in answer(preview)
    assert buttons(preview.response) == {}


async def test_a_no_imports_nothing(
    log: Logbook, channel: ChannelHandle, alice: MemberActor
) -> None:
    preview = await alice.slash(channel, "log import", file=("log.json", OWN_FILE))
    assert preview.response is not None

    await alice.click(preview.response.message, custom_id=button(preview.response, "yy:no"))

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


async def test_the_last_change_is_taken_back_by_name(
    log: Logbook, channel: ChannelHandle, alice: MemberActor
) -> None:
    log.add(str(alice.id), [FLASH])

    result = await alice.slash(channel, "log undo")
    nothing = await alice.slash(channel, "log undo")

    assert "灰鯨" in answer(result)
    assert log.ascents(str(alice.id)) == ()
    assert "nothing to take back" in answer(nothing)


async def test_a_climb_is_shared_by_a_click_without_its_notes_and_taken_back(
    log: Logbook, services: Services, channel: ChannelHandle, alice: MemberActor, bob: MemberActor
) -> None:
    log.add(str(alice.id), [FLASH])
    preview = await alice.slash(channel, "log share", what="last")
    assert preview.response is not None
    assert channel.history(viewer=bob) == []

    yes = button(preview.response, "yy:yes")
    await alice.click(preview.response.message, custom_id=yes)
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
    asked = await alice.click(result.response.message, custom_id=button(result.response, "yy:wish"))
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
    assert result.response is not None

    form = await alice.click(result.response.message, custom_id=button(result.response, "yy:rec"))

    assert form.modal is not None
    assert form.modal["components"][0]["components"][0]["value"] == "霧鳴岬的「灰鯨」"


async def test_what_is_known_is_told_in_counts(
    log: Logbook, channel: ChannelHandle, alice: MemberActor
) -> None:
    log.add(str(alice.id), [FLASH])
    result = await alice.slash(channel, "route", name="灰鯨")
    assert result.response is not None
    await alice.click(result.response.message, custom_id="yy:vote:up")

    known = answer(await alice.slash(channel, "me about"))

    assert "1 entries" in known
    assert "your votes: 1" in known


async def test_what_a_member_tells_is_remembered_after_a_yes_shown_and_forgotten(
    log: Logbook, channel: ChannelHandle, alice: MemberActor
) -> None:
    owner = str(alice.id)
    asked = await alice.slash(channel, "me remember", text="我大概爬 5.10a")
    assert asked.response is not None
    assert log.profile(owner) == {}
    await alice.click(asked.response.message, custom_id=button(asked.response, "yy:yes"))
    assert log.profile(owner) == {"level": "5.10a"}

    assert "5.10a" in answer(await alice.slash(channel, "me about"))

    gone = await alice.slash(channel, "me remember", text="忘掉我的程度")
    assert gone.response is not None
    await alice.click(gone.response.message, custom_id=button(gone.response, "yy:yes"))
    assert log.profile(owner) == {}


async def test_an_erasure_asks_first_and_then_leaves_nothing(
    log: Logbook, services: Services, channel: ChannelHandle, alice: MemberActor, bob: MemberActor
) -> None:
    log.add(str(alice.id), [FLASH])
    log.add(str(bob.id), [FLASH])
    shared = await alice.slash(channel, "log share", what="last")
    assert shared.response is not None
    await alice.click(shared.response.message, custom_id=button(shared.response, "yy:yes"))
    asked = await alice.slash(channel, "me erase")
    assert asked.response is not None
    assert log.ascents(str(alice.id))

    await alice.click(asked.response.message, custom_id=button(asked.response, "yy:yes"))

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
    assert preview.response is not None
    assert "要記下這一筆嗎" in answer(preview)
    assert log.ascents(str(alice.id)) == ()

    yes = button(preview.response, "yy:yes")
    await alice.click(preview.response.message, custom_id=yes)

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
    assert preview.response is not None

    await alice.click(preview.response.message, custom_id=button(preview.response, "yy:no"))

    assert log.ascents(str(alice.id)) == ()


async def test_the_form_says_what_a_sentence_would(
    log: Logbook, channel: ChannelHandle, alice: MemberActor
) -> None:
    form = await alice.slash(channel, "log add")
    preview = await alice.submit_modal(
        form,
        {"name": "霧鳴岬 灰鯨", "result": "RP", "day": "昨天", "tries": "3", "notes": "手很痠"},
    )
    assert preview.response is not None
    assert preview.ephemeral

    yes = button(preview.response, "yy:yes")
    await alice.click(preview.response.message, custom_id=yes)

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
    assert preview.response is not None

    yes = button(preview.response, "yy:yes")
    await alice.click(preview.response.message, custom_id=yes)

    assert [one.result for one in log.ascents(str(alice.id))] == ["redpoint"]


async def test_in_a_private_chat_a_word_is_enough(log: Logbook, alice: MemberActor) -> None:
    await alice.send_dm("記一筆：今天灰鯨 flash")
    assert "要記下這一筆嗎" in said(alice.user.dm_channel).content

    await alice.send_dm("確認")

    assert len(log.ascents(str(alice.id))) == 1


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


async def test_the_menu_of_a_message_saves_what_it_tells_after_a_yes(
    log: Logbook, channel: ChannelHandle, alice: MemberActor
) -> None:
    message = await alice.send(channel, "今天霧鳴岬灰鯨 flash")
    preview = await alice.context_menu(channel, "記到我的紀錄", message)
    assert preview.response is not None

    yes = button(preview.response, "yy:yes")
    await alice.click(preview.response.message, custom_id=yes)

    assert [one.route_name for one in log.ascents(str(alice.id))] == ["灰鯨"]


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
    assert preview.response is not None

    yes = button(preview.response, "yy:yes")
    await alice.click(preview.response.message, custom_id=yes)

    [shown] = channel.history(viewer=bob)
    assert len(shown.attachments) == 1
    assert "只有我知道" not in shown.content


async def test_a_private_question_may_write_to_the_log_too(
    log: Logbook, channel: ChannelHandle, alice: MemberActor
) -> None:
    preview = await alice.slash(channel, "ask", question="記一筆：今天灰鯨 flash", private=True)
    assert preview.response is not None

    yes = button(preview.response, "yy:yes")
    await alice.click(preview.response.message, custom_id=yes)

    assert len(log.ascents(str(alice.id))) == 1


async def test_a_change_is_settled_by_buttons_and_commands_not_by_talk(
    log: Logbook, channel: ChannelHandle, alice: MemberActor
) -> None:
    log.add(str(alice.id), [FLASH])
    preview = await alice.slash(channel, "log edit", change="刪掉剛剛那筆")
    assert preview.response is not None
    labels = list(buttons(preview.response).values())
    told = answer(preview)

    await alice.click(preview.response.message, custom_id=button(preview.response, "yy:yes"))

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


async def test_that_nothing_can_be_drawn_is_said_in_the_language_of_the_answer(
    channel: ChannelHandle, alice: MemberActor, services: Services, env: simcord.Env
) -> None:
    english = await alice.slash(channel, "log pyramid")
    await services.settings.change(env.guild.id, "language", "zh")
    chinese = await alice.slash(channel, "log pyramid")

    assert "nothing to draw" in answer(english)
    assert "能畫的東西" in answer(chinese)


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
