"""What is said in several spellings becomes the same tokens before it is weighed."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bot.schema import Evidence
from bot.voice.evidence.called import called
from bot.voice.untold.spelling import spelled
from bot.voice.untold.tokens import tokens_of
from knowledge.schema import Gym
from tests.bot.rendering_records import route

if TYPE_CHECKING:
    from bot.voice.evidence.called import Names

NAMES: Names = (("翠箱攀岩空間-站前店", 1), ("翠箱站前", 1), ("Echo", 0), ("迴聲", 0))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("禮拜二下午兩點半", "週二 14:30"),
        ("星期天晚上九點", "週日 21:00"),
        ("週六 9:00", "週六早上九點"),
        ("till 9:30 pm on Tue", "till 21:30 on Tuesday"),
        ("爬了三天", "爬了 3 天"),
        ("都是七顆", "都是 7 顆"),
        ("2026-10-08", "2026 年 10 月 8 號"),
        ("five sport", "5 sport"),
        ("10:00-22:30", "早上十點-晚上十點半"),
        ("1. 潮門\n2. 天井", "潮門\n天井"),
        ("運攀 ███ 3", "運攀 3"),
    ],
)
def test_what_means_the_same_is_spelled_alike(one: str, other: str) -> None:
    assert tokens_of(one, ()) == tokens_of(other, ())


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("下午兩點", "凌晨兩點"),
        ("週二", "週三"),
        ("三天", "四天"),
        ("10/8", "10/9"),
        ("three sport", "two sport"),
    ],
)
def test_what_means_something_else_is_not(one: str, other: str) -> None:
    assert tokens_of(one, ()) != tokens_of(other, ())


@pytest.mark.parametrize("text", ["一起去", "一定要看", "三四條", "第一次", "前幾天"])
def test_words_that_count_nothing_stay_as_they_are(text: str) -> None:
    assert spelled(text) == text


def test_a_short_name_is_the_token_of_the_whole_one() -> None:
    assert tokens_of("翠箱站前開到九點", NAMES)[0] == tokens_of("翠箱攀岩空間-站前店", NAMES)[0]


def test_a_latin_name_is_one_only_as_a_whole_word() -> None:
    (whole,) = tokens_of("Echo", NAMES)
    assert whole == tokens_of("迴聲", NAMES)[0]
    assert tokens_of("Echoes", NAMES) != [whole, "es"]


def test_records_are_known_by_all_their_names() -> None:
    gym = Gym("g", "翠箱攀岩空間-站前店", "s", name_en="Jade Box Climbing Zhanqian")
    echo = route("r", "迴聲", "5.9", name_en="Echo")
    numbers = dict(called(Evidence(routes=(echo,), gyms=(gym,))))
    assert numbers["迴聲"] == numbers["Echo"] != numbers["翠箱攀岩空間-站前店"]
    assert numbers["翠箱站前"] == numbers["翠箱攀岩空間-站前店"]


def test_a_short_name_of_several_gyms_names_none() -> None:
    gyms = (Gym("g", "翠箱攀岩館-站前店", "s"), Gym("h", "翠箱攀岩館-河堤店", "s"))
    names = dict(called(Evidence(gyms=gyms)))
    assert "翠箱" not in names
    assert names["翠箱站前"] != names["翠箱河堤"]


def test_routes_of_one_name_share_their_token() -> None:
    routes = (route("r", "迴聲", "5.9"), route("s", "迴聲", "5.11a"))
    assert len(set(dict(called(Evidence(routes=routes))).values())) == 1
