"""Conversations through the real assistant: what the last turn takes over, and what it does not."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from bot.schema import Answer, Query, Question, Turn
from tests.bot.query_words import describe

if TYPE_CHECKING:
    from bot.assistant import Assistant

FRIDAY = date(2026, 11, 20)
TABLE = Path(__file__).with_name("followup_dialogues.txt")
DIALOGUES = [
    tuple(line.split(" → "))
    for line in TABLE.read_text("utf-8").splitlines()
    if line and not line.startswith("#")
]
GROUNDED = [dialogue for dialogue in DIALOGUES if dialogue[1] != "alone"]
ALONE = [said for said, expected in DIALOGUES if expected == "alone"]


def answered(assistant: Assistant, said: str) -> Answer:
    """The answer to the last of several turns, the answers before it as they were given."""
    history: list[Turn] = []
    *before, last = said.split(" » ")
    for text in before:
        answer = assistant.answer(Question(text, FRIDAY, tuple(history)))
        history += [Turn("user", text), Turn("assistant", answer.text)]
    return assistant.answer(Question(last, FRIDAY, tuple(history)))


def query_of(answer: Answer) -> Query:
    assert answer.query is not None
    return answer.query


def test_there_are_dialogues_enough() -> None:
    assert len(DIALOGUES) >= 80
    assert len(ALONE) >= 12


@pytest.mark.parametrize(("said", "expected"), GROUNDED, ids=[said for said, _ in GROUNDED])
def test_last_turn_means(said: str, expected: str, demo_assistant: Assistant) -> None:
    query = query_of(answered(demo_assistant, said))
    grades = f" grades={'+'.join(grade.raw for grade in query.grades)}"
    shown = describe(query, demo_assistant.knowledge.name_of)
    # the grade of a route to convert comes from its record, not from the words
    assert (shown.replace(grades, "") if "convert route=" in expected else shown) == expected
    assert query.inherited


@pytest.mark.parametrize("said", ALONE)
def test_new_topic_inherits_nothing(said: str, demo_assistant: Assistant) -> None:
    within = answered(demo_assistant, said)
    alone = answered(demo_assistant, said.rsplit(" » ", maxsplit=1)[-1])
    assert not query_of(within).inherited
    assert query_of(within) == query_of(alone)
    assert within.route_ids == alone.route_ids
    assert within.gym_ids == alone.gym_ids


def test_pages_show_every_route_once(demo_assistant: Assistant) -> None:
    said = "霧鳴岬有哪些路線"
    shown: list[str] = []
    for _ in range(4):
        shown += answered(demo_assistant, said).route_ids
        said += " » 下一頁"
    assert len(shown) == len(set(shown)) == 39


def test_another_batch_recommends_other_routes(demo_assistant: Assistant) -> None:
    first = answered(demo_assistant, "推薦霧鳴岬 5.10 的運攀")
    second = answered(demo_assistant, "推薦霧鳴岬 5.10 的運攀 » 換一批")
    assert first.route_ids
    assert second.route_ids
    assert not set(first.route_ids) & set(second.route_ids)


def test_page_past_the_end_says_that_there_is_none(demo_assistant: Assistant) -> None:
    said = "霧鳴岬有哪些路線" + " » 下一頁" * 3
    last, past = answered(demo_assistant, said), answered(demo_assistant, said + " » 下一頁")
    assert len(last.route_ids) == 9
    assert past.route_ids == ()
    assert "39 條" in past.text
    assert query_of(past).page == 5


def test_old_turns_are_forgotten(demo_assistant: Assistant) -> None:
    said = "霧笛幾級" + " » 你好" * 8 + " » 有多長"
    assert not query_of(answered(demo_assistant, said)).routes


def test_answers_of_the_history_do_not_matter(demo_assistant: Assistant) -> None:
    lies = (Turn("user", "霧笛幾級"), Turn("assistant", "其實是折射，5.15d。"))
    silent = (Turn("user", "霧笛幾級"),)
    told = demo_assistant.answer(Question("有多長", FRIDAY, lies))
    assert told == demo_assistant.answer(Question("有多長", FRIDAY, silent))
    assert told.route_ids == ("WM-UNDER-THE-LIGHTHOUSE-203",)


def test_a_route_is_told_from_the_area_of_its_name(demo_assistant: Assistant) -> None:
    answer = answered(demo_assistant, "潮門是路線還是區 » 我要問路線那個")
    assert answer.route_ids == ("WM-TIDE-GATE-111",)


def test_former_and_latter_are_asked_of_each(demo_assistant: Assistant) -> None:
    said = "早上去爬「慢慢來」晚上去岩嶼攀岩館-台南店收尾，前者難度多少、後者住址給我"
    answer = answered(demo_assistant, said)
    assert answer.route_ids == ("SY-MS-002",)
    assert answer.gym_ids == ("rockisle-tainan",)
    assert "5.8" in answer.text


def test_bolts_to_be_trusted_are_no_number(demo_assistant: Assistant) -> None:
    answer = answered(demo_assistant, "灰鯨幾支 bolt » 那些 bolt 都還能用吧，我直接衝可以嗎")
    assert answer.intent == "safety"
    assert answer.abstained


def test_an_unknown_name_stays_unknown(demo_assistant: Assistant) -> None:
    answer = answered(demo_assistant, "推薦一條給我 » 不要，我就想爬失眠研究報告 » 幾級啦")
    assert answer.abstained
    assert answer.route_ids == ()
    assert "失眠研究報告" in answer.text
