"""Quotas and privacy of the second word, beside a message that already stands."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import TYPE_CHECKING, Any

from bot.discord.replies import compose
from bot.discord.speaking import A_MINUTE, Shown, Speaker
from bot.model import ModelSettings
from bot.schema import Answer, Question
from bot.voice import Asked, Judge, Traces
from tests.bot.scripted_model import ScriptedModel, SilentModel

if TYPE_CHECKING:
    from pathlib import Path

    import pytest

    from bot.live import LiveAssistant

GOOD = "「灰鯨」就是 5.10a 喔。"
TODAY = date(2026, 11, 20)


def noon() -> datetime:
    return datetime(2026, 11, 20, 12, 0, tzinfo=UTC)


class Door:
    """One message that was sent, and how often it was edited."""

    def __init__(self, live: LiveAssistant, speaker: Speaker) -> None:
        self.live = live
        self.speaker = speaker
        self.edits: list[dict[str, Any]] = []

    async def ask(self, text: str, user: str = "1", *, private: bool = False) -> None:
        """Show an answer and let it be spoken."""

        async def answer_to(other: str) -> Answer:
            return self.live.answer(Question(other, TODAY))

        async def agreed() -> bool:
            return False

        async def edit(values: dict[str, Any]) -> None:
            self.edits.append(values)

        answer = self.live.answer(Question(text, TODAY))
        shown = Shown(
            answer, Asked(text, private=private), user, "7", answer_to, agreed, compose, edit
        )
        self.speaker.follow(shown, self.live.current.knowledge.gazetteer)
        await self.speaker.settled()


async def test_the_quota_of_a_member_counts_what_the_model_said_and_nothing_else(
    live: LiveAssistant, tmp_path: Path
) -> None:
    model = ScriptedModel([GOOD])
    settings = ModelSettings(per_day=3)
    door = Door(live, Speaker(model, Traces.of(tmp_path), noon, settings))
    for _ in range(5):
        # fixed words, never said by a model, cost nothing
        await door.ask("這個 bolt 安全嗎")
    for _ in range(5):
        await door.ask("灰鯨幾級")
    assert len(model.heard) == 3
    assert len(door.edits) == 3
    await door.ask("灰鯨幾級", user="2")
    assert len(model.heard) == 4


async def test_a_member_is_spoken_to_so_often_a_minute(live: LiveAssistant, tmp_path: Path) -> None:
    model = ScriptedModel([GOOD])
    door = Door(live, Speaker(model, Traces.of(tmp_path), noon))
    for _ in range(A_MINUTE + 3):
        await door.ask("灰鯨幾級")
    assert len(model.heard) == A_MINUTE


async def test_a_model_that_never_answers_is_left_alone_and_the_answer_stands(
    live: LiveAssistant, tmp_path: Path
) -> None:
    model = SilentModel()
    settings = ModelSettings(timeout_seconds=0.05)
    door = Door(live, Speaker(model, Traces.of(tmp_path), noon, settings))
    for _ in range(6):
        await door.ask("灰鯨幾級")
    assert len(model.heard) == 3
    assert door.edits == []


async def test_a_fault_in_judging_leaves_the_answer_as_it_was_shown(
    live: LiveAssistant, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object) -> tuple[str, ...]:
        raise ValueError("a fault")

    monkeypatch.setattr(Judge, "sentence", broken)
    door = Door(live, Speaker(ScriptedModel([GOOD]), Traces.of(tmp_path), noon))
    await door.ask("灰鯨幾級")
    assert door.edits == []


async def test_a_private_question_about_oneself_is_not_read_by_a_model(
    live: LiveAssistant, tmp_path: Path
) -> None:
    model = ScriptedModel([GOOD])
    door = Door(live, Speaker(model, Traces.of(tmp_path), noon, ModelSettings(own_roof=True)))
    for text in ("我今天好累晚餐吃什麼", "我有哪些 project"):
        await door.ask(text, private=True)
    assert model.heard == []
