"""Which record of the catalogue a notice is about, by id or by name."""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Protocol

from knowledge.importers.fields import shown
from knowledge.schema import Notice, Problem
from knowledge.text import key

if TYPE_CHECKING:
    from collections.abc import Iterable

    from knowledge.schema import UnplacedNotice

KIND_ORDER = ("gym", "crag", "area", "sector", "route")
"""Of records with the same name the first kind is meant."""
SHOWN_CANDIDATES = 5

_PATH = re.compile(r"\s*[›＞>／/]\s*")


@dataclass(frozen=True, slots=True)
class Place:
    """A record that a notice can be about."""

    id: str
    kind: str
    name: str
    crag: str = ""
    """Name of its crag; empty for crags and gyms."""


@dataclass(frozen=True, slots=True)
class PlacedNotice:
    """A notice that found its place, with where it stands."""

    notice: Notice
    file: str
    row: str

    def problem(self, reason: str) -> Problem:
        """Something that is wrong with it."""
        return Problem(self.file, self.row, reason)


class PlaceNames(Protocol):
    """Finds records by id and by name."""

    def with_id(self, record_id: str) -> Place | None:
        """The record with exactly this id."""

    def named(self, name_key: str) -> tuple[Place, ...]:
        """Every record with a name of this key."""

    def resembling(self, name_key: str) -> tuple[Place, ...]:
        """Gyms and places whose name is like this key."""


def place_notices(
    unplaced: Iterable[UnplacedNotice], names: PlaceNames, file: str
) -> tuple[tuple[PlacedNotice, ...], tuple[Problem, ...]]:
    """The notices with their places and ids, and what was not found."""
    notices: dict[str, PlacedNotice] = {}
    problems: list[Problem] = []
    known: dict[str, tuple[Place, ...]] = {}
    for each in unplaced:
        found = known.get(each.about)
        if found is None:
            found = known[each.about] = candidates(each.about, names)
        if len(found) != 1:
            problems.append(Problem(file, each.row, unclear(each.about, found, names)))
            continue
        notice = replace(each.notice, about_id=found[0].id)
        notice = replace(notice, id=notice.id or generated_id(notice))
        placed = PlacedNotice(notice, file, each.row)
        if notices.setdefault(notice.id, placed) is not placed:
            problems.append(placed.problem(f"和前面的公告相同：{shown(notice.title)}"))
    return tuple(notices.values()), tuple(problems)


def candidates(about: str, names: PlaceNames) -> tuple[Place, ...]:
    """The records that a text names: one when it is clear; 「岩場 › 路線」 narrows a name down."""
    exact = names.with_id(about)
    if exact:
        return (exact,)
    whole = _best_kind(names.named(key(about)))
    if whole:
        return whole
    outer, *_, inner = (*_PATH.split(about), "") if not _PATH.search(about) else _PATH.split(about)
    if not inner:
        return ()
    inside = (it for it in names.named(key(inner)) if key(it.crag) == key(outer))
    return _best_kind(tuple(inside))


def generated_id(notice: Notice) -> str:
    """The id of a notice that was given none: the same for the same notice of the same source."""
    told = (
        notice.about_id,
        notice.kind,
        notice.title,
        notice.reported_on.isoformat(),
        str(notice.valid_from),
        notice.scope,
        notice.source_id,
    )
    return f"n-{hashlib.sha256(chr(31).join(told).encode()).hexdigest()[:12]}"


def _best_kind(found: tuple[Place, ...]) -> tuple[Place, ...]:
    kinds = {place.kind for place in found}
    first = next((kind for kind in KIND_ORDER if kind in kinds), "")
    return tuple({place.id: place for place in found if place.kind == first}.values())


def unclear(about: str, found: tuple[Place, ...], names: PlaceNames) -> str:
    """Why a text names no single record, and which ones may be meant."""
    if not found:
        alike = "、".join(_described(it) for it in names.resembling(key(about))[:SHOWN_CANDIDATES])
        hint = f"，是不是 {alike}" if alike else ""
        return f"找不到{shown(about)}這個岩館、岩場、區域或路線{hint}"
    listed = "、".join(_described(place) for place in found[:SHOWN_CANDIDATES])
    more = f"等 {len(found)} 筆" if len(found) > SHOWN_CANDIDATES else ""
    return f"{shown(about)}有好幾個，請改用編號：{listed}{more}"


def _described(place: Place) -> str:
    return (
        f"{place.id}（{place.crag} › {place.name}）"
        if place.crag
        else f"{place.id}（{place.name}）"
    )
