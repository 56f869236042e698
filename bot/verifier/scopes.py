"""Which record supports what, made once a verification and only when somebody asks."""

from __future__ import annotations

from collections import defaultdict
from functools import cached_property
from typing import TYPE_CHECKING

from bot.verifier.allowance import computed_support, group_support
from bot.verifier.support import Support, support_of, support_of_one

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from bot.schema import Evidence
    from bot.verifier.facts import Fact
    from bot.verifier.names import Name
    from knowledge.schema import Area, Crag, Gym, Route, Sector

_COUNTED = frozenset({"count", "number", "percent"})


class Scopes:
    """The supports of an evidence: by record, by place of a comparison, of everything."""

    def __init__(self, evidence: Evidence) -> None:
        self._evidence = evidence
        self.routes: Mapping[str, Route] = {
            route.id: route for route in (*evidence.routes, *evidence.near_misses)
        }
        self.gyms: Mapping[str, Gym] = {gym.id: gym for gym in evidence.gyms}
        self.groups = {group.place_id: group_support(group) for group in evidence.groups}
        places: tuple[Crag | Area | Sector, ...] = (
            *evidence.crags,
            *evidence.areas,
            *evidence.sectors,
        )
        self._places = {place.id: place for place in places}
        self._supports: dict[str, Support] = {}

    def of(self, record_id: str) -> Support:
        """What the record with this id supports; nothing for an unknown one."""
        if record_id not in self._supports:
            record = self.routes.get(record_id) or self.gyms.get(record_id)
            found = record or self._places.get(record_id)
            self._supports[record_id] = Support() if found is None else support_of_one(found)
        return self._supports[record_id]

    def places_of(self, record_id: str) -> frozenset[str]:
        """Ids of the crag, area and sector of a route; empty for anything else."""
        route = self.routes.get(record_id)
        if route is None:
            return frozenset()
        return frozenset(one for one in (route.crag_id, route.area_id, route.sector_id) if one)

    def group(self, places: Sequence[Name], fact: Fact) -> _Scope:
        """The scope of a fact that no route or gym owns: the place named before, else all."""
        before = [name for name in places if name.end <= fact.start] or list(places)
        if before and fact.kind in {"grade", "count"}:
            supports = [self.groups[one] for one in before[-1].ids if one in self.groups]
            return _Scope([*supports, *(self.of(one) for one in before[-1].ids)])
        return _Scope([self.general if fact.kind in _COUNTED else self.everything])

    @cached_property
    def members(self) -> Mapping[str, frozenset[str]]:
        """Routes by the id of their crag, area and sector, and by pitch (``p1``)."""
        members: dict[str, set[str]] = defaultdict(set)
        for route in self.routes.values():
            pitch = route.pitch.lower()
            for one in (*self.places_of(route.id), *([pitch] if pitch else [])):
                members[one].add(route.id)
        return {one: frozenset(ids) for one, ids in members.items()}

    @cached_property
    def general(self) -> Support:
        """What places, cards, sources and computation support: no count comes from elsewhere."""
        evidence = self._evidence
        total = support_of((*self._places.values(), *(scored.card for scored in evidence.cards)))
        total.add_support(support_of(evidence.sources))
        total.add_support(computed_support(evidence))
        return total

    @cached_property
    def everything(self) -> Support:
        """The sum of all records."""
        total = Support()
        total.add_support(self.general)
        for record_id in (*self.routes, *self.gyms):
            total.add_support(self.of(record_id))
        return total


class _Scope:
    """Several supports, of which one has to hold."""

    def __init__(self, supports: Sequence[Support]) -> None:
        self._supports = supports

    def holds(self, fact: Fact) -> bool:
        """Whether one of the supports holds the fact."""
        return any(support.holds(fact) for support in self._supports)
