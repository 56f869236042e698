"""A process that runs for long answers over the newest version, and never in between two."""

from __future__ import annotations

import gc
import logging
import os
import subprocess
import sys
import threading
import weakref
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING

import pytest

from bot.live import LiveAssistant
from bot.schema import Question
from knowledge import pacing, snapshots
from knowledge.knowledge_base import (
    Actor,
    KnowledgeBase,
    LiveKnowledge,
    import_files,
    post_notice,
)
from knowledge.pacing import NICENESS, STRETCH, Gate, giving_way, paced, uncollected
from tests.knowledge.invented_files import crag_file, route, write_json

if TYPE_CHECKING:
    from pathlib import Path

NOW = datetime(2026, 11, 21, 9, 0, tzinfo=UTC)
OPERATOR = Actor("terminal:tester", operator=True)
VALUES = {"about": "霧角", "kind": "closure", "title": "落石封閉"}


@pytest.fixture
def data_dir(tmp_path: Path) -> Path:
    import_files(tmp_path / "var", [write_json(tmp_path, crag_file(), "crag.json")], now=NOW)
    return tmp_path / "var"


def asked(assistant: LiveAssistant, text: str) -> str:
    return assistant.answer(Question(text, date(2026, 11, 28))).text


def bring(tmp_path: Path, data_dir: Path, grade: str) -> None:
    rows = crag_file(route("MC-1", "第一道浪", grade=grade), route("MC-9", "新生線", grade=grade))
    import_files(data_dir, [write_json(tmp_path, rows, "crag.json")], now=NOW)


def test_a_notice_is_there_for_the_very_next_question(data_dir: Path) -> None:
    live = LiveKnowledge(data_dir)
    before = live.current
    post_notice(data_dir, OPERATOR, "", VALUES, now=NOW)
    after = live.current
    assert [it.title for it in after.notices()] == ["落石封閉"]
    assert after.base is before.base
    assert (before.version, before.notices()) == (1, ())
    assert live.current is after


def test_what_is_worked_out_of_a_catalogue_outlives_a_notice(data_dir: Path) -> None:
    assistant = LiveAssistant(LiveKnowledge(data_dir))
    before = assistant.current
    names = before.knowledge.gazetteer
    post_notice(data_dir, OPERATOR, "", VALUES, now=NOW)
    after = assistant.current
    assert after is not before
    assert after.knowledge.version == 2
    assert after.knowledge.gazetteer is names
    assert after.knowledge.retriever is before.knowledge.retriever


def test_another_catalogue_is_taken_over_when_it_is_warm(tmp_path: Path, data_dir: Path) -> None:
    warmed: list[int] = []
    live = LiveKnowledge(data_dir, warm=lambda held: warmed.append(held.version))
    old = live.current
    bring(tmp_path, data_dir, "5.12a")
    new = live.settle()
    assert (new.version, warmed) == (2, [2])
    assert new.catalogue.count() == 2
    assert old.name_of("MC-2") == "鹽霧"


def test_an_answer_under_way_keeps_its_version(tmp_path: Path, data_dir: Path) -> None:
    opening, go_on = threading.Event(), threading.Event()

    def wait(_: KnowledgeBase) -> None:
        opening.set()
        assert go_on.wait(20)

    live = LiveKnowledge(data_dir, warm=wait)
    assistant = LiveAssistant(live)
    bring(tmp_path, data_dir, "5.12a")
    assert "5.10a" in asked(assistant, "第一道浪幾級")
    assert opening.wait(20)
    assert "5.10a" in asked(assistant, "第一道浪幾級")
    go_on.set()
    live.settle(20)
    assert "5.12a" in asked(assistant, "第一道浪幾級")
    assert "5.12a" in asked(assistant, "新生線幾級")


def test_a_damaged_version_is_not_taken_over(
    tmp_path: Path, data_dir: Path, caplog: pytest.LogCaptureFixture
) -> None:
    live = LiveKnowledge(data_dir)
    bring(tmp_path, data_dir, "5.12a")
    snapshots.current(data_dir).catalogue_path.write_bytes(b"broken")
    with caplog.at_level(logging.ERROR):
        assert live.settle().version == 1
        assert live.settle().version == 1
    assert len(caplog.records) == 1
    bring(tmp_path, data_dir, "5.9")
    assert live.settle().version == 3


def test_many_threads_see_old_or_new_and_nothing_between(tmp_path: Path, data_dir: Path) -> None:
    assistant = LiveAssistant(LiveKnowledge(data_dir, warm=lambda held: held.gazetteer))
    said: set[str] = set()
    done = threading.Event()

    def ask() -> None:
        # a breath between questions: the import runs under the same interpreter lock
        while not done.wait(0.005):
            said.add(asked(assistant, "第一道浪幾級").splitlines()[0])

    threads = [threading.Thread(target=ask, daemon=True) for _ in range(2)]
    for thread in threads:
        thread.start()
    try:
        for grade in ("5.11a", "5.12a", "5.9"):
            bring(tmp_path, data_dir, grade)
            post_notice(data_dir, OPERATOR, "", VALUES, now=NOW)
            assistant.live.settle(20)
    finally:
        done.set()
        for thread in threads:
            thread.join()
    grades = {next(it for it in line.split() if it.startswith("5.")) for line in said}
    assert {it.rstrip("。") for it in grades} <= {"5.10a", "5.11a", "5.12a", "5.9"}
    assert "5.9" in asked(assistant, "第一道浪幾級")


class CountingGate(Gate):
    """Counts how often somebody gave way."""

    def __init__(self) -> None:
        super().__init__()
        self.looks = 0

    def give_way(self) -> None:
        self.looks += 1
        super().give_way()


def test_background_work_looks_up_after_every_stretch() -> None:
    gate, items = CountingGate(), list(range(STRETCH * 3 + 1))
    assert paced(items) is items
    with giving_way(gate):
        assert list(paced(items)) == items
    assert gate.looks == 4
    assert paced(items) is items


def test_background_work_waits_until_the_answer_is_done(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pacing, "LONGEST_PAUSE_SECONDS", 30.0)
    gate, order = CountingGate(), []

    def work() -> None:
        gate.give_way()
        order.append("work")

    thread = threading.Thread(target=work)
    with gate.busy():
        with gate.busy():
            thread.start()
        order.append("answer")
    thread.join(20)
    assert order == ["answer", "work"]


def test_background_work_goes_on_even_when_answers_never_end(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(pacing, "LONGEST_PAUSE_SECONDS", 0.001)
    gate = Gate()
    with gate.busy(), giving_way(gate):
        assert len(list(paced(range(100)))) == 100


def test_an_older_catalogue_ends_with_its_last_holder(tmp_path: Path, data_dir: Path) -> None:
    assistant = LiveAssistant.open(data_dir)
    for question in ("第一道浪幾級", "新手要準備什麼", "推薦一條"):
        asked(assistant, question)
    ended = weakref.ref(assistant.current.knowledge.base)
    names = weakref.ref(assistant.current.knowledge.gazetteer)
    gc.disable()  # a collection would hide what holds itself
    try:
        bring(tmp_path, data_dir, "5.12a")
        assistant.live.settle()
        assert "5.12a" in asked(assistant, "第一道浪幾級")
        assert (ended(), names()) == (None, None)
    finally:
        gc.enable()


def test_nothing_is_collected_while_a_catalogue_is_worked_out_nor_is_it_later() -> None:
    before = gc.get_freeze_count()
    with uncollected():
        made: list[list[int]] = [[] for _ in range(1000)]
        assert not gc.isenabled()
    assert gc.isenabled()
    assert gc.get_freeze_count() >= before + len(made)


def test_a_writing_process_steps_behind_the_answers_once() -> None:
    code = "import os, knowledge.pacing as it; it.step_back(); it.step_back(); print(os.nice(0))"
    command = [sys.executable, "-c", code]
    ran = subprocess.run(command, capture_output=True, text=True, check=True)  # noqa: S603 - ourselves
    assert int(ran.stdout) == max(NICENESS, os.nice(0))
