"""One spelling of what can be said in several: numbers, times, dates and days of the week.

「禮拜二下午兩點半」 and 「週二 14:30」 are the same tokens afterwards, 「三天」 and 「3 天」 too.
Both sides of a comparison are spelled alike, so nothing is lost where a number was none.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from bot.voice.language.numerals import DIGITS, number_of
from bot.voice.language.plain import plain

if TYPE_CHECKING:
    from collections.abc import Callable

_NUMBER: Final = f"[{''.join(DIGITS)}十百千萬]"
_MEASURES: Final = (
    r"[天日年月週周季個間家館顆支把條題次趟筆段級元塊米公區處張雙套組根位名層樓號步倍歲種分秒成項句行"
    r"隻座道場點半人]|小時|鐘頭"
)
_LATE: Final = "下午|傍晚|晚上|夜間|半夜|晚"
_EARLY: Final = "早上|上午|清晨|凌晨|一早|早|中午"
_NOON: Final = 12
_PARTS: Final = frozenset("〇零十百千萬")
_SMALL: Final = (
    *("two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"),
)
_DAYS: Final = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_HOUR: Final = r"(?:(?P<hour>\d{1,2})|(?P<han>[一兩二三四五六七八九十]{1,3}))"


def spelled(text: str) -> str:
    """A text with its numbers, times and days in one spelling."""
    text = plain(text)
    for pattern, spelling in _SPELLED:
        text = pattern.sub(spelling, text)
    return text


def _number(match: re.Match[str]) -> str:
    """「三四條」 is no number."""
    several = len(match[0]) > 1 and not set(match[0]) & _PARTS
    return match[0] if several else f"{number_of(match[0])}"


def _time(match: re.Match[str]) -> str:
    hour = number_of(match["han"]) if match["han"] else int(match["hour"])
    part = match["part"] or ""
    minute = 30 if match["half"] else int(match["minute"] or 0)
    if hour < _NOON and part and part in _LATE.split("|"):
        hour += _NOON
    return f" {hour:02}:{minute:02} "


def _english_time(match: re.Match[str]) -> str:
    hour = int(match[1]) % _NOON + (_NOON if match[3] in "pP" else 0)
    return f" {hour:02}:{int(match[2] or 0):02} "


def _clock(match: re.Match[str]) -> str:
    return f"{int(match[1]):02}:{match[2]}"


_SPELLED: Final[tuple[tuple[re.Pattern[str], str | Callable[[re.Match[str]], str]], ...]] = (
    (re.compile(r"█+"), " "),
    (re.compile(r"^[ ・]*\d{1,3}[.、)] ", re.MULTILINE), ""),  # the number of a row
    (
        re.compile(r"(?<!\d)(20\d\d|19\d\d)[-/](\d{1,2})[-/](\d{1,2})(?!\d)"),
        lambda one: f"{one[1]} 年 {int(one[2])}/{int(one[3])} ",
    ),
    (
        re.compile(r"(\d{1,2}) ?月 ?(\d{1,2}) ?[日號]"),
        lambda one: f" {int(one[1])}/{int(one[2])} ",
    ),
    (re.compile(r"(?:星期|禮拜|周)(?=[一二三四五六日天末])"), "週"),
    (re.compile(r"週天"), "週日"),
    (
        re.compile(r"\b(\d{1,2})(?:[:.](\d\d))? ?([ap])\.?m\b\.?", re.IGNORECASE),
        _english_time,
    ),
    (
        re.compile(
            rf"(?P<part>{_EARLY}|{_LATE})?的? ?{_HOUR} ?點"
            r"(?![多大小])(?:整|鐘)?(?:(?P<half>半)|(?P<minute>\d{1,2}) ?分)?"
        ),
        _time,
    ),
    (
        re.compile(rf"(?P<part>{_LATE}) ?(?P<hour>\d{{1,2}}):(?P<minute>\d\d)(?P<half>)(?P<han>)"),
        _time,
    ),
    (re.compile(r"(?<![\d:])(\d{1,2}):(\d\d)(?![\d:])"), _clock),
    (
        re.compile(rf"(?<![第初幾週數]){_NUMBER}+(?= ?(?:{_MEASURES}))"),
        _number,
    ),
    (
        re.compile(rf"\b({'|'.join(_SMALL)})\b", re.IGNORECASE),
        lambda one: f"{_SMALL.index(one[1].lower()) + 2}",
    ),
    (
        re.compile(rf"\b({'|'.join(one[:3] for one in _DAYS)})(?:s|rs|urs)?\b"),
        lambda one: next(day for day in _DAYS if day.startswith(one[1])),
    ),
)
