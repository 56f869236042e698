"""Golds that count: climbs, days, rates, months, grades."""

from __future__ import annotations

from collections import Counter, defaultdict
from datetime import date, timedelta
from typing import TYPE_CHECKING, Final

from bot.evaluation.expectation import Expectation, Given, Ids
from bot.evaluation.personal.asking import Asking, climb_of, rank
from bot.evaluation.personal.golds.drawing import (
    climbs_of,
    sent,
    told,
)
from bot.evaluation.texts import contains, normalise

if TYPE_CHECKING:
    from bot.evaluation.personal.golds.drawing import Gold


def count(asking: Asking) -> Expectation | None:
    """Different climbs done, of the results asked for."""
    entries = asking.within()
    number = sent(entries)
    return Expectation(contains=(told(number),)) if number else None


def days(asking: Asking) -> Expectation | None:
    """Days with climbing."""
    entries = asking.within()
    number = len({entry.ascent.day for entry in entries})
    return Expectation(contains=(told(number),)) if entries else None


def listed(asking: Asking) -> Expectation | None:
    """Every matching entry: their number, and the names of their routes."""
    entries = asking.within()
    if not 0 < len(entries) <= 60:
        return None
    names = sorted({entry.ascent.route_name for entry in entries} - {""})
    ids = frozenset(entry.ascent.route_id for entry in entries) - {""}
    return Expectation(
        contains=(told(len(entries)), *((name,) for name in names)),
        routes=Ids(least=ids, most=ids),
    )


def success(asking: Asking) -> Expectation | None:
    """Climbs done of the climbs tried, in per cent."""
    grouped = climbs_of(asking.within())
    if len(grouped) < 2:
        return None
    sent = sum(any(one.sent for one in each) for each in grouped.values())
    rate = f"{round(100 * sent / len(grouped))}%"
    return Expectation(contains=((rate,), told(len(grouped))))


def average(asking: Asking) -> Expectation | None:
    """Mean tries until the first success, where every try up to it has a number."""
    totals = []
    for each in climbs_of(asking.within()).values():
        total = 0
        for one in each:
            known = 1 if one.counts_as in {"onsight", "flash"} else one.ascent.attempts
            if not known:
                break
            total += known
            if one.sent:
                totals.append(total)
                break
    return Expectation(contains=((f"{sum(totals) / len(totals):.1f}",),)) if totals else None


def streak(asking: Asking) -> Expectation | None:
    """Most weeks in a row with climbing."""
    found = {
        e.ascent.day - timedelta(days=e.ascent.day.weekday())
        for e in asking.within()
        if e.ascent.day
    }
    best = 0
    for week in found:
        length = 1
        while week + timedelta(weeks=length) in found:
            length += 1
        best = max(best, length)
    return Expectation(contains=(told(best),)) if best else None


def compare(asking: Asking) -> Expectation | None:
    """Climbs done in two windows."""
    first = sent(asking.within(str(asking.args["when"])))
    second = sent(asking.within(str(asking.args["against"])))
    if not (first and second) or first == second:
        return None
    return Expectation(contains=(told(first), told(second), told(abs(first - second))))


def pyramid(asking: Asking) -> Expectation | None:
    """Different climbs done by letter, of outdoor leads."""
    rows: dict[str, set[str]] = defaultdict(set)
    for entry in asking.within():
        if entry.new and entry.ascent.mode == "lead" and not entry.indoors:
            value = rank(entry.ascent.grade)
            if value is not None:
                rows[entry.ascent.grade.split(" ")[0].rstrip("+-")].add(climb_of(entry))
    if not rows:
        return None

    def check(given: Given) -> str:
        lines = [normalise(line) for line in given.answer.text.split("\n")]
        for row, climbs in rows.items():
            if not any(contains(line, row) and contains(line, str(len(climbs))) for line in lines):
                return f"no row {row} with {len(climbs)}"
        return ""

    return Expectation(checks=(check,))


def volume(asking: Asking) -> Expectation | None:
    """Entries a month: every month that has some."""
    months = Counter(e.ascent.day.strftime("%Y-%m") for e in asking.within() if e.ascent.day)
    if not months:
        return None

    def check(given: Given) -> str:
        lines = [normalise(line) for line in given.answer.text.split("\n")]
        for month, number in months.items():
            if not any(month in line and contains(line, str(number)) for line in lines):
                return f"no month {month} with {number}"
        return ""

    return Expectation(checks=(check,))


def places(asking: Asking) -> Expectation | None:
    """The place with the most days, where it is one."""
    found: dict[str, set[date]] = defaultdict(set)
    for entry in asking.within():
        if entry.ascent.place and entry.ascent.day:
            found[entry.ascent.place].add(entry.ascent.day)
    totals = Counter({place: len(each) for place, each in found.items()}).most_common(2)
    if not totals or (len(totals) > 1 and totals[0][1] == totals[1][1]):
        return None
    return Expectation(contains=((totals[0][0],), told(totals[0][1])))


GOLDS: Final[dict[str, Gold]] = {
    "count": count,
    "days": days,
    "list": listed,
    "success": success,
    "average": average,
    "streak": streak,
    "compare": compare,
    "pyramid": pyramid,
    "volume": volume,
    "places": places,
}
