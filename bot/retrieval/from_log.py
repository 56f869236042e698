"""The catalogue seen from one's own log: what is not climbed yet, and what would come next.

What a reason quotes of the log is computed here and stands in the evidence.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from bot.logbook.statistics import (
    climbs,
    counted_grade,
    days_of,
    different,
    hardest,
    is_new,
    kind_of,
    settled,
)
from bot.personal import Figure, LogEvidence
from bot.retrieval.personal import log_evidence
from knowledge.filters import RouteFilter
from knowledge.grades import grade_of, label, range_of, step
from knowledge.schema import Grade

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from bot.ascents import Ascent
    from bot.schema import Evidence, Query
    from knowledge.knowledge_base import KnowledgeBase
    from knowledge.schema import Route, RouteType

_BASE = 3
"""Climbs done at the hardest grade from which on the next grade is proposed."""
_SETS = frozenset({"list", "count", "recommend"})


@dataclass(frozen=True, slots=True)
class Level:
    """How far somebody is in one kind of climbing."""

    kind: str
    top: Grade
    at_top: int
    """Different climbs done at that grade."""
    aim: Grade
    at_aim: int
    sends: int
    steps_up: bool


def with_log(query: Query, ascents: Sequence[Ascent] | None, knowledge: KnowledgeBase) -> Query:
    """The query with what the log rules out and aims at; itself where no log is asked."""
    if query.log is None or query.intent not in _SETS:
        return query
    if ascents is None:
        return replace(query, intent="personal", topic=query.log.ask)
    if query.log.ask == "recommend" and not ascents:
        return replace(query, intent="personal", topic="recommend")
    whole = settled(ascents)
    done = _done(whole, knowledge)
    excluding = replace(
        query.excluding, route_ids=tuple(dict.fromkeys((*query.excluding.route_ids, *done)))
    )
    query = replace(query, excluding=excluding)
    if query.intent == "recommend":
        return _aimed(query, whole, knowledge)
    return query


def _done(whole: tuple[Ascent, ...], knowledge: KnowledgeBase) -> tuple[str, ...]:
    """Catalogue routes that were done; every pitch of a line that was."""
    ids = {one.route_id for one in whole if one.sent and one.route_id}
    lines = {
        (route.crag_id, route.area_id, route.name)
        for route in knowledge.catalogue.routes_of(ids)
        if route.pitch and route.name
    }
    if lines:
        crags = tuple(sorted({crag_id for crag_id, _, _ in lines}))
        ids |= {
            route.id
            for route in knowledge.catalogue.routes(
                RouteFilter(crag_ids=crags, multi_pitch=True)
            ).routes
            if route.pitch and (route.crag_id, route.area_id, route.name) in lines
        }
    return tuple(sorted(ids))


def _aimed(query: Query, whole: tuple[Ascent, ...], knowledge: KnowledgeBase) -> Query:
    """The recommendation with the grade that fits the log, where none was asked for."""
    level = level_of(whole, boulder="boulder" in query.filter.types)
    if level is None or query.topic == "similar":
        return query
    wanted = query.filter
    chosen = wanted.grade is not None or query.grade_ranges
    if not wanted.types:
        wanted = replace(wanted, types=_types(whole, level, knowledge))
    if not chosen:
        wanted = _within_reach(wanted, level.aim, query.excluding.route_ids, knowledge)
    return replace(query, filter=wanted, routes=())


def _within_reach(
    wanted: RouteFilter, aim: Grade, done: tuple[str, ...], knowledge: KnowledgeBase
) -> RouteFilter:
    """The filter with the grade to aim at, or the next one below at which something is left."""
    first = replace(wanted, grade=range_of(_up_to(aim)))
    for down in range(_FURTHEST + 1):
        below = step(aim, -down)
        if below is None:
            break
        near = replace(wanted, grade=range_of(_up_to(below)))
        routes = knowledge.catalogue.routes(near).routes
        if any(one.id not in done and _can_be_recommended(one) for one in routes):
            return near
    return first


def _can_be_recommended(route: Route) -> bool:
    return route.recommendable_on(None) and not route.grade.uncertain


_FURTHEST = 12
"""Grades below the one to aim at that are looked through for a route not done yet."""


def _up_to(aim: Grade) -> Grade:
    """The grade to aim at and the one above it."""
    above = step(aim, 1)
    return grade_of(aim.system, aim.lo, above.lo) if above is not None else aim


def _types(
    whole: tuple[Ascent, ...], level: Level, knowledge: KnowledgeBase
) -> tuple[RouteType, ...]:
    """The types of routes that the climber has led; sport where none is known."""
    if level.kind == "boulder":
        return ("boulder",)
    led = {
        route.type
        for one in whole
        if one.sent and kind_of(one) == "lead" and one.route_id
        if (route := knowledge.catalogue.route(one.route_id)) is not None
    }
    kept: list[RouteType] = [kind for kind in ("sport", "trad", "mixed") if kind in led]
    return tuple(kept) or ("sport",)


def level_of(whole: tuple[Ascent, ...], *, boulder: bool = False) -> Level | None:
    """The hardest certain grade done outdoors, and the grade to aim at; ``None`` without any.

    With fewer than three climbs at the hardest grade the base comes first: that grade again.
    """
    kinds = ("boulder", "lead") if boulder else ("lead", "boulder")
    for kind in kinds:
        exact = [
            one
            for one in whole
            if is_new(one) and kind_of(one) == kind and counted_grade(one).exact
        ]
        if not exact:
            continue
        best = hardest(exact)[0].ascents[0]
        top = _plain(counted_grade(best))
        at_top = _at(exact, top)
        above = step(top, 1)
        up = at_top >= _BASE and above is not None
        aim = above if up and above is not None else top
        return Level(kind, top, at_top, aim, _at(exact, aim), different(exact), up)
    return None


def _plain(grade: Grade) -> Grade:
    return grade_of(grade.system, grade.lo)


def _at(exact: Sequence[Ascent], grade: Grade) -> int:
    return different([one for one in exact if counted_grade(one).lo == grade.lo])


def from_log(
    query: Query,
    evidence: Evidence,
    ascents: Sequence[Ascent] | None,
    knowledge: KnowledgeBase,
    today: date,
) -> Evidence:
    """The evidence with what it may state of the asker's log."""
    if query.log is None or ascents is None:
        return evidence
    if query.intent == "personal":
        log = log_evidence(query.log, ascents, knowledge, today)
        if query.language == "en":
            log = replace(log, english=_english(log, knowledge))
        return replace(evidence, log=log)
    whole = settled(ascents)
    days = days_of(whole)
    log = LogEvidence(
        held=len(whole),
        first_day=days[0] if days else None,
        last_day=days[-1] if days else None,
    )
    if query.log.ask == "recommend":
        log = _reasons(log, query, evidence, whole)
    else:
        log = log.with_numbers(done=_done_here(query, whole, knowledge))
    return replace(evidence, log=log)


def _english(log: LogEvidence, knowledge: KnowledgeBase) -> tuple[tuple[str, str], ...]:
    """English names of the climbs and places that an answer may show."""
    catalogue = knowledge.catalogue
    found: dict[str, str] = {}
    for one in log.entries:
        records = (
            (one.route_id, catalogue.route),
            (one.crag_id, catalogue.crag),
            (one.gym_id, catalogue.gym),
        )
        for record_id, fetch in records:
            record = fetch(record_id) if record_id and record_id not in found else None
            if record is not None and record.name_en:
                found[record_id] = record.name_en
    return tuple(found.items())


def _done_here(query: Query, whole: tuple[Ascent, ...], knowledge: KnowledgeBase) -> int:
    """How many of the routes that the conditions describe are done."""
    ids = set(_done(whole, knowledge))
    page = knowledge.catalogue.routes(query.filter)
    return sum(route.id in ids for route in page.routes)


def _reasons(
    log: LogEvidence, query: Query, evidence: Evidence, whole: tuple[Ascent, ...]
) -> LogEvidence:
    """The level, and for every route shown what the log says of it."""
    level = level_of(whole, boulder="boulder" in query.filter.types)
    tried = {
        climb.last.route_id: climb for climb in climbs(whole) if climb.open and climb.last.route_id
    }
    figures = tuple(
        Figure(route.id, tried[route.id].tries)
        for route in evidence.routes
        if route.id in tried and tried[route.id].sessions
    )
    log = replace(log, figures=figures)
    if level is None:
        return log
    return log.with_numbers(
        top=label(level.top),
        at_top=level.at_top,
        aim=label(level.aim),
        at_aim=level.at_aim,
        sends=level.sends,
        up=int(level.steps_up),
        kind=level.kind,
    )
