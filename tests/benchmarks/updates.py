"""Notices and reloads under load: ``python -m tests.benchmarks.updates --routes 1000 100000``.

Three kinds of processes: one answers (``serve``), one writes (``post``, ``python -m knowledge
reload``), and this one asks and holds the watch. Catalogues are invented. The targets stand beside
the figures and are never asserted: a busy machine is no bug. 100,000 routes take some minutes and
1.5 GB of memory.
"""

from __future__ import annotations

import argparse
import csv
import json
import resource
import subprocess
import sys
import threading
import time
from contextlib import contextmanager
from datetime import UTC, date, datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any, Self

from tests.benchmarks.machine import machine, percentile, table
from tests.benchmarks.synthetic import synthetic_records

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from knowledge.schema import Records

ROOT = Path(__file__).parents[2]
INTRODUCTION = """# What changes while it answers

A notice makes a version that shares everything worked out of the catalogue, so it is there for the
very next question. Another catalogue is written and indexed by a process of its own, then opened in
a thread that lets answers pass, and taken over when it is warm.

This page is printed by `python -m tests.benchmarks.updates --routes 1000 100000 > docs/updates.md`:
invented catalogues, one process that answers, one that posts notices or reloads, and one that asks
(facts, lists, hours, recommendations, prose, English names; a question 20 ms after each answer) and
holds the watch. A full rebuild reads tables of all routes and gyms into an empty folder, search
index included. The reload under load changes the name of every 50th route. "From its commit" is
from the moment the version counts until the answer that names the notice has arrived.

Measured on: {machine}."""
TODAY = date(2026, 11, 28)
DAY = TODAY.isoformat()
WARM_UP = 40
ASKED = 400
POSTED = 30
BETWEEN_SECONDS = 0.02
"""Between an answer and the next question: some people ask, nobody hammers."""
LONGEST_SECONDS = 900


class Worker:
    """A process that answers one line of JSON to each line."""

    def __init__(self, *arguments: str) -> None:
        command = [sys.executable, "-m", "tests.benchmarks.updates", *arguments]
        self._process = subprocess.Popen(  # noqa: S603 - ourselves
            command, cwd=ROOT, text=True, stdin=subprocess.PIPE, stdout=subprocess.PIPE
        )
        self.ready: dict[str, Any] = self._read()

    def ask(self, value: Any) -> dict[str, Any]:
        """What it says to a value."""
        if self._process.stdin is None:
            raise RuntimeError("the worker has no input")
        self._process.stdin.write(json.dumps(value) + "\n")
        self._process.stdin.flush()
        return self._read()

    def __enter__(self) -> Self:
        """The worker itself, ended with the block."""
        return self

    def __exit__(self, *_: object) -> None:
        """End it."""
        if self._process.stdin is not None:
            self._process.stdin.close()
        self._process.wait()
        if self._process.stdout is not None:
            self._process.stdout.close()

    def _read(self) -> dict[str, Any]:
        line = self._process.stdout.readline() if self._process.stdout else ""
        if not line:
            raise RuntimeError("the worker went away")
        found: dict[str, Any] = json.loads(line)
        return found


def main(arguments: Sequence[str] | None = None) -> int:
    """Print the tables, or be one of the processes; 0."""
    given = list(sys.argv[1:] if arguments is None else arguments)
    if given[:1] == ["serve"]:
        return serve(Path(given[1]))
    if given[:1] == ["post"]:
        return post(Path(given[1]))
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks.updates")
    parser.add_argument("--routes", type=int, nargs="+", default=[1000], metavar="N")
    _tell(INTRODUCTION.format(machine=machine()))
    for routes in parser.parse_args(given).routes:
        _tell(f"\n## {routes} routes\n")
        with TemporaryDirectory(prefix="yanyou-bench-") as scratch:
            _tell(measure(Path(scratch), routes))
    return 0


def measure(folder: Path, routes: int, *, asked: int = ASKED, posted: int = POSTED) -> str:
    """The table of one size."""
    records = synthetic_records(routes)
    data_dir = folder / "var"
    rebuilt = _reload(data_dir, _written(records, folder / "all.csv", ""))
    with Worker("serve", str(data_dir)) as server:
        for question in _questions(records, WARM_UP):
            server.ask(question)
        calm = [_timed(server, question) for question in _questions(records, asked)]
        commits, fresh, places = _notices(server, data_dir, records, posted)
        changed = _written(records, folder / "all.csv", "改版")
        begun = time.monotonic()
        with _reloading(data_dir, changed) as running:
            during = _during(server, running, records)
        reloaded = time.monotonic() - begun
        swapped = server.ask("newest")
    quiet, loaded = percentile(calm, 0.95), percentile(during, 0.95)
    aim = "200 ms" if routes <= 1000 else "2000 ms"
    rows = [
        ["full rebuild: time", f"{rebuilt[0]:.1f} s", ""],
        ["full rebuild: peak memory", f"{rebuilt[1]:.0f} MB", ""],
        ["open and warm in the answering process", f"{server.ready['seconds']:.2f} s", ""],
        [f"answer, p50 / p95 of {len(calm)}", _pair(calm), ""],
        [f"commit of a notice, p50 / p95 of {posted}", _pair(commits), ""],
        ["from its commit to an answer that uses it, p50 / p95", _pair(fresh), aim],
        ["answers that did not use it at once", str(places), "0"],
        [f"answer during a reload, p50 / p95 of {len(during)}", _pair(during), f"{2 * quiet:.1f}"],
        ["its p95 as a multiple", f"{loaded / quiet:.2f}", "2"],
        ["reload until the answers use it", f"{reloaded:.1f} s", ""],
        ["peak memory of the answering process", f"{swapped['megabytes']:.0f} MB", ""],
    ]
    return table(["", "measured", "target"], rows)


def serve(data_dir: Path) -> int:
    """Answer questions, one a line, over the newest version."""
    from bot.live import LiveAssistant  # noqa: PLC0415 - only this process answers
    from bot.schema import Question  # noqa: PLC0415

    start = time.monotonic()
    assistant = LiveAssistant.open(data_dir)
    _say({"seconds": time.monotonic() - start})
    for line in sys.stdin:
        asked = json.loads(line)
        if asked == "newest":
            version = assistant.live.settle(LONGEST_SECONDS).version
            peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
            _say({"version": version, "megabytes": peak})
        else:
            text = assistant.answer(Question(asked, TODAY)).text
            _say({"text": text, "version": assistant.current.knowledge.version})
    return 0


def post(data_dir: Path) -> int:
    """Publish notices, one a line; say when each was committed."""
    from knowledge.knowledge_base import Actor, post_notice  # noqa: PLC0415 - only this process writes

    actor = Actor("benchmark", operator=True)
    _say({})
    for line in sys.stdin:
        begun = time.monotonic()
        now = datetime(2026, 11, 28, 4, tzinfo=UTC)
        _, version = post_notice(data_dir, actor, "", json.loads(line), now=now)
        _say({"begun": begun, "done": time.monotonic(), "version": version})
    return 0


def _notices(
    server: Worker, data_dir: Path, records: Records, posted: int
) -> tuple[list[float], list[float], int]:
    """Milliseconds of each commit, and from it to the answer; how many answers were not fresh."""
    commits, fresh, stale = [], [], 0
    with Worker("post", str(data_dir)) as writer:
        for number in range(posted):
            gym = records.gyms[number % len(records.gyms)]
            title = f"第{number + 1}號換線"
            values = {"about": gym.id, "kind": "reset", "title": title, "valid_from": DAY}
            done = writer.ask(values)
            answer = server.ask(f"{gym.name}最近有什麼公告")
            fresh.append((time.monotonic() - done["done"]) * 1000)
            commits.append((done["done"] - done["begun"]) * 1000)
            stale += title not in answer["text"]
    return commits, fresh, stale


def _during(server: Worker, running: subprocess.Popen[bytes], records: Records) -> list[float]:
    """Milliseconds of answers from the start of a reload until its version answers."""
    taken: list[float] = []
    first = server.ask("你好")["version"]
    begun = time.monotonic()
    for question in _questions(records, 1_000_000):
        started = time.monotonic()
        version = server.ask(question)["version"]
        taken.append((time.monotonic() - started) * 1000)
        if version != first or time.monotonic() - begun > LONGEST_SECONDS:
            break
        if running.poll() not in (None, 0):
            raise RuntimeError("the reload failed")
        _pause()
    return taken


def _questions(records: Records, count: int) -> Iterator[str]:
    """Facts, lists, hours, recommendations, prose and misspelt names, in turn."""
    for number in range(count):
        route = records.routes[(number * 7919) % len(records.routes)]
        crag = records.crags[number % len(records.crags)]
        gym = records.gyms[number % len(records.gyms)]
        yield (
            f"{route.name}幾級",
            f"{crag.name}有哪些 5.10 的路線",
            f"{gym.name}星期日開到幾點",
            f"推薦一條{crag.name} 5.9 左右的",
            f"{crag.name}的{route.name}在哪裡",
            "新手第一次去戶外攀岩要準備什麼",
            f"{route.name_en} 多難",
            f"{crag.name}現在封閉嗎",
        )[number % 8]


def _written(records: Records, path: Path, mark: str) -> Path:
    """The catalogue as a table of routes and one of gyms; ``mark`` changes the names of some."""
    areas = {area.id: area.name for area in records.areas}
    walls = {wall.id: wall.name for wall in records.sectors}
    crags = {crag.id: crag.name for crag in records.crags}
    with path.open("w", encoding="utf-8", newline="") as file:
        rows = csv.writer(file)
        rows.writerow(
            ["編號", "岩場", "區域", "牆面", "路線", "英文名", "難度", "長度", "bolt", "描述"]
        )
        for number, it in enumerate(records.routes):
            name = it.name + (mark if number % 50 == 0 else "")
            place = (crags[it.crag_id], areas[it.area_id], walls[it.sector_id])
            grade, told = it.grade.raw, it.description
            rows.writerow([it.id, *place, name, it.name_en, grade, it.length_m, it.bolts, told])
    with path.with_name("gyms.csv").open("w", encoding="utf-8", newline="") as file:
        rows = csv.writer(file)
        rows.writerow(["編號", "岩館", "縣市", "營業時間", "平日票"])
        rows.writerows([it.id, it.name, it.city, "12:00-22:00", 350] for it in records.gyms)
    return path


def _command(data_dir: Path, path: Path) -> list[str]:
    paths = [str(path), str(path.with_name("gyms.csv"))]
    command = [sys.executable, "-m", "knowledge", "reload", *paths, "--source", "合成資料"]
    return [*command, "--accept-good-rows", "--yes", "--data-dir", str(data_dir)]


def _reload(data_dir: Path, path: Path) -> tuple[float, float]:
    """Seconds and peak megabytes of a full rebuild in a process of its own."""
    code = (
        "import resource, sys, time; start = time.monotonic();"
        "from knowledge.__main__ import main; code = main(sys.argv[1:]);"
        "peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024;"
        "print(time.monotonic() - start, peak); sys.exit(code)"
    )
    command = [sys.executable, "-c", code, *_command(data_dir, path)[3:]]
    done = subprocess.run(command, cwd=ROOT, stdout=subprocess.PIPE, check=True)  # noqa: S603 - ourselves
    seconds, peak = done.stdout.split()[-2:]
    return float(seconds), float(peak)


@contextmanager
def _reloading(data_dir: Path, path: Path) -> Iterator[subprocess.Popen[bytes]]:
    """A reload on its way."""
    command = _command(data_dir, path)
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.DEVNULL) as running:  # noqa: S603
        yield running


def _timed(server: Worker, question: str) -> float:
    start = time.monotonic()
    server.ask(question)
    taken = (time.monotonic() - start) * 1000
    _pause()
    return taken


def _pause() -> None:
    """Let the time of somebody who reads pass, without any work."""
    threading.Event().wait(BETWEEN_SECONDS)


def _pair(values: Sequence[float]) -> str:
    return f"{percentile(values, 0.5):.1f} / {percentile(values, 0.95):.1f} ms"


def _say(value: Any) -> None:
    _tell(json.dumps(value))


def _tell(text: str) -> None:
    sys.stdout.write(text + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    raise SystemExit(main())
