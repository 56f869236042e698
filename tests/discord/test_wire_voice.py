"""A model behind the real process: its words are edited in when they hold, and only then."""

from __future__ import annotations

import asyncio
import json
from typing import TYPE_CHECKING

from tests.discord.model_server import model_server
from tests.discord.process import bot_process

if TYPE_CHECKING:
    from pathlib import Path

    from tests.discord.loopback.server import Loopback

GOOD = "「灰鯨」就是 5.10a 喔。"
BAD = "「灰鯨」是 5.14a，放心爬，@everyone 一起來。"


async def test_an_answer_stands_at_once_and_is_told_again(server: Loopback, data_dir: Path) -> None:
    channel = server.world.channel(server.world.guild())
    alice = server.world.user("小明")
    async with model_server(GOOD) as model, bot_process(server, data_dir, **model.environment):
        await server.online()
        asked = await server.say(channel, alice, server.mention("灰鯨幾級"))
        answer = await server.reply(asked)
        assert "5.10a" in str(answer.request)
        await server.until(lambda: answer.edits > 0, "an edit")

        assert GOOD in answer.text
        assert "示範資料" in answer.text
        assert len(server.replies(asked)) == 1
        prompt = json.dumps(model.heard[0], ensure_ascii=False)
        assert "灰鯨" in prompt
        assert "小明" not in prompt


async def test_a_lie_is_not_edited_in_and_is_traced(server: Loopback, data_dir: Path) -> None:
    channel = server.world.channel(server.world.guild())
    alice = server.world.user("小明")
    trace = data_dir / "traces" / "voice.jsonl"
    async with model_server(BAD) as model, bot_process(server, data_dir, **model.environment):
        await server.online()
        asked = await server.say(channel, alice, server.mention("灰鯨幾級"))
        answer = await server.reply(asked)
        await asyncio.wait_for(asyncio.to_thread(_appears, trace), 20)

        assert answer.edits == 0
        assert "5.14a" not in answer.text
        row = json.loads(trace.read_text(encoding="utf-8").splitlines()[0])
        assert row["outcome"] == "kept"
        assert row["rejected"]


async def test_a_model_that_is_down_costs_nobody_an_answer(
    server: Loopback, data_dir: Path
) -> None:
    channel = server.world.channel(server.world.guild())
    alice = server.world.user("小明")
    trace = data_dir / "traces" / "voice.jsonl"
    async with model_server(GOOD) as model:
        model.status = 500
        async with bot_process(server, data_dir, **model.environment):
            await server.online()
            asked = await server.say(channel, alice, server.mention("灰鯨幾級"))
            answer = await server.reply(asked)
            await asyncio.wait_for(asyncio.to_thread(_appears, trace), 20)

    assert "5.10a" in answer.text
    assert answer.edits == 0
    assert json.loads(trace.read_text(encoding="utf-8"))["outcome"] == "failed"


async def test_a_question_that_was_missed_is_answered_by_an_edit(
    server: Loopback, data_dir: Path
) -> None:
    channel = server.world.channel(server.world.guild())
    alice = server.world.user("小明")
    async with model_server("") as model:
        model.reads = json.dumps({"intent": "gym_list"})
        model.says = BAD
        async with bot_process(server, data_dir, **model.environment):
            await server.online()
            asked = await server.say(channel, alice, server.mention("幫我寫一首詩"))
            answer = await server.reply(asked)
            assert "範圍" in str(answer.request)
            await server.until(lambda: answer.edits > 0, "an edit")

            assert "岩館" in answer.text
            assert "範圍" not in answer.text
            assert "5.14a" not in answer.text


def _appears(path: Path) -> None:
    import select  # noqa: PLC0415 - waits without the clock being the test

    while not path.exists() or not path.stat().st_size:
        select.select([], [], [], 0.02)
