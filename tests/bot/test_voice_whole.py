"""Short answers, signs and enumerations: what answers is heard, what turns the answer is not."""

from __future__ import annotations

import asyncio
import time
from contextlib import ExitStack
from typing import TYPE_CHECKING

import pytest

from bot.assistant import Assistant
from bot.schema import Question
from bot.voice import Breaker, Voice, VoiceSettings, spoken_of
from bot.voice.house.guards import faults_of
from tests.bot.scripted_model import ScriptedModel
from tests.bot.voice_cases import TODAY, open_world_of

if TYPE_CHECKING:
    from collections.abc import Iterator

YES = "霧鳴岬有廁所嗎"
NO = "午後斜照是運攀對吧"


@pytest.fixture(scope="module")
def assistant() -> Iterator[Assistant]:
    with ExitStack() as stack:
        yield Assistant(stack.enter_context(open_world_of("demo")))


def is_heard(assistant: Assistant, question: str, said: str) -> bool:
    answer = assistant.answer(Question(question, TODAY))
    spoken = spoken_of(answer)
    assert spoken is not None
    voice = Voice(ScriptedModel([said, ""]), Breaker(time.monotonic), time.monotonic, SETTINGS)
    heard = asyncio.run(voice.speak(spoken, gazetteer=assistant.knowledge.gazetteer))
    return heard.outcome == "spoken" and not heard.rejected


SETTINGS = VoiceSettings(deadline_seconds=30)


@pytest.mark.parametrize(
    ("question", "said"),
    [
        (YES, "有。"),
        ("浮島有 Kilter 嗎", "有喔。"),
        (NO, "不對，午後斜照是傳攀。"),
        ("擱淺的船是 trad 還是 sport", "trad。"),
        ("does Rock Isle Taichung have showers", "Yes, it does."),
        ("is Rock Isle Tainan open on Monday", "No, closed on Mondays."),
        ("what's the best season at Wuming Cape", "Spring, autumn and winter."),
        ("霧笛英文叫什麼", "霧笛 = Foghorn。"),
        (
            "鐘乳廳有哪些路線",
            "滴水聲、石筍湯、Limelight、蝙蝠先生、倒長的森林、失重練習、千年一滴。",
        ),
        ("許汐開了哪些路線", "右手、休息、門神、霧笛、長夜、噴氣孔、沉默鄰居。"),
        ("還沒取名幾級", "TBD，還沒定級喔。"),
        ("「迴聲」難度如何", "石螢谷的是 5.11c，霧鳴岬的是 5.10a。"),
        ("「cliff」的中文是啥", "岩壁。"),
        ("影片字幕寫「endurance」，台灣攀岩界中文怎麼講", "字幕翻成耐力就對了。"),
        ('"grade" translated into Taiwanese Mandarin, please', "難度."),
        ("What time does Rock Isle Taichung close on Saturday", "10 p.m. on Saturday."),
        ("擱淺的船在石螢谷嗎", "記錯囉，這條在霧鳴岬。"),
        ("第三十七階、滴水聲誰比較高", "「第三十七階」啦，28 米對 12 米。"),
        ("5.13d 等於UIAA幾級", "10+ 左右喔。"),
        ("12d 法式難度是？", "12d 換過去差不多 7c。"),
        ("石頭與剪刀要幾支快扣（bolt 數）", "查了，資料沒有記石頭與剪刀有幾顆 bolt。"),
        ("颱風天浮島抱石館會開嗎", "颱風天有沒有開我查不到耶，請直接問館方。"),
        (
            "At Wuming Cape, which climb in Under the Lighthouse has the highest grade?",
            "Top of the list by grade: “Refraction”, thirteen-a.",
        ),
        ("convert French sport grade 7b to YDS", "That'd be about twelve-b."),
        ("How many routes are at Velvet Typewriter?", "Hmm, that name isn't in my data."),
    ],
)
def test_a_short_answer_is_heard(assistant: Assistant, question: str, said: str) -> None:
    assert is_heard(assistant, question, said)


@pytest.mark.parametrize(
    ("question", "said"),
    [
        (YES, "沒有。"),
        (NO, "對。"),
        (NO, "對，午後斜照是運攀。"),
        ("is Rock Isle Tainan open on Monday", "Yes, it is."),
        ("what's the best season at Wuming Cape", "Summer."),
        ("霧笛多長", "有。"),
        ("霧笛幾級", "還沒定級喔。"),
        ("「迴聲」難度如何", "石螢谷的是 5.11c。"),
        ("「迴聲」難度如何", "石螢谷的是 5.10a，霧鳴岬的是 5.11c。"),
        ("「cliff」的中文是啥", "岩洞。"),
        ("「cliff」的中文是啥", "好問題！"),
        ("影片字幕寫「endurance」，台灣攀岩界中文怎麼講", "字幕翻成爆發力就對了。"),
        ('"grade" translated into Taiwanese Mandarin, please', "定線."),
        ("What time does Rock Isle Taichung close on Saturday", "8 p.m. on Saturday."),
        ("擱淺的船在石螢谷嗎", "沒錯，這條在石螢谷。"),
        ("第三十七階、滴水聲誰比較高", "「第三十七階」啦，28 米對 16 米。"),
        ("第三十七階、滴水聲誰比較高", "滴水聲啦，28 米對 12 米。"),
        ("5.13d 等於UIAA幾級", "10- 左右喔。"),
        ("燈塔之下難度分布怎麼樣", "燈塔之下總共 12 條，5.8 跟 5.10a 合起來有四條。"),
        ("convert French sport grade 7b to YDS", "That'd be about thirteen-b."),
        ("我的紀錄怎麼匯出", "匯入用 python -m bot log export --user 你的代號 --format json。"),
        ("苔階各個難度分別有多少條", "5.7\u00d72、5.8\u00d72、5.9\u00d71、5.10a\u00d71。"),
        (
            "At Wuming Cape, which climb in Under the Lighthouse has the highest grade?",
            "Top of the list by grade: “Refraction”, thirteen-b.",
        ),
        ("許汐開了哪些路線", "右手、休息、門神、霧笛、長日、噴氣孔、沉默鄰居。"),
    ],
)
def test_a_short_answer_that_is_wrong_is_not(
    assistant: Assistant, question: str, said: str
) -> None:
    assert not is_heard(assistant, question, said)


@pytest.mark.parametrize(
    "said", ["好喔好喔好喔好喔好喔", "<@123>", "霧笛霧笛霧笛霧笛霧笛", "A > B < C"]
)
def test_rubbish_is_no_enumeration(said: str) -> None:
    assert faults_of(said, zh=True, quotes=("霧笛",))
