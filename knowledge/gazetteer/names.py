"""Every spelling under which a record may be named, with how good evidence it is.

Tiers: 0 the name itself in any language, 1 an alias or old name, 2 a part that still tells.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from knowledge.gazetteer.branches import brands, first_words, gym_forms
from knowledge.gazetteer.mentions import How, Kind
from knowledge.gazetteer.variants import halves, variants
from knowledge.gazetteer.vocabulary import is_function_word, is_term
from knowledge.pacing import paced
from knowledge.text import has_han, key, pinyin_key
from knowledge.text.folding import is_han

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from knowledge.schema import Area, Crag, Gym, Route, Sector

A_PART = 2
"""Tier of spellings that are pieces of names."""
_LONGEST_SPELT = 4
"""Chinese characters of a crag's name that people spell in Latin letters."""
_SHORTEST_SPELT = 6
"""Letters of such a spelling that is no other word."""
MAX_KEY = 60
"""Longer names are not looked for: nobody types them."""

_PLACE_SUFFIX = re.compile(
    r"(?:天然|戶外)?(?:攀岩場|岩場|攀岩區|岩區|岩壁區|岩壁|區域|區)$"
    r"|\s+(?:climbing\s+)?(?:crag|cliff|area|sector|climbing)s?$",
    re.IGNORECASE,
)
_WALL_SUFFIX = re.compile(
    r"(?:牆|岩|洞|谷|面|溪|灣|島|山)$|\s+(?:wall|rock|cave|face|valley)$", re.IGNORECASE
)
_PITCH = re.compile(r"\s*[|｜]\s*P\d.*$|(?<=\S)\s+P\d{1,2}$", re.IGNORECASE)
_BRACKET = re.compile(r"\s*[(（]([^()（）]*)[)）]\s*")
_ARTICLE = re.compile(r"^(?:the|a|an|la|le|el)\s+", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Spelling:
    """One spelling of one record."""

    key: str
    kind: Kind
    id: str
    how: How
    tier: int
    name: str
    """The spelling as it is written."""


def spellings(
    crags: Iterable[Crag],
    areas: Iterable[Area],
    sectors: Iterable[Sector],
    routes: Iterable[Route],
    gyms: Iterable[Gym],
) -> Iterator[Spelling]:
    """All spellings of all records, best first for each record."""
    for crag in crags:
        yield from _place("crag", crag)
    for area in areas:
        yield from _place("area", area)
    for sector in sectors:
        yield from _place("sector", sector)
    for route in paced(routes):
        yield from _route(route)
    gyms = tuple(gyms)
    for gym in gyms:
        yield from _gym(gym)
    english = [(gym.id, gym.name_en or gym.name) for gym in gyms]
    for id_, brand in (*brands(english), *first_words(english)):
        yield Spelling(key(brand), "gym", id_, "partial", A_PART, brand)


def _place(kind: Kind, place: Crag | Area | Sector) -> Iterator[Spelling]:
    yield from _all(kind, place.id, ((place.name, "exact", 0), (place.name_en, "english", 0)))
    if kind == "crag":
        yield from _all(kind, place.id, _spelt_out(_PLACE_SUFFIX.sub("", place.name)))
    yield from _all(kind, place.id, ((alias, "alias", 1) for alias in place.aliases))
    for name in (place.name, place.name_en, *place.aliases):
        yield from _all(kind, place.id, _brackets(name))
        yield from _shortened(kind, place.id, name, _PLACE_SUFFIX, 1)
        yield from _shortened(kind, place.id, _PLACE_SUFFIX.sub("", name), _WALL_SUFFIX, 2)
        yield from _otherwise(kind, place.id, name)


def _route(route: Route) -> Iterator[Spelling]:
    names: list[tuple[str, How, int]] = [
        (route.name, "exact", 0),
        (route.title, "exact", 0),
        (route.name_en, "english", 0),
        (_PITCH.sub("", route.name), "exact", 0),
        (_PITCH.sub("", route.name_en), "english", 0),
    ]
    names += [(alias, "alias", 1) for alias in route.aliases]
    names += [(name, "old", 1) for name in route.old_names]
    names += _brackets(_PITCH.sub("", route.name))
    names += _brackets(_PITCH.sub("", route.name_en), outer="english")
    if _ARTICLE.match(route.name_en):
        names.append((_ARTICLE.sub("", _PITCH.sub("", route.name_en)), "english", 1))
    yield from _all("route", route.id, names)
    for name in (route.name, route.name_en):
        yield from _otherwise("route", route.id, _PITCH.sub("", name))


def _gym(gym: Gym) -> Iterator[Spelling]:
    names: list[tuple[str, How, int]] = [(gym.name, "exact", 0), (gym.name_en, "english", 0)]
    names += [(alias, "alias", 1) for alias in gym.aliases]
    yield from _all("gym", gym.id, names)
    for form in gym_forms(gym.name, gym.name_en, gym.aliases):
        if usable(key(form)) and not is_function_word(key(form)):
            yield Spelling(key(form), "gym", gym.id, "partial", 2, form)


def _otherwise(kind: Kind, id_: str, name: str) -> Iterator[Spelling]:
    """The name as people write it otherwise, and each half of one in two scripts."""
    yield from _all(kind, id_, ((other, "alias", 1) for other in variants(name)))
    telling = (half for half in halves(name) if not _plain(half))
    yield from _all(kind, id_, ((half, "partial", A_PART) for half in telling))


def _plain(part: str) -> bool:
    """Whether a piece of a name is a word that asks, joins or is a climbing term."""
    return is_function_word(key(part)) or is_term(key(part))


def _spelt_out(name: str) -> list[tuple[str, How, int]]:
    """A short Chinese name in Latin letters: heijiao for 黑角."""
    if not (name and all(map(is_han, name)) and len(name) <= _LONGEST_SPELT):
        return []
    letters = "".join(pinyin_key(name))
    return [(letters, "english", 1)] if len(letters) >= _SHORTEST_SPELT else []


def usable(name_key: str) -> bool:
    """Whether a key can be looked for at all."""
    return 0 < len(name_key) <= MAX_KEY


def _all(kind: Kind, id_: str, names: Iterable[tuple[str, How, int]]) -> Iterator[Spelling]:
    for name, how, tier in names:
        name_key = key(name)
        if usable(name_key):
            yield Spelling(name_key, kind, id_, how, tier, name)


def _brackets(name: str, outer: How = "exact") -> list[tuple[str, How, int]]:
    """The name without what stands in brackets, and that by itself when it is no mere note."""
    if not _BRACKET.search(name):
        return []
    inner: list[tuple[str, How, int]] = [
        (part, "alias", 1) for part in _BRACKET.findall(name) if len(part.split()) > 1
    ]
    return [(_BRACKET.sub(" ", name), outer, 1), *inner]


def _shortened(
    kind: Kind, id_: str, name: str, suffix: re.Pattern[str], tier: int
) -> Iterator[Spelling]:
    short = suffix.sub("", name)
    tells = len(key(short)) > 1 if has_han(short) else " " in short
    if short != name and tells:
        how: How = "alias" if tier == 1 else "partial"
        yield Spelling(key(short), kind, id_, how, tier, short)
