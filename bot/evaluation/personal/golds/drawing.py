"""What the golds share: which climbs entries are, and routes that a question may name."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable
from typing import TYPE_CHECKING, Final

from bot.evaluation.expectation import Expectation, Given
from bot.evaluation.personal.asking import Asking, climb_of

if TYPE_CHECKING:
    from bot.evaluation.personal.members import Entry
    from knowledge.schema import Route

Gold = Callable[[Asking], Expectation | None]
"""``None``: the log has nothing for it, and another draw is tried."""
_ROPED: Final = frozenset({"sport", "trad", "mixed"})


def climbs_of(entries: list[Entry]) -> dict[str, list[Entry]]:
    """The entries of each climb."""
    found: dict[str, list[Entry]] = defaultdict(list)
    for entry in entries:
        found[climb_of(entry)].append(entry)
    return found


def sent(entries: list[Entry]) -> int:
    """Different climbs done."""
    return sum(any(one.sent for one in each) for each in climbs_of(entries).values())


def told(value: object) -> tuple[str, ...]:
    """What an answer must contain to tell a value."""
    return (str(value),)


def of_route(asking: Asking, wanted: Callable[[list[Entry]], bool]) -> list[Entry]:
    """The entries of a catalogue route that fits; its name becomes the slot {route}."""
    grouped = climbs_of([e for e in asking.member.sessions if e.ascent.route_id])
    fits = [entries for entries in grouped.values() if wanted(entries)]
    fits = [entries for entries in fits if clear(asking, entries[0].ascent.route_id)]
    if not fits:
        return []
    chosen = asking.rng.choice(sorted(fits, key=lambda each: each[0].ascent.route_id))
    asking.slots["route"] = asking.name(_route(asking, chosen[0].ascent.route_id))
    return chosen


def _route(asking: Asking, route_id: str) -> Route:
    return next(route for route in asking.world.routes if route.id == route_id)


def clear(asking: Asking, route_id: str) -> bool:
    """Whether a question may name the route: a name of its own, long enough."""
    route = _route(asking, route_id)
    if not asking.english:
        return len(route.name) > 1
    named = [one for one in asking.world.routes if one.name_en == route.name_en]
    return bool(route.name_en) and len(named) == 1


def tries_of(entries: list[Entry]) -> int:
    """Tries of these entries; one without a number counts as one."""
    return sum(
        1 if one.counts_as in {"onsight", "flash"} else one.ascent.attempts or 1 for one in entries
    )


def nothing_pending(given: Given) -> str:
    """The check that an answer would change nothing."""
    return "something is pending" if given.answer.pending is not None else ""


def loggable(asking: Asking, number: int) -> list[Route]:
    """Roped catalogue routes that a member may name as climbed, so many if there are."""
    routes = [
        route
        for route in asking.world.named_routes
        if route.type in _ROPED and not route.pitch and clear(asking, route.id)
    ]
    return asking.rng.sample(routes, k=min(number, len(routes)))
