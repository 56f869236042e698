"""Golds about climbs of the log: the hardest, the first, the last, what is open."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Final

from bot.evaluation.expectation import Expectation
from bot.evaluation.personal.asking import Asking, boulder_rank, climb_of, rank
from bot.evaluation.personal.golds.drawing import (
    clear,
    climbs_of,
    of_route,
    told,
    tries_of,
)
from bot.evaluation.texts import dates

if TYPE_CHECKING:
    from collections.abc import Callable

    from bot.evaluation.personal.golds.drawing import Gold
    from bot.evaluation.personal.members import Entry

_YES: Final = ("有", "yes", "完攀過")
_NOT_YET: Final = ("還沒", "沒完攀", "沒有完攀", "notsentit", "notsent", "butnot")
_NO: Final = ("沒有", "沒爬", "no", "not")


def hardest(asking: Asking) -> Expectation | None:
    """The hardest new tick of one kind of climbing; every one that ties may be named."""
    boulders = asking.args.get("mode") == "boulder"
    measure: Callable[[str], float | None] = boulder_rank if boulders else rank
    known = [
        (value, entry.ascent)
        for entry in asking.within()
        if entry.new
        and entry.ascent.mode == asking.args.get("mode", "lead")
        and entry.indoors == (asking.args.get("where") == "gym")
        and (value := measure(entry.ascent.grade)) is not None
    ]
    if not known:
        return None
    top = max(value for value, _ in known)
    best = [ascent for value, ascent in known if value == top]
    names = tuple(ascent.route_name or f"{ascent.colour}色" for ascent in best)
    if asking.english:
        names += tuple(ascent.grade for ascent in best)
    return Expectation(contains=((best[0].grade,), names))


def first_at(asking: Asking) -> Expectation | None:
    """The first climb done at the drawn grade."""
    found = [entry for entry in asking.within("") if entry.new and not entry.indoors]
    if not found:
        return None
    first = min(entry.ascent.day for entry in found if entry.ascent.day)
    names = tuple(entry.ascent.route_name for entry in found if entry.ascent.day == first)
    return Expectation(contains=(dates(first.isoformat()), names))


def last_at_crag(asking: Asking) -> Expectation | None:
    """The last day at the drawn crag or gym."""
    found = [entry.ascent.day for entry in asking.within("") if entry.ascent.day]
    return Expectation(contains=(dates(max(found).isoformat()),)) if found else None


def last_on_route(asking: Asking) -> Expectation | None:
    """The last day on the drawn route."""
    entries = of_route(asking, lambda each: len(each) > 0)
    if not entries:
        return None
    last = max(entry.ascent.day for entry in entries if entry.ascent.day)
    return Expectation(contains=(dates(last.isoformat()),))


def done_yes(asking: Asking) -> Expectation | None:
    """A route that was done."""
    entries = of_route(asking, lambda each: any(one.sent for one in each))
    if not entries:
        return None
    first = min(entry.ascent.day for entry in entries if entry.sent and entry.ascent.day)
    return Expectation(contains=(_YES, dates(first.isoformat())), forbidden=("還沒完攀",))


def done_tried(asking: Asking) -> Expectation | None:
    """A route that was tried and never done."""
    entries = of_route(asking, lambda each: not any(one.sent for one in each))
    return Expectation(contains=(_NOT_YET,)) if entries else None


def done_no(asking: Asking) -> Expectation | None:
    """A route of the catalogue that the log does not hold at all."""
    held = {entry.ascent.route_id for entry in asking.member.entries}
    free = [r for r in asking.world.named_routes if r.id not in held and clear(asking, r.id)]
    free = [route for route in free if not route.pitch]
    if not free:
        return None
    asking.slots["route"] = asking.name(asking.rng.choice(free))
    return Expectation(contains=(_NO,), forbidden=("你完攀過「",))


def _open(asking: Asking) -> dict[str, list[Entry]]:
    grouped = climbs_of(asking.within())
    named = {key: each for key, each in grouped.items() if each[0].ascent.route_name}
    return {key: each for key, each in named.items() if not any(one.sent for one in each)}


def projects(asking: Asking) -> Expectation | None:
    """Every named route that was tried and never done."""
    found = _open(asking)
    if not found:
        return None
    names = [(each[0].ascent.route_name,) for each in found.values()]
    return Expectation(contains=tuple(names))


def most_tried(asking: Asking) -> Expectation | None:
    """The climb with the most tries, where it is one."""
    totals = Counter({key: tries_of(each) for key, each in climbs_of(asking.within()).items()})
    if not totals:
        return None
    (first, most), *rest = totals.most_common(2)
    if rest and rest[0][1] == most:
        return None
    name = next(e.ascent.route_name for e in asking.member.sessions if climb_of(e) == first)
    return Expectation(contains=((name,), told(most))) if name else None


def tries(asking: Asking) -> Expectation | None:
    """Tries on the drawn route; a session without a number counts as one."""
    entries = of_route(asking, lambda each: tries_of(each) > 1)
    return Expectation(contains=(told(tries_of(entries)),)) if entries else None


def wishes(asking: Asking) -> Expectation | None:
    """Every climb on the wish list that was not done since."""
    done = {climb_of(entry) for entry in asking.member.entries if entry.sent}
    wanted = [e.ascent for e in asking.member.entries if e.ascent.result == "todo"]
    names = [(one.route_name,) for one in wanted if one.route_id not in done]
    return Expectation(contains=tuple(names)) if names else None


GOLDS: Final[dict[str, Gold]] = {
    "hardest": hardest,
    "first_at": first_at,
    "last_at_crag": last_at_crag,
    "last_on_route": last_on_route,
    "done_yes": done_yes,
    "done_tried": done_tried,
    "done_no": done_no,
    "projects": projects,
    "most_tried": most_tried,
    "tries": tries,
    "wishes": wishes,
}
