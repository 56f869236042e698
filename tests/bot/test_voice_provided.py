"""What is brought, hired, lent or bought: as the records say, and turned round."""

from __future__ import annotations

import pytest

from bot.voice.polarity.provided import provided_otherwise

_GYM = "岩鞋租借 120 元、吊帶租借 80 元。\n備註：襪子自備；確保器免費使用"


@pytest.mark.parametrize(
    "said",
    [
        "備註：襪子可租。",
        "襪子館方有附",
        "岩鞋要自己帶喔",
        "吊帶請自備",
        "確保器要租",
        "Bring a harness",
        "socks can be rented",
    ],
)
def test_a_thing_come_by_otherwise_is_found(said: str) -> None:
    assert list(provided_otherwise(said, _GYM))


@pytest.mark.parametrize(
    "said",
    [
        "襪子要自己帶喔。",
        "岩鞋租一雙 120 元",
        "襪子不能租",
        "抱石墊可以租嗎",
        "Socks: bring your own.",
        "毛巾可以自備",
    ],
)
def test_a_thing_come_by_as_the_records_say_is_not(said: str) -> None:
    assert not list(provided_otherwise(said, _GYM))
