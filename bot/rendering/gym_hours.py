"""Answers to 「幾點開」: by day with holiday hours, by time, or the whole week."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from bot.rendering.cleaning import clean
from bot.rendering.composing import compose
from bot.rendering.conditions import numbers_of
from bot.rendering.flags import place_flag_lines
from bot.rendering.names import record_name
from bot.rendering.notices import notice_text, notice_when, quoted_line, unclocked
from bot.rendering.opening import day_hours, is_open, ranges_text, week_lines
from bot.rendering.unknown import render_unknown, unknown_lines
from knowledge.dates import holiday_name, weekday_name

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from bot.rendering.opening import DayHours
    from bot.rendering.request import Request
    from bot.rendering.sources import Record
    from bot.schema import Draft
    from knowledge.schema import Gym, Notice

MAX_DAYS = 3
"""More days than this are answered by the whole week."""
EXCEPTION_DAYS = 45
"""So far ahead are exceptions told beside the hours of the week."""
MAX_EXCEPTIONS = 10
LONGEST_LISTED = 60
"""A query lists the days of a shorter time one by one."""
_WEEK = 7
_YEAR = 366


def render_gym_hours(request: Request) -> Draft:
    """The hours of every gym asked about, with the date of the record."""
    gyms = request.evidence.gyms
    if not gyms:
        return render_unknown(request)
    lines: list[str] = []
    known = False
    for gym in gyms:
        told, recorded = hours_lines(gym, request)
        lines += told
        known = known or recorded
    lines += [
        hours_as_of_line(gyms, request),
        *place_flag_lines(gyms, request),
        *unknown_lines(request),
    ]
    records: tuple[Record, ...] = (*gyms, *hours_notices(gyms, request))
    return compose(request, lines, records, abstained=not known, figures=day_figures(request))


def hours_lines(gym: Gym, request: Request) -> tuple[list[str], bool]:
    """Sentences about one gym, and whether the record had what was asked."""
    name = request.quote(record_name(gym, request.language))
    days = asked_days(request)
    if not gym.hours and not coming_exceptions(gym, days, request):
        beside = [quoted_line(each, request) for each in unclocked(gym, days, request)]
        return [request.say("gym.no_hours", name=name), *beside], bool(beside)
    if not days or len(days) > MAX_DAYS or _is_window(days):
        return _week(gym, days, name, request), True
    told = [day_hours(gym, day, request) for day in days]
    lines = [line for each in told for line in _day_lines(each, gym, name, request)]
    lines += [quoted_line(each, request) for each in unclocked(gym, days, request)]
    known = any(each.ranges is not None or each.opens.told for each in told)
    return [*lines, *notes_lines(gym, name, request)], known


def _week(gym: Gym, days: Sequence[date], name: str, request: Request) -> list[str]:
    """The standing hours of the week, then the exceptions that notices make."""
    lines = (
        [request.say("gym.week_head", name=name), *week_lines(gym, request)] if gym.hours else []
    )
    hours = [day_hours(gym, day, request) for day in days]
    lines += [
        _holiday(each, name, request) for each in hours if each.holiday and not each.opens.told
    ]
    if not days:
        lines += notes_lines(gym, name, request)
    exceptions = coming_exceptions(gym, days, request)
    if exceptions:
        lines.append(request.say("gym.exceptions_head", name=name))
        lines += [exception_line(each, request) for each in _runs(exceptions)[:MAX_EXCEPTIONS]]
    return [*lines, *(quoted_line(each, request) for each in unclocked(gym, days, request))]


def coming_exceptions(gym: Gym, days: Sequence[date], request: Request) -> tuple[DayHours, ...]:
    """The days on which notices give other hours: of those asked about, else of the next weeks."""
    today = request.evidence.today
    if not request.evidence.notices or today is None:
        return ()
    window = _every_day(days) or [today + timedelta(days=n) for n in range(EXCEPTION_DAYS)]
    every = (day_hours(gym, day, request) for day in window)
    return tuple(each for each in every if each.opens.told)


def _is_window(days: Sequence[date]) -> bool:
    """Whether two days are the ends of a time too long to list its days."""
    return len(days) > 1 and days[-1] - days[0] > timedelta(days=LONGEST_LISTED)


def _every_day(days: Sequence[date]) -> list[date]:
    """The days asked about; of the ends of a long time every day, for a year at most."""
    if not _is_window(days):
        return list(days)
    length = min((days[-1] - days[0]).days, _YEAR)
    return [days[0] + timedelta(days=ahead) for ahead in range(length + 1)]


def _runs(days: Sequence[DayHours]) -> list[list[DayHours]]:
    """Days in a row with the same hours of the same notice, told as one."""
    runs: list[list[DayHours]] = []
    for each in days:
        last = runs[-1][-1] if runs else None
        follows = last is not None and each.day - last.day == timedelta(days=1)
        if last is not None and follows and last.opens == each.opens:
            runs[-1].append(each)
        else:
            runs.append([each])
    return runs


def exception_line(run: Sequence[DayHours], request: Request) -> str:
    """・12/24（四） 10:00-18:00（截至 …）."""
    hours = run[0]
    both = "／" if request.zh else " / "
    text = both.join(ranges_text(ranges, request) for ranges in hours.opens.may_be)
    when = notice_when(hours.opens.told[0].notice, request)
    if hours.opens.disputed:
        when = f"{request.say('gym.disputed_mark')}；{when}"
    day = hours.text
    if len(run) > 1:
        day = request.say("notice.span", first=hours.text, last=run[-1].text)
    return request.say("gym.exception", day=day, hours=text, when=when)


def hours_notices(gyms: Sequence[Gym], request: Request) -> tuple[Notice, ...]:
    """The notices from which lines about the hours of these gyms come."""
    found: dict[str, Notice] = {}
    days = asked_days(request)
    for gym in gyms:
        told = [day_hours(gym, day, request) for day in days] if days else []
        for each in told or coming_exceptions(gym, days, request):
            found |= {it.notice.id: it.notice for it in (*each.opens.told, *each.opens.older)}
        found |= {notice.id: notice for notice in unclocked(gym, days, request)}
    return tuple(found.values())


def hours_as_of_line(gyms: Sequence[Gym], request: Request) -> str:
    """As of the records, or only to ask the gym where a notice gives every day asked about."""
    days = asked_days(request)
    standing = [
        gym
        for gym in gyms
        if not days or not all(day_hours(gym, day, request).opens.told for day in days)
    ]
    return as_of_line(standing, request) if standing else request.say("gym.ask")


def asked_days(request: Request) -> tuple[date, ...]:
    """The days asked about; today when only a time was given."""
    if request.query.days or not request.query.clock:
        return request.query.days
    return (request.evidence.today,) if request.evidence.today is not None else ()


def as_of_line(gyms: Sequence[Gym], request: Request) -> str:
    """The oldest date of the gyms, and that the gym has the last word."""
    days = [gym.updated_on for gym in gyms]
    known = [day for day in days if day is not None]
    if len(known) < len(days):
        return request.say("gym.as_of_unknown")
    return request.say("gym.as_of", date=min(known).isoformat())


def day_figures(request: Request) -> list[str]:
    """Dates and times of the question, which an answer repeats."""
    figures = [request.query.clock] if request.query.clock else []
    days = asked_days(request)
    told = [day for day in days if len(days) <= _WEEK or holiday_name(day)]
    for day in dict.fromkeys((*days[:1], *told, *days[-1:])):
        figures += [day.isoformat(), f"{day.month}/{day.day}", f"{day.year}/{day.month}/{day.day}"]
        figures += numbers_of(f"{day.day} {day.year}")
    return figures


def _day_lines(hours: DayHours, gym: Gym, name: str, request: Request) -> list[str]:
    """One day: open, closed or not recorded, and the holiday when it is one."""
    day = _day_text(hours, request)
    if hours.opens.told:
        return _noticed_lines(hours, name, day, request)
    if hours.ranges is None:
        if not hours.holiday:
            return [request.say("gym.hours_missing", name=name, day=day)]
        return [_holiday(hours, name, request), *_usual(hours, gym, name, request)]
    lines = [_sentence(hours, name, day, request), *_at_clock(hours, request)]
    if hours.holiday:
        lines.append(_holiday(hours, name, request))
    return lines


def _noticed_lines(hours: DayHours, name: str, day: str, request: Request) -> list[str]:
    """A day that notices speak of: the newest in its own words, a contradiction side by side."""
    opens = hours.opens
    if opens.disputed:
        rows = [
            request.say(
                "gym.disputed_row",
                hours=ranges_text(each.ranges, request),
                text=notice_text(each.notice),
                when=notice_when(each.notice, request),
            )
            for each in opens.told
        ]
        return [request.say("gym.disputed", name=name, day=day), *rows]
    lines = [_sentence(hours, name, day, request), *_at_clock(hours, request)]
    lines += [quoted_line(each.notice, request) for each in opens.told]
    return [*lines, *(quoted_line(each.notice, request, "notice.older") for each in opens.older)]


def _sentence(hours: DayHours, name: str, day: str, request: Request) -> str:
    """The opening hours of the day, or that it is closed."""
    ranges = hours.ranges or ()
    if not ranges:
        return request.say("gym.closed", name=name, day=day)
    return request.say("gym.open", name=name, day=day, hours=ranges_text(ranges, request))


def _at_clock(hours: DayHours, request: Request) -> list[str]:
    """Open or not at the asked time, as a sentence of its own."""
    clock = request.query.clock
    if not clock or hours.ranges is None:
        return []
    rest = next((span for span in hours.opens.breaks if is_open((span,), clock)), None)
    if rest is not None:
        return [request.say("gym.rests_at", time=clock, rest=ranges_text((rest,), request))]
    key = "gym.open_at" if is_open(hours.ranges, clock) else "gym.shut_at"
    return [request.say(key, time=clock)]


def _holiday(hours: DayHours, name: str, request: Request) -> str:
    key = "gym.holiday_note" if hours.ranges is not None else "gym.holiday_unknown"
    return request.say(key, name=name, day=hours.text, holiday=hours.holiday)


def _usual(hours: DayHours, gym: Gym, name: str, request: Request) -> list[str]:
    """The usual hours of that weekday, when the record has no holiday hours."""
    ranges = gym.hours.get(weekday_name(hours.day, "en").lower())
    if ranges is None:
        return []
    day = weekday_name(hours.day, request.language)
    return [request.say("gym.usual", name=name, day=day, hours=ranges_text(ranges, request))]


def _day_text(hours: DayHours, request: Request) -> str:
    """今天 11/21（六） for today, else the day; English says that it is a holiday."""
    if not request.zh:
        return f"{hours.text} (public holiday)" if hours.holiday else hours.text
    today = request.evidence.today
    away = (hours.day - today).days if today is not None else -1
    near = {0: "今天 ", 1: "明天 ", 2: "後天 "}.get(away, "")
    return f"{near}{hours.text}"


def notes_lines(gym: Gym, name: str, request: Request) -> list[str]:
    """The notes as quoted text: rest hours and bookings often stand there."""
    return (
        [request.say("gym.notes", name=name, value=clean(gym.notes))] if gym.notes.strip() else []
    )
