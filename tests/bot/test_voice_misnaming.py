"""Names that are made of the records' names, and people and places that nothing known names."""

from __future__ import annotations

import pytest

from bot.schema import Evidence
from bot.voice.names.altered_english import altered_english
from bot.voice.names.altered_names import altered
from bot.voice.names.unknown_names import unknown_people, unknown_places
from tests.bot.rendering_records import route

ROUTES = Evidence(
    routes=(
        route("hall", "鯨歌大廳", "5.9", name_en="Whispering Whale"),
        route("salt", "鹽巴梯", "5.10a", name_en="Salt Ladder"),
    )
)
KNOWN = "鯨歌大廳 Whispering Whale 5.9 運攀 鹽巴梯 Salt Ladder 5.10a 首攀 林阿海"


@pytest.mark.parametrize(
    "said",
    [
        "歌鯨大廳是 5.9。",
        "鯨歌大廳延伸是 5.9。",
        "新鯨歌大廳是 5.9。",
        "鯨歌日記是 5.9。",
        "鯨歌廳是 5.9。",
        "鹽梯是 5.10a。",
        "鹽巴梯線，5.10a。",
        "鹽巴梯二號也是。",
        "鯨歌大廳層共 12 條。",
    ],
)
def test_a_name_made_of_another_is_none(said: str) -> None:
    assert list(altered(said, ROUTES, KNOWN))


@pytest.mark.parametrize(
    "said",
    ["鯨歌大廳是 5.9。", "鹽巴梯比鯨歌大廳難。", "鯨歌比較簡單。", "鹽巴梯這條線。", "最新鹽巴梯"],
)
def test_names_as_they_are_and_short_ones_may_be_said(said: str) -> None:
    assert not list(altered(said, ROUTES, KNOWN))


@pytest.mark.parametrize(
    "said",
    [
        "Whispering Ladder is 5.9.",
        "Whispering Whales Revenge is 5.9.",
        "Whisperng Whale is 5.9.",
        "For Salt Ladders please ask the channel.",
        "WhisperingWhale is 5.9.",
        "It is on Salt Lader.",
    ],
)
def test_an_english_name_made_of_another_is_none(said: str) -> None:
    assert list(altered_english(said, ROUTES, KNOWN))


@pytest.mark.parametrize(
    "said",
    [
        "Whispering Whale is 5.9.",
        "Is Salt Ladder harder?",
        "Salt Ladder's grade is 5.10a.",
        "So Whispering Whale in Whale Bay is easier.",
        "the salt ladder",
        "Whispering Whale is in Whale Bay's East District.",
    ],
)
def test_an_english_name_as_it_is_may_be_said(said: str) -> None:
    assert not list(altered_english(said, ROUTES, f"{KNOWN} Whale Bay"))


@pytest.mark.parametrize("said", ["首攀的人是蔡明哲。", "可以問周桑、黃教練。", "這是阿德開的線。"])
def test_people_whom_nothing_names_are_heard(said: str) -> None:
    assert list(unknown_people(said, KNOWN))


@pytest.mark.parametrize(
    "said", ["首攀的是林阿海。", "最長連續兩週。", "問一下小吃店。", "白色的石頭，高 5 公尺。"]
)
def test_other_words_are_no_people(said: str) -> None:
    assert not list(unknown_people(said, KNOWN))


def test_places_that_nothing_names_are_heard() -> None:
    assert list(unknown_places("也可以去翡鴉抱石館。", KNOWN))
    assert not list(unknown_places("現收岩場為鯨尾灣。", KNOWN))
    assert not list(unknown_places("這間岩館，台灣的岩場。", KNOWN))
    assert not list(unknown_places("翡鴉抱石館有開。", "翡鴉抱石館在哪"))
