"""What gyms are ranked by: prices, opening and closing times."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.rendering.gym_prices import price_text
from bot.rendering.labels import DAYS, GYM_FIELD_NAMES, PRICES, label
from bot.rendering.opening import day_hours, hours_column, ranges_text
from knowledge.schema import WEEKDAYS

if TYPE_CHECKING:
    from bot.rendering.request import Request
    from knowledge.schema import Gym

_TIMES = frozenset({"closes", "opens"})


def measure_text(gym: Gym, request: Request) -> str:
    """The value by which this gym was ranked, worded; empty when not recorded."""
    order = request.query.gym_order or "name"
    if order not in _TIMES:
        value = gym.prices.get(order)
        return price_text(order, value, request) if value is not None else ""
    return _hours(gym, request)


def most_text(request: Request) -> str:
    """The superlative itself: 最便宜, 最晚打烊."""
    order, descending = request.query.gym_order or "name", request.query.descending
    if order in _TIMES or order == "name":
        return request.say(f"gym.most_{order}_{'desc' if descending else 'asc'}")
    key = "gym.most_expensive" if descending else "gym.most_cheap"
    return request.say(key, what=label(PRICES, order, request.language))


def by_which_day(request: Request) -> str:
    """That Mondays are compared, where times are ranked and no day was asked about."""
    query = request.query
    asked = query.days or query.gym_filter.open_day
    return "" if query.gym_order not in _TIMES or asked else request.say("gym.by_monday")


def what_text(request: Request) -> str:
    """The field that the order needs."""
    order = request.query.gym_order or "name"
    return label(GYM_FIELD_NAMES, "hours" if order in _TIMES else order, request.language)


def _hours(gym: Gym, request: Request) -> str:
    """Hours on the asked day, else on the day of the filter, else on its first open day."""
    if request.query.days:
        hours = day_hours(gym, request.query.days[0], request)
        return f"{hours.text} {hours_column(hours, request)}" if hours.ranges else ""
    key = request.query.gym_filter.open_day or _first_open_day(gym)
    ranges = gym.hours.get(key)
    return f"{label(DAYS, key, request.language)} {ranges_text(ranges, request)}" if ranges else ""


def _first_open_day(gym: Gym) -> str:
    """Monday, as orders without a day are by Monday; else the first day that is open."""
    opened = [key for key in WEEKDAYS if gym.hours.get(key)]
    return opened[0] if opened else ""
