"""Whether a no stands where the answer has a yes, or a word where its opposite does."""

from __future__ import annotations

import pytest

from bot.voice.polarity.contrary import contrary
from bot.voice.polarity.polarity import turned
from bot.voice.polarity.withheld import beyond

_SHUT = "「白貓攀岩館」的營業時間：週一 公休；週二到週日 10:00-22:00。"
_DAILY = "週一到週日每天都有開，沒有公休日。設施：休息區。"
_SHOES = "貼腳但不要痛到不能站。"
_HOT = "頭暈、停止流汗馬上停。"
_STEADY = "重點是控制節奏和休息點，比硬撐到掉下來更有用。"
_MONTHS = "2025-11：1 筆（完攀 1、嘗試 0）。"
_NONE = "苔階・抱石：資料裡一題都沒有。有的是：上方架繩 2。"
_OWN_BOLTS = "「鹽罐」沒有 bolt，資料記的是 0 個 bolt。"
_CANNOT = "這題超出我的範圍。你可以說：推薦霧鳴岬適合入門的路線"


@pytest.mark.parametrize(
    ("said", "known"),
    [
        ("週一不營業。", _SHUT),
        ("週一沒有開門。", _SHUT),
        ("一週七天都不休息。", _DAILY),
        ("貼腳但還能站。", _SHOES),
        ("仍能站立為準。", _SHOES),
        ("不流汗了要立刻停下來。", _HOT),
        ("重點是節奏，不是硬撐。", _STEADY),
        ("完攀 1，沒有嘗試。", _MONTHS),
        ("苔階沒有抱石欸。", _NONE),
        ("bolt 的話，資料上是 0 個。", _OWN_BOLTS),
        ("抱歉，推薦不了韓劇。", _CANNOT),
        ("韓劇不在範圍裡。", _CANNOT),
        ("要求自己不出聲。", "要求自己每一步都不出聲，自己練。"),
        ("所以看不出你爬過什麼。", "你的紀錄我看不到，所以看不到最難的。"),
        ("平均不到兩把就完攀。", "完攀一條平均 1.8 把。"),
        ("取消就不動。", "說「取消」就什麼都不動，取消就好。"),
        ("級數尚未確認。", "級數還不確定，出發前請再確認。"),
        ("訓練板不在設施清單裡。", "設施：訓練牆；設施以館方為準。"),
        ("診斷請交給醫師。", "我不診斷，也不開藥；痛請看醫師。"),
        ("沒有立即危險就不要動他。", "不要移動他，除非有立即危險。"),
        ("沒有立即危險就別動他。", "不要移動傷者；有立即危險才移動。"),
        ("查無蒸汽交叉點。", "資料裡沒有「蒸汽交叉點」。"),
    ],
)
def test_a_no_that_the_answer_says_in_other_words_is_none_of_ours(said: str, known: str) -> None:
    assert not list(turned(said, known))


@pytest.mark.parametrize(
    ("said", "known"),
    [
        ("平日不營業。", "平日營業到十點。"),
        ("店裡沒有淋浴設施。", "設施：淋浴設施、置物櫃。"),
        ("不用預約。", "採預約制入場。"),
        ("重點不是節奏。", _STEADY),
        ("沒有疑慮就改天吧。", "有疑慮就改天。"),
        ("沒有預約也能入場。", "有預約才能入場。"),
    ],
)
def test_a_no_where_the_answer_says_so_is_turned(said: str, known: str) -> None:
    assert list(turned(said, known))


@pytest.mark.parametrize(
    ("said", "known"),
    [
        ("資料寫上方是步道。", "資料寫「請勿攀登，下方是步道」。"),
        ("the rope goes through an anchor below the climber", "an anchor above the climber"),
        ("the shoes are 70 TWD", "harness rental 70 TWD"),
    ],
)
def test_an_opposite_is_contrary(said: str, known: str) -> None:
    assert list(contrary(said, known))


@pytest.mark.parametrize(
    ("said", "known"),
    [
        ("then single routes at the grades above that", "5.8: 2. 5.9: 2. Stay below 5.10."),
        ("weekday entry after 20:30", "星光票為平日20:30後入場。please check before you go."),
        ("check with the gym before heading over", "Open again after 18:00. 去之前問館方。"),
        ("so ask the gym before going", "Open again after 18:00."),
        ("just above the sea", "起攀點下方是海。"),
        ("shoes 100, harness 70", "shoe rental 100 TWD, harness rental 70 TWD"),
        ("採上方確保", "確保員站在下方。"),
    ],
)
def test_what_only_looks_like_an_opposite_is_not(said: str, known: str) -> None:
    assert not list(contrary(said, known))


_HELP = "我可以查路線、岩場和岩館。即時天氣、浪況和潮汐我查不到。再問我「我今年爬了幾條」。"


@pytest.mark.parametrize(
    ("said", "before"),
    [
        ("很高興認識你，我是岩友。", ""),
        ("swell or tides though.", "No live weather,"),
        ("之後問我你今年爬了幾條。", ""),
        ("你還沒 login，我看不到。", ""),
        ("人潮可以問當地岩友。", ""),
        ("潮汐，恕不能答。", ""),
        ("先打電話：海上 118，", ""),
        ("像人潮、路況；", "即時的東西我都沒有，"),
        ("（包含人潮、路況）我都沒有，", "即時狀況"),
        ("有需要再喊我。", ""),
        ("還有級數換算。", "查資料為主喔：路線難度、"),
        ("有想查的岩場嗎", ""),
        ("也有人工作完才來。", ""),
    ],
)
def test_what_is_sent_on_or_denied_again_is_not_promised(said: str, before: str) -> None:
    assert not list(beyond(said, _HELP, "what do you know", before))


@pytest.mark.parametrize(
    "said",
    [
        "先打電話預約。",
        "打電話給教練吧。",
        "我認識你。",
        "I know the tides of the day.",
        "你今年爬了十條。",
        "有兒童區。",
        "而且這裡有停車場喔。",
    ],
)
def test_what_nobody_has_is_promised_by_nobody(said: str) -> None:
    assert list(beyond(said, "嗨，我是岩友！", "hi"))
