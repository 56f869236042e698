"""Golds of questions that are not answered with figures: asked back, declined, explained."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Final

from bot.evaluation.expectation import Expectation
from bot.evaluation.personal.golds.drawing import (
    loggable,
    nothing_pending,
)

if TYPE_CHECKING:
    from bot.evaluation.personal.asking import Asking
    from bot.evaluation.personal.golds.drawing import Gold


def ask_route(asking: Asking) -> Expectation | None:
    """A name that several routes bear: asked back, nothing pending."""
    names = Counter(route.name for route in asking.world.routes if route.name and not route.pitch)
    shared = [name for name, number in names.items() if number == 2 and len(name) > 1]
    if not shared:
        return None
    name = asking.rng.choice(shared)
    both = [route for route in asking.world.routes if route.name == name]
    if len({route.grade.raw for route in both}) < 2 or len({route.crag_id for route in both}) < 2:
        return None
    asking.slots["route"] = name
    return Expectation(
        contains=tuple((route.grade.raw,) for route in both), checks=(nothing_pending,)
    )


def refused_day(asking: Asking) -> Expectation | None:
    """A day that has not come: questioned, nothing pending."""
    routes = loggable(asking, 1)
    if not routes:
        return None
    asking.slots["route"] = asking.name(routes[0])
    return Expectation(checks=(nothing_pending,))


def refused(asking: Asking) -> Expectation | None:
    """Somebody else's log, or nobody known: declined, nothing of any log is said."""
    other = asking.rng.choice(("小明", "阿凱", "Bob", "user 7"))
    asking.slots["somebody"] = other
    return Expectation(abstained=True, checks=(nothing_pending,))


def empty(asking: Asking) -> Expectation | None:
    """A member without entries: said so, with the first step."""
    del asking
    return Expectation(contains=(("空", "0筆", "empty"), ("記一筆", "log:")), abstained=True)


def manage(asking: Asking) -> Expectation | None:
    """Import, export, erasure: how it is done."""
    return Expectation(contains=((f"log {asking.args['command']}",),), abstained=None)


GOLDS: Final[dict[str, Gold]] = {
    "ask_route": ask_route,
    "refused_day": refused_day,
    "refused": refused,
    "empty": empty,
    "manage": manage,
}
