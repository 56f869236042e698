"""Opening hours in words: one day, a whole week, open at a certain time."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from bot.rendering.labels import DAYS, label
from knowledge.dated import OpenDay, hours_on
from knowledge.dates import format_day, holiday_name
from knowledge.schema import WEEKDAYS

if TYPE_CHECKING:
    from bot.rendering.request import Request
    from knowledge.schema import Gym

Ranges = tuple[tuple[str, str], ...]

_DAY_MINUTES = 24 * 60


@dataclass(frozen=True, slots=True)
class DayHours:
    """Hours of one gym on one day."""

    day: date
    text: str
    """The day as the reader sees it: 11/21（六）."""
    holiday: str
    """Name of the public holiday; empty on other days."""
    ranges: Ranges | None
    """``None`` when not recorded or disputed, empty when closed."""
    opens: OpenDay
    """Which notices the hours come from."""


def day_hours(gym: Gym, day: date, request: Request) -> DayHours:
    """The hours that hold on the day: of a notice, else holiday hours on public holidays."""
    text = format_day(day, request.language, request.evidence.today)
    opens = hours_on(gym, day, request.evidence.notices)
    return DayHours(day, text, holiday_name(day, request.language), opens.ranges, opens)


def hours_column(hours: DayHours, request: Request) -> str:
    """The hours in a list, with the date of the notice that they come from; empty when unknown."""
    told = hours.opens.told
    if not told:
        return (
            "" if hours.ranges is None else with_breaks(hours.ranges, hours.opens.breaks, request)
        )
    both = "／" if request.zh else " / "
    text = both.join(ranges_text(ranges, request) for ranges in hours.opens.may_be)
    marks = [request.say("gym.noticed", date=told[0].notice.reported_on.isoformat())]
    if hours.opens.disputed:
        marks.insert(0, request.say("gym.disputed_mark"))
    return f"{text}（{'，'.join(marks)}）" if request.zh else f"{text} ({', '.join(marks)})"


def ranges_text(ranges: Ranges, request: Request) -> str:
    """12:00-17:00、18:00-22:00; 公休 when there are none."""
    if not ranges:
        return request.say("gym.week_closed")
    return request.join([f"{start}-{end}" for start, end in ranges])


def with_breaks(ranges: Ranges, breaks: Ranges, request: Request) -> str:
    """12:00-22:00（17:00-18:00 休息）."""
    text = ranges_text(ranges, request)
    if not breaks:
        return text
    rest = request.say("gym.rests", rest=ranges_text(breaks, request))
    return f"{text}（{rest}）" if request.zh else f"{text} ({rest})"


def week_lines(gym: Gym, request: Request) -> list[str]:
    """The whole week, days with the same hours on one line, and which day is closed."""
    return [*week_rows(gym, request), *closed_days(gym, request)]


def week_rows(gym: Gym, request: Request) -> list[str]:
    """The whole week, days with the same hours on one line."""
    keys = [*WEEKDAYS, "holiday"]
    runs: list[tuple[list[str], Ranges | None]] = []
    for key in keys:
        hours = gym.hours.get(key)
        if runs and runs[-1][1] == hours and key != "holiday":
            runs[-1][0].append(key)
        else:
            runs.append(([key], hours))
    return [
        request.say("gym.week_row", days=_span(days, request), hours=_hours(hours, request))
        for days, hours in runs
        if hours is not None or days != ["holiday"]
    ]


def closed_days(gym: Gym, request: Request) -> list[str]:
    """Which weekdays are closed; nothing when some day is not recorded."""
    closed = [key for key in WEEKDAYS if gym.hours.get(key) == ()]
    if closed:
        names = request.join([label(DAYS, key, request.language) for key in closed])
        return [request.say("gym.rest_days", days=names)]
    if all(gym.hours.get(key) for key in WEEKDAYS):
        return [request.say("gym.no_rest_day")]
    return []


def is_open(ranges: Ranges, clock: str) -> bool:
    """Whether the time lies within a range; one that ends before it starts passes midnight."""
    now = _minutes(clock)
    for start, end in ranges:
        opens, closes = _minutes(start), _minutes(end)
        if closes <= opens:
            closes += _DAY_MINUTES
        if opens <= now < closes or opens <= now + _DAY_MINUTES < closes:
            return True
    return False


def _minutes(clock: str) -> int:
    hours, _, minutes = clock.partition(":")
    return int(hours) * 60 + int(minutes or 0)


def _span(days: list[str], request: Request) -> str:
    """The days from first to last: 週一到週五."""
    first = label(DAYS, days[0], request.language)
    if len(days) == 1:
        return first
    last = label(DAYS, days[-1], request.language)
    return f"{first}到{last}" if request.zh else f"{first} to {last}"


def _hours(ranges: Ranges | None, request: Request) -> str:
    return request.say("gym.week_unknown") if ranges is None else ranges_text(ranges, request)
