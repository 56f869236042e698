"""The watched folder: whole files only, one report each, nothing lost in a crash."""

from __future__ import annotations

import os
import threading
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest

from knowledge import snapshots
from knowledge.knowledge_base import (
    Actor,
    Inbox,
    KnowledgeBase,
    ReloadSummary,
    Request,
    Taken,
    import_files,
    reload_apart,
    watch,
)
from knowledge.knowledge_base.apart import summary_of
from knowledge.knowledge_base.inbox import SETTLED_SECONDS
from knowledge.knowledge_base.reloading import commit, plan_reload
from tests.knowledge.invented_files import crag_file, route, write_json
from tests.knowledge.notice_files import notice_file, row

if TYPE_CHECKING:
    from pathlib import Path

NOW = datetime(2026, 11, 21, 9, 0, tzinfo=UTC)
OPERATOR = Actor("inbox", operator=True)


@pytest.fixture
def data_dir(tmp_path: Path) -> Path:
    import_files(tmp_path / "var", [write_json(tmp_path, crag_file(), "crag.json")], now=NOW)
    return tmp_path / "var"


@pytest.fixture
def inbox(data_dir: Path) -> Inbox:
    """A watched folder that loads in this process: the other way has a test of its own."""

    def load(path: Path) -> ReloadSummary:
        planned = plan_reload(data_dir, Request((path,)), now=NOW)
        return summary_of(planned, commit(data_dir, planned, OPERATOR, now=NOW))

    return Inbox(data_dir, load=load)


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def later(inbox: Inbox) -> tuple[Taken, ...]:
    """What is taken after everything had time to settle."""
    assert inbox.poll(0.0, NOW) == ()
    return inbox.poll(SETTLED_SECONDS, NOW)


def test_a_dropped_file_is_loaded_and_lies_in_done_with_a_report(
    inbox: Inbox, data_dir: Path
) -> None:
    notice_file(inbox.folder, row())
    (taken,) = later(inbox)
    assert (taken.name, taken.summary.version) == ("notices.json", 2)
    assert names(inbox.folder / "done") == [
        "20261121-170000-notices.json",
        "20261121-170000-notices.json.report.txt",
    ]
    report = taken.path.with_name(f"{taken.path.name}.report.txt").read_text("utf-8")
    assert report.splitlines()[0] == "「notices.json」載入了，現在是第 2 版。"
    assert "新增 霧角 落石封閉" in report
    with KnowledgeBase.open(data_dir) as held:
        assert [it.title for it in held.notices()] == ["落石封閉"]
    assert names(inbox.folder) == [".working", "done", "failed"]


def test_a_bad_file_lies_in_failed_with_every_mistake(inbox: Inbox, data_dir: Path) -> None:
    notice_file(inbox.folder, row(), row(kind="storm"), row(about="烏有"))
    (taken,) = later(inbox)
    assert taken.summary.refused
    report = taken.path.with_name(f"{taken.path.name}.report.txt").read_text("utf-8")
    assert "什麼都沒有變動" in report
    assert "新增" not in report
    assert "notices[1]" in report
    assert "notices[2]" in report
    assert taken.path.parent.name == "failed"
    assert snapshots.numbers(data_dir) == (1,)


def test_a_file_that_still_grows_is_left_alone(inbox: Inbox) -> None:
    path = inbox.folder / "slow.json"
    for second in range(5):
        path.write_text("x" * second, "utf-8")
        assert inbox.poll(float(second) * SETTLED_SECONDS) == ()
    assert path.exists()
    path.unlink()
    notice_file(inbox.folder, row(), name="slow.json")
    assert inbox.poll(20.0) == ()
    assert inbox.poll(20.0 + SETTLED_SECONDS / 2) == ()
    assert len(inbox.poll(20.0 + SETTLED_SECONDS)) == 1


def test_a_change_without_growth_is_noticed(inbox: Inbox) -> None:
    path = notice_file(inbox.folder, row())
    os.utime(path, ns=(1, 1))
    inbox.poll(0.0)
    os.utime(path, ns=(2, 2))
    assert inbox.poll(SETTLED_SECONDS) == ()
    assert len(inbox.poll(2 * SETTLED_SECONDS)) == 1


def test_unfinished_hidden_and_linked_files_and_folders_are_left_alone(
    inbox: Inbox, tmp_path: Path
) -> None:
    for name in ("a.part", ".hidden.json", "~lock.xlsx", "b.json.crdownload"):
        notice_file(inbox.folder, row(), name=name)
    (inbox.folder / "link.json").symlink_to(notice_file(tmp_path, row()))
    (inbox.folder / "folder").mkdir()
    assert later(inbox) == ()


@pytest.mark.parametrize("name", ["..evil.json", "名稱 有 空格.json", "a;rm -rf.json", "長" * 80])
def test_a_file_name_makes_no_path(inbox: Inbox, name: str) -> None:
    if name.startswith("."):
        name = f"x{name}"
    notice_file(inbox.folder, row(), name=name)
    (taken,) = later(inbox)
    assert taken.path.parent == inbox.folder / "done"
    assert not set(taken.path.name) & set(" ;/\\")


def test_two_files_of_one_name_lie_side_by_side(inbox: Inbox) -> None:
    for _ in range(2):
        notice_file(inbox.folder, row())
        inbox.poll(0.0, NOW)
        inbox.poll(SETTLED_SECONDS, NOW)
    assert [it for it in names(inbox.folder / "done") if not it.endswith(".txt")] == [
        "20261121-170000-2-notices.json",
        "20261121-170000-notices.json",
    ]


def test_while_somebody_else_writes_a_file_waits(data_dir: Path) -> None:
    busy = [ReloadSummary(busy=True, failure="忙"), ReloadSummary(version=2, committed=True)]
    inbox = Inbox(data_dir, load=lambda _: busy.pop(0))
    notice_file(inbox.folder, row())
    assert later(inbox) == ()
    assert (inbox.folder / "notices.json").exists()
    assert len(inbox.poll(SETTLED_SECONDS * 3)) == 1


def test_what_a_crash_left_aside_is_taken_up_again(data_dir: Path, inbox: Inbox) -> None:
    notice_file(inbox.folder / ".working", row())
    again = Inbox(data_dir, load=lambda _: ReloadSummary(version=2, committed=True))
    assert len(later(again)) == 1


def test_watching_ends_when_it_should(data_dir: Path) -> None:
    inbox = Inbox(data_dir, load=lambda _: ReloadSummary(version=2, committed=True))
    notice_file(inbox.folder, row())
    ticks = iter(range(100))
    stop, told = threading.Event(), []

    def tell(taken: Taken) -> None:
        told.append(taken.name)
        stop.set()

    watch(inbox, stop, clock=lambda: float(next(ticks)), every_seconds=0, tell=tell)
    assert told == ["notices.json"]


def test_a_reload_in_a_process_of_its_own(tmp_path: Path, data_dir: Path) -> None:
    path = write_json(tmp_path, crag_file(route("MC-9", "新線")), "crag.json")
    request = Request((path, notice_file(tmp_path, row())))
    preview = reload_apart(data_dir, request, OPERATOR, dry_run=True)
    assert (preview.changed, preview.committed, preview.version) == (True, False, 1)
    done = reload_apart(data_dir, request, OPERATOR)
    assert (done.committed, done.version) == (True, 2)
    assert done.diff["counts"] == preview.diff["counts"]
    assert {it.what for it in done.changes.changes} == {"added", "removed"}
    assert (snapshots.current(data_dir).index_path / "manifest.json").is_file()
    with snapshots.import_lock(data_dir):
        other = Request((notice_file(tmp_path, row(title="別的")),))
        beside = reload_apart(data_dir, other, OPERATOR)
    assert beside.busy
    assert "另一個匯入" in beside.failure
