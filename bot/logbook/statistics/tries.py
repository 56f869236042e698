"""Tries and what came of them: open projects, success, tries until the first success."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot.ascents import TRIED, Ascent
from bot.logbook.statistics.settling import identity, is_session

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import date


@dataclass(frozen=True, slots=True)
class Climb:
    """All entries about one climb, in the order of the log."""

    ascents: tuple[Ascent, ...]

    @property
    def last(self) -> Ascent:
        """The latest entry."""
        return self.ascents[-1]

    @property
    def sessions(self) -> tuple[Ascent, ...]:
        """The entries that tell of climbing."""
        return tuple(one for one in self.ascents if is_session(one))

    @property
    def named(self) -> bool:
        """Whether it can be told from others: an unnamed gym problem cannot be tried again."""
        return bool(self.last.route_id or self.last.route_name)

    @property
    def sent(self) -> bool:
        """Whether it was ever done."""
        return any(one.sent for one in self.ascents)

    @property
    def open(self) -> bool:
        """Whether it was tried, or made a project, and never done."""
        return not self.sent and any(one.result in TRIED for one in self.ascents)

    @property
    def tries(self) -> int:
        """Tries on record; a session without a number counts as one at least."""
        return sum(_tries(one) or 1 for one in self.sessions)

    @property
    def complete(self) -> bool:
        """Whether every session says how many tries it had."""
        return all(_tries(one) for one in self.sessions)

    @property
    def tries_to_send(self) -> int | None:
        """Tries up to the first success; ``None`` without one, or where a number is missing."""
        total = 0
        for one in self.sessions:
            known = _tries(one)
            if known is None:
                return None
            total += known
            if one.sent:
                return total
        return None

    @property
    def last_day(self) -> date | None:
        """The last day with climbing on it."""
        return max((one.day for one in self.sessions if one.day), default=None)


def _tries(ascent: Ascent) -> int | None:
    """The tries of one entry; a first-try success is one, zero is as good as unknown."""
    if ascent.result in {"onsight", "flash"}:
        return 1
    return ascent.attempts or None


def climbs(ascents: Iterable[Ascent]) -> tuple[Climb, ...]:
    """The entries by climb, in the order in which the climbs first come."""
    found: dict[tuple[str, ...], list[Ascent]] = {}
    for index, one in enumerate(ascents):
        found.setdefault(identity(one, index), []).append(one)
    return tuple(Climb(tuple(each)) for each in found.values())


def open_projects(ascents: Iterable[Ascent]) -> tuple[Climb, ...]:
    """Climbs tried or planned and never done: most tries first, then the latest."""
    found = [climb for climb in climbs(ascents) if climb.open and climb.named]
    return tuple(sorted(found, key=lambda climb: (-climb.tries, str(climb.last_day or ""))))


def success(ascents: Iterable[Ascent]) -> tuple[int, int]:
    """(climbs done, climbs tried or done); without a result nobody knows whether it was done."""
    touched = [
        climb
        for climb in climbs(ascents)
        if climb.sent or any(one.result in TRIED for one in climb.sessions)
    ]
    return sum(climb.sent for climb in touched), len(touched)


def tries_per_send(ascents: Iterable[Ascent]) -> tuple[float, int, int]:
    """Mean tries until the first success, over how many climbs, and how many were done in all."""
    sent = [climb for climb in climbs(ascents) if climb.sent]
    known = [tries for climb in sent if (tries := climb.tries_to_send) is not None]
    return (sum(known) / len(known) if known else 0.0), len(known), len(sent)


def wishes(ascents: Sequence[Ascent]) -> tuple[Ascent, ...]:
    """Climbs on the wish list that were not done since."""
    done = {identity(one) for one in ascents if one.sent}
    found = {identity(one, at): one for at, one in enumerate(ascents) if one.result == "todo"}
    return tuple(one for climb, one in found.items() if climb not in done)
