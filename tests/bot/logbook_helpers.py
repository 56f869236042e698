"""Invented ascents for the tests of the log, and how they open one."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING

from bot.ascents import Ascent
from bot.chat import Member, converse
from bot.logbook import Logbook

if TYPE_CHECKING:
    from pathlib import Path

    from bot.assistant import Assistant

FULL = Ascent(
    mode="lead",
    result="redpoint",
    day=date(2026, 11, 20),
    route_id="wuming/whale",
    route_name="灰鯨（Grey Whale）",
    crag="霧鳴岬",
    crag_id="wuming",
    area="鯨背",
    gym="岩嶼攀岩館",
    gym_id="yanyu",
    colour="藍",
    angle=40,
    mirrored=False,
    attempts=3,
    grade="5.10a",
    own_grade="5.10b",
    rating=4,
    length_m=28.5,
    pitches=1,
    notes="第三趟「終於」過了 crux，\n風很大 \udcff",
    visibility="server",
    source="mountain-project",
    source_id="mp-1",
    raw='{"Route":"Grey Whale"}',
)


class Clock:
    """A time that stands still until it is moved."""

    def __init__(self) -> None:
        self.now = datetime(2026, 11, 21, 4, 0, tzinfo=UTC)

    def __call__(self) -> datetime:
        return self.now

    def pass_(self, span: timedelta) -> None:
        self.now += span


def key_file(home: Path) -> Path:
    """The master key's place for a data folder of a test: beside it, never inside."""
    return home.parent / f"{home.name}-key" / "log.key"


def open_log(home: Path, clock: Clock | None = None) -> Logbook:
    """Open the log of a test's data folder."""
    return Logbook.open(home, key_file(home), clock=clock or Clock())


def climbs(*names: str) -> list[Ascent]:
    """Ascents of these routes on one day."""
    return [Ascent(route_name=name, day=date(2026, 11, 20), result="redpoint") for name in names]


def names(ascents: tuple[Ascent, ...]) -> list[str]:
    """The routes' names."""
    return [ascent.route_name for ascent in ascents]


def bare(ascents: tuple[Ascent, ...]) -> list[Ascent]:
    """As they were before the log gave them ids."""
    return [replace(ascent, id="", batch_id="") for ascent in ascents]


def noon() -> datetime:
    """The time of a conversation."""
    return datetime(2026, 11, 20, 12, 0, tzinfo=UTC)


def chat(assistant: Assistant, log: Logbook, *lines: str, user: str = "anna") -> list[str]:
    """What a member is told in the terminal chat."""
    said: list[str] = []
    converse(assistant, lines, said.append, noon, Member(user, log))
    return said[:-1]
