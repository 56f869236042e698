"""What code worked out over an evidence: labels, bounds, totals, differences."""

from __future__ import annotations

import unicodedata
from collections import defaultdict
from functools import lru_cache
from itertools import combinations
from typing import TYPE_CHECKING, Final

from bot.verifier.facts import plain_number, scan
from bot.verifier.support import Support

if TYPE_CHECKING:
    from collections.abc import Iterable

    from bot.schema import Evidence, Group

_MAX_COMPARED: Final = 6


def group_support(group: Group) -> Support:
    """What may be said of one place of a comparison or distribution."""
    support = Support()
    told = (*group.buckets, *group.types, *group.warned)
    warned = filter(None, (group.warned_total, group.shut_total))
    counts = (group.total, *warned, *(each.count for each in told))
    for count in counts:
        support.add("number", count)
        support.add("routes", count)
    _add_bounds(support, group)
    return support


def computed_support(evidence: Evidence) -> Support:
    """What was computed over the evidence: labels of buckets, bounds, wordings of what there is."""
    support = figures_in([*evidence.available, *evidence.suggestions])
    support.add_support(_of_names(evidence.places))
    for bucket in evidence.buckets:
        support.add_figures(bucket.label)
    _add_bounds(support, evidence)
    for group in evidence.groups:
        support.add_support(group_support(group))
    return support


@lru_cache(maxsize=8)
def _of_names(names: tuple[str, ...]) -> Support:
    """The figures in the names of a catalogue's crags; only to be read."""
    return figures_in(names)


def _add_bounds(support: Support, holder: Evidence | Group) -> None:
    if holder.bounds is not None:
        for grade in (holder.bounds.easiest, holder.bounds.hardest):
            support.add_figures(grade.raw, grade.lo, grade.hi)


def totals(evidence: Evidence) -> dict[str, frozenset[str]]:
    """How many routes, gyms and places the evidence holds, by kind of count."""
    places = (evidence.places, evidence.crags, evidence.areas, evidence.sectors)
    sizes = {
        "routes": [len(evidence.routes)],
        "gyms": [len(evidence.gyms)],
        "count": [len(one) for one in (*places, evidence.notices)],
    }
    return {kind: frozenset(str(size) for size in held if size) for kind, held in sizes.items()}


def differences(evidence: Evidence) -> dict[str, frozenset[str]]:
    """How far the compared records are apart, by kind; nothing for a long list."""
    found: dict[str, set[str]] = defaultdict(set)
    for one, other in combinations(evidence.routes[:_MAX_COMPARED], 2):
        if one.length_m is not None and other.length_m is not None:
            found["length"].add(plain_number(abs(one.length_m - other.length_m)))
        if one.bolts is not None and other.bolts is not None:
            found["bolts"].add(str(abs(one.bolts - other.bolts)))
    for group, rest in combinations(evidence.groups[:_MAX_COMPARED], 2):
        found["routes"].add(str(abs(group.total - rest.total)))
    for first, second in combinations(evidence.gyms[:_MAX_COMPARED], 2):
        for ticket in first.prices.keys() & second.prices.keys():
            found["price"].add(str(abs(first.prices[ticket] - second.prices[ticket])))
    if len(evidence.routes) > _MAX_COMPARED or len(evidence.gyms) > _MAX_COMPARED:
        return {}
    return {kind: frozenset(values) for kind, values in found.items()}


def figures_in(texts: Iterable[str]) -> Support:
    """What these texts state."""
    support = Support()
    for text in texts:
        plain = unicodedata.normalize("NFKC", text)
        support.add_figures(plain)
        for fact in scan(plain):
            # a figure «12 公尺» may also be said as a bare 12
            support.add("number", *fact.values)
    return support
