"""Whether there is nothing beside what is named: 「只有先鋒」, 「唯一」, "only"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from bot.rendering.labels import type_label
from bot.voice.evidence.compared import find_name
from bot.voice.language.plain import plain
from bot.voice.relating.each import TYPES

if TYPE_CHECKING:
    from collections.abc import Mapping

    from bot.schema import Evidence
    from bot.voice.evidence.compared import Item
    from knowledge.schema import Gym

ONLY: Final = re.compile(
    r"只(?:有|剩|列)(?!\s*(?:[\d一兩三四五六七八九]|[Vv]\d|5\.|N\d))|僅(?!供|需|要|\s*\d|[有剩限列]\s*[\d一兩])"
    r"|就(?!.{0,3}[一兩\d]\s*[條題]).{1,16}而已|唯一|\bonly\b(?! (?:\d|one\b|a\b))",
    re.IGNORECASE,
)
_NOT: Final = re.compile(r"(?:不是?|並非|\bnot)\s*$", re.IGNORECASE)
_OFFERED: Final = re.compile("上攀|先鋒|上方確保|抱石")


class Alone:
    """The records of one answer, and whether a clause names them all.

    Args:
        evidence: The records.
        counts: How many routes of each kind the answer gives, by the Chinese word.
    """

    def __init__(self, evidence: Evidence, counts: Mapping[str, int]) -> None:
        self._evidence = evidence
        self._counts = counts

    def holds(self, clause: str, named: list[Item]) -> bool:
        """Whether there is nothing beside what a clause names: records, or kinds of climbing."""
        match = ONLY.search(clause)
        so = self._is_all(clause, clause[match.end() :] if match else "", named)
        # 「不是只有抱石」
        return not so if match and _NOT.search(clause[: match.start()]) else so

    def _is_all(self, clause: str, behind: str, named: list[Item]) -> bool:
        evidence = self._evidence
        gyms = [gym for gym in evidence.gyms if any(gym.name in one.names for one in named)]
        if len(evidence.gyms) == 1 and not evidence.routes:
            gyms = list(evidence.gyms)
        if gyms and (offered := set(_OFFERED.findall(behind))):
            return all(_offers_only(gym, offered) for gym in gyms)
        kinds = {kind for kind, words in TYPES.items() if re.search(words, clause)}
        if kinds and not named:
            held = {str(route.type) for route in evidence.routes}
            counted = {kind for kind in TYPES if self._counts.get(type_label(kind, "zh"))}
            return not (held | counted) - kinds
        if kinds and (routes := [one.route for one in named if one.route is not None]):
            # 「抱石只有溪哥」: all of that kind are named
            own = [one for one in evidence.routes if str(one.type) in kinds]
            if 0 < len(own) < len(evidence.routes):
                return all(one in routes for one in own)
        sizes = [len(each) for each in (evidence.routes, evidence.gyms) if each]
        if evidence.groups and not evidence.routes:
            sizes = [len(evidence.groups)]
        if not named:
            lines = {plain(route.name) for route in evidence.routes if route.name}
            told = {name for name in lines if find_name(clause, name) >= 0}
            # the pitches of a line share its name, and bear it where they stand among others
            return not told or told == lines
        return len(named) in sizes or not sizes


def _offers_only(gym: Gym, offered: set[str]) -> bool:
    """Whether this is all that can be climbed in a gym: 「只有先鋒和上方確保」."""
    roped = "上攀" in offered or {"先鋒", "上方確保"} <= offered
    return {
        "bouldering": offered == {"抱石"},
        "lead": roped and "抱石" not in offered,
        "mixed": roped and "抱石" in offered,
    }.get(str(gym.type), False)
