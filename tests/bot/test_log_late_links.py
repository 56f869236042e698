"""Entries that were imported before their routes were in the catalogue."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import pytest

from bot.ascents import Ascent
from bot.assistant import Assistant
from bot.logbook.changes import apply
from bot.schema import Question
from tests.bot.log_invented import TODAY
from tests.bot.logbook_helpers import open_log

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from bot.logbook import Logbook
    from bot.schema import Answer
    from knowledge.knowledge_base import KnowledgeBase

OWNER = "vera"
ABROAD = Ascent(
    mode="lead", result="redpoint", day=date(2024, 1, 5), route_name="Foghorn", grade="5.11c",
    crag="Wuming Cape", source="thecrag", source_id="3", raw=json.dumps({"country": "Thailand"}),
)  # fmt: skip
TAKEN_OVER = (
    replace(
        ABROAD, result="onsight", route_name="Grey Whale", grade="5.10a", source_id="1",
        raw=json.dumps({"country": "Taiwan"}),
    ),
    replace(
        ABROAD, result="redpoint", day=date(2024, 1, 6), route_name="灰鯨", crag="霧鳴岬",
        grade="5.10a", source="mountain-project", source_id="2", raw="",
    ),
    ABROAD,
    Ascent(
        mode="boulder", result="flash", day=date(2024, 2, 1), gym="Floating Island Bouldering",
        grade="v4", colour="Blue", source="kaya", source_id="4",
    ),
)  # fmt: skip


@pytest.fixture
def log(tmp_path: Path) -> Iterator[Logbook]:
    with open_log(tmp_path / "data") as opened:
        opened.import_batch(OWNER, "thecrag", TAKEN_OVER)
        yield opened


def _asked(text: str, knowledge: KnowledgeBase, log: Logbook) -> Answer:
    return Assistant(knowledge, log).answer(Question(text, TODAY, user_id=OWNER))


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("我有爬過灰鯨嗎", "有，你完攀過「灰鯨」，共 2 筆"),
        ("我在霧鳴岬爬了幾條", "完攀 1 條"),
        ("我在浮島爬了幾題", "完攀 1"),
        ("我有爬過霧笛嗎", "沒有"),
        ("我最常去哪裡", "霧鳴岬：2 天"),
    ],
)
def test_an_entry_from_before_the_catalogue_counts_as_its_route(
    question: str, said: str, demo_knowledge: KnowledgeBase, log: Logbook
) -> None:
    assert said in _asked(question, demo_knowledge, log).text


def test_such_an_entry_is_not_proposed_as_not_yet_climbed(
    demo_knowledge: KnowledgeBase, log: Logbook
) -> None:
    answer = _asked("霧鳴岬我還沒爬過的 5.10a 有哪些", demo_knowledge, log)
    assert answer.route_ids
    assert "WM-WHALE-BACK-302" not in answer.route_ids


@pytest.mark.parametrize(
    "request_", ["刪掉 2024-01-06 灰鯨那筆", "把 2024-01-06 灰鯨那筆改成 flash"]
)
def test_such_an_entry_can_be_changed(
    request_: str, demo_knowledge: KnowledgeBase, log: Logbook
) -> None:
    change = _asked(request_, demo_knowledge, log).pending
    assert change is not None
    done = apply(log, OWNER, change)
    assert (done.count, done.stale) == (1, False)
    others = [one for one in log.ascents(OWNER) if one.source_id != "2"]
    assert [replace(one, id="", batch_id="") for one in others] == [
        one for one in TAKEN_OVER if one.source_id != "2"
    ]
