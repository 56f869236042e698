"""Lists, counts and superlatives of gyms."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.rendering.composing import compose
from bot.rendering.conditions import gym_conditions, lead_in, numbers_of, own_line
from bot.rendering.flags import place_flag_lines
from bot.rendering.gym_hours import as_of_line, day_figures
from bot.rendering.gym_measures import by_which_day, measure_text, most_text, what_text
from bot.rendering.gym_prices import PRICE_FIELDS, day_price_key, price_text
from bot.rendering.gym_values import gym_place, gym_value, type_text
from bot.rendering.labels import PRICES
from bot.rendering.names import full_name, record_name
from bot.rendering.nothing import available_lines
from bot.rendering.notices import about_line, gym_notices
from bot.rendering.opening import day_hours, hours_column, week_rows, with_breaks
from bot.rendering.paging import page_of, past_the_end
from bot.rendering.unknown import render_unknown, unknown_lines

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.rendering.request import Request
    from bot.rendering.sources import Record
    from bot.schema import Draft
    from knowledge.schema import Gym, Notice


def render_gym_list(request: Request) -> Draft:
    """Every gym that fits, how many there are, or the winners of an order."""
    query, gyms = request.query, request.evidence.gyms
    conditions = gym_conditions(request)
    if query.topic == "where" and request.evidence.crags:
        return _with_crags(conditions, request)
    if not gyms:
        return _none(conditions, request)
    if query.gym_order is not None and query.gym_order != "name":
        return _winners(conditions, request)
    figures: list[object] = [len(gyms), *numbers_of(conditions), *day_figures(request)]
    if "count" in query.fields:
        names = request.join([record_name(gym, request.language) for gym in gyms])
        line = request.say("gym.count", conditions=conditions, total=len(gyms))
        return compose(
            request, [line, f"{names}{'。' if request.zh else '.'}"], gyms, figures=figures
        )
    if past_the_end(len(gyms), request):
        line = request.say("gym.no_more", conditions=conditions, total=len(gyms))
        return compose(request, [line], figures=figures)
    page = page_of(gyms, request)
    lines = [request.say("gym.list_head", conditions=conditions, total=len(gyms))]
    lines += [_row(number, gym, request) for number, gym in enumerate(page.shown, page.first)]
    lines += [page.line, as_of_line(page.shown, request), *unknown_lines(request)]
    records: tuple[Record, ...] = (*page.shown, *_told_notices(page.shown, request))
    return compose(request, lines, records, figures=(*figures, *page.figures))


def _with_crags(conditions: str, request: Request) -> Draft:
    """Where to climb in a town or county: the crags there, and the gyms of the first page."""
    crags, page = request.evidence.crags, page_of(request.evidence.gyms, request)
    totals = {group.place_id: group.total for group in request.evidence.groups}
    lines = [request.say("gym.crags_there", conditions=conditions, total=len(crags))]
    for crag in crags:
        title = full_name(crag, request.language)
        lines.append(request.say("gym.crag_row", title=title, count=totals.get(crag.id, 0)))
    total = len(request.evidence.gyms)
    lines.append(request.say("gym.gyms_there" if total else "gym.no_gym_there", total=total))
    lines += [_row(number, gym, request) for number, gym in enumerate(page.shown, page.first)]
    lines += [page.line] if total else []
    lines += [as_of_line(page.shown, request)] if page.shown else []
    lines += [*place_flag_lines(crags, request), *unknown_lines(request)]
    figures = [len(crags), total, *totals.values(), *page.figures, *numbers_of(conditions)]
    records: tuple[Record, ...] = (*crags, *page.shown, *_told_notices(page.shown, request))
    return compose(request, lines, records, figures=figures)


def _told_notices(gyms: Sequence[Gym], request: Request) -> tuple[Notice, ...]:
    """The notices from which the hours of the rows come."""
    if not request.query.days or not request.evidence.notices:
        return ()
    hours = (day_hours(gym, request.query.days[0], request) for gym in gyms)
    return tuple(told.notice for each in hours for told in each.opens.told)


def _none(conditions: str, request: Request) -> Draft:
    """No gym fits: what was asked does not exist on record."""
    if request.query.unknown:
        return render_unknown(request)
    if request.query.gym_order is not None:
        line = request.say(
            "gym.superlative_missing", conditions=conditions, what=what_text(request)
        )
    else:
        line = request.say("gym.none", conditions=conditions)
    lines = [line, *available_lines(request), request.say("unknown.gym_where")]
    return compose(request, lines, abstained=True, figures=(0, *numbers_of(conditions)))


def _winners(conditions: str, request: Request) -> Draft:
    """The cheapest, the latest to close …, all ties included."""
    gyms = request.evidence.gyms
    values = [measure_text(gym, request) for gym in gyms]
    figures: list[object] = [len(gyms), *numbers_of(conditions), *day_figures(request)]
    if not any(values):
        what = what_text(request)
        line = request.say("gym.superlative_missing", conditions=conditions, what=what)
        return compose(request, [line], gyms, abstained=True, figures=figures)
    where = lead_in(conditions, request)
    most = by_which_day(request) + most_text(request)
    if len(gyms) == 1:
        name = request.quote(record_name(gyms[0], request.language))
        lines = [
            request.say(
                "gym.superlative_one", conditions=where, most=most, name=name, value=values[0]
            )
        ]
    else:
        ranked = (request.query.limit or 1) > 1 and len(set(values)) > 1
        key = "gym.superlative_top" if ranked else "gym.superlative_many"
        lines = [request.say(key, conditions=where, most=most, count=len(gyms))]
        lines += [
            request.say(
                "gym.superlative_row",
                number=number,
                name=full_name(gym, request.language),
                value=value,
            )
            for number, (gym, value) in enumerate(zip(gyms, values, strict=True), 1)
        ]
    noticed = _told_notices(gyms, request)
    if query_is_priced(request):
        priced = [each for gym in gyms for each in gym_notices(gym, ("price",), request)]
        lines += [about_line(each, request) for each in priced]
        noticed = (*noticed, *priced)
    lines = [*own_line(conditions, request), *lines]
    lines += [as_of_line(gyms, request), *unknown_lines(request)]
    return compose(request, lines, (*gyms, *noticed), figures=figures)


def query_is_priced(request: Request) -> bool:
    """Whether gyms are ranked by a price."""
    return request.query.gym_order in PRICES


def _row(number: int, gym: Gym, request: Request) -> str:
    """Name, type, place, and what the question narrows by or asks for."""
    row = request.say(
        "gym.row",
        number=number,
        title=full_name(gym, request.language),
        type=type_text(gym, request) or "－",
        place=gym_place(gym) or "－",
    )
    mark = "｜" if request.zh else " | "
    return mark.join([row, *_columns(gym, request)])


def _columns(gym: Gym, request: Request) -> list[str]:
    query = request.query
    chosen = query.gym_filter
    keys = [field for field in query.fields if field in gym.prices]
    if chosen.price_max is not None or chosen.price_min is not None:
        keys.append(chosen.price_key)
    if {"price"} & set(query.fields):
        keys += [day_price_key(request)] if day_price_key(request) else ["weekday", "weekend"]
    columns = [
        price_text(key, gym.prices[key], request)
        for key in dict.fromkeys(keys)
        if key in gym.prices
    ]
    if query.days and (chosen.open_day or "hours" in query.fields):
        hours = day_hours(gym, query.days[0], request)
        column = hours_column(hours, request)
        if column:
            columns.append(f"{hours.text} {column}")
    elif chosen.open_day and gym.hours.get(chosen.open_day) is not None:
        breaks = gym.breaks.get(chosen.open_day, ())
        columns.append(with_breaks(gym.hours[chosen.open_day], breaks, request))
    any_day = (
        *(chosen.open_at, chosen.open_after, chosen.opens_before, chosen.closes_before),
        chosen.open_every_day,
    )
    if any(any_day) and not (chosen.open_day or query.days):
        mark = "；" if request.zh else "; "
        columns.append(mark.join(line.lstrip("・- ") for line in week_rows(gym, request)))
    asked = [
        f
        for f in query.fields
        if f not in PRICE_FIELDS and f not in {"count", "type", "region", "hours"}
    ]
    return columns + [value for field in asked if (value := gym_value(field, gym, request))]
