"""Gyms by name, by filter and by superlative."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from bot.retrieval.routes import suggestions
from bot.schema import Evidence, Query
from knowledge.dates import hours_key

if TYPE_CHECKING:
    from knowledge.filters import GymFilter, GymOrder
    from knowledge.knowledge_base import KnowledgeBase
    from knowledge.schema import Gym


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


def list_gyms(query: Query, knowledge: KnowledgeBase) -> Evidence:
    """Every gym that fits, or the winners of a superlative with all ties."""
    order: GymOrder = query.gym_order or "name"
    wanted = _for_order(query)
    gyms = knowledge.catalogue.gyms(wanted, order, descending=query.descending)
    if query.gym_order is not None:
        gyms = _winners(gyms, query, wanted)
    return Evidence(gyms=gyms, suggestions=suggestions(query, knowledge))


def _for_order(query: Query) -> GymFilter:
    """Opening and closing times are compared on one day: the day asked about, else a weekday."""
    if query.gym_order in {"closes", "opens"} and not query.gym_filter.open_day:
        return replace(
            query.gym_filter, open_day=hours_key(query.days[0]) if query.days else "monday"
        )
    return query.gym_filter


def _winners(gyms: tuple[Gym, ...], query: Query, wanted: GymFilter) -> tuple[Gym, ...]:
    measured = [(gym, gym_measure(gym, query.gym_order or "name", wanted.open_day)) for gym in gyms]
    known = [(gym, value) for gym, value in measured if value is not None]
    if not known:
        return ()
    if query.limit is not None:
        return tuple(gym for gym, _ in known[: query.limit])
    best = known[0][1]
    return tuple(gym for gym, value in known if value == best)


def gym_measure(gym: Gym, order: GymOrder, day: str) -> int | str | None:
    """What a gym order ranks by; ``None`` when the gym has no record of it."""
    if order in {"closes", "opens"}:
        ranges = gym.hours.get(day or "monday", ())
        if not ranges:
            return None
        return (
            max(_late(end) for _, end in ranges)
            if order == "closes"
            else min(start for start, _ in ranges)
        )
    return gym.name if order == "name" else gym.prices.get(order)


def _late(end: str) -> str:
    """A closing time after midnight counts as later than any before it."""
    return f"{int(end[:2]) + 24}{end[2:]}" if end < "06:00" else end
