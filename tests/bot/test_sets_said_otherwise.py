"""Sets, single routes and false premises that are asked in a roundabout way."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.bot.talking import talk

if TYPE_CHECKING:
    from bot.assistant import Assistant


@pytest.mark.parametrize(
    ("said", "holds"),
    [
        (("石螢谷的運攀散布在哪幾區、各區多少條",), ("螢火牆", "鐘乳廳", "苔階")),
        (("中部的天然岩場 5.10c 以上的路線，依類型拆開各是幾條",), ("運攀", "11")),
        (("學術用途：中部所有路線，按難度逐級給條數",), ("5.13b", "V7")),
        (("How many routes does Wuming Cape have?", "Split that by grade"), ("5.13a", "V4")),
    ],
)
def test_a_number_of_each_is_told(
    demo_assistant: Assistant, said: tuple[str, ...], holds: tuple[str, ...]
) -> None:
    answer = talk(demo_assistant, *said)
    assert answer.intent == "distribution"
    assert not answer.abstained
    assert all(each in answer.text for each in holds)


@pytest.mark.parametrize(
    ("asked", "number"),
    [
        ("霧鳴岬的潮門不要運攀，其他類型的路線合計幾條", 11),
        ("霧鳴岬不要潮門，其他區的路線合計幾條", 24),
        ("霧鳴岬不算潮門的路線有幾條", 24),
        ("整個中部加起來收了幾條運攀", 16),
        ("Count the 5.10 routes in central Taiwan for me", 5),
    ],
)
def test_what_is_left_is_counted(demo_assistant: Assistant, asked: str, number: int) -> None:
    answer = talk(demo_assistant, asked)
    assert answer.intent == "count"
    assert f" {number} " in f" {answer.text.splitlines()[0]} "


@pytest.mark.parametrize(
    ("asked", "number"),
    [
        ("霧鳴岬的 5.9，但我不要運攀，剩下什麼", 4),
        ("給我一張石螢谷運攀的清單", 16),
        ("求一份石螢谷運攀路線的清單", 16),
        ("霧鳴岬潮門帶裂隙的路線一共哪些", 2),
        ("除了潮門，霧鳴岬還有哪些運攀", 12),
    ],
)
def test_what_is_left_is_listed(demo_assistant: Assistant, asked: str, number: int) -> None:
    answer = talk(demo_assistant, asked)
    assert answer.intent == "list"
    assert len(answer.route_ids) == number


@pytest.mark.parametrize(
    ("asked", "first"),
    [
        ("石螢谷的 top 3 難路線，由難到易", "千年一滴"),
        ("放眼中部，哪條路線長度第一", "千年一滴"),
        ("霧鳴岬的上方架繩 route 中 bolt 最少的是哪條 有點怕 runout", "休息"),
        ("霧鳴岬裡頭 5.11 的有幾條？整個霧鳴岬最難的又是哪一條？", "折射"),
        ("霧鳴岬 5.10 有幾條？其中最難的是哪條？", "守燈日誌"),
        ("霧鳴岬最難的傳攀是哪條，我怕落石", "末班船"),
        ("石螢谷 top5 難的路線", "最難的 5 條"),
    ],
)
def test_the_first_by_a_measure_is_told(demo_assistant: Assistant, asked: str, first: str) -> None:
    answer = talk(demo_assistant, asked)
    assert not answer.abstained
    assert first in answer.text


@pytest.mark.parametrize(
    ("asked", "name"),
    [
        ("聽學長吹噓電風扇保險箱，介紹一下吧", "電風扇保險箱"),
        ("在霧鳴岬看到一條叫「琉璃圓舞曲」的，首攀者是哪位", "琉璃圓舞曲"),
    ],
)
def test_a_name_that_nobody_recorded_is_said_to_be_none(
    demo_assistant: Assistant, asked: str, name: str
) -> None:
    answer = talk(demo_assistant, asked)
    assert answer.abstained
    assert not answer.route_ids
    assert answer.text.startswith(f"「{name}」不在我的資料裡。")


@pytest.mark.parametrize(
    ("asked", "wrong", "right", "told"),
    [
        ("爬5.12a的「借光」，首攀的人是哪位", "5.12a", "5.10d", "小禾"),
        ("請問 5.13a 那條「慢慢來」有幾支 bolt，想排進 tick list", "5.13a", "5.8", "4 個 bolt"),
        ("5.12 的借光多長", "5.12", "5.10d", "15 公尺"),
    ],
)
def test_a_grade_told_of_a_route_is_corrected_and_what_was_asked_is_told(
    demo_assistant: Assistant, asked: str, wrong: str, right: str, told: str
) -> None:
    answer = talk(demo_assistant, asked)
    assert f"不是 {wrong}，資料上是 {right}" in answer.text
    assert told in answer.text


def test_a_place_is_introduced_and_its_types_are_not_all(demo_assistant: Assistant) -> None:
    answer = talk(demo_assistant, "What kind of place is Wuming Cape? Brief me.")
    assert "39" in answer.text
    assert "grade range" in answer.text


def test_classics_worth_a_climb_are_recommended(demo_assistant: Assistant) -> None:
    answer = talk(demo_assistant, "石螢谷哪些經典線值得一爬，介紹個幾條")
    assert answer.intent == "recommend"
    assert answer.text.startswith("為你推薦｜")
