"""The asker's own log, asked: everything that an answer may state of it.

``ascents`` are always those of one member, fetched with that member as owner; nothing here can
reach another log.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from bot.ascents import Ascent
from bot.logbook import statistics
from bot.logbook.statistics import (
    Climb,
    by_month,
    by_place,
    by_style,
    by_year,
    climbs,
    days_of,
    different,
    is_new,
    is_session,
    select,
    settled,
    tried,
)
from bot.personal import ACTIONS, Best, Figure, LogEvidence, LogFilter
from bot.retrieval.log_changes import change_evidence

if TYPE_CHECKING:
    from datetime import date

    from bot.personal import LogAsk, LogQuery
    from knowledge.knowledge_base import KnowledgeBase

_Step = Callable[[tuple[Ascent, ...], LogEvidence], LogEvidence]
_WISH = frozenset({"todo"})


def log_evidence(
    query: LogQuery, ascents: Sequence[Ascent], knowledge: KnowledgeBase, today: date
) -> LogEvidence:
    """What may be said about the asker's own log."""
    if query.ask in ACTIONS:
        return replace(change_evidence(query, ascents, knowledge, today), alone=True)
    whole = settled(ascents)
    days = days_of(whole)
    evidence = LogEvidence(
        held=len(whole),
        first_day=days[0] if days else None,
        last_day=days[-1] if days else None,
        window=(query.filter.first, query.filter.last),
        alone=True,
    )
    if query.filter.first is not None and query.filter.first > today:
        return replace(evidence, problem="future")
    found = _selected(whole, query.filter, knowledge)
    totals = _totals(found)
    evidence = replace(
        evidence, routes=totals["routes"], days=totals["days"], sends=totals["sends"]
    )
    if query.ask == "success" and query.filter.results:
        sent = _selected(whole, replace(query.filter, results=(), sent=True), knowledge)
        return _share(found, sent, evidence)
    step = _timed(query, today) or _STEPS.get(query.ask)
    if query.ask == "styles":
        return _styles(found, evidence, knowledge)
    if query.ask == "compare":
        return _compare(query, found, evidence, whole, knowledge)
    return step(found, evidence) if step is not None else evidence


def _timed(query: LogQuery, today: date) -> _Step | None:
    """The steps that need more than the entries: the day, or the other end of a scale."""
    if query.ask == "streak":
        return partial(_streak, today=today)
    if query.ask == "last":
        return partial(_last, today=today)
    if query.ask == "hardest":
        return partial(_hardest, easiest=query.easiest)
    return None


def _selected(
    whole: tuple[Ascent, ...], wanted: LogFilter, knowledge: KnowledgeBase
) -> tuple[Ascent, ...]:
    return select(whole, wanted, knowledge.catalogue.route)


def _totals(found: tuple[Ascent, ...]) -> dict[str, int]:
    new = [one for one in found if one.sent]
    return {
        "routes": different(found),
        "days": len(days_of(found)),
        "sends": different(new),
    }


def _sessions(found: tuple[Ascent, ...]) -> tuple[Ascent, ...]:
    return tuple(one for one in found if is_session(one))


def _newest_first(found: Sequence[Ascent]) -> tuple[Ascent, ...]:
    dated = sorted((one for one in found if one.day), key=lambda one: str(one.day), reverse=True)
    return (*dated, *(one for one in found if one.day is None))


def _overview(found: tuple[Ascent, ...], evidence: LogEvidence) -> LogEvidence:
    sessions = _sessions(found)
    bests = statistics.hardest(found)
    days = days_of(found)
    evidence = replace(
        evidence,
        bests=bests,
        first_day=days[0] if days else None,
        last_day=days[-1] if days else None,
    )
    evidence = _count(found, evidence)
    return replace(evidence, ascents=sessions).with_numbers(uncertain=_uncertain(bests))


def _uncertain(bests: Sequence[Best]) -> str:
    """Ids of the hardest climbs whose grades must be flagged."""
    shown = (one for best in bests for one in best.ascents)
    return ",".join(one.id for one in shown if statistics.is_uncertain(one))


def _count(found: tuple[Ascent, ...], evidence: LogEvidence) -> LogEvidence:
    sessions = _sessions(found)
    sent_ids = {statistics.identity(one, at) for at, one in enumerate(sessions) if one.sent}
    tried_ids = {statistics.identity(one, at) for at, one in enumerate(sessions) if tried(one)}
    # what has no result was perhaps done: neither a send nor a failure
    untouched = tried_ids - sent_ids
    return replace(evidence, ascents=sessions).with_numbers(
        entries=len(sessions), sent=len(sent_ids), unsent=len(untouched)
    )


def _list(found: tuple[Ascent, ...], evidence: LogEvidence) -> LogEvidence:
    sessions = _newest_first(_sessions(found))
    return replace(evidence, ascents=sessions).with_numbers(
        entries=len(sessions), routes=different(sessions)
    )


def _hardest(found: tuple[Ascent, ...], evidence: LogEvidence, *, easiest: bool) -> LogEvidence:
    bests = statistics.hardest(found, easiest=easiest)
    shown = tuple(one for best in bests for one in best.ascents)
    return replace(evidence, bests=bests, ascents=shown).with_numbers(
        ticks=sum(is_new(one) for one in found),
        entries=len(_sessions(found)),
        uncertain=_uncertain(bests),
    )


def _longest(found: tuple[Ascent, ...], evidence: LogEvidence) -> LogEvidence:
    known = [one for one in found if one.sent and one.length_m]
    edge = max((one.length_m or 0 for one in known), default=0)
    shown = {statistics.identity(one): one for one in known if one.length_m == edge}
    return replace(evidence, ascents=tuple(shown.values())).with_numbers(known=len(known))


def _first_at(found: tuple[Ascent, ...], evidence: LogEvidence) -> LogEvidence:
    first = statistics.first_at(found)
    return replace(evidence, ascents=(first,) if first else ()).with_numbers(
        ticks=sum(is_new(one) for one in found)
    )


def _first(found: tuple[Ascent, ...], evidence: LogEvidence) -> LogEvidence:
    dated = sorted((one for one in _sessions(found) if one.day), key=lambda one: str(one.day))
    return replace(evidence, ascents=tuple(dated[:1])).with_numbers(entries=len(dated))


def _last(found: tuple[Ascent, ...], evidence: LogEvidence, today: date) -> LogEvidence:
    dated = [one for one in _sessions(found) if one.day]
    day = max((one.day for one in dated if one.day), default=None)
    shown = tuple(one for one in dated if one.day == day)
    ago = (today - day).days if day else ""
    return replace(evidence, ascents=shown).with_numbers(entries=len(dated), days_ago=ago)


def _done(found: tuple[Ascent, ...], evidence: LogEvidence) -> LogEvidence:
    sessions = _newest_first(_sessions(found))
    wished = [one for one in found if one.result in _WISH]
    return replace(evidence, ascents=sessions).with_numbers(
        entries=len(sessions),
        sent=sum(one.sent for one in sessions),
        wished=len(wished),
    )


def _projects(found: tuple[Ascent, ...], evidence: LogEvidence) -> LogEvidence:
    return _with_tries(statistics.open_projects(found), evidence)


def _most_tried(found: tuple[Ascent, ...], evidence: LogEvidence) -> LogEvidence:
    tried = [each for each in climbs(found) if each.sessions and each.named]
    most = max((each.tries for each in tried), default=0)
    return _with_tries([each for each in tried if each.tries == most], evidence)


def _with_tries(projects: Sequence[Climb], evidence: LogEvidence) -> LogEvidence:
    figures = tuple(
        Figure(
            each.last.route_name,
            each.tries,
            (("sessions", len(each.sessions)), ("complete", int(each.complete))),
        )
        for each in projects
    )
    shown = tuple(each.last for each in projects)
    return replace(evidence, ascents=shown, figures=figures).with_numbers(open=len(projects))


def _tries(found: tuple[Ascent, ...], evidence: LogEvidence) -> LogEvidence:
    touched = [each for each in climbs(found) if each.sessions]
    sessions = _newest_first(_sessions(found))
    return replace(evidence, ascents=sessions).with_numbers(
        tries=sum(each.tries for each in touched),
        complete=int(all(each.complete for each in touched)),
        sessions=len(sessions),
        climbs=len(touched),
    )


def _success(found: tuple[Ascent, ...], evidence: LogEvidence) -> LogEvidence:
    sent, touched = statistics.success(found)
    sessions = _sessions(found)
    entries_sent = sum(one.sent for one in sessions)
    rate = round(100 * sent / touched) if touched else 0
    return replace(evidence, ascents=sessions).with_numbers(
        rate=f"{rate}%", sent=sent, touched=touched, entries=len(sessions), done=entries_sent
    )


def _share(
    found: tuple[Ascent, ...], sent: tuple[Ascent, ...], evidence: LogEvidence
) -> LogEvidence:
    """How many of the climbs done were done so: the flash rate."""
    so, done = different(found), different(sent)
    rate = round(100 * so / done) if done else 0
    return replace(evidence, ascents=sent).with_numbers(
        rate=f"{rate}%", sent=so, touched=done, entries=len(sent), share=1
    )


def _average(found: tuple[Ascent, ...], evidence: LogEvidence) -> LogEvidence:
    mean, known, sent = statistics.tries_per_send(found)
    return replace(evidence, ascents=_sessions(found)).with_numbers(
        mean=f"{mean:.1f}", known=known, sent=sent
    )


def _streak(found: tuple[Ascent, ...], evidence: LogEvidence, today: date) -> LogEvidence:
    best, start = statistics.longest_streak(found)
    return replace(evidence, ascents=_sessions(found)).with_numbers(
        best=best,
        start=start.isoformat() if start else "",
        now=statistics.current_streak(found, today),
    )


def _pyramid(found: tuple[Ascent, ...], evidence: LogEvidence) -> LogEvidence:
    kind = statistics.main_kind(found)
    rows = statistics.pyramid(found, kind)
    return replace(evidence, figures=rows, bests=(Best(kind, ()),)).with_numbers(
        climbs=sum(row.count for row in rows), kind=kind
    )


def _volume(found: tuple[Ascent, ...], evidence: LogEvidence) -> LogEvidence:
    sessions = _sessions(found)
    return replace(evidence, figures=by_month(sessions), ascents=sessions).with_numbers(
        entries=sum(one.day is not None for one in sessions)
    )


def _progress(found: tuple[Ascent, ...], evidence: LogEvidence) -> LogEvidence:
    kind = statistics.main_kind(found)
    steps = statistics.progress(found, kind)
    return replace(
        evidence, ascents=steps, figures=by_year(found), bests=(Best(kind, ()),)
    ).with_numbers(kind=kind)


def _places(found: tuple[Ascent, ...], evidence: LogEvidence) -> LogEvidence:
    return replace(evidence, figures=by_place(found), ascents=_sessions(found))


def _styles(
    found: tuple[Ascent, ...], evidence: LogEvidence, knowledge: KnowledgeBase
) -> LogEvidence:
    """Types and terrain of the climbs, by what the catalogue records of them."""

    def of(ascent: Ascent) -> tuple[str, ...]:
        route = knowledge.catalogue.route(ascent.route_id) if ascent.route_id else None
        if route is None:
            return ("boulder",) if ascent.mode == "boulder" else ()
        return (*((route.type,) if route.type else ()), *route.styles)

    sessions = _sessions(found)
    figures = by_style(found, of)
    known = different([one for one in sessions if of(one)])
    return replace(evidence, figures=figures, ascents=sessions).with_numbers(known=known)


def _wishes(found: tuple[Ascent, ...], evidence: LogEvidence) -> LogEvidence:
    return replace(evidence, ascents=statistics.wishes(found))


def _compare(
    query: LogQuery,
    found: tuple[Ascent, ...],
    evidence: LogEvidence,
    whole: tuple[Ascent, ...],
    knowledge: KnowledgeBase,
) -> LogEvidence:
    against = query.against or LogFilter()
    other = _selected(whole, against, knowledge)
    evidence = replace(
        evidence,
        ascents=_sessions(found),
        against=_sessions(other),
        figures=_side(found),
        against_figures=_side(other),
        other_window=(against.first, against.last),
    )
    numbers = {
        name: abs(mine.count - theirs.count)
        for name, mine, theirs in zip(
            ("more_sends", "more_days", "more_entries"),
            evidence.figures,
            evidence.against_figures,
            strict=True,
        )
    }
    return evidence.with_numbers(**numbers)


def _side(found: tuple[Ascent, ...]) -> tuple[Figure, ...]:
    totals = _totals(found)
    return (
        Figure("sends", totals["sends"]),
        Figure("days", totals["days"]),
        Figure("entries", len(_sessions(found))),
    )


_STEPS: dict[LogAsk, _Step] = {
    "overview": _overview,
    "count": _count,
    "list": _list,
    "days": _count,
    "longest": _longest,
    "first_at": _first_at,
    "first": _first,
    "done": _done,
    "projects": _projects,
    "most_tried": _most_tried,
    "tries": _tries,
    "success": _success,
    "average": _average,
    "pyramid": _pyramid,
    "volume": _volume,
    "progress": _progress,
    "places": _places,
    "wishes": _wishes,
}
