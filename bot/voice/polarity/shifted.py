"""Whether figures are said to be more or less than they are: 「不到 25 公尺」. Pure."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Final

from bot.schema import Evidence
from bot.verifier.facts import scan

if TYPE_CHECKING:
    from collections.abc import Iterator


_BELOW: Final = (
    r"不到|未滿|不滿|未達|少於|低於|小於|不足|沒有?到|(?:不|沒有?|未)超過"
    r"|(?<![攀石繩合\dabcd+])(?<![\dabcd+] )最多(?:有|要|抓|留|帶)"
    r"|\b(?:less|fewer|shorter) than|\bunder"
)
_ABOVE: Final = (
    r"至少(?:有)?|最少(?:有|要|得|抓|留|帶|備)|(?<![不沒未])(?<!沒有)超過|多於|大於|高於|逾"
    r"|(?<!no )(?<!none is )(?<!none are )\b(?:more|longer) than"
    r"|(?<!bolts )(?<!pitches )(?<!routes )(?<!anchor )\bover\b"
    r"(?! there| \d+ (?:entries|routes|sessions|tries|days|climbs|lines))"
)
_SHIFTED: Final = re.compile(
    rf"(?:(?P<below>{_BELOW})|(?P<above>{_ABOVE}))\s*(?=\d|V\d|NT|TWD|\$)", re.IGNORECASE
)
_KNOWN_BELOW: Final = re.compile(rf"{_BELOW}|以下|以內|之內|or (?:less|easier)", re.IGNORECASE)
_KNOWN_ABOVE: Final = re.compile(rf"{_ABOVE}|以上|至少|起|or (?:more|harder)", re.IGNORECASE)


@dataclass(frozen=True)
class Shifts:
    """The figures of one answer, which may not be moved."""

    evidence: Evidence
    rendered: str
    """The answer that code gave, in plain characters."""
    asked: str
    """The question, likewise."""

    @cached_property
    def _told(self) -> set[str]:
        own = set(_figures(self.evidence))
        restated = {value for fact in scan(self.asked) for value in fact.values} - own
        told = (fact for line in self.rendered.split("\n") for fact in scan(line))
        return own | {value for fact in told for value in fact.values} - restated

    def is_wrong(self, clause: str, held: str) -> bool:
        """Whether a figure is said to be less or more than it is."""
        for match in _SHIFTED.finditer(clause):
            facts = [one for one in scan(clause) if one.start >= match.end()][:1]
            if not facts or not self._told & set(facts[0].values):
                continue
            digits = re.escape(re.sub(r"[^\d.]", "", facts[0].surface))
            near = re.findall(rf".{{0,10}}(?<![\d.]){digits}(?![\d.]).{{0,10}}", held)
            same = _KNOWN_BELOW if match["below"] else _KNOWN_ABOVE
            if not any(same.search(one) for one in near):
                return True
        return False


def _figures(evidence: Evidence) -> Iterator[str]:
    """The figures of the records themselves."""
    for route in evidence.routes:
        yield from (route.grade.raw.lower(), route.grade.lo)
        yield from (f"{one:.12g}" for one in (route.length_m, route.bolts) if one)
    yield from (f"{one}" for gym in evidence.gyms for one in gym.prices.values())
