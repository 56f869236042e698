"""Whether a number keeps what it counts: 「平均 1.8 把」 are no 1.8 days. Pure.

Small whole numbers may stand for many things of one answer; a decimal, or a number of two figures
and more that stands nowhere without its unit, stands for one.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from bot.voice.language.plain import plain

if TYPE_CHECKING:
    from collections.abc import Iterator

_UNITS: Final = {
    "tries": r"[把次]|tries\b|try\b|attempts?\b",
    "days": r"[天日]|days?\b",
    "weeks": r"週|個?星期|weeks?\b",
    "months": r"個?月|months?\b",
    "years": r"年|years?\b",
    "hours": r"個?小時|鐘頭|hours?\b",
    "minutes": r"分鐘?|minutes?\b",
    "metres": r"公尺|米|m\b|met(?:er|re)s?\b",
    "kilometres": r"公里|km\b|kilomet(?:er|re)s?\b",
    "routes": r"條|routes?\b|climbs?\b",
    "sends": r"sends?\b",
    "entries": r"筆|entr(?:y|ies)\b",
    "money": r"元|塊|TWD\b",
    "share": r"%|成",
}
_COUNTED: Final = re.compile(
    r"(?<![\d.,:/Vv-])(?P<number>\d{1,4}\.\d|\d{2,4})(?![\d.,:/a-d-])\s*(?:"
    + "|".join(f"(?P<{unit}>{words})" for unit, words in _UNITS.items())
    + ")",
    re.IGNORECASE,
)


def other_units(text: str, known: str) -> Iterator[str]:
    """The numbers of a text that what is known gives, but of something else.

    Args:
        text: What is to be said.
        known: The records, the rendered answer and the question.
    """
    for one in _COUNTED.finditer(plain(text)):
        shown = plain(known)
        own = [unit for number, unit in _counted(shown) if number == one["number"]]
        if not own or one.lastgroup in own:
            continue
        alone = re.findall(rf"(?<![\d.]){re.escape(one['number'])}(?![\d])", shown)
        if len(own) == len(alone):
            yield one[0]


@lru_cache(maxsize=16)
def _counted(shown: str) -> tuple[tuple[str, str | None], ...]:
    """The numbers of what is known with their units, asked for with every sentence."""
    return tuple((one["number"], one.lastgroup) for one in _COUNTED.finditer(shown))
