"""Warnings of routes are told for their place; no lead for whoever cannot lead or belay."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from bot.schema import Answer, Question, Turn
from bot.understanding.intents.sets import _CANNOT_LEAD
from knowledge.filters import RouteFilter
from knowledge.schema import BLOCKING_FLAGS

if TYPE_CHECKING:
    from bot.assistant import Assistant

FRIDAY = date(2026, 11, 20)
NO_LEADERS = (
    "還不會先鋒", "我朋友不會確保", "我們都沒學過確保", "沒上過先鋒課", "還沒考過先鋒", "不敢先鋒",
    "沒有確保證照", "只會上方確保", "只爬過 top rope", "只會頂繩", "还不会先锋", "没学过确保",
    "I can't lead yet", "my friend cannot belay", "we don't know how to belay",
    "I only top rope", "I haven't learned to lead",
)  # fmt: skip
LEADERS = (
    "第一次先鋒", "我會先鋒也會確保", "想練先鋒", "不會下雨的話", "確保點很遠嗎",
    "my first lead", "I lead 5.10",
)  # fmt: skip


def ask(assistant: Assistant, *said: str) -> Answer:
    history = tuple(Turn("user", text) for text in said[:-1])
    return assistant.answer(Question(said[-1], FRIDAY, history))


@pytest.mark.parametrize("text", NO_LEADERS)
def test_who_cannot_lead_or_belay_is_understood(text: str) -> None:
    assert _CANNOT_LEAD.search(text)


@pytest.mark.parametrize("text", LEADERS)
def test_who_leads_is_not_taken_for_one_who_cannot(text: str) -> None:
    assert not _CANNOT_LEAD.search(text)


@pytest.mark.parametrize("text", NO_LEADERS)
def test_no_lead_is_recommended_to_them(text: str, demo_assistant: Assistant) -> None:
    for asked in (f"{text}，推薦霧鳴岬的路線", f"{text}，推薦霧鳴岬 5.8 的運攀"):
        answer = ask(demo_assistant, asked)
        for route_id in answer.route_ids:
            route = demo_assistant.knowledge.catalogue.route(route_id)
            assert route is not None
            assert route.type in {"toprope", "boulder"}, asked
        if answer.intent == "recommend":
            assert "課" in answer.text or "course" in answer.text


def test_the_routes_of_a_place_are_warned_of_with_it(demo_assistant: Assistant) -> None:
    catalogue = demo_assistant.knowledge.catalogue
    (crag,) = (each for each in catalogue.crags() if each.name == "霧鳴岬")
    routes = catalogue.routes(RouteFilter(crag_ids=(crag.id,))).routes
    warned = [r for r in routes if any(flag.kind != "sensitive" for flag in r.flags)]
    shut = [r for r in routes if any(flag.kind in BLOCKING_FLAGS for flag in r.flags)]
    assert shut
    answer = ask(demo_assistant, "霧鳴岬有什麼要注意的")
    assert "未列封閉或風險" not in answer.text
    assert f"{len(warned)} 條" in answer.text
    assert f"{len(shut)} 條" in answer.text
    assert shut[0].name in answer.text
    assert "不代表有開放" in answer.text


@pytest.mark.parametrize("question", ["霧鳴岬有哪些風險", "Any hazards at Wuming Cape?"])
def test_no_all_clear_where_routes_are_closed(question: str, demo_assistant: Assistant) -> None:
    text = ask(demo_assistant, question).text
    assert "未列封閉或風險" not in text
    assert "No closure or hazard is recorded" not in text


@pytest.mark.parametrize("name", ["燈塔看守的貓", "末班船"])
@pytest.mark.parametrize("question", ["推薦{}好嗎", "{}適合我嗎", "{}值得爬嗎", "推薦{}"])
def test_a_closed_route_is_not_recommended_when_asked_for(
    name: str, question: str, demo_assistant: Assistant
) -> None:
    text = ask(demo_assistant, question.format(name)).text
    assert text.startswith(f"「{name}」的資料寫著不要爬"), text
    assert "⚠️" in text


def test_routes_near_a_closed_one_are_recommended_and_not_listed(
    demo_assistant: Assistant,
) -> None:
    answer = ask(demo_assistant, "燈塔看守的貓幾級", "可以爬嗎", "那推薦附近的")
    assert answer.intent == "recommend"
    assert answer.route_ids
    catalogue = demo_assistant.knowledge.catalogue
    for route_id in answer.route_ids:
        route = catalogue.route(route_id)
        assert route is not None
        assert route.recommendable_on(FRIDAY)
        assert route.crag_id == "wuming-cape"


@pytest.mark.parametrize(
    "question", ["霧鳴岬救援點在哪", "最近的救援點編號是多少", "where is the nearest rescue point"]
)
def test_rescue_points_are_not_made_up(question: str, demo_assistant: Assistant) -> None:
    answer = ask(demo_assistant, question)
    assert answer.abstained
    assert "119" in answer.text
    assert "地址" not in answer.text


def test_somebody_hurt_comes_before_the_rescue_point(demo_assistant: Assistant) -> None:
    assert ask(demo_assistant, "有人摔下來受傷，最近的救援點在哪").intent == "emergency"


def test_no_bolt_is_not_claimed_beside_a_warning_of_old_ones(demo_assistant: Assistant) -> None:
    routes = demo_assistant.knowledge.catalogue.all_routes()
    kinds = [(r, {flag.kind for flag in r.flags}) for r in routes if r.bolts == 0 and r.name]
    doubted = [route for route, found in kinds if "old_bolts" in found]
    assert doubted
    for route in doubted:
        text = ask(demo_assistant, f"{route.name}有幾個 bolt").text
        assert "沒有 bolt" not in text
        assert "0 個 bolt" in text
