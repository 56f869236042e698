"""Whether a sentence about opening hours speaks of the day that was asked about.

A gym has hours for every day, and all of them are in its record; the rendered answer says which
hold. Other hours may only be said of a day that the sentence names, which the verifier compares.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from bot.verifier.facts import scan
from bot.voice.plain import plain
from knowledge.text import has_han, key

if TYPE_CHECKING:
    from collections.abc import Iterator

_CLOSED: Final = re.compile(
    r"公休|休館|店休|閉館|閉店|關館|放假|不營業|(?:沒|不|未)(?:有)?(?:開"
    r"|營業)|休息(?!區|室|時|點)|\bclosed\b|\bnot open\b",
    re.IGNORECASE,
)
_OPEN: Final = re.compile(
    r"(?<![沒不未])有開|照常|正常營業|(?<![沒不未])(?:開到|開門|營業到|有營業)"
    r"|\bis open\b|\bopens\b",
    re.IGNORECASE,
)
_OTHER_DAY: Final = re.compile(
    r"元旦|跨年|除夕|春節|國定|連假|平日|假日|週末|(?:週|星期|禮拜)[一二三四五六日天]|\d{1,2}/\d{1,2}|明天|後天|恢復|之後|其他|平常"
    r"|weekend|weekday|holiday|tomorrow|\b(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*",
    re.IGNORECASE,
)
"""Words with which a clause speaks of another day, or of a part of this one."""
_ENDS: Final = re.compile(
    r"開到|營業到|營業至|打烊|關門|閉館|閉店|關店|收店|[開關]$|\bclose|\bopens?\b|\buntil\b"
)
_CLAUSE: Final = re.compile(r"[，。；;！!？?\n]|,(?!\d{3})")


def wrong_day(text: str, rendered: str, known: str) -> Iterator[str]:
    """The clauses and times that are not those of the answered day.

    Args:
        text: What is to be said.
        rendered: The answer that code gave; its first line is the answer.
        known: The words that may be repeated: notes of the gym, notices, the question.
    """
    lines = plain(rendered).split("\n")
    first, folded = lines[0], key(known)
    told = {
        value
        for line in lines
        for fact in scan(line)
        if fact.kind == "time"
        for value in fact.values
    }
    ends = {value for fact in scan(first) if fact.kind == "time" for value in fact.values} or told
    closed = bool(_CLOSED.search(first)) and not any(fact.kind == "time" for fact in scan(first))
    for clause in _CLAUSE.split(plain(text)):
        if not key(clause) or (has_han(clause) and key(clause) in folded):
            continue
        times = [fact for fact in scan(clause) if fact.kind == "time"]
        elsewhere = any(not _is_of(one[0], first) for one in _OTHER_DAY.finditer(clause))
        right = ends if _ENDS.search(clause) else told
        yield from (
            fact.surface for fact in times if not elsewhere and not right & set(fact.values)
        )
        contrary = None if times else (_OPEN if closed else _CLOSED).search(clause)
        if contrary is not None and not elsewhere:
            yield clause.strip()


def _is_of(day: str, first: str) -> bool:
    """Whether a word for a day means the day that was answered: 「週六」 for 「（六）」."""
    weekday = re.fullmatch(r"(?:週|星期|禮拜)([一二三四五六日天])", day)
    if weekday is None:
        return day in first
    return f"({weekday[1].replace('天', '日')})" in first or day in first
