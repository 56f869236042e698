"""Open answers: every statement cites a record that says so."""

from __future__ import annotations

import asyncio
import re
import time
from contextlib import ExitStack
from datetime import date
from typing import TYPE_CHECKING

import pytest

from bot.prompts import FULL, Spoken
from bot.schema import Question
from bot.voice import Breaker, Judge, Voice, VoiceSettings, spoken_of
from bot.voice.citing import Citations
from finetune.invented import open_world
from tests.bot.scripted_model import ScriptedModel

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bot.assistant import Assistant

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


def test_a_statement_needs_a_citation_that_resolves_and_says_so(assistant: Assistant) -> None:
    first, second, *_ = open_answers(assistant)
    citations = Citations.of(first.evidence, FULL, first.query.text)
    foreign = sentences(second)[0]
    assert citations.faults(sentences(first)[0]) == ("句尾要標出處編號",)
    assert citations.faults(f"{foreign[:-1]} [1]。") == ("標的資料沒有這樣說",)
    assert citations.faults("這樣做就對了 [42]。") == ("沒有 [42] 這筆資料",)
    assert citations.faults("想再問哪一個？") == ()


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
