"""Commands and their choices that everybody may use, through SimCord."""

from __future__ import annotations

import asyncio
import threading
import time
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any

import discord
import pytest

from bot.discord.services import is_alone
from bot.discord.suggestions import Suggestions
from tests.discord.simulated import answer, deferral, press, words

if TYPE_CHECKING:
    import simcord
    from simcord.actors import MemberActor
    from simcord.builders import ChannelHandle

    from bot.discord.client import YanyouBot
    from bot.discord.services import Services
    from bot.live import LiveAssistant
    from bot.schema import Answer


@pytest.mark.parametrize(
    ("command", "options", "told"),
    [
        ("ask", {"question": "灰鯨幾級"}, "5.10a"),
        ("route", {"name": "灰鯨"}, "黃岸"),
        ("route", {"name": "WM-WHALE-BACK-302"}, "黃岸"),
        ("crag", {"name": "霧鳴岬"}, "石英砂岩"),
        ("gym", {"name": "岩嶼攀岩館-台南店"}, "06-555-0102"),
        ("grade", {"grade": "5.10a", "to": "法式"}, "6a"),
        ("grade", {"grade": "V4"}, "Font"),
        ("recommend", {"crag": "霧鳴岬", "grade": "5.10a", "kind": "運攀"}, "出發前確認"),
        ("glossary", {"term": "flash"}, "A send on the first try"),
        ("glossary", {"term": "紅點"}, "沒有墜落"),
    ],
    ids=lambda value: value if isinstance(value, str) else None,
)
async def test_a_command_is_deferred_and_answered(
    env: simcord.Env,
    alice: MemberActor,
    channel: ChannelHandle,
    command: str,
    options: dict[str, str],
    told: str,
) -> None:
    result = await alice.slash(channel, command, **options)

    assert deferral(env) == (5, False)
    assert told in answer(result)


@pytest.mark.parametrize(
    ("command", "option"),
    [("route", "name"), ("crag", "name"), ("gym", "name"), ("glossary", "term")],
)
async def test_what_nothing_resembles_is_said_to_be_unknown(
    alice: MemberActor, channel: ChannelHandle, command: str, option: str
) -> None:
    result = await alice.slash(channel, command, **{option: "qzxqzx"})

    told = answer(result)
    assert "qzxqzx" in told
    assert "灰鯨" not in told
    assert "岩嶼" not in told


async def test_a_misspelt_route_is_found(alice: MemberActor, channel: ChannelHandle) -> None:
    result = await alice.slash(channel, "route", name="灰京")

    assert "黃岸" in answer(result)


async def test_help_is_for_the_asker_alone(
    env: simcord.Env, alice: MemberActor, channel: ChannelHandle
) -> None:
    result = await alice.slash(channel, "help")

    assert deferral(env) == (5, True)
    assert result.ephemeral
    assert "/recommend" in answer(result)


async def test_a_private_question_stays_private(alice: MemberActor, channel: ChannelHandle) -> None:
    result = await alice.slash(channel, "ask", question="灰鯨幾級", private=True)

    assert result.ephemeral
    assert "5.10a" in answer(result)


async def test_what_was_asked_stands_above_the_answer(
    alice: MemberActor, channel: ChannelHandle
) -> None:
    result = await alice.slash(channel, "ask", question="灰鯨\n幾級 @everyone")

    first = answer(result).split("\n")[0]
    assert first.startswith("> 灰鯨 幾級")
    assert "@everyone" not in first


async def test_a_personal_question_by_command_is_not_repeated_in_public(
    alice: MemberActor, channel: ChannelHandle
) -> None:
    result = await alice.slash(channel, "ask", question="我上個月爬了幾條")

    own = await press(alice, result, "yy:mine")

    assert "上個月" not in answer(result)
    assert own.ephemeral
    assert answer(own)


@pytest.mark.parametrize(
    ("command", "option", "typed", "first"),
    [
        ("route", "name", "灰鯨", "灰鯨｜5.10a｜霧鳴岬"),
        ("route", "name", "grey wh", "灰鯨｜5.10a｜霧鳴岬"),
        ("crag", "name", "霧", "霧鳴岬"),
        ("gym", "name", "台南", "岩嶼攀岩館-台南店"),
        ("grade", "grade", "5.10a", "5.10a"),
        ("glossary", "term", "flash", "flash"),
        ("recommend", "crag", "石", "石螢谷"),
    ],
    ids=lambda value: value if value.isascii() else None,
)
async def test_choices_fit_what_is_typed(
    alice: MemberActor, channel: ChannelHandle, command: str, option: str, typed: str, first: str
) -> None:
    choices = await alice.autocomplete(channel, command, option, typed)

    assert choices[0]["name"].casefold().startswith(first.casefold())
    assert len(choices) <= 25
    assert all(1 <= len(choice["name"]) <= 100 for choice in choices)
    assert all(1 <= len(str(choice["value"])) <= 100 for choice in choices)


def test_choices_take_less_than_fifty_milliseconds(live: LiveAssistant) -> None:
    suggestions = Suggestions(live.current.knowledge.catalogue)
    begun = time.process_time()

    for typed in ("", "灰", "5", "a", "沒有這種名字"):
        suggestions.find("route", typed)

    assert (time.process_time() - begun) / 5 < 0.05


async def test_too_many_questions_by_command_are_refused_kindly(
    env: simcord.Env, alice: MemberActor, channel: ChannelHandle, services: Services
) -> None:
    await services.settings.change(env.guild.id, "user_minute", "1")
    await services.settings.change(env.guild.id, "language", "zh")
    await alice.slash(channel, "ask", question="灰鯨幾級")

    refused = await alice.slash(channel, "ask", question="灰鯨幾級")

    assert "20:01（台北時間）之後再問我" in answer(refused)


async def test_a_command_that_fails_says_so_and_keeps_quiet_about_the_words(
    env: simcord.Env,
    simcord_bot: YanyouBot,
    alice: MemberActor,
    channel: ChannelHandle,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
) -> None:
    def broken(*_: object, **__: object) -> None:
        raise RuntimeError("秘密")

    monkeypatch.setattr(simcord_bot.services.brain, "answer", broken)

    result = await alice.slash(channel, "ask", question="灰鯨幾級")

    assert "went wrong on my side" in answer(result)
    assert "秘密" not in caplog.text
    assert "RuntimeError" in caplog.text


async def test_while_leaving_a_command_is_told_to_come_back(
    simcord_bot: YanyouBot, alice: MemberActor, channel: ChannelHandle
) -> None:
    simcord_bot.services.open_answers.leaving = True

    result = await alice.slash(channel, "ask", question="灰鯨幾級")

    assert result.ephemeral
    assert "restarting" in words(result.response)


async def test_the_acknowledgement_does_not_wait_for_the_answer(
    env: simcord.Env,
    simcord_bot: YanyouBot,
    alice: MemberActor,
    channel: ChannelHandle,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    brain, gate = simcord_bot.services.brain, threading.Event()
    answer_now = brain.answer

    def slow(*arguments: Any, **named: Any) -> Answer:
        gate.wait(20)
        return answer_now(*arguments, **named)

    monkeypatch.setattr(brain, "answer", slow)
    asked = asyncio.create_task(alice.slash(channel, "ask", question="灰鯨幾級"))
    while not any(one.path.endswith("/callback") for one in env.http_requests):  # noqa: ASYNC110
        await asyncio.sleep(0)

    assert deferral(env) == (5, False)
    assert not asked.done()
    gate.set()
    assert "5.10a" in answer(await asked)


@pytest.mark.parametrize(
    ("command", "options", "told"),
    [
        ("route", {"name": "Grey Whale"}, "Whale Back"),
        ("crag", {"name": "Wuming Cape"}, "number of routes"),
        ("gym", {"name": "Floating Island Bouldering"}, "Phone"),
        ("grade", {"grade": "6b"}, "Conversions are approximate"),
    ],
)
async def test_a_form_is_answered_in_the_language_of_the_person(
    alice: MemberActor,
    channel: ChannelHandle,
    services: Services,
    command: str,
    options: dict[str, str],
    told: str,
) -> None:
    english = await alice.slash(channel, command, **options)
    await services.settings.change(channel._env.guild.id, "language", "zh")
    chinese = await alice.slash(channel, command, **options)

    assert told in answer(english)
    assert told not in answer(chinese)


async def test_what_is_no_grade_is_not_converted(
    alice: MemberActor, channel: ChannelHandle
) -> None:
    result = await alice.slash(channel, "grade", grade="很難")

    assert answer(result).startswith("看不懂「很難」是哪一級")


@pytest.mark.parametrize(
    ("context", "guild_id", "alone"),
    [(1, None, True), (None, None, True), (2, None, False), (0, 7, False)],
)
def test_a_chat_of_several_people_is_not_a_private_one(
    context: int | None, guild_id: int | None, alone: bool
) -> None:
    contexts = discord.app_commands.AppCommandContext
    value = contexts() if context is None else contexts._from_value([context])  # type: ignore[list-item]

    assert is_alone(SimpleNamespace(guild_id=guild_id, context=value)) is alone  # type: ignore[arg-type]
