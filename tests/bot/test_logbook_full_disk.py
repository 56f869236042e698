"""A disk that takes no more: the change is refused, and nothing that was acknowledged is lost.

The limit on the size of a file stands for the full disk; the system refuses the write in both.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from bot.logbook.errors import LogbookFailedError, LogbookUnopenedError, LogbookUnsureError
from bot.logbook.folder import Folder
from tests.bot.logbook_helpers import climbs, key_file, names, open_log

ROOT = Path(__file__).parents[2]
FILL = """
import json, resource, sys
from pathlib import Path
from bot.ascents import Ascent
from bot.logbook import Logbook
from bot.logbook.errors import LogbookError

home, key, room, rows = Path(sys.argv[1]), Path(sys.argv[2]), int(sys.argv[3]), int(sys.argv[4])
told = {"acknowledged": [], "refused": [], "unsure": []}
log = Logbook.open(home, key)
largest = max(path.stat().st_size for path in (home / "log").rglob("*") if path.is_file())
_, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
resource.setrlimit(resource.RLIMIT_FSIZE, (largest + room, hard))
for number in range(4000):
    group = [f"{number}-{row}" for row in range(rows)]
    try:
        log.add("owner", [Ascent(route_name=name, notes="x" * 2000) for name in group])
        told["acknowledged"] += group
    except LogbookError as error:
        kind = "unsure" if type(error).__name__ == "LogbookUnsureError" else "refused"
        told[kind].append([type(error).__name__, error.reply, group])
        if len(told["refused"]) + len(told["unsure"]) == 3:
            break
try:
    told["read"] = len(log.ascents("owner"))
    told["other"] = len(log.ascents("other"))
except LogbookError as error:
    told["read"] = type(error).__name__
try:
    log.erase("other")
    told["erased"] = True
except LogbookError as error:
    told["erased"] = type(error).__name__
resource.setrlimit(resource.RLIMIT_FSIZE, (hard, hard))
try:
    log.add("owner", [Ascent(route_name="after")])
    told["acknowledged"].append("after")
except LogbookError as error:
    told["after"] = type(error).__name__
log.close()
print(json.dumps(told))
"""


@pytest.mark.parametrize(
    ("room", "rows"),
    [
        pytest.param(0, 10, id="none"),
        pytest.param(4096, 1, id="a page", marks=pytest.mark.soak),
        pytest.param(100_000, 1, id="some rows", marks=pytest.mark.soak),
        pytest.param(3_000_000, 20, id="many rows"),
        pytest.param(17_000_000, 200, id="beyond a checkpoint", marks=pytest.mark.soak),
    ],
)
def test_a_full_disk_refuses_and_loses_nothing(tmp_path: Path, room: int, rows: int) -> None:
    home = tmp_path / "home"
    with open_log(home) as log:
        log.add("other", climbs("bleibt"))

    done = subprocess.run(  # noqa: S603
        [sys.executable, "-c", FILL, str(home), str(key_file(home)), str(room), str(rows)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    told = json.loads(done.stdout)

    assert told["refused"] or told["unsure"], "the disk was never full"
    replies = {LogbookFailedError.reply, LogbookUnsureError.reply}
    assert {reply for _, reply, _ in told["refused"] + told["unsure"]} <= replies
    unsure = {name for _, _, group in told["unsure"] for name in group}
    with open_log(home) as log:
        found = names(log.ascents("owner"))
        assert set(told["acknowledged"]) <= set(found) <= set(told["acknowledged"]) | unsure
        assert len(found) == len(set(found))
        assert "after" in found
        assert names(log.ascents("other")) == ([] if told["erased"] is True else ["bleibt"])
    if isinstance(told["read"], int):
        assert told["read"] >= len(told["acknowledged"]) - 1


REFUSED = """
import resource, sys
from pathlib import Path
from bot.logbook import Logbook
from bot.logbook.errors import LogbookError

home, key, action = Path(sys.argv[1]), Path(sys.argv[2]), sys.argv[3]
resource.setrlimit(resource.RLIMIT_FSIZE, (20_000, 20_000))
try:
    getattr(Logbook, action)(home, key)
except LogbookError as error:
    print(error.reply)
"""


@pytest.mark.parametrize("action", ["open", "restore"])
def test_a_log_that_cannot_even_be_opened_says_so(tmp_path: Path, action: str) -> None:
    home = tmp_path / "home"
    if action == "open":
        key_file(home).parent.mkdir()
    else:
        with open_log(home) as log:
            log.add("owner", climbs(*map(str, range(300))))

    done = subprocess.run(  # noqa: S603
        [sys.executable, "-c", REFUSED, str(home), str(key_file(home)), action],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )

    assert done.stdout.strip() == LogbookUnopenedError.reply
    with open_log(home) as log:
        assert len(log.ascents("owner")) == (0 if action == "open" else 300)


def test_a_backup_that_finds_no_room_leaves_nothing_behind(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    home = tmp_path / "home"
    with open_log(home) as log:
        log.add("owner", climbs("a"))
        folder = Folder.of(home).backups
        before = sorted(folder.iterdir())

        def refuse(_: int) -> None:
            raise OSError(28, "No space left on device")

        with monkeypatch.context() as patch:
            patch.setattr(os, "fsync", refuse)
            with pytest.raises(LogbookFailedError):
                log.back_up()
        assert sorted(folder.iterdir()) == before
        log.add("owner", climbs("b"))
        assert names(log.ascents("owner")) == ["a", "b"]
