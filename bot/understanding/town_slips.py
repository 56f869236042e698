"""Slips in the names of towns: 「台種有岩館嗎」, "gyms in Taichng"."""

from __future__ import annotations

import re
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING

from rapidfuzz.distance import OSA

from knowledge.gazetteer.vocabulary import is_common, is_word
from knowledge.text import key
from knowledge.text.sounds import readings

if TYPE_CHECKING:
    from collections.abc import Iterator

_TOWNS = """
台北 新北 基隆 桃園 新竹 苗栗 台中 彰化 南投 雲林 嘉義 台南 高雄 屏東 宜蘭 花蓮 台東 澎湖
"""
_ENGLISH = """
Taipei Keelung Taoyuan Hsinchu Miaoli Taichung Changhua Nantou Yunlin Chiayi Tainan Kaohsiung
Pingtung Yilan Hualien Taitung Penghu
"""
_FOLLOWS = re.compile(r"[市縣县的有哪那這岩攀抱室可能附幾几推裡里要開开，,？?！!\s]|$")
"""What stands behind a town, not within a word: 「新主題」 is no 新竹."""
_PLACED = re.compile(r"\b(?:in|near|around|from|at) (?P<town>[A-Za-z]{5,10})\b")
_SHORTEST = 6
"""Letters of a town from which a slip is believed."""


def town_slips(text: str) -> Iterator[tuple[int, int, str]]:
    """Where a town is written with one wrong character, or misspelt in English, and the town."""
    by_first, by_second = _by_character()
    for at, (first, second) in enumerate(pairwise(text)):
        likely = (*by_first.get(first, ()), *by_second.get(second, ()))
        for town in likely:
            wrong, right = (second, town[1]) if first == town[0] else (first, town[0])
            if wrong != right and _sounds(wrong, right) and _stands(text, at):
                yield at, at + 2, town
    for match in _PLACED.finditer(text):
        town = _misspelt(match["town"])
        if town:
            yield *match.span("town"), town


def _stands(text: str, at: int) -> bool:
    return not is_word(key(text[at : at + 2])) and bool(_FOLLOWS.match(text, at + 2))


def _sounds(wrong: str, right: str) -> bool:
    return key(wrong) != key(right) and bool(set(readings(wrong)) & set(readings(right)[:1]))


@cache
def _by_character() -> tuple[dict[str, list[str]], dict[str, list[str]]]:
    first: dict[str, list[str]] = {}
    second: dict[str, list[str]] = {}
    for town in _TOWNS.split():
        first.setdefault(town[0], []).append(town)
        second.setdefault(town[1], []).append(town)
    return first, second


@cache
def _misspelt(word: str) -> str:
    """The town that a word is one slip away from; empty for words of ours and for two towns."""
    lower = word.casefold()
    if len(lower) < _SHORTEST - 1 or is_word(lower) or is_common(lower):
        return ""
    near = [
        town
        for town in _ENGLISH.split()
        if len(town) >= _SHORTEST and OSA.distance(lower, town.casefold(), score_cutoff=1) == 1
    ]
    return near[0] if len(near) == 1 else ""
