"""Load and faults through the loopback gateway: ``python -m tests.benchmarks.discord_load``.

The bot is the real process; people, Discord and faults are this one; notices are published by a
third. A message counts as lost when nobody answered it half a minute after the last one, and as
doubled when it was answered twice. Faults make answers late, so their times are printed apart.
"""

from __future__ import annotations

import argparse
import asyncio
import itertools
import random
import subprocess
import sys
import time
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any

import aiohttp

from knowledge.knowledge_base import import_files
from tests.benchmarks.discord_faults import SLASH_NOTE, Plan, break_things, fault_rows
from tests.benchmarks.machine import machine, percentile, table
from tests.discord.loopback.server import Loopback, loopback
from tests.discord.loopback.world import Interaction
from tests.discord.process import bot_process

if TYPE_CHECKING:
    from tests.discord.loopback.world import Channel, Message, User

ROOT = Path(__file__).parents[2]
DEMO = ROOT / "data" / "demo"
GUILDS, USERS = 20, 500
PATIENCE_SECONDS = 30
SLASH_SHARE = 0.1
HEALTH_PORT = 18_473
QUESTIONS = (
    "灰鯨幾級",
    "霧鳴岬有哪些 5.10 的運攀",
    "推薦一條石螢谷 5.9 左右的",
    "岩嶼台南店星期日開到幾點",
    "灰鯨誰首攀的",
    "石螢谷有幾條路線",
    "flash 是什麼意思",
    "5.10a 等於法式幾級",
    "霧鳴岬最難的是哪條",
    "岩嶼台南店最近有什麼公告",
    "右手在哪裡",
    "What grade is Grey Whale?",
)


@dataclass(slots=True)
class Run:
    """What was said and what came back."""

    sent: dict[int, float] = field(default_factory=dict)
    answered: dict[int, list[float]] = field(default_factory=dict)
    slashes: list[Interaction] = field(default_factory=list)
    seconds: float = 0.0
    """How long people spoke."""

    def note(self, message: Message) -> None:
        """Remember an answer of the bot."""
        if message.reference_id is not None:
            self.answered.setdefault(message.reference_id, []).append(time.perf_counter())

    @property
    def lost(self) -> int:
        """Messages that nobody answered."""
        return sum(one not in self.answered for one in self.sent)

    @property
    def doubled(self) -> int:
        """Messages answered more than once."""
        return sum(len(times) > 1 for times in self.answered.values())

    def milliseconds(self) -> list[float]:
        """How long each answer took."""
        return [
            (self.answered[one][0] - begun) * 1000
            for one, begun in self.sent.items()
            if one in self.answered
        ]


def main(arguments: list[str] | None = None) -> int:
    """Print the tables; 0."""
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks.discord_load")
    parser.add_argument("--seconds", type=float, default=60.0, help="how long, default 60")
    parser.add_argument("--rate", type=float, default=50.0, help="messages a second, default 50")
    parser.add_argument("--real", type=Path, metavar="DIR", help="folder with real files")
    parser.add_argument("--only", choices=("load", "faults"), help="only one of the two parts")
    given = parser.parse_args(arguments)
    print(machine())  # noqa: T201
    for part in ("load", "faults"):
        if given.only in (None, part):
            faulty = part == "faults"
            told = asyncio.run(_measure(given, faulty=faulty))
            print(f"\n## {part}\n\n{told}")  # noqa: T201
    return 0


async def _measure(given: argparse.Namespace, *, faulty: bool) -> str:
    with TemporaryDirectory(prefix="yanyou-load-") as scratch:
        data_dir = Path(scratch) / "data"
        import_files(data_dir, [given.real or DEMO])
        async with loopback() as server:
            channels = [server.world.channel(server.world.guild(f"g{n}")) for n in range(GUILDS)]
            users = [server.world.user(f"u{number}") for number in range(USERS)]
            settings = {"YANYOU_HEALTH_PORT": str(HEALTH_PORT)}
            async with bot_process(server, data_dir, **settings) as bot:
                await server.online()
                await server.until(lambda: bool(server.world.commands), "commands")
                begun = await _health()
                with _reloader(data_dir, active=not faulty):
                    run = await _talk(server, channels, users, given, faulty=faulty)
                ended = await _health()
                bot.terminate()
                await bot.ended()
            return _report(run, server, begun, ended, given, faulty=faulty)


async def _talk(
    server: Loopback,
    channels: list[Channel],
    users: list[User],
    given: argparse.Namespace,
    *,
    faulty: bool,
) -> Run:
    run, plan = Run(), _plan(given)
    server.rest.on_message = run.note
    # two channels' worth of words before the clock starts: what a first question loads is loaded
    for number, question in enumerate(QUESTIONS):
        await server.reply(await server.say(channels[number], users[0], server.mention(question)))
    chance = random.Random(20261128)  # noqa: S311 - the same load every time
    faults = asyncio.create_task(break_things(server, plan, given.seconds)) if faulty else None
    start = time.perf_counter()
    total = int(given.seconds * given.rate)
    for number in itertools.count():
        if number >= total and (faults is None or faults.done()):
            break
        delay = start + number / given.rate - time.perf_counter()
        if delay > 0:
            await asyncio.sleep(delay)
        channel, user = chance.choice(channels), chance.choice(users)
        question = chance.choice(QUESTIONS)
        if not faulty and chance.random() < SLASH_SHARE:
            run.slashes.append(await server.slash(channel, user, "ask", {"question": question}))
        begun = time.perf_counter()
        said = await server.say(channel, user, server.mention(question))
        run.sent[said.id] = begun
    run.seconds = time.perf_counter() - start
    if faults is not None:
        await faults
    await _settle(run)
    return run


def _plan(given: argparse.Namespace) -> Plan:
    return Plan.share(min(1.0, given.seconds / 60.0))


async def _settle(run: Run) -> None:
    """Give what is late its time."""
    patience = time.perf_counter() + PATIENCE_SECONDS
    while run.lost and time.perf_counter() < patience:  # noqa: ASYNC110 - counts what is late
        await asyncio.sleep(0.25)
    await asyncio.sleep(1.0)  # a second answer would come by now


async def _health() -> dict[str, Any]:
    url = f"http://127.0.0.1:{HEALTH_PORT}/healthz"
    async with aiohttp.ClientSession() as session, session.get(url) as response:
        return dict(await response.json())


class _Reloader:
    """A process that publishes a notice every five seconds."""

    def __init__(self, data_dir: Path, *, active: bool) -> None:
        self._data_dir, self._active = data_dir, active
        self._process: subprocess.Popen[bytes] | None = None

    def __enter__(self) -> None:
        if self._active:
            command = [sys.executable, "-m", "tests.benchmarks.notices", str(self._data_dir)]
            self._process = subprocess.Popen(command, cwd=ROOT)  # noqa: S603

    def __exit__(self, *_: object) -> None:
        if self._process is not None:
            self._process.terminate()
            self._process.wait()


def _reloader(data_dir: Path, *, active: bool) -> _Reloader:
    return _Reloader(data_dir, active=active)


def _report(
    run: Run,
    server: Loopback,
    begun: dict[str, Any],
    ended: dict[str, Any],
    given: argparse.Namespace,
    *,
    faulty: bool,
) -> str:
    taken = run.milliseconds()
    rows = [
        ["messages", str(len(run.sent)), f"{given.rate:.0f}/s for {run.seconds:.0f} s"],
        ["lost", str(run.lost), "0"],
        ["answered twice", str(run.doubled), "0"],
        ["answer, p50", f"{percentile(taken, 0.5):.0f} ms", ""],
        ["answer, p95", f"{percentile(taken, 0.95):.0f} ms", "" if faulty else "300 ms"],
        ["answer, p99", f"{percentile(taken, 0.99):.0f} ms", ""],
        ["memory, at first and at last", f"{begun['rss_mb']} → {ended['rss_mb']} MB", "450 MB"],
    ]
    if not faulty:
        waits = [one.acknowledged_after * 1000 for one in run.slashes if one.acknowledged]
        missed = sum(one.acknowledged is None for one in run.slashes)
        rows += [
            ["commands, not acknowledged", f"{missed} of {len(run.slashes)}", "0"],
            ["defer, p99", f"{percentile(waits, 0.99):.0f} ms", "1000 ms"],
            ["event-loop lag, p99", f"{ended['lag_p99_ms']:.1f} ms", "20 ms"],
            [
                "snapshots answered from",
                f"{begun['snapshot']} → {ended['snapshot']}",
                "one per 5 s",
            ],
        ]
    else:
        rows += fault_rows(server, _plan(given))
    told = table(["", "measured", "target"], rows)
    return f"{told}\n\n{SLASH_NOTE}" if faulty else told


if __name__ == "__main__":
    raise SystemExit(main())
