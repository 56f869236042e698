"""Habits of naming that other crags and gyms have: codes, halves, numerals, one character."""

from __future__ import annotations

import pytest

from knowledge.gazetteer import Gazetteer
from knowledge.gazetteer.branches import gym_forms
from knowledge.gazetteer.variants import halves, variants
from knowledge.schema import UNKNOWN_GRADE, Area, Crag, Gym, Route

_ROUTES = {
    "hawk-a": ("鴞", "", "moor"),
    "hawk-b": ("鴞", "Owl", "pier"),
    "twelve": ("12號", "No. 12", "moor"),
    "boulder": ("三號石", "", "pier"),
    "rock": ("Jump'n'Run 蹦蹦", "", "moor"),
    "salt": ("Salt & Lime", "", "moor"),
    "curtain": ("布簾", "Curtain II", "pier"),
}
_GAZETTEER = Gazetteer.build(
    [Crag("moor", "黑沼", "s", name_en="Dark Moor"), Crag("pier", "雲石港", "s")],
    [Area("moor/fall", "moor", "瀑布", "s")],
    [],
    [
        Route(id_, crag, name, UNKNOWN_GRADE, "s", name_en=name_en)
        for id_, (name, name_en, crag) in _ROUTES.items()
    ],
    [
        Gym("a8", "岩巢攀岩-A8站前店", "s", name_en="Nest A8"),
        Gym("nest", "岩巢攀岩館柳橋店", "s"),
        Gym("k9", "K9抱石館", "s", name_en="K9 Bouldering"),
        Gym("one", "壹零貳攀岩", "s", name_en="Climb 102"),
        Gym("lake", "山貓攀岩館-內湖運動中心", "s", name_en="Lynx Neihu", city="台北市"),
        Gym("hill", "山貓攀岩館-新店店", "s", name_en="Lynx Xindian", city="新北市"),
        Gym("one-word", "岔攀岩館-東門", "s"),
        Gym("bobo", "BOBO KAKA攀岩館", "s", name_en="BOBO KAKA Climbing Gym"),
        Gym("first", "起點攀岩", "s"),
        Gym("second", "起點攀岩二館", "s"),
        Gym("send", "Clip It! 抱石", "s", name_en="Clip It! Bouldering"),
    ],
)


def ids(text: str) -> list[str]:
    return [id_ for mention in _GAZETTEER.link(text).mentions for id_ in mention.ids]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("does A8 rent shoes", ["a8"]),
        ("a8店電話", ["a8"]),
        ("K9 開到幾點", ["k9"]),
        ("k9現在有開嗎", ["k9"]),
        ("does K9 have showers", ["k9"]),
        ("102攀岩多少錢", ["one"]),
        ("岩巢柳橋店幾點關", ["nest"]),
        ("岩巢柳橋票價", ["nest"]),
        ("起點二館租鞋多少", ["second"]),
        ("起點攀岩和起點二館哪個便宜", ["first", "second"]),
        ("clip it 會員費多少", ["send"]),
        ("內湖運動中心幾點開", ["lake"]),
        ("岔攀跟起點二館哪個便宜", ["one-word", "second"]),
        ("岔攀幾點開", ["one-word"]),
        ("起點二館星期三", ["second"]),
        ("山貓新店票價", ["hill"]),
        ("bobo幾點開", ["bobo"]),
        ("山貓內湖運動中心和新店哪個便宜", ["lake", "hill"]),
        ("岩巢柳橋跟A8哪個貴", ["nest", "a8"]),
    ],
)
def test_a_gym_is_known_by_what_only_its_name_has(text: str, found: list[str]) -> None:
    assert ids(text) == found


@pytest.mark.parametrize("text", ["V9幾級", "爬 P2 要帶什麼", "K9 是狗嗎", "102 人"])
def test_grades_pitches_and_codes_in_other_talk_name_no_gym(text: str) -> None:
    assert ids(text) == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Jump'n'Run幾級", ["rock"]),
        ("蹦蹦幾級", ["rock"]),
        ("salt and lime 幾級", ["salt"]),
        ("十二號多長", ["twelve"]),
        ("3號石幾級", ["boulder"]),
        ("curtain 2 grade", ["curtain"]),
        ("heizhao 有幾條", ["moor"]),
    ],
)
def test_a_name_is_known_as_people_write_it_otherwise(text: str, found: list[str]) -> None:
    assert ids(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("黑沼的鴞", ["moor", "hawk-a"]),
        ("那鴞呢", ["hawk-a", "hawk-b"]),
        ("黑沼的鴞和雲石港的鴞差在哪", ["moor", "hawk-a", "pier", "hawk-b"]),
        ("鴞在哪面牆", ["hawk-a", "hawk-b"]),
        ("鴞", ["hawk-a", "hawk-b"]),
        ("黑沼的鴞鳴聲好聽嗎", ["moor"]),
        ("昨天看到一隻鴞飛過去", []),
    ],
)
def test_one_character_is_a_route_where_it_is_all_that_is_said(text: str, found: list[str]) -> None:
    assert ids(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("黑照哪裡爬", ["moor"]),
        ("瀑布最難", ["moor/fall"]),
        ("大浪的時候雲石港可以去嗎", ["pier"]),
    ],
)
def test_a_place_is_heard_in_a_tiny_or_a_crowded_question(text: str, found: list[str]) -> None:
    assert ids(text) == found


@pytest.mark.parametrize(
    ("name", "other"),
    [
        ("第一洞", "第1洞"),
        ("21號石", "二十一號石"),
        ("Cats & Dogs", "Cats and Dogs"),
        ("潮IV", "潮4"),
    ],
)
def test_numerals_and_joints_are_written_either_way(name: str, other: str) -> None:
    assert other in set(variants(name))


@pytest.mark.parametrize("name", ["七上八下", "5.10之歌", "Route 66", "Sand", "911"])
def test_a_name_without_a_counted_number_has_no_other_spelling(name: str) -> None:
    assert set(variants(name)) <= {"Route 66"}


@pytest.mark.parametrize("name", ["A線", "V型溝", "NHK", "雙子星（左）", "Love的滋味"])
def test_only_a_name_in_two_whole_scripts_has_halves(name: str) -> None:
    assert halves(name) == ()


def test_a_branch_behind_a_generic_word_is_told_apart() -> None:
    assert {"岩巢 柳橋", "柳橋店", "岩巢"} <= set(gym_forms("岩巢攀岩館柳橋店", "", ()))
    assert gym_forms("千手抱石館", "", ()) == ("千手",)
