"""Whether a number is how far the record named is from another: "it has four more". Pure."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from bot.voice.relating.valued import CLAUSE, SENTENCE, part_of

if TYPE_CHECKING:
    from bot.voice.evidence.compared import Item
    from bot.voice.relating.valued import Valued

_UNIT: Final = r"(?:公尺|米|m|met(?:re|er)s?|[個顆支]?\s*bolts?|[條題元塊]|routes?|lines?)?"
_MORE: Final = re.compile(r"(?:[多長高貴]|大)(?:了|出|整整|足足|\s)*$")
_LESS: Final = re.compile(r"(?:[少短低矮省]|便宜|小)(?:了|出|整整|足足|\s)*$")
_APART: Final = re.compile(r"(?:相?差|差距)(?:了|距|是|只|只有|大?約|\s)*$|\bby\s*$", re.IGNORECASE)
_MORE_AFTER: Final = re.compile(rf"\s*{_UNIT}\s*(?:more|longer|taller|higher)\b", re.IGNORECASE)
_LESS_AFTER: Final = re.compile(rf"\s*{_UNIT}\s*(?:fewer|less|shorter|lower)\b", re.IGNORECASE)
_APART_AFTER: Final = re.compile(
    rf"\s*{_UNIT}\s*(?:apart|(?:in )?difference|的?差距|之差)", re.IGNORECASE
)
_THAN: Final = re.compile(r"(?:比|\bthan)[\s「“]*$", re.IGNORECASE)
_FAMILY_ROWS: Final = frozenset({"type", "bucket"})


class Apart:
    """The differences of one answer's records.

    Args:
        valued: The records with what they measure.
    """

    def __init__(self, valued: Valued) -> None:
        self._valued = valued

    def is_gap(self, number: float, at: int, told: str, before: str) -> bool:
        """Whether a number is said to be a difference and is that of what is spoken of."""
        sign = _sign_of(told, at)
        if sign is None:
            return False
        start, end = part_of(told, at, CLAUSE)
        clause, earlier = told[start:end], f"{before} {told[:start]}"
        spots = self._valued.spots(clause)
        than = [item for begin, _, item in spots if _THAN.search(clause[:begin])]
        own = [item for _, _, item in spots if item not in than]
        told_before = [one for one in self._valued.named(_last(earlier)) if one not in own + than]
        near = f"{_last(earlier)} {clause}"
        return any(
            self._is_so(number, sign, own, than, told_before, kind) for kind in self._kinds(near)
        )

    def _kinds(self, near: str) -> tuple[str, ...]:
        kinds = self._valued.kinds(near)
        rows = any(one.family in _FAMILY_ROWS for one in self._valued.items)
        return (*kinds, "total") if rows and "total" not in kinds else kinds

    def _is_so(
        self,
        number: float,
        sign: int,
        own: list[Item],
        than: list[Item],
        before: list[Item],
        kind: str,
    ) -> bool:
        held = [one for one in self._valued.items if self._valued.value(one, kind) is not None]
        first = (own or [one for one in before if one not in than] or than)[:1]
        family = [one for one in held if not first or one.family == first[0].family]
        rest = than or own[1:] or (family if len(family) == 2 else before)
        for one in first or family[:1]:
            for other in rest or family:
                mine, theirs = self._valued.value(one, kind), self._valued.value(other, kind)
                if one is other or mine is None or theirs is None or one.family != other.family:
                    continue
                gap = (mine - theirs) * (-1 if not own and first == than else 1)
                if (gap == sign * number) if sign and own else (abs(gap) == number):
                    return number > 0
        return False


def _sign_of(told: str, at: int) -> int | None:
    """Whether more (1), less (-1) or neither (0) is said; ``None`` for no difference."""
    digits = re.match(r"\d+(?:\.\d+)?|[一兩二三四五六七八九十]+", told[at:])
    end = at + len(digits[0]) if digits else at
    for sign, before, after in (
        (1, _MORE, _MORE_AFTER),
        (-1, _LESS, _LESS_AFTER),
        (0, _APART, _APART_AFTER),
    ):
        if before.search(told[:at]) or after.match(told, end):
            return sign
    return None


def _last(text: str) -> str:
    """The last two sentences of a text."""
    return "。".join([one for one in SENTENCE.split(text) if one.strip()][-2:])
