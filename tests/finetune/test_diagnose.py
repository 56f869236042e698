"""Planted causes are named: a missing record, a broken alias, a floor, a voice that drops."""

from __future__ import annotations

import json
from contextlib import contextmanager
from dataclasses import replace
from datetime import date
from random import Random
from typing import TYPE_CHECKING, Any

import pytest

from bot.assistant import Assistant
from bot.evaluation.world import load_world
from finetune.commands.diagnosis import read_failures
from finetune.diagnose import Cause, Failure, Perfect, examine, rank
from finetune.diagnose.shipped import shipped_search
from finetune.errors import DataError
from finetune.invented import write_world
from knowledge.knowledge_base import KnowledgeBase, import_files
from knowledge.retriever import DEFAULT_TUNING, SnapshotRetriever, passages_of, topics_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from pathlib import Path

    from bot.prompts import Message
    from knowledge.schema import Records, Route

TODAY = date(2026, 11, 28)
OLD = "阿爐老線"


def rendered(prompts: Sequence[Sequence[Message]]) -> list[str]:
    """A voice that says what code rendered."""
    told = [prompt[-1].content.partition("〈已查核的答案〉\n")[2] for prompt in prompts]
    return [text.partition("\n〈已查核的答案結束〉")[0] for text in told]


def without_figures(prompts: Sequence[Sequence[Message]]) -> list[str]:
    """A voice that drops every figure."""
    return ["".join(one for one in text if not one.isdigit()) for text in rendered(prompts)]


@contextmanager
def production(home: Path, change: Callable[[dict[str, Any]], None]) -> Iterator[Assistant]:
    """An assistant over the world's files with a change made to every crag file."""
    files = home / "changed"
    files.mkdir()
    write_world(files, "diagnosed", 5)
    for path in files.glob("crag*.json"):
        content = json.loads(path.read_text(encoding="utf-8"))
        change(content)
        path.write_text(json.dumps(content, ensure_ascii=False), encoding="utf-8")
    import_files(home / "data", [files])
    with KnowledgeBase.open(home / "data") as knowledge:
        yield Assistant(knowledge)


@pytest.fixture(scope="module")
def truth(tmp_path_factory: pytest.TempPathFactory) -> Records:
    """The records as they should be."""
    folder = tmp_path_factory.mktemp("truth")
    write_world(folder, "diagnosed", 5)
    return load_world([folder]).records


def asked_of(route: Route, name: str = "") -> Failure:
    perfect = Perfect((route,), fields=("grade",), expected=(route.grade.raw,))
    return Failure(f"「{name or route.name}」幾級", TODAY, perfect, "fact")


def sample(truth: Records, count: int = 12) -> list[Route]:
    routes = [route for route in truth.routes if route.grade.exact and not route.flags]
    return Random(1).sample(routes, count)  # noqa: S311 - drawing, not secret


def named(
    failures: Sequence[Failure],
    assistant: Assistant,
    truth: Records,
    cause: Cause,
    speak: Callable[[Sequence[Sequence[Message]]], list[str]] = rendered,
) -> float:
    """Share of the failures whose cause was named right."""
    found = [examine(one, assistant, truth, speak).cause for one in failures]
    return found.count(cause) / len(found)


def test_missing_record_is_named(tmp_path: Path, truth: Records) -> None:
    gone = sample(truth)
    ids = {route.id for route in gone}

    def drop(content: dict[str, Any]) -> None:
        content["routes"] = [row for row in content["routes"] if row["id"] not in ids]

    with production(tmp_path, drop) as assistant:
        failures = [asked_of(route) for route in gone]
        assert named(failures, assistant, truth, "missing_record") >= 0.95


def test_broken_alias_is_named(tmp_path: Path, truth: Records) -> None:
    routes = sample(truth)
    failures = [asked_of(route, f"{OLD}{number}") for number, route in enumerate(routes)]
    with production(tmp_path, lambda _: None) as assistant:
        assert named(failures, assistant, truth, "linking") >= 0.95


def test_stale_and_missing_values_are_named(tmp_path: Path, truth: Records) -> None:
    routes = sample(truth)
    stale = {route.id for route in routes[:6]}
    empty = {route.id for route in routes[6:]}

    def spoil(content: dict[str, Any]) -> None:
        for row in content["routes"]:
            if row["id"] in stale:
                row["grade"] = "5.14c"
            if row["id"] in empty:
                row["grade"] = ""

    with production(tmp_path, spoil) as assistant:
        old = [asked_of(route) for route in routes[:6]]
        bare = [asked_of(route) for route in routes[6:]]
        assert named(old, assistant, truth, "stale_record") == 1.0
        assert named(bare, assistant, truth, "missing_value") == 1.0


def test_voice_that_drops_a_field_is_named(tmp_path: Path, truth: Records) -> None:
    failures = [asked_of(route) for route in sample(truth)]
    with production(tmp_path, lambda _: None) as assistant:
        assert named(failures, assistant, truth, "behaviour", without_figures) >= 0.95


def test_what_is_right_by_now_is_told(tmp_path: Path, truth: Records) -> None:
    failures = [asked_of(route) for route in sample(truth)]
    with production(tmp_path, lambda _: None) as assistant:
        assert named(failures, assistant, truth, "passes") == 1.0


def test_lowered_floor_is_named(tmp_path: Path, truth: Records) -> None:
    asked = (
        "攀岩社團招新海報要怎麼設計",
        "岩友烤肉聚會要準備什麼",
        "攀岩紀錄片配樂是誰寫的",
        "攀岩主題咖啡店的菜單",
        "攀岩公仔哪裡買",
        "攀岩課程發票怎麼報帳",
    )
    with production(tmp_path, lambda _: None) as assistant:
        knowledge = assistant.knowledge
        nearest = shipped_search(knowledge)
        lowered = SnapshotRetriever(
            lambda: passages_of([knowledge.catalogue.records()], knowledge.cards),
            topics_of(knowledge.cards),
            tuning=replace(DEFAULT_TUNING, floor=0.0),
        )
        given = [tuple(hit.id for hit in lowered.search(text, kinds=("card",))) for text in asked]
        kept = [nearest(text) for text in asked]
        assert any(set(one) - set(other) for one, other in zip(given, kept, strict=True))
        knowledge.base.__dict__["retriever"] = lowered
        failures = [Failure(text, TODAY, Perfect(nothing=True)) for text in asked]
        reached = [
            one
            for one in failures
            if (answer := assistant.answer(_question(one))).evidence is not None
            and {it.card.id for it in answer.evidence.cards} - set(nearest(one.text))
        ]
        assert reached
        found = [examine(one, assistant, truth, rendered, nearest=nearest) for one in reached]
        assert [one.cause for one in found] == ["floor"] * len(reached)


def _question(failure: Failure) -> Any:
    from bot.schema import Question  # noqa: PLC0415

    return Question(failure.text, failure.today)


def test_causes_are_ranked_with_examples_and_the_next_step(tmp_path: Path, truth: Records) -> None:
    routes = sample(truth, 5)
    failures = [asked_of(route) for route in routes[:3]]
    failures += [asked_of(routes[3], OLD)]
    with production(tmp_path, lambda _: None) as assistant:
        findings = [examine(one, assistant, truth, without_figures) for one in failures]
    first, second = rank(findings)
    assert (first.cause, len(first.findings)) == ("behaviour", 3)
    assert second.cause == "linking"
    assert "下一步：補這一種例句，重新訓練" in first.text()
    assert routes[0].name in first.text()


def test_failures_file_tells_every_bad_line(tmp_path: Path, truth: Records) -> None:
    route = truth.routes[0]
    rows = [
        {"question": "幾級", "today": "2026-11-28", "route_ids": [route.id]},
        {"question": "幾級", "today": "2026-11-28", "route": "x"},
        {"question": "幾級", "today": "someday"},
        {"question": "幾級", "today": "2026-11-28", "route_ids": ["nobody"]},
    ]
    path = tmp_path / "failures.jsonl"
    path.write_text("\n".join(json.dumps(row) for row in rows), encoding="utf-8")
    with pytest.raises(DataError) as caught:
        read_failures(path, truth)
    assert [one.split(": ")[0] for one in caught.value.problems] == [
        "failures.jsonl:2",
        "failures.jsonl:3",
        "failures.jsonl:4",
    ]
    path.write_text(json.dumps(rows[0]), encoding="utf-8")
    assert read_failures(path, truth)[0].perfect.routes == (route,)
