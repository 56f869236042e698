"""Whether a difference is the one between two records: 「長了 12 公尺」 of 26 and 14. Pure.

The verifier lets a figure pass that a record holds: 14 metres is a length, and no difference.
"""

from __future__ import annotations

import re
from itertools import combinations
from typing import TYPE_CHECKING, Final

from bot.voice.language.plain import plain

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bot.schema import Evidence

_UNIT: Final = (
    r"(?P<unit>公尺|米(?!其)|m\b|met(?:er|re)s?\b|[個顆支]?\s*(?:bolts?\b|耳片|掛片)|元|塊|twd\b)"
)
_NUMBER: Final = r"(?<![\d.:/-])(?P<n>\d{1,4}(?:\.\d+)?)\s*"
_BEFORE: Final = (
    r"(?:[長短高低多少貴](?:了|出)|(?:相?差|差距)(?:了|距)?(?:是|只有|只|有|大?約)?"
    r"|便宜了?|比[^，。；\d]{1,16}[長短多少貴]|\bby)\s*(?:整整|足足|了|出)?\s*"
)
_DIFFERENCE: Final = re.compile(
    rf"{_BEFORE}{_NUMBER}{_UNIT}"
    rf"|{_NUMBER.replace('<n>', '<m>')}{_UNIT.replace('<unit>', '<of>')}\s*"
    r"(?:longer|shorter|more|fewer|less|cheaper|dearer|apart|difference|的?差距|之差)",
    re.IGNORECASE,
)

_FEW: Final = 12
"""Records of which any two may be held against each other."""


def wrong_gaps(text: str, evidence: Evidence, shown: str) -> Iterator[str]:
    """The differences that no two of the records, nor the answer, have.

    Args:
        text: What is to be said.
        evidence: The records.
        shown: The answer that code gave, and the question.
    """
    told, held = plain(text), plain(shown)
    for match in _DIFFERENCE.finditer(told):
        number, kind = match["n"] or match["m"], _kind(match["unit"] or match["of"])
        gaps = _gaps(evidence, kind)
        given = {one["n"] or one["m"] for one in _DIFFERENCE.finditer(held)}
        known = gaps | given
        noted = re.search(rf"(?<![\d.]){re.escape(number)}(?![\d.])", _notes(evidence))
        if gaps and f"{float(number):.12g}" not in known and not noted:
            yield match[0].strip()


def is_gap(figure: str, text: str, evidence: Evidence) -> bool:
    """Whether a figure is how far two records are apart, and is said so."""
    bare = re.match(r"\d+(?:\.\d+)?", figure)
    if bare is None:
        return False
    found = (one for one in _DIFFERENCE.finditer(text) if (one["n"] or one["m"]) == bare[0])
    return any(
        f"{float(bare[0]):.12g}" in _gaps(evidence, _kind(one["unit"] or one["of"]))
        for one in found
    )


def _kind(unit: str) -> str:
    if re.search(r"bolt|片", unit, re.IGNORECASE):
        return "bolts"
    return "price" if re.match(r"元|塊|twd", unit, re.IGNORECASE) else "length"


def _gaps(evidence: Evidence, kind: str) -> set[str]:
    """How far any two of the records are apart; empty where nothing can be compared."""
    if kind == "price":
        pairs: list[tuple[float, float]] = []
        for gym in evidence.gyms:
            pairs += list(combinations(gym.prices.values(), 2))
        for one, other in combinations(evidence.gyms, 2):
            shared = one.prices.keys() & other.prices.keys()
            pairs += [(one.prices[each], other.prices[each]) for each in shared]
    else:
        name = "length_m" if kind == "length" else "bolts"
        routes = (*evidence.routes, *evidence.near_misses)
        values = [getattr(one, name) for one in routes if getattr(one, name) is not None]
        pairs = list(combinations(values, 2)) if len(values) <= _FEW else []
    return {f"{abs(one - other):.12g}" for one, other in pairs}


def _notes(evidence: Evidence) -> str:
    return plain(" ".join(f"{one.price_notes} {one.notes}" for one in evidence.gyms))
