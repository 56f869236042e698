"""An import that is killed leaves the old version or the new one, whole."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import threading
import time
from typing import TYPE_CHECKING

import pytest

from knowledge.catalog import check_records
from knowledge.errors import EmptyCatalogueError
from knowledge.knowledge_base import KnowledgeBase, import_files
from tests.knowledge.invented_files import crag_file, route, write_json

if TYPE_CHECKING:
    from pathlib import Path

ROUTES = 150


def big_file(folder: Path, grade: str) -> Path:
    rows = [route(f"R-{number}", f"路線{number}", grade=grade) for number in range(ROUTES)]
    return write_json(folder, crag_file(*rows), f"{grade}.json")


def start(data_dir: Path, path: Path) -> subprocess.Popen[str]:
    """An import whose first line on stdout says that it is about to begin."""
    code = (
        "import sys; from pathlib import Path\n"
        "from knowledge.knowledge_base import import_files\n"
        "print('ready', flush=True)\n"
        "import_files(Path(sys.argv[1]), [Path(sys.argv[2])])\n"
    )
    run = [sys.executable, "-c", code, str(data_dir), str(path)]
    return subprocess.Popen(run, stdout=subprocess.PIPE, text=True)  # noqa: S603 - our own code


def grades(data_dir: Path) -> set[str]:
    """The grades of the current version, after checking that it is whole."""
    with KnowledgeBase.open(data_dir) as held:
        found = held.catalogue.records()
        assert check_records(found) == ()
        assert len(found.routes) == ROUTES
        return {route.grade.raw for route in found.routes}


def kill_after(process: subprocess.Popen[str], seconds: float) -> None:
    assert process.stdout is not None
    assert process.stdout.readline() == "ready\n"
    timer = threading.Timer(seconds, os.kill, (process.pid, signal.SIGKILL))
    timer.start()
    process.wait()
    timer.cancel()
    process.stdout.close()


def seconds_of(process: subprocess.Popen[str]) -> float:
    """How long an import takes here that nobody kills."""
    assert process.stdout is not None
    assert process.stdout.readline() == "ready\n"
    begun = time.monotonic()
    assert process.wait() == 0
    process.stdout.close()
    return time.monotonic() - begun


def crash_and_check(tmp_path: Path, kills: int, seed: int) -> int:
    data_dir = tmp_path / "var"
    files = [big_file(tmp_path, "5.9"), big_file(tmp_path, "5.12a")]
    import_files(data_dir, files[:1])
    longest = seconds_of(start(data_dir, files[1]))
    import_files(data_dir, files[:1])
    chance = random.Random(seed)  # noqa: S311 - repeatable, not secret
    killed = 0
    for number in range(kills):
        before = grades(data_dir)
        path = files[(number + 1) % 2]
        process = start(data_dir, path)
        kill_after(process, chance.uniform(0, longest))
        killed += process.returncode == -signal.SIGKILL
        assert grades(data_dir) in (before, {path.stem})
    import_files(data_dir, files[1:])
    assert grades(data_dir) == {"5.12a"}
    return killed


def test_a_killed_import_leaves_the_old_version_or_the_new_one(tmp_path: Path) -> None:
    assert crash_and_check(tmp_path, kills=6, seed=1) >= 1


@pytest.mark.soak
@pytest.mark.timeout(600)
def test_a_hundred_killed_imports_leave_whole_versions(tmp_path: Path) -> None:
    assert crash_and_check(tmp_path, kills=100, seed=2) >= 30


def test_a_first_import_that_is_killed_leaves_nothing_or_everything(tmp_path: Path) -> None:
    process = start(tmp_path / "var", big_file(tmp_path, "5.9"))
    kill_after(process, 0.15)
    try:
        assert grades(tmp_path / "var") == {"5.9"}
    except EmptyCatalogueError:
        import_files(tmp_path / "var", [big_file(tmp_path, "5.9")])
        assert grades(tmp_path / "var") == {"5.9"}


def test_readers_go_on_while_versions_come(tmp_path: Path) -> None:
    data_dir = tmp_path / "var"
    import_files(data_dir, [big_file(tmp_path, "5.9")])
    process = start(data_dir, big_file(tmp_path, "5.12a"))
    seen = set()
    while process.poll() is None:
        seen |= grades(data_dir)
    assert process.stdout is not None
    process.stdout.close()
    assert process.returncode == 0
    assert seen <= {"5.9", "5.12a"}
    assert grades(data_dir) == {"5.12a"}
