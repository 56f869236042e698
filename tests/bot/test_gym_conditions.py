"""Conditions of lists of gyms: every day, before an hour, without a ticket, what nobody records."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import pytest

from bot.rendering import render
from bot.schema import Mention, Question
from tests.bot.rendering_records import REEF_GYM, gym_evidence, query

if TYPE_CHECKING:
    from bot.assistant import Assistant
    from bot.schema import Answer

TAICHUNG, TAINAN, FLOATING = "rockisle-taichung", "rockisle-tainan", "floating-island"


def ask(assistant: Assistant, text: str) -> Answer:
    return assistant.answer(Question(text=text, today=date(2026, 11, 28)))


@pytest.mark.parametrize(
    ("question", "gyms"),
    [
        ("每天都有開的岩館有哪些", {TAICHUNG, FLOATING}),
        ("全年無休的岩館有哪些", {TAICHUNG, FLOATING}),
        ("哪些岩館沒有公休日", {TAICHUNG, FLOATING}),
        ("which gyms are open every day", {TAICHUNG, FLOATING}),
        ("哪些岩館沒有星光票", {TAINAN}),
        ("哪些岩館有星光票", {TAICHUNG, FLOATING}),
        ("哪間岩館早上十點前開門", {TAICHUNG}),
        ("現在凌晨一點哪間有開", set()),
        ("離島有哪些岩館", set()),
    ],
)
def test_a_list_of_gyms_heeds_its_condition(
    demo_assistant: Assistant, question: str, gyms: set[str]
) -> None:
    answer = ask(demo_assistant, question)
    assert (answer.intent, set(answer.gym_ids)) == ("gym_list", gyms)
    assert answer.abstained == (not gyms)


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("岩館評分最高的是哪間", "資料沒有記可靠的評價"),
        ("哪間岩館離捷運最近", "資料沒有記離車站多遠的排名"),
    ],
)
def test_a_ranking_that_no_record_gives_is_said_to_be_impossible(
    demo_assistant: Assistant, question: str, said: str
) -> None:
    assert said in ask(demo_assistant, question).text


@pytest.mark.parametrize(
    ("question", "told", "gyms"),
    [
        ("南投哪裡可以攀岩", ("石螢谷",), set()),
        ("Where can I climb in Nantou?", ("Firefly",), set()),
        ("台中哪裡可以爬", (), {TAICHUNG}),
        ("台灣有哪些岩場", ("石螢谷", "霧鳴岬"), set()),
        ("What crags are there in Taiwan?", ("Firefly", "Cape"), set()),
    ],
)
def test_where_to_climb_tells_crags_and_gyms(
    demo_assistant: Assistant, question: str, told: tuple[str, ...], gyms: set[str]
) -> None:
    answer = ask(demo_assistant, question)
    assert all(name in answer.text for name in told)
    assert set(answer.gym_ids) == gyms
    assert not answer.abstained


@pytest.mark.parametrize(
    ("notes", "quoted"),
    [("12 歲以下需家長陪同；採預約制。", True), ("採預約制；星光票平日 20:00 起。", False)],
)
def test_the_notes_of_a_gym_tell_about_children(notes: str, *, quoted: bool) -> None:
    gym = replace(REEF_GYM, notes=notes)
    asked = query("safety", topic="minors", gyms=(Mention("礁石", "gym", (gym.id,)),))
    text = render(asked, gym_evidence(gyms=(gym,))).text
    assert ("12 歲以下需家長陪同" in text) == quoted
    assert "採預約制" not in text


@pytest.mark.parametrize(
    ("question", "prices"),
    [("浮島單次多少錢", ("320", "360")), ("浮島假日單次多少錢", ("360",))],
)
def test_a_price_without_a_day_is_told_for_every_day(
    demo_assistant: Assistant, question: str, prices: tuple[str, ...]
) -> None:
    text = ask(demo_assistant, question).text
    assert tuple(price for price in ("320", "360") if price in text) == prices
