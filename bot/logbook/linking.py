"""Which route of the catalogue an imported row is about: by name, crag and grade.

A link is made only when the row leaves one reading: the name as a record has it, inside the crag
that the row names, with a grade that does not speak against it. Everything else (a name that two
routes share, a crag abroad or unknown, the pitches of one line, a typo) stays unlinked, with a low
confidence and the routes that it might be.
"""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import TYPE_CHECKING

from knowledge.grades import parse_grade
from knowledge.text import edit_distance, has_han, key

if TYPE_CHECKING:
    from collections.abc import Iterable

    from bot.ascents import Ascent, Mode
    from knowledge.catalog import Catalogue
    from knowledge.schema import Area, Crag, Grade, Gym, Route, RouteType, Sector

CERTAIN = 0.85
"""From here on a row is linked."""

_TAIWAN = frozenset(
    key(name)
    for name in (
        *("taiwan", "tw", "twn", "roc", "chinese taipei", "taiwan, province of china"),
        *("republic of china (taiwan)", "台灣", "臺灣", "中華民國"),
    )
)
_TOLERANCE = 3
"""Points of the score axis between two grades that may still mean one route: up to two steps."""
_COMMAS = re.compile(r"[,，、;；(（)）]")
_BRACKETED = re.compile(r"\s*([^()（）]+)[(（]([^()（）]+)[)）]\s*")
_LONG_KEY = 6
"""Keys shorter than this are too easily one letter away from another name."""


@dataclass(frozen=True, slots=True)
class Link:
    """What an imported row is about, and how sure that is."""

    route_id: str = ""
    """Empty unless the confidence is at least ``CERTAIN``."""
    crag_id: str = ""
    gym_id: str = ""
    confidence: float = 0.0
    """0 to 1; 1 when name, crag and grade are the record's own."""
    candidates: tuple[str, ...] = ()
    """Routes that it might be when it is not linked."""


class Linker:
    """Links rows to the records of one catalogue. Immutable once built."""

    def __init__(
        self,
        crags: Iterable[Crag],
        areas: Iterable[Area],
        sectors: Iterable[Sector],
        routes: Iterable[Route],
        gyms: Iterable[Gym],
    ) -> None:
        self._crags = _by_key((crag.id, _names(crag)) for crag in crags)
        self._gyms = _by_key((gym.id, _names(gym)) for gym in gyms)
        self._parts: dict[str, set[str]] = defaultdict(set)
        """Key of an area or a wall → ids of what is called so."""
        self._crag_of: dict[str, str] = {}
        everything: list[Area | Sector] = [*areas, *sectors]
        for part in everything:
            self._crag_of[part.id] = part.crag_id
            for name in _names(part):
                self._parts[name].add(part.id)
        self._routes: dict[str, dict[str, list[Route]]] = defaultdict(lambda: defaultdict(list))
        """Crag → key of a name → routes of that name."""
        self._by_id: dict[str, Route] = {}
        for route in routes:
            self._by_id[route.id] = route
            for name in dict.fromkeys(_route_names(route)):
                self._routes[route.crag_id][name].append(route)

    @classmethod
    def of(cls, catalogue: Catalogue) -> Linker:
        """The linker of a catalogue."""
        return cls(
            catalogue.crags(),
            catalogue.areas(),
            catalogue.sectors(),
            catalogue.all_routes(),
            catalogue.all_gyms(),
        )

    def given(self, route_id: str) -> Link | None:
        """The link that a row itself names; ``None`` when the catalogue has no such route."""
        route = self._by_id.get(route_id)
        return Link(route.id, route.crag_id, confidence=1.0) if route else None

    def link(self, ascent: Ascent, country: str = "") -> Link:
        """What the ascent is about.

        Args:
            ascent: As its source describes it.
            country: As the source writes it; nothing outside Taiwan is linked.
        """
        if ascent.gym:
            return Link(gym_id=_only(self._gyms.get(key(ascent.gym), set())))
        if country and key(country) not in _TAIWAN and not self._is_crag(country):
            return Link()
        crag_id, parts = self._place(ascent)
        if not crag_id or not ascent.route_name:
            return Link(crag_id=crag_id)
        return replace(self._route(ascent, crag_id, parts), crag_id=crag_id)

    def _is_crag(self, name: str) -> bool:
        return key(name) in self._crags

    def _place(self, ascent: Ascent) -> tuple[str, frozenset[str]]:
        """The one crag that the row's places name, and its parts that they name."""
        words = [ascent.crag, *_COMMAS.split(ascent.crag), *ascent.area.split(" > ")]
        keys = [key(word) for word in words if word]
        named = {crag for word in keys for crag in self._crags.get(word, ())}
        parts = {part for word in keys for part in self._parts.get(word, ())}
        if not named and ascent.crag:
            # the row may call the part of a crag the crag
            within = {self._crag_of[part] for part in self._parts.get(key(ascent.crag), ())}
            named = within if len(within) == 1 else set()
        crag_id = _only(named)
        return crag_id, frozenset(part for part in parts if self._crag_of[part] == crag_id)

    def _route(self, ascent: Ascent, crag_id: str, parts: frozenset[str]) -> Link:
        found = self._named(ascent.route_name, crag_id)
        grade = _grade(ascent.grade or ascent.own_grade, _discipline(ascent.mode))
        if not found:
            near = self._nearly_named(ascent.route_name, crag_id)
            return Link(confidence=0.4 if near else 0.0, candidates=_ids(near))
        inside = [route for route in found if {route.area_id, route.sector_id} & parts] or found
        fitting = [route for route in inside if _fits(grade, route.grade) is not False]
        whole_line = any(route.pitch and not _names_pitch(ascent, route) for route in inside)
        if len(fitting) == 1 and not whole_line:
            return self._settled(fitting[0], grade, alone=len(found) == 1)
        # none fits: another route, or a wrong grade; several, or one of many pitches: who knows
        return Link(confidence=0.5 if fitting else 0.3, candidates=_ids(fitting or found))

    def _settled(self, route: Route, grade: Grade, *, alone: bool) -> Link:
        fits = _fits(grade, route.grade)
        if fits is None and not alone:
            return Link(confidence=0.6, candidates=(route.id,))
        near = fits is True and not _overlap(grade, route.grade)
        confidence = 1.0 if fits and alone and not near else 0.9
        return Link(route_id=route.id, confidence=confidence)

    def _named(self, name: str, crag_id: str) -> list[Route]:
        """Routes with this very name; a name in two languages must mean one route in both."""
        names = self._routes.get(crag_id, {})
        whole = names.get(key(name), [])
        if whole:
            return whole
        one, *others = (names.get(part, []) for part in _two_names(name))
        return [route for route in one if all(route in other for other in others)]

    def _nearly_named(self, name: str, crag_id: str) -> list[Route]:
        wanted = key(name)
        if len(wanted) < _LONG_KEY:
            return []
        names = self._routes.get(crag_id, {})
        return [
            route
            for other, routes in names.items()
            if abs(len(other) - len(wanted)) <= 1 and edit_distance(wanted, other, 1) <= 1
            for route in routes
        ]


def linked(ascent: Ascent, link: Link) -> Ascent:
    """The ascent with what it was linked to; names stay as they came."""
    return replace(
        ascent,
        route_id=ascent.route_id or link.route_id,
        crag_id=ascent.crag_id or link.crag_id,
        gym_id=ascent.gym_id or link.gym_id,
    )


def _names(record: Crag | Area | Sector | Gym) -> set[str]:
    names = (record.name, record.name_en, *record.aliases)
    return {folded for name in names if (folded := key(name))}


def _route_names(route: Route) -> list[str]:
    names = (route.name, route.name_en, *route.aliases, *route.old_names)
    told = [folded for name in names if (folded := key(name))]
    if route.pitch:
        # a pitch is its own record: found by its own title, and beside its line's other pitches
        return [*told, *(folded + key(route.pitch) for folded in told)]
    return told


def _names_pitch(ascent: Ascent, route: Route) -> bool:
    return key(ascent.route_name).endswith(key(route.pitch))


def _two_names(name: str) -> tuple[str, ...]:
    """Keys of a name that is given twice: 「灰鯨 (Grey Whale)」, ``Grey Whale / 灰鯨``.

    Half of such a name is not enough: 「灰鯨 (左線)」 is another climb than 「灰鯨」.
    """
    bracketed = _BRACKETED.fullmatch(name)
    if bracketed:
        return key(bracketed[1]), key(bracketed[2])
    words = name.split()
    chinese = "".join(word for word in words if has_han(word))
    latin = " ".join(word for word in words if not has_han(word))
    return (key(chinese), key(latin)) if chinese and latin else ("",)


def _by_key(records: Iterable[tuple[str, set[str]]]) -> dict[str, set[str]]:
    found: dict[str, set[str]] = defaultdict(set)
    for record_id, names in records:
        for name in names:
            found[name].add(record_id)
    return dict(found)


def _only(ids: set[str]) -> str:
    return next(iter(ids)) if len(ids) == 1 else ""


def _ids(routes: Iterable[Route]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(route.id for route in routes))


def _discipline(mode: Mode) -> RouteType | None:
    return "boulder" if mode == "boulder" else None if mode == "unknown" else "sport"


@lru_cache(maxsize=4_096)
def _grade(raw: str, discipline: RouteType | None) -> Grade:
    return parse_grade(raw, discipline)


def _fits(one: Grade, other: Grade) -> bool | None:
    """Whether two grades may be of one route; ``None`` when one of them is not known."""
    if not (one.known and other.known):
        return None
    if one.group != other.group:
        return False
    return _gap(one, other) <= _TOLERANCE


def _overlap(one: Grade, other: Grade) -> bool:
    return _gap(one, other) <= 0


def _gap(one: Grade, other: Grade) -> int:
    lowest = max(one.lo_score or 0, other.lo_score or 0)
    highest = min(one.hi_score or 0, other.hi_score or 0)
    return lowest - highest
