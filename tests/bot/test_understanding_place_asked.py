"""What is asked of a place that is named, as learned from examples."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bot.evaluation.command import EVAL_DIR
from bot.evaluation.learning import learned, read_place_examples
from bot.schema import Question
from bot.understanding.conditions import gather
from bot.understanding.examples import place_asks, properties
from bot.understanding.examples.place_asks import likely_asks
from bot.understanding.reading import read
from tests.bot.conftest import FRIDAY

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from bot.assistant import Assistant
    from bot.schema import Query
    from bot.understanding import Vocabulary
    from knowledge.knowledge_base import KnowledgeBase

LARGEST = 300_000


@pytest.fixture(scope="module")
def likely(
    demo_knowledge: KnowledgeBase, vocabulary: Vocabulary
) -> Callable[[str], Mapping[str, float]]:
    def of(text: str) -> Mapping[str, float]:
        reading = read(text, FRIDAY, demo_knowledge.gazetteer, vocabulary)
        return likely_asks(reading, gather(reading, vocabulary))

    return of


def test_the_weights_are_learned_from_the_examples(
    likely: Callable[[str], Mapping[str, float]],
) -> None:
    told = [(field, text.replace("@", "霧鳴岬")) for field, text in properties("crag")]
    wrong = [one for one in told if one[0] != _best(likely(one[1]))]
    assert len(wrong) <= len(told) // 10, "run python -m bot.evaluation.learning"


def _best(likely: Mapping[str, float]) -> str:
    return max(likely, key=lambda ask: likely[ask])


def test_the_weights_are_small_and_make_all_asks_together_one(
    likely: Callable[[str], Mapping[str, float]],
) -> None:
    assert place_asks.WEIGHTS.stat().st_size < LARGEST
    for text in ("", "?", "霧鳴岬", "霧鳴岬有哪些 5.10a", "🧗" * 50):
        assert sum(likely(text).values()) == pytest.approx(1, abs=1e-5)


def test_the_same_examples_make_the_same_weights() -> None:
    told = read_place_examples(EVAL_DIR)[::20]
    first, second = learned(told, steps=3), learned(told, steps=3)
    assert first.asks == second.asks
    assert (first.weights == second.weights).all()


@pytest.mark.parametrize(
    ("text", "field"),
    [
        ("霧鳴岬什麼時候去比較不會熱爆或濕答答", "season"),
        ("我們社團寒暑假都有空，石螢谷適合排在哪一季", "season"),
        ("從大馬飛過去爬，霧鳴岬哪幾個月份天氣最合適？", "season"),
        ("開車去霧鳴岬車要丟哪裡", "parking"),
        ("石螢谷從哪裡切進去走到岩壁", "approach"),
        ("石螢谷 how long is the hike in", "approach"),
        ("燈塔之下最低幾級起跳、最高到幾級？", "grades"),
        ("螢火牆是哪個岩場的分區", "region"),
        ("石螢谷那邊有地方上廁所嗎，我會帶小孩", "amenities"),
        ("霧鳴岬附近買得到吃的嗎", "amenities"),
        ("霧鳴岬有什麼要特別注意的嗎 第一次去", "hazards"),
        ("石螢谷有哪些規矩要守", "hazards"),
        ("迴聲廊是不是下雨也能爬", "description"),
    ],
)
def test_all_words_of_a_question_say_which_property_is_meant(
    meant: Callable[[str], Query], text: str, field: str
) -> None:
    query = meant(text)
    assert (query.intent, query.fields) == ("crag_info", (field,))


@pytest.mark.parametrize(
    "text", ["霧鳴岬收不收入場費", "霧鳴岬朝哪個方向，下午曬不曬得到太陽", "石螢谷評分幾分"]
)
def test_what_no_record_holds_is_no_overview_and_no_list(
    meant: Callable[[str], Query], text: str
) -> None:
    query = meant(text)
    assert (query.intent, query.topic) == ("crag_info", "unrecorded")


def test_the_easiest_for_a_beginner_is_the_easiest_that_there_is(
    meant: Callable[[str], Query],
) -> None:
    for text in (
        "Which is the easiest climb in Stalactite Hall? Taking a total beginner.",
        "帶新手先熱身，鐘乳廳最簡單的路線是哪條",
    ):
        query = meant(text)
        assert query.intent == "superlative"
        assert query.filter.grade is None
        assert not query.filter.styles


def test_the_most_but_for_one_route_rules_that_route_out(meant: Callable[[str], Query]) -> None:
    query = meant("除了折射以外最難的是哪條")
    assert query.intent == "superlative"
    assert query.excluding.route_ids == ("WM-UNDER-THE-LIGHTHOUSE-206",)


@pytest.mark.parametrize(
    ("text", "intent", "topic"),
    [
        ("苔阶各个难度分别有多少条", "distribution", ""),
        ("哪區傳攀多？把霧鳴岬各區的傳攀條數都列出來", "distribution", "area"),
        ("東部的傳攀路線一共多少", "count", ""),
        ("最近幾年才開的線是哪一條", "superlative", ""),
        ("霧鳴岬級數第二高的是哪條", "superlative", ""),
        ("bolt 數前五多的線", "superlative", ""),
        ("霧鳴岬的傳攀 route 哪條最 short", "superlative", ""),
    ],
)
def test_numbers_of_routes_are_told_over_what_was_asked(
    meant: Callable[[str], Query], text: str, intent: str, topic: str
) -> None:
    query = meant(text)
    assert (query.intent, query.topic) == (intent, topic)


@pytest.mark.parametrize(
    ("text", "intent"),
    [
        ("明天霧鳴岬會下雨嗎", "live"),
        ("徵繩伴，這週末霧鳴岬", "community"),
        ("今天浪這麼大，霧鳴岬可以去嗎", "safety"),
        ("霧鳴岬有人受傷要怎麼求救", "emergency"),
        ("推薦霧鳴岬 5.10a 的路線", "recommend"),
        ("霧鳴岬有哪些 5.10a", "list"),
        ("石螢谷收了幾條 5.13a", "count"),
        ("拍紀錄片要取景，需要一條夠長的線，石螢谷鐘乳廳最長的叫什麼名字", "superlative"),
        ("上週在霧鳴岬爬了幾條", "personal"),
        ("我在霧鳴岬爬了幾條", "personal"),
    ],
)
def test_what_other_words_decide_stays(
    meant: Callable[[str], Query], text: str, intent: str
) -> None:
    assert meant(text).intent == intent


def test_a_list_of_one_tells_how_many_there_are(demo_assistant: Assistant) -> None:
    answer = demo_assistant.answer(
        Question(text="Find me one 5.10a route in Wuming Cape", today=FRIDAY)
    )
    assert "5 in total, showing 1" in answer.text
    assert len(answer.route_ids) == 1
