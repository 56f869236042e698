"""The towns and districts that a sentence names: those of the answer, in either language. Pure.

A county or city of Taiwan, or a district, is a value of a closed set: one that no record, neither
the answer nor the question has, is another place. 「西區」 is "West District", 「三民區」 "Sanmin".
"""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import product
from typing import TYPE_CHECKING, Final

from bot.voice.language.plain import plain
from knowledge.gazetteer.chinese import PLACES
from knowledge.terms.cities import CITY_ENGLISH
from knowledge.text.sounds import readings

if TYPE_CHECKING:
    from collections.abc import Iterator

_SHORT: Final = {city: city[:2] for city in CITY_ENGLISH}
_KIND_EN: Final = {"縣": "county", "市": "city"}
_HAN_TOWN: Final = re.compile("|".join(sorted(set(_SHORT.values()))))
_ENGLISH: Final = sorted(
    {name for names in CITY_ENGLISH.values() for name in names if " county" not in name},
    key=len,
    reverse=True,
)
_ENGLISH_TOWN: Final = re.compile(rf"(?<![a-z])(?:{'|'.join(_ENGLISH)})(?![a-z])", re.IGNORECASE)
_GROUPS: Final = {
    "台北": "雙北 大台北 北北基 greater taipei",
    "新北": "雙北 大台北 北北基 greater taipei",
    "基隆": "北北基",
    "新竹": "竹苗 桃竹",
    "苗栗": "竹苗 桃竹苗",
}
"""Other words for a town with its neighbours."""
_COMPASS: Final = {"東": "east", "西": "west", "南": "south", "北": "north", "中": "central"}
_DISTRICT: Final = re.compile(
    rf"(?:{'|'.join(one for one in PLACES.split() if len(one) == 2)})[區鄉鎮]"
    r"|(?:(?<=[市在於是的、])|(?<=市 )|^)[東西南北中]區(?![域塊隔分間])"
)
_DISTRICT_EN: Final = re.compile(
    r"(?<![A-Za-z])(?P<name>[A-Z][a-z]+(?:['’-][a-z]{2,})?)(?:['’]s)? "
    r"(?:[Dd]istrict|[Tt]ownship)(?![A-Za-z])"
)
_NO_NAMES: Final = frozenset({"the", "this", "that", "what", "which", "your", "its", "same", "no"})
_ENDING: Final = re.compile(r"[區鄉鎮市]")
_NAME: Final = re.compile(r"[\u4e00-\u9fff]+")
_LONGEST: Final = 3


def foreign_places(text: str, known: str) -> Iterator[str]:
    """The towns and districts of a text that stand nowhere in what is known.

    Args:
        text: What is to be said.
        known: The records, the answer, the question and the conversation.
    """
    told, held = _written(text), _written(known)
    yield from _foreign_towns(told, held)
    yield from _foreign_districts(told, held)
    yield from _other_kind(told, held)


def _foreign_towns(text: str, known: str) -> Iterator[str]:
    lower = known.lower()
    for match in _HAN_TOWN.finditer(text):
        if match[0] not in known and not _is_told_in_english(match[0], lower):
            yield match[0]
    towns = _english_towns(lower)
    for match in _ENGLISH_TOWN.finditer(text):
        name = match[0].lower()
        if name not in towns and not _is_told_in_chinese(name, known):
            yield match[0]


def _foreign_districts(text: str, known: str) -> Iterator[str]:
    lower, towns = known.lower(), list(_HAN_TOWN.finditer(text))
    for match in _DISTRICT.finditer(text):
        if any(town.start() < match.start() < town.end() for town in towns):
            # 「新竹東區」
            continue
        if match[0] not in known and not _has_district(match[0], lower):
            yield match[0]
    for match in _DISTRICT_EN.finditer(text):
        name = re.sub(r"['’-]", "", match["name"]).lower()
        if name in _NO_NAMES | _english_towns(lower):
            continue
        told = re.search(rf"(?<![a-z]){name}(?![a-z])", lower)
        if not told and not {name, name.removesuffix("qu")} & _romanised(known):
            yield match[0]


def _other_kind(text: str, known: str) -> Iterator[str]:
    """A county for the city of the same name: 嘉義縣 for 嘉義市."""
    for city in CITY_ENGLISH:
        for kind, other in (("縣", "市"), ("市", "縣")):
            told = _of_kind(city, kind, text)
            if told and not _of_kind(city, kind, known) and _of_kind(city, other, known):
                yield told


def _of_kind(city: str, kind: str, text: str) -> str:
    """Where a town is named as a city or a county, in either language; empty where it is not."""
    names = "|".join(
        re.escape(one.removesuffix(" county").removesuffix(" city")) for one in CITY_ENGLISH[city]
    )
    found = re.search(
        rf"{_SHORT[city]}{kind}|(?<![a-z])(?:{names}) {_KIND_EN[kind]}(?![a-z])",
        text,
        re.IGNORECASE,
    )
    return found[0] if found else ""


def _english_towns(known: str) -> set[str]:
    return {one[0].lower() for one in _ENGLISH_TOWN.finditer(known)}


def _written(text: str) -> str:
    return plain(text).replace("臺", "台")


def _is_told_in_english(town: str, known: str) -> bool:
    """Whether English words, or those for a town and its neighbours, mean a town."""
    names = [name for city, each in CITY_ENGLISH.items() if _SHORT[city] == town for name in each]
    names += _GROUPS.get(town, "").split(" ") if town in _GROUPS else []
    return any(re.search(rf"(?<![a-z]){re.escape(one)}(?![a-z])", known) for one in names)


def _is_told_in_chinese(name: str, known: str) -> bool:
    towns = {_SHORT[city] for city, names in CITY_ENGLISH.items() if name in names}
    return any(
        town in known or any(word in known for word in _GROUPS.get(town, "").split())
        for town in towns
    )


def _has_district(district: str, known: str) -> bool:
    """Whether English words say a Chinese district: "West District" 西區."""
    sounds = _sounds(district[:-1])
    return any(re.search(rf"(?<![a-z]){one} (?:district|township)", known) for one in sounds)


@lru_cache(maxsize=64)
def _romanised(known: str) -> frozenset[str]:
    """What the districts of a text are called in English, also within longer runs."""
    names = (
        known[max(0, match.start() - size) : match.start()]
        for match in _ENDING.finditer(known)
        for size in range(2 if match[0] == "市" else 1, _LONGEST + 1)
    )
    return frozenset(one for name in names if _NAME.fullmatch(name) for one in _sounds(name))


def _sounds(name: str) -> frozenset[str]:
    compass = [_COMPASS[name]] if name in _COMPASS else []
    spelled = ("".join(each) for each in product(*(readings(one)[:3] for one in name)))
    return frozenset([*compass, *spelled])
