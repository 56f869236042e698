"""A process that works on a log until it is killed: ``python -m tests.bot.logbook_worker``.

It writes a line to standard output before each change, with the state that the change leads to, and
one when the log has acknowledged it; at the start, a line with what it found for each owner.
"""

from __future__ import annotations

import json
import os
import random
import sys
import threading
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from bot.ascents import Ascent
from bot.logbook import Logbook

if TYPE_CHECKING:
    from collections.abc import Callable

OWNERS = ("anna", "bo", "chen")
_IMPORTED = 60


def main(arguments: list[str]) -> int:
    """Work on the log in a folder with a key, by a seed; ends only by a kill."""
    home, key, seed = Path(arguments[0]), Path(arguments[1]), int(arguments[2])
    log = Logbook.open(home, key)
    threads = []
    for owner in OWNERS:
        found = log.ascents(owner)
        torn = [ascent.id for ascent in found if ascent.notes != note(ascent.route_name)]
        _tell(owner=owner, found=sorted(ascent.route_name for ascent in found), torn=torn)
        climber = Climber(log, owner, random.Random(f"{seed}{owner}"))  # noqa: S311
        threads.append(threading.Thread(target=climber.climb))
    threads.append(threading.Thread(target=_keep, args=(log, random.Random(seed))))  # noqa: S311
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return 1


def note(name: str) -> str:
    """The notes of the ascent with this name; long, so that a torn one shows."""
    return f"{name} " * 40


class Climber:
    """One member, who does one thing after the other."""

    def __init__(self, log: Logbook, owner: str, rng: random.Random) -> None:
        self.log, self.owner, self.rng = log, owner, rng
        self.done = 0
        self.names = {one.id: one.route_name for one in log.ascents(owner)}

    def climb(self) -> None:
        """Go on until the process is killed."""
        choices: list[tuple[Callable[[], None], int]] = [
            (self.add, 10),
            (self.import_many, 4),
            (self.update, 3),
            (self.delete, 2),
            (self.undo, 2),
            (self.erase, 1),
        ]
        while True:
            (do,) = self.rng.choices(*zip(*choices, strict=True))
            do()
            self.names = {one.id: one.route_name for one in self.log.ascents(self.owner)}

    def add(self) -> None:
        """Log a few climbs."""
        fresh = self._fresh(self.rng.randint(1, 3))
        self._change(
            [*self.names.values(), *fresh], lambda: self.log.add(self.owner, _ascents(fresh))
        )

    def import_many(self) -> None:
        """Import a file."""
        fresh = self._fresh(_IMPORTED)
        self._change(
            [*self.names.values(), *fresh],
            lambda: self.log.import_batch(self.owner, "test", _ascents(fresh)),
        )

    def update(self) -> None:
        """Rename a climb."""
        if self.names:
            ascent_id, (fresh,) = self.rng.choice(sorted(self.names)), self._fresh(1)
            after = [*({**self.names, ascent_id: fresh}).values()]
            (ascent,) = _ascents([fresh], ascent_id)
            self._change(after, lambda: self.log.update(self.owner, ascent))

    def delete(self) -> None:
        """Delete some climbs."""
        gone = set(self.rng.sample(sorted(self.names), min(len(self.names), 30)))
        after = [name for ascent_id, name in self.names.items() if ascent_id not in gone]
        self._change(after, lambda: self.log.delete(self.owner, gone))

    def undo(self) -> None:
        """Log a climb and take it back."""
        before = [*self.names.values()]
        (fresh,) = self._fresh(1)
        self._change([*before, fresh], lambda: self.log.add(self.owner, _ascents([fresh])))
        self._change(before, lambda: self.log.undo(self.owner))

    def erase(self) -> None:
        """Erase everything."""
        self._change([], lambda: self.log.erase(self.owner))

    def _fresh(self, count: int) -> list[str]:
        self.done += count
        return [f"{self.owner}-{os.getpid()}-{self.done - n}" for n in range(count)]

    def _change(self, after: list[str], change: Callable[[], object]) -> None:
        _tell(owner=self.owner, after=sorted(after))
        change()
        _tell(owner=self.owner, acknowledged=True)


def _keep(log: Logbook, rng: random.Random) -> None:
    while True:
        rng.choice([*[log.checkpoint] * 9, log.back_up])()


def _ascents(names: list[str], ascent_id: str = "") -> list[Ascent]:
    return [
        Ascent(
            route_name=name, notes=note(name), source_id=name, day=date(2026, 1, 1), id=ascent_id
        )
        for name in names
    ]


def _tell(**line: object) -> None:
    os.write(1, json.dumps(line).encode("ascii") + b"\n")


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
