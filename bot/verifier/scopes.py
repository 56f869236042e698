"""Which record supports what, made once a verification and only when somebody asks."""

from __future__ import annotations

import re
from collections import defaultdict
from functools import cached_property
from typing import TYPE_CHECKING

from bot.verifier.computed import computed_support, group_support
from bot.verifier.facts import COUNTS
from bot.verifier.support import Support, support_of, support_of_one

if TYPE_CHECKING:
    from collections.abc import Mapping

    from bot.schema import Evidence
    from bot.verifier.facts import Fact
    from bot.verifier.names import Name
    from knowledge.schema import Area, Crag, Gym, Notice, Route, Sector


_PITCH = re.compile(r"[\s|｜」』》]{0,3}(p\d{1,2})(?!\d)", re.IGNORECASE)


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
        self._crags = {crag.id: crag for crag in evidence.crags}
        self._places = {place.id: place for place in places}
        self._supports: dict[str, Support] = {}

    def of(self, record_id: str) -> Support:
        """What the record with this id supports; nothing for an unknown one."""
        if record_id not in self._supports:
            record = self.routes.get(record_id) or self.gyms.get(record_id)
            found = record or self._places.get(record_id)
            known = Support() if found is None else support_of_one(found)
            known = self._with_warnings(record_id, self._with_seasons(record_id, known))
            self._supports[record_id] = self._with_notices(record_id, known)
        return self._supports[record_id]

    def notices_of(self, record_id: str) -> tuple[Notice, ...]:
        """The notices about a record, or about a place in which a route lies."""
        ids = self.places_of(record_id) | {record_id}
        return tuple(each for each in self._evidence.notices if each.about_id in ids)

    def _with_notices(self, record_id: str, support: Support) -> Support:
        """What a record supports, and the notices about it."""
        notices = self.notices_of(record_id)
        if not notices:
            return support
        both = Support()
        both.add_support(support)
        both.add_support(support_of(notices))
        return both

    def _with_seasons(self, record_id: str, support: Support) -> Support:
        """What a route supports, and the seasons of its crag where they state figures."""
        route = self.routes.get(record_id)
        crag = self._crags.get(route.crag_id) if route is not None else None
        seasons = [text for text in crag.seasons if any(map(str.isdigit, text))] if crag else []
        if not seasons:
            return support
        both = Support()
        both.add_support(support)
        both.add_prose(*seasons)
        return both

    def _with_warnings(self, record_id: str, support: Support) -> Support:
        """What a route supports, and the dated warnings of the places in which it lies."""
        places = (self._places.get(one) for one in sorted(self.places_of(record_id)))
        flags = [flag for place in places for flag in getattr(place, "flags", ())]
        dated = [flag for flag in flags if flag.reported_on]
        if not dated:
            return support
        both = Support()
        both.add_support(support)
        for flag in dated:
            both.add_date(flag.reported_on)
        return both

    def places_of(self, record_id: str) -> frozenset[str]:
        """Ids of the crag, area and sector of a route; empty for anything else."""
        route = self.routes.get(record_id)
        if route is None:
            return frozenset()
        return frozenset(one for one in (route.crag_id, route.area_id, route.sector_id) if one)

    def wrong_pitch(self, line: str, name: Name) -> str:
        """The pitch that the line gives the name, when no record of that name is it."""
        known = {self.routes[one].pitch.lower() for one in name.ids if one in self.routes} - {""}
        mark = _PITCH.match(line[name.end :])
        return mark[1] if mark is not None and known and mark[1].lower() not in known else ""

    def group(self, place: Name) -> Support:
        """What may be said of a place of a comparison: its figures and its own record."""
        total = Support()
        for one in sorted(place.ids):
            if one in self.groups:
                total.add_support(self.groups[one])
            total.add_support(self.of(one))
        return total

    def recorded(self, place_ids: frozenset[str]) -> Support:
        """What the records of these places say, or those of all, and no computation."""
        named: list[object] = [
            self._places[one] for one in sorted(place_ids) if one in self._places
        ]
        named += [it for it in self._evidence.notices if it.about_id in place_ids]
        cards = (scored.card for scored in self._evidence.cards)
        every = (
            *(*self._places.values(), *self.routes.values(), *self.gyms.values(), *cards),
            *self._evidence.notices,
        )
        return support_of(named or every)

    def free(self, fact: Fact) -> Support:
        """What may be said without naming a record; counts come from no route or gym."""
        return self.general if fact.kind in COUNTS else self.everything

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
        places = self._places.keys()
        total.add_support(support_of(it for it in evidence.notices if it.about_id in places))
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
