"""Answers over the demo data that were wrong once."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from bot.schema import Answer, Question, Turn

if TYPE_CHECKING:
    from bot.assistant import Assistant


def ask(assistant: Assistant, text: str, *before: str) -> Answer:
    history = tuple(Turn("user", each) for each in before)
    return assistant.answer(Question(text, date(2026, 11, 20), history))


@pytest.mark.parametrize("text", ["霧笛換成法式是多少", "What is Foghorn in French grades"])
def test_a_converted_route_comes_with_its_source(text: str, demo_assistant: Assistant) -> None:
    answer = ask(demo_assistant, text)
    assert answer.route_ids == ("WM-UNDER-THE-LIGHTHOUSE-203",)
    assert "📚" in answer.text


@pytest.mark.parametrize("text", ["推薦霧鳴岬簡單的路線", "suggest easy routes at Wuming Cape"])
def test_easy_routes_are_easy(text: str, demo_assistant: Assistant) -> None:
    answer = ask(demo_assistant, text)
    assert answer.intent == "recommend"
    for route_id in answer.route_ids:
        route = demo_assistant.knowledge.catalogue.route(route_id)
        assert route is not None
        assert route.grade.hi_score is not None
        assert route.grade.hi_score <= 61, route.grade.raw


def test_there_is_no_page_after_the_only_one(demo_assistant: Assistant) -> None:
    first = ask(demo_assistant, "石螢谷有哪些抱石")
    again = ask(demo_assistant, "下一頁", "石螢谷有哪些抱石")
    assert again.text.split("\n")[1:] != first.text.split("\n")[1:]
    assert again.route_ids == ()
    after = ask(demo_assistant, "第一條幾級", "石螢谷有哪些抱石", "下一頁")
    assert after.route_ids == first.route_ids[:1]


def test_a_total_over_several_types_is_said(demo_assistant: Assistant) -> None:
    answer = ask(demo_assistant, "石螢谷有哪些運攀和抱石的路線")
    assert "共 22 條" in answer.text
    assert len(answer.route_ids) == 10
