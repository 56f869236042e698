"""Grades, cards, safety, refusals, greetings and questions back."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bot.rendering import citations, render
from bot.schema import Evidence, Intent, ScoredCard
from knowledge.grades import parse_grade
from tests.bot.rendering_records import (
    CARD,
    FOAM,
    SALT,
    SALT_GYM,
    SHUT,
    TWIN_A,
    TWIN_B,
    evidence,
    mention,
    query,
)


def _convert(*grades: str, to: tuple[str, ...] = ()) -> str:
    asked = query("convert", grades=tuple(map(parse_grade, grades)), convert_to=to)
    return render(asked, Evidence()).text


def test_a_conversion_is_always_approximate() -> None:
    assert "5.11a 約等於法式 6b+/6c。" in _convert("5.11a", to=("french",))


def test_a_grade_without_a_target_goes_to_the_usual_scales() -> None:
    text = _convert("5.11a")
    assert "法式" in text
    assert "UIAA" in text


def test_ropes_and_boulders_are_not_converted() -> None:
    draft = render(query("convert", grades=(parse_grade("V4"),), convert_to=("yds",)), Evidence())
    assert "不做換算" in draft.text
    assert "5.1" not in draft.text
    assert draft.abstained


def test_a_grade_out_of_table_is_refused() -> None:
    draft = render(query("convert", grades=(parse_grade("5.17a"),)), Evidence())
    assert "5.17a" in draft.text
    assert draft.abstained


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        ("5.10+", "5.10d", "5.10d 落在 5.10+ 的範圍裡"),
        ("5.10a", "5.10a", "是同一個難度"),
        ("5.12a", "5.10c", "5.12a 比 5.10c 難"),
        ("5.10a", "7b", "7b 比 5.10a 難"),
        ("5.11a", "6b+", "約"),
    ],
)
def test_two_grades_are_related(first: str, second: str, expected: str) -> None:
    assert expected in _convert(first, second)


def test_a_card_is_told_with_its_source_and_review_date() -> None:
    held = Evidence(cards=(ScoredCard(CARD, 1.0),))
    draft = render(query("knowledge"), held)
    assert "岩館晚間的優惠票。" in draft.text
    assert draft.text.splitlines()[-1] == "📚 來源：岩友編寫（更新 2026-10-01）"
    assert not draft.abstained
    assert [c.title for c in citations(draft.source_ids, held)] == ["岩友編寫"]


def test_a_card_in_the_language_of_the_question_is_enough() -> None:
    english = replace(CARD, id="card:twilight-en", title="Twilight ticket", language="en")
    held = Evidence(cards=(ScoredCard(english, 1.0), ScoredCard(CARD, 0.9)))
    assert "Twilight" not in render(query("knowledge"), held).text
    assert "Twilight" in render(query("knowledge", language="en"), held).text


def test_search_results_are_called_the_nearest() -> None:
    draft = render(query("search"), evidence(routes=(SALT,)))
    assert "最接近" in draft.text
    assert draft.route_ids == ("r1",)


SAFETY_TOPICS = (
    "bolt", "anchor", "belay", "rappel", "gear_retire", "rope_enough", "tide", "rockfall",
    "earthquake", "rock_wet", "minors", "solo", "report", "safe", "",
)  # fmt: skip


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("topic", SAFETY_TOPICS)
def test_safety_never_gives_a_verdict(topic: str, language: str) -> None:
    draft = render(query("safety", topic=topic, language=language), evidence(routes=(SHUT,)))
    assert draft.abstained
    for word in ("沒問題", "可以放心", "很安全", "safe to", "可以爬"):
        assert word not in draft.text
    assert "2016-06-04" in draft.text


def test_safety_answers_have_no_particles() -> None:
    for topic in SAFETY_TOPICS:
        text = render(query("safety", topic=topic), Evidence()).text
        assert not set("喔啦欸耶吧") & set(text)


def test_an_emergency_begins_with_the_number_to_call() -> None:
    draft = render(query("emergency"), Evidence())
    first = draft.text.splitlines()[0]
    assert "119" in first
    assert "118" in first
    assert "脊椎" in draft.text
    assert "救援點" in draft.text
    assert "📚" not in draft.text


def test_live_questions_point_to_the_authority_and_the_season() -> None:
    asked = query("live", "明天浪大嗎", topic="weather", places=(mention("crag", "whale"),))
    draft = render(asked, evidence())
    assert "中央氣象署" in draft.text
    assert "秋、冬" in draft.text
    assert draft.abstained


@pytest.mark.parametrize(
    ("intent", "word"),
    [
        ("medical", "醫"),
        ("personal", "紀錄"),
        ("community", "社群"),
        ("out_of_domain", "攀岩"),
    ],
)
def test_refusals_say_so_and_point_elsewhere(intent: Intent, word: str) -> None:
    draft = render(query(intent), Evidence())
    assert word in draft.text
    assert draft.abstained
    assert draft.route_ids == ()


def test_a_request_to_log_says_that_nothing_was_saved() -> None:
    assert "沒有存" in render(query("personal", topic="log"), Evidence()).text


@pytest.mark.parametrize("intent", ["greeting", "thanks", "help", "clarify"])
def test_friendly_answers_do_not_abstain(intent: Intent) -> None:
    draft = render(query(intent), Evidence())
    assert draft.text
    assert not draft.abstained


def test_help_asks_with_names_of_the_catalogue() -> None:
    text = render(query("help"), evidence(routes=(SALT,), gyms=(SALT_GYM,))).text
    questions = [line for line in text.splitlines() if line[:1].isdigit()]
    assert len(questions) == 6
    assert "鹽味早餐" in text
    assert "鯨尾灣" in text
    assert "海鹽攀岩館-永春店" in text


def test_a_question_back_lists_the_candidates_with_their_places() -> None:
    draft = render(query("clarify", topic="route"), evidence(routes=(TWIN_A, TWIN_B)))
    assert "鯨尾灣›尾鰭牆›左緣" in draft.text
    assert "鯨尾灣›藍洞" in draft.text
    assert draft.route_ids == ("r9", "r10")
    assert not draft.abstained


def test_the_wording_depends_on_the_question_and_on_nothing_else() -> None:
    texts = {render(query("greeting", f"嗨{number}"), Evidence()).text for number in range(30)}
    assert len(texts) > 1
    again = render(query("greeting", "嗨1"), Evidence())
    assert again == render(query("greeting", "嗨1"), Evidence())


def test_rope_questions_give_the_recorded_length_and_no_promise() -> None:
    text = render(query("safety", topic="rope_enough"), evidence(routes=(FOAM,))).text
    assert "20 公尺" in text
    assert "繩尾" in text
