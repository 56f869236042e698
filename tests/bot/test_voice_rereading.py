"""A model may read a question again; what it reads takes the ordinary way or none."""

from __future__ import annotations

import asyncio
import json
import time
from datetime import date
from typing import TYPE_CHECKING

import pytest

from bot.model import ModelError
from bot.prompts import QueryJson
from bot.schema import Answer, Question
from bot.voice import Breaker
from bot.voice.rereading import Rereader, parse_query, question_of
from tests.bot.scripted_model import ScriptedModel, SilentModel

if TYPE_CHECKING:
    from bot.assistant import Assistant

TODAY = date(2026, 11, 20)


def reading(
    assistant: Assistant, text: str, model: ScriptedModel, deadline_seconds: float = 5
) -> Answer:
    async def answer_to(other: str) -> Answer:
        return assistant.answer(Question(other, TODAY, paged=False))

    first = assistant.answer(Question(text, TODAY, paged=False))
    rereader = Rereader(model, Breaker(time.monotonic), deadline_seconds=deadline_seconds)
    return asyncio.run(rereader.answer(text, first, answer_to))


def test_a_reading_leads_to_the_ordinary_answer(demo_assistant: Assistant) -> None:
    said = json.dumps({"intent": "list", "places": ["霧鳴岬"], "types": ["sport"]})
    first = demo_assistant.answer(Question("blorp 霧鳴岬 zzz", TODAY, paged=False))
    odd = Answer(first.text, "out_of_domain", abstained=True)
    plain = demo_assistant.answer(Question("霧鳴岬有哪些運攀的路線", TODAY, paged=False))

    async def answer_to(other: str) -> Answer:
        return demo_assistant.answer(Question(other, TODAY, paged=False))

    rereader = Rereader(ScriptedModel([said]), Breaker(time.monotonic))
    again = asyncio.run(rereader.answer("blorp 霧鳴岬 zzz", odd, answer_to))
    assert again.route_ids == plain.route_ids
    assert again.intent == "list"


@pytest.mark.parametrize(
    "said",
    [
        "我不知道",
        '{"intent": "list", "places": ["龍宮"]}',
        '{"intent": "list", "evil": 1}',
        '{"intent": "drop tables"}',
        '{"intent": "list", "places": ["霧鳴岬"',
        "[" * 5000,
        '{"intent": "personal"}',
    ],
)
def test_a_wrong_reading_changes_nothing(demo_assistant: Assistant, said: str) -> None:
    first = demo_assistant.answer(Question("今天晚餐吃什麼", TODAY, paged=False))
    again = reading(demo_assistant, "今天晚餐吃什麼", ScriptedModel([said]))
    assert again.text == first.text


@pytest.mark.parametrize("model", [ScriptedModel([ModelError("down")]), SilentModel()])
def test_a_model_that_does_not_answer_changes_nothing(
    demo_assistant: Assistant, model: ScriptedModel
) -> None:
    first = demo_assistant.answer(Question("今天晚餐吃什麼", TODAY, paged=False))
    again = reading(demo_assistant, "今天晚餐吃什麼", model, deadline_seconds=0.01)
    assert again.text == first.text


def test_what_the_rules_understood_is_not_read_again(demo_assistant: Assistant) -> None:
    model = ScriptedModel(['{"intent": "greeting"}'])
    reading(demo_assistant, "霧鳴岬有哪些運攀", model)
    assert not model.heard


@pytest.mark.parametrize(
    ("query", "text"),
    [
        ({"intent": "count", "places": ["甲"], "types": ["trad"]}, "甲傳攀的路線有幾條"),
        (
            {"intent": "superlative", "places": ["甲"], "order": "length", "descending": True},
            "甲最長的路線",
        ),
        ({"intent": "list", "places": ["甲"], "grade_min": "5.10a"}, "甲有哪些5.10a 以上的路線"),
        ({"intent": "fact", "routes": ["乙"], "fields": ["grade", "length"]}, "乙的難度、長度"),
        (
            {"intent": "gym_list", "city": "台中", "day": "sunday", "time": "21:00"},
            "台中有哪些星期日21:00還開著的岩館",
        ),
        ({"intent": "personal", "topic": "count"}, ""),
    ],
)
def test_a_query_becomes_one_plain_question(query: dict[str, object], text: str) -> None:
    assert question_of(QueryJson.model_validate(query)) == text


def test_fenced_and_thought_over_json_is_read() -> None:
    assert parse_query('<think>嗯</think>```json\n{"intent": "thanks"}\n```') == QueryJson(
        intent="thanks"
    )
