"""Towns that are written with a slip are the towns that they are a slip of."""

from __future__ import annotations

import pytest

from bot.understanding.town_slips import town_slips


@pytest.mark.parametrize(
    ("text", "town"),
    [
        ("台種有岩館嗎", "台中"),
        ("花連的岩館幾點開", "花蓮"),
        ("屏冬哪裡可以攀岩", "屏東"),
        ("Any gyms in Taichng?", "Taichung"),
        ("which gyms are in Kaoshiung", "Kaohsiung"),
        ("Can I lead climb in Hialien?", "Hualien"),
    ],
)
def test_a_slip_of_a_town_is_the_town(text: str, town: str) -> None:
    assert [found for _, _, found in town_slips(text)] == [town]


@pytest.mark.parametrize(
    "text",
    [
        "台中有岩館嗎",
        "新主題的牆在哪",
        "太重的裝備要帶嗎",
        "gyms in Taichung",
        "how hard is it in winter",
        "gyms in Taiwan",
        "",
    ],
)
def test_towns_written_right_and_other_words_are_no_slips(text: str) -> None:
    assert not list(town_slips(text))
