"""What an entry counts as once everything before it is known.

A flash or an onsight needs that nothing was ever tried before on the climb; the second time a
climb is done is a repeat, whatever it was called; a fall and then a clean go is a redpoint. Leads,
top ropes and boulders are different ticks. Entries come in the order of the log: oldest day first,
then as they were entered, undated ones last.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Literal

from bot.ascents import TRIED
from knowledge.grades import parse_grade
from knowledge.text import key

if TYPE_CHECKING:
    from collections.abc import Iterable

    from bot.ascents import Ascent, Result
    from knowledge.schema import Grade, RouteType

Kind = Literal[
    "lead", "gym_lead", "toprope", "gym_toprope", "boulder", "gym_boulder", "solo", "other"
]
"""Groups that are never compared with each other."""
KINDS: tuple[Kind, ...] = (
    "lead",
    "toprope",
    "boulder",
    "gym_lead",
    "gym_toprope",
    "gym_boulder",
    "solo",
    "other",
)
_BELAYED_FROM_ABOVE = frozenset({"toprope", "second", "autobelay"})
_FIRST_TRY: frozenset[Result] = frozenset({"onsight", "flash"})
Identity = tuple[str, ...]


def discipline(ascent: Ascent) -> RouteType | None:
    """Boulder or rope, as far as it is known; decides how a grade is read."""
    if ascent.mode == "boulder":
        return "boulder"
    return None if ascent.mode == "unknown" else "sport"


def grade_of(ascent: Ascent) -> Grade:
    """The official grade at the time, else the climber's own."""
    return parse_grade(ascent.grade or ascent.own_grade, discipline(ascent))


def indoors(ascent: Ascent) -> bool:
    """Whether it was in a gym."""
    return bool(ascent.gym or ascent.gym_id or ascent.mode == "autobelay")


def kind_of(ascent: Ascent) -> Kind:
    """The group in which it is compared."""
    inside = indoors(ascent)
    if ascent.mode == "boulder" or (
        ascent.mode == "unknown" and grade_of(ascent).group == "boulder"
    ):
        return "gym_boulder" if inside else "boulder"
    if ascent.mode == "lead":
        return "gym_lead" if inside else "lead"
    if ascent.mode in _BELAYED_FROM_ABOVE:
        return "gym_toprope" if inside else "toprope"
    return "solo" if ascent.mode == "solo" else "other"


def identity(ascent: Ascent, index: int = 0) -> Identity:
    """What makes two entries the same climb; unnamed gym problems are each their own.

    Args:
        ascent: The entry.
        index: Its place in the log, to tell unnamed ones apart.
    """
    if ascent.route_id:
        return ("route", ascent.route_id)
    name = key(ascent.route_name)
    if not name:
        return ("unnamed", ascent.id or str(index))
    board = (str(ascent.angle or ""), str(ascent.mirrored or ""))
    return ("name", name, key(ascent.gym or ascent.crag), *board)


def is_session(ascent: Ascent) -> bool:
    """Whether the entry tells of climbing, not of a wish."""
    if ascent.result == "todo":
        return False
    return ascent.result != "project" or ascent.day is not None or bool(ascent.attempts)


def settled(ascents: Iterable[Ascent]) -> tuple[Ascent, ...]:
    """The entries with the results that they count as."""
    touched: set[Identity] = set()
    done: set[tuple[Identity, str]] = set()
    found = []
    for index, ascent in enumerate(ascents):
        climb = identity(ascent, index)
        result = _counts_as(ascent, tried=climb in touched, done=(climb, _tick(ascent)) in done)
        if is_session(ascent):
            touched.add(climb)
        if ascent.sent:
            done.add((climb, _tick(ascent)))
        found.append(ascent if result == ascent.result else replace(ascent, result=result))
    return tuple(found)


def _counts_as(ascent: Ascent, *, tried: bool, done: bool) -> Result:
    result = ascent.result
    if result == "repeat" or not ascent.sent:
        return result
    if done:
        return "repeat"
    several = ascent.attempts is not None and ascent.attempts > 1
    if result in _FIRST_TRY and (tried or several):
        return "redpoint" if _tick(ascent) != "toprope" else "clean"
    if result == "onsight" and _tick(ascent) == "boulder":
        return "flash"
    return result


def _tick(ascent: Ascent) -> str:
    return kind_of(ascent).removeprefix("gym_")


def is_new(ascent: Ascent) -> bool:
    """Whether a settled entry is a new tick."""
    return ascent.sent and ascent.result != "repeat"


def tried(ascent: Ascent) -> bool:
    """Whether a settled entry is a session that did not succeed."""
    return ascent.result in TRIED and is_session(ascent)
