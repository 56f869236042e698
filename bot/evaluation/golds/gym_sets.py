"""Golds about sets of gyms: lists, counts, superlatives, one of a list before."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Final

from bot.evaluation.drawing import Drawn
from bot.evaluation.expectation import TODAY, Expectation, Ids, exactly
from bot.evaluation.golds.gym_days import ask_day, hours_on
from bot.evaluation.golds.gym_filters import closing_minute, draw_condition
from bot.evaluation.golds.gym_values import gym_value
from bot.evaluation.golds.ordinals import says_of_listed
from bot.evaluation.values import SlotValue
from knowledge.schema import Gym

if TYPE_CHECKING:
    from bot.evaluation.drawing import Draw, Gold

_TRIES: Final = 8


@dataclass(frozen=True, slots=True)
class Selection:
    """The gyms that filters mean."""

    must: tuple[Gym, ...]
    may: tuple[Gym, ...]
    slots: dict[str, SlotValue]
    today: date


def _select(draw: Draw, *, empty: bool = False) -> Selection | None:
    low, high = draw.template.size or (1, 40)
    gyms = draw.world.gyms
    for _ in range(_TRIES):
        seed = draw.rng.choice(gyms)
        seeds = [draw.rng.choice(gyms) if empty else seed for _ in draw.template.filters]
        drawn = [
            draw_condition(name, one, draw)
            for name, one in zip(draw.template.filters, seeds, strict=True)
        ]
        conditions = [one for one in drawn if one is not None]
        may = tuple(gym for gym in gyms if all(one.may(gym) for one in conditions))
        fits = not may if empty else low <= len(may) <= high
        if len(conditions) < len(drawn) or not fits:
            continue
        must = tuple(gym for gym in may if all(one.must(gym) for one in conditions))
        slots = {name: value for one in conditions for name, value in one.slots.items()}
        days = {one.today for one in conditions if one.today != TODAY}
        if len(days) <= 1:
            return Selection(must, may, slots, days.pop() if days else TODAY)
    return None


def gym_list(draw: Draw) -> Drawn | None:
    """All matches and nothing else."""
    chosen = _select(draw)
    if chosen is None:
        return None
    least, most = (frozenset(gym.id for gym in gyms) for gyms in (chosen.must, chosen.may))
    expectation = Expectation(gyms=Ids(least, most), records=least)
    return Drawn(chosen.slots, expectation, today=chosen.today)


def gym_empty_list(draw: Draw) -> Drawn | None:
    """Filters that nothing meets together."""
    chosen = _select(draw, empty=True)
    return Drawn(chosen.slots, Expectation(abstained=True), today=chosen.today) if chosen else None


def gym_count(draw: Draw) -> Drawn | None:
    """How many there are."""
    chosen = _select(draw)
    if chosen is None or len(chosen.must) != len(chosen.may):
        return None
    expectation = Expectation(
        ((str(len(chosen.may)),),), records=frozenset(g.id for g in chosen.may)
    )
    return Drawn(chosen.slots, expectation, today=chosen.today)


def gym_superlative(draw: Draw) -> Drawn | None:
    """The first by price or hours, ties included."""
    chosen = (
        _select(draw)
        if draw.template.filters
        else Selection(draw.world.gyms, draw.world.gyms, {}, TODAY)
    )
    by = draw.arg("by")
    if chosen is None or len(chosen.must) != len(chosen.may):
        return None
    slots, today = dict(chosen.slots), chosen.today
    day: date | None = None
    if by in {"latest_close", "earliest_open"}:
        asked = ask_day("named" if "day" in draw.slots else "today", draw.rng)
        if asked is None or asked[1] is None:
            return None
        today, day, more = asked
        slots |= more
    values = {gym.id: value for gym in chosen.may if (value := _value(gym, by, day)) is not None}
    if len(values) < 2:
        return None
    best = (max if by in {"dearest", "latest_close"} else min)(values.values())
    winners = frozenset(gym_id for gym_id, value in values.items() if value == best)
    if len(winners) > 5:
        return None
    names = tuple((gym.name, gym.name_en or gym.name) for gym in chosen.may if gym.id in winners)
    return Drawn(slots, Expectation(names, gyms=exactly(*winners), records=winners), today=today)


def _value(gym: Gym, by: str, day: date | None) -> int | None:
    if day is None:
        return gym.prices.get("weekday")
    if by == "latest_close":
        return closing_minute(gym, day)
    spans = hours_on(gym, day)
    if not spans:
        return None
    hour, minute = spans[0][0].split(":")
    return int(hour) * 60 + int(minute)


def gym_ordinal_field(draw: Draw) -> Drawn | None:
    """A field of the n-th gym of the list that was really answered before."""
    chosen = _select(draw)
    position = int(draw.arg("position"))
    if chosen is None or not abs(position) <= len(chosen.may) <= 10:
        return None
    values = {gym.id: gym_value(gym, draw.arg("field")) for gym in chosen.may}
    if not all(values.values()):
        return None

    check = says_of_listed(position, values, lambda answer: answer.gym_ids)
    return Drawn(chosen.slots, Expectation(checks=(check,)), today=chosen.today)


GOLDS: Final[dict[str, Gold]] = {
    "gym_list": gym_list,
    "gym_empty_list": gym_empty_list,
    "gym_count": gym_count,
    "gym_superlative": gym_superlative,
    "gym_ordinal_field": gym_ordinal_field,
}
