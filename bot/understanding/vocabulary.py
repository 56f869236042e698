"""Words that a snapshot brings with it: cities, regions, first ascensionists, facilities.

Made once per snapshot from its records, so that a new gym's city or a new crag's developer is
understood at once.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from bot.understanding.personal.names import RouteNames
from knowledge.pacing import paced
from knowledge.terms import CITY_ENGLISH
from knowledge.text import has_han, key, people_in, pinyin_key

if TYPE_CHECKING:
    from collections.abc import Iterable

    from knowledge.schema import Crag, Gym, Route

REGIONS: dict[str, tuple[str, ...]] = {
    "北部": ("北部", "北台灣", "北臺灣", "northern", "north"),
    "中部": ("中部", "中台灣", "central"),
    "南部": ("南部", "南台灣", "southern", "south"),
    "東部": ("東部", "東台灣", "eastern", "east"),
}
ALL_CITIES = tuple(CITY_ENGLISH)
"""Cities and counties of Taiwan, so that one without any gym is recognised too."""

_GROUPS: dict[str, tuple[str, ...]] = {
    "雙北": ("台北市", "新北市"),
    "大台北": ("台北市", "新北市"),
    "北北基": ("台北市", "新北市", "基隆市"),
    "桃竹苗": ("桃園市", "新竹市", "新竹縣", "苗栗縣"),
    "中彰投": ("台中市", "彰化縣", "南投縣"),
    "雲嘉南": ("雲林縣", "嘉義市", "嘉義縣", "台南市"),
    "高屏": ("高雄市", "屏東縣"),
    "宜花東": ("宜蘭縣", "花蓮縣", "台東縣"),
    "花東": ("花蓮縣", "台東縣"),
    "離島": ("澎湖縣", "金門縣", "連江縣"),
    "外島": ("澎湖縣", "金門縣", "連江縣"),
    "澎金馬": ("澎湖縣", "金門縣", "連江縣"),
}
"""Everyday names for several cities at once."""
_MIN_CUT = 2
_SHORTEST_SPELT = 4
"""Letters of a district's name in Latin letters."""
_TAKEN = "\ue003"


@dataclass(frozen=True, slots=True)
class Word:
    """A word of the records and the values that it may mean."""

    folded: str
    values: tuple[str, ...]
    pattern: re.Pattern[str] | None
    """Finds a Latin word as a whole; ``None`` for Chinese, which is sought in the key."""


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """What the loaded records call things; longer words first, to hide shorter ones inside."""

    cities: tuple[Word, ...]
    districts: tuple[Word, ...]
    people: tuple[Word, ...]
    facilities: tuple[Word, ...]
    top_popularity: int | None
    crags: tuple[tuple[str, str], ...] = ()
    """(key of the name, id) of every crag, for names that are cut short."""
    route_names: RouteNames = field(default_factory=RouteNames)
    """Every route by name, for log entries, where any name counts."""

    @classmethod
    def build(
        cls, crags: Iterable[Crag], routes: Iterable[Route], gyms: Iterable[Gym]
    ) -> Vocabulary:
        """The vocabulary of these records."""
        crags, routes, gyms = tuple(crags), tuple(routes), tuple(gyms)
        popularity = [route.popularity for route in routes if route.popularity]
        return cls(
            cities=_words(
                [
                    *_city_pairs({crag.city for crag in crags} | {gym.city for gym in gyms}),
                    *_towns_of_crags(crags, {_stem(gym.district) for gym in gyms}),
                ]
            ),
            districts=_words(pair for gym in gyms for pair in _district_pairs(gym.district)),
            people=_words(
                (name, name)
                for route in paced(routes)
                for written in (route.first_ascent, route.first_ascent_en)
                for name in people_in(written)
            ),
            facilities=_words((word, word) for gym in gyms for word in gym.facilities),
            top_popularity=max(popularity, default=None),
            crags=tuple((key(crag.name), crag.id) for crag in crags if crag.name),
            route_names=RouteNames.build(paced(routes)),
        )

    def crag_cut_short(self, surface: str) -> str:
        """The id of the one crag whose name begins or ends with these words; else empty."""
        folded = key(surface)
        if len(folded) < _MIN_CUT:
            return ""
        found = {
            id_ for name, id_ in self.crags if name.startswith(folded) or name.endswith(folded)
        }
        return found.pop() if len(found) == 1 else ""

    def find_cities(self, folded: str, lower: str) -> tuple[str, ...]:
        """Cities and counties named in the question."""
        return _find(self.cities, folded, lower)

    def find_districts(self, folded: str, lower: str) -> tuple[str, ...]:
        """Districts named in the question."""
        return _find(self.districts, folded, lower)

    @staticmethod
    def find_regions(folded: str, lower: str) -> tuple[str, ...]:
        """Regions of Taiwan named in the question."""
        return tuple(
            region
            for region, words in REGIONS.items()
            if any(
                key(word) in folded if has_han(word) else re.search(rf"\b{word}\b", lower)
                for word in words
            )
        )

    def find_people(self, folded: str, lower: str) -> tuple[str, ...]:
        """First ascensionists named in the question."""
        return _find(self.people, folded, lower)

    def find_facilities(self, folded: str, lower: str) -> tuple[str, ...]:
        """Facilities named in the question, by the words of the records or their everyday names."""
        recorded = _find(self.facilities, folded, lower)
        keys = [key(name) for name in recorded]
        everyday = (
            "|".join(words)
            for words in _EVERYDAY
            if any(key(word) in folded for word in words)
            and not any(key(word) in own for word in words for own in keys)
        )
        return tuple(dict.fromkeys((*recorded, *everyday)))


_EVERYDAY: tuple[tuple[str, ...], ...] = (
    ("淋浴", "洗澡", "沖澡", "浴室", "shower"),
    ("置物櫃", "寄物", "locker"),
    ("抱石區", "bouldering area"),
    ("Kilter",),
    ("MoonBoard", "月板", "moon board"),
    ("Tension Board", "tensionboard"),
    ("Spray Wall", "噴牆"),
    ("速度牆", "速度攀", "speed"),
    ("體能", "重訓", "訓練區", "健身", "training"),
    ("休息區", "交誼", "lounge", "rest area", "seating area"),
    ("自動確保", "auto belay", "autobelay"),
    ("指力板", "hangboard"),
    ("冷氣", "空調", "aircon", "air conditioning"),
    ("親子", "兒童", "kids area"),
    ("咖啡", "cafe", "coffee"),
    ("瑜珈", "瑜伽", "yoga"),
    ("販賣部", "販售", "商店", "shop"),
    ("飲水機", "water fountain"),
    ("更衣室", "換衣間", "changing room"),
    ("wifi", "wi-fi", "無線網路"),
)
"""Everyday names of facilities; the words of a row are alternatives, the first is the one shown."""


def _city_pairs(recorded: set[str]) -> list[tuple[str, str]]:
    cities = {key(city): city for city in ALL_CITIES} | {
        key(city): city for city in recorded if city
    }
    pairs = []
    for city in cities.values():
        english = CITY_ENGLISH.get(city.replace("臺", "台"), ())
        pairs += [(word, city) for word in (city, _stem(city), *english)]
    pairs += [(group, city) for group, members in _GROUPS.items() for city in members]
    return pairs


_ADDRESS = re.compile(r"[市縣](?P<town>[^\s\d市縣路街道]{1,3}[區鄉鎮])")


def _towns_of_crags(crags: Iterable[Crag], taken: set[str]) -> list[tuple[str, str]]:
    """The town of a crag as a word for its county: a crag is told by no smaller place."""
    towns = ((_ADDRESS.search(crag.address), crag) for crag in crags if crag.city)
    named = [(_stem(match["town"]), crag) for match, crag in towns if match is not None]
    return [
        (town, crag.city)
        for town, crag in named
        if len(town) >= _MIN_CUT and town not in taken and town not in crag.name
    ]


def _district_pairs(district: str) -> list[tuple[str, str]]:
    """The ways to name a district: without 區, and in Latin letters as on road signs."""
    stem = _stem(district)
    letters = "".join(pinyin_key(stem)) if has_han(stem) else ""
    spelt = [(letters, district)] if len(letters) >= _SHORTEST_SPELT else []
    return [(stem, district), *spelt]


def _stem(place: str) -> str:
    return place[:-1] if len(place) > 2 and place[-1] in "市縣區鄉鎮" else place


def _unaccented(lower: str) -> str:
    """The text with é as e, so that Latin words meet their keys."""
    parts = unicodedata.normalize("NFD", lower)
    return "".join(sign for sign in parts if unicodedata.category(sign) != "Mn")


def _words(pairs: Iterable[tuple[str, str]]) -> tuple[Word, ...]:
    values: dict[str, dict[str, None]] = {}
    for word, value in pairs:
        if word:
            values.setdefault(key(word), {})[value] = None
    words = [Word(folded, tuple(kept), _latin(folded)) for folded, kept in values.items() if folded]
    return tuple(sorted(words, key=lambda word: (-len(word.folded), word.folded)))


def _latin(folded: str) -> re.Pattern[str] | None:
    if has_han(folded):
        return None
    # a key has lost its spaces: allow them back between the letters
    letters = r"[\s.'’-]*".join(re.escape(char) for char in folded)
    return re.compile(rf"(?<![a-z0-9]){letters}(?![a-z0-9])")


def _find(words: tuple[Word, ...], folded: str, lower: str) -> tuple[str, ...]:
    found: dict[str, None] = {}
    lower = lower if lower.isascii() else _unaccented(lower)
    for word in words:
        if word.pattern is None:
            if word.folded not in folded:
                continue
            folded = folded.replace(word.folded, _TAKEN)
        else:
            if not word.pattern.search(lower):
                continue
            lower = word.pattern.sub(_TAKEN, lower)
        found |= dict.fromkeys(word.values)
    return tuple(found)
