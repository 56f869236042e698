"""What evidence may hold of a crag that asks to keep a low profile: nothing of the way there.

Not only address, approach, parking and transport tell where a crag is: a list of what is near
(「老街 3 分鐘」), a description, or the words of a warning name the same landmarks. They are left
out of the records before anything is told of them, and not of the sentences made from them.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import TYPE_CHECKING, TypeVar

from bot.rendering.prose import GAP, clauses_of, tells_the_way
from knowledge.text import key

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from bot.schema import Evidence
    from knowledge.catalog import Catalogue
    from knowledge.schema import Area, Crag, Flag, Route

_T = TypeVar("_T")
_PIECE = 3
"""Characters in a row that a landmark is known by."""
_HAN_RUN = re.compile("[\u4e00-\u9fff]+")
_LATIN_NAME = re.compile(r"[A-Z][a-z]+(?: [A-Z][a-z]+)+")
_TELLING = re.compile(
    r"address|approach|parking|transport|directions?|access|amenit|map|nearby|地址|交通|停車|步行|設施",
    re.IGNORECASE,
)
_STRONG = re.compile(
    r"停車|停放|公車|客運|座標|經緯|緯度|經度|GPS|車程|開車|公里|產業道路|國道|省道|縣道|交流道|登山口"
    r"|導航|google ?map|https?://|\d{2,3}\.\d{4,}"
    r"|\b(?:parking lot|car park|highway|freeway|bus stop|trailhead|coordinates?)\b",
    re.IGNORECASE,
)
"""Said of a route it still is the way to the crag; 「步行返回」 and 「右轉」 are climbing."""
_PLAIN_AMENITY = re.compile(
    r"(?:有|無|沒有)?(?:公共|公用|公廁|流動|簡易|臨時)?"
    r"(?:廁所|公廁|洗手間|盥洗室|淋浴間?|沖洗區|飲水機?|用水|水源|涼亭|休息區|遮蔭|野餐桌|垃圾桶|無|沒有)"
    r"|(?:no )?(?:public |portable )?(?:toilets?|restrooms?|showers?|drinking water|water|shade"
    r"|picnic tables?|shelter|none)",
    re.IGNORECASE,
)
"""What any place may have: it tells nobody where this one is."""


@dataclass(frozen=True, slots=True)
class _Secret:
    """How the landmarks of one crag are known."""

    of_place: frozenset[str]
    of_route: frozenset[str]


@dataclass(frozen=True, slots=True)
class Discretion:
    """The sensitive crags of a catalogue, and what is not to be said of them."""

    secrets: dict[str, _Secret]

    @classmethod
    def of(cls, catalogue: Catalogue) -> Discretion:
        """What the records of the sensitive crags must not tell."""
        return cls({crag.id: _secret(crag) for crag in catalogue.crags() if crag.sensitive})

    def applied(self, evidence: Evidence) -> Evidence:
        """The evidence without the way to any sensitive crag."""
        if not self.secrets:
            return evidence
        return replace(
            evidence,
            crags=_changed(evidence.crags, self._crag),
            areas=_changed(evidence.areas, self._area),
            routes=_changed(evidence.routes, self._route),
            near_misses=_changed(evidence.near_misses, self._route),
        )

    def _crag(self, crag: Crag) -> Crag:
        secret = self.secrets.get(crag.id)
        if secret is None:
            return crag
        return replace(
            crag,
            address="",
            approach="",
            parking="",
            transport=(),
            latitude=None,
            longitude=None,
            raw="",
            amenities=tuple(one for one in crag.amenities if _PLAIN_AMENITY.fullmatch(one.strip())),
            description=_of_place(crag.description, secret.of_place),
            description_en=_of_place(crag.description_en, secret.of_place),
            flags=_flags(crag.flags, secret.of_place, _of_place),
        )

    def _area(self, area: Area) -> Area:
        secret = self.secrets.get(area.crag_id)
        if secret is None:
            return area
        return replace(
            area,
            raw="",
            description=_of_place(area.description, secret.of_place),
            description_en=_of_place(area.description_en, secret.of_place),
            flags=_flags(area.flags, secret.of_place, _of_place),
        )

    def _route(self, route: Route) -> Route:
        secret = self.secrets.get(route.crag_id)
        if secret is None:
            return route
        told = {
            name: _of_route(text, secret.of_route)
            for name, text in (
                ("description", route.description),
                ("description_en", route.description_en),
                ("protection", route.protection),
                ("anchor", route.anchor),
            )
        }
        flags = _flags(route.flags, secret.of_route, _of_route)
        same = flags == route.flags and all(getattr(route, n) == text for n, text in told.items())
        if same:
            return route
        return replace(
            route,
            flags=flags,
            description=told["description"],
            description_en=told["description_en"],
            protection=told["protection"],
            anchor=told["anchor"],
        )


def _changed(records: tuple[_T, ...], change: Callable[[_T], _T]) -> tuple[_T, ...]:
    return tuple(map(change, records))


def _flags(
    flags: tuple[Flag, ...], words: frozenset[str], told: Callable[[str, frozenset[str]], str]
) -> tuple[Flag, ...]:
    return tuple(replace(flag, evidence=told(flag.evidence, words) or GAP) for flag in flags)


@lru_cache(maxsize=2048)
def _of_place(text: str, words: frozenset[str]) -> str:
    """The text of a place without the clauses that tell the way or name a landmark."""
    return _without(text, lambda clause: tells_the_way(clause) or _names(clause, words))


@lru_cache(maxsize=8192)
def _of_route(text: str, words: frozenset[str]) -> str:
    """The text of a route without the clauses that lead to its crag."""
    return _without(text, lambda clause: bool(_STRONG.search(clause)) or _names(clause, words))


def _without(text: str, hidden: Callable[[str], bool]) -> str:
    kept: list[str] = []
    for clause in clauses_of(text):
        if not hidden(clause):
            kept.append(clause)
        elif not kept or kept[-1] != GAP:
            kept.append(GAP)
    return "" if all(clause == GAP for clause in kept) else "".join(kept).strip()


def _names(clause: str, words: frozenset[str]) -> bool:
    return any(piece in words for piece in _pieces(clause))


def _secret(crag: Crag) -> _Secret:
    public = "|".join((crag.name, crag.name_en, *crag.aliases, crag.region, crag.city))
    near = (crag.address, *crag.amenities)
    way = (crag.approach, crag.parking, *(text for pair in crag.transport for text in pair))
    open_ = set(_pieces(public))
    of_place = {piece for text in (*near, *way, *_raw_texts(crag.raw)) for piece in _pieces(text)}
    of_route = {piece for text in near for piece in _pieces(text)}
    return _Secret(frozenset(of_place - open_), frozenset(of_route - open_))


def _pieces(text: str) -> Iterator[str]:
    """Three characters of a Chinese run, and names of several words in capitals."""
    for run in _HAN_RUN.findall(text):
        yield from (key(run[at : at + _PIECE]) for at in range(len(run) - _PIECE + 1))
    yield from (name.casefold() for name in _LATIN_NAME.findall(text))


def _raw_texts(raw: str) -> Iterator[str]:
    """What the source row says under names that speak of the way there."""
    try:
        row = json.loads(raw)
    except ValueError:
        return
    yield from _texts(row, telling=False)


def _texts(value: object, *, telling: bool) -> Iterator[str]:
    if isinstance(value, str):
        if telling:
            yield value
    elif isinstance(value, dict):
        for name, each in value.items():
            yield from _texts(each, telling=telling or bool(_TELLING.search(str(name))))
    elif isinstance(value, list):
        yield from _all(value, telling=telling)


def _all(values: Iterable[object], *, telling: bool) -> Iterator[str]:
    for value in values:
        yield from _texts(value, telling=telling)
