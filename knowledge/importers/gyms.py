"""One gym row, in the field names of the gym JSON, as a gym."""

from __future__ import annotations

import re
import unicodedata
from typing import cast

from knowledge.importers.addresses import region_of, town_of
from knowledge.importers.breaks import read_breaks
from knowledge.importers.days import taipei_day
from knowledge.importers.fields import Row, shown
from knowledge.importers.flags import flags_in, is_partial, status_flags
from knowledge.importers.hours import Span, read_hours
from knowledge.importers.names import names_in_prose, parse_place_name, two_names
from knowledge.importers.week import read_week, tells_days
from knowledge.schema import WEEKDAYS, Flag, Gym, GymType, Source
from knowledge.terms import chinese_city
from knowledge.text import key

DAYS = (*WEEKDAYS, "holiday")
DEAREST = 100_000
"""TWD; no ticket costs more."""

_GROUPS = {
    "weekday": WEEKDAYS[:5],
    "weekdays": WEEKDAYS[:5],
    "weekend": WEEKDAYS[5:],
    "weekends": WEEKDAYS[5:],
    "daily": DAYS,
    "everyday": DAYS,
    "holidays": ("holiday",),
    **{day[:3]: (day,) for day in WEEKDAYS},
    **{day: (day,) for day in DAYS},
}
_TYPE_WORDS: dict[GymType, tuple[str, ...]] = {
    "bouldering": ("bouldering", "boulder", "抱石", "抱石館", "抱石岩館"),
    "lead": (
        "lead",
        "rope",
        "ropes",
        "上攀",
        "先鋒",
        "高牆",
        "上攀岩館",
        "roped",
        "leadclimbing",
        "先鋒攀登",
    ),
    "mixed": (
        "mixed",
        "both",
        "綜合",
        "混合",
        "抱石上攀",
        "上攀抱石",
        "綜合岩館",
        "抱石先鋒",
        "複合",
    ),
}
_TYPES: dict[str, GymType] = {
    key(word): kind for kind, words in _TYPE_WORDS.items() for word in words
}
_PRICE = re.compile(
    r"(?:nt\$?|ntd|twd|\$)?\s*(\d{1,6}(?:\.0+)?)\s*(?:元|塊|nt|ntd|twd)?", re.IGNORECASE
)
_KEPT_FLAGS = frozenset({"closed", "draft", "sensitive"})
_NOT_THE_GYM = re.compile(
    r"[歲岁]|[兒儿]童|孩|未成年|[寵宠]物|外食|[飲饮]食|[牆墙]|[區区室]|[換换][線线]|wall|kids?|child|pets?",
    re.IGNORECASE,
)
"""What is closed or forbidden there is a part of the house, or is meant for some guests only."""


def read_gym(row: Row, gym_id: str, source: Source) -> Gym:
    """The gym of a row; fields that cannot be used are reported and left out."""
    place, contact, pricing = row.child("location"), row.child("contact"), row.child("pricing")
    name, name_en = two_names(row.text("name"), row.text("nameEn"))
    title = parse_place_name(name or name_en or gym_id)
    description, notes = row.prose("description"), row.prose("notes")
    told, told_old = names_in_prose(f"{description}\n{notes}")
    prices, hours = _prices(pricing), _hours(row)
    city, district = _town(place)
    return Gym(
        id=gym_id,
        name=title.name,
        source_id=source.id,
        name_en=name_en,
        aliases=tuple(
            dict.fromkeys(
                (
                    *(*title.aliases, *title.old_names),
                    *row.texts("aliases", "alternativeNames"),
                    *(*told, *told_old),
                )
            )
        ),
        type=_type(row),
        region=region_of(place.text("region")),
        city=city,
        district=district,
        address=place.text("address"),
        latitude=place.number("latitude", -90, 90) or None,
        longitude=place.number("longitude", -180, 180) or None,
        description=description,
        description_en=row.prose("descriptionEn"),
        facilities=row.texts("facilities"),
        hours=hours,
        breaks=read_breaks(notes, hours),
        prices=prices,
        price_notes=pricing.prose("notes"),
        transport=_transport(row.child("transportation")),
        phone=contact.text("phone"),
        website=contact.text("website", limit=500),
        facebook=contact.text("facebookUrl", "facebook", limit=500),
        instagram=contact.text("instagramUrl", "instagram", limit=500),
        line=contact.text("line"),
        notes=notes,
        flags=_flags(row, description, notes),
        updated_on=taipei_day(row.text("updatedAt")) or source.updated_on,
        raw=row.raw(),
    )


def read_price(value: object) -> int | None:
    """A price in TWD; ``None`` for nothing, zero and what is no price."""
    if isinstance(value, bool):
        return None
    if isinstance(value, str):
        match = _PRICE.fullmatch(unicodedata.normalize("NFKC", value).replace(",", "").strip())
        value = float(match[1]) if match else None
    if not isinstance(value, int | float) or not 0 < value <= DEAREST:
        return None
    return round(value)


def _type(row: Row) -> GymType | None:
    text = row.text("type")
    kinds = {_TYPES[key(word)] for word in re.split(r"[,，、/+＋&]", text) if key(word) in _TYPES}
    if text and not kinds:
        row.report(f"岩館類型看不懂：{shown(text)}")
    if len(kinds) > 1:
        return "mixed"
    return next(iter(kinds), None)


def _hours(row: Row) -> dict[str, tuple[Span, ...]]:
    found: dict[str, tuple[Span, ...]] = {}
    written = row.values.get("openingHours")
    if not isinstance(written, dict):
        if isinstance(written, str) and written.strip():
            found = _of_days(written, DAYS) or {}
        if not found and row.has("openingHours"):
            row.report(f"營業時間看不懂：{shown(written)}")
        return found
    table = row.child("openingHours")
    # groups first, so that a single day may differ from its group
    for name in sorted(
        table.values, key=lambda name: len(_GROUPS.get(str(name).lower(), ())), reverse=True
    ):
        days = _GROUPS.get(str(name).lower())
        value = table.values[name]
        if days is None or value is None or value == "":
            continue
        told = _of_days(value, days)
        if told is None:
            table.report(f"「{name}」的營業時間看不懂：{shown(value)}")
            continue
        found.update(told)
    return {day: found[day] for day in DAYS if day in found}


def _of_days(value: object, days: tuple[str, ...]) -> dict[str, tuple[Span, ...]] | None:
    """The hours of some days: one text for all, or one that tells them apart."""
    spans = _spans(value)
    if isinstance(value, str) and tells_days(value) and (len(days) > 1 or len(spans or ()) > 1):
        week = read_week(value, days)
        return week if week is None or len(days) > 1 else {d: week[d] for d in days if d in week}
    return None if spans is None else dict.fromkeys(days, spans)


def _spans(value: object) -> tuple[Span, ...] | None:
    """A day's value: a text, a list of texts, or {open, close}."""
    if isinstance(value, str):
        return read_hours(value)
    if isinstance(value, dict):
        if value.get("closed") is True or value.get("isClosed") is True:
            return ()
        return read_hours(f"{value.get('open', '')}-{value.get('close', '')}")
    if isinstance(value, list):
        parts = [_spans(item) for item in value if isinstance(item, str | dict)]
        if not parts or any(part is None for part in parts) or len(parts) != len(value):
            return None
        return tuple(sorted(span for part in parts for span in cast("tuple[Span, ...]", part)))
    return None


def _prices(pricing: Row) -> dict[str, int]:
    """Every price under the key that it has in the file, nested tables opened."""
    found: dict[str, int] = {}
    for name, value in pricing.values.items():
        if name == "notes" or value in (None, "", 0, "0"):
            continue
        if isinstance(value, dict):
            found.update(
                {
                    key_: price
                    for key_, price in _prices(pricing.child(name)).items()
                    if key_ not in found
                }
            )
            continue
        price = read_price(value)
        if price is not None:
            found.setdefault(str(name)[:60], price)
        elif not (isinstance(value, str) and name.lower().endswith(("notes", "note", "currency"))):
            pricing.report(f"價格「{name}」看不懂：{shown(value)}")
    return found


def _town(place: Row) -> tuple[str, str]:
    city, district = town_of(place.text("address"))
    return chinese_city(place.text("city")) or city, place.text("district") or district


def _transport(table: Row) -> tuple[tuple[str, str], ...]:
    found = ((str(name), table.prose(str(name))) for name in table.values)
    return tuple((name, description) for name, description in found if description)


def _flags(row: Row, *prose: str) -> tuple[Flag, ...]:
    """Only what concerns visiting: a gym that mentions helmets or bees is not dangerous."""
    told = [flag for flag in flags_in(*prose) if flag.kind == "closed"]
    flags = (*status_flags(row), *(flag for flag in told if _shuts_the_gym(flag.evidence)))
    return tuple(dict.fromkeys(flag for flag in flags if flag.kind in _KEPT_FLAGS))


def _shuts_the_gym(evidence: str) -> bool:
    """Whether a closure is the gym's own: 「每週一部分牆面封閉」 is none, nor is an age limit."""
    return not (is_partial(evidence) or _NOT_THE_GYM.search(evidence))
