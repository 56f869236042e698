"""What a request to change the log would do: entries completed from the catalogue, or why not.

Nothing is written; the change is shown first.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from bot.ascents import Ascent
from bot.logbook.statistics import grade_of, select
from bot.personal import Change, LogEvidence, LogFilter
from knowledge.filters import RouteFilter
from knowledge.grades import overlaps, parse_grade, range_of, sort_key

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from bot.ascents import Mode, Result
    from bot.personal import Edit, Entry, LogQuery, Target
    from knowledge.knowledge_base import KnowledgeBase
    from knowledge.schema import Gym, Route

MAX_OFFERED = 10
_OF_THE_CLIMBER = ("day", "result", "attempts", "own_grade", "notes", "rating")
"""What stays of an entry when it turns out to have been another climb."""
_UNDATED: frozenset[Result] = frozenset({"todo", "project"})
_ROPED_RESULTS: frozenset[Result] = frozenset({"onsight", "redpoint", "pinkpoint"})


@dataclass(frozen=True, slots=True)
class Completed:
    """An entry as it would be stored, or what is in the way."""

    ascent: Ascent
    problem: str = ""
    options: tuple[str, ...] = ()


def change_evidence(
    query: LogQuery, ascents: Sequence[Ascent], knowledge: KnowledgeBase, today: date
) -> LogEvidence:
    """What the request would do to the log."""
    evidence = LogEvidence(held=len(ascents))
    if query.missing:
        lacks = [each.ascent for each in query.entries if each.ascent.result == "unknown"]
        return replace(evidence, problem=query.missing[0], ascents=tuple(lacks[:1]))
    if query.ask == "undo":
        return replace(evidence, change=Change("undo"))
    if query.ask == "add":
        return _added(query, evidence, knowledge, today)
    return _of_entries(query, ascents, evidence, knowledge, today)


def _of_entries(
    query: LogQuery,
    ascents: Sequence[Ascent],
    evidence: LogEvidence,
    knowledge: KnowledgeBase,
    today: date,
) -> LogEvidence:
    """An edit or a deletion of what the log holds."""
    if query.also:
        return _of_several(query, ascents, evidence, knowledge, today)
    found = _targets(query.target, ascents, knowledge)
    if not found:
        return replace(evidence, problem="none" if ascents else "empty")
    if len(found) > 1 and not (query.target.every and query.ask == "delete"):
        shown = found[:MAX_OFFERED]
        return replace(evidence, problem="several", ascents=shown).with_numbers(found=len(found))
    if query.ask == "delete":
        return replace(evidence, ascents=found, change=Change("delete", found))
    return _edited(query, found, evidence, knowledge, today)


def _of_several(
    query: LogQuery,
    ascents: Sequence[Ascent],
    evidence: LogEvidence,
    knowledge: KnowledgeBase,
    today: date,
) -> LogEvidence:
    """Several edits or deletions of one message: all of them, or the first that cannot be done."""
    steps = [replace(query, also=()), *(_one_of(query, edit) for edit in query.also)]
    done: list[LogEvidence] = []
    for step in steps:
        one = _of_entries(step, ascents, evidence, knowledge, today)
        if one.change is None and one.problem != "same":
            return one
        done.append(one)
    changes = [one.change for one in done if one.change is not None]
    if not changes:
        return done[0]
    after: dict[str, Ascent] = {}
    before: dict[str, Ascent] = {}
    for change in changes:
        for at, ascent in enumerate(change.ascents):
            if ascent.id in after:
                # two changes of one entry: which of them holds would be a guess
                return replace(evidence, problem="one_kind")
            after[ascent.id] = ascent
            if change.before:
                before[ascent.id] = change.before[at]
    kept = tuple(after.values())
    return replace(
        evidence, ascents=kept, change=Change(changes[0].kind, kept, tuple(before.values()))
    )


def _one_of(query: LogQuery, edit: Edit) -> LogQuery:
    return replace(query, target=edit.target, new=edit.new, also=())


def _added(
    query: LogQuery, evidence: LogEvidence, knowledge: KnowledgeBase, today: date
) -> LogEvidence:
    completed = [complete(entry, knowledge, today) for entry in query.entries]
    stuck = next((one for one in completed if one.problem), None)
    shown = tuple(one.ascent for one in completed)
    if stuck is not None:
        return replace(
            evidence, problem=stuck.problem, options=stuck.options, ascents=(stuck.ascent,)
        )
    return replace(evidence, ascents=shown, change=Change("add", shown))


def _edited(
    query: LogQuery,
    found: tuple[Ascent, ...],
    evidence: LogEvidence,
    knowledge: KnowledgeBase,
    today: date,
) -> LogEvidence:
    if query.new is None:
        return replace(evidence, problem="value", ascents=found)
    completed = [_changed(one, query.new, knowledge, today) for one in found]
    stuck = next((one for one in completed if one.problem), None)
    if stuck is not None:
        return replace(
            evidence, problem=stuck.problem, options=stuck.options, ascents=(stuck.ascent,)
        )
    after = tuple(one.ascent for one in completed)
    if after == found:
        return replace(evidence, problem="same", ascents=found)
    return replace(evidence, ascents=after, change=Change("edit", after, found))


def _changed(old: Ascent, new: Entry, knowledge: KnowledgeBase, today: date) -> Completed:
    """An entry of the log with new values."""
    values = {name: getattr(new.ascent, name) for name in new.told}
    day = values.get("day", old.day)
    if day is not None and day > today:
        return Completed(replace(old, day=day), "future")
    if "route_name" not in new.told:
        result = _as_boulder(values.get("result"), old.mode)
        changed = replace(old, **(values | ({"result": result} if result else {})))
        return Completed(_first_try(changed) if "attempts" not in values else changed)
    went = {name: getattr(old, name) for name in _OF_THE_CLIMBER}
    kept = replace(Ascent(), **(went | values))
    told = new.told | {"day", "result"}
    whole = complete(replace(new, ascent=kept, told=told), knowledge, today)
    return replace(
        whole,
        ascent=replace(
            whole.ascent,
            id=old.id,
            visibility=old.visibility,
            source=old.source,
            source_id=old.source_id,
            batch_id=old.batch_id,
            raw=old.raw,
        ),
    )


def _first_try(ascent: Ascent) -> Ascent:
    """A flash or an onsight takes one try, whatever was said before."""
    if ascent.result in {"onsight", "flash"} and ascent.attempts and ascent.attempts > 1:
        return replace(ascent, attempts=1)
    return ascent


def _as_boulder(result: Result | None, mode: Mode) -> Result | None:
    """A plain send of a boulder is a redpoint, an onsight of one a flash."""
    if mode != "boulder" or result is None:
        return result
    return {"send": "redpoint", "onsight": "flash"}.get(result, result)  # type: ignore[return-value]


def complete(entry: Entry, knowledge: KnowledgeBase, today: date) -> Completed:
    """The entry with what the catalogue knows of it and the defaults, today among them."""
    ascent = entry.ascent
    if ascent.day is None and ascent.result not in _UNDATED:
        ascent = replace(ascent, day=today)
    if ascent.day is not None and ascent.day > today:
        return Completed(ascent, "future")
    ascent = _gym_of(ascent, knowledge)
    catalogue = knowledge.catalogue
    routes = list(catalogue.routes_of(entry.route_ids))
    chosen = _narrowed(routes, ascent)
    if len(chosen) > 1:
        return Completed(ascent, "which", tuple(route.id for route in chosen))
    if chosen:
        return Completed(_first_try(_of_route(ascent, chosen[0], entry, knowledge)))
    return Completed(_first_try(_uncatalogued(ascent, knowledge)))


def _narrowed(routes: list[Route], ascent: Ascent) -> list[Route]:
    """The readings of a name that the told place and grade allow."""
    if ascent.crag_id:
        routes = [route for route in routes if route.crag_id == ascent.crag_id]
    elif ascent.crag or ascent.gym:
        return []
    if len(routes) > 1 and ascent.area:
        routes = [one for one in routes if ascent.area in one.area_id] or routes
    if len(routes) > 1 and ascent.grade:
        told = parse_grade(ascent.grade)
        if told.known:
            fit = [route for route in routes if overlaps(route.grade, range_of(told))]
            routes = fit or routes
    return routes


def _of_route(ascent: Ascent, route: Route, entry: Entry, knowledge: KnowledgeBase) -> Ascent:
    catalogue = knowledge.catalogue
    crag, area = catalogue.crag(route.crag_id), catalogue.area(route.area_id)
    one_pitch = route.pitch and route.pitch.casefold() in ascent.route_name.casefold()
    pitches = () if one_pitch else _line_of(route, knowledge)
    hardest = max((route, *pitches), key=lambda one: sort_key(one.grade))
    name = route.display_name
    lengths = [one.length_m for one in pitches] or [route.length_m]
    told = parse_grade(ascent.grade) if "grade" in entry.told else None
    differs = told is not None and told.known and not overlaps(hardest.grade, range_of(told))
    mode: Mode = ascent.mode
    if mode == "unknown":
        mode = {"boulder": "boulder", "toprope": "toprope"}.get(route.type or "", "lead")  # type: ignore[assignment]
    return replace(
        ascent,
        route_id=route.id,
        route_name=f"{name} {route.pitch}" if one_pitch else name,
        crag=crag.display_name if crag else ascent.crag,
        crag_id=route.crag_id,
        area=area.name or area.name_en if area else "",
        grade=hardest.grade.raw,
        own_grade=ascent.own_grade or (ascent.grade if differs else ""),
        length_m=sum(one for one in lengths if one) or None,
        pitches=ascent.pitches or (len(pitches) if len(pitches) > 1 else None),
        mode=mode,
        result=_result_in(mode, ascent),
    )


def _line_of(route: Route, knowledge: KnowledgeBase) -> tuple[Route, ...]:
    if not route.pitch:
        return ()
    beside = knowledge.catalogue.routes(
        RouteFilter(crag_ids=(route.crag_id,), multi_pitch=True)
    ).routes
    return tuple(
        one
        for one in beside
        if (one.area_id, one.name) == (route.area_id, route.name) and one.pitch
    )


def _gym_of(ascent: Ascent, knowledge: KnowledgeBase) -> Ascent:
    """The gym by its recorded name."""
    gym = knowledge.catalogue.gym(ascent.gym_id) if ascent.gym_id else None
    if gym is None and ascent.gym:
        linked = knowledge.gazetteer.link(ascent.gym).of_kind("gym")
        ids = linked[0].ids if linked else ()
        gym = knowledge.catalogue.gym(ids[0]) if len(ids) == 1 else None
    return replace(ascent, gym=gym.name or gym.name_en, gym_id=gym.id) if gym else ascent


def _uncatalogued(ascent: Ascent, knowledge: KnowledgeBase) -> Ascent:
    """A climb that the catalogue does not hold, kept in the member's words."""
    crag = knowledge.catalogue.crag(ascent.crag_id) if ascent.crag_id else None
    mode: Mode = ascent.mode
    if mode == "unknown":
        mode = _mode_of(ascent, knowledge.catalogue.gym(ascent.gym_id) if ascent.gym_id else None)
    return replace(
        ascent,
        crag=crag.display_name if crag else ascent.crag,
        mode=mode,
        result=_result_in(mode, ascent),
    )


def _mode_of(ascent: Ascent, gym: Gym | None) -> Mode:
    """How it was protected, where the words leave one way only."""
    group = grade_of(ascent).group
    if group == "boulder" or (gym is not None and gym.type == "bouldering"):
        return "boulder"
    if ascent.colour and group is None:
        return "boulder"
    return "lead" if ascent.result in _ROPED_RESULTS else "unknown"


def _result_in(mode: Mode, ascent: Ascent) -> Result:
    result = ascent.result
    if result == "unknown" and (ascent.colour or ascent.grade):
        result = "send"
    above = mode in {"toprope", "second", "autobelay"}
    if result == "send" and ascent.attempts == 1 and not above:
        result = "flash"
    if mode == "boulder":
        return _as_boulder(result, mode) or result
    if above and result in {"redpoint", "send"}:
        return "clean"
    if mode == "lead" and result == "send" and ascent.attempts:
        return "redpoint"
    return result


def _targets(
    target: Target, ascents: Sequence[Ascent], knowledge: KnowledgeBase
) -> tuple[Ascent, ...]:
    """The entries that are meant, newest first."""
    held = tuple(ascents)
    if target.latest and target.filter == LogFilter() and target.position is None:
        return (max(held, key=lambda one: one.id),) if held else ()
    found = select(held, target.filter, knowledge.catalogue.route)
    newest = sorted(found, key=lambda one: (str(one.day or ""), one.id), reverse=True)
    if target.latest and newest and not target.every:
        return (max(newest, key=lambda one: one.id),)
    if target.position is not None:
        at = target.position - 1 if target.position > 0 else len(newest) + target.position
        return (newest[at],) if 0 <= at < len(newest) else ()
    return tuple(newest)
