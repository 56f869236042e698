"""Sums of what was just said, and a ticket with what is hired: "10 and 6, 16 in all". Pure."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from bot.voice.evidence.compared import HIRED
from bot.voice.relating.extremes import TICKETS
from bot.voice.relating.valued import grades_out

if TYPE_CHECKING:
    from collections.abc import Sequence

    from knowledge.schema import Gym

_TOLD_AS_SUM: Final = re.compile(
    r"(?:共|加起來|合起來|合計|總計|一起"
    r"|\b(?:so|that's|that is|makes|making|total(?:s|ling)?(?: of)?))"
    r"(?:是|要|就是|有|約|:|=|\s)*$",
    re.IGNORECASE,
)
_SUM_AFTER: Final = re.compile(
    r"\s*\S{0,8}\s*(?:altogether|in all|in total|total\b|combined|together)", re.IGNORECASE
)
_NUMBER: Final = re.compile(r"(?<![\d.:/#-])\d{1,5}(?![\d:/]|\.\d)")
_MOST_TERMS: Final = 6
_WITH: Final = re.compile(
    r"連|含|加|包|再|\b(?:with|plus|including|add(?:ing)?|and)\b", re.IGNORECASE
)
_ENTRY: Final = ("weekday", "weekend", "twilight")


def is_sum_of_said(number: float, at: int, told: str, near: str) -> bool:
    """Whether it is said to be the sum of the numbers before it, and is.

    Args:
        number: Its value.
        at: Where it stands.
        told: A sentence in plain characters.
        near: The same behind the sentence before it.
    """
    digits = re.match(r"\d+", told[at:])
    if digits is None:
        return False
    after = _SUM_AFTER.match(told, at + len(digits[0]))
    if not after and not _TOLD_AS_SUM.search(told[:at]):
        return False
    before = grades_out(near[: len(near) - len(told) + at])
    terms = [float(one[0]) for one in _NUMBER.finditer(before)]
    sums = (sum(terms[-count:]) for count in range(2, min(_MOST_TERMS, len(terms)) + 1))
    return number in set(sums)


def is_with_hire(number: float, at: int, told: str, near: str, gyms: Sequence[Gym]) -> bool:
    """Whether it is a ticket of the only gym with what is hired beside it: "350 with shoes"."""
    clause = told[max(0, at - 16) : at + 32]
    hired = [name for name, words in HIRED.items() if words.search(clause)]
    if len(gyms) != 1 or not hired or not _WITH.search(clause):
        return False
    prices = gyms[0].prices
    named = [name for name in _ENTRY if TICKETS[name].search(near)]
    entries = {prices[one] for one in named or _ENTRY[:2] if one in prices}
    extra = [prices[one] for one in hired if one in prices]
    return len(entries) == 1 and len(extra) == len(hired) and number == entries.pop() + sum(extra)
