"""What was understood of the conditions, echoed so that the reader sees what was counted."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from bot.rendering.cleaning import clean_name
from bot.rendering.facility_names import wanted_facility
from bot.rendering.labels import DAYS, FLAGS, GYM_TYPES, PRICES, ROUTE_TYPES, STYLES, label
from bot.rendering.names import place_name
from bot.rendering.place_values import season_name
from bot.rendering.towns import place_word

if TYPE_CHECKING:
    from collections.abc import Iterable

    from bot.rendering.request import Request
    from knowledge.filters import GymFilter, RouteFilter

_STEP = 0.01
"""How far a bound that is excluded lies from the number that was said."""
_NUMBERS = re.compile(r"[A-Za-z]?\d[\w.:/+~-]*")


def route_conditions(request: Request) -> str:
    """The filter over routes in words: 「龍洞・5.10a 到 5.10d・運攀」."""
    chosen = request.query.filter
    parts = [
        *_places(request),
        *_grade(chosen, request),
        request.join([label(ROUTE_TYPES, kind, request.language) for kind in chosen.types]),
        *_character(request),
        *_sizes(chosen, request),
        *_history(chosen, request),
        *_flags(chosen, request),
        *(request.say(f"conditions.lacking_{what}") for what in chosen.lacking),
        *_excluded(request),
        *([request.say("conditions.text", value=clean_name(chosen.text))] if chosen.text else []),
    ]
    return _joined(parts, request) or request.say("conditions.all")


def gym_conditions(request: Request) -> str:
    """The filter over gyms in words."""
    chosen = request.query.gym_filter
    parts = [
        *([request.quote(clean_name(request.query.gyms[0].surface))] if _of_chain(request) else []),
        *(
            place_word(name, request.language)
            for name in (*chosen.regions, *chosen.cities, *chosen.districts)
        ),
        *([_gym_types(chosen, request)] if chosen.types else []),
        *(wanted_facility(name, request.language) for name in chosen.facilities),
        *_prices(chosen, request),
        *_opening(chosen, request),
    ]
    return _joined(parts, request) or request.say("conditions.all_gyms")


def _of_chain(request: Request) -> bool:
    """Whether the gyms are the branches of the one that the question names."""
    query = request.query
    return query.topic == "branches" and bool(query.gyms and query.gyms[0].surface)


def crag_conditions(request: Request) -> str:
    """The filter over crags in words."""
    chosen = request.query.filter
    parts = [place_word(name, request.language) for name in (*chosen.regions, *chosen.cities)]
    if chosen.seasons:
        parts.append(request.say("conditions.season", value=_seasons(request)))
    return _joined(parts, request) or request.say("conditions.all_crags")


def lead_in(conditions: str, request: Request) -> str:
    """The conditions as they stand before 最難; nothing when they have a line of their own."""
    if numbers_of(conditions):
        return ""
    if conditions in {request.say("conditions.all"), request.say("conditions.all_gyms")}:
        return "資料裡" if request.zh else "On record, "
    if request.zh:
        return f"{conditions}，"
    return f"{conditions}: "


def own_line(conditions: str, request: Request) -> list[str]:
    """Conditions with figures on a line of their own: they are not figures of the winner."""
    if not numbers_of(conditions):
        return []
    return [f"{conditions}：" if request.zh else f"{conditions}:"]


def english_grades(text: str) -> str:
    """A range of grades in English: 「5.10a 到 5.10d」 is ``5.10a to 5.10d``."""
    text = _HARDER.sub(lambda match: f"{_THAN[match['way']]} than {match['grade']}", text)
    for chinese, english in _GRADE_WORDS:
        text = text.replace(chinese, english)
    return " ".join(text.replace("（", " (").replace("）", ")").split())


_HARDER = re.compile(r"比 ?(?P<grade>.+?) ?(?P<way>簡單|難)")
_THAN = {"簡單": "easier", "難": "harder"}
_GRADE_WORDS = (
    *((" 到 ", " to "), ("以上", " or harder"), ("以下", " or easier"), ("左右", " or so")),
    *(("或", " or "), ("、", ", "), ("附近", " or so"), ("約", "about ")),
    *(("入門", "beginner"), ("中階", "intermediate"), ("進階", "advanced")),
)


def numbers_of(text: str) -> tuple[str, ...]:
    """Numbers and grades of an echo, and the echo with their units: no record says them."""
    numbers = tuple(_NUMBERS.findall(text))
    return (*numbers, text) if numbers else ()


def _joined(parts: Iterable[str], request: Request) -> str:
    return ("・" if request.zh else ", ").join(dict.fromkeys(part for part in parts if part))


def _places(request: Request) -> list[str]:
    chosen = request.query.filter
    ids = (*chosen.crag_ids, *chosen.area_ids, *chosen.sector_ids)
    names = [place_name(place_id, request) for place_id in ids]
    return [
        *names,
        *(place_word(name, request.language) for name in (*chosen.regions, *chosen.cities)),
    ]


def _grade(chosen: RouteFilter, request: Request) -> list[str]:
    if chosen.grade is not None:
        text = clean_name(chosen.grade.text)
        return [text if request.zh else english_grades(text)]
    if chosen.grade_known is None:
        return []
    return [request.say("conditions.known_grade" if chosen.grade_known else "conditions.no_grade")]


def _character(request: Request) -> list[str]:
    """Styles, popularity and season: in the member's words where we have them."""
    chosen = request.query.filter
    said = chosen.grade.text if chosen.grade is not None else ""
    words = [clean_name(word) for word in request.query.styles_asked if word not in said]
    told = "".join(words)
    styles = [label(STYLES, style, request.language) for style in chosen.styles]
    parts = words or styles
    if words and request.zh:
        parts = words + [
            style for style in styles if style not in told and len(styles) > len(words)
        ]
    if chosen.popularity_min is not None:
        parts.append(_bounds("popularity", chosen.popularity_min, None, request))
    if chosen.seasons:
        parts.append(request.say("conditions.season", value=_seasons(request)))
    return parts


def _seasons(request: Request) -> str:
    return request.join([season_name(one, request) for one in request.query.filter.seasons])


def _sizes(chosen: RouteFilter, request: Request) -> list[str]:
    return [
        _bounds("length", chosen.length_min, chosen.length_max, request),
        _bounds("bolts", chosen.bolts_min, chosen.bolts_max, request),
    ]


def _bounds(what: str, low: float | None, high: float | None, request: Request) -> str:
    """長度 10 到 20 公尺, bolt 數 5 以上 …; empty without bounds."""
    if low is None and high is None:
        return ""
    if what == "bolts" and not low and high == 0:
        return request.say("conditions.no_bolts")
    if low is not None and high is not None and (_open(low, 1) or _open(high, -1)):
        above = _bounds(what, low, None, request)
        below = _bounds(what, None, high, request).removeprefix(request.say(f"what.{what}"))
        return request.say("conditions.both", low=above, high=below.strip())
    name = request.say(f"what.{what}")

    def show(value: float) -> str:
        value = round(value) if _open(value, 1) or _open(value, -1) else value
        return request.say("value.metres", value=f"{value:g}") if what == "length" else f"{value:g}"

    if low is not None and high is not None:
        key = "conditions.exactly" if low == high else "conditions.between"
        return request.say(key, what=name, low=show(low), high=show(high))
    if low is not None:
        key = "conditions.more" if _open(low, 1) else "conditions.at_least"
        return request.say(key, what=name, value=show(low))
    key = "conditions.less" if _open(high or 0, -1) else "conditions.at_most"
    return request.say(key, what=name, value=show(high or 0))


def _open(value: float, side: int) -> bool:
    """Whether a bound lies just above (1) or below (-1) a whole number: it excludes that number."""
    return abs(value - round(value) - side * _STEP) < _STEP / 2


def _history(chosen: RouteFilter, request: Request) -> list[str]:
    """First ascent, video and pitches."""
    parts = []
    if chosen.first_ascent:
        parts.append(request.say("conditions.first_ascent", value=clean_name(chosen.first_ascent)))
    low, high = chosen.year_min, chosen.year_max
    if low is not None and high is not None:
        key = "conditions.year" if low == high else "conditions.years"
        if low == high and chosen.month is not None:
            key = "conditions.month"
        parts.append(request.say(key, low=low, high=high, month=chosen.month or 0))
    elif low is not None:
        parts.append(request.say("conditions.year_min", low=low))
    elif high is not None:
        parts.append(request.say("conditions.year_max", high=high))
    if chosen.has_video is not None:
        parts.append(request.say("conditions.video" if chosen.has_video else "conditions.no_video"))
    if chosen.multi_pitch is not None:
        parts.append(request.say("conditions.multi" if chosen.multi_pitch else "conditions.single"))
    return parts


def _excluded(request: Request) -> list[str]:
    """What was ruled out: 不含傳攀、北壁."""
    unwanted = request.query.excluding
    ids = (*unwanted.crag_ids, *unwanted.area_ids, *unwanted.sector_ids)
    grades = _grade(unwanted, request) if unwanted.grade is not None else []
    written = clean_name(unwanted.text)
    told = [
        *([request.say("conditions.text", value=written)] if written else []),
        *grades,
        *(place_name(place_id, request) for place_id in ids),
        *(label(ROUTE_TYPES, kind, request.language) for kind in unwanted.types),
        *(label(STYLES, style, request.language) for style in unwanted.styles),
        *(label(FLAGS, kind, request.language) for kind in unwanted.flags),
        *(
            [request.say("conditions.first_ascent", value=clean_name(unwanted.first_ascent))]
            if unwanted.first_ascent
            else []
        ),
    ]
    named = [name for name in told if name]
    return [request.say("conditions.without", value=request.join(named))] if named else []


def _flags(chosen: RouteFilter, request: Request) -> list[str]:
    parts = [
        request.say("conditions.flag", value=label(FLAGS, kind, request.language))
        for kind in chosen.flags
    ]
    if chosen.recommendable is not None and request.query.intent != "recommend":
        key = "conditions.recommendable" if chosen.recommendable else "conditions.blocked"
        parts.append(request.say(key))
    return parts


def _gym_types(chosen: GymFilter, request: Request) -> str:
    """The type that was asked; ``mixed`` stands beside it only because such a gym has both."""
    types = tuple(kind for kind in chosen.types if kind != "mixed") or chosen.types
    return request.join([label(GYM_TYPES, kind, request.language) for kind in types])


def _prices(chosen: GymFilter, request: Request) -> list[str]:
    what = label(PRICES, chosen.price_key, request.language)
    parts = []
    if chosen.price_min == 0 and chosen.price_max is None:
        parts.append(request.say("conditions.price_any", what=what))
    elif chosen.price_min is not None:
        parts.append(request.say("conditions.price_min", what=what, value=chosen.price_min))
    if chosen.price_max is not None:
        parts.append(request.say("conditions.price_max", what=what, value=chosen.price_max))
    if chosen.without_ticket:
        what = label(PRICES, chosen.without_ticket, request.language)
        parts.append(request.say("conditions.price_none", what=what))
    return parts


def _opening(chosen: GymFilter, request: Request) -> list[str]:
    if chosen.closed_day:
        closed = label(DAYS, chosen.closed_day, request.language)
        return [request.say("conditions.closed", day=closed)]
    if chosen.open_every_day:
        return [request.say("conditions.open_every_day")]
    day = label(DAYS, chosen.open_day, request.language) if chosen.open_day else ""
    if chosen.closes_before or chosen.opens_before:
        key = "conditions.closes_before" if chosen.closes_before else "conditions.opens_before"
        time = clean_name(chosen.closes_before or chosen.opens_before)
        return [request.say(key, day=day, time=time).strip()]
    if chosen.open_after:
        key = "conditions.open_after" if day or request.zh else "conditions.open_after_any"
        return [request.say(key, day=day, time=clean_name(chosen.open_after)).strip()]
    if chosen.open_at:
        key = "conditions.open_at" if day or request.zh else "conditions.open_at_any"
        return [request.say(key, day=day, time=clean_name(chosen.open_at)).strip()]
    return [request.say("conditions.open", day=day)] if day else []
