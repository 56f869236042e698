"""特色 is what the prose says of the climbing, never the history of its gear."""

from __future__ import annotations

import pytest

from bot.rendering.character import character_of, of_climbing, of_something_else
from knowledge.grades import parse_grade
from knowledge.schema import Route

LIMIT = 40
CLIMBING = (
    "斜板接裂隙",
    "一路大點",
    "難關在屋簷下",
    "右手側拉後換腳",
    "很棒的熱身線",
    "要一點耐力",
    "動作連續",
    "沿凹角起攀",
    "手點有點刺",
    "點多又大",
    "對身高不高的人比較難抓",
    "下半段外傾",
    "薄脆的指力點",
    "a thin crack to a ledge",
    "pumpy and sustained",
    "crux at the roof",
    "fun warm-up",
    "斜板接裂缝",
    "难关在屋檐下",
)
OTHER = (
    "與 <大漠孤煙> 共用 Anchor",
    "前四個 Bolt 與 <秋刀魚> 共用",
    "《北岸手冊》P.88 路線圖繪製錯誤",
    "書中編號有誤",
    "祝賀阿德與小芬結婚",
    "2016 由上方架繩改為運攀路線",
    "原為傳攀路線",
    "路線相關資訊",
    "Route info",
    "Bolt 數量待確認",
    "首攀者以女兒的名字命名",
    "舊名「雨傘」",
    "岩質可能有問題",
    "固定點設於 2012 年",
    "2014 拉測時出現變形",
    "可步行下撤",
    "建議帶掛繩竿",
    "小心落石",
    "難度評級偏高",
    "據傳更早有人爬過",
    "shares the anchor with <Moth>",
    "rebolted in 2015",
    "wrong in the guidebook",
    "named after a dog",
    "congratulations on the wedding",
    "beware of loose rock",
    "与 <孤烟> 共用 Anchor",
    "书中编号有误",
)


def route(description: str, english: str = "") -> Route:
    return Route(
        "r",
        "c",
        "燕麥",
        parse_grade("5.10a"),
        "s",
        description=description,
        description_en=english,
    )


@pytest.mark.parametrize("clause", CLIMBING)
def test_rock_holds_and_moves_are_the_climbing(clause: str) -> None:
    assert of_climbing(clause)
    assert not of_something_else(clause)
    assert character_of(route(clause), LIMIT) == clause


@pytest.mark.parametrize("clause", OTHER)
def test_notes_of_gear_books_people_and_dangers_are_none(clause: str) -> None:
    assert of_something_else(clause)
    assert character_of(route(clause), LIMIT) == ""


@pytest.mark.parametrize("clause", CLIMBING)
@pytest.mark.parametrize("other", OTHER[::4])
def test_the_climbing_is_found_beside_a_note(clause: str, other: str) -> None:
    for joined in (f"{other}。{clause}。", f"{clause}，{other}", f"{other}；{clause}"):
        told = character_of(route(joined), LIMIT)
        assert told == clause, joined


def test_a_run_of_clauses_stands_as_it_is_written() -> None:
    prose = "從左側平台出發，斜板接裂隙，難關在最後一步，與 <秋刀魚> 共用 Anchor。"
    told = character_of(route(prose), LIMIT)
    assert told == "從左側平台出發，斜板接裂隙，難關在最後一步"
    assert told in prose


def test_no_more_than_the_limit_and_no_open_bracket() -> None:
    prose = "大點一路到頂（最後一步前，先掛快扣比較安心，記得休息再出發，這裡很容易手軟），小點收尾"
    told = character_of(route(prose), 20)
    assert told == "大點一路到頂"


def test_names_of_other_routes_say_nothing() -> None:
    assert character_of(route("<裂隙難關> 與 <外傾> 共用 Anchor"), LIMIT) == ""
    assert not of_climbing("<大屋簷>")


def test_english_prose_serves_where_there_is_no_other() -> None:
    english = "Shares the anchor. Thin crack to a ledge, then jugs."
    assert character_of(route("", english), LIMIT) == "Thin crack to a ledge, then jugs."
