"""Malformed notice files: every mistake listed, nothing changed."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from knowledge import snapshots
from knowledge.knowledge_base import (
    Actor,
    KnowledgeBase,
    Request,
    import_files,
    plan_reload,
    reload_files,
)
from tests.knowledge.hostile_notices import hostile_notices
from tests.knowledge.invented_files import crag_file, gym_file, write_json
from tests.knowledge.notice_files import notice_file, row

if TYPE_CHECKING:
    from pathlib import Path

    from knowledge.knowledge_base import ReloadReport

NOW = datetime(2026, 11, 21, 9, 0, tzinfo=UTC)
OPERATOR = Actor("terminal:tester", operator=True)


@pytest.fixture(scope="module")
def data_dir(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("hostile")
    files = [
        write_json(folder, crag_file(), "crag.json"),
        write_json(folder, gym_file(), "gyms.json"),
        notice_file(folder, row(title="原有的")),
    ]
    import_files(folder / "var", files, now=NOW)
    return folder / "var"


def load(data_dir: Path, path: Path) -> ReloadReport:
    return reload_files(data_dir, Request((path,)), OPERATOR, now=NOW)


def refused_everything(data_dir: Path, folder: Path, files: dict[str, bytes]) -> None:
    before = snapshots.current(data_dir)
    for name, content in files.items():
        path = folder / name
        path.write_bytes(content)
        report = load(data_dir, path)
        assert report.plan.refused, name
        assert not report.committed
        assert report.plan.problems
        assert all(it.file == name and it.reason for it in report.plan.problems), name
        assert all(len(it.reason) < 400 for it in report.plan.problems), name
    assert snapshots.current(data_dir) == before
    assert snapshots.numbers(data_dir) == (1,)
    with KnowledgeBase.open(data_dir) as held:
        assert [it.title for it in held.notices()] == ["原有的"]


def test_malformed_files_are_listed_and_change_nothing(data_dir: Path, tmp_path: Path) -> None:
    refused_everything(data_dir, tmp_path, dict(hostile_notices(seed=4, count=160)))


@pytest.mark.soak
@pytest.mark.timeout(900)
def test_a_thousand_malformed_files_change_nothing(data_dir: Path, tmp_path: Path) -> None:
    refused_everything(data_dir, tmp_path, dict(hostile_notices(seed=5, count=1000)))


VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=30),
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3)
    ),
    max_leaves=8,
)
ROWS = st.dictionaries(st.sampled_from(sorted({*row(), "hours", "walls", "scope", "link"})), VALUES)


@settings(
    max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(st.lists(ROWS | VALUES, min_size=1, max_size=4))
def test_no_row_gets_in_unseen(data_dir: Path, tmp_path: Path, rows: list[Any]) -> None:
    report = load(data_dir, notice_file(tmp_path, *rows, name="any.json"))
    assert report.plan.refused
    assert {it.file for it in report.plan.problems} == {"any.json"}
    assert snapshots.numbers(data_dir) == (1,)


@settings(
    max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(st.binary(max_size=200))
def test_no_bytes_break_a_reload(data_dir: Path, tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "any.bin"
    path.write_bytes(content)
    assert load(data_dir, path).plan.refused


def test_a_good_file_of_everything_at_its_limit_loads(data_dir: Path, tmp_path: Path) -> None:
    days = {
        f"2027-{month:02d}-{day:02d}": "closed" for month in range(1, 5) for day in range(1, 26)
    }
    full = row(
        id="x" * 64,
        title="長" * 100,
        text="長" * 2000,
        hours=days,
        walls=[f"w{n}" for n in range(50)],
    )
    request = Request((notice_file(tmp_path, full, name="full.json"),))
    planned = plan_reload(data_dir, request, now=NOW)
    assert planned.problems == ()
    assert len(planned.diff.changes) == 2
