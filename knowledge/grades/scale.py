"""The scales: which tokens exist, in which order, and which scores each of them owns.

One integer axis a group (free 0-107, boulder 0-107). Every token owns an inclusive band and the
bands of a scale follow each other without a gap, so every score has one token on every scale of
its group. Tokens are lower case but for the V of the V scale; Font is shown in upper case.

Source: score bands of OpenBeta climbing-grades and sandbag (MIT licence), ``src/data/routes.csv``
and ``src/data/boulder.csv``; row 11 of routes.csv says ``5`` for ``5.0``, which is mended here.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import product

from knowledge.schema import GradeGroup, GradeSystem

Band = tuple[int, int]

_YDS_WIDTHS = """
5.0:12 5.1:6 5.2:4 5.3:4 5.4:5 5.5:5 5.6:5 5.7:5 5.8:6 5.9:5 5.10a:5 5.10b:2 5.10c:2 5.10d:1
5.11a:2 5.11b:2 5.11c:2 5.11d:2 5.12a:1 5.12b:2 5.12c:2 5.12d:2 5.13a:2 5.13b:2 5.13c:2 5.13d:2
5.14a:2 5.14b:2 5.14c:2 5.14d:2 5.15a:2 5.15b:2 5.15c:2 5.15d:2 5.16a:2
"""
_UIAA_WIDTHS = """
1:12 2:12 3:12 4:2 4+:4 5-:4 5:4 5+:4 6-:2 6:2 6+:4 7-:2 7:2 7+:2 7+/8-:2 8-:2 8:2 8+:2 8+/9-:2
9-:2 9:2 9+:2 10-:2 10:2 10+:2 10+/11-:2 11-:2 11:4 11/11+:2 11+:2 11+/12-:2 12-:2 12:2
"""
_V_WIDTHS = """
VB-:12 VB:12 VB+:12 V0-:4 V0:4 V0+:4 V1:5 V2:5 V3:5 V4:5 V5:3 V6:3 V7:3 V8:3 V9:2 V10:2 V11:2
V12:2 V13:2 V14:2 V15:2 V16:2 V17:2 V18:2 V19:2 V20:2 V21:2 V22:2
"""
_FRENCH_WIDTHS = " ".join(
    f"{figure}{letter}{plus}:2" for figure, letter, plus in product("123456789", "abc", ("", "+"))
)
"""French and Font share their tokens and, each on the axis of its own group, their bands."""

_FINE_V_TOKENS = frozenset({"VB-", "VB+", "V0-", "V0+"})


@dataclass(frozen=True, slots=True)
class Scale:
    """One grade system as bands on the axis of its group."""

    system: GradeSystem
    group: GradeGroup
    bands: dict[str, Band]
    """Inclusive score band by token, easiest first."""
    ladder: tuple[str, ...]
    """The tokens that climbers count as steps; ``7+/8-``, ``V0-`` and the like stand beside it."""
    by_score: tuple[str, ...] = field(repr=False)
    """Token by score."""

    def at(self, score: int) -> str:
        """The token that owns a score; a score off the axis reads the nearest end."""
        return self.by_score[min(max(score, 0), len(self.by_score) - 1)]


def _scale(system: GradeSystem, group: GradeGroup, widths: str) -> Scale:
    bands: dict[str, Band] = {}
    by_score: list[str] = []
    for item in widths.split():
        token, width = item.split(":")
        bands[token] = (len(by_score), len(by_score) + int(width) - 1)
        by_score += [token] * int(width)
    ladder = tuple(token for token in bands if "/" not in token and token not in _FINE_V_TOKENS)
    return Scale(system, group, bands, ladder, tuple(by_score))


SCALES: dict[GradeSystem, Scale] = {
    "yds": _scale("yds", "free", _YDS_WIDTHS),
    "french": _scale("french", "free", _FRENCH_WIDTHS),
    "uiaa": _scale("uiaa", "free", _UIAA_WIDTHS),
    "v": _scale("v", "boulder", _V_WIDTHS),
    "font": _scale("font", "boulder", _FRENCH_WIDTHS),
}
"""Every scale that we know, the one that Taiwan uses first in each group."""


def number_of(token: str) -> int:
    """The number after the point of a YDS token: 11 for ``5.11c``."""
    return int(token[2:].rstrip("abcd"))


def _yds_numbers() -> dict[int, tuple[str, ...]]:
    numbers: dict[int, tuple[str, ...]] = {}
    for token in SCALES["yds"].bands:
        numbers[number_of(token)] = (*numbers.get(number_of(token), ()), token)
    return numbers


_YDS_NUMBERS = _yds_numbers()


def whole_number(number: int) -> tuple[str, ...]:
    """The YDS tokens of one number, easiest first: ``5.10a`` to ``5.10d`` for 10, ``5.9`` for 9.

    Empty when the number is out of table.
    """
    return _YDS_NUMBERS.get(number, ())
