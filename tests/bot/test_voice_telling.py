"""Who may be told what: the second word, its privacy, and its place in the terminal chat."""

from __future__ import annotations

import asyncio
import json
import time
from dataclasses import replace
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING

import pytest

from bot.assistant import Assistant
from bot.chat import MODEL_SAID, Member, converse
from bot.model import ModelError, ModelSettings, load_model_settings
from bot.schema import Answer, Question, Turn
from bot.spoken_chat import aloud_with
from bot.voice import (
    Asked,
    Judge,
    SpokenAnswer,
    Teller,
    Traces,
    VoiceSettings,
    spoken_of,
    voice_settings,
)
from tests.bot.log_invented import ANNAS
from tests.bot.logbook_helpers import open_log
from tests.bot.scripted_model import ScriptedModel

if TYPE_CHECKING:
    from pathlib import Path

    from knowledge.knowledge_base import KnowledgeBase

TODAY = date(2026, 11, 20)
GOOD = "「灰鯨」就是 5.10a 喔。"
OWN_WORDS = ("5.11c", "3 把", "霧笛", "2026-03-14", "2025-11-01", "你說過", "紀錄")


def noon() -> datetime:
    return datetime(2026, 11, 20, 12, 0, tzinfo=UTC)


def tell(
    model: ScriptedModel,
    assistant: Assistant,
    asked: Asked,
    *,
    own_roof: bool = False,
    user: str = "",
    shown: list[str] | None = None,
) -> SpokenAnswer:
    """What becomes of the answer to a question."""

    def answered(text: str) -> Answer:
        return assistant.answer(Question(text, TODAY, asked.history, user_id=user))

    async def answer_to(text: str) -> Answer:
        return answered(text)

    async def show(answer: Answer) -> None:
        if shown is not None:
            shown.append(answer.text)

    teller = Teller(model, time.monotonic, VoiceSettings(personal=own_roof))
    first = answered(asked.text)
    return asyncio.run(teller.tell(first, asked, answer_to, show, assistant.knowledge.gazetteer))


PERSONAL = [
    "我最難的 OS 是哪條",
    "我有哪些 project",
    "推薦我下一條",
    "推薦一條路線",
    "我還沒爬過的 5.10a 有哪些",
    "今天右手 RP",
    "你記得我什麼",
    "我昨天爬得好爽，晚餐吃什麼",
]


@pytest.mark.parametrize("text", PERSONAL)
@pytest.mark.parametrize(("own_roof", "agreed"), [(False, False), (False, True), (True, False)])
def test_nothing_personal_reaches_a_model_that_is_elsewhere_or_unasked(
    demo_knowledge: KnowledgeBase, tmp_path: Path, text: str, *, own_roof: bool, agreed: bool
) -> None:
    with open_log(tmp_path / "data") as log:
        log.add("anna", ANNAS)
        log.set_profile("anna", "level", "5.10a")
        assistant = Assistant(demo_knowledge, log)
        model = ScriptedModel([GOOD])
        asked = Asked(text, private=True, agreed=agreed)
        told = tell(model, assistant, asked, own_roof=own_roof, user="anna")
        assert model.heard == []
        assert told.said == ()


def test_an_own_model_may_say_what_is_personal_once_the_member_agreed(
    demo_knowledge: KnowledgeBase, tmp_path: Path
) -> None:
    with open_log(tmp_path / "data") as log:
        log.add("anna", ANNAS)
        assistant = Assistant(demo_knowledge, log)
        model = ScriptedModel([GOOD])
        asked = Asked("我有哪些 project", private=True, agreed=True)
        told = tell(model, assistant, asked, own_roof=True, user="anna")
        assert "霧笛" in str(model.heard[0])
        traces = Traces.of(tmp_path)
        traces.record(told, noon())
        row = json.loads(traces.path.read_text(encoding="utf-8"))
        assert row["reasons"] == []
        assert not any("sentence" in one for one in row["rejected"])


def test_an_open_question_in_a_private_chat_carries_no_conversation_along(
    demo_knowledge: KnowledgeBase, tmp_path: Path
) -> None:
    with open_log(tmp_path / "data") as log:
        log.add("anna", ANNAS)
        assistant = Assistant(demo_knowledge, log)
        first = assistant.answer(Question("我有哪些 project", TODAY, user_id="anna"))
        history = (Turn("user", "我有哪些 project"), Turn("assistant", first.text))
        model = ScriptedModel([GOOD])
        asked = Asked("灰鯨幾級", history, private=True)
        told = tell(model, assistant, asked, user="anna")
        assert told.changed
        assert not [word for word in OWN_WORDS if word in str(model.heard)]


def test_a_question_that_the_rules_missed_is_answered_by_the_second_reading(
    demo_assistant: Assistant,
) -> None:
    reading = json.dumps({"intent": "list", "places": ["霧鳴岬"], "types": ["sport"]})
    text = "霧鳴岬 qwe zxc"
    first = demo_assistant.answer(Question(text, TODAY))
    odd = Answer(first.text, "out_of_domain", abstained=True)
    shown: list[Answer] = []

    async def answer_to(other: str) -> Answer:
        return await asyncio.to_thread(demo_assistant.answer, Question(other, TODAY))

    async def show(answer: Answer) -> None:
        shown.append(answer)

    teller = Teller(ScriptedModel([reading, ModelError("down")]), time.monotonic)
    told = asyncio.run(teller.tell(odd, Asked(text), answer_to, show))
    assert shown[0].intent == "list"
    assert told.answer.route_ids == shown[0].route_ids
    assert len(told.answer.route_ids) >= 5


def chat(
    assistant: Assistant, model: ScriptedModel, *lines: str, member: Member | None = None
) -> list[str]:
    said: list[str] = []
    teller = Teller(model, time.monotonic)
    profile = (lambda: member.log.profile(member.user_id)) if member else dict
    with aloud_with(teller, assistant, profile) as aloud:
        converse(assistant, lines, said.append, noon, member, aloud)
    return said[:-1]


def test_the_chat_shows_the_answer_first_and_the_models_words_after(
    demo_assistant: Assistant,
) -> None:
    plain, spoken = chat(demo_assistant, ScriptedModel([GOOD]), "灰鯨幾級")
    assert MODEL_SAID not in plain
    assert "5.10a" in plain
    assert MODEL_SAID in spoken
    assert GOOD in spoken


@pytest.mark.parametrize("script", ["「灰鯨」是 5.14a。", "", ModelError("down")])
def test_the_chat_says_nothing_twice_where_the_model_does_not_hold(
    demo_assistant: Assistant, script: str | ModelError
) -> None:
    assert len(chat(demo_assistant, ScriptedModel([script]), "灰鯨幾級")) == 1


def test_the_chats_model_hears_nothing_of_a_log(
    demo_knowledge: KnowledgeBase, tmp_path: Path
) -> None:
    with open_log(tmp_path / "data") as log:
        log.add("anna", ANNAS)
        model = ScriptedModel([GOOD])
        member = Member("anna", log)
        said = chat(
            Assistant(demo_knowledge, log), model, "我有哪些 project", "灰鯨幾級", member=member
        )
        assert len(said) == 3
        assert not [word for word in OWN_WORDS if word in str(model.heard)]


def test_the_settings_say_how_the_model_may_speak() -> None:
    found = load_model_settings(
        {
            "YANYOU_MODEL_URL": "http://127.0.0.1:1/v1",
            "YANYOU_MODEL": "climb-2026.11.0",
            "YANYOU_MODEL_STYLE": "compact",
            "YANYOU_MODEL_TIMEOUT": "7",
            "YANYOU_MODEL_OWN": "yes",
        }
    )
    assert voice_settings(found).personal
    assert voice_settings(found).style.name == "compact"
    assert voice_settings(found).deadline_seconds == 7
    assert not voice_settings(ModelSettings()).personal


def test_no_other_date_of_a_record_says_how_old_the_data_are(
    demo_assistant: Assistant,
) -> None:
    spoken = spoken_of(demo_assistant.answer(Question("霧鳴岬有哪些 5.10a 的運攀", TODAY)))
    assert spoken is not None
    dated = tuple(
        replace(route, description=f"{route.description}2019-03-17 整修過。")
        for route in spoken.evidence.routes
    )
    spoken = replace(spoken, evidence=replace(spoken.evidence, routes=dated))
    judge = Judge(spoken, demo_assistant.knowledge.gazetteer)
    first = "「灰鯨」是 5.10a。\n"
    assert judge.sentence("這是 2019-03-17 更新的資料。", first)
    assert not judge.sentence("這是 2026-03-15 更新的資料。", first)
