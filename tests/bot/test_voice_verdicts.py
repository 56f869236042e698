"""A yes is not said for a no, and nobody claims what the answer says we cannot."""

from __future__ import annotations

from contextlib import ExitStack
from typing import TYPE_CHECKING

import pytest

from bot.assistant import Assistant
from bot.voice.polarity.ability import overstated
from tests.bot.voice_cases import objections_of, open_world_of

if TYPE_CHECKING:
    from collections.abc import Iterator

DEEP = "深潛不是5.10a嗎？"
MOSS = "「青苔書」是不是在螢火牆？"
RIGHT = "「深潛」是 5.12c 對吧"
ENGLISH = "Is Deep Dive a 5.10a?"

_LIVE = "我沒有即時資料，天氣、浪況、潮汐、路況、人潮和當天的封閉我都查不到。"
_NOBODY = "我不知道你是誰，所以看不到任何攀登紀錄，也沒有存任何東西。"
_NOBODY_EN = "I do not know who you are, so I can see no climbing log and have stored nothing."
_OTHERS = "別人的攀登紀錄是私人資料，我不提供；我只看得到你自己的紀錄。"
_PEOPLE = "找繩伴、揪團、共乘要靠真人，請到社群的揪團頻道問問看。"
_GRADE = "7c 約等於 UIAA 9。"
_GRADE_EN = "V9 is about 7C in Font grades."
_CHANGE = "要這樣改嗎？\n右手：先鋒 Flash → RP\n回「是」就改，說「取消」就不動。"
_UNKNOWN = "我這邊沒有「香草倒數」的資料。"
_HELP = "我可以查路線、岩場和岩館的資料，每個答案都附來源和日期。"
_LOOSE = "「鹽罐」的長度是 17 公尺。\n⚠️ 「鹽罐」｜落石・不建議攀登：約 2/3 高度有一鬆動岩塊。"
_LOOSE_EN = "The length of “Salt Jar” is 17 m.\n⚠️ rockfall: a loose block (2023)."
_DISCREET = "Areas of “Stone Firefly Valley”: River Bed.\nPlease keep a low profile."
_UNSURE = "「潮間」的難度是 5.10?（「?」表示資料上還不確定）。"
_ONLY_CLIMBING = "這個我不懂，我只懂攀岩的路線、岩場和岩館。"
_UNRECORDED = "「手指頭抱石」的星光票，資料沒有記載。"
_WELCOME = "不客氣，爬得開心！"
_NO_ONSIGHT = "last year (2025-01-01 to 2025-12-31)・onsight: nothing in your log matches."


@pytest.fixture(scope="module")
def assistant() -> Iterator[Assistant]:
    with ExitStack() as stack:
        yield Assistant(stack.enter_context(open_world_of("demo")))


@pytest.mark.parametrize(
    ("question", "said"),
    [
        (DEEP, "你沒記錯。"),
        (MOSS, "沒錯，就在那邊。"),
        (MOSS, "青苔書就在螢火牆。"),
        (RIGHT, "不太對欸。"),
        (RIGHT, "你記錯了，再想想。"),
        (RIGHT, "深潛不是 5.12c。"),
        (ENGLISH, "Yes, it is."),
        (ENGLISH, "That's right, well remembered."),
    ],
)
def test_the_other_verdict_is_not_said(assistant: Assistant, question: str, said: str) -> None:
    assert objections_of(assistant, question, said, {"verdicts"})


@pytest.mark.parametrize(
    ("question", "said"),
    [
        (DEEP, "不是喔，深潛是 5.12c。"),
        (DEEP, "對，不是 5.10a，是 5.12c。"),
        (DEEP, "你記錯了，是 5.12c。"),
        (MOSS, "不在螢火牆，在苔階。"),
        (MOSS, "你說的螢火牆不對，青苔書在苔階。"),
        (RIGHT, "對，深潛是 5.12c。"),
        (RIGHT, "沒錯，5.12c。"),
        (RIGHT, "你沒記錯。"),
        (ENGLISH, "No, it is 5.12c."),
        (ENGLISH, "Not quite, the record says 5.12c."),
    ],
)
def test_its_own_verdict_is(assistant: Assistant, question: str, said: str) -> None:
    assert objections_of(assistant, question, said, {"verdicts"}) == []


@pytest.mark.parametrize(
    ("said", "rendered"),
    [
        ("現在人應該不多。", _LIVE),
        ("明天不會下雨。", _LIVE),
        ("我看得到你的攀登紀錄。", _NOBODY),
        ("你的紀錄我都存著。", _NOBODY),
        ("登入後你和朋友的紀錄都能查。", _NOBODY),
        ("You have sent none this year.", _NOBODY_EN),
        ("I have stored your climbs.", _NOBODY_EN),
        ("我知道阿凱爬過什麼。", _OTHERS),
        ("我幫你找到一個繩伴了。", _PEOPLE),
        ("那邊很快就會有人回。", _PEOPLE),
        ("各家對照表都一樣。", _GRADE),
        ("V9 is exactly 7C.", _GRADE_EN),
        ("已經改好了。", _CHANGE),
        ("改了就救不回來。", _CHANGE),
        ("那條是新開的。", _UNKNOWN),
        ("安全的事聽我的就好。", _HELP),
        ("還能幫你預約教練。", _HELP),
        ("You had one onsight last year.", _NO_ONSIGHT),
        ("期間歡迎攀登。", _LOOSE),
        ("鬆動的岩塊已經清掉了。", _LOOSE),
        ("The loose block has since been removed.", _LOOSE_EN),
        ("You may publish it.", _DISCREET),
        ("現在已經確定了。", _UNSURE),
        ("阿凱的紀錄是公開的。", _OTHERS),
        ("你要先加他好友才看得到。", _OTHERS),
        ("岩館的不行。", _ONLY_CLIMBING),
        ("我只懂岩館。", _ONLY_CLIMBING),
        ("你上個月一天都沒爬。", _NOBODY),
        ("阿凱沒有紀錄。", _OTHERS),
        ("他們沒有賣星光票。", _UNRECORDED),
        ("因為館方還在考慮。", _UNRECORDED),
        ("今天岩場人不多。", _WELCOME),
        ("是全台最長的一條。", _LOOSE),
        ("大家都說偏軟。", _LOOSE),
        ("It usually sends people away.", _LOOSE_EN),
    ],
)
def test_what_the_answer_says_we_cannot_is_not_claimed(said: str, rendered: str) -> None:
    assert list(overstated(said, rendered))


@pytest.mark.parametrize(
    ("said", "rendered"),
    [
        ("人多不多要問館方。", _LIVE),
        ("會不會下雨我查不到。", _LIVE),
        ("看不到你的紀錄。", _NOBODY),
        ("登入之後我就看得到你自己的紀錄。", _NOBODY),
        ("No log that I can see.", _NOBODY_EN),
        ("我只看得到你的。", _OTHERS),
        ("到揪團頻道問問看有沒有人。", _PEOPLE),
        ("各家對照表不一樣。", _GRADE),
        ("It's roughly 7C, tables differ.", _GRADE_EN),
        ("要把右手改成 RP 嗎？", _CHANGE),
        ("說「取消」就什麼都不會動。", _CHANGE),
        ("資料裡沒有這條。", _UNKNOWN),
        ("安全的事請以現場為準。", _HELP),
        ("我可以查路線和岩館。", _HELP),
        ("No onsight in your log last year.", _NO_ONSIGHT),
        ("資料說不建議攀登。", _LOOSE),
        ("等岩塊清掉之後再說。", _LOOSE),
        ("Don't share it, please.", _DISCREET),
        ("級數還不確定。", _UNSURE),
        ("別人的紀錄不是公開的。", _OTHERS),
        ("我只懂攀岩的路線、岩場和岩館。", _ONLY_CLIMBING),
        ("上個月爬了幾天我看不到。", _NOBODY),
        ("有沒有賣星光票，資料沒寫。", _UNRECORDED),
        ("因為資料沒有記。", _UNRECORDED),
        ("希望你今天爬得開心。", _WELCOME),
        ("全台都一樣。", "📖 速度賽\n全台都用同一面標準牆。"),
    ],
)
def test_what_it_says_we_can_is(said: str, rendered: str) -> None:
    assert not list(overstated(said, rendered))
