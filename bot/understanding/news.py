"""Whether a question is for notices: new sets, events, closures, prices, announcements."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, cast, get_args

from bot.understanding import words
from knowledge.schema import NoticeKind

if TYPE_CHECKING:
    from bot.understanding.conditions import Conditions
    from bot.understanding.reading import Reading

_KINDS = frozenset(get_args(NoticeKind))
_TOGETHER: dict[str, tuple[NoticeKind, ...]] = {
    "closure": ("closure", "access"),
    "access": ("access", "closure"),
    "hours": ("hours", "closure"),
}
"""Kinds that people do not tell apart."""
_OF_GYMS = frozenset({"reset", "event", "price", "closure", "hours"})
_ASKS = re.compile("有[什甚啥没无哪]|啥|哪|几时|何时|了[没吗]|没有?$")
"""On the key of the question."""
_OWN_EVENT = re.compile(
    "(?:团体|社团|公司|班级|系上|户外|员工|家庭)活动|活动(?:计划|计画|企划|企画|行程|安排)|[办揪][^，。]{0,4}活动"
)
"""An event that the asker holds: no news; on the key."""
_DEARER_THEN = re.compile("(?:假日|周末|六日|晚上|平日)[^，。]{0,3}变(?:贵|便宜)")
"""Compares tickets and asks of no change: 「假日會變貴嗎」; on the key."""
_WANTS = frozenset({"list", "count", "recommend_weak", "yes_no", "more"})


@dataclass(frozen=True, slots=True)
class NewsAsked:
    """What notices are asked for."""

    kinds: tuple[NoticeKind, ...]
    """All kinds when empty."""
    topic: str = ""
    """``last`` or ``next`` one, of ``gyms`` or of ``places``; empty for any."""


def find_news(reading: Reading, conditions: Conditions) -> NewsAsked | None:
    """What notices a question asks for; ``None`` when it asks for something else."""
    told = _DEARER_THEN.sub("", _OWN_EVENT.sub("", reading.folded))
    found = frozenset(words.find("notices", told, reading.lower))
    named = found & _KINDS
    if not named and "any" not in found:
        return None
    if not _is_meant(found, reading, conditions):
        return None
    kinds = [kind for kind in get_args(NoticeKind) if kind in named]
    if named == {"hours"} and "any" in found:
        kinds = ["hours"]
    wanted = (each for kind in kinds for each in _TOGETHER.get(kind, (cast("NoticeKind", kind),)))
    return NewsAsked(tuple(dict.fromkeys(wanted)), _topic(found, reading))


def kinds_named(reading: Reading) -> tuple[NoticeKind, ...]:
    """The kinds of notices whose words stand in a question, whatever it asks."""
    named = frozenset(words.find("notices", reading.folded, reading.lower)) & _KINDS
    return tuple(kind for kind in get_args(NoticeKind) if kind in named)


def _is_meant(found: frozenset[str], reading: Reading, conditions: Conditions) -> bool:
    """Whether notices themselves are asked for, and not what a word means or how often it is."""
    kinds = found & _KINDS
    if reading.of_kind("route"):
        return bool({"any", "hardware"} & found)
    subject = reading.of_kind("gym", "crag", "area", "sector") or conditions.cities
    if "explain" in found and not reading.days:
        return False
    if reading.of_kind("gym") and not kinds - {"hours", "closure"} and "any" not in found:
        # 「A 館元旦營業時間有變嗎」 is answered by the hours of that day
        return not reading.days and not reading.times
    if reading.of_kind("crag", "area", "sector") and kinds <= {"price", "reset"} and kinds:
        return "any" in found or "reset" in kinds
    if subject:
        return True
    asks = (
        _ASKS.search(reading.plain)
        or reading.cues & _WANTS
        or reading.days
        or found & {"last", "next", "which_gyms"}
    )
    return bool(asks or "which_places" in found or "any" in found)


def _topic(found: frozenset[str], reading: Reading) -> str:
    named = reading.of_kind("gym", "crag", "area", "sector", "route")
    if not reading.days:
        if "next" in found:
            return "next"
        if "last" in found and "reset" in found and (named or "上次" in reading.plain):
            return "last"
    if named:
        return ""
    if "which_places" in found:
        return "places"
    return "gyms" if "which_gyms" in found else ""
