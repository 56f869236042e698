"""Festivals and long weekends by name: 中秋節, 去年端午, 清明連假, last Christmas, 下個連假.

Without a year the next one is meant, today included; with 「連假」 the whole run of days off.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, timedelta

from knowledge.dates.public_holidays import Span, days_off_around, named_day, next_break
from knowledge.dates.years import ANY_YEAR, year_of

Reader = Callable[[re.Match[str], date], Span | None]

FESTIVALS = {
    "元旦": "元旦",
    "跨年": "跨年",
    "跨年夜": "跨年",
    "跨年晚上": "跨年",
    "年三十": "除夕",
    "大年夜": "除夕",
    "除夕夜": "除夕",
    "除夕": "除夕",
    "小年夜": "小年夜",
    "農曆新年": "春節",
    "農曆過年": "春節",
    "農曆年": "春節",
    "過年": "春節",
    "春節": "春節",
    "二二八": "二二八",
    "和平紀念日": "二二八",
    "兒童節": "兒童節",
    "婦幼節": "兒童節",
    "清明節": "清明節",
    "清明": "清明節",
    "掃墓節": "清明節",
    "勞動節": "勞動節",
    "勞工節": "勞動節",
    "五一": "勞動節",
    "端午節": "端午節",
    "端午": "端午節",
    "中秋節": "中秋節",
    "中秋": "中秋節",
    "教師節": "教師節",
    "國慶日": "國慶日",
    "國慶節": "國慶日",
    "國慶": "國慶日",
    "雙十節": "國慶日",
    "雙十": "國慶日",
    "光復節": "光復節",
    "行憲紀念日": "聖誕節",
    "聖誕節": "聖誕節",
    "耶誕節": "聖誕節",
    "聖誕": "聖誕節",
    "耶誕": "聖誕節",
    "平安夜": "平安夜",
    "聖誕夜": "平安夜",
    "萬聖節": "萬聖節",
    "母親節": "母親節",
    "父親節": "父親節",
    "new year's eve": "跨年",
    "new year's day": "元旦",
    "new year's": "元旦",
    "new years day": "元旦",
    "lunar new year's eve": "除夕",
    "chinese new year's eve": "除夕",
    "lunar new year": "春節",
    "chinese new year": "春節",
    "cny": "春節",
    "spring festival": "春節",
    "peace memorial day": "二二八",
    "children's day": "兒童節",
    "tomb sweeping day": "清明節",
    "tomb-sweeping day": "清明節",
    "qingming festival": "清明節",
    "qingming": "清明節",
    "labor day": "勞動節",
    "labour day": "勞動節",
    "dragon boat festival": "端午節",
    "dragon boat": "端午節",
    "mid-autumn festival": "中秋節",
    "mid autumn festival": "中秋節",
    "mid-autumn": "中秋節",
    "moon festival": "中秋節",
    "teachers' day": "教師節",
    "teacher's day": "教師節",
    "national day": "國慶日",
    "double tenth day": "國慶日",
    "double tenth": "國慶日",
    "double ten": "國慶日",
    "constitution day": "聖誕節",
    "christmas eve": "平安夜",
    "christmas day": "聖誕節",
    "christmas": "聖誕節",
    "xmas": "聖誕節",
    "halloween": "萬聖節",
    "mother's day": "母親節",
    "father's day": "父親節",
}
"""Everyday word -> name of the festival."""
_NUMERAL = "一二三四五六七八九十"
_FESTIVAL = "|".join(
    # 「十五一條」 is no Labor Day.
    f"(?<![{_NUMERAL}]){word}(?![{_NUMERAL}條級點])" if word == "五一" else re.escape(word)
    for word in sorted(FESTIVALS, key=len, reverse=True)
)
_BREAK = r"(?P<long>\s*(?:連續假期|連假|假期|假日|長假|期間|holidays?|weekend|break|long weekend))?"


def _read_festival(match: re.Match[str], today: date) -> Span | None:
    name = FESTIVALS[match["name"].lower()]
    span = _festival(name, match["y"] or match["which"] or "", today)
    if span and match["long"] and name != "春節":
        return days_off_around(span[0])
    return span


def _read_lunar_day(match: re.Match[str], today: date) -> Span | None:
    return _festival(f"初{match['d']}", match["y"] or "", today)


def _read_228(match: re.Match[str], today: date) -> Span | None:
    span = _festival("二二八", match["y"] or "", today)
    return days_off_around(span[0]) if span and match["long"] else span


def _read_break(match: re.Match[str], today: date) -> Span | None:
    span = next_break(today)
    if span and span[0] <= today and "下" in (match["which"] or ""):
        return next_break(span[1] + timedelta(days=1))
    return span


def _festival(name: str, which: str, today: date) -> Span | None:
    word = which.lower()
    if word == "last":
        past = (named_day(name, year) for year in (today.year, today.year - 1))
        return next((span for span in past if span and span[1] < today), None)
    year = year_of(which, today) if word not in ("", "this", "next") else None
    if year is not None:
        return named_day(name, year)
    coming = (named_day(name, year) for year in (today.year, today.year + 1))
    return next((span for span in coming if span and span[1] >= today), None)


RULES: tuple[tuple[re.Pattern[str], Reader], ...] = tuple(
    (re.compile(pattern, re.IGNORECASE | re.ASCII), reader)
    for pattern, reader in (
        (
            rf"(?:(?P<y>{ANY_YEAR})的?\s*|\b(?P<which>last|this|next)\s+)?(?<![A-Za-z])"
            rf"(?P<name>{_FESTIVAL})(?![A-Za-z]|攀登社|路\b){_BREAK}",
            _read_festival,
        ),
        (
            rf"(?:(?P<y>{ANY_YEAR})的?\s*)?(?:大年|農曆年?|年|過年)?"
            r"初(?P<d>[一二三四五六七八九])(?![洞次號])",
            _read_lunar_day,
        ),
        (
            rf"(?:(?P<y>{ANY_YEAR})的?\s*)?(?<![\w.])228"
            rf"(?=\s*(?:連|假|當天|那天|有|是|會|休|開|holiday|weekend|long)){_BREAK}",
            _read_228,
        ),
        (
            r"(?P<which>下一?個|這個|這次|下次)?的?(?:連續假期|連假|長假)"
            r"|\b(?:the\s+)?(?:next\s+)?long\s+weekend\b",
            _read_break,
        ),
    )
)
"""Pattern over folded text, reader; a longer match wins over a shorter one."""
