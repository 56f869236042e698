"""The whole process killed at random: what was acknowledged is there, and nothing by halves."""

from __future__ import annotations

import json
import random
import subprocess
import sys
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from bot.logbook.folder import Folder
from bot.logbook.store.schema import VERSION
from tests.bot.logbook_helpers import key_file, open_log
from tests.bot.logbook_old_versions import write_old_log
from tests.bot.logbook_worker import OWNERS, _ascents

if TYPE_CHECKING:
    from collections.abc import Iterable

ROOT = Path(__file__).parents[2]
KILLS_PER_LOG = 8
LONGEST_SECONDS = 2.5
"""Until a kill; importing and opening take the first half second."""

State = dict[str, list[str]]


class Witness:
    """What the log must hold: the acknowledged state, or that of the change under way."""

    def __init__(self, state: State) -> None:
        self.allowed = {owner: [names] for owner, names in state.items()}
        self.seen: Counter[str] = Counter()

    def hear(self, lines: Iterable[str]) -> None:
        """Follow what a process said before it was killed."""
        for line in lines:
            told = json.loads(line)
            owner = told["owner"]
            if "found" in told:
                assert told["torn"] == []
                assert told["found"] in self.allowed[owner]
                self.allowed[owner] = [told["found"]]
                self.seen["opened"] += 1
            elif "after" in told:
                assert len(self.allowed[owner]) == 1
                self.allowed[owner].append(told["after"])
            else:
                self.allowed[owner] = self.allowed[owner][1:]
                self.seen["acknowledged"] += 1

    def check(self, home: Path) -> None:
        """Open what is there after the last kill."""
        with open_log(home) as log:
            for owner in OWNERS:
                found = sorted(ascent.route_name for ascent in log.ascents(owner))
                assert found in self.allowed[owner]


def work_until_killed(home: Path, seed: int, seconds: float) -> list[str]:
    """The lines that a worker wrote until it was killed."""
    said = home.parent / "said"
    command = [sys.executable, "-m", "tests.bot.logbook_worker"]
    with said.open("wb") as output:
        process = subprocess.Popen(  # noqa: S603
            [*command, str(home), str(key_file(home)), str(seed)], cwd=ROOT, stdout=output
        )
        try:
            process.wait(seconds)
        except subprocess.TimeoutExpired:
            process.kill()
        assert process.wait() == -9, "the worker ended by itself"
    text = said.read_text("ascii")
    return text[: text.rfind("\n") + 1].splitlines()


def kill_often(folder: Path, kills: int, seed: int) -> Counter[str]:
    """Kill workers on one log after the other, each begun with old tables."""
    rng = random.Random(seed)  # noqa: S311
    seen: Counter[str] = Counter()
    for first in range(0, kills, KILLS_PER_LOG):
        home = folder / f"{first}" / "home"
        content = {owner: [f"{owner}-{n}" for n in range(200)] for owner in OWNERS}
        old = {owner: _ascents(names) for owner, names in content.items()}
        write_old_log(home, rng.randint(1, VERSION), old)
        witness = Witness({owner: sorted(names) for owner, names in content.items()})
        for kill in range(min(KILLS_PER_LOG, kills - first)):
            seconds = rng.uniform(0.3, LONGEST_SECONDS)
            witness.hear(work_until_killed(home, seed + first + kill, seconds))
            seen["kills"] += 1
            seen["erasing"] += bool(Folder.of(home).erasing())
            seen["two generations"] += len(Folder.of(home).generations()) > 1
        witness.check(home)
        seen += witness.seen
    return seen


def test_killed_processes_lose_nothing_that_was_acknowledged(tmp_path: Path) -> None:
    seen = kill_often(tmp_path, kills=6, seed=1)

    assert seen["kills"] == 6
    assert seen["acknowledged"] > 20


@pytest.mark.soak
@pytest.mark.timeout(3000)
def test_two_hundred_killed_processes_lose_nothing_that_was_acknowledged(tmp_path: Path) -> None:
    seen = kill_often(tmp_path, kills=208, seed=1000)

    print(dict(seen))  # noqa: T201  (shown by pytest -s)
    assert seen["kills"] == 208
    assert seen["acknowledged"] > 2000
