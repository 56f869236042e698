"""Walls that a post names: 「B 牆」「A、C 區」「斜板牆」."""

from __future__ import annotations

import re

_LETTERS = re.compile(
    r"(?<![A-Za-z0-9])((?:[A-Z]\d?|\d{1,2}[FJ]?)(?:\s*[、/,&+和及跟與-]\s*(?:[A-Z]\d?|\d{1,2}[FJ]?))*)\s*(牆|區|岩壁|wall)",
    re.IGNORECASE,
)
_PART = re.compile(r"[A-Za-z]?\d{1,2}[FJ]?|[A-Za-z]\d?")
_HAN = re.compile(
    r"(?:^|[\s、,，。!！:：「『(和及與跟]|換了|本週|這週|今天|更新)"
    r"([\u4e00-\u9fff]{1,4}?(?:牆|岩壁|板區|區|洞))(?=$|[\s、,，。!！:：」』)和及與跟換更已完新的])"
)
_NO_WALL = re.compile(
    r"^(?:換|這|那|哪|各|每|全|新|整|本|此|該|其他|部分|一|兩|三|幾|面|岩|攀岩|抱石|上攀|先鋒|地)?(?:面|片|個)?(?:牆|區|岩壁)$"
    r"|地區|北區|南區|東區|西區|中區|園區|社區|專區|休息區|停車|市區|山區|換牆|爬牆|商店區|台.+區|市.+區"
)
MAX_WALLS = 12


def find_walls(text: str) -> tuple[str, ...]:
    """The walls, each once, in the order of the post."""
    found: dict[str, int] = {}
    for match in _LETTERS.finditer(text):
        if match[2].lower() != "wall" and match[1][0].isdigit() and match[2] == "區":
            continue
        for part in _PART.findall(match[1]):
            found.setdefault(f"{part.upper()} {_noun(match[2])}", match.start())
    for match in _HAN.finditer(text):
        name = match[1]
        if not _NO_WALL.search(name):
            found.setdefault(name, match.start())
    ordered = sorted(found, key=lambda name: found[name])
    return tuple(ordered[:MAX_WALLS])


def whole_gym(text: str) -> bool:
    """Whether all of it is meant."""
    return bool(re.search(r"全館|全場|整館|所有(?:的)?牆|全部(?:的)?牆|全牆|全面換", text))


def _noun(word: str) -> str:
    return "牆" if word.lower() == "wall" else word
