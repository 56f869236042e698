"""What a recogniser gives: the decision, and what else the typed query needs."""

from __future__ import annotations

from dataclasses import dataclass, replace

from bot.schema import Claim, GroupBy, Query
from bot.understanding.intents import Decision
from knowledge.filters import GradeRange, GymFilter
from knowledge.schema import Grade


@dataclass(frozen=True, slots=True)
class Operation:
    """An operation over the records, or over the scale of grades."""

    decision: Decision
    group_by: GroupBy | None = None
    descending: bool = False
    grades: tuple[Grade, ...] = ()
    """The grades that the operation starts from, where not those of the question."""
    level: GradeRange | None = None
    """The grades that are looked at, where only a word such as 簡單 says them."""
    steps: tuple[int, ...] = ()
    branches: tuple[str, ...] = ()
    """Ids of the gyms of one chain, over which the question goes."""
    counted: bool = False
    gym_extra: str = ""
    """Alternative words of a ticket or service that gyms are asked for, parted by ``|``."""
    claims: tuple[Claim, ...] = ()
    """What is asked to be confirmed of a set, in which the routes named are not all that count."""

    def applied(self, query: Query) -> Query:
        """The query with what the operation says."""
        if self.grades:
            query = replace(query, grades=self.grades, grade_ranges=())
        if self.level is not None:
            query = replace(query, filter=replace(query.filter, grade=self.level), order=None)
        if self.branches:
            of_chain = replace(query.gym_filter, gym_ids=self.branches)
            told = ("count",) if self.counted else query.fields
            told = told if of_chain != GymFilter(gym_ids=self.branches) or self.counted else ()
            query = replace(query, gym_filter=of_chain, fields=told)
        if self.gym_extra:
            towns = query.gym_filter
            wanted = GymFilter(
                regions=towns.regions,
                cities=towns.cities,
                districts=towns.districts,
                facilities=(self.gym_extra,),
            )
            query = replace(query, gym_filter=wanted, gym_order=None, fields=(), days=(), clock="")
        if self.claims:
            query = replace(query, routes=(), claims=self.claims, fields=())
        return replace(
            query,
            group_by=self.group_by,
            steps=self.steps,
            descending=self.descending or query.descending,
        )
