"""What counts as right: texts compared, ids compared, golds that reject wrong answers."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import pytest

from bot.evaluation.bands import CONVERSIONS, YDS, V, band, beside
from bot.evaluation.expectation import TODAY, EvalQuestion, Expectation, Given, Ids, exactly
from bot.evaluation.judge import is_english, judge
from bot.evaluation.texts import contains, dates, normalise, pieces
from bot.schema import Answer, Unsupported, Verdict
from knowledge.grades import convert, parse_grade
from knowledge.grades.record import grade_of
from knowledge.grades.scale import SCALES

if TYPE_CHECKING:
    from knowledge.schema import RouteType


def question(expectation: Expectation, language: str = "zh") -> EvalQuestion:
    return EvalQuestion("q", "fact", language, "問題", expectation)


def faults(expectation: Expectation, answer: Answer, language: str = "zh") -> tuple[str, ...]:
    return judge(question(expectation, language), Given(answer), Verdict())


@pytest.mark.parametrize(
    ("text", "needle", "held"),
    [
        ("共 14 條", "4", False),
        ("共 4 條", "4", True),
        ("5.4 級", "4", False),
        ("難度 5.10a。", "5.10a", True),
        ("難度 5.10a/b。", "5.10a", False),
        ("約 5b/5c", "5b", True),
        ("難度 5.10a", "5.10", False),
        ("長 12 公尺", "12公尺", True),
        ("長 112 公尺", "12公尺", False),
        ("\uff11\uff12\uff1a\uff10\uff10 到 23:00", "12:00", True),
        ("NT$1,200", "1200", True),
        ("Salty Breakfast", "saltybreakfast", True),
        ("5.10 12 條", "12條", True),
    ],
)
def test_a_value_has_to_stand_alone(text: str, needle: str, held: bool) -> None:
    assert contains(normalise(text), normalise(needle)) is held


def test_a_quotation_is_proved_by_eight_characters() -> None:
    proof = pieces("起攀走左側裂隙，難關在上半段")
    assert any(piece in normalise("描述：起攀走左側裂隙，難關…") for piece in proof)
    assert not any(piece in normalise("起攀走左邊") for piece in proof)
    assert pieces("短句") == ("短句",)


def test_dates_are_found_in_usual_writings() -> None:
    for text in ("2011-05-07", "2011/5/7", "2011年5月7日", "May 7, 2011", "2011.05.07"):
        assert any(normalise(form) in normalise(text) for form in dates("2011-05-07")), text
    assert dates("2011") == ("2011",)


def test_an_answer_is_right_when_all_of_it_is() -> None:
    expected = Expectation((("5.10a",), ("尾鰭牆",)), routes=exactly("r1"))
    answer = Answer("「鹽味早餐」5.10a，在尾鰭牆。", "fact", route_ids=("r1",))
    assert faults(expected, answer) == ()
    assert faults(expected, replace(answer, text="5.10a")) == ("lacks 尾鰭牆",)
    assert faults(expected, replace(answer, route_ids=("r2",)))
    assert faults(expected, replace(answer, route_ids=("r1", "r2")))
    assert faults(expected, replace(answer, abstained=True)) == ("abstained is True",)


def test_ids_may_be_bounded_from_both_sides() -> None:
    expected = Expectation(routes=Ids(frozenset("a"), frozenset("abc"), frozenset("a")))
    assert not faults(expected, Answer("", "list", route_ids=("a", "c")))
    assert faults(expected, Answer("", "list", route_ids=("c", "a")))
    assert faults(expected, Answer("", "list", route_ids=("b",)))
    assert faults(expected, Answer("", "list", route_ids=("a", "d")))
    assert faults(expected, Answer("", "list", route_ids=("a", "a")))


def test_an_unsupported_fact_makes_an_answer_wrong() -> None:
    verdict = Verdict((Unsupported("grade", "5.14a", 0),))
    found = judge(question(Expectation()), Given(Answer("5.14a", "fact")), verdict)
    assert found == ("unsupported grade: 5.14a",)


def test_forbidden_words_and_intents_count() -> None:
    expected = Expectation(forbidden=("沒問題",), abstained=None, intents=("safety",))
    assert faults(expected, Answer("應該沒 問題", "fact")) == (
        "must not say 沒問題",
        "intent is fact",
    )


def test_english_is_asked_of_the_answers_own_words() -> None:
    assert is_english("The grade of 鹽味早餐 is 5.10a.")
    assert is_english("Description of X: 起攀走左側裂隙，難關在上半段，再直上到頂。\nUpdated 2026.")
    assert not is_english("「鹽味早餐」的難度是 5.10a。")
    expected = Expectation()
    assert faults(expected, Answer("難度是這樣的啊", "fact"), "en") == ("not in English",)


def test_our_bands_are_those_of_the_pipeline() -> None:
    # two readings of one published table; where they differ one of them was misread
    assert {token: SCALES["yds"].bands[token] for token in YDS} == YDS
    assert {token: SCALES["v"].bands[token] for token in V} == V


def test_our_conversions_are_those_of_the_pipeline() -> None:
    for (source, target), rows in CONVERSIONS.items():
        discipline: RouteType = "boulder" if source in {"v", "font"} else "sport"
        for token, ends in rows.items():
            grade = grade_of("uiaa", token) if source == "uiaa" else parse_grade(token, discipline)
            assert convert(grade, target) == "/".join(ends), (token, target)


def test_a_number_stands_for_all_its_letters() -> None:
    assert band("5.10") == (57, 66)
    assert band("5.9") == (52, 56)
    assert band("5.99") is None
    assert beside("5.10c") == (57, 68)


def test_the_day_of_the_questions_is_a_friday() -> None:
    assert date(2026, 11, 20) == TODAY
    assert TODAY.weekday() == 4
