"""Gyms side by side on the asked fields."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.rendering.composing import compose
from bot.rendering.gym_hours import as_of_line, asked_days, day_figures, hours_notices
from bot.rendering.gym_prices import (
    ENTRY_KEYS,
    PRICE_FIELDS,
    RENTAL_KEYS,
    day_price_key,
    price_text,
)
from bot.rendering.gym_values import gym_value
from bot.rendering.labels import DAYS, GYM_FIELD_NAMES, PRICES, label
from bot.rendering.names import record_name
from bot.rendering.notices import about_line, gym_notices
from bot.rendering.opening import day_hours, hours_column, ranges_text
from bot.rendering.unknown import unknown_lines
from knowledge.schema import WEEKDAYS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.rendering.request import Request
    from bot.schema import Draft
    from knowledge.schema import Gym, Notice

DEFAULT_FIELDS = ("type", "address", "price", "hours")


def compare_gyms(request: Request) -> Draft:
    """One line a gym, then which price is lower."""
    gyms = request.evidence.gyms
    fields = _fields(request)
    names = [request.quote(record_name(gym, request.language)) for gym in gyms]
    lines = [request.say("compare.head", names=request.both(names))]
    lines += [_row(gym, name, fields, request) for gym, name in zip(gyms, names, strict=True)]
    figures: list[object] = list(day_figures(request))
    if len(gyms) < 2:
        lines.append(request.say("compare.need_two"))
    for key in _price_keys(fields, request):
        told, difference = _cheaper(key, gyms, request)
        lines += told
        figures += difference
    noticed = _noticed(gyms, fields, request)
    lines += [about_line(each, request) for each in noticed]
    lines += [as_of_line(gyms, request), *unknown_lines(request)]
    nothing = not any(_fact(field, gym, request) for field in fields for gym in gyms)
    return compose(request, lines, (*gyms, *noticed), abstained=nothing, figures=figures)


def _noticed(gyms: Sequence[Gym], fields: Sequence[str], request: Request) -> tuple[Notice, ...]:
    """Notices about what is compared: the hours of the days asked about, prices."""
    if not request.evidence.notices:
        return ()
    found = hours_notices(gyms, request) if "hours" in fields and asked_days(request) else ()
    if PRICE_FIELDS & set(fields):
        found += tuple(each for gym in gyms for each in gym_notices(gym, ("price",), request))
    return tuple(dict.fromkeys(found))


def _fields(request: Request) -> tuple[str, ...]:
    """Asked fields and the field of the order; the usual ones when none is asked."""
    order = request.query.gym_order
    asked = [field for field in request.query.fields if field != "overview"]
    if order in {"closes", "opens"}:
        asked.append("hours")
    elif order is not None and order != "name":
        asked.append(order)
    return tuple(dict.fromkeys(asked)) or DEFAULT_FIELDS


def _price_keys(fields: Sequence[str], request: Request) -> list[str]:
    """Tickets that the fields mean."""
    keys: list[str] = []
    for field in fields:
        if field == "price":
            keys += [day_price_key(request)] if day_price_key(request) else ["weekday", "weekend"]
        elif field == "rental":
            keys += RENTAL_KEYS
        elif field in (*ENTRY_KEYS, *RENTAL_KEYS):
            keys.append(field)
    return list(dict.fromkeys(keys))


def _row(gym: Gym, name: str, fields: Sequence[str], request: Request) -> str:
    facts = []
    for field in fields:
        missing = label(GYM_FIELD_NAMES, field, request.language)
        missing += "未記載" if request.zh else " not recorded"
        facts.append(_fact(field, gym, request) or missing)
    return request.say("compare.row", name=name, facts=("；" if request.zh else "; ").join(facts))


def _fact(field: str, gym: Gym, request: Request) -> str:
    """One field of one gym; empty when not recorded."""
    if field == "hours":
        return _hours(gym, request)
    if field in PRICE_FIELDS:
        keys = [key for key in _price_keys((field,), request) if key in gym.prices]
        return request.join([price_text(key, gym.prices[key], request) for key in keys])
    value = gym_value(field, gym, request)
    if not value:
        return ""
    name = label(GYM_FIELD_NAMES, field, request.language)
    return f"{name}：{value}" if request.zh else f"{name}: {value}"


def _hours(gym: Gym, request: Request) -> str:
    """Hours of the asked day, else of the whole week in one run."""
    days = asked_days(request)
    if days:
        told = [day_hours(gym, day, request) for day in days]
        known = [
            f"{each.text} {column}" for each in told if (column := hours_column(each, request))
        ]
        return request.join(known)
    runs: list[tuple[str, str, str]] = []
    for key in WEEKDAYS:
        if key not in gym.hours:
            continue
        day, text = label(DAYS, key, request.language), ranges_text(gym.hours[key], request)
        if runs and runs[-1][2] == text:
            runs[-1] = (runs[-1][0], day, text)
        else:
            runs.append((day, day, text))
    link = "到" if request.zh else " to "
    parts = [
        f"{first if first == last else first + link + last} {text}" for first, last, text in runs
    ]
    return ("；" if request.zh else "; ").join(parts)


def _cheaper(key: str, gyms: Sequence[Gym], request: Request) -> tuple[list[str], list[object]]:
    """Who is cheapest for a ticket, when all prices are known."""
    prices = sorted((gym.prices[key], gym.id) for gym in gyms if key in gym.prices)
    if len(prices) < len(gyms) or len(prices) < 2:
        return [], []
    field = label(PRICES, key, request.language)
    (low, gym_id), (next_low, _) = prices[0], prices[1]
    if low == next_low:
        equal = low == prices[-1][0]
        return ([request.say("compare.equal_price", field=field)] if equal else []), []
    name = next(
        request.quote(record_name(gym, request.language)) for gym in gyms if gym.id == gym_id
    )
    difference = next_low - low
    return [request.say("compare.cheaper", field=field, name=name, difference=difference)], [
        difference
    ]
