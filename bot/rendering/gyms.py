"""Answers about the fields of named gyms: contact, type, facilities, and the whole card."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.rendering.cleaning import clean
from bot.rendering.composing import compose
from bot.rendering.facility_names import wanted_facility
from bot.rendering.flags import place_flag_lines
from bot.rendering.gym_hours import as_of_line, day_figures, hours_lines, hours_notices
from bot.rendering.gym_prices import PRICE_FIELDS, price_lines
from bot.rendering.gym_values import gym_place, gym_value, type_text
from bot.rendering.labels import GYM_FIELD_NAMES, label
from bot.rendering.names import full_name, record_name
from bot.rendering.notices import gym_notices, quoted_line
from bot.rendering.quoting import asked_sentences, quote_line
from bot.rendering.unknown import render_unknown, unknown_lines
from knowledge.text import key as fold

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.rendering.request import Request
    from bot.rendering.sources import Record
    from bot.schema import Draft
    from knowledge.schema import Gym, Notice, NoticeKind

_CONTACT = frozenset({"phone", "website", "facebook", "instagram", "line"})
"""Fields that no prose stands for."""
_OVERVIEW_FIELDS = ("address", "phone", "website")


def render_gym_info(request: Request) -> Draft:
    """Every asked field of every gym; several branches each on lines of their own."""
    gyms = request.evidence.gyms
    if not gyms:
        return render_unknown(request)
    fields = request.query.fields or ("overview",)
    lines: list[str] = []
    known = False
    noticed: list[Notice] = []
    for gym in gyms:
        told, recorded = gym_lines(gym, fields, request)
        lines += told
        known = known or recorded
        beside = _notices(gym, fields, request)
        lines += [quoted_line(each, request) for each in beside if each not in noticed]
        noticed += [*beside, *(hours_notices((gym,), request) if _tells_hours(fields) else ())]
    lines += [as_of_line(gyms, request), *place_flag_lines(gyms, request), *unknown_lines(request)]
    records: tuple[Record, ...] = (*gyms, *noticed)
    return compose(request, lines, records, abstained=not known, figures=day_figures(request))


def _tells_hours(fields: Sequence[str]) -> bool:
    return bool({"overview", "hours"} & set(fields))


def _notices(gym: Gym, fields: Sequence[str], request: Request) -> tuple[Notice, ...]:
    """What is worth telling beside the fields: that it is shut; more where all is asked."""
    if "overview" in fields:
        return gym_notices(gym, ("closure", "price", "event", "reset"), request)
    kinds: tuple[NoticeKind, ...] = ("closure",) if "hours" not in fields else ()
    if PRICE_FIELDS & set(fields):
        kinds += ("price",)
    return gym_notices(gym, kinds, request)


def gym_lines(gym: Gym, fields: Sequence[str], request: Request) -> tuple[list[str], bool]:
    """Lines about one gym, and whether anything that was asked is recorded."""
    lines: list[str] = []
    missing: list[str] = []
    known = False
    prices = [field for field in fields if field in PRICE_FIELDS]
    for field in fields:
        if field in PRICE_FIELDS:
            told, found = price_lines(gym, prices, request) if field == prices[0] else ([], False)
        else:
            told, found = _field(field, gym, request)
            if not told:
                missing.append(field)
        lines += told
        known = known or found
    name = request.quote(record_name(gym, request.language))
    quotes = asked_sentences(gym, request) if set(missing) - _CONTACT else ()
    if quotes:
        return [*lines, quote_line(name, quotes, request)], True
    if missing:
        names = [label(GYM_FIELD_NAMES, field, request.language) for field in missing]
        lines.append(request.say("gym.missing", name=name, fields=request.join(names)))
    return lines, known


def _field(field: str, gym: Gym, request: Request) -> tuple[list[str], bool]:
    """One field as lines; none when it is not recorded."""
    if field == "overview":
        return _overview(gym, request), True
    if field == "hours":
        return hours_lines(gym, request)
    if field == "facilities" and request.query.gym_filter.facilities:
        return _has(gym, request)
    value = gym_value(field, gym, request)
    if not value:
        return [], False
    if request.query.fields == ("description",):
        return _overview(gym, request), True
    name = request.quote(record_name(gym, request.language))
    return [request.say(f"gym.{field}", name=name, value=value)], True


def _has(gym: Gym, request: Request) -> tuple[list[str], bool]:
    """Whether each wanted facility is on record."""
    name = request.quote(record_name(gym, request.language))
    listed = gym_value("facilities", gym, request)
    lines = []
    found = bool(listed)
    for facility in request.query.gym_filter.facilities:
        wanted = wanted_facility(facility, request.language)
        keys = [folded for word in facility.split("|") if (folded := fold(word))]
        mention = next((t for t in (gym.notes, gym.description) if _names_any(keys, t)), "")
        if any(_names_any(keys, item) for item in gym.facilities):
            lines.append(request.say("gym.has", name=name, wanted=wanted, value=listed))
        elif mention:
            found = True
            lines.append(
                request.say("gym.has_in_notes", name=name, wanted=wanted, value=clean(mention))
            )
        else:
            key = "gym.has_not" if listed else "gym.has_unknown"
            lines.append(request.say(key, name=name, wanted=wanted, value=listed))
    return lines, found


def _names_any(keys: Sequence[str], text: str) -> bool:
    return any(folded in fold(text) for folded in keys)


def _overview(gym: Gym, request: Request) -> list[str]:
    """Name, type, place, contact, hours and prices."""
    lines = [
        request.say(
            "gym.overview",
            title=full_name(gym, request.language),
            type=type_text(gym, request)
            or label(GYM_FIELD_NAMES, "type", request.language)
            + ("未記載" if request.zh else " not recorded"),
            place=gym_place(gym),
        ).rstrip("｜| ")
    ]
    name = request.quote(record_name(gym, request.language))
    for field in _OVERVIEW_FIELDS:
        value = gym_value(field, gym, request)
        if value:
            lines.append(request.say(f"gym.{field}", name=name, value=value))
    if gym.hours:
        lines += hours_lines(gym, request)[0]
    if gym.prices:
        lines += price_lines(gym, ("weekday", "weekend"), request)[0]
    for field in ("facilities", "description"):
        value = gym_value(field, gym, request)
        if value:
            lines.append(request.say(f"gym.{field}", name=name, value=value))
    return lines
