"""The runner on the demo data: conversations, baselines, table, exit code."""

from __future__ import annotations

import argparse
import json
from typing import TYPE_CHECKING

import pytest

from bot.assistant import Assistant
from bot.evaluation import add_arguments, command, evaluate_command
from bot.evaluation.expectation import EvalQuestion, Expectation
from bot.evaluation.report import Report, as_json, joined, render_failures, render_report
from bot.evaluation.runner import Result, run_questions
from bot.schema import Answer
from knowledge.knowledge_base import KnowledgeBase, import_files

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture(scope="module")
def assistant(demo_dir: Path, tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    home = tmp_path_factory.mktemp("demo")
    import_files(home, [demo_dir])
    return Assistant(KnowledgeBase.open(home))


class Fixed:
    """A baseline that always finds the same documents."""

    def __init__(self, *ids: str) -> None:
        self.ids = ids

    def search(self, text: str, k: int = 10) -> tuple[str, ...]:
        return self.ids[:k] if text else ()


def result(right: bool, kind: str = "fact", unsupported: int = 0) -> Result:
    question = EvalQuestion("q", kind, "zh", "問題", Expectation(), history=("先問",))
    faults = () if right else ("lacks 5.10a",)
    return Result(question, Answer("答案", "fact"), faults, unsupported, 2.0, {"BM25": right})


def test_earlier_questions_are_really_answered_first(assistant: Assistant) -> None:
    greeting = EvalQuestion("q", "follow_up", "zh", "謝謝", Expectation(), history=("嗨", "你好"))
    (found,) = run_questions([greeting], assistant, {})
    assert found.answer.intent == "thanks"
    assert found.milliseconds > 0


def test_baselines_are_asked_only_for_records(assistant: Assistant) -> None:
    questions = [
        EvalQuestion("a", "fact", "zh", "嗨", Expectation(records=frozenset({"x"}))),
        EvalQuestion("b", "fact", "zh", "嗨", Expectation(records=frozenset({"x", "y"}))),
        EvalQuestion("c", "fact", "zh", "嗨", Expectation()),
    ]
    found = [one.baselines for one in run_questions(questions, assistant, {"F": Fixed("x", "z")})]
    assert found == [{"F": True}, {"F": False}, {}]


def test_the_table_shows_kinds_languages_and_baselines() -> None:
    report = Report("demo", (*[result(right=True)] * 3, result(right=False)), 2, ("notes",))
    text = render_report(report)
    assert "fact                4      3   75.0%" in text
    assert "75.0% of 4" in text
    assert "not drawn (nothing in the data to ask about): 2" in text
    assert "lacks 5.10a" in render_failures(report)
    assert "先問" in render_failures(report)


@pytest.mark.parametrize(
    ("results", "missed"),
    [
        ([result(right=True)] * 100, 0),
        ([result(right=True)] * 98 + [result(right=False)] * 2, 0),
        ([result(right=True)] * 96 + [result(right=False)] * 4, 1),
        ([result(right=True)] * 99 + [result(right=False, kind="list")], 1),
        ([result(right=True)] * 99 + [result(right=True, unsupported=1)], 1),
    ],
)
def test_bars_are_overall_by_kind_and_no_unsupported_fact(
    results: list[Result], missed: int
) -> None:
    assert len(Report("demo", tuple(results), 0).missed_bars) == missed


def test_a_report_can_be_read_by_a_machine() -> None:
    (report,) = as_json([Report("demo", (result(right=False),), 0)])
    assert json.loads(json.dumps(report))["questions"][0]["faults"] == ["lacks 5.10a"]


def test_the_command_prints_the_table_and_fails_below_a_bar(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    phrasings = (
        "split: development\nseed: 1\ntemplates:\n"
        '  - {id: hello, kind: greeting, lang: zh, gold: greeting, texts: ["嗨", "安安"]}\n'
        "  - {id: wrong, kind: fact, lang: zh, gold: greeting, texts: [岩館有哪些]}\n"
    )
    (tmp_path / "development.yaml").write_text(phrasings, encoding="utf-8")
    monkeypatch.setattr(command, "EVAL_DIR", tmp_path)
    parser = argparse.ArgumentParser()
    add_arguments(parser)
    out = tmp_path / "out.json"
    flags = ["--split", "development", "--no-baselines", "--failures", "--json", str(out)]
    assert evaluate_command(parser.parse_args(flags)) == 1
    printed = capsys.readouterr().out
    assert "greeting            2      2  100.0%" in printed
    assert "[wrong-1]" in printed
    assert json.loads(out.read_text(encoding="utf-8"))[0]["missed_bars"]


def test_phrasings_with_mistakes_are_listed_and_fail(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    text = "split: development\nseed: 1\ntemplates:\n  - {id: a}\n"
    (tmp_path / "development.yaml").write_text(text, encoding="utf-8")
    monkeypatch.setattr(command, "EVAL_DIR", tmp_path)
    parser = argparse.ArgumentParser()
    add_arguments(parser)
    assert evaluate_command(parser.parse_args(["--split", "development"])) == 1
    assert "a.kind" in capsys.readouterr().err


def test_files_of_one_split_are_judged_together() -> None:
    few = Report("a", (result(right=False),), 1, ("records",))
    many = Report("b", tuple([result(right=True)] * 99), 2, ("others",))

    both = joined("demo, report", [few, many])

    assert (both.title, both.not_drawn, both.notes) == ("demo, report", 3, ("records",))
    assert (both.overall.right, both.overall.asked) == (99, 100)
    assert few.missed_bars
    assert not both.missed_bars
