"""Bad files give a listed error or listed problems, never anything else, and change nothing."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest

from knowledge.catalog import check_records
from knowledge.errors import UnreadableFileError
from knowledge.importers import merge, read_file
from knowledge.knowledge_base import KnowledgeBase, import_files
from knowledge.schema import Records
from tests.knowledge.hostile_files import hostile_files
from tests.knowledge.invented_files import crag_file, gym_file, write_json

if TYPE_CHECKING:
    from pathlib import Path

FILES = dict(hostile_files(seed=20261121, count=210))
NOW = datetime(2026, 11, 21, tzinfo=UTC)


@pytest.mark.parametrize("name", FILES)
def test_a_hostile_file_is_refused_or_read_with_its_problems_listed(
    tmp_path: Path, name: str
) -> None:
    path = tmp_path / name
    path.write_bytes(FILES[name])
    records, refusal = _read(path)
    if records is None:
        assert name in refusal
        return
    assert records.crags or records.gyms
    assert all(problem.reason and problem.file == name for problem in records.problems)
    merged = merge(Records(), records)
    assert check_records(merged) == ()
    assert merge(merged, records).routes == merged.routes


def test_hostile_files_leave_the_catalogue_as_it_was(tmp_path: Path) -> None:
    data_dir, bad = tmp_path / "var", tmp_path / "bad"
    good = [write_json(tmp_path, crag_file(), "a.json"), write_json(tmp_path, gym_file(), "b.json")]
    import_files(data_dir, good, now=NOW)
    before = KnowledgeBase.open(data_dir).catalogue.records()
    bad.mkdir()
    for name, content in FILES.items():
        (bad / name).write_bytes(content)
    unreadable = [path for path in sorted(bad.iterdir()) if _read(path)[0] is None]
    assert len(unreadable) >= 60
    report = import_files(data_dir, unreadable, now=NOW)
    assert report.unchanged
    assert report.version == 1
    assert len(report.unreadable) == len(unreadable)
    assert KnowledgeBase.open(data_dir).catalogue.records() == before


def test_all_the_hostile_files_that_can_be_read_make_a_sound_version(tmp_path: Path) -> None:
    data_dir, bad = tmp_path / "var", tmp_path / "bad"
    bad.mkdir()
    paths = [bad / f"{number}" for number in range(len(FILES))]
    for path, content in zip(paths, FILES.values(), strict=True):
        path.write_bytes(content)
    report = import_files(data_dir, paths, now=NOW)
    assert report.read + len(report.unreadable) == len(paths)
    held = KnowledgeBase.open(data_dir)
    assert check_records(held.catalogue.records()) == ()
    assert held.catalogue.routes().total == report.counts["routes"]


def _read(path: Path) -> tuple[Records | None, str]:
    """The records of a file, or the words with which it is refused."""
    try:
        return read_file(path), ""
    except UnreadableFileError as error:
        return None, error.reply
