from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bot.assistant import Assistant
from knowledge.importers import read_file
from knowledge.importers.cards import read_cards
from knowledge.knowledge_base import KnowledgeBase, import_files
from tests.benchmarks import log_questions, updates, voice
from tests.benchmarks.log_import import measure
from tests.benchmarks.machine import percentile, table
from tests.benchmarks.retrieval_legs import Score
from tests.benchmarks.retrieval_questions import ABOUT_CARDS, NOTHING, Question, build_questions

if TYPE_CHECKING:
    from pathlib import Path


def test_questions_are_the_same_every_time_and_of_every_kind(demo_dir: Path) -> None:
    files = [read_file(path) for path in sorted(demo_dir.glob("*.json"))]

    questions = build_questions(files)

    assert questions == build_questions(files)
    assert len({question.kind for question in questions}) == 11
    ids = {route.id for file in files for route in file.routes}
    ids |= {gym.id for file in files for gym in file.gyms}
    ids |= {crag.id for file in files for crag in file.crags}
    ids |= {area.id for file in files for area in file.areas}
    assert all(question.gold <= ids for question in questions)


def test_every_card_asked_about_exists() -> None:
    cards = {card.id for card in read_cards()[0]}
    lines = ABOUT_CARDS.read_text(encoding="utf-8").splitlines()

    asked = {one for line in lines for one in line.split("\t")[1].split(",")}

    assert {one for one in asked if not one.startswith("term:")} <= cards


def test_no_question_about_nothing_stands_twice() -> None:
    lines = NOTHING.read_text(encoding="utf-8").splitlines()

    assert len(lines) == len(set(lines))


def test_a_score_counts_first_ranks_and_silence() -> None:
    answers = {"first": ["a"], "second": ["x", "b"], "missed": ["x"], "nothing": [], "noisy": ["x"]}
    questions = [
        Question("first", "name", frozenset("a")),
        Question("second", "name", frozenset("b")),
        Question("missed", "name", frozenset("c")),
        Question("nothing", "nothing", frozenset()),
        Question("noisy", "nothing", frozenset()),
    ]

    score = Score.of(questions, answers.__getitem__)

    assert score.recall == pytest.approx(2 / 3)
    assert score.reciprocal == pytest.approx(0.5)
    assert score.silent == 0.5


def test_percentiles_are_values_that_were_measured() -> None:
    assert percentile([3.0, 1.0, 2.0], 0.5) == 2.0
    assert percentile([1.0], 0.95) == 1.0


def test_tables_are_markdown() -> None:
    assert table(["", "p50"], [["ours", "1 ms"]]).splitlines()[1:] == [
        "| :-- | --: |",
        "| ours | 1 ms |",
    ]


def test_the_import_benchmark_runs_on_a_small_log(tmp_path: Path) -> None:
    measured = measure(tmp_path, rows=20)
    assert len(measured) == 8
    assert all(seconds > 0 for _, seconds in measured)


@pytest.mark.timeout(180)
def test_the_benchmark_of_updates_runs_on_a_small_catalogue(tmp_path: Path) -> None:
    lines = updates.measure(tmp_path, 60, asked=8, posted=3).splitlines()

    figures = {line.split("|")[1].strip(): line.split("|")[2].strip() for line in lines[2:]}
    assert len(figures) == 11
    assert figures["answers that did not use it at once"] == "0"


async def test_the_first_answer_does_not_wait_for_a_server_that_never_answers(
    demo_dir: Path, tmp_path: Path
) -> None:
    import_files(tmp_path, [demo_dir])
    with KnowledgeBase.open(tmp_path) as knowledge:
        found = await voice.measure_first(Assistant(knowledge), tmp_path, 12)
    assert set(found) == {
        f"{name} {share}"
        for name in ("no model", "silent server", "talking server")
        for share in ("p50", "p95")
    }
    # nothing waits for the server: its deadline is ten minutes
    assert found["silent server p95"] < 30_000


def test_every_kind_of_personal_question_is_timed(demo_dir: Path, tmp_path: Path) -> None:
    kinds = {kind for kind, _ in log_questions.SAID} | {kind for kind, _, _ in log_questions.THEN}

    shown = log_questions.measure(tmp_path, members=2, asked=31, files=demo_dir, each=5)

    assert all(f"| {kind}, p95 of" in shown for kind in kinds)
