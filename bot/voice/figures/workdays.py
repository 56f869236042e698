"""Days and hours that a sentence leaves to its neighbours: 「其他平日」, "at 11" after "10:30 pm".

Where a sentence gives one working day hours of its own, 「平日」 means the others. Pure.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from bot.voice.language.plain import plain

if TYPE_CHECKING:
    from collections.abc import Sequence

    from knowledge.schema import Gym

_OTHERS: Final = re.compile(
    r"(?:其他|其餘|剩下)的?(?:平日|工作日)|(?:平日|工作日)的?(?:其他|其餘)(?:[幾四]?天)?"
)
_WORKDAYS: Final = re.compile(r"(?<!非)平日(?!票|單次|入場|[^，。；]{0,3}\d{3})")
_DAY: Final = re.compile(r"(?:週|周|星期|禮拜)([一二三四五])(?!到|至|[-~])")
_OWN_HOURS: Final = re.compile(
    r"[點早晚]|\d:\d\d|不同|不一樣|例外|除外|另外|公休|休", re.IGNORECASE
)
_ALIKE: Final = re.compile(r"也是|同樣|一樣(?!早|晚)|相同|照樣")
_CLAUSE: Final = re.compile(r"[，。；;,(（)）]")
_WORKDAYS_EN: Final = re.compile(r"\b(?:(?:the )?other weekdays|weekdays)\b", re.IGNORECASE)
_DAY_EN: Final = re.compile(
    r"\b(mon|tues|wednes|thurs|fri)days?\b(?! (?:to|through|-))", re.IGNORECASE
)
_ENGLISH: Final = ("mon", "tues", "wednes", "thurs", "fri")
_WORDS: Final = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
_WORD_HOUR: Final = re.compile(
    rf"\b(at|until|till|to|past) ({'|'.join((*_WORDS, 'eleven', 'twelve'))})"
    r"(?= (?:on|and|or|that|this|each|every|to|then|today|tonight)\b)",
    re.IGNORECASE,
)
_EVERY_DAY: Final = re.compile(
    r"\b(?:open )?(?:every day(?: of the week)?|(?:seven|7) days a week)(?P<mark>[:,.;]|$)",
    re.IGNORECASE,
)
_OPEN_DAILY: Final = re.compile(r"every day of the week|每天都有?開")
_BARE_HOUR: Final = re.compile(
    r"\b(?P<at>at|until|till|to|past) (?P<h>1[0-2]|[1-9])"
    r"(?![\d:]|\.\d|\s*(?:[ap]m\b|o'clock|%|bolts?|m\b))"
    r"(?=[.,;)]|\s*$| (?:on|and|or|that|this|each|every|to|then|today|tonight)\b)",
    re.IGNORECASE,
)
_PM: Final = re.compile(r"\b(?P<h>1[0-2]|[1-9])(?::\d\d)?\s*(?P<half>[ap]m)\b", re.IGNORECASE)


def with_workdays(text: str) -> str:
    """The text with the days for 「平日」 where one of them has hours of its own."""
    told = plain(text)
    for sentence in re.split(r"(?<=[。！!？?\n])", told):
        named = {one[1] for one in _DAY.finditer(sentence) if _has_own_hours(sentence, one)}
        if not named:
            continue
        others = "、".join(f"週{one}" for one in "一二三四五" if one not in named)
        spelled = _WORKDAYS.sub(others, _OTHERS.sub(others, sentence))
        told = told.replace(sentence, spelled)
    named = {one[1].lower() for one in _DAY_EN.finditer(told)}
    if named and _WORKDAYS_EN.search(told):
        days = ", ".join(f"{one.title()}day" for one in _ENGLISH if one not in named)
        told = _WORKDAYS_EN.sub(days, told)
    return told


def with_halves(text: str, before: str, asked: str, rendered: str = "") -> str:
    """The text with the half of the day that its bare hours take from the hour told before them.

    Where none was told, an hour that the answer gives in one half of the day only is of that half.
    """
    told = plain(text)
    given = {int(one) for one in re.findall(r"(?<![\d:])(\d{1,2}):00", plain(rendered))}

    def spelled(match: re.Match[str]) -> str:
        same = [one for one in _PM.finditer(plain(asked)) if one["h"] == match["h"]]
        earlier = [*_PM.finditer(plain(before)), *_PM.finditer(told[: match.start()])]
        half = (earlier or same)[-1:]
        hour = int(match["h"]) % 12
        halves = [name for name, of in (("am", hour), ("pm", hour + 12)) if of in given]
        if not half and len(halves) == 1:
            return f"{match['at']} {match['h']} {halves[0]}"
        return f"{match['at']} {match['h']} {half[0]['half']}" if half else match[0]

    told = _WORD_HOUR.sub(lambda one: f"{one[1]} {_hour(one[2])}", told)
    return _BARE_HOUR.sub(spelled, told)


def _hour(word: str) -> int:
    return (*_WORDS, "eleven", "twelve").index(word.lower()) + 1


def every_day(text: str, gyms: Sequence[Gym], rendered: str) -> str:
    """The text without "open every day", where the only gym is: what follows has days of its own.

    "Seven days a week" says the same.
    """
    if len(gyms) != 1 or not _OPEN_DAILY.search(rendered):
        return text
    return _EVERY_DAY.sub(lambda one: one["mark"] or "", text)


def _has_own_hours(sentence: str, day: re.Match[str]) -> bool:
    """Whether the clauses behind a day give it hours, and not those of the others."""
    behind = _CLAUSE.split(sentence[day.end() :])
    own = next((one for one in behind if one.strip()), "") if behind[0].strip() == "" else behind[0]
    return bool(_OWN_HOURS.search(own)) and not _ALIKE.search(own)
