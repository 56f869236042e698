"""Descriptions of places, cut down to what may be quoted.

Two kinds of clauses are left out and marked by 「…」: figures about routes and grades, which are
computed from the routes because prose disagrees with them, and, for a crag that asks to keep a low
profile, everything that tells where it is or how to get there.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from knowledge.schema import Crag

GAP = "…"

_CLAUSE = re.compile(r"[^，。！？；!?;]+?(?:[，。！？；!?;]+|(?<=[A-Za-z])[.,](?=\s|$)|$)")
_FIGURES = re.compile(
    r"\d+\s*(?:多|餘)?\s*(?:條|routes?\b|climbs?\b|lines?\b)|(?:從|from)?\s*5\.\d+[a-d]?[+-]?\s*(?:到|至|~|～|-|to)\s*5\.\d+",
    re.IGNORECASE,
)
_LOCATION = re.compile(
    r"位於|位在|座落|坐落|入口|谷口|路口|步道|小徑|山徑|產業道路|停車|停在|車程|開車|公車|客運|捷運|火車|高鐵|站牌|下車|"
    r"步行|徒步|走路|左轉|右轉|過橋|沿著.{0,6}(?:路|溪|岸)走|分鐘|公里|座標|經緯|緯度|經度|GPS|地圖|"
    r"[東西南北]{1,2}[方側邊面](?:的|約|距)|旁邊的|後方的|對面的|海岸林|"
    r"附近|周邊|鄰近|緊鄰|毗鄰|靠近|民宿|老街|便利商店|國道|省道|縣道|交流道|登山口|導航|"
    r"\b(?:near(?:by)?|next to|close to|behind the|opposite|highway|freeway)\b|"
    r"\b(?:located|park(?:ing)?|trail(?:head)?|walk(?:ing)?|hik(?:e|ing)|driv(?:e|ing)|bus|train|station|minutes?|km|"
    r"coordinates?|turn (?:left|right)|highway|road|entrance|entering|"
    r"(?:north|south|east|west)\w* of)\b",
    re.IGNORECASE,
)
_ADDRESS_UNITS = re.compile(r"[縣市鄉鎮區村里鄰路街段巷弄號（）()\s\d,，]+")
_MIN_TOKEN = 2


def clauses_of(text: str) -> list[str]:
    """The clauses of a prose, each with its own end."""
    return _CLAUSE.findall(text)


def tells_the_way(clause: str) -> bool:
    """Whether a clause about a place tells where it is or how to get there."""
    return bool(_LOCATION.search(clause))


def quotable_prose(text: str, crag: Crag | None) -> str:
    """The clauses that may be quoted, in order; empty when none is left."""
    hidden = _address_words(crag) if crag is not None and crag.sensitive else None
    kept: list[str] = []
    for clause in _CLAUSE.findall(text):
        if _FIGURES.search(clause) or (hidden is not None and _reveals(clause, hidden)):
            if not kept or kept[-1] != GAP:
                kept.append(GAP)
        else:
            kept.append(clause)
    if all(clause == GAP for clause in kept):
        return ""
    return "".join(kept).strip()


def _reveals(clause: str, words: frozenset[str]) -> bool:
    """Whether a clause speaks of the way or names a part of the address."""
    return tells_the_way(clause) or any(word in clause for word in words)


def _address_words(crag: Crag) -> frozenset[str]:
    """Telling parts of the address: not the name of the crag, its region or its city."""
    public = f"{crag.name}{crag.region}{crag.city}"
    words = _ADDRESS_UNITS.split(crag.address)
    return frozenset(word for word in words if len(word) >= _MIN_TOKEN and word not in public)
