"""Routes wanted beside a named one: like it, easier, harder; two named ones are compared."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from bot.schema import Question
from knowledge.text import key

if TYPE_CHECKING:
    from bot.assistant import Assistant
    from bot.schema import Answer

TODAY = date(2026, 11, 20)


def answered(assistant: Assistant, asked: str) -> Answer:
    return assistant.answer(Question(asked, TODAY))


@pytest.mark.parametrize(
    ("asked", "topic"),
    [
        ("找一條跟灰鯨差不多的", "similar"),
        ("想找跟灰鯨一樣難的線", "similar"),
        ("推薦跟灰鯨同級的運攀", "similar"),
        ("類似灰鯨但簡單一點的路線", "easier"),
        ("有沒有比灰鯨簡單一點的", "easier"),
        ("比灰鯨再硬一點的有嗎", "harder"),
        ("比灰鯨难一点的路线", "harder"),
        ("anything harder than Grey Whale?", "harder"),
        ("find me something like Grey Whale but easier", "easier"),
    ],
)
def test_routes_beside_a_named_one_are_recommended(
    demo_assistant: Assistant, asked: str, topic: str
) -> None:
    answer = answered(demo_assistant, asked)
    assert answer.query is not None
    assert (answer.intent, answer.query.topic) == ("recommend", topic)
    (model,) = demo_assistant.knowledge.catalogue.routes_named(key("灰鯨"))
    assert answer.route_ids
    assert model.id not in answer.route_ids
    held = demo_assistant.knowledge.catalogue.routes_of(answer.route_ids)
    scores = [route.grade.midpoint for route in held]
    middle = model.grade.midpoint
    assert middle is not None
    assert None not in scores
    if topic != "similar":
        assert all((score > middle) == (topic == "harder") for score in scores if score is not None)


@pytest.mark.parametrize("asked", ["灰鯨比霧笛難嗎", "灰鯨跟霧笛一樣難嗎"])
def test_two_named_routes_are_compared(demo_assistant: Assistant, asked: str) -> None:
    assert answered(demo_assistant, asked).intent == "compare"
