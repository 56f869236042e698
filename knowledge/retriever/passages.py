"""What of a record can be found by free text: one passage a record, written by code.

Invariant: the passage of a sensitive crag, and of everything in it, says nothing about the way
there: no coordinates, address, approach, parking or transport, and no clause of prose with them.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from knowledge.schema import Area, Card, Crag, Gym, Records, Route, Sector

PassageKind = Literal["route", "crag", "area", "gym", "card"]

TYPE_WORDS = {
    "sport": "運動攀登 運攀 sport climbing",
    "trad": "傳統攀登 傳攀 trad climbing",
    "toprope": "上方架繩 top rope",
    "boulder": "抱石 bouldering",
    "mixed": "綜合 mixed",
    "bouldering": "抱石館 bouldering",
    "lead": "上攀 先鋒 lead climbing",
}
_CLAUSE = re.compile(r"[^，。；！？!?;,\n]*?(?:[，。；！？!?;,\n]|\.(?=\s|$)|$)")
_WAY_THERE = re.compile(
    r"位於|座落|坐落|入口|停車|停放|徒步|步行|分鐘|公里|步道|導航|座標|經緯|公車|客運|路口|轉進|旁邊的路"
    r"|\bGPS\b|\blocated\b|\bpark(?:ing|ed)?\b|\btrail|\bentrance|\bhik(?:e|ing)\b|\bminutes?\b"
    r"|\bcoordinates?\b|\bapproach\b|\d{2,3}\.\d{3,}|\b(?:north|south|east|west)[a-z]* of\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Passage:
    """The searchable text of one record."""

    kind: PassageKind
    record_id: str
    text: str
    language: Literal["zh", "en"] = "zh"
    crag_id: str = ""
    area_id: str = ""
    sector_id: str = ""
    topic_words: tuple[str, ...] = ()
    """What the author says that it is about."""

    @property
    def node_id(self) -> str:
        """The same for the same record in every snapshot."""
        return f"{self.kind}:{self.record_id}"


def passages_of(records: Iterable[Records], cards: Sequence[Card] = ()) -> tuple[Passage, ...]:
    """The passages of all routes, crags, areas, gyms and cards, in this order."""
    files = tuple(records)
    places = _Places.of(files)
    return (
        *(_route(route, places) for file in files for route in file.routes),
        *(_crag(crag) for file in files for crag in file.crags),
        *(_area(area, places) for file in files for area in file.areas),
        *(_gym(gym) for file in files for gym in file.gyms),
        *(_card(card) for card in cards),
    )


def discreet(text: str) -> str:
    """The text without the clauses that tell where a place is or how one gets there."""
    return "".join(clause for clause in _CLAUSE.findall(text) if not _WAY_THERE.search(clause))


@dataclass(frozen=True, slots=True)
class _Places:
    """Names of the places by id, and which crags ask for discretion."""

    names: dict[str, str]
    sensitive: frozenset[str]

    @classmethod
    def of(cls, files: Sequence[Records]) -> _Places:
        named: list[Crag | Area | Sector] = []
        for file in files:
            named += [*file.crags, *file.areas, *file.sectors]
        return cls(
            {place.id: _words(place.name, place.name_en, *place.aliases) for place in named},
            frozenset(crag.id for file in files for crag in file.crags if crag.sensitive),
        )

    def prose(self, crag_id: str) -> Callable[[str], str]:
        """How the prose of a record of this crag is taken over."""
        return discreet if crag_id in self.sensitive else str


def _route(route: Route, places: _Places) -> Passage:
    prose = places.prose(route.crag_id)
    names = (route.name, route.name_en, *route.aliases, *route.old_names, route.pitch)
    where = (route.crag_id, route.area_id, route.sector_id)
    text = _lines(
        _words(*names),
        _words(route.grade.raw, TYPE_WORDS.get(route.type or "", ""), *route.styles),
        _words(*(places.names.get(place, "") for place in where)),
        prose(route.description),
        prose(route.description_en),
        _words(prose(route.protection), prose(route.anchor), route.first_ascent),
    )
    return Passage("route", route.id, text, "zh", *where)


def _crag(crag: Crag) -> Passage:
    prose = discreet if crag.sensitive else str
    near = "" if crag.sensitive else _words(*crag.amenities)
    way = () if crag.sensitive else (crag.address, crag.approach, crag.parking)
    transport = () if crag.sensitive else tuple(_words(*pair) for pair in crag.transport)
    text = _lines(
        _words(crag.name, crag.name_en, *crag.aliases),
        _words(crag.region, crag.rock_type, crag.rock_type_en, *crag.seasons),
        prose(crag.description),
        prose(crag.description_en),
        near,
        *way,
        *transport,
    )
    return Passage("crag", crag.id, text, crag_id=crag.id)


def _area(area: Area, places: _Places) -> Passage:
    prose = places.prose(area.crag_id)
    text = _lines(
        _words(area.name, area.name_en, *area.aliases),
        places.names.get(area.crag_id, ""),
        prose(area.description),
        prose(area.description_en),
    )
    return Passage("area", area.id, text, crag_id=area.crag_id, area_id=area.id)


def _gym(gym: Gym) -> Passage:
    text = _lines(
        _words(gym.name, gym.name_en, *gym.aliases),
        _words(TYPE_WORDS.get(gym.type or "", ""), gym.region, gym.city, gym.district, gym.address),
        gym.description,
        gym.description_en,
        _words(*gym.facilities),
        *(_words(*pair) for pair in gym.transport),
        gym.notes,
        gym.price_notes,
    )
    return Passage("gym", gym.id, text)


def _card(card: Card) -> Passage:
    text = _lines(card.title, _words(*card.keywords), card.text)
    words = (card.title, *card.keywords)
    return Passage("card", card.id, text, card.language, topic_words=words)


def _words(*words: str) -> str:
    return " ".join(dict.fromkeys(word for word in words if word))


def _lines(*lines: str) -> str:
    return "\n".join(_filled(lines))


def _filled(lines: Iterable[str]) -> Iterator[str]:
    return (line for line in lines if line.strip())
