"""Answers over the demo data that were wrong once."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from bot.schema import Answer, Draft, Question, Turn

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


def test_what_is_popular_nowhere_is_said_and_others_are_proposed(demo_assistant: Assistant) -> None:
    answer = ask(demo_assistant, "推薦霧鳴岬的熱門路線")
    assert "都沒有記熱門度" in answer.text
    assert len(answer.route_ids) == 3
    assert "霧鳴岬・熱門" not in answer.text


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("霧鳴岬的熱門路線有哪些", "都沒有記熱門度"),
        ("霧鳴岬最經典的路線", "都沒有記熱門度"),
        ("popular routes at Wuming Cape", "popularity"),
    ],
)
def test_a_list_of_the_popular_says_why_it_is_empty(
    text: str, told: str, demo_assistant: Assistant
) -> None:
    answer = ask(demo_assistant, text)
    assert answer.abstained
    assert told in answer.text.replace("\n", "")
    assert len(answer.text.split("\n")) <= 3


def test_an_answer_without_a_supported_line_says_so(
    demo_assistant: Assistant, monkeypatch: pytest.MonkeyPatch
) -> None:
    invented = Draft("「灰鯨」的難度是 5.14d。\n📚 來源：沒有這回事（更新 2026-01-09）")
    monkeypatch.setattr("bot.assistant.render", lambda *_, **__: invented)
    answer = ask(demo_assistant, "灰鯨幾級")
    assert answer.abstained
    assert (
        answer.text
        == "這題我找到的內容和資料對不起來，所以先不說。換個問法再試試，或回報給管理員。"
    )
    assert answer.route_ids == ()
    assert answer.sources == ()
