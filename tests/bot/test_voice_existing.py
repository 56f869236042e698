"""What is counted is not said to be none, nor what is none to be some."""

from __future__ import annotations

import pytest

from bot.voice.polarity.existing import Existing

_ONE = "燈塔之下・5.12b：共 1 條。\n1. 霧笛｜5.12b｜運攀｜20m"
_RANGE = "找到了！石螢谷・5.12a 到 5.12d，共 3 條。\n1. 熄燈號｜5.12a｜運攀\n2. 倒森林｜5.12c｜運攀"
_NONE = "苔階・抱石：資料裡一題都沒有。\n有的是：上方架繩 2。"
_TOPROPE = "Upstairs, top rope: 1 route."
_PARKING = "Parking at “Floating Island Bouldering”: 門口機車格"
_ADDRESS = "Address of “Floating Island Bouldering”: 台中市西屯區無名路 5 號"
_NAME = "「石螢谷」也叫：英文名 Stone Firefly Valley。"
_UNRECORDED = "「藤影箭」的長度，資料沒有記載。"


@pytest.mark.parametrize(
    ("said", "rendered"),
    [
        ("燈塔之下沒有 5.12b 的線。", _ONE),
        ("沒有五之十二b喔。", _ONE),
        ("一條都沒有。", _ONE),
        ("石螢谷沒有 5.12c。", _RANGE),
        ("苔階有一題抱石。", _NONE),
        ("There are no top rope routes in Upstairs.", _TOPROPE),
        ("There's no parking there.", _PARKING),
        ("The address isn't recorded.", _ADDRESS),
        ("英文名字資料裡沒有記。", _NAME),
    ],
)
def test_what_is_there_is_not_denied(said: str, rendered: str) -> None:
    assert list(Existing(rendered, ("燈塔之下", "霧鳴岬")).faults(said))


@pytest.mark.parametrize(
    ("said", "rendered"),
    [
        ("5.12b 有一條。", _ONE),
        ("沒有其他 5.12b 了。", _ONE),
        ("霧鳴岬沒有 5.12b。", _ONE),
        ("有沒有 5.12b 要看資料。", _ONE),
        ("沒有 5.12d 的。", _RANGE),
        ("苔階沒有抱石。", _NONE),
        ("苔階有兩條上方架繩。", _NONE),
        ("One top rope route.", _TOPROPE),
        ("No other top rope routes.", _TOPROPE),
        ("There is parking for scooters.", _PARKING),
        ("The phone isn't recorded.", _ADDRESS),
        ("長度資料沒有記載。", _UNRECORDED),
    ],
)
def test_what_is_said_as_it_is_counted_stands(said: str, rendered: str) -> None:
    assert not list(Existing(rendered, ("燈塔之下", "霧鳴岬")).faults(said))
