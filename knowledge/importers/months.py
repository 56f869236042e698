"""Months that a text names as a yearly span, and the seasons that they cover.

「10月~隔年4月」, 「每年5月到7月」, ``April to July``. Months of a dated year are a date, no span.
"""

from __future__ import annotations

import re
import unicodedata

_HAN = {"十一": 11, "十二": 12, "十": 10, **{h: n for n, h in enumerate("一二三四五六七八九", 1)}}
_NAMES = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_NUMBER = r"1[0-2]|0?[1-9]|十[一二]?|[一二三四五六七八九]"
_NAME = rf"(?:{'|'.join(_NAMES)})[a-z]*"
_TO = r"\s*(?:[-–—~〜～到至]|to|through|until)\s*(?:隔年|翌年|次年|明年)?\s*"
_SPAN = re.compile(
    rf"(?<![\d./-])(?P<first>{_NUMBER})\s*月?(?:初|底|中)?{_TO}(?P<last>{_NUMBER})\s*月(?!\s*\d)"
    rf"|\b(?P<begin>{_NAME}){_TO}(?P<end>{_NAME})\b",
    re.IGNORECASE,
)
_SINGLE = re.compile(
    rf"每年\s*(?P<month>{_NUMBER})\s*月(?!\s*\d)|\bevery (?P<name>{_NAME})\b", re.IGNORECASE
)
_YEAR_BEFORE = re.compile(r"(?:19|20)\d\d\s*年?\s*$")
_SEASONS = {"春": (3, 4, 5), "夏": (6, 7, 8), "秋": (9, 10, 11), "冬": (12, 1, 2)}
_WHOLE = 2
"""Months that a span must share with a season to cover it, when it is that long."""


def months_in(text: str) -> tuple[int, ...]:
    """The months of the first yearly span in a text, in order; empty without one."""
    plain = unicodedata.normalize("NFKC", text)
    for match in _SPAN.finditer(plain):
        if not _YEAR_BEFORE.search(plain[: match.start()]):
            first = _number(match["first"] or match["begin"])
            last = _number(match["last"] or match["end"])
            return tuple((first - 1 + step) % 12 + 1 for step in range((last - first) % 12 + 1))
    single = _SINGLE.search(plain)
    return (_number(single["month"] or single["name"]),) if single else ()


def seasons_of(text: str) -> tuple[str, ...]:
    """The seasons that a span of months covers, from spring on."""
    months = set(months_in(text))
    wanted = min(_WHOLE, len(months))
    return tuple(
        season for season, own in _SEASONS.items() if months and len(months & set(own)) >= wanted
    )


def _number(written: str) -> int:
    if written.isdigit():
        return int(written)
    return _HAN.get(written) or _NAMES.index(written[:3].lower()) + 1
