"""A reload that is killed leaves the old version or the new one; two at once end in one."""

from __future__ import annotations

import random
import signal
import subprocess
import sys
import threading
import time
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest

from knowledge.catalog import check_records
from knowledge.knowledge_base import KnowledgeBase, history, import_files
from tests.knowledge.invented_files import crag_file, route, write_json
from tests.knowledge.notice_files import notice_file, row

if TYPE_CHECKING:
    from pathlib import Path

NOW = datetime(2026, 11, 21, 9, 0, tzinfo=UTC)
ROUTES = 60
STAGES = {
    "snapshots.publishing.write": 3,
    "snapshots.publishing.sync": 4,
    "snapshots.history.append": 1,
    "snapshots.publishing.point_to": 1,
    "snapshots.publishing.write_catalogue": 1,
    "index.folder.replace_file": 10,
    "knowledge_base.reloading.number_now": 1,
    "snapshots.publishing._prune": 1,
}
"""Functions at whose n-th call the process is killed, and how often each is called."""
CODE = """
import importlib, os, signal, sys
from knowledge import __main__
stage, call, after = sys.argv[1], int(sys.argv[2]), sys.argv[3] == "after"
module_name, _, name = stage.rpartition(".")
module = importlib.import_module("knowledge." + module_name)
real, seen = getattr(module, name), [0]

def killing(*args, **more):
    seen[0] += 1
    if seen[0] == call and not after:
        os.kill(os.getpid(), signal.SIGKILL)
    found = real(*args, **more)
    if seen[0] == call:
        os.kill(os.getpid(), signal.SIGKILL)
    return found

setattr(module, name, killing)
sys.exit(__main__.main(sys.argv[4:]))
"""
PLAIN = "import sys; from knowledge import __main__; sys.exit(__main__.main(sys.argv[1:]))"


def files_of(folder: Path, mark: str) -> list[str]:
    """A crag and a notice that both bear the mark."""
    grade = {"a": "5.9", "b": "5.12a"}[mark]
    rows = [route(f"R-{number}", f"路線{number}", grade=grade) for number in range(ROUTES)]
    crag = write_json(folder, crag_file(*rows), f"crag-{mark}.json")
    return [str(crag), str(notice_file(folder, row(id="n", text=mark), name=f"{mark}.json"))]


def arguments(data_dir: Path, files: list[str]) -> list[str]:
    return ["reload", *files, "--source", "s", "--yes", "--data-dir", str(data_dir)]


def run(code: str, *args: str) -> subprocess.Popen[bytes]:
    return subprocess.Popen([sys.executable, "-c", code, *args], stdout=subprocess.PIPE)  # noqa: S603 - our own code


def mark_of(data_dir: Path) -> str:
    """Which of the two the current version is, after checking that it is whole and of one piece."""
    with KnowledgeBase.open(data_dir) as held:
        records = held.catalogue.records()
        assert check_records(records) == ()
        assert len(records.routes) == ROUTES
        (grade,) = {it.grade.raw for it in records.routes}
        (mark,) = {it.text for it in held.notices()}
        assert grade == {"a": "5.9", "b": "5.12a"}[mark]
    entries = history(data_dir)
    assert entries[0].number == held.version
    assert entries[0].content == held.snapshot.content
    return mark


def start(tmp_path: Path) -> tuple[Path, dict[str, list[str]]]:
    data_dir = tmp_path / "var"
    files = {mark: files_of(tmp_path, mark) for mark in "ab"}
    done = run(PLAIN, *arguments(data_dir, files["a"]))
    done.communicate()
    assert done.returncode == 0
    assert mark_of(data_dir) == "a"
    return data_dir, files


def kill_at_stages(tmp_path: Path, points: list[tuple[str, int, str]]) -> tuple[int, set[bool]]:
    """Reload to and fro, each killed at its point; how many were, and whether old and new stood."""
    data_dir, files = start(tmp_path)
    killed, stood = 0, set()
    for stage, call, when in points:
        before = mark_of(data_dir)
        wanted = "b" if before == "a" else "a"
        process = run(CODE, stage, str(call), when, *arguments(data_dir, files[wanted]))
        process.communicate()
        killed += process.returncode == -signal.SIGKILL
        assert process.returncode in (0, -signal.SIGKILL)
        stood.add(mark_of(data_dir) == wanted)
    return killed, stood


def test_a_reload_killed_between_two_steps_leaves_one_whole_version(tmp_path: Path) -> None:
    points = [
        ("snapshots.publishing.write", 2, "before"),
        ("snapshots.history.append", 1, "after"),
        ("snapshots.publishing.point_to", 1, "after"),
        ("index.folder.replace_file", 3, "before"),
    ]
    killed, stood = kill_at_stages(tmp_path, points)
    assert killed == 4
    assert stood == {True, False}


@pytest.mark.soak
@pytest.mark.timeout(1800)
def test_reloads_killed_at_every_step_leave_one_whole_version(tmp_path: Path) -> None:
    chance = random.Random(7)  # noqa: S311 - repeatable, not secret
    points = [
        (stage, chance.randint(1, STAGES[stage]), chance.choice(("before", "after")))
        for stage in chance.choices(list(STAGES), k=60)
    ]
    killed, stood = kill_at_stages(tmp_path, points)
    assert killed >= 50
    assert stood == {True, False}


@pytest.mark.soak
@pytest.mark.timeout(3600)
def test_a_hundred_reloads_killed_at_random_moments(tmp_path: Path) -> None:
    begun = time.monotonic()
    data_dir, files = start(tmp_path)
    longest = time.monotonic() - begun
    chance = random.Random(8)  # noqa: S311 - repeatable, not secret
    killed, stood = 0, set()
    for _ in range(300):
        before = mark_of(data_dir)
        wanted = "b" if before == "a" else "a"
        process = run(PLAIN, *arguments(data_dir, files[wanted]))
        delay = chance.uniform(0.05, 1.2) * longest
        timer = threading.Timer(delay, process.kill)
        timer.start()
        process.communicate()
        timer.cancel()
        after = mark_of(data_dir)
        assert after in (before, wanted)
        if process.returncode == -signal.SIGKILL:
            killed += 1
            stood.add(after == wanted)
        if killed == 100:
            break
    assert killed == 100
    assert False in stood


def test_two_reloads_at_once_end_in_one_version_and_one_reply(tmp_path: Path) -> None:
    data_dir = tmp_path / "var"
    import_files(data_dir, [write_json(tmp_path, crag_file(), "crag.json")], now=NOW)
    paths = [notice_file(tmp_path, row(title=f"第{n}"), name=f"{n}.json") for n in range(2)]
    code = (
        "import sys\n"
        "from knowledge import __main__\n"
        "from knowledge.knowledge_base import reloading\n"
        "plan = reloading.plan\n"
        "def waiting(*a):\n"
        "    found = plan(*a)\n"
        "    print('planned', flush=True)\n"
        "    sys.stdin.readline()\n"
        "    return found\n"
        "reloading.plan = waiting\n"
        "sys.exit(__main__.main(sys.argv[1:]))\n"
    )
    runs = [
        subprocess.Popen(  # noqa: S603 - our own code
            [sys.executable, "-c", code, "reload", str(path), "--yes", "--data-dir", str(data_dir)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )
        for path in paths
    ]
    for process in runs:
        assert process.stdout is not None
        assert process.stdout.readline() == "planned\n"
    said = [process.communicate("\n") for process in runs]
    assert sorted(process.returncode for process in runs) == [0, 1]
    (loser,) = (error for process, (_, error) in zip(runs, said, strict=True) if process.returncode)
    assert "被別人更新了" in loser or "另一個匯入" in loser
    with KnowledgeBase.open(data_dir) as held:
        assert held.version == 2
        assert len(held.notices()) == 1
