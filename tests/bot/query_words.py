"""A query in words, so that tests can write what they expect of it in one line.

``list place=霧鳴岬 grade=57..66 type=sport`` — only what decides is said, parts in a fixed order,
``+`` joins parts of one question, ``|`` equally good readings of one name, ``..`` bounds.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from datetime import date

    from bot.schema import Mention, Query
    from knowledge.filters import GradeRange, GymFilter, RouteFilter

_SETS = frozenset({"list", "count", "superlative", "distribution", "recommend", "compare"})
_ASKING = frozenset({"fact", "crag_info", "gym_info", "gym_hours", "gym_price"})
_DATED = frozenset({"gym_hours", "gym_price", "gym_list", "live", "notice"})


def describe(query: Query, name_of: Callable[[str], str]) -> str:
    """The decisive parts of a query; ``name_of`` says the name of a record."""
    parts = [query.intent + (f"/{query.topic}" if query.topic else "")]
    parts += [query.language] if query.language == "en" else []
    parts += list(_pairs(query, name_of))
    return " ".join(parts)


def _pairs(query: Query, name_of: Callable[[str], str]) -> Iterator[str]:
    yield from _said("route", (_named(each, name_of) for each in query.routes))
    yield from _said("place", (_named(each, name_of) for each in query.places))
    yield from _said("gym", (_named(each, name_of) for each in query.gyms))
    if query.intent in _ASKING:
        yield from _said("asks", (field for field in query.fields if field != "overview"))
    if query.intent in _SETS or query.topic == "list":
        yield from _route_parts(query.filter)
        yield from _said("or", (_range(each) for each in query.grade_ranges))
        if query.order is not None:
            yield f"order={query.order.key}{'↓' if query.order.descending else '↑'}"
    if query.intent == "gym_list":
        yield from _gym_parts(query.gym_filter)
        yield from ["counted"] if "count" in query.fields else []
        if query.gym_order is not None:
            yield f"order={query.gym_order}{'↓' if query.descending else '↑'}"
    yield from _said("kind", query.notice_kinds)
    yield from _said("limit", [str(query.limit)] if query.limit is not None else [])
    yield from _said("page", [str(query.page)] if query.page > 1 else [])
    if query.intent in _DATED:
        yield from _said("days", _days(query.days))
        yield from _said("clock", [query.clock])
    if query.intent == "convert":
        yield from _said("grades", (grade.raw for grade in query.grades))
        yield from _said("to", query.convert_to)
    yield from _said("claims", (f"{claim.kind}:{claim.surface}" for claim in query.claims))
    yield from _said("unknown", query.unknown)


def _days(days: tuple[date, ...]) -> list[str]:
    """Each day of a week or less; of a longer run its ends."""
    if len(days) > 7 and (days[-1] - days[0]).days == len(days) - 1:
        return [f"{days[0]}..{days[-1]}"]
    return [day.isoformat() for day in days]


def _route_parts(wanted: RouteFilter) -> Iterator[str]:
    if wanted.grade is not None:
        yield f"grade={_range(wanted.grade)}"
    yield from _said("type", wanted.types)
    yield from _said("style", wanted.styles)
    yield from _bounds("length", wanted.length_min, wanted.length_max)
    yield from _bounds("bolts", wanted.bolts_min, wanted.bolts_max)
    yield from _bounds("stars", wanted.popularity_min, None)
    yield from _bounds("year", wanted.year_min, wanted.year_max)
    yield from _said("season", wanted.seasons)
    yield from _said("by", [wanted.first_ascent])
    yield from _said("flag", wanted.flags)
    yield from _said("region", wanted.regions)
    yield from _said("city", wanted.cities)
    yield from ["video"] if wanted.has_video else []
    yield from ["pitches"] if wanted.multi_pitch else []


def _gym_parts(wanted: GymFilter) -> Iterator[str]:
    yield from _said("type", wanted.types)
    yield from _said("has", tuple(word.partition("|")[0] for word in wanted.facilities))
    yield from _said("region", wanted.regions)
    yield from _said("city", wanted.cities)
    yield from _said("district", wanted.districts)
    yield from _bounds(wanted.price_key, wanted.price_min, wanted.price_max)
    yield from _said("open", [f"{wanted.open_day}{wanted.open_at and '@' + wanted.open_at}"])
    yield from _said("after", [wanted.open_after])


def _said(label: str, words: Iterable[str]) -> Iterator[str]:
    said = [word for word in words if word]
    if said:
        yield f"{label}={'+'.join(said)}"


def _bounds(label: str, lo: float | None, hi: float | None) -> Iterator[str]:
    if lo is not None or hi is not None:
        yield f"{label}={_span(lo, hi)}"


def _span(lo: float | None, hi: float | None) -> str:
    if lo == hi and lo is not None:
        return f"{lo:g}"
    return f"{'' if lo is None else f'{lo:g}'}..{'' if hi is None else f'{hi:g}'}"


def _range(grade: GradeRange) -> str:
    group = "" if grade.group == "free" else "V"
    return group + _span(grade.lo, grade.hi)


def _named(mention: Mention, name_of: Callable[[str], str]) -> str:
    return "|".join(dict.fromkeys(name_of(each) for each in mention.ids))
