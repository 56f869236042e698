"""Gyms by name, by filter and by superlative."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from bot.retrieval.named import suggestions
from bot.schema import Evidence, Query
from knowledge.dated import hours_on, told_hours
from knowledge.dates import hours_key

if TYPE_CHECKING:
    from datetime import date

    from knowledge.filters import GymFilter, GymOrder
    from knowledge.knowledge_base import KnowledgeBase
    from knowledge.schema import Gym, Hours, Notice


_TIMES: frozenset[GymOrder] = frozenset({"closes", "opens"})
_DAY = 24 * 60
_EARLY = 6 * 60
"""A time before this one is late in the evening before."""


def named_gyms(query: Query, knowledge: KnowledgeBase) -> Evidence:
    """The gyms that the question names; all branches when only the brand is named."""
    gyms = {
        gym_id: knowledge.catalogue.gym(gym_id) for mention in query.gyms for gym_id in mention.ids
    }
    return Evidence(
        gyms=tuple(gym for gym in gyms.values() if gym is not None),
        suggestions=suggestions(query, knowledge),
    )


def compare_gyms(query: Query, knowledge: KnowledgeBase) -> Evidence:
    """The gyms to put side by side."""
    return named_gyms(query, knowledge)


def list_gyms(query: Query, knowledge: KnowledgeBase, seen: tuple[Notice, ...] = ()) -> Evidence:
    """Every gym that fits, or the winners of a superlative with all ties.

    Args:
        query: The understood question.
        knowledge: The snapshot to look into.
        seen: Notices that may be seen: their hours hold on the day asked about.
    """
    order: GymOrder = query.gym_order or "name"
    wanted = _for_order(query)
    day = query.days[0] if query.days else None
    if day is not None and any(told_hours(notice, day) is not None for notice in seen):
        gyms = _on_day(query, knowledge, wanted, day, seen)
    else:
        gyms = knowledge.catalogue.gyms(wanted, order, descending=query.descending)
    if query.gym_order is not None:
        gyms = _winners(gyms, query, wanted, seen)
    return Evidence(gyms=gyms, suggestions=suggestions(query, knowledge))


def _on_day(
    query: Query,
    knowledge: KnowledgeBase,
    wanted: GymFilter,
    day: date,
    seen: tuple[Notice, ...],
) -> tuple[Gym, ...]:
    """The gyms that fit by the hours of that very day; one of disputed hours when it may fit."""
    order: GymOrder = query.gym_order or "name"
    plain = replace(
        wanted, open_day="", open_at="", open_after="", opens_before="", closes_before=""
    )
    standing = {gym.id for gym in knowledge.catalogue.gyms(wanted)}
    hours = {
        gym.id: hours_on(gym, day, seen)
        for gym in knowledge.catalogue.gyms(
            plain, order if order not in _TIMES else "name", descending=query.descending
        )
    }
    fitting = [
        gym_id
        for gym_id, opens in hours.items()
        if (
            any(_fits_hours(ranges, wanted) for ranges in opens.may_be)
            if opens.told
            else gym_id in standing
        )
    ]
    gyms = [gym for each in fitting if (gym := knowledge.catalogue.gym(each)) is not None]
    if order in _TIMES:
        timed = [(_measure_of(hours[gym.id].ranges, order), gym) for gym in gyms]
        known = [(value, gym) for value, gym in timed if value is not None]
        known.sort(key=lambda pair: pair[0], reverse=query.descending)
        gyms = [gym for _, gym in known]
    return tuple(gyms)


def _fits_hours(ranges: Hours, wanted: GymFilter) -> bool:
    """Whether hours meet the filter, read as the catalogue reads the standing ones."""
    spans = [(_minutes(start), _minutes(end)) for start, end in ranges]
    spans = [(opens, closes + _DAY * (closes <= opens)) for opens, closes in spans]
    if wanted.open_at:
        at = _minutes(wanted.open_at)
        spans = [(opens, closes) for opens, closes in spans if opens <= at < closes]
    if wanted.open_after:
        after = _minutes(wanted.open_after)
        after += _DAY * (after < _EARLY)
        spans = [(opens, closes) for opens, closes in spans if closes >= after]
    if wanted.opens_before and spans:
        spans = spans if min(spans)[0] < _minutes(wanted.opens_before) else []
    if wanted.closes_before and spans:
        last = max(closes for _, closes in spans)
        spans = spans if last <= _minutes(wanted.closes_before) else []
    return bool(spans)


def _minutes(clock: str) -> int:
    hours, _, minutes = clock.partition(":")
    return int(hours) * 60 + int(minutes or 0)


def _for_order(query: Query) -> GymFilter:
    """Opening and closing times are compared on one day: the day asked about, else a weekday."""
    if query.gym_order in _TIMES and not query.gym_filter.open_day:
        return replace(
            query.gym_filter, open_day=hours_key(query.days[0]) if query.days else "monday"
        )
    return query.gym_filter


def _winners(
    gyms: tuple[Gym, ...], query: Query, wanted: GymFilter, seen: tuple[Notice, ...]
) -> tuple[Gym, ...]:
    order = query.gym_order or "name"
    day = query.days[0] if query.days and order in _TIMES else None
    measured = [
        (
            gym,
            gym_measure(gym, order, wanted.open_day)
            if day is None
            else _measure_of(hours_on(gym, day, seen).ranges, order),
        )
        for gym in gyms
    ]
    known = [(gym, value) for gym, value in measured if value is not None]
    if not known:
        return ()
    if query.limit is not None and query.limit > 1:
        return tuple(gym for gym, _ in known[: query.limit])
    best = known[0][1]
    return tuple(gym for gym, value in known if value == best)


def gym_measure(gym: Gym, order: GymOrder, day: str) -> int | str | None:
    """What a gym order ranks by; ``None`` when the gym has no record of it."""
    if order in _TIMES:
        return _measure_of(gym.hours.get(day or "monday"), order)
    return gym.name if order == "name" else gym.prices.get(order)


def _measure_of(ranges: Hours | None, order: GymOrder) -> str | None:
    """The closing or the opening time of a day; ``None`` when closed or not recorded."""
    if not ranges:
        return None
    if order == "closes":
        return max(_late(end) for _, end in ranges)
    return min(start for start, _ in ranges)


def _late(end: str) -> str:
    """A closing time after midnight counts as later than any before it."""
    return f"{int(end[:2]) + 24}{end[2:]}" if end < "06:00" else end
