"""The search index in its folder: read back as written, reused, and made anew when damaged."""

from __future__ import annotations

import logging
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import numpy as np
import pytest

from knowledge import snapshots
from knowledge.__main__ import main
from knowledge.errors import SnapshotDamagedError
from knowledge.index import stored
from knowledge.index.stored import SearchIndex
from knowledge.knowledge_base import (
    Actor,
    KnowledgeBase,
    Request,
    commit,
    import_files,
    index_builder,
    plan_reload,
    rollback,
)
from knowledge.text import tokens
from tests.benchmarks.synthetic import synthetic_records
from tests.knowledge.invented_files import crag_file, route, write_json

if TYPE_CHECKING:
    from pathlib import Path

    from knowledge.index.table import TokenTable

NOW = datetime(2026, 11, 21, 9, 0, tzinfo=UTC)
ACTOR = Actor("terminal:tester", operator=True)
TEXTS = [f"{it.name} {it.name_en}\n{it.description}" for it in synthetic_records(60).routes]
IDS = [f"route:{number}" for number in range(60)]


def same(one: SearchIndex, other: SearchIndex) -> bool:
    return (
        one.ids == other.ids
        and [one.text(n) for n in range(len(one))] == [other.text(n) for n in range(len(other))]
        and rows(one.table) == rows(other.table)
        and np.allclose(one.vectors.vectors, other.vectors.vectors, atol=1e-3)
    )


def rows(table: TokenTable) -> list[dict[str, int]]:
    return [
        {
            table.vocabulary[token]: int(count)
            for token, count in zip(
                table.row(place),
                table.counts[table.starts[place] : table.ends[place]],
                strict=True,
            )
        }
        for place in range(len(table))
    ]


@pytest.fixture
def counted(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The texts that are tokenised."""
    seen: list[str] = []

    def count(text: str) -> list[str]:
        seen.append(text)
        return tokens(text)

    monkeypatch.setattr(stored, "tokens", count)
    return seen


def test_an_index_comes_back_as_it_was_written(tmp_path: Path) -> None:
    made = SearchIndex.build(IDS, TEXTS)
    made.save(tmp_path / "index", "these")
    read, identity = SearchIndex.load(tmp_path / "index")
    assert identity == "these"
    assert same(made, read)
    assert read.model.terms == made.model.terms
    assert read.text(7) == TEXTS[7]


def test_an_index_of_nothing_comes_back(tmp_path: Path) -> None:
    SearchIndex.build([], []).save(tmp_path / "index", "none")
    assert len(SearchIndex.load(tmp_path / "index")[0]) == 0


def test_only_what_is_new_is_worked_on(counted: list[str]) -> None:
    first = SearchIndex.build(IDS[:50], TEXTS[:50])
    counted.clear()
    ids, texts = [*IDS[3:50], *IDS[55:58]], [*TEXTS[3:50], *TEXTS[55:58]]
    order = np.random.default_rng(3).permutation(len(ids))
    ids, texts = [ids[n] for n in order], [texts[n] for n in order]
    second = SearchIndex.build(ids, texts, previous=first)
    assert sorted(counted) == sorted(TEXTS[55:58])
    assert second.model is first.model
    assert rows(second.table) == rows(SearchIndex.build(ids, texts).table)
    for place, text in enumerate(texts):
        assert np.allclose(second.vectors.vectors[place], first.model.encode([text])[0], atol=1e-5)


def test_many_new_texts_are_fitted_anew(counted: list[str]) -> None:
    first = SearchIndex.build(IDS[:30], TEXTS[:30])
    counted.clear()
    second = SearchIndex.build(IDS, TEXTS, previous=first)
    assert len(counted) == 60
    assert second.fitted_on == 60


@pytest.mark.parametrize("harm", ["flip", "cut", "remove"])
def test_any_damage_is_noticed(tmp_path: Path, harm: str) -> None:
    SearchIndex.build(IDS, TEXTS).save(tmp_path / "index", "these")
    for path in sorted((tmp_path / "index").iterdir()):
        content = path.read_bytes()
        if harm == "remove":
            path.unlink()
        else:
            middle = len(content) // 2
            rest = bytes([content[middle] ^ 64]) + content[middle + 1 :] if harm == "flip" else b""
            path.write_bytes(content[:middle] + rest)
        if not (path.name == "manifest.json" and harm == "flip"):
            with pytest.raises(SnapshotDamagedError):
                SearchIndex.load(tmp_path / "index")
        path.write_bytes(content)
    SearchIndex.load(tmp_path / "index")


# In a data folder


@pytest.fixture
def data_dir(tmp_path: Path) -> Path:
    import_files(tmp_path / "var", [write_json(tmp_path, crag_file(), "crag.json")], now=NOW)
    return tmp_path / "var"


def search(data_dir: Path, text: str) -> list[str]:
    with KnowledgeBase.open(data_dir) as held:
        return [hit.id for hit in held.retriever.search(text)]


def test_the_second_process_reads_what_the_first_made(
    data_dir: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = search(data_dir, "鹽霧 砂岩")

    def fail(*_: object, **__: object) -> SearchIndex:
        raise AssertionError("made again")

    monkeypatch.setattr(SearchIndex, "build", fail)
    assert before
    assert search(data_dir, "鹽霧 砂岩") == before


def test_a_damaged_index_is_made_anew_with_one_line(
    data_dir: Path, caplog: pytest.LogCaptureFixture
) -> None:
    before = search(data_dir, "鹽霧 砂岩")
    folder = snapshots.current(data_dir).index_path
    for path in folder.glob("vectors-*"):
        path.write_bytes(path.read_bytes()[:-1])
    with caplog.at_level(logging.INFO, "knowledge"):
        assert search(data_dir, "鹽霧 砂岩") == before
    assert [record.levelname for record in caplog.records] == ["WARNING"]
    caplog.clear()
    with caplog.at_level(logging.INFO, "knowledge"):
        assert search(data_dir, "鹽霧 砂岩") == before
    assert caplog.records == []


def test_a_new_catalogue_starts_from_the_index_of_the_old_one(
    tmp_path: Path, data_dir: Path, counted: list[str]
) -> None:
    search(data_dir, "砂岩")
    counted.clear()
    more = crag_file(route("MC-1", "第一道浪"), route("MC-2", "鹽霧"), route("MC-3", "遠雷"))
    import_files(data_dir, [write_json(tmp_path, more, "crag.json")], now=NOW)
    assert search(data_dir, "遠雷")[0] == "MC-3"
    assert len(counted) == 2  # the new route, and the one whose grade is another
    assert not any("砂岩" in text for text in counted)


def test_going_back_makes_the_index_anew_that_was_swept_up(tmp_path: Path, data_dir: Path) -> None:
    for number in range(3):
        more = crag_file(route(f"MC-{number}", f"新線{number}"))
        request = Request((write_json(tmp_path, more, "crag.json"),))
        commit(data_dir, plan_reload(data_dir, request, now=NOW), ACTOR, prepare=index_builder())
    kept = [it for it in range(1, 5) if snapshots.load(data_dir, it).index_path.is_dir()]
    assert kept == [3, 4]
    made = rollback(data_dir, 2, ACTOR, now=NOW, prepare=index_builder())
    assert made is not None
    assert (made.base, made.index_path.is_dir()) == (2, True)
    assert search(data_dir, "新線0")[0] == "MC-0"


def test_an_import_makes_the_index_once_somebody_searches(tmp_path: Path, data_dir: Path) -> None:
    crag = str(write_json(tmp_path, crag_file(route("MC-9", "遠雷")), "crag.json"))
    assert main(["import", crag, "--data-dir", str(data_dir)]) == 0
    assert not snapshots.current(data_dir).index_path.exists()
    search(data_dir, "遠雷")
    crag = str(write_json(tmp_path, crag_file(route("MC-9", "近雷")), "crag.json"))
    assert main(["import", crag, "--data-dir", str(data_dir)]) == 0
    assert snapshots.current(data_dir).index_path.is_dir()
