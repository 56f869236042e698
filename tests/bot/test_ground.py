"""Sun, shade, rain, wind and crowds: told of walls, quoted from their records."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from bot.rendering.labels import STYLES as LABELS
from bot.schema import Question
from knowledge.terms import STYLES, ground_asked, tells

if TYPE_CHECKING:
    from bot.assistant import Assistant
    from bot.schema import Answer


def ask(assistant: Assistant, text: str) -> Answer:
    return assistant.answer(Question(text=text, today=date(2026, 11, 28)))


@pytest.mark.parametrize(
    ("question", "told", "untold"),
    [
        ("石螢谷哪面牆下午沒太陽", ("螢火牆", "下午有陰影"), "鐘乳廳"),
        ("石螢谷下雨可以爬哪一區", ("鐘乳廳", "下雨也能爬"), "螢火牆"),
        ("霧鳴岬哪一區風最小", ("迴聲廊", "風吹不到"), "燈塔之下"),
        ("霧鳴岬風最大的區域", ("燈塔之下", "東北季風時風大"), "鯨背"),
        ("石螢谷早上曬得到太陽嗎", ("螢火牆", "上午曬太陽"), "鐘乳廳"),
        ("鯨背會曬嗎", ("鯨背", "背光"), "迴聲廊"),
    ],
)
def test_walls_are_told_by_what_their_records_say(
    demo_assistant: Assistant, question: str, told: tuple[str, ...], untold: str
) -> None:
    text = ask(demo_assistant, question).text
    assert all(word in text for word in told)
    assert untold not in text


def test_what_no_wall_records_is_said_to_be_missing(demo_assistant: Assistant) -> None:
    answer = ask(demo_assistant, "石螢谷最冷門的區域是哪個")
    assert answer.abstained
    assert "沒有寫到人潮少" in answer.text


def test_rain_gets_no_verdict_but_what_is_recorded(demo_assistant: Assistant) -> None:
    answer = ask(demo_assistant, "迴聲廊下雨可以爬嗎")
    assert "小雨也能爬" in answer.text


def test_a_recommendation_keeps_to_walls_that_have_what_no_route_says(
    demo_assistant: Assistant,
) -> None:
    text = ask(demo_assistant, "推薦一條石螢谷下午有陰影的路線").text
    assert "下午有陰影" in text
    assert "›螢火牆" in text
    assert "都沒寫到" not in text


@pytest.mark.parametrize("question", ["石螢谷有哪些下雨也能爬的路線", "石螢谷有哪些區域"])
def test_routes_and_areas_are_listed_as_before(demo_assistant: Assistant, question: str) -> None:
    assert "的記載：" not in ask(demo_assistant, question).text


@pytest.mark.parametrize("question", ["這裡風景好嗎", "風險高嗎", "中風了怎麼辦", "梅雨是什麼"])
def test_words_that_only_look_alike_ask_of_no_ground(question: str) -> None:
    assert ground_asked(question) is None


@pytest.mark.parametrize(
    ("question", "sentence"),
    [
        ("which wall is in the shade in the morning", "PM sun, holds are sharp."),
        ("哪一面牆要挂绳竿", "此區建議使用掛繩竿。"),
        ("which area is least crowded", "A quiet corner with few people."),
        ("哪裡避風", "刮大風時的避風港。"),
        ("下午西曬嗎", "午後岩壁開始曬太陽。"),
    ],
)
def test_questions_meet_the_sentences_that_answer_them(question: str, sentence: str) -> None:
    ground = ground_asked(question)
    assert ground is not None
    assert tells(ground, sentence)


def test_every_style_has_words_of_its_own_for_members() -> None:
    assert not [key for key in STYLES if key not in LABELS or "_" in "".join(LABELS[key])]
