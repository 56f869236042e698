"""Whether a gym's times and prices stand beside the right day and the right ticket.

Tokens of a line are day or ticket words and figures; a figure belongs to the words directly before
it. A figure without such words is only compared with the gym as a whole, elsewhere.
"""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING, Final

from knowledge.dated import told_hours
from knowledge.schema import WEEKDAYS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from bot.verifier.facts import Fact
    from knowledge.schema import Gym, Hours, Notice

_HAN_DAYS: Final = dict(zip("一二三四五六日天", (*WEEKDAYS, "sunday"), strict=True))
_DAY_WORD: Final = re.compile(
    r"(?P<all>每天|每日|天天|every ?day|daily)"
    r"|(?P<weekday>平日|weekdays?)|(?P<holiday>國定假日|public holidays?|holidays?)"
    r"|(?P<weekend>週末|周末|(?:例)?假日|weekends?)"
    r"|(?:星期|週|周|禮拜)(?P<han>[一二三四五六日天])(?:\s*(?:[-–~～]|到|至)\s*(?P<until>[一二三四五六日天]))?"
    r"|\b(?P<name>mon|tue|wed|thu|fri|sat|sun)(?:day|sday|nesday|rsday|urday)?s?\b",
    re.IGNORECASE,
)
_JOINED: Final = re.compile(r"\s*(?:[-–~～]|到|至|to)\s*", re.IGNORECASE)
_CLOSED: Final = re.compile(r"公休|休館|closed", re.IGNORECASE)
_NOT_CLOSED: Final = re.compile(
    r"(?:沒有|無|沒|不|no|not|never)\s*(?:固定)?\s*(?:公休|休館|closed)", re.IGNORECASE
)
_TICKETS: Final = (
    ("weekday", re.compile(r"平日|weekday", re.IGNORECASE)),
    ("weekend", re.compile(r"週末|周末|假日|weekend|holiday", re.IGNORECASE)),
    ("twilight", re.compile(r"星光|晚鳥|twilight", re.IGNORECASE)),
    ("shoes", re.compile(r"鞋|shoe", re.IGNORECASE)),
    ("harness", re.compile(r"吊帶|harness", re.IGNORECASE)),
)
_BOUNDARY: Final = re.compile(r"[；;。!！?？]")


def wrong_times(
    line: str, gym: Gym, facts: Sequence[Fact], notices: Sequence[Notice] = ()
) -> Iterator[Fact]:
    """The times that are not the gym's on the days that the line gives them for.

    A day for which notices give hours has those and no others.
    """
    times = [fact for fact in facts if fact.kind == "time"]
    told = _told_on(facts, notices)
    if told is not None:
        known = {time for ranges in told for span in ranges for time in span}
        yield from (fact for fact in times if not known & set(fact.values))
        return
    for index, fact in enumerate(times):
        # a run of times (an opening and a closing one, two spans) shares the words before it
        start = _run_start(line, times, index)
        previous = times[start - 1].end if start else 0
        days = days_in(_last_part(line[previous : times[start].start]))
        if days and not opens_or_closes(gym, days, fact):
            yield fact


def wrong_closures(
    line: str, gym: Gym, facts: Sequence[Fact] = (), notices: Sequence[Notice] = ()
) -> Iterator[str]:
    """The words that say 「公休」 of a day on which the gym is open."""
    told = _told_on(facts, notices)
    if told is not None:
        closed = _CLOSED.search(line)
        if closed is not None and not _NOT_CLOSED.search(line) and () not in told:
            yield closed[0]
        return
    for part in re.split(r"[，,；;。]", line):
        closed = _CLOSED.search(part)
        if closed is None or _NOT_CLOSED.search(part) or re.search(r"\d", part):
            continue
        days = days_in(part)
        known = [day for day in days if day in gym.hours]
        if known and not any(gym.hours[day] == () for day in known):
            yield part.strip()


def _told_on(facts: Sequence[Fact], notices: Sequence[Notice]) -> list[Hours] | None:
    """What the notices give for the first date of a line; ``None`` where they give nothing."""
    values = next((fact.values for fact in facts if fact.kind == "date"), ())
    years = {notice.reported_on.year + ahead for notice in notices for ahead in (0, 1)}
    days = {day for value in values for day in _days_named(value, years)}
    told = [
        ranges
        for day in days
        for notice in notices
        if (ranges := told_hours(notice, day)) is not None
    ]
    return told or None


def _days_named(value: str, years: Iterable[int]) -> Iterator[date]:
    """The days that a date may mean: one without a year that of any of these years."""
    texts = [value] if not value.startswith("--") else [f"{year}{value[1:]}" for year in years]
    for text in texts:
        try:
            yield date.fromisoformat(text)
        except ValueError:
            continue


def wrong_prices(line: str, gym: Gym, facts: Sequence[Fact]) -> Iterator[Fact]:
    """The prices that belong to another ticket than the one that the line names before them."""
    prices = [fact for fact in facts if fact.kind == "price"]
    for index, fact in enumerate(prices):
        before = line[prices[index - 1].end if index else 0 : fact.start]
        tickets = [key for key, word in _TICKETS if word.search(_last_part(before))]
        known = {str(gym.prices[key]) for key in tickets if key in gym.prices}
        if tickets and not known & set(fact.values):
            yield fact


def _run_start(line: str, times: Sequence[Fact], index: int) -> int:
    """Index of the first time of the run that this one belongs to."""
    while index and not re.search(
        r"[\w]{2}", _JOINED.sub("", line[times[index - 1].end : times[index].start])
    ):
        index -= 1
    return index


def _last_part(text: str) -> str:
    """The words behind the last stop, or behind the last comma where they name days too."""
    last = _BOUNDARY.split(text)[-1]
    clauses = re.split(r"[，,]", last)
    named = next((at for at in reversed(range(len(clauses))) if _DAY_WORD.search(clauses[at])), 0)
    return "，".join(clauses[named:])


def opens_or_closes(gym: Gym, days: frozenset[str], fact: Fact) -> bool:
    """Whether the time opens or closes a span on all the days; with a holiday on one of them.

    Of all weekdays, or of every day, it is said where the gym opens at all.
    """
    open_days = [day for day in days if gym.hours.get(day)]
    per_day = [
        any(value in span for span in _spans(gym, day) for value in fact.values)
        for day in open_days
    ]
    closed = len(open_days) < len(days) and not days >= set(WEEKDAYS[:5])
    if not days:
        return any(
            value in span for day in gym.hours for span in _spans(gym, day) for value in fact.values
        )
    return any(per_day) if "holiday" in days else bool(per_day) and all(per_day) and not closed


def _spans(gym: Gym, day: str) -> Hours:
    """The hours of a day and the breaks within them."""
    return (*gym.hours[day], *gym.breaks.get(day, ()))


def days_in(text: str) -> frozenset[str]:
    """The days of the week, and holidays, that a text names."""
    days: set[str] = set()
    previous: tuple[int, str] | None = None
    for match in _DAY_WORD.finditer(text):
        named = _named_days(match)
        days |= named
        day = next(iter(named)) if len(named) == 1 else ""
        if previous is not None and day and _JOINED.fullmatch(text[previous[0] : match.start()]):
            days |= _between(previous[1], day)
        previous = (match.end(), day) if day else None
    return frozenset(days)


def _named_days(match: re.Match[str]) -> set[str]:
    if match["all"]:
        return set(WEEKDAYS)
    if match["weekday"]:
        return set(WEEKDAYS[:5])
    if match["holiday"]:
        return {"holiday"}
    if match["weekend"]:
        weekend = set(WEEKDAYS[5:])
        return weekend | {"holiday"} if "假日" in match["weekend"] else weekend
    if match["name"]:
        return {next(day for day in WEEKDAYS if day.startswith(match["name"].lower()))}
    first = _HAN_DAYS[match["han"]]
    return _between(first, _HAN_DAYS[match["until"]]) if match["until"] else {first}


def _between(first: str, last: str) -> set[str]:
    if "holiday" in (first, last):
        return set()
    start, end = WEEKDAYS.index(first), WEEKDAYS.index(last)
    return set(
        WEEKDAYS[start : end + 1] if start <= end else WEEKDAYS[start:] + WEEKDAYS[: end + 1]
    )
