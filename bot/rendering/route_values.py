"""What a record says about one field of a route, worded; an empty string means "not recorded"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from bot.rendering.cleaning import clean, clean_name, web_address
from bot.rendering.labels import FLAGS, ROUTE_TYPES, label
from bot.rendering.names import place_path
from bot.rendering.place_values import seasons_text
from knowledge.text import has_han

if TYPE_CHECKING:
    from collections.abc import Callable

    from bot.rendering.request import Request
    from bot.schema import Language
    from knowledge.schema import Flag, Grade, Route

MAX_VIDEOS = 5
"""More addresses than this make a wall; the source has the rest."""


def field_value(field: str, route: Route, request: Request) -> str:
    """The value of one of ROUTE_FIELDS, in the language of the request."""
    read = _VALUES.get(field)
    return read(route, request) if read else ""


def grade_text(grade: Grade) -> str:
    """The grade exactly as stored; empty when there is none."""
    return clean_name(grade.raw)


def type_text(route: Route, request: Request) -> str:
    """運攀, 傳攀 …; empty when unknown."""
    return label(ROUTE_TYPES, route.type, request.language) if route.type else ""


def short_length(route: Route) -> str:
    """``12m``; empty when unknown."""
    return f"{route.length_m:g}m" if route.length_m is not None else ""


def metres(value: float, request: Request) -> str:
    """``12 公尺``."""
    return request.say("value.metres", value=f"{value:g}")


def bolts_text(bolts: int, request: Request) -> str:
    """``8 個 bolt``; that there is none where the record counts 0."""
    if bolts == 0:
        return request.say("value.no_bolts")
    return request.say("value.bolt" if bolts == 1 else "value.bolts", value=bolts)


def flag_when(flag: Flag, request: Request) -> str:
    """The date of the report, or that there is none."""
    day = clean_name(flag.reported_on)
    return request.say("flag.reported", date=day) if day else request.say("flag.undated")


def flag_name(flag: Flag, request: Request) -> str:
    """A flag in one word: 封閉, 落石."""
    return flag_label(flag, request.language)


_LOOSE = re.compile("[鬆松][動动脫脱]|[會会][轉转]|不牢|晃|loose|spinning", re.IGNORECASE)
_AGED = re.compile(
    "[老⽼舊旧鏽锈]|304|拉膨|待[換换]|old|age|rust|corro|suspect|bad|question", re.IGNORECASE
)
_PROTECTION_PARTS = re.compile(r"[+＋,，;；、]|\band\b")
_ANCHOR = re.compile(r"anchor|固定點|确保站|確保站|吊環|雙環", re.IGNORECASE)


def flag_label(flag: Flag, language: Language) -> str:
    """The word for a warning; a bolt that only turns or wobbles is not called an old one."""
    loose = flag.kind == "old_bolts" and _LOOSE.search(flag.evidence)
    if loose and not _AGED.search(flag.evidence):
        return "固定裝備鬆動" if language == "zh" else "loose hardware"
    return label(FLAGS, flag.kind, language)


def _grade(route: Route, request: Request) -> str:
    raw = grade_text(route.grade)
    if not raw:
        return ""
    if not route.grade.known:
        # A word such as TBD in quotation marks would read like a name.
        told = has_han(raw) or (request.zh and any(map(str.isdigit, raw)))
        quoted = request.quote(raw) if told else raw
        return request.say("value.grade_unknown", value=quoted)
    if route.grade.uncertain:
        return request.say("value.grade_uncertain", value=raw)
    return raw


def anchor_text(route: Route) -> str:
    """The anchor on record; else the part of the protection that names it: 「5 bolts + anchor」."""
    if route.anchor.strip():
        return clean(route.anchor)
    parts = [part.strip() for part in _PROTECTION_PARTS.split(clean(route.protection))]
    return next((part for part in parts if _ANCHOR.search(part)), "")


def _length(route: Route, request: Request) -> str:
    return metres(route.length_m, request) if route.length_m is not None else ""


def doubts_bolts(route: Route) -> bool:
    """Whether the record counts no bolt, and warns of old ones all the same."""
    return route.bolts == 0 and any(flag.kind == "old_bolts" for flag in route.flags)


def _bolts(route: Route, request: Request) -> str:
    if doubts_bolts(route):
        return request.say("value.bolts_doubted")
    return bolts_text(route.bolts, request) if route.bolts is not None else ""


def _location(route: Route, request: Request) -> str:
    return place_path(route, request.evidence, request.language)


def _description(route: Route, request: Request) -> str:
    texts = (route.description, route.description_en)
    return clean(
        next((text for text in (texts if request.zh else texts[::-1]) if text.strip()), "")
    )


def _names(route: Route, request: Request) -> str:
    shown = [
        ("names.english", route.name_en if request.zh else ""),
        ("names.chinese", "" if request.zh or not has_han(route.name) else route.name),
        *(("names.old", name) for name in route.old_names),
        *(("names.alias", name) for name in route.aliases),
    ]
    seen: dict[str, str] = {}
    own = clean_name(route.name or route.name_en).casefold()
    for key, name in shown:
        cleaned = clean_name(name)
        if cleaned and (cleaned.casefold() != own or not request.zh):
            seen.setdefault(cleaned.casefold(), request.say(key, value=cleaned))
    return request.join(list(seen.values()))


def _videos(route: Route, request: Request) -> str:
    del request
    addresses = [address for address in map(web_address, route.videos) if address]
    return " ".join(addresses[:MAX_VIDEOS])


def _safety_rating(route: Route, request: Request) -> str:
    parts = [clean_name(route.safety_rating)]
    if route.grade.safety:
        parts.append(request.say(f"value.protection_{route.grade.safety}"))
    return request.join([part for part in parts if part])


def _season(route: Route, request: Request) -> str:
    crag = request.evidence.crag(route.crag_id)
    return seasons_text(crag, request) if crag else ""


def _gear(route: Route, request: Request) -> str:
    parts = [_length(route, request), _bolts(route, request), clean(route.protection)]
    return request.join([part for part in parts if part])


def _hazards(route: Route, request: Request) -> str:
    return request.join([flag_name(flag, request) for flag in route.flags])


_VALUES: dict[str, Callable[[Route, Request], str]] = {
    "grade": _grade,
    "type": type_text,
    "length": _length,
    "bolts": _bolts,
    "location": _location,
    "first_ascent": lambda route, _: clean_name(route.first_ascent),
    "first_ascent_on": lambda route, _: clean_name(route.first_ascent_on),
    "description": _description,
    "anchor": lambda route, _: anchor_text(route),
    "protection": lambda route, _: clean(route.protection),
    "old_names": lambda route, request: request.join(
        [request.quote(name) for name in map(clean_name, route.old_names) if name]
    ),
    "names": _names,
    "video": _videos,
    "popularity": lambda route, _: "" if route.popularity is None else str(route.popularity),
    "hazards": _hazards,
    "pitches": lambda route, _: clean_name(route.pitch),
    "safety_rating": _safety_rating,
    "gear": _gear,
    "season": _season,
}
