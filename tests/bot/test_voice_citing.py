"""Open answers: every statement cites the record that it is from, and no other's figures."""

from __future__ import annotations

import asyncio
import re
import time
from contextlib import ExitStack
from datetime import date
from typing import TYPE_CHECKING

import pytest

from bot.schema import Question
from bot.voice import Breaker, Judge, Voice, VoiceSettings, spoken_of
from bot.voice.answer.citing import CITATION, Citations, Cited
from finetune.invented import open_world
from tests.bot.scripted_model import ScriptedModel

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bot.assistant import Assistant
    from bot.prompts import Spoken

TODAY = date(2026, 11, 20)
QUESTIONS = ("drop knee 怎麼做", "攀岩要怎麼暖身", "岩場禮儀有哪些", "onsight 跟 flash 差在哪")


@pytest.fixture(scope="module")
def assistant() -> Iterator[Assistant]:
    with ExitStack() as stack:
        yield stack.enter_context(open_world("c00", 7)).assistant


def open_answers(assistant: Assistant) -> list[Spoken]:
    found = []
    for text in QUESTIONS:
        spoken = spoken_of(assistant.answer(Question(text, TODAY)))
        assert spoken is not None
        if spoken.query.intent == "knowledge" and spoken.evidence.cards:
            found.append(spoken)
    assert len(found) >= 3
    return found


def sentences(spoken: Spoken) -> list[str]:
    text = spoken.evidence.cards[0].card.text
    return [f"{one}。" for one in re.split(r"[。\n]", text[:200]) if len(one) > 12][:3]


def test_sentences_that_their_record_says_are_held(assistant: Assistant) -> None:
    for spoken in open_answers(assistant):
        judge = Judge(spoken, assistant.knowledge.gazetteer)
        for sentence in sentences(spoken):
            assert judge.sentence(f"{sentence[:-1]} [1]。") == (), sentence


LEAD = (
    "上方架繩爬 5.9 到 5.10a 很穩、會熟練確保，就可以報先鋒課；手爆不爆不是重點。"
    "課程會教掛繩和反掛，考過檢定才自己爬。"
)
RACES = "先鋒賽限時約六分鐘，控制住的最後一點就是成績。速度賽：十五公尺高的標準牆，兩人並排。"
WALL = "「霧笛」在霧鳴岬，難度 5.11c，長度 25 公尺。"


def cards(*texts: str, titles: tuple[str, ...] = (), question: str = "先鋒的呢") -> Citations:
    named = titles or tuple("甲乙丙"[: len(texts)])
    records = {
        number: Cited(number, title, f"標題：{title}｜內容：{text}")
        for number, (title, text) in enumerate(zip(named, texts, strict=True), 1)
    }
    return Citations(records, question)


def test_a_statement_needs_a_number_that_resolves() -> None:
    citations = cards(LEAD, RACES)
    assert citations.faults("先把核心練到每天三小時就會進步。") == ("句尾要標出處編號",)
    assert citations.faults("這樣做就對了 [42]。") == ("沒有 [42] 這筆資料",)
    assert citations.faults("想再問哪一個？") == ()
    assert citations.faults("好問題。") == ()


@pytest.mark.parametrize(
    "said",
    [
        "頂繩 5.9、5.10a 都爬穩了，繩子也會顧，就能報名 [1]。",
        "手臂脹不脹倒是其次 [1]。",
        "要先通過考核，才能自行攀登 [1]。",
        "比賽大約給你六分鐘 [2]。",
        "There are about six minutes on the clock [2].",
        "學的時候看 5.9 到 5.10a 穩不穩，比賽則只有六分鐘 [1][2]。",
    ],
)
def test_a_record_told_in_other_words_is_held(said: str) -> None:
    assert cards(LEAD, RACES).faults(said) == ()


@pytest.mark.parametrize(
    ("said", "reason"),
    [
        ("上方架繩爬到 5.9 就能報名 [2]。", "標的資料沒有「5.9」"),
        ("標準牆高十五公尺 [1]。", "標的資料沒有「15公尺」"),
        ("考過檢定才自己爬，課程會教反掛 [2]。", "標的資料沒有這樣說"),
        ("兩人並排，控制住的最後一點就是成績 [1]。", "標的資料沒有這樣說"),
        ("「霧笛」也可以試試 [1]。", "標的資料沒有「霧笛」"),
    ],
)
def test_what_another_record_says_is_no_ones_else(said: str, reason: str) -> None:
    citations = cards(LEAD, RACES, WALL, titles=("先鋒課", "先鋒賽和速度賽", "霧笛"))
    assert citations.faults(said) == (reason,)


@pytest.mark.parametrize(
    ("said", "numbers"),
    [
        ("上方架繩 5.9 到 5.10a 很穩就能報先鋒課。", "[1]"),
        ("手會不會爆不是重點，考過檢定再自己爬。", "[1]"),
        ("先鋒賽則是限時六分鐘左右，看最後一點。", "[2]"),
        ("速度賽的牆十五公尺高，兩人並排。", "[2]"),
        ("架繩 5.9 到 5.10a 穩、會確保就能報先鋒課；比賽限時約六分鐘，最後一點算成績。", "[1] [2]"),
    ],
)
def test_code_adds_the_number_of_the_record_that_says_it(said: str, numbers: str) -> None:
    citations = cards(LEAD, RACES)
    told = citations.completed(said)
    assert told == f"{said[:-1]} {numbers}。"
    assert citations.faults(told) == ()


@pytest.mark.parametrize("said", ["兩個都是先鋒才有的。", "Both are about leading."])
def test_what_is_said_of_both_cites_both(said: str) -> None:
    assert CITATION.findall(cards(LEAD, RACES).completed(said)) == ["1", "2"]


@pytest.mark.parametrize("said", ["早餐要吃飽才有力氣爬上去。", "多喝水，多睡覺，心情就會好。"])
def test_no_number_is_added_to_what_is_from_none_of_several(said: str) -> None:
    assert cards(LEAD, RACES).completed(said) == said


DEADPOINT = "deadpoint: Catching a hold at the still point of a move. Also said: 死點"
BELAYER = "belayer: The person who holds the rope. In Taiwan: 確保者"


@pytest.mark.parametrize(
    ("said", "numbers"),
    [
        ("Same word, actually: deadpoint.", ["1"]),
        ("The rope is held by that person.", ["2"]),
        ("A belayer holds it for you.", ["2"]),
        ("Somebody holding on, at a point that is still.", ["1"]),
    ],
)
def test_ordinary_words_tell_the_record_where_no_others_do(said: str, numbers: list[str]) -> None:
    asked = "my belayer keeps saying deadpoint"
    citations = cards(DEADPOINT, BELAYER, titles=("deadpoint", "belayer"), question=asked)
    assert CITATION.findall(citations.completed(said)) == numbers


def test_prose_goes_on_about_the_record_of_the_sentence_before_it() -> None:
    said = "先鋒賽限時約六分鐘。好喔。慢慢來比較快，別急著衝。"
    assert CITATION.findall(cards(LEAD, RACES).completed(said)) == ["2", "2"]
    assert (
        cards(LEAD, RACES).completed("別急著衝，慢慢來。", "六分鐘 [2]。") == "別急著衝，慢慢來。"
    )


def test_a_clause_has_the_numbers_of_its_sentence() -> None:
    citations = cards(LEAD, RACES)
    whole = "大家都會緊張沒關係的啦，限時大約六分鐘。"
    assert citations.of_its_sentence("大家都會緊張沒關係的啦", whole).endswith(" [2]")
    own = "上方架繩 5.9 到 5.10a 很穩就能報，限時大約六分鐘。"
    assert citations.of_its_sentence("上方架繩 5.9 到 5.10a 很穩就能報", own).endswith("報 [1]")
    assert (
        citations.of_its_sentence("早餐要吃飽才有力氣爬", "早餐要吃飽才有力氣爬，多睡。")[-1] != "]"
    )


def test_code_adds_the_number_where_only_one_record_can_be_meant(assistant: Assistant) -> None:
    spoken = next(one for one in open_answers(assistant) if len(one.evidence.cards) == 1)
    first = sentences(spoken)[0]
    heard = speak(spoken, first, assistant)
    assert heard.startswith(f"{first[:-1]} [1]。")
    assert f"[1] {spoken.evidence.cards[0].card.title}" in heard
    foreign = "早餐要吃飽才有力氣爬上去。"
    assert foreign not in speak(spoken, foreign, assistant)


def speak(spoken: Spoken, text: str, assistant: Assistant) -> str:
    voice = Voice(ScriptedModel([text]), Breaker(time.monotonic), time.monotonic, VoiceSettings())
    return asyncio.run(voice.speak(spoken, gazetteer=assistant.knowledge.gazetteer)).text


def test_what_is_heard_tells_what_its_numbers_mean(assistant: Assistant) -> None:
    spoken = open_answers(assistant)[0]
    text = "".join(f"{one[:-1]} [1]。" for one in sentences(spoken)[:2])
    heard = speak(spoken, text, assistant)
    assert heard.startswith(text[:10])
    assert f"[1] {spoken.evidence.cards[0].card.title}" in heard


def test_prose_without_sources_is_not_heard(assistant: Assistant) -> None:
    spoken = open_answers(assistant)[0]
    made_up = "先把核心練到每天三小時就會進步。多吃蛋白質才爬得上去。"
    assert speak(spoken, made_up, assistant) == spoken.draft.text
