"""Whether a price stands beside its own ticket, and a weekday beside its own date. Pure."""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING, Final

from bot.verifier.facts import scan
from bot.voice.language.plain import plain

if TYPE_CHECKING:
    from collections.abc import Iterator

    from knowledge.schema import Gym

_TICKETS: Final = {
    "weekday": re.compile(r"平日|\bweekdays?\b", re.IGNORECASE),
    "weekend": re.compile(r"假日|週末|周末|\bweekends?\b", re.IGNORECASE),
    "twilight": re.compile(r"星光|晚鳥|\btwilight\b", re.IGNORECASE),
    "shoes": re.compile(r"鞋|\bshoes?\b", re.IGNORECASE),
    "harness": re.compile(r"吊帶|\bharness(?:es)?\b", re.IGNORECASE),
}
_DAYS: Final = ("weekday", "weekend", "twilight")
_CLAUSE: Final = re.compile(r"[，。；;、！!？?\n]|,(?!\d{3})|(?<=[A-Za-z])\.\s|\b(?:and|or)\b")
_SENTENCE: Final = re.compile(r"[。；;！!？?\n]|(?<=[A-Za-z])\.\s")
_ASIDE: Final = re.compile(r"\s*元?\s*\([^()\d]*(?:票|日|鞋|吊帶|單次|ticket|day)[^()\d]*\)")
_APART: Final = re.compile(r"[差省貴多少]|便宜|\bmore\b|\bless\b|\bcheaper\b")
_DATED: Final = re.compile(
    r"(?:(?P<y>20\d\d)[-/年])?(?<!\d)(?P<m>\d{1,2})(?:/|-|月)(?P<d>\d{1,2})[日號]?\s*(?:[(（]|是|為|,|那天是?)?\s*(?:週|星期|禮拜|[(（])(?P<w>[一二三四五六日天])"
)
_DAY_FIRST: Final = re.compile(
    r"(?:週|星期|禮拜)(?P<w>[一二三四五六日天])\s*[(（]?\s*(?P<m>\d{1,2})/(?P<d>\d{1,2})(?!\d)"
)
_SHUT: Final = re.compile(
    r"(?:週|星期|禮拜)(?P<w>[一二三四五六日天])(?:都|會|固定|是)*(?:公休|休(?!息區|館日期)|店休|沒開|不開|不營業)"
    r"|(?:公休|店休)(?:日)?(?:是|為|:|在)?\s*(?:每)?(?:週|星期|禮拜)(?P<v>[一二三四五六日天])(?!到|至|、)"
)
_WEEK: Final = "一二三四五六日"
_NAMES: Final = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")


def wrong_tickets(text: str, gyms: tuple[Gym, ...], shown: str) -> Iterator[str]:
    """The prices of a text that are another ticket's than the one beside them.

    Args:
        text: What is to be said.
        gyms: The gyms of the answer.
        shown: The answer that code gave, and the question.
    """
    other = [name for name in ("weekday", "weekend") if not _TICKETS[name].search(shown)]
    for sentence in _SENTENCE.split(plain(text)):
        if len(other) == 1 and "元" in shown:
            for clause in _CLAUSE.split(sentence):
                if _TICKETS[other[0]].search(clause) and not re.search(r"\d|沒|不", clause):
                    yield clause.strip()
        prices = [one for one in scan(sentence) if one.kind == "price"]
        bare = [one for one in scan(sentence) if one.kind in {"price", "number"}]
        for fact in prices or bare:
            tickets = _beside(sentence, fact.start, fact.end, alone=len(prices or bare) == 1)
            near = sentence[max(0, fact.start - 4) : fact.end + 3]
            value = int(fact.values[0]) if fact.values[0].isdigit() else 0
            if not tickets or value < 10 or _APART.search(near):
                continue
            if not any(_may_cost(gym, tickets, value) for gym in gyms):
                yield f"{sentence[max(0, fact.start - 6) : fact.end].strip()}"


def _beside(sentence: str, start: int, end: int, *, alone: bool) -> set[str]:
    """The ticket that a price is of: the nearest before it in its clause, else behind it."""
    cut = [one.end() for one in _CLAUSE.finditer(sentence, 0, start)]
    before = sentence[cut[-1] if cut else 0 : start]
    after = _CLAUSE.split(sentence[end:])[0]
    if aside := _ASIDE.match(sentence, end):
        before, after = "", aside[0]  # 「600（假日單次）或 500（星光票）」
    for words in (before, after):
        found = [
            (match.end() if words is before else -match.start(), name)
            for name, pattern in _TICKETS.items()
            for match in pattern.finditer(words)
        ]
        if found:
            return {max(found)[1]}
    told = {name for name, pattern in _TICKETS.items() if pattern.search(sentence)}
    return told if alone and len(told) == 1 else set()


def _may_cost(gym: Gym, tickets: set[str], value: int) -> bool:
    """Whether the tickets cost so much, or nothing says that others do."""
    if any(gym.prices.get(name) == value for name in tickets):
        return True
    noted = [
        clause
        for note in (gym.price_notes, gym.notes)
        for clause in re.split(r"[、，；;。\n]", plain(note or ""))
        if re.search(rf"(?<!\d){value}(?!\d)", clause)
    ]
    if noted:
        days = {name for name in _DAYS if any(_TICKETS[name].search(one) for one in noted)}
        return not days or bool(days & tickets) or not tickets & set(_DAYS)
    return value not in gym.prices.values()


def wrong_days(text: str, gyms: tuple[Gym, ...], today: date | None, known: str) -> Iterator[str]:
    """The dates whose weekday is another, and the days on which no gym of the answer is closed.

    Args:
        text: What is to be said.
        gyms: The gyms of the answer.
        today: The day of the question.
        known: Notices and notes, whose closures are their own.
    """
    told, held = plain(text), plain(known)
    for match in (*_DATED.finditer(told), *_DAY_FIRST.finditer(told)):
        own = match.groupdict().get("y")
        year = int(own) if own else (today.year if today else 0)
        given = re.search(rf"(20\d\d)[-/]0?{match['m']}[-/]0?{match['d']}(?!\d)", held)
        year = int(given[1]) if given and not own else year
        weekday = match["w"].replace("天", "日")
        shown = re.findall(rf"(?<!\d){match['m']}/{match['d']}\((.)\)", held.replace(" ", ""))
        if shown and weekday not in shown:
            yield match[0]
        if not shown and not _is_weekday(year, int(match["m"]), int(match["d"]), weekday):
            yield match[0]
    for match in _SHUT.finditer(told):
        day = (match["w"] or match["v"]).replace("天", "日")
        name = _NAMES[_WEEK.index(day)]
        held_hours = [gym.hours for gym in gyms if gym.hours]
        listed = [
            each for hours in held_hours for key, each in hours.items() if key[:3] == name[:3]
        ]
        if (
            listed
            and all(listed)
            and not re.search(rf"(?:週|星期|禮拜|\(){day}[^，。]{{0,8}}(?:公休|休)", held)
        ):
            yield match[0]


def _is_weekday(year: int, month: int, day: int, weekday: str) -> bool:
    if not year:
        return True
    years = (year, year + 1, year - 1)
    try:
        days = [date(one, month, day) for one in years]
    except ValueError:
        return False
    return any(_WEEK[one.weekday()] == weekday for one in days[:2])
