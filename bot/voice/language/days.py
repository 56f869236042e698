"""Days that are said without their month: 「14 到 16 號」, "14 to 16 December", "the 17th".

Such a day is one of the month told before it, or of the day that the answer shows. Spelled out it
is a date like any other, and judged as one; a day that nothing gives a month stays as it is.
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from bot.verifier.facts import MONTH, MONTHS, scan
from bot.voice.language.numerals import value_of
from bot.voice.language.plain import plain
from bot.voice.language.told import dates_of

if TYPE_CHECKING:
    from collections.abc import Iterator

_TO: Final = r"\s*(?:[到至~–-]|to|until|through|and)\s*(?:the\s+)?"
_HAN_PAIR: Final = re.compile(
    r"(?P<m>\d{1,2}\s*月)\s*(?P<a>\d{1,2})\s*日?(?P<to>\s*(?:[到至~–、和跟與-])\s*)"
    r"(?P<b>\d{1,2}|[一二三]?十[一二三四五六七八九]?)\s*[日號]?(?![\d.:/月點個條筆天%])"
)
_SLASH_PAIR: Final = re.compile(
    r"(?<![\d/])(?P<m>\d{1,2})/(?P<a>\d{1,2})(?P<to>\s*[到至~–-]\s*)(?P<b>\d{1,2})\s*(?:[日號]|(?=[)，,。]|$))"
)
_MONTH_LAST: Final = re.compile(
    rf"(?<![\d:/.-])(?P<a>\d{{1,2}})(?:st|nd|rd|th)?(?P<to>{_TO})(?P<b>\d{{1,2}})(?:st|nd|rd|th)?"
    rf"\s+(?:of\s+)?(?P<m>{MONTH})\b",
    re.IGNORECASE,
)
_MONTH_FIRST: Final = re.compile(
    rf"\b(?P<m>{MONTH})\.?\s+(?P<a>\d{{1,2}})(?:st|nd|rd|th)?(?P<to>{_TO})"
    r"(?P<b>\d{1,2})(?:st|nd|rd|th)?(?![\d:])(?!\s*[ap]m\b)",
    re.IGNORECASE,
)
_BARE_PAIR: Final = re.compile(
    r"(?<![\d.:/月-])(?P<a>\d{1,2})(?P<to>\s*[到至~–-]\s*)(?P<b>\d{1,2})\s*號(?!出口|線|公車)"
)
_BARE: Final = re.compile(
    r"(?<![\d.:/月路街巷段弄-])(?<!月 )(?P<day>\d{1,2})\s*"
    r"(?:號(?!出口|線|公車|[之樓])|日(?!圓|幣|[前後內]))"
    r"|\b(?:the\s+)?(?P<nth>\d{1,2})(?:st|nd|rd|th)\b(?!\s+(?:of\b|(?-i:[A-Z])|floor|pitch))",
    re.IGNORECASE,
)
_MONTHS: Final = re.compile(r"(?<![\d.:/-])(?:1?\d、)+1?\d\s*月(?!\d+[日號])")
"""「1、3、5 月」."""
_MONTH_OF: Final = re.compile(r"(?<![\d個])(1?\d\s*月)\s*(?=\d{1,3}\s*[筆條次])")
"""「11 月三筆」: how many there are in a month."""
_BETWEEN: Final = re.compile(
    r"\s*(?:[(（][一二三四五六日][)）])?" + _TO.replace("|and", "") + r"(?:\w{3} )?"
)
_STAMPED: Final = re.compile(
    r"(?:這些?|以上|資料|都|是|的)*\s?(?:(?:更新[於到]?|截至)(?:日期)?是?\s?)?20\d\d-\d\d-\d\d\s?"
    r"(?:更新|為止)?(?:的(?:資料|紀錄|版本))?"
)
_STAMPS: Final = re.compile(r"更新|截至|\bupdated?\b|\bas of\b", re.IGNORECASE)
"""Beside a date these words say how old the data are: no other date of a record will do."""
_OF_YEAR: Final = re.compile(r"(?<=[到至~] )(\d\d)-(\d\d)(?![\d-])|(?<=to )(\d\d)-(\d\d)(?![\d-])")


def with_months(text: str, before: str, shown: str) -> str:
    """The text in plain characters, with the month of every day that has one.

    Args:
        text: What is to be said.
        before: What was said before it.
        shown: The answer that code gave.
    """
    told = _MONTHS.sub(lambda one: re.sub(r"(\d+)、", r"\1月、", one[0]), plain(text))
    told = _MONTH_OF.sub(r"\1有 ", told)
    told = _OF_YEAR.sub(lambda one: f"{one[1] or one[3]}/{one[2] or one[4]}", told)
    told = _HAN_PAIR.sub(
        lambda one: f"{one['m']}{one['a']}日{one['to']}{one['m']}{value_of(one['b'])}日", told
    )
    told = _SLASH_PAIR.sub(r"\g<m>/\g<a>\g<to>\g<m>/\g<b>", told)
    told = _MONTH_LAST.sub(r"\g<a> \g<m>\g<to>\g<b> \g<m>", told)
    told = _MONTH_FIRST.sub(r"\g<m> \g<a>\g<to>\g<m> \g<b>", told)
    days = list(_days(plain(shown)))
    if not days:
        return told
    told = _BARE_PAIR.sub(r"\g<a>號\g<to>\g<b>號", told)
    earlier = [month for month, _ in _days(plain(before))]

    def spelled(match: re.Match[str]) -> str:
        day = int(match["day"] or match["nth"])
        months = [month for month, _ in _days(told[: match.start()])] or earlier
        same = [month for month, other in days if other == day]
        month = months[-1] if months and (months[-1] in same or not same) else None
        month = month or next(iter(same), None)
        if month is None or (match["day"] and "日" in match[0] and not same):
            return match[0]
        return f"{day} {MONTHS[month - 1].title()}" if match["nth"] else f"{month}月{day}日"

    return _BARE.sub(spelled, told)


def wrong_ends(text: str, shown: str) -> Iterator[str]:
    """The ends of spans of days that end on another day in the answer.

    Args:
        text: What is to be said, as ``with_months`` gives it.
        shown: The answer that code gave.
    """
    ends: dict[tuple[int, int], set[tuple[int, int]]] = {}
    for first, last, _ in _spans(plain(shown)):
        ends.setdefault(first, set()).add(last)
    for first, last, surface in _spans(text):
        if last not in ends.get(first, {last}):
            yield surface


def is_stamp(clause: str) -> bool:
    """Whether a clause only says how old the data are; ``wrong_stamps`` tells whether they are."""
    return bool(_STAMPED.fullmatch(clause.strip(" ，。,.")))


def wrong_stamps(text: str, given: str) -> Iterator[str]:
    """The dates of a text that says how old the data are, and that are not theirs.

    Args:
        text: What is to be said.
        given: The answer that code gave, and the days of its sources.
    """
    if not _STAMPS.search(text):
        return
    known = {value for _, values in dates_of(given) for value in values}
    # 「截至今年三月十日」 leaves the year out of the date
    known |= {f"-{value[4:]}" for value in known if re.fullmatch(r"20\d\d-\d\d-\d\d", value)}
    yield from (surface for surface, values in dates_of(text) if not values & known)


def _spans(text: str) -> Iterator[tuple[tuple[int, int], tuple[int, int], str]]:
    """The first and last day of every span of days, and how its end is written."""
    for line in text.split("\n"):
        facts = [one for one in scan(line) if one.kind == "date"]
        for one, other in pairwise(facts):
            if _BETWEEN.fullmatch(line, one.end, other.start):
                pair = list(_days(one.surface)), list(_days(other.surface))
                if all(pair):
                    yield pair[0][0], pair[1][0], other.surface


def _days(text: str) -> Iterator[tuple[int, int]]:
    """The month and the day of every date of a text."""
    for line in text.split("\n"):
        for fact in scan(line):
            parts = fact.values[0].lstrip("-").split("-") if fact.kind == "date" else []
            if len(parts) >= 2 and 1 <= int(parts[-2]) <= len(MONTHS):
                yield int(parts[-2]), int(parts[-1])
