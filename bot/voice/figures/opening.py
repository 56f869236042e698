"""Whether a sentence about opening hours speaks of the day that was asked about.

A gym has hours for every day, and all of them are in its record; the rendered answer says which
hold. Other hours may only be said of a day that the sentence names, which the verifier compares.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from bot.verifier.facts import scan
from bot.verifier.hours import days_in
from bot.voice.language.plain import plain
from bot.voice.language.sentences import CLAUSE
from knowledge.text import has_han, key

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bot.verifier.facts import Fact
    from knowledge.schema import Gym

_CLOSED: Final = re.compile(
    r"公休|休館|店休|閉館|閉店|關館|放假|不營業|(?:沒|不|未)(?:有)?(?:開"
    r"|營業)|休息(?!區|室|時|點)|\bclosed\b|\bshut\b|\bnot open\b",
    re.IGNORECASE,
)
_OPEN: Final = re.compile(
    r"(?<![沒不未])有開|照常|正常營業|(?<![沒不未])(?:開到|開門|營業到|有營業)"
    r"|\bis open\b|\bopens\b",
    re.IGNORECASE,
)
_OTHER_DAY: Final = re.compile(
    r"元旦|跨年|除夕|春節|國定|連假|平日|假日|週末|(?:週|星期|禮拜)[一二三四五六日天]|\d{1,2}/\d{1,2}|明天|後天|恢復|之後|其他|平常"
    r"|weekend|weekday|holiday|tomorrow|\b(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*"
    r"|\b\d{1,2}(?:st|nd|rd|th)? (?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*"
    r"|\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]* \d{1,2}\b",
    re.IGNORECASE,
)
"""Words with which a clause speaks of another day, or of a part of this one."""
_ENDS: Final = re.compile(
    r"開到|營業到|營業至|打烊|關門|閉館|閉店|關店|收店|[開關]$|\bclose|\bopens?\b|\buntil\b"
)
_WEEKDAY: Final = re.compile(r"\(([一二三四五六日])\)")
_SAME_AS: Final = re.compile(
    r"[跟和同與].{1,8}?(?:一樣|相同|同樣|沒差)|\bsame as .+", re.IGNORECASE
)
_IS_OPEN: Final = re.compile(
    r"(?<![沒不未])(?<!沒有)(?:有開|開門|開店|營業|都開|照開|也開|去得了)|\bopen\b", re.IGNORECASE
)
_OPEN_THEN: Final = re.compile(rf"{_IS_OPEN.pattern}|(?<!沒)在開|照開", re.IGNORECASE)
_OTHERS_SHUT: Final = re.compile(
    r"(?:其他|其餘|別)的?[天日]?(?:都|也)(?:沒開|不開|公休|休息|沒營業)"
)
_SHUT_AT: Final = re.compile(r"所以 ?\d{1,2}:\d\d ?沒開|\bso it is not open at \d", re.IGNORECASE)
"""What the answer says of the hour asked about."""
_SHUT_THEN: Final = re.compile(
    r"(?:沒有?|不|還未|尚未)開(?!放)|沒營業|\b(?:closed|shut|not (?:yet )?open)\b", re.IGNORECASE
)
"""That it is shut at that hour; 「公休」 is of the whole day."""
_NEVER_SHUT: Final = re.compile(
    r"(?:沒有?|沒在|無|不|不會)(?:固定|任何|特別|安排|要|會)*的?(?:公休|店休|休館|休息(?!區|室))"
    r"|(?:沒有?|無)(?:固定)?(?:的)?休日|年中無休|全年無休|天天無休"
    r"|\bno (?:regular |fixed )?(?:closed|closing|rest) days?\b"
    r"|\b(?:never|not|isn't|doesn't) clos(?:ed?|es)\b",
    re.IGNORECASE,
)
_PART_SHUT: Final = re.compile(
    r"清潔|中午|晚上|早上|[上下]午|嗎|[沒不]是|\b(?:break|cleaning|if|not)\b"
)
"""Closed for a part of the day, or not closed."""
_EVERY: Final = re.compile(
    r"每天|天天|每日|整週|全年|\bevery ?day\b|\bdaily\b|\ball week", re.IGNORECASE
)
_PARTS: Final = (
    (re.compile(r"早上|上午|一早|\bmornings?\b", re.IGNORECASE), ("05:00", "12:00")),
    (re.compile(r"下午|\bafternoons?\b", re.IGNORECASE), ("12:00", "18:00")),
    (re.compile(r"晚上|夜間|\bevenings?\b|\bat night\b", re.IGNORECASE), ("18:00", "24:00")),
)
_THIS_DAY: Final = re.compile(r"今[天日晚]|本日|現在|這天|\btoday\b|\btonight\b", re.IGNORECASE)
_HOURS_OF: Final = re.compile(r"的營業時間是\s?\d|\bis open \d")


def is_of_one_day(rendered: str) -> bool:
    """Whether an answer about more than hours begins with those of one day."""
    return bool(_HOURS_OF.search(rendered.split("\n", maxsplit=1)[0]))


def wrong_day(
    text: str, rendered: str, known: str, before: str = "", asked: str = ""
) -> Iterator[str]:
    """The clauses and times that are not those of the answered day.

    Args:
        text: What is to be said.
        rendered: The answer that code gave; its first line is the answer.
        known: The words that may be repeated: notes of the gym, notices, the question.
        before: What is said before it.
        asked: The question: of the hour it is about one may say that it is open then, or closed.
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
    said = [one for one in CLAUSE.split(plain(before)) if key(one)]
    day = _day_of(_other_days(said[-1], first)) if said else ""
    for clause in CLAUSE.split(plain(text)):
        named = _other_days(clause, first)
        last, day = day, _day_of(named)
        if not key(clause) or (has_han(clause) and key(clause) in folded):
            continue
        if last and not named and _is_so_then(clause, last, lines):
            continue
        times = [fact for fact in scan(clause) if fact.kind == "time"]
        if times and not named and _is_so_at(clause, times, plain(asked), first):
            continue
        right = ends if _ENDS.search(clause) else told
        yield from (fact.surface for fact in times if not named and not right & set(fact.values))
        never = _NEVER_SHUT.search(clause) and _NEVER_SHUT.search("\n".join(lines))
        contrary = None if times or never else (_OPEN if closed else _CLOSED).search(clause)
        is_then = _SHUT_THEN.search(clause) and _SHUT_AT.search("\n".join(lines))
        if contrary is not None and not named and not is_then:
            yield clause.strip()


def _is_so_at(clause: str, times: list[Fact], asked: str, first: str) -> bool:
    """Whether a clause says of the hour asked about what the hours of the answered day make of it.

    「下午四點半有開」 where the day is open from 12:00 to 23:00.
    """
    hours = {value for fact in scan(asked) if fact.kind == "time" for value in fact.values}
    if not all(hours.intersection(fact.values) for fact in times):
        return False
    ends = [min(fact.values) for fact in scan(first) if fact.kind == "time"]
    spans = list(zip(ends[::2], ends[1::2], strict=False))
    open_then = any(start <= hour < end for hour in hours for start, end in spans)
    if _CLOSED.search(clause):
        return bool(spans) and not open_then
    return bool(_OPEN_THEN.search(clause)) and open_then


def _other_days(clause: str, first: str) -> list[str]:
    """The words of a clause for another day than the answered one."""
    return [one[0] for one in _OTHER_DAY.finditer(clause) if not _is_of(one[0], first)]


def _day_of(named: list[str]) -> str:
    """The day that a clause names; a date says it more exactly than its weekday."""
    return next((one for one in named if "/" in one), named[-1] if named else "")


def _is_so_then(clause: str, day: str, lines: list[str]) -> bool:
    """Whether a clause says of the day named before it what a line of the answer says of that day.

    「11/28 不一樣，只開 10:00 到 17:00」, 「週一不要去，那天公休」
    """
    if _THIS_DAY.search(clause):
        return False
    own = [line for line in lines if day in line or set(days_in(day)) & set(days_in(line))]
    told = {value for line in own for fact in scan(line) for value in fact.values}
    times = [fact for fact in scan(clause) if fact.kind == "time"]
    if times:
        return all(told.intersection(fact.values) for fact in times)
    says_closed = _CLOSED.search(clause)
    return bool(says_closed) and any(_CLOSED.search(_NEVER_SHUT.sub("", line)) for line in own)


def _is_of(day: str, first: str) -> bool:
    """Whether a word for a day means the day that was answered: 「週六」 for 「（六）」."""
    weekday = re.fullmatch(r"(?:週|星期|禮拜)([一二三四五六日天])", day)
    if weekday is None:
        return day in first
    return f"({weekday[1].replace('天', '日')})" in first or day in first


def never_so(text: str, rendered: str, gym: Gym) -> Iterator[str]:
    """The clauses that give a gym, without a time, hours that it does not have.

    Args:
        text: What is to be said.
        rendered: The answer that code gave, whose first line says which day it is about.
        gym: The only gym of the answer.
    """
    asked = days_in(_WEEKDAY.sub(r"週\1", plain(rendered).split("\n")[0]))
    for clause in CLAUSE.split(plain(text)):
        if _OTHERS_SHUT.search(clause) and len(list(filter(None, gym.hours.values()))) > 1:
            yield clause.strip()
        days = days_in(clause) or asked
        known = [gym.hours[day] for day in days if day in gym.hours]
        if not known or any(fact.kind in {"time", "date"} for fact in scan(clause)):
            continue
        same = _SAME_AS.search(clause)
        if same is not None and asked:
            other = days_in(same[0])
            told = {gym.hours.get(day) for day in (*other, *(asked if len(asked) == 1 else ()))}
            if len(told - {()}) > 1:
                yield clause.strip()
        elif days_in(clause) and all(known) and _CLOSED.search(_NEVER_SHUT.sub("", clause)):
            # every day that it names has hours
            if not _PART_SHUT.search(clause):
                yield clause.strip()
        elif _IS_OPEN.search(clause):
            part = next((hours for words, hours in _PARTS if words.search(clause)), None)
            closed = () in known and (len(known) == 1 or _EVERY.search(clause))
            if closed or (part and not any(_overlaps(span, part) for span in known[0])):
                yield clause.strip()


def _overlaps(span: tuple[str, str], part: tuple[str, str]) -> bool:
    return span[0] < part[1] and part[0] < span[1]
