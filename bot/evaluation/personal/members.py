"""Invented members with invented logs over the loaded records: seeded, told day by day.

Every entry is made by playing a climber's year, so what it counts as is known by construction:
``counts_as`` is the truth, while the log sometimes calls a second go a flash again.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta
from random import Random
from typing import TYPE_CHECKING

from bot.ascents import Ascent, Mode, Result
from bot.evaluation.expectation import TODAY

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from bot.evaluation.world import World
    from knowledge.schema import Gym, Route

NAMES = ("amei", "bolin", "chloe", "dawu", "ender", "fang")
NOBODY_YET = "newcomer"
_FIRST_DAY = date(2024, 9, 1)
_GYM_GRADES = ("V1", "V2", "V2", "V3", "V3", "V4", "V5")
_COLOURS = ("紅", "黃", "綠", "藍", "紫", "黑")
_ROPED = frozenset({"sport", "trad", "mixed"})


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry of a log and the truth about it."""

    ascent: Ascent
    counts_as: Result
    """The result that it counts as."""

    @property
    def sent(self) -> bool:
        """Whether the climb was done."""
        return self.ascent.sent

    @property
    def new(self) -> bool:
        """Whether it is a new tick."""
        return self.sent and self.counts_as != "repeat"

    @property
    def session(self) -> bool:
        """Whether it tells of climbing."""
        return self.ascent.result != "todo" and self.ascent.day is not None

    @property
    def indoors(self) -> bool:
        """Whether it was in a gym."""
        return bool(self.ascent.gym)


@dataclass(frozen=True, slots=True)
class Member:
    """Somebody with a log."""

    id: str
    entries: tuple[Entry, ...]

    @property
    def ascents(self) -> tuple[Ascent, ...]:
        """The log as the store gives it."""
        return tuple(entry.ascent for entry in self.entries)

    @property
    def sessions(self) -> tuple[Entry, ...]:
        """The entries that tell of climbing."""
        return tuple(entry for entry in self.entries if entry.session)


class Logs:
    """The logs of all members, by owner: what an assistant reads."""

    def __init__(self, members: Sequence[Member]) -> None:
        self._logs = {member.id: member.ascents for member in members}

    def ascents(self, owner: str) -> tuple[Ascent, ...]:
        """One member's log; empty for anybody else."""
        return self._logs.get(owner, ())

    def profile(self, owner: str) -> Mapping[str, str]:
        """These members told nothing of themselves."""
        del owner
        return {}


def make_members(world: World, seed: int) -> tuple[Member, ...]:
    """The members, each with a log over these records."""
    return tuple(_member(name, world, Random(f"{seed}/{name}")) for name in NAMES)  # noqa: S311 - draws


def _member(name: str, world: World, rng: Random) -> Member:
    routes = [
        route
        for route in world.named_routes
        if route.grade.exact and route.type and not route.pitch and route.name
    ]
    home = rng.sample(sorted({route.crag_id for route in routes}), k=1)[0]
    known = [route for route in routes if route.crag_id == home or rng.random() < 0.35]
    known = rng.sample(known, k=min(len(known), 22))
    player = _Player(name, world, rng)
    day = _FIRST_DAY + timedelta(days=rng.randrange(40))
    while day <= TODAY:
        if rng.random() < 0.35 and world.gyms:
            player.gym_day(day, rng.choice(world.gyms))
        else:
            player.crag_day(day, known)
        day += timedelta(days=rng.choice((2, 5, 7, 7, 9, 14, 21)))
    player.uncatalogued(TODAY - timedelta(days=rng.randrange(3, 40)))
    player.wishes(routes)
    return Member(name, _numbered(player.entries))


def _numbered(entries: list[Entry]) -> tuple[Entry, ...]:
    """In the order of the store, with ids in the order of entry."""
    numbered = [
        replace(entry, ascent=replace(entry.ascent, id=f"{number:09d}"))
        for number, entry in enumerate(entries, 1)
    ]
    dated = sorted(
        (entry for entry in numbered if entry.ascent.day),
        key=lambda entry: (str(entry.ascent.day), entry.ascent.id),
    )
    return (*dated, *(entry for entry in numbered if entry.ascent.day is None))


class _Player:
    """Plays one climber and writes the log."""

    def __init__(self, name: str, world: World, rng: Random) -> None:
        self.entries: list[Entry] = []
        self._name = name
        self._world = world
        self._rng = rng
        self._tries: dict[tuple[str, str], int] = {}
        self._done: set[tuple[str, str]] = set()
        self._touched: set[str] = set()

    def crag_day(self, day: date, known: list[Route]) -> None:
        """One to four climbs outside."""
        for route in self._rng.sample(known, k=min(len(known), self._rng.randint(1, 4))):
            self._climb(day, route)

    def _climb(self, day: date, route: Route) -> None:
        mode: Mode = "boulder" if route.type == "boulder" else "lead"
        if route.type == "toprope" or (mode == "lead" and self._rng.random() < 0.15):
            mode = "toprope"
        tick = (route.id, mode)
        fresh = route.id not in self._touched
        self._touched.add(route.id)
        told, truth, tries = self._outcome(tick, mode, fresh, route)
        crag = self._world.crags[route.crag_id]
        ascent = Ascent(
            mode=mode,
            result=told,
            day=day,
            route_id=route.id,
            route_name=route.name,
            crag=crag.display_name,
            crag_id=crag.id,
            grade=route.grade.raw,
            attempts=tries,
            length_m=route.length_m,
            notes=f"{self._name} 的筆記 {len(self.entries)}" if self._rng.random() < 0.3 else "",
        )
        self.entries.append(Entry(ascent, truth))

    def _outcome(
        self, tick: tuple[str, str], mode: Mode, fresh: bool, route: Route
    ) -> tuple[Result, Result, int | None]:
        """What the log calls it, what it is, and the tries."""
        rng = self._rng
        hardness = (route.grade.midpoint or 0) - 55
        if tick in self._done:
            told = rng.choice(("repeat", "repeat", "redpoint", "flash"))
            if mode == "toprope":
                told = "clean"
            return told, "repeat", None  # type: ignore[return-value]
        if rng.random() < 0.25 + hardness * 0.02:
            return "attempt", "attempt", rng.choice((1, 2, 3, 4, None))
        self._done.add(tick)
        if mode == "toprope":
            return "clean", "clean", None
        if fresh and rng.random() < 0.5:
            first: Result = "onsight" if mode == "lead" and rng.random() < 0.5 else "flash"
            return first, first, 1
        return "redpoint", "redpoint", rng.choice((1, 2, 3, 5, None))

    def gym_day(self, day: date, gym: Gym) -> None:
        """Some problems by colour, never the same one again."""
        for _ in range(self._rng.randint(1, 3)):
            result: Result = self._rng.choice(("flash", "redpoint", "redpoint", "attempt"))
            ascent = Ascent(
                mode="boulder",
                result=result,
                day=day,
                gym=gym.name or gym.name_en,
                gym_id=gym.id,
                colour=self._rng.choice(_COLOURS),
                grade=self._rng.choice(_GYM_GRADES),
                attempts=self._rng.choice((None, 2, 3)) if result != "flash" else None,
            )
            self.entries.append(Entry(ascent, result))

    def uncatalogued(self, day: date) -> None:
        """A climb that no catalogue holds, called after the member."""
        ascent = Ascent(
            mode="lead", result="redpoint", day=day, route_name=f"{self._name.title()}之路",
            crag="無名海岸", grade="5.10", attempts=2,
        )  # fmt: skip
        self.entries.append(Entry(ascent, "redpoint"))

    def wishes(self, routes: list[Route]) -> None:
        """Some climbs that were never touched."""
        free = [route for route in routes if route.id not in self._touched]
        for route in self._rng.sample(free, k=min(3, len(free))):
            crag = self._world.crags[route.crag_id]
            ascent = Ascent(
                result="todo", route_id=route.id, route_name=route.name,
                crag=crag.display_name, crag_id=crag.id, grade=route.grade.raw,
            )  # fmt: skip
            self.entries.append(Entry(ascent, "todo"))
