"""Perfect evidence: the gold records as the pipeline would have handed them over."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from bot.prompts import Spoken
from bot.rendering import render
from bot.schema import Evidence, Mention
from knowledge.schema import Gym, Route

if TYPE_CHECKING:
    from datetime import date

    from bot.schema import Query
    from knowledge.schema import Records


@dataclass(frozen=True, slots=True)
class Perfect:
    """What should have been in the prompt, and what the answer must say of it."""

    routes: tuple[Route, ...] = ()
    gyms: tuple[Gym, ...] = ()
    fields: tuple[str, ...] = ()
    """Fields of the records that are asked for: grade, length, bolts, weekday …"""
    expected: tuple[str, ...] = ()
    """Words that a right answer holds, letter for letter."""
    card_id: str = ""
    """The card that answers a question of knowledge."""
    nothing: bool = False
    """Whether no card answers: to say so is right."""

    @property
    def records(self) -> tuple[Route | Gym, ...]:
        """The gold records."""
        return (*self.routes, *self.gyms)

    @property
    def ids(self) -> tuple[str, ...]:
        """Ids of the gold records."""
        return tuple(one.id for one in self.records)


def perfect_evidence(perfect: Perfect, records: Records, query: Query, today: date) -> Spoken:
    """The question with the gold records as its evidence, rendered anew."""
    crag_ids = {route.crag_id for route in perfect.routes}
    area_ids = {route.area_id for route in perfect.routes}
    sources = {one.source_id for one in perfect.records}
    evidence = Evidence(
        today=today,
        routes=perfect.routes,
        gyms=perfect.gyms,
        crags=tuple(crag for crag in records.crags if crag.id in crag_ids),
        areas=tuple(area for area in records.areas if area.id in area_ids),
        sources=tuple(source for source in records.sources if source.id in sources),
    )
    asked = _query(perfect, query)
    return Spoken(asked, evidence, render(asked, evidence))


def _query(perfect: Perfect, query: Query) -> Query:
    """The query as it should have been understood; a right one stays."""
    routes = tuple(Mention(one.name, "route", (one.id,)) for one in perfect.routes)
    gyms = tuple(Mention(one.name, "gym", (one.id,)) for one in perfect.gyms)
    if perfect.routes and query.intent not in {"recommend", "list", "compare", "fact"}:
        return replace(query, intent="fact", routes=routes, unknown=(), fields=perfect.fields)
    if perfect.gyms and not query.intent.startswith("gym"):
        return replace(query, intent="gym_info", gyms=gyms, unknown=(), fields=perfect.fields)
    return replace(query, unknown=(), routes=routes or query.routes, gyms=gyms or query.gyms)
