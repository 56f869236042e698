"""Prices of gyms by ticket, chosen by the day asked about."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from bot.rendering.cleaning import clean
from bot.rendering.composing import compose
from bot.rendering.flags import place_flag_lines
from bot.rendering.gym_hours import as_of_line, day_figures, notes_lines
from bot.rendering.gym_sums import sum_of_visit, ticket_name
from bot.rendering.labels import GYM_FIELD_NAMES, label
from bot.rendering.names import record_name
from bot.rendering.notices import gym_notices, quoted_line
from bot.rendering.unknown import render_unknown, unknown_lines
from knowledge.dates import format_day, holiday_name, hours_key

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.rendering.request import Request
    from bot.rendering.sources import Record
    from bot.schema import Draft
    from knowledge.schema import Gym, Notice

ENTRY_KEYS = ("weekday", "weekend", "twilight")
RENTAL_KEYS = ("shoes", "harness")
PRICE_FIELDS = frozenset({"price", "rental", *ENTRY_KEYS, *RENTAL_KEYS})
_FEW_DAYS = 3
"""Of more days than these, some are working days and some are not."""
_WEEKEND_HOURS = frozenset({"saturday", "sunday", "holiday"})


def render_gym_price(request: Request) -> Draft:
    """The asked prices of every gym, each gym on lines of its own."""
    gyms = request.evidence.gyms
    if not gyms:
        return render_unknown(request)
    fields = [field for field in request.query.fields if field in PRICE_FIELDS] or ["price"]
    lines: list[str] = _day_note(request)
    known = False
    figures: list[object] = list(day_figures(request))
    noticed: tuple[Notice, ...] = ()
    for gym in gyms:
        told, recorded = price_lines(gym, fields, request)
        lines += told
        sums, added = sum_of_visit(gym, fields, _keys(gym, fields, request), request)
        lines += sums
        figures += added
        known = known or recorded
        told_notices = gym_notices(gym, ("price", "closure"), request)
        lines += [quoted_line(each, request) for each in told_notices]
        noticed += told_notices
        known = known or any(each.kind == "price" for each in told_notices)
    lines += [as_of_line(gyms, request), *place_flag_lines(gyms, request), *unknown_lines(request)]
    records: tuple[Record, ...] = (*gyms, *noticed)
    return compose(request, lines, records, abstained=not known, figures=figures)


def price_lines(gym: Gym, fields: Sequence[str], request: Request) -> tuple[list[str], bool]:
    """Prices, notes on prices and what is not recorded; whether anything was found."""
    name = request.quote(record_name(gym, request.language))
    keys = _keys(gym, fields, request)
    prices = [price_text(key, gym.prices[key], request) for key in keys if key in gym.prices]
    missing = [key for key in keys if key not in gym.prices and _asked_by_name(key, fields)]
    if not prices:
        missing = missing or list(fields)
    in_notes = _told_in_notes(gym, missing)
    missing = [] if in_notes else missing
    lines = [request.say("gym.price", name=name, prices=request.join(prices))] if prices else []
    if missing:
        names = [label(GYM_FIELD_NAMES, field, request.language) for field in missing]
        lines.append(request.say("gym.missing", name=name, fields=request.join(names)))
    if gym.price_notes.strip():
        lines.append(request.say("gym.price_notes", name=name, value=clean(gym.price_notes)))
    if {"price", "twilight"} & set(fields) or _PRICED.search(in_notes and gym.notes):
        lines += notes_lines(gym, name, request)
    return lines, bool(prices or in_notes)


_PRICED = re.compile(
    r"(?:[單单]次|入[場场館馆]|[門门]票|票[價价]|全票|[學学]生|成人|一次|[進进][場场])[^，。；;、\d]{0,6}\d{2,4}"
    r"|(?:entry|ticket|admission|adults?|students?)\b[^.;,\d]{0,12}\d{2,4}",
    re.IGNORECASE,
)
_INCLUDED = re.compile("(?:含|附|免[費费])[^，。；;]{0,4}(?P<what>鞋|吊[帶带])")
_IN_WORDS = {"shoes": "鞋", "harness": "吊"}


def _told_in_notes(gym: Gym, missing: Sequence[str]) -> str:
    """The notes, where they give a price that has no field of its own; else empty.

    「單次200元，學生150元，含岩鞋」 answers what a visit costs, and that shoes are included.
    """
    notes = "\n".join(text for text in (gym.price_notes, gym.notes) if text.strip())
    entry = {"price", "weekday", "weekend"}.issuperset(missing)
    if missing and entry and not gym.prices.keys() & set(ENTRY_KEYS) and _PRICED.search(notes):
        return notes
    free = {match["what"][:1] for match in _INCLUDED.finditer(notes)}
    rented = set(missing) <= _IN_WORDS.keys() and {_IN_WORDS[key] for key in missing} <= free
    return notes if missing and rented else ""


def price_text(key: str, value: int, request: Request) -> str:
    """A ticket with its price: 平日單次 500 元."""
    return request.say("gym.price_item", label=ticket_name(key, request), value=value)


def day_price_key(request: Request) -> str:
    """``weekday`` or ``weekend`` for the first of a few days; empty without a day."""
    if not request.query.days or len(request.query.days) > _FEW_DAYS:
        return ""
    return "weekend" if hours_key(request.query.days[0]) in _WEEKEND_HOURS else "weekday"


def _keys(gym: Gym, fields: Sequence[str], request: Request) -> list[str]:
    """Price keys that the fields mean, in the usual order."""
    keys: list[str] = []
    if "price" in fields:
        day_key = day_price_key(request)
        keys += (
            [day_key, "twilight"] if day_key else list(gym.prices) and [*ENTRY_KEYS, *RENTAL_KEYS]
        )
        keys += (
            [] if day_key else [key for key in gym.prices if key not in (*ENTRY_KEYS, *RENTAL_KEYS)]
        )
    for field in fields:
        if field == "rental":
            keys += [
                *RENTAL_KEYS,
                *(key for key in gym.prices if "rent" in key.lower() or "租" in key),
            ]
        elif field != "price":
            keys.append(field)
    return list(dict.fromkeys(keys))


def _asked_by_name(key: str, fields: Sequence[str]) -> bool:
    """Whether a missing price is worth a word: it was asked for by itself."""
    return key in fields or (key in RENTAL_KEYS and "rental" in fields)


def _day_note(request: Request) -> list[str]:
    """12/25（五）國定假日算假日, when a day was given."""
    key = day_price_key(request)
    if not key:
        return []
    day = request.query.days[0]
    text = format_day(day, request.language, request.evidence.today)
    holiday = holiday_name(day, request.language)
    if holiday:
        text += f"（{holiday}）" if request.zh else f" ({holiday})"
    note = request.say("gym.price_day", day=text, kind=request.say(f"gym.kind_{key}"))
    return [note + ("。" if request.zh else ".")]
