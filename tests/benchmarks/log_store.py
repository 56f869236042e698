"""Speed of the private log, measured and printed: ``python -m tests.benchmarks.log_store``.

Every member has 100 ascents, entered in turn with everybody else's, which is the slowest layout to
read one member from. Targets stand beside the figures and are never asserted.
"""

from __future__ import annotations

import argparse
import random
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from bot.ascents import Ascent
from bot.logbook import Logbook
from bot.logbook.folder import Folder
from bot.logbook.rows import sealed_rows
from tests.benchmarks.machine import (
    Stopwatch,
    machine,
    milliseconds,
    peak_megabytes,
    percentile,
    table,
)

if TYPE_CHECKING:
    from collections.abc import Callable

    from bot.ascents import Result
    from bot.logbook.store import Transaction

ASCENTS_EACH = 100
ADDED, READ, IMPORTED, AT_ONCE = 500, 500, 5000, 8
RESULTS: tuple[Result, ...] = ("redpoint", "onsight", "flash", "attempt", "hangdog")


def main(arguments: list[str] | None = None) -> int:
    """Print the table; 0."""
    parser = argparse.ArgumentParser(
        prog="python -m tests.benchmarks.log_store", description=__doc__
    )
    parser.add_argument("--members", type=int, default=10_000, help="how many, default 10,000")
    members = parser.parse_args(arguments).members
    print(machine())  # noqa: T201  (what a benchmark is for)
    with TemporaryDirectory(prefix="yanyou-bench-") as scratch:
        print(measure(Path(scratch), members))  # noqa: T201
    return 0


def measure(scratch: Path, members: int) -> str:
    """The table for a log with so many members."""
    home, key = scratch / "home", scratch / "key" / "log.key"
    rng = random.Random(1)  # noqa: S311
    watch = Stopwatch()
    with watch.step("fill"), Logbook.open(home, key) as log:
        fill(log, members, rng)
    with watch.step("open"):
        log = Logbook.open(home, key)
    with log:
        size = sum(path.stat().st_size for path in Folder.of(home).path.glob("generation-*"))
        some = [f"m{rng.randrange(members)}" for _ in range(READ)]
        log.ascents("m0")
        loaded = milliseconds(log.ascents, some)
        added = milliseconds(lambda owner: log.add(owner, [climb(rng)]), some[:ADDED])
        with ThreadPoolExecutor(AT_ONCE) as pool:
            parts = [some[part::AT_ONCE] for part in range(AT_ONCE)]
            together = pool.map(
                lambda owners: milliseconds(lambda one: log.add(one, [climb(rng)]), owners), parts
            )
            crowded = [one for part in together for one in part]
        rows = [replace(climb(rng), source_id=f"{number}") for number in range(IMPORTED)]
        with watch.step("import"):
            log.import_batch("m1", "mountain-project", rows)
        many = milliseconds(log.ascents, ["m1"] * 20)
        with watch.step("undo"):
            log.undo("m1")
        with watch.step("backup"):
            log.back_up()
        with watch.step("erase"):
            log.erase("m2")
    seconds = watch.seconds
    return table(
        [f"{members:,} members with {ASCENTS_EACH} ascents each", "measured", "target"],
        [
            ["add acknowledged, p50", f"{percentile(added, 0.5):.1f} ms", ""],
            [
                f"add acknowledged, p95 of {len(added)}",
                f"{percentile(added, 0.95):.1f} ms",
                "15 ms",
            ],
            [f"the same, {AT_ONCE} at once, p95", f"{percentile(crowded, 0.95):.1f} ms", ""],
            ["one member's log, p50", f"{percentile(loaded, 0.5):.1f} ms", ""],
            [
                f"one member's log, p95 of {len(loaded)}",
                f"{percentile(loaded, 0.95):.1f} ms",
                "30 ms",
            ],
            [
                f"log of a member with {IMPORTED:,} more, p95",
                f"{percentile(many, 0.95):.0f} ms",
                "",
            ],
            [f"import of {IMPORTED:,} rows", f"{seconds['import']:.2f} s", "5 s"],
            ["taking it back", f"{seconds['undo']:.2f} s", ""],
            ["open, every row checked", f"{seconds['open']:.2f} s", ""],
            ["backup", f"{seconds['backup']:.2f} s", ""],
            ["erase one member, everything rewritten", f"{seconds['erase']:.2f} s", ""],
            ["file", f"{size / 1e6:.0f} MB", ""],
            ["peak memory", f"{peak_megabytes():.0f} MB", ""],
            ["(filling it)", f"{seconds['fill']:.0f} s", ""],
        ],
    )


def fill(
    log: Logbook,
    members: int,
    rng: random.Random,
    of: Callable[[random.Random], Ascent] | None = None,
    each: int = ASCENTS_EACH,
) -> None:
    """Everybody's first ascent, then everybody's second, and so on; ``of`` makes one."""
    made = of or climb
    owners = [f"m{number}" for number in range(members)]

    def one_each(transaction: Transaction) -> None:
        known = [transaction.member(owner) for owner in owners]
        numbers = transaction.take_numbers(members)
        sealed = [
            sealed_rows(member, [(number, made(rng))])[number]
            for member, number in zip(known, numbers, strict=True)
        ]
        # the store adds rows of one member at a time; 100 statements are faster than a million
        transaction._run(
            "INSERT INTO ascent SELECT unnest(?::BIGINT[]), unnest(?::BIGINT[]), unnest(?::BLOB[])",
            [[member.handle for member in known], list(numbers), sealed],
        )
        transaction._count(added=sealed)

    for _ in range(each):
        log._store.change(one_each)


def climb(rng: random.Random) -> Ascent:
    """An ascent as people log them."""
    return Ascent(
        mode="lead",
        result=rng.choice(RESULTS),
        day=date(2018, 1, 1) + timedelta(days=rng.randrange(3000)),
        route_id=f"cape/{rng.randrange(900)}",
        route_name=f"第 {rng.randrange(900)} 號路線",
        crag="霧鳴岬",
        crag_id="cape",
        grade=f"5.{rng.randrange(6, 13)}",
        attempts=rng.randrange(1, 6),
        notes="風很大，第三趟才過" * rng.randrange(3),
    )


if __name__ == "__main__":
    raise SystemExit(main())
