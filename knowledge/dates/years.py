"""Years as words: 去年, 2025年, 民國114年, 二〇二五年."""

from __future__ import annotations

from typing import TYPE_CHECKING

from knowledge.dates.numbers import NUMBER, number
from knowledge.dates.public_holidays import FIRST_YEAR, LAST_YEAR

if TYPE_CHECKING:
    from datetime import date

_YEAR_WORDS = {"大前年": -3, "前年": -2, "去年": -1, "今年": 0, "本年": 0, "明年": 1, "後年": 2}
_YEAR = "|".join(_YEAR_WORDS)
_ROC_OFFSET = 1911
ANY_YEAR = rf"(?:{_YEAR}|民國\s*{NUMBER}\s*年|(?:\d{{4}}|[零\u3007一二三四五六七八九]{{4}})\s*年)"
"""Pattern of a year; read it with ``year_of``."""
_OLDEST = FIRST_YEAR - 100


def year_of(text: str | None, today: date) -> int | None:
    """The year that words such as 去年, 2025年, 民國114年 or 二〇二五年 name."""
    if not text:
        return None
    word = text.strip().removesuffix("的").strip()
    if word in _YEAR_WORDS:
        return today.year + _YEAR_WORDS[word]
    plain = word.removesuffix("年").strip()
    if plain.startswith("民國"):
        roc = number(plain.removeprefix("民國"))
        return None if roc is None else known_year(roc + _ROC_OFFSET)
    value = number(plain)
    return None if value is None else known_year(value)


def known_year(year: int) -> int | None:
    """The year itself when anybody could mean it, else ``None``."""
    return year if _OLDEST <= year <= LAST_YEAR else None
