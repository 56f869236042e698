"""Months and seasons that a sentence names: those of the answer. Pure.

A date in figures is judged by the verifier; here stand "January, March and April", 「三月」 and
"spring": values of closed sets, which the answer, its records or the question must have.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from bot.verifier.facts import MONTH, MONTHS, scan
from bot.voice.language.numerals import number_of
from bot.voice.language.plain import plain

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

_NAMES: Final = (
    *("January", "February", "March", "April", "May", "June", "July", "August", "September"),
    *("October", "November", "December"),
)
_SAID: Final = re.compile(
    rf"(?<![A-Za-z])(?:{'|'.join(one for one in _NAMES if one != 'May')}"
    r"|(?<=[a-z,] )May(?! I\b)(?= to\b| and\b| through\b| until\b|[,.;)]|\s*$))(?![a-z])"
)
"""Month names as they are written, "May" only where it is no verb."""
_HAN: Final = r"十[一二]?|[一二三四五六七八九]"
_SAID_HAN: Final = re.compile(
    rf"(?<![第個數幾整每半零一二三四五六七八九十百\d])({_HAN})月(?![初光亮]?[票費卡])"
)
_ANY: Final = re.compile(rf"\b{MONTH}", re.IGNORECASE)
_ANY_HAN: Final = re.compile(rf"(?<![個\d])(\d{{1,2}}|{_HAN})\s*月")
_END: Final = rf"(\d{{1,2}}|{_HAN}|{MONTH})\s*月?"
_SPAN: Final = re.compile(
    rf"{_END}\s*(?:一路|一直|吹)?(?:底|初|中|左右)?\s*"
    rf"(?:到|至|[-–~～、]|to|through|until)\s*(?:隔年|翌年|next )?\s*{_END}",
    re.IGNORECASE,
)
_ISO: Final = re.compile(r"(?<!\d)(?:19|20)\d\d[-/.年](\d{1,2})(?!\d)")
_NEAR: Final = re.compile(
    r"上個?月|這個?月|本月|下個?月|\b(?:last|this|next) month\b|\btoday\b|今天"
)
_YEAR: Final = 12
_BEHIND: Final = r"(?=[天季、和與跟及最都是春夏秋冬]|$)"
_SEASONS: Final = {
    one: re.compile(one + _BEHIND + english, re.IGNORECASE)
    for one, english in {
        "春": r"|\bspring\b(?! tides?)",
        "夏": r"|\bsummers?\b",
        "秋": r"|\bautumn\b|(?<=in )\bfall\b|\bfall(?= (?:and|or)\b)",
        "冬": r"|\bwinters?\b",
    }.items()
}
_LISTED: Final = re.compile(r"季節|適合|最好|\bseasons?\b|\bbest\b|\bgood\b", re.IGNORECASE)
"""Words with which a clause says what the seasons are."""
_DENIES: Final = re.compile(
    r"[不沒無未非別避]|還是|嗎|除了|以外|之外|\b(?:no|not|nothing|or|any|but|avoid|except|than)\b|n't\b",
    re.IGNORECASE,
)
_CLAUSE: Final = re.compile(r"[。；;！!？?\n]|(?<=[a-z])\.\s|，|\bwhile\b")


def foreign_months(text: str, known: str, today: date | None) -> Iterator[str]:
    """The months that a text names and nothing known has.

    Args:
        text: What is to be said.
        known: The answer, its records and the question.
        today: The day of the question, whose month and neighbours a question may mean.
    """
    said = [(one[0], _NAMES.index(one[0]) + 1) for one in _SAID.finditer(text)]
    said += [(one[0], number_of(one[1])) for one in _SAID_HAN.finditer(text)]
    if not said:
        return
    held = set(_months(known))
    if today is not None:
        near = (-1, 0, 1) if _NEAR.search(known) else (0,)
        held |= {(today.month - 1 + by) % _YEAR + 1 for by in near}
    yield from (surface for surface, month in said if month not in held)


def foreign_seasons(text: str, seasons: tuple[str, ...], known: str) -> Iterator[str]:
    """The seasons that a text lists as good and nothing recorded gives.

    Args:
        text: What is to be said, without the names of records.
        seasons: Those that the crags of the answer have on record.
        known: The answer and its cards, without the question.
    """
    recorded = {one for one in _SEASONS if any(one in each for each in seasons)}
    if not recorded:
        return
    recorded |= {one for one, words in _SEASONS.items() if words.search(known)}
    for clause in _CLAUSE.split(text):
        found = {one: match for one, words in _SEASONS.items() if (match := words.search(clause))}
        lists = len(found) > 1 or _LISTED.search(clause)
        if lists and not _DENIES.search(clause):
            yield from (match[0] for one, match in found.items() if one not in recorded)


def _months(known: str) -> Iterator[int]:
    for line in plain(known).split("\n"):
        for fact in scan(line):
            parts = fact.values[0].lstrip("-").split("-") if fact.kind == "date" else []
            yield from (int(one) for one in parts if one.isdigit() and 1 <= int(one) <= _YEAR)
        yield from (int(one[1]) for one in _ISO.finditer(line))
        yield from (_number(one[0]) for one in _ANY.finditer(line))
        yield from (_number(one[1]) for one in _ANY_HAN.finditer(line))
        for match in _SPAN.finditer(line):
            first, last = _number(match[1]), _number(match[2])
            if "月" in match[0] or _ANY.search(match[0]):
                yield from (
                    (first - 1 + by) % _YEAR + 1 for by in range((last - first) % _YEAR + 1)
                )


def _number(words: str) -> int:
    if words.isdigit():
        return int(words)
    if words.isascii():
        return MONTHS.index(words[:3].lower()) + 1
    return number_of(words)
