"""Imports and the knowledge base that comes of them."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

import pytest

from knowledge import snapshots
from knowledge.errors import EmptyCatalogueError, SnapshotDamagedError
from knowledge.filters import RouteFilter
from knowledge.knowledge_base import (
    Changes,
    KnowledgeBase,
    check,
    import_files,
    load_demo,
    open_or_demo,
)
from tests.knowledge.invented_files import crag_file, gym_file, route, write_json

if TYPE_CHECKING:
    from pathlib import Path

NOW = datetime(2026, 11, 21, 9, 0, tzinfo=UTC)


@pytest.fixture
def crag(tmp_path: Path) -> Path:
    return write_json(tmp_path, crag_file(), "crag.json")


@pytest.fixture
def data_dir(tmp_path: Path) -> Path:
    return tmp_path / "var"


def test_an_import_makes_a_version_and_says_what_changed(
    tmp_path: Path, data_dir: Path, crag: Path
) -> None:
    first = import_files(data_dir, [crag], now=NOW)
    assert (first.version, first.unchanged) == (1, False)
    assert first.changes["routes"] == Changes(added=2)
    changed = crag_file(route("MC-1", "第一道浪", grade="5.9"), route("MC-3", "新線"))
    second = import_files(data_dir, [write_json(tmp_path, changed, "crag.json")], now=NOW)
    assert second.version == 2
    assert second.changes["routes"] == Changes(added=1, changed=1, removed=1)
    assert second.counts["routes"] == 2


def test_the_same_import_again_changes_nothing(data_dir: Path, crag: Path) -> None:
    import_files(data_dir, [crag], now=NOW)
    again = import_files(data_dir, [crag], now=datetime(2027, 1, 1, tzinfo=UTC))
    assert (again.version, again.unchanged) == (1, True)
    assert snapshots.numbers(data_dir) == (1,)


def test_files_imported_one_by_one_or_together_make_the_same(tmp_path: Path, crag: Path) -> None:
    gyms = write_json(tmp_path, gym_file(), "gyms.json")
    import_files(tmp_path / "one", [crag], now=NOW)
    import_files(tmp_path / "one", [gyms], now=NOW)
    import_files(tmp_path / "both", [crag, gyms], now=NOW)
    one, both = KnowledgeBase.open(tmp_path / "one"), KnowledgeBase.open(tmp_path / "both")
    assert one.catalogue.records() == both.catalogue.records()


def test_a_bad_file_is_listed_and_the_good_ones_load(
    tmp_path: Path, data_dir: Path, crag: Path
) -> None:
    bad = tmp_path / "bad.json"
    bad.write_text("{", encoding="utf-8")
    report = import_files(data_dir, [bad, crag, tmp_path / "missing.json"], now=NOW)
    assert (report.version, report.read) == (1, 1)
    assert [problem.file for problem in report.unreadable] == ["bad.json", "missing.json"]


def test_nothing_but_bad_files_make_no_version(tmp_path: Path, data_dir: Path) -> None:
    report = import_files(data_dir, [tmp_path / "missing.json"], now=NOW)
    assert (report.version, report.read, report.unchanged) == (None, 0, True)
    with pytest.raises(EmptyCatalogueError):
        KnowledgeBase.open(data_dir)


def test_an_open_version_stays_while_another_comes(
    tmp_path: Path, data_dir: Path, crag: Path
) -> None:
    import_files(data_dir, [crag], now=NOW)
    with KnowledgeBase.open(data_dir) as old:
        import_files(data_dir, [write_json(tmp_path, crag_file(route("N", "新線")))], now=NOW)
        assert (old.version, old.catalogue.count()) == (1, 2)
        with KnowledgeBase.open(data_dir) as new:
            assert (new.version, new.catalogue.count()) == (2, 1)


def test_damage_is_an_error_and_an_import_goes_on_from_the_last_whole_version(
    tmp_path: Path, data_dir: Path, crag: Path
) -> None:
    import_files(data_dir, [crag], now=NOW)
    import_files(data_dir, [write_json(tmp_path, gym_file(), "gyms.json")], now=NOW)
    snapshots.current(data_dir).catalogue_path.write_bytes(b"broken")
    with pytest.raises(SnapshotDamagedError):
        KnowledgeBase.open(data_dir)
    report = import_files(data_dir, [write_json(tmp_path, gym_file(), "gyms.json")], now=NOW)
    assert report.version == 3
    assert "損壞" in report.problems[0].reason
    with KnowledgeBase.open(data_dir) as held:
        assert (held.catalogue.count(), len(held.catalogue.all_gyms())) == (2, 1)


def test_an_older_layout_is_read_and_the_next_import_renews_it(data_dir: Path, crag: Path) -> None:
    import_files(data_dir, [crag], now=NOW)
    path = snapshots.current(data_dir).path / "manifest.json"
    manifest: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    path.write_text(json.dumps({**manifest, "schema": "older"}), encoding="utf-8")
    with KnowledgeBase.open(data_dir) as held:
        assert held.catalogue.count(RouteFilter(types=("sport",))) == 2
    assert import_files(data_dir, [crag], now=NOW).version == 2


def test_the_demo_fills_an_empty_folder_until_real_data_come(
    data_dir: Path, demo_dir: Path, crag: Path
) -> None:
    with open_or_demo(data_dir) as held:
        assert held.is_demo
        assert held.catalogue.count() >= 50
    assert load_demo(data_dir, demo_dir).unchanged
    import_files(data_dir, [crag], now=NOW)
    with open_or_demo(data_dir) as held:
        assert not held.is_demo
        assert [it.id for it in held.catalogue.crags()] == ["mist-cape"]
        assert held.catalogue.all_gyms() == ()


def test_demo_files_beside_real_ones_are_said_to_be_left_out(
    data_dir: Path, demo_dir: Path, crag: Path
) -> None:
    demo = demo_dir / "gyms.json"
    report = import_files(data_dir, [demo, crag], now=NOW)
    assert report.counts["gyms"] == 0
    assert [(it.file, "示範資料" in it.reason) for it in report.problems] == [("gyms.json", True)]


def test_names_and_words_are_found_in_the_version(data_dir: Path, crag: Path) -> None:
    import_files(data_dir, [crag], now=NOW)
    with KnowledgeBase.open(data_dir) as held:
        mentions = held.gazetteer.link("鹽霧多難？").mentions
        assert any("MC-2" in str(mention) for mention in mentions)
        assert held.name_of("MC-2") == "鹽霧"
        assert held.name_of("nobody") == ""
        assert held.cards
        assert held.gazetteer is held.gazetteer
        assert len(held.retriever) > len(held.cards)


def test_a_sound_version_passes_the_check(data_dir: Path, crag: Path) -> None:
    import_files(data_dir, [crag], now=NOW)
    assert check(data_dir) == ()


def test_a_damaged_older_version_is_named_by_the_check(
    tmp_path: Path, data_dir: Path, crag: Path
) -> None:
    import_files(data_dir, [crag], now=NOW)
    snapshots.current(data_dir).catalogue_path.write_bytes(b"broken")
    import_files(data_dir, [crag], now=NOW)
    assert [(it.file, it.row) for it in check(data_dir)] == [("snapshots", "1")]


@pytest.mark.real
def test_the_real_files_load_without_loss(data_dir: Path, real_dir: Path) -> None:
    report = import_files(data_dir, [real_dir], now=NOW)
    assert report.unreadable == ()
    assert import_files(data_dir, [real_dir], now=NOW).unchanged
    assert check(data_dir) == ()
    rows = 0
    for path in real_dir.glob("*.json"):
        data = json.loads(path.read_text(encoding="utf-8"))
        rows += len(data.get("routes", [])) + len(data.get("gyms", []))
    assert report.counts["routes"] + report.counts["gyms"] == rows
