"""Conditions on what the records tell or leave out are applied, or said to be no condition."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from knowledge.filters import GradeRange
from knowledge.grades import overlaps
from tests.bot.talking import talk

if TYPE_CHECKING:
    from collections.abc import Callable

    from bot.assistant import Assistant
    from knowledge.schema import Route


def routes_of(assistant: Assistant) -> tuple[Route, ...]:
    return assistant.knowledge.catalogue.routes().routes


def ids(assistant: Assistant, crag: str, wanted: Callable[[Route], bool]) -> set[str]:
    return {route.id for route in routes_of(assistant) if route.crag_id == crag and wanted(route)}


def ten(route: Route) -> bool:
    return overlaps(route.grade, GradeRange("free", 57, 66))


@pytest.mark.parametrize(
    ("asked", "wanted"),
    [
        ("霧鳴岬哪些路線長度沒有記載", lambda one: one.length_m is None),
        ("霧鳴岬有哪些沒有記載首攀者的路線", lambda one: not one.first_ascent),
        ("霧鳴岬沒有 bolt 的路線有哪些", lambda one: one.bolts == 0),
        ("霧鳴岬不是陳霧山首攀的路線有哪些", lambda one: "陳霧山" not in one.first_ascent),
        ("霧鳴岬有什麼路線？運攀除外", lambda one: one.type != "sport"),
        ("霧鳴岬的運攀有哪些？扣掉 5.10", lambda one: one.type == "sport" and not ten(one)),
        (
            "霧鳴岬不超過 10 顆 bolt 的路線有哪些",
            lambda one: one.bolts is not None and one.bolts <= 10,
        ),
        ("Wuming Cape routes without bolts", lambda one: one.bolts == 0),
    ],
)
def test_a_condition_is_applied_and_nothing_else_is_listed(
    demo_assistant: Assistant, asked: str, wanted: Callable[[Route], bool]
) -> None:
    answer = talk(demo_assistant, asked)
    crag = next(route.crag_id for route in routes_of(demo_assistant) if route.name == "灰鯨")
    assert set(answer.route_ids) == ids(demo_assistant, crag, wanted)
    assert answer.route_ids


def test_the_month_of_a_first_ascent_narrows_its_year(demo_assistant: Assistant) -> None:
    dated = [one for one in routes_of(demo_assistant) if len(one.first_ascent_on) == 10]
    route = dated[0]
    year, month = route.first_ascent_on[:4], int(route.first_ascent_on[5:7])
    answer = talk(demo_assistant, f"{year} 年 {month} 月首攀的路線有哪些")
    same = {one.id for one in dated if one.first_ascent_on[:7] == route.first_ascent_on[:7]}
    assert set(answer.route_ids) == same
    assert f"{year} 年 {month} 月首攀" in answer.text


def test_words_of_the_records_are_looked_for(demo_assistant: Assistant) -> None:
    answer = talk(demo_assistant, "霧鳴岬的描述寫到「潮汐」的路線有哪些")
    assert "寫到「潮汐」" in answer.text
    told = {one.id: one.description for one in routes_of(demo_assistant)}
    assert all("潮汐" in told[route_id] for route_id in answer.route_ids)


def test_a_share_is_told_with_the_whole(demo_assistant: Assistant) -> None:
    answer = talk(demo_assistant, "霧鳴岬傳攀佔幾成")
    assert answer.intent == "count"
    assert "16 條" in answer.text
    assert "39 條" in answer.text
    assert "41%" in answer.text


def test_a_number_that_is_doubted_is_counted(demo_assistant: Assistant) -> None:
    answer = talk(demo_assistant, "霧鳴岬只有 20 條路線嗎")
    assert answer.intent == "count"
    assert "39" in answer.text


def test_places_asked_one_after_another_are_counted_together(demo_assistant: Assistant) -> None:
    answer = talk(demo_assistant, "燈塔之下有幾條路線", "迴聲廊呢", "加起來幾條")
    assert "16 條" in answer.text


def test_the_best_of_each_place_is_told(demo_assistant: Assistant) -> None:
    answer = talk(demo_assistant, "霧鳴岬和石螢谷最長的路線各是什麼")
    found = {one.crag_id for one in routes_of(demo_assistant) if one.id in answer.route_ids}
    assert len(found) == 2


def test_why_routes_are_closed_is_told_from_their_records(demo_assistant: Assistant) -> None:
    listed = talk(demo_assistant, "霧鳴岬有哪些封閉的路線")
    answer = talk(demo_assistant, "霧鳴岬有哪些封閉的路線", "為什麼")
    assert listed.route_ids
    assert set(answer.route_ids) == set(listed.route_ids)
    assert "資料寫" in answer.text


def test_types_after_a_count_are_counted_apart(demo_assistant: Assistant) -> None:
    answer = talk(demo_assistant, "燈塔之下有幾條路線", "那按類型分呢")
    assert answer.intent == "distribution"
    assert "運攀" in answer.text


def test_a_type_is_taken_out_of_a_list_and_no_log_is_touched(demo_assistant: Assistant) -> None:
    answer = talk(demo_assistant, "燈塔之下有什麼路線", "把傳攀拿掉")
    types = {one.type for one in routes_of(demo_assistant) if one.id in answer.route_ids}
    assert answer.intent == "list"
    assert types
    assert "trad" not in types


def test_a_slip_asks_for_what_is_said_beside_it(demo_assistant: Assistant) -> None:
    answer = talk(demo_assistant, "退潮線多長", "說錯，我想知道午後斜照幾級")
    assert "5.5" in answer.text


def test_a_list_is_sorted_anew(demo_assistant: Assistant) -> None:
    answer = talk(demo_assistant, "霧鳴岬的運攀有哪些", "由難到簡單排")
    by_id = {one.id: one for one in routes_of(demo_assistant)}
    scores = [by_id[route_id].grade.midpoint or 0 for route_id in answer.route_ids]
    assert len(scores) == 16
    assert scores == sorted(scores, reverse=True)


def test_how_far_two_places_are_apart_is_told_again(demo_assistant: Assistant) -> None:
    answer = talk(demo_assistant, "霧鳴岬和石螢谷哪個路線多", "差幾條")
    assert answer.intent == "compare"
    assert "多 13 條" in answer.text


def test_a_wish_for_a_measure_is_no_word_of_a_record(demo_assistant: Assistant) -> None:
    answer = talk(demo_assistant, "要取景，需要一條夠長的線，石螢谷鐘乳廳最長的叫什麼名字")
    assert answer.route_ids
    assert "寫到" not in answer.text
