"""A closure of a place holds for everything in it; discretion about a place does not close it."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from knowledge.importers.flags.prose import is_partial
from knowledge.schema import BLOCKING_FLAGS, Area, Crag, Flag, Records, Route
from knowledge.text import key

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence


def inherit(records: Records) -> Records:
    """The records with the closures of crags and areas handed down to their areas and routes.

    A closure of a crag that names some of its areas holds for those only, or for all others where
    it names what stays open; one that says 「部分」 holds for none. Twice changes nothing.
    """
    crags = {crag.id: crag for crag in records.crags}
    areas = _inherited_areas(crags, records.areas)
    by_id = {area.id: area for area in areas}
    named = {crag.id: _areas_of(crag.id, records.areas) for crag in records.crags}
    routes = (
        _with(route, _handed_down(crags.get(route.crag_id), by_id.get(route.area_id), named))
        for route in records.routes
    )
    return replace(records, areas=areas, routes=tuple(routes))


def _inherited_areas(crags: dict[str, Crag], areas: Sequence[Area]) -> tuple[Area, ...]:
    inherited = []
    for area in areas:
        crag = crags.get(area.crag_id)
        flags = _closures(crag.flags) if crag else ()
        siblings = _areas_of(area.crag_id, areas)
        mine = [flag for flag in flags if area.id in _meant(flag, siblings)]
        inherited.append(replace(area, flags=_joined(area.flags, mine)) if mine else area)
    return tuple(inherited)


def _handed_down(crag: Crag | None, area: Area | None, named: dict[str, list[Area]]) -> list[Flag]:
    flags = list(_closures(area.flags)) if area else []
    if crag:
        siblings = named.get(crag.id, [])
        flags += [
            flag
            for flag in _closures(crag.flags)
            if not _names_any(flag, siblings) or (_spares(flag) and area is None)
        ]
    return flags


def _closures(flags: Iterable[Flag]) -> tuple[Flag, ...]:
    return tuple(
        flag
        for flag in flags
        if flag.kind in BLOCKING_FLAGS and (_spares(flag) or not is_partial(flag.evidence))
    )


def _meant(flag: Flag, areas: list[Area]) -> set[str]:
    """The areas that a closure of their crag holds for: those that it names, else all.

    One that says which alone is open holds for all others: 「只有 A 開放，其他區域請勿攀登」.
    """
    everywhere = {area.id for area in areas}
    named = {area.id for area in areas if _names(flag, area)}
    return (everywhere - named if _spares(flag) else named) or everywhere


def _names_any(flag: Flag, areas: list[Area]) -> bool:
    return any(_names(flag, area) for area in areas)


_SPARES = re.compile(
    "(?:只有|仅有?|只限|仅限|唯有?).{1,30}(?:其他|其它|其余)"
    "|除了?.{1,20}(?:之?外|以外).{0,8}(?:其他|其它|其余|全部|全区|皆|都|均|一律|请勿|禁)"
    "|(?:其他|其它|其余)(?:的)?(?:区域?|地方|岩壁|岩区|路线)?(?:都|皆|均|一律|全部|目前|暂时?)?(?:请勿|禁|不|未|封|关)"
)
_SPARES_ENGLISH = re.compile(
    r"\bonly\b.{1,60}\b(?:open|allowed|legal|permitted)\b.{0,60}"
    r"|\b(?:all|every) (?:other|else)\b|\beverywhere else\b|\bother areas?\b"
    r"|\bexcept\b|\bapart from\b",
    re.IGNORECASE,
)


def _spares(flag: Flag) -> bool:
    """Whether the areas that a closure names are the ones that stay open."""
    return bool(_SPARES.search(key(flag.evidence)) or _SPARES_ENGLISH.search(flag.evidence))


def _names(flag: Flag, area: Area) -> bool:
    said = key(flag.evidence)
    return any(
        len(key(name)) > 1 and key(name) in said
        for name in (area.name, area.name_en, *area.aliases)
    )


def _areas_of(crag_id: str, areas: Iterable[Area]) -> list[Area]:
    return [area for area in areas if area.crag_id == crag_id]


def _with(route: Route, flags: list[Flag]) -> Route:
    joined = _joined(route.flags, flags)
    return route if joined == route.flags else replace(route, flags=joined)


def _joined(own: tuple[Flag, ...], more: Iterable[Flag]) -> tuple[Flag, ...]:
    return tuple(dict.fromkeys((*own, *more)))
