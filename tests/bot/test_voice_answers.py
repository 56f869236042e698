"""Whole answers spoken, in parts and with traces."""

from __future__ import annotations

import asyncio
import time
from dataclasses import replace
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING

from bot.personal import Change
from bot.schema import Question
from bot.voice import Breaker, SpokenAnswer, Traces, Voice, VoiceSettings, speak_answer
from tests.bot.scripted_model import ScriptedModel

if TYPE_CHECKING:
    from pathlib import Path

    from bot.assistant import Assistant

TODAY = date(2026, 11, 20)
NOW = datetime(2026, 11, 20, tzinfo=UTC)


def spoken(assistant: Assistant, text: str, says: list[str], edits: list[str]) -> SpokenAnswer:
    answer = assistant.answer(Question(text, TODAY))

    async def edit(shown: str) -> None:
        edits.append(shown)

    voice = Voice(ScriptedModel(says), Breaker(time.monotonic), time.monotonic, VoiceSettings())
    gazetteer = assistant.knowledge.gazetteer
    return asyncio.run(speak_answer(voice, answer, edit=edit, gazetteer=gazetteer))


def test_each_part_of_a_message_is_spoken_and_the_rest_stands(demo_assistant: Assistant) -> None:
    text = "灰鯨幾級？另外霧鳴岬有幾條運攀？"
    rendered = demo_assistant.answer(Question(text, TODAY))
    assert len(rendered.parts) == 2
    edits: list[str] = []
    heard = spoken(demo_assistant, text, ["「灰鯨」就是 5.10a 啦。", "有 99 條。"], edits)
    assert "「灰鯨」就是 5.10a 啦。" in heard.answer.text
    assert rendered.parts[1].text in heard.answer.text
    assert "99" not in heard.answer.text
    assert edits
    assert all(rendered.parts[1].text in one for one in edits)
    assert [said.outcome for said in heard.said] == ["spoken", "kept"]


def test_the_plan_of_a_message_is_in_its_trace(demo_assistant: Assistant, tmp_path: Path) -> None:
    says = ["「灰鯨」就是 5.10a 啦。", "有 99 條。"]
    heard = spoken(demo_assistant, "灰鯨幾級？另外霧鳴岬有幾條運攀？", says, [])
    traces = Traces.of(tmp_path)
    traces.record(heard, NOW)
    (row,) = traces.last(5)
    told = [(step["intent"], step["outcome"]) for step in row["plan"]]
    assert told == [("fact", "spoken"), ("count", "kept")]
    assert row["plan"][0]["records"] > 0
    assert row["budget_seconds"] == VoiceSettings().deadline_seconds
    assert row["outcome"] == "spoken"


def test_no_more_than_four_questions_are_spoken_and_none_after_the_time_is_spent(
    demo_assistant: Assistant,
) -> None:
    one = demo_assistant.answer(Question("灰鯨幾級", TODAY))
    many = replace(one, parts=(one,) * 6)
    model = ScriptedModel(["「灰鯨」就是 5.10a 啦。"])
    voice = Voice(model, Breaker(time.monotonic), time.monotonic)
    heard = asyncio.run(speak_answer(voice, many))
    assert [step.outcome for step in heard.plan] == ["spoken"] * 4 + ["skipped"] * 2
    assert len(model.heard) == 4
    ticking = iter(range(0, 1000, 9))
    slow = Voice(ScriptedModel(model.scripts), Breaker(lambda: 0.0), lambda: float(next(ticking)))
    late = asyncio.run(speak_answer(slow, many))
    outcomes = [step.outcome for step in late.plan]
    assert outcomes[0] == "spoken"
    assert outcomes[-3:] == ["skipped"] * 3


def test_a_preview_of_a_log_entry_is_not_spoken(demo_assistant: Assistant) -> None:
    answer = replace(demo_assistant.answer(Question("灰鯨幾級", TODAY)), pending=Change("add"))
    model = ScriptedModel(["記好了！"])
    voice = Voice(model, Breaker(time.monotonic), time.monotonic)
    heard = asyncio.run(speak_answer(voice, answer))
    assert heard.answer == answer
    assert not model.heard


def test_traces_keep_what_was_rejected_and_no_question(
    demo_assistant: Assistant, tmp_path: Path
) -> None:
    heard = spoken(demo_assistant, "灰鯨幾級", ["「灰鯨」是 5.14a。"], [])
    traces = Traces.of(tmp_path)
    traces.record(heard, NOW)
    (row,) = traces.last(5)
    assert row["outcome"] == "kept"
    assert row["rejected"][0]["sentence"] == "「灰鯨」是 5.14a。"
    assert "灰鯨幾級" not in traces.path.read_text(encoding="utf-8")


def test_traces_of_personal_answers_hold_no_sentence(
    demo_assistant: Assistant, tmp_path: Path
) -> None:
    heard = spoken(demo_assistant, "灰鯨幾級", ["「灰鯨」是 5.14a。"], [])
    own = replace(heard, answer=replace(heard.answer, intent="personal"))
    traces = Traces.of(tmp_path)
    traces.record(own, NOW)
    assert "灰鯨" not in traces.path.read_text(encoding="utf-8")
