"""What can be compared of the records: difficulty, length, bolts, prices, totals."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from bot.voice.plain import plain
from knowledge.gazetteer.branches import gym_forms
from knowledge.grades import compare
from knowledge.schema import Route

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from bot.schema import Evidence
    from knowledge.schema import Gym


@dataclass(frozen=True, slots=True)
class Item:
    """A record or place with what can be compared of it."""

    names: tuple[str, ...]
    values: dict[str, Any]
    route: Route | None = None


def items_of(evidence: Evidence) -> tuple[Item, ...]:
    """Everything of an evidence that can be compared."""
    return (*_routes(evidence), *_gyms(evidence), *_groups(evidence))


def is_extreme(one: Item, items: Iterable[Item], kind: str, sign: int) -> bool:
    """Whether nothing has more of it (less, with a sign of -1), and something has less."""
    signs = [apart(one, other, kind) for other in items if other is not one]
    return all(each in (sign, 0) for each in signs if each is not None) and sign in signs


def apart(one: Item, other: Item, kind: str) -> int | None:
    """1 when the first has more of it, -1 when less, 0 when as much; ``None`` if nobody can say."""
    first, second = one.values.get(kind), other.values.get(kind)
    if first is None or second is None:
        return None
    if kind == "grade":
        return compare(first, second)
    if kind == "price":
        shared = first.keys() & second.keys() & {"weekday", "weekend"}
        signs = {(first[each] > second[each]) - (first[each] < second[each]) for each in shared}
        return signs.pop() if len(signs) == 1 else None
    return int((first > second) - (first < second))


def spelled(value: Any) -> set[str]:
    """How a compared value is written."""
    if hasattr(value, "raw"):
        return {value.raw.lower(), value.lo}
    if isinstance(value, dict):
        return {str(one) for one in value.values()}
    return {f"{value:.12g}"}


def _routes(evidence: Evidence) -> Iterator[Item]:
    for route in evidence.routes:
        values = {"grade": route.grade, "length": route.length_m, "bolts": route.bolts}
        yield Item(_names(route), values, route)


def _names(route: Route) -> tuple[str, ...]:
    names = (route.name, route.name_en, *route.aliases, *route.old_names)
    return tuple(plain(name) for name in names if name)


def _gyms(evidence: Evidence) -> Iterator[Item]:
    for gym in evidence.gyms:
        yield Item(tuple(_gym_names(gym)), {"price": dict(gym.prices) or None})


def _gym_names(gym: Gym) -> list[str]:
    forms = gym_forms(gym.name, gym.name_en, gym.aliases)
    return sorted(
        {name for name in (gym.name, gym.name_en, *gym.aliases, *forms) if name},
        key=len,
        reverse=True,
    )


def _groups(evidence: Evidence) -> Iterator[Item]:
    for group in evidence.groups:
        yield Item((group.name,), {"total": group.total, "bounds": group.bounds})
