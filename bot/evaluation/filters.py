"""Filters over routes: a condition drawn from one route, tested on every other in plain Python."""

from __future__ import annotations

import re
import unicodedata
from statistics import median
from typing import TYPE_CHECKING, Final

from bot.evaluation.condition import Condition, exact
from bot.evaluation.grade_filters import GRADE_SLOTS, grade_filter, grade_range
from bot.evaluation.values import NameValue, TypeValue, Words, plain
from bot.rendering.towns import place_word

if TYPE_CHECKING:
    from collections.abc import Callable
    from random import Random

    from bot.evaluation.world import World
    from knowledge.schema import FlagKind, Route


_STYLES: Final[dict[str, tuple[str, ...]]] = {
    "斜板": ("斜板", "slab"),
    "外傾": (
        "外傾",
        "懸岩",
        "overhang",
        "overhung",
        "仰角",
        "天花板",
        "roof",
        "屋簷",
        "倒掛",
        "steep",
        "大角度",
    ),
    "天花板": ("天花板", "roof", "懸岩", "屋簷", "屋頂"),
    "裂隙": ("裂隙", "裂縫", "crack", "offwidth", "off-width"),
    "內角": ("內角", "corner", "dihedral"),
    "岩角": ("岩角", "外角", "arete", "arête"),
    "煙囪": ("煙囪", "chimney"),
}
_STYLES_EN: Final = {
    "斜板": "slab",
    "外傾": "overhang",
    "天花板": "roof",
    "裂隙": "crack",
    "內角": "corner",
    "岩角": "arête",
    "煙囪": "chimney",
}
_OTHERS_NAMES: Final = re.compile(
    r"<[^<>]{1,40}>|〈[^〈〉]{1,40}〉|《[^《》]{1,60}》|【[^【】]{1,60}】"
)
_SEASONS_EN: Final = {"春": "spring", "夏": "summer", "秋": "autumn", "冬": "winter"}
_WARNINGS: Final[dict[str, tuple[re.Pattern[str], frozenset[FlagKind]]]] = {
    "old_bolts": (
        re.compile(
            r"(?<!移除)(?<!拆除)(?<!切除)老舊?\s*bolt(?![^，。；]{0,12}(?:切除|移除|拆除))"
            r"|bolt[^，。；]{0,4}(?:老舊|生鏽|鏽蝕)|old\s+bolts?|rusty",
            re.IGNORECASE,
        ),
        frozenset({"old_bolts"}),
    ),
    "closed": (re.compile(r"路線封閉|封閉中|暫時封閉"), frozenset({"closed"})),
    "rockfall": (re.compile(r"落石|rockfall", re.IGNORECASE), frozenset({"rockfall"})),
    "no_anchor": (
        re.compile(
            r"(?:無|沒有|沒)\s*(?:頂端|top)?\s*(?:anchor|固定點|確保站)|no\s+anchor", re.IGNORECASE
        ),
        frozenset({"no_anchor"}),
    ),
}


def draw(name: str, seed: Route, world: World, rng: Random) -> Condition | None:
    """The filter with values that the seed route meets; ``None`` when it has none.

    Raises:
        ValueError: For a filter that does not exist.
    """
    if name in _WARNINGS:
        return _warning(name, seed)
    make = _FILTERS.get(name)
    if make is None:
        raise ValueError(f"no filter of routes: {name}")
    return make(seed, world, rng)


def slots_of(name: str) -> frozenset[str]:
    """The slots that must stand in the text for the filter to be understood."""
    if name in GRADE_SLOTS:
        return frozenset({"grade"})
    if name == "grade_range":
        return frozenset({"grade_lo", "grade_hi"})
    if name in {"video", "multi_pitch", "popular", *_WARNINGS}:
        return frozenset()
    return frozenset({name.removesuffix("_min").removesuffix("_max").removesuffix("_not")})


def prose(route: Route) -> str:
    """Name and everything that is written about the route."""
    texts = (
        *(route.name, route.name_en, route.title, route.description, route.description_en),
        *(route.protection, route.anchor),
    )
    return unicodedata.normalize("NFKC", "\n".join(texts)).casefold()


def _crag(seed: Route, world: World, rng: Random) -> Condition | None:
    del rng
    crag = world.crags[seed.crag_id]
    if not world.is_clear(crag):
        return None
    return exact(lambda route: route.crag_id == crag.id, crag=NameValue(crag))


def _area(seed: Route, world: World, rng: Random) -> Condition | None:
    del rng
    area = world.areas.get(seed.area_id)
    if area is None or not (world.is_clear(area) or _only_its_own_wall(world, area.id)):
        return None
    crag = NameValue(world.crags[seed.crag_id])
    return exact(lambda route: route.area_id == area.id, area=NameValue(area), crag=crag)


def _sector(seed: Route, world: World, rng: Random) -> Condition | None:
    del rng
    sector = world.sectors.get(seed.sector_id)
    if sector is None or not world.is_free(sector.name or sector.name_en, sector):
        return None
    area = world.areas.get(sector.area_id)
    if area is not None and area.name == sector.name:
        return None
    crag = NameValue(world.crags[seed.crag_id])
    return exact(lambda route: route.sector_id == sector.id, sector=NameValue(sector), crag=crag)


def _only_its_own_wall(world: World, area_id: str) -> bool:
    """Whether the area shares its name with its only wall, so that both mean the same routes."""
    area = world.areas[area_id]
    walls = [sector for sector in world.records.sectors if sector.area_id == area_id]
    return len(walls) == 1 and walls[0].name == area.name


def _region(seed: Route, world: World, rng: Random) -> Condition | None:
    del rng
    region = world.crags[seed.crag_id].region
    if not region:
        return None
    words = Words((region,), (place_word(region, "en"),))
    return exact(lambda route: world.crags[route.crag_id].region == region, region=words)


def _type(seed: Route, world: World, rng: Random) -> Condition | None:
    del world, rng
    kind = seed.type
    if kind is None:
        return None
    return exact(lambda route: route.type == kind, type=TypeValue(kind))


def _not_type(seed: Route, world: World, rng: Random) -> Condition | None:
    others = sorted({one.type for one in world.routes if one.type} - {seed.type})
    if seed.type is None or not others:
        return None
    denied = rng.choice(others)
    return exact(
        lambda route: route.type is not None and route.type != denied, type=TypeValue(denied)
    )


def _length(least: bool) -> Callable[[Route, World, Random], Condition | None]:
    def make(seed: Route, world: World, rng: Random) -> Condition | None:
        del world, rng
        if seed.length_m is None:
            return None
        limit = int(seed.length_m) if least else -int(-seed.length_m // 1)

        def test(route: Route) -> bool:
            known = route.length_m is not None
            return known and (route.length_m >= limit if least else route.length_m <= limit)  # type: ignore[operator]

        return exact(test, length=plain(limit))

    return make


def _bolts(least: bool) -> Callable[[Route, World, Random], Condition | None]:
    def make(seed: Route, world: World, rng: Random) -> Condition | None:
        del world, rng
        limit = seed.bolts
        if not limit:
            return None

        def test(route: Route) -> bool:
            if route.bolts is None:
                return False
            return route.bolts >= limit if least else route.bolts <= limit

        return exact(test, bolts=plain(limit))

    return make


def _terrain(route: Route) -> str:
    """What is said of the route itself, without others' names: 「與 <某裂隙> 共用 Anchor」."""
    texts = (route.name, route.description, route.description_en)
    return _OTHERS_NAMES.sub(" ", unicodedata.normalize("NFKC", "\n".join(texts)).casefold())


def _style(seed: Route, world: World, rng: Random) -> Condition | None:
    del world
    held = [word for word in _STYLES if word in _terrain(seed)]
    if not held:
        return None
    word = rng.choice(held)
    denied = re.compile(rf"(?:避免|避開|不|沒有|無)[^，。,]{{0,6}}{word}")

    def may(route: Route) -> bool:
        return any(synonym in prose(route) for synonym in _STYLES[word])

    def must(route: Route) -> bool:
        return word in denied.sub(" ", _terrain(route))

    return Condition(must, may, {"style": Words((word,), (_STYLES_EN[word],))})


def _person(seed: Route, world: World, rng: Random) -> Condition | None:
    del rng
    person = seed.first_ascent.strip()
    if not re.fullmatch(r"[\u4e00-\u9fff]{2,4}|[A-Z][a-z]{2,}(?: [A-Z][a-z]+)?", person):
        return None
    folded = person.casefold()
    named = [route for route in world.routes if folded in route.first_ascent.casefold()]
    parts = r"[、,，/&+和與及\s]+"
    for route in named:
        people = {part.casefold() for part in re.split(parts, route.first_ascent)}
        if folded not in people and folded != route.first_ascent.strip().casefold():
            return None
    return exact(lambda route: folded in route.first_ascent.casefold(), person=plain(person))


def _year(seed: Route, world: World, rng: Random) -> Condition | None:
    del world, rng
    year = seed.first_ascent_on[:4]
    if not re.fullmatch(r"(?:19|20)\d\d", year) or _DECADE.match(seed.first_ascent_on):
        return None
    return exact(lambda route: _in_year(route, year), year=plain(year))


_DECADE = re.compile(r"\d{4}(?:年代|s)")
"""「1990年代」 is no year."""


def _in_year(route: Route, year: str) -> bool:
    return route.first_ascent_on.startswith(year) and not _DECADE.match(route.first_ascent_on)


def _season(seed: Route, world: World, rng: Random) -> Condition | None:
    seasons = [season for season in world.crags[seed.crag_id].seasons if season in _SEASONS_EN]
    if not seasons:
        return None
    season = rng.choice(seasons)
    words = Words((season,), (_SEASONS_EN[season],))
    return exact(lambda route: season in world.crags[route.crag_id].seasons, season=words)


def _popular(seed: Route, world: World, rng: Random) -> Condition | None:
    del rng
    known = [route.popularity for route in world.routes if route.popularity is not None]
    if seed.popularity is None or not known:
        return None
    middle = median(known)
    return Condition(
        lambda _: False,
        lambda route: route.popularity is not None and route.popularity >= middle,
        {},
    )


def _warning(name: str, seed: Route) -> Condition | None:
    words, kinds = _WARNINGS[name]

    def must(route: Route) -> bool:
        return bool(words.search(prose(route)))

    def may(route: Route) -> bool:
        return must(route) or any(flag.kind in kinds for flag in route.flags)

    return Condition(must, may, {}) if must(seed) else None


_FILTERS: Final[dict[str, Callable[[Route, World, Random], Condition | None]]] = {
    "crag": _crag,
    "area": _area,
    "sector": _sector,
    "region": _region,
    **{kind: grade_filter(kind) for kind in GRADE_SLOTS},
    "grade_range": grade_range,
    "type": _type,
    "type_not": _not_type,
    "length_min": _length(least=True),
    "length_max": _length(least=False),
    "bolts_min": _bolts(least=True),
    "bolts_max": _bolts(least=False),
    "style": _style,
    "person": _person,
    "year": _year,
    "season": _season,
    "popular": _popular,
    "video": lambda seed, _world, _rng: (
        exact(lambda route: bool(route.videos)) if seed.videos else None
    ),
    "multi_pitch": lambda seed, _world, _rng: (
        exact(lambda route: bool(route.pitch)) if seed.pitch else None
    ),
}
