"""What a climber must know before touching a route."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from datetime import date

FlagKind = Literal[
    "closed",
    "do_not_climb",
    "discouraged",
    "draft",
    "rockfall",
    "loose_rock",
    "old_bolts",
    "no_anchor",
    "tide",
    "wildlife",
    "sensitive",
    "hazard",
]

FLAG_NAMES: dict[str, tuple[str, str]] = {
    "closed": ("封閉", "closed"),
    "do_not_climb": ("請勿攀登", "do not climb"),
    "discouraged": ("不建議攀登", "discouraged"),
    "draft": ("草稿資料", "draft record"),
    "rockfall": ("落石", "rockfall"),
    "loose_rock": ("岩質鬆動", "loose rock"),
    "old_bolts": ("老舊 bolt", "old bolts"),
    "no_anchor": ("無固定點", "no anchor"),
    "tide": ("潮汐浪況", "tide and swell"),
    "wildlife": ("野生動物", "wildlife"),
    "sensitive": ("敏感岩場", "sensitive access"),
    "hazard": ("注意事項", "hazard"),
}
"""What each kind is called, in Chinese and in English."""

BLOCKING_FLAGS: frozenset[FlagKind] = frozenset({"closed", "do_not_climb", "discouraged", "draft"})
"""Flags with which a route is never recommended."""


@dataclass(frozen=True, slots=True)
class Flag:
    """Something that a climber must know before touching a route, with the words that say so."""

    kind: FlagKind
    evidence: str
    """The quoted words of the record."""
    reported_on: str = ""
    """Normalised to ``YYYY``, ``YYYY-MM`` or ``YYYY-MM-DD``; empty when undated."""
    months: tuple[int, ...] = ()
    """Months of the year in which it holds; empty when it holds all year."""


def blocks_on(flag: Flag, day: date | None) -> bool:
    """Whether nobody should be sent there on that day; without a day, in any month."""
    if flag.kind not in BLOCKING_FLAGS:
        return False
    return not flag.months or day is None or day.month in flag.months
