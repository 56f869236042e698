"""What is given though nothing is known of it, and what may be said of a question refused."""

from __future__ import annotations

import pytest

from bot.voice.house.strayed import strayed

_KNOWN = """這個我不會，我懂的是攀岩：路線、岩場、岩館。你可以問我：
1. 霧鳴岬有哪些 5.10a 的路線？
推薦台中好吃的牛肉麵"""
_KNOWN_EN = """That is beyond me; I know climbing: routes, crags and gyms.
Where do I find good noodles in Taichung?"""


@pytest.mark.parametrize(
    ("said", "known"),
    [
        ("永康牛肉麵，評價高。", _KNOWN),
        ("台中的話鼎泰豐很有名。", _KNOWN),
        ("沁園春就很有名。", _KNOWN),
        ("可以帶狗。", _KNOWN),
        ("那裡冷氣夠強。", "「墨爐館」：平日單次 220 元、假日單次 270 元。\n墨爐館票價"),
        ("Grandma's dumpling bar is great.", _KNOWN_EN),
    ],
)
def test_what_is_given_from_nowhere_is_found(said: str, known: str) -> None:
    assert list(strayed(said, known))


@pytest.mark.parametrize(
    ("said", "known"),
    [
        ("牛肉麵喔，這題考倒我了。", _KNOWN),
        ("美食不在我的範圍裡。", _KNOWN),
        ("台中好吃的牛肉麵要問別人。", _KNOWN),
        ("可以問霧鳴岬有哪些 5.10a。", _KNOWN),
        ("Noodles are beyond me.", _KNOWN_EN),
        ("Climbing routes, crags and gyms.", _KNOWN_EN),
    ],
)
def test_a_refusal_in_own_words_is_not(said: str, known: str) -> None:
    assert not list(strayed(said, known))
