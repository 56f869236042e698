"""What can be compared of the records: difficulty, length, bolts, prices, totals."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, Final

from bot.voice.evidence.gym_names import names_of, towns_of
from bot.voice.language.plain import plain
from knowledge.grades import compare
from knowledge.schema import Route

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from bot.schema import Evidence
    from knowledge.schema import Area, Crag, Sector

_TYPE_WORDS: Final = {
    "sport": ("運攀", "運動攀登", "sport"),
    "trad": ("傳攀", "傳統攀登", "trad"),
    "boulder": ("抱石", "boulder"),
    "toprope": ("上方架繩", "頂繩", "top rope"),
    "mixed": ("混合", "mixed"),
}
HIRED: Final = {
    "shoes": re.compile(r"租鞋|岩鞋|\bshoes?\b", re.IGNORECASE),
    "harness": re.compile(r"吊帶|\bharness", re.IGNORECASE),
    "twilight": re.compile(r"星光|\bstarlight\b|\btwilight\b", re.IGNORECASE),
}
"""Prices that are compared by themselves, and their words."""
_BRANCH: Final = re.compile(r"(?<=\S{2})店$| (?:Climbing )?Gym$")
_ALONE: Final = (
    r"(?:^|[「“『、\s和跟與比是有]|所以|但|而|那|則){name}"
    r"(?=[比是較最難也要的、，。,)）\sV\d」”』]|[(（](?:V|5\.)|簡單|$)"
)
"""Where a name of one character stands as a name without marks."""


@dataclass(frozen=True, slots=True)
class Item:
    """A record, place, pitch, kind or grade with what can be compared of it."""

    names: tuple[str, ...]
    values: dict[str, Any]
    route: Route | None = None
    family: str = ""
    """What it is compared with: ``group``, ``type`` or ``bucket``; empty for a record."""
    types: tuple[tuple[str, int], ...] = ()
    """Of a place, how many routes of each kind it has."""

    def of_types(self, types: set[str]) -> Item:
        """The place with no more than its routes of these kinds."""
        if not types or not self.types:
            return self
        total = sum(count for kind, count in self.types if kind in types)
        return replace(self, values={**self.values, "total": total})


def items_of(evidence: Evidence) -> tuple[Item, ...]:
    """Everything of an evidence that can be compared."""
    return (
        *_routes(evidence),
        *_gyms(evidence),
        *_groups(evidence),
        *_types(evidence),
        *_buckets(evidence),
    )


def find_name(clause: str, name: str) -> int:
    """Where a name stands; one of a single character only where it stands as a name."""
    if len(name) > 1:
        return clause.find(name)
    return next((start for start, _ in spans_of(clause, name)), -1)


def spans_of(text: str, name: str) -> Iterator[tuple[int, int]]:
    """Where a name stands in a text, each time, in whatever case."""
    alone = len(name) == 1
    written = _ALONE.format(name=re.escape(name)) if alone else re.escape(name)
    for match in re.finditer(written, text, re.IGNORECASE):
        yield match.end() - len(name), match.end()


def is_extreme(one: Item, items: Iterable[Item], kind: str, sign: int) -> bool:
    """Whether nothing has more of it (less, with a sign of -1), and something has less."""
    signs = [apart(one, other, kind) for other in items if other is not one]
    return all(each in (sign, 0) for each in signs if each is not None) and sign in signs


def apart(one: Item, other: Item, kind: str) -> int | None:
    """1 when the first has more of it, -1 when less, 0 when as much; ``None`` if nobody can say."""
    first, second = one.values.get(kind), other.values.get(kind)
    if first is None or second is None:
        return None
    if kind in {"grade", "hardest", "easiest"}:
        return compare(first, second)
    if kind == "price":
        shared = first.keys() & second.keys() & {"weekday", "weekend"}
        signs = {(first[each] > second[each]) - (first[each] < second[each]) for each in shared}
        return signs.pop() if len(signs) == 1 else None
    return int((first > second) - (first < second))


def ticket_of(text: str) -> str:
    """The price that a text compares by itself; empty where it is that of the entry."""
    return next((ticket for ticket, words in HIRED.items() if words.search(text)), "")


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
    if route.pitch:
        # the pitches of a line share its name
        return (route.pitch.upper(),)
    names = (route.name, route.name_en, *route.aliases, *route.old_names)
    return tuple(plain(name) for name in names if name)


def _gyms(evidence: Evidence) -> Iterator[Item]:
    towns = towns_of(evidence.gyms)
    heads = Counter(gym.name[:2] for gym in evidence.gyms)
    for gym in evidence.gyms:
        head = (gym.name[:2],) if heads[gym.name[:2]] == 1 and len(evidence.gyms) > 1 else ()
        hired = {ticket: gym.prices.get(ticket) for ticket in HIRED}
        values = {"price": dict(gym.prices) or None, **hired}
        told = names_of(gym)
        short = [_BRANCH.sub("", one) for one in told if _BRANCH.search(one)]
        own = (town for town, one in towns.items() if one is gym)
        names = dict.fromkeys((*told, *short, *head, *own))
        yield Item(tuple(one for one in names if len(one) > 1), values)


def _groups(evidence: Evidence) -> Iterator[Item]:
    places: tuple[Crag | Area | Sector, ...] = (
        *evidence.crags,
        *evidence.areas,
        *evidence.sectors,
    )
    english = {one.name: one.name_en for one in places if one.name_en}
    for group in evidence.groups:
        values: dict[str, Any] = {"total": group.total, "bounds": group.bounds}
        if group.bounds is not None:
            values |= {"hardest": group.bounds.hardest, "easiest": group.bounds.easiest}
        types = tuple((one.label, one.count) for one in group.types)
        names = tuple(filter(None, (plain(group.name), english.get(group.name))))
        yield Item(names, values, family="group", types=types)


def _types(evidence: Evidence) -> Iterator[Item]:
    """The kinds of climbing with how many routes are of each."""
    counts = Counter(str(route.type) for route in evidence.routes if route.type)
    if len(evidence.groups) == 1:
        counts = Counter({one.label: one.count for one in evidence.groups[0].types})
    for kind, count in counts.items():
        yield Item(_TYPE_WORDS.get(kind, (kind,)), {"total": count}, family="type")


def _buckets(evidence: Evidence) -> Iterator[Item]:
    """The rows of a distribution: places, or grades with and without their letters."""
    whole = Counter[str]()
    for one in evidence.buckets:
        label = plain(one.label)
        whole[re.sub(r"(?<=\d)[a-d]$|\(.*", "", label)] += one.count
        yield Item((label,), {"total": one.count}, family="bucket")
    if len(whole) < len(evidence.buckets):
        for label, count in whole.items():
            yield Item((label,), {"total": count}, family="whole")
