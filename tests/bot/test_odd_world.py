"""The assistant on worlds whose names are jokes, figures, terms and plain words."""

from __future__ import annotations

from argparse import Namespace
from datetime import date
from typing import TYPE_CHECKING

import pytest

from bot.assistant import Assistant
from bot.evaluation.command import EVAL_DIR, evaluate_file
from bot.schema import Question
from knowledge.knowledge_base import KnowledgeBase, import_files
from tests.bot.odd_world import write_odd_world

if TYPE_CHECKING:
    from pathlib import Path

    from bot.evaluation.runner import Result

_PLAIN = Namespace(no_baselines=True, embedding="lsa")
_BAR = 0.94
"""Share of the questions that is right in any such world."""


def _results(scratch: Path, seed: int, names: tuple[str, ...]) -> list[Result]:
    files, home = scratch / "files", scratch / "home"
    files.mkdir()
    write_odd_world(files, seed)
    report = import_files(home, [files])
    assert (report.unreadable, report.problems) == ((), ())
    with KnowledgeBase.open(home) as knowledge:
        reports = [
            evaluate_file(EVAL_DIR / f"{name}.yaml", files, f"odd {seed}", knowledge, _PLAIN)
            for name in names
        ]
    return [result for one in reports for result in one.results]


def _told(results: list[Result]) -> str:
    wrong = [f"{one.question.text}: {one.faults}" for one in results if not one.right]
    return f"{len(wrong)} of {len(results)} wrong\n" + "\n".join(wrong)


def test_an_odd_world_is_answered_as_well_as_any(tmp_path: Path) -> None:
    results = _results(tmp_path, 1, ("development_sixteenth",))
    assert len(results) > 550
    assert sum(one.right for one in results) >= _BAR * len(results), _told(results)
    assert not any(one.unsupported for one in results), _told(results)


def test_a_name_that_is_a_sentence_claims_nothing(tmp_path: Path) -> None:
    files, home = tmp_path / "files", tmp_path / "home"
    files.mkdir()
    write_odd_world(files, 1)
    import_files(home, [files])
    with KnowledgeBase.open(home) as knowledge:
        asked = Question("都是你害的的首攀日期有留下紀錄嗎", date(2026, 11, 20))
        answer = Assistant(knowledge).answer(asked)
    assert "首攀" in answer.text
    assert "不是你害的" not in answer.text
    assert not answer.abstained


@pytest.mark.soak
@pytest.mark.parametrize("seed", range(1, 7))
def test_odd_worlds_are_answered_as_well_as_any(tmp_path: Path, seed: int) -> None:
    names = ("development_fifteenth", "development_sixteenth", "development_thirteenth")
    results = _results(tmp_path, seed, names)
    assert len(results) > 1_800
    assert sum(one.right for one in results) >= _BAR * len(results), _told(results)
    assert not any(one.unsupported for one in results), _told(results)
