"""Rules for every answer: refused help and consent break none, deeds and promises do."""

from __future__ import annotations

from contextlib import ExitStack
from typing import TYPE_CHECKING

import pytest

from bot.assistant import Assistant
from bot.schema import Question
from bot.voice import Judge, spoken_of
from bot.voice.house.guards import faults_of, faults_of_whole
from bot.voice.language.sentences import sentences_of
from bot.voice.ordinary.unjudged import without_refusals
from tests.bot.voice_cases import TODAY, open_world_of

if TYPE_CHECKING:
    from collections.abc import Iterator

EXPORT = "我的攀爬记录怎么导出"
COOKING = "怎麼煮紅燒肉"
HELP = "求 bot 的 command 教學"
LAST = "我上次去晴天灣是什麼時候"
HELLO = "哈囉 good morning"
SPREAD = "苔階各個難度分別有多少條"
WINTER = "為什麼冬天大家都不太想跑東北角爬啊"
OPEN_AT = "浮島抱石館星期一下午三點有開嗎"
LENGTH = "霧笛多長"
BUS = "Which MRT or bus gets me to Floating Island Bouldering?"
ADDRESS = "What's the address of Rock Isle Climbing Gym Taichung?"
COMMAND = "python -m bot log export --user 你的代號 --format json"


@pytest.fixture(scope="module")
def assistant() -> Iterator[Assistant]:
    with ExitStack() as stack:
        yield Assistant(stack.enter_context(open_world_of("demo")))


def broken_rules(assistant: Assistant, question: str, said: str) -> list[str]:
    spoken = spoken_of(assistant.answer(Question(question, TODAY)))
    assert spoken is not None
    judge = Judge(spoken, assistant.knowledge.gazetteer)
    return [why for guard, why in judge.objections(said, "") if guard == "house_rules"]


@pytest.mark.parametrize(
    ("question", "said"),
    [
        (COOKING, "紅燒肉沒辦法教你喔，問我路線吧。"),
        (COOKING, "我沒辦法幫你改，問路線吧。"),
        (COOKING, "可能沒辦法直接幫你報名。"),
        (COOKING, "我不會幫你發文。"),
        (COOKING, "問路線是沒問題的。"),
        (COOKING, "沒問題，路線岩場都可以問。"),
        (HELP, "沒問題，用講的就可以喔！"),
        (LAST, "沒登入我沒辦法看你上次什麼時候去晴天灣，也沒有存任何紀錄。"),
        (LAST, "你上次去的日期我看不到。"),
        (HELLO, "Good morning！"),
        (HELLO, "早，good morning。"),
        (SPREAD, "5.7\u00d71、5.8\u00d72、5.9\u00d71、5.10a\u00d71，就這五條啦。"),
        (SPREAD, "5.7~5.10a"),
        (WINTER, "不過兩波冷空氣中間放晴的日子還是可以爬。"),
        (WINTER, "天氣轉晴的那幾天可以去。"),
        (OPEN_AT, "有，15:00 去沒問題。"),
        (OPEN_AT, "有，下午三點半沒問題。"),
        (SPREAD, "5.6 一條、5.7 一條、5.8 一條、5.9 一條、5.10a 一條。"),
        (LAST, "會不會怎樣我不知道，你上次哪天去的我看不出來。"),
        (LENGTH, "60 米夠不夠沒辦法跟你保證。"),
        (LENGTH, "夠不夠我不敢保證。"),
        ("不好意思，霧笛多長", "沒事啦，霧笛 25 公尺。"),
        (BUS, "Or bus 示範公車12路 to 示範三路站."),
        (ADDRESS, "101 示範一街, in 北區, 台中市."),
    ],
)
def test_what_breaks_no_rule(assistant: Assistant, question: str, said: str) -> None:
    assert broken_rules(assistant, question, said) == []


@pytest.mark.parametrize(
    ("question", "said"),
    [
        (COOKING, "我已經幫你問了館方。"),
        (COOKING, "幫你安排好了。"),
        (COOKING, "固定點沒問題。"),
        (COOKING, "我查了固定點沒問題。"),
        (HELP, "沒問題，今天可以爬。"),
        (HELP, "這條很安全。"),
        (LAST, "又是你，上次你問過了。"),
        (LAST, "我上次也去了。"),
        (HELLO, "What would you like to know about climbing?"),
        (SPREAD, "═══"),
        (WINTER, "今天可以爬。"),
        (WINTER, "明天就可以去了。"),
        (OPEN_AT, "攀岩沒問題，很安全。"),
        (LENGTH, "沒問題，放心爬。"),
        (LENGTH, "沒問題，爬得到。"),
        (LENGTH, "沒事，爬得到。"),
        (LENGTH, "60 米保證夠。"),
        (LENGTH, "轉晴的日子可以爬。"),
        (BUS, "可以搭捷運，走路三分鐘。"),
        (LENGTH, "Human: 長 25 公尺。"),
        (ADDRESS, "在台中的示範一街那邊。"),
    ],
)
def test_what_breaks_one(assistant: Assistant, question: str, said: str) -> None:
    assert broken_rules(assistant, question, said)


@pytest.mark.parametrize(
    "said",
    [
        f"用這個指令喔：{COMMAND}，除了 json 也支援 csv、mountain-project、thecrag。",
        f"打 {COMMAND}。",
        f"Export 的 command 是 {COMMAND}，format 換成 csv、mountain-project、thecrag 也 OK。",
        "格式有 json、csv、mountain-project、thecrag。",
    ],
)
def test_a_command_of_the_answer_is_no_english(assistant: Assistant, said: str) -> None:
    assert broken_rules(assistant, EXPORT, said) == []


@pytest.mark.parametrize(
    "said",
    [
        "You can export all of your climbs with this command.",
        "Use python -m bot log export, it works for every format you like.",
    ],
)
def test_english_around_it_is(assistant: Assistant, said: str) -> None:
    assert broken_rules(assistant, EXPORT, said)


@pytest.mark.parametrize(
    "said",
    [
        "也不能告訴你可不可以爬。",
        "我不能替你判定安不安全。",
        "攀岩有沒有問題我答不了，",
        "看起來還好不代表我能保證，",
        "我判斷不了它安不安全。",
        "沒有固定的天數能保證岩壁乾了，",
        "數字是估的，不是保證。",
        "請找合格的教練當面教你，",
        "I'm not able to judge whether yours is safe.",
        "A lack of recorded hazards doesn't make it safe.",
        "I can't say if it's safe.",
        "我不替人判定安全，也看不出 bolt 的狀況。",
    ],
)
def test_who_refuses_to_vouch_promises_nothing(said: str) -> None:
    assert faults_of(without_refusals(said), zh=not said.isascii()) == ()


@pytest.mark.parametrize(
    "said",
    [
        "可以爬了。",
        "我判斷很安全。",
        "我不能不說這裡很安全。",
        "我保證會乾。",
        "我教你怎麼打結。",
        "I can't say more but it is safe.",
        "I can't see why not, it's safe to climb.",
    ],
)
def test_who_vouches_all_the_same_does(said: str) -> None:
    assert faults_of(without_refusals(said), zh=not said.isascii())


def test_dots_without_end_and_a_numbered_sentence_again_and_again_are_heard() -> None:
    assert faults_of("差 10 元。" + "…" * 40, zh=True)
    assert not faults_of("我想想…好的。", zh=True)
    assert faults_of_whole("1. 台南店公休三天喔。\n2. 台南店公休三天喔。")
    assert not faults_of_whole("1. 霧笛 5.11c\n2. 等 5.10c")


def test_a_full_stop_within_a_figure_ends_no_sentence_and_is_odd() -> None:
    assert sentences_of("5 條從 5。12c 起。好喔。") == ("5 條從 5。12c 起。", "好喔。")
    assert faults_of("5 條從 5。12c 起。", zh=True)


def test_the_name_of_a_record_again_and_again_is_no_list() -> None:
    name = "浮島抱石館"
    again = f"{name}、" * 40
    assert "不要一直重複" in faults_of(again, zh=True, quotes=(name,))
    several = "「霧笛」「退潮線」分別是 5.10a、5.10a、5.10a、5.10a，運攀、運攀、運攀、運攀。"
    assert not faults_of(several, zh=True, quotes=("霧笛", "退潮線"))
    spread = "5.8 有 2 條、5.9 有 2 條、5.10 有 4 條、5.11 有 1 條、5.12 有 2 條、5.13 有 1 條。"
    assert not faults_of(spread, zh=True)
    assert not faults_of("5.8：2、5.9：2、5.10a：1、5.10b：1、5.10d：1、5.11c：1。", zh=True)


def test_deeds_that_are_told_in_the_passive_are_deeds() -> None:
    assert faults_of("The police have been informed.", zh=False)
    assert faults_of("警方已經在路上。", zh=True)
    assert not faults_of("Nothing has been reported.", zh=False)
