"""Notices beside a record: quoted in their own words, always with the day of their report."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from bot.rendering.cleaning import clean, clean_name, host_of
from bot.rendering.labels import NOTICE_KINDS, label
from bot.rendering.names import record_name, route_name
from knowledge.dated import closes_all, happens, in_force, is_over, told_hours
from knowledge.dates import format_day
from knowledge.told_days import listed_days

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import date

    from bot.rendering.request import Request
    from knowledge.schema import Area, Crag, Gym, Notice, NoticeKind, Route, Sector

MAX_QUOTE = 160
"""Characters of a quoted notice; the source has the rest."""
MAX_BESIDE = 3
"""Notices quoted beside one record."""
MAX_DAYS = 8
"""Days of one list that are shown."""
_NUMBER = re.compile(r"(?:discord:)?\d+")
"""An author who is only a number says nothing to a reader."""
_ENDS = "。！？!?；;\n"


def notice_text(notice: Notice) -> str:
    """The notice's own words on one line: its title, and its text where that says more."""
    title, text = clean(notice.title), clean(notice.text)
    if not text or not title or title in text:
        return shortened(text or title)
    return shortened(f"{title.rstrip('。')}：{text}")


def shortened(text: str, limit: int = MAX_QUOTE) -> str:
    """The text up to the last sentence, else the last pause, within the limit."""
    if len(text) <= limit:
        return text
    head = text[:limit]
    for marks in (_ENDS, "，,、 "):
        at = max(head.rfind(mark) for mark in marks)
        if at > limit // 3:
            return head[:at] + "…"
    return head + "…"


def notice_when(notice: Notice, request: Request) -> str:
    """The day of the report, who published it and where, and whether it is over."""
    parts = [request.say("notice.as_of", date=notice.reported_on.isoformat())]
    author = clean_name(notice.author)
    if author and not _NUMBER.fullmatch(author):
        parts.append(request.say("notice.by", author=author))
    host = host_of(notice.link)
    if host:
        parts.append(request.say("notice.at", host=host))
    today = request.evidence.today
    if today is not None and is_over(notice, today):
        parts.append(request.say("notice.over"))
    return ("，" if request.zh else ", ").join(parts)


def kind_name(notice: Notice, request: Request) -> str:
    """換線, 封閉 …; a gym that is shut is 休館."""
    if notice.kind == "closure" and any(gym.id == notice.about_id for gym in request.evidence.gyms):
        return "休館" if request.zh else "closure"
    return label(NOTICE_KINDS, notice.kind, request.language)


def quoted_line(notice: Notice, request: Request, key: str = "notice.line") -> str:
    """One notice as a line that may stand under its record."""
    return request.say(
        key,
        kind=kind_name(notice, request),
        text=notice_text(notice),
        when=notice_when(notice, request),
    )


def about_line(notice: Notice, request: Request) -> str:
    """One notice with the name of what it is about, for answers about a place and its parts."""
    return request.say(
        "notice.about",
        name=subject_name(notice, request),
        kind=kind_name(notice, request),
        text=notice_text(notice),
        when=notice_when(notice, request),
    )


def subject_name(notice: Notice, request: Request) -> str:
    """The name of the gym, place or route that a notice is about; empty for one not at hand."""
    evidence, about = request.evidence, notice.about_id
    held: list[Gym | Crag | Area | Sector] = [*evidence.gyms, *evidence.crags]
    held += [*evidence.areas, *evidence.sectors]
    record = next((each for each in held if each.id == about), None)
    if record is not None:
        return record_name(record, request.language)
    routes = (*evidence.routes, *evidence.near_misses)
    route = next((each for each in routes if each.id == about), None)
    return route_name(route, request.language) if route is not None else ""


def span_text(notice: Notice, request: Request) -> str:
    """When it is: one day, from day to day, from a day on."""
    today = request.evidence.today
    first, last = happens(notice)

    def show(day: date) -> str:
        return format_day(day, request.language, today)

    told = _days_to_show(listed_days(notice), request.query.days)
    if told:
        return request.join([*map(show, told[:MAX_DAYS]), *(["…"] if told[MAX_DAYS:] else [])])
    if last == first:
        return show(first)
    if last is None:
        return request.say("notice.from", first=show(first))
    if notice.valid_from is None and not notice.hours:
        return request.say("notice.until", last=show(last))
    return request.say("notice.span", first=show(first), last=show(last))


def _days_to_show(told: Sequence[date], asked: Sequence[date]) -> Sequence[date]:
    """Of a list of days those of the time asked about, if any are."""
    within = [day for day in told if asked and min(asked) <= day <= max(asked)]
    return within or told


def asked_or_today(request: Request) -> tuple[date, ...]:
    """The days asked about; today when none was."""
    if request.query.days:
        return request.query.days
    return (request.evidence.today,) if request.evidence.today is not None else ()


def notices_of(
    ids: Iterable[str], kinds: Sequence[NoticeKind], request: Request, *, coming: bool = False
) -> tuple[Notice, ...]:
    """The notices of these kinds about these records that hold then, newest first.

    Args:
        ids: Ids of the records.
        kinds: The kinds that matter here.
        request: Its days are the days that count; today when it has none.
        coming: Whether those that have not begun yet count too.
    """
    wanted, notices = frozenset(ids), request.evidence.notices
    if not notices:
        return ()
    held = {each.id for day in asked_or_today(request) for each in in_force(notices, day)}
    today = request.evidence.today
    return tuple(
        notice
        for notice in notices
        if notice.about_id in wanted
        and notice.kind in kinds
        and (
            notice.id in held
            or (coming and today is not None and notice.valid_from and notice.valid_from > today)
        )
    )


def notices_in_force(kinds: Sequence[NoticeKind], request: Request) -> tuple[Notice, ...]:
    """Every notice of these kinds in the evidence that holds then."""
    return notices_of((each.about_id for each in request.evidence.notices), kinds, request)


def gym_notices(gym: Gym, kinds: Sequence[NoticeKind], request: Request) -> tuple[Notice, ...]:
    """What is to be told beside a gym's record: in force on the day, or coming without a day."""
    coming = not request.query.days
    return notices_of((gym.id,), kinds, request, coming=coming)[:MAX_BESIDE]


def route_notices(route: Route, request: Request) -> tuple[Notice, ...]:
    """Warnings about a route and the places in which it lies."""
    ids = [each for each in (route.id, route.sector_id, route.area_id, route.crag_id) if each]
    return notices_of(ids, ("closure", "access", "hardware"), request)


def warnings_of(routes: Iterable[Route], request: Request) -> tuple[Notice, ...]:
    """The warnings about these routes and their places, each once."""
    found = {each.id: each for route in routes for each in route_notices(route, request)}
    return tuple(found.values())


def unclocked(gym: Gym, days: Sequence[date], request: Request) -> tuple[Notice, ...]:
    """Notices about a gym's hours on these days that give no hours for them: words only."""
    found: dict[str, Notice] = {}
    for day in days:
        for notice in in_force(request.evidence.notices, day):
            speaks = notice.about_id == gym.id and notice.kind in {"hours", "closure"}
            if speaks and told_hours(notice, day) is None and not _lists_other_days(notice):
                found.setdefault(notice.id, notice)
    return tuple(found.values())


def _lists_other_days(notice: Notice) -> bool:
    """Whether it gives hours for days, just not for the one asked about."""
    return bool(notice.hours) or closes_all(notice)
