"""Answers to 「幾點開」: by day with holiday hours, by time, or the whole week."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.rendering.cleaning import clean
from bot.rendering.composing import compose
from bot.rendering.conditions import numbers_of
from bot.rendering.flags import place_flag_lines
from bot.rendering.names import record_name
from bot.rendering.opening import day_hours, is_open, ranges_text, week_lines
from bot.rendering.unknown import render_unknown, unknown_lines
from knowledge.dates import weekday_name

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from bot.rendering.opening import DayHours
    from bot.rendering.request import Request
    from bot.schema import Draft
    from knowledge.schema import Gym

MAX_DAYS = 3
"""More days than this are answered by the whole week."""


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
    lines += [as_of_line(gyms, request), *place_flag_lines(gyms, request), *unknown_lines(request)]
    return compose(request, lines, gyms, abstained=not known, figures=day_figures(request))


def hours_lines(gym: Gym, request: Request) -> tuple[list[str], bool]:
    """Sentences about one gym, and whether the record had what was asked."""
    name = request.quote(record_name(gym, request.language))
    if not gym.hours:
        return [request.say("gym.no_hours", name=name)], False
    days = asked_days(request)
    if not days:
        lines = [request.say("gym.week_head", name=name), *week_lines(gym, request)]
        return [*lines, *notes_lines(gym, name, request)], True
    if len(days) > MAX_DAYS:
        head = [request.say("gym.week_head", name=name), *week_lines(gym, request)]
        hours = [day_hours(gym, day, request) for day in days]
        return [*head, *(_holiday(each, name, request) for each in hours if each.holiday)], True
    told = [day_hours(gym, day, request) for day in days]
    lines = [line for each in told for line in _day_lines(each, gym, name, request)]
    return [*lines, *notes_lines(gym, name, request)], any(each.ranges is not None for each in told)


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
    for day in asked_days(request):
        figures += [day.isoformat(), f"{day.month}/{day.day}", f"{day.year}/{day.month}/{day.day}"]
        figures += numbers_of(f"{day.day} {day.year}")
    return figures


def _day_lines(hours: DayHours, gym: Gym, name: str, request: Request) -> list[str]:
    """One day: open, closed or not recorded, and the holiday when it is one."""
    day = _day_text(hours, request)
    if hours.ranges is None:
        if not hours.holiday:
            return [request.say("gym.hours_missing", name=name, day=day)]
        return [_holiday(hours, name, request), *_usual(hours, gym, name, request)]
    lines = [_sentence(hours, name, day, request), *_at_clock(hours, request)]
    if hours.holiday:
        lines.append(_holiday(hours, name, request))
    return lines


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
