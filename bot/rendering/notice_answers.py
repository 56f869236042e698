"""Answers to 「這週哪間換線」「最近有什麼公告」: the notices themselves, in their order."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, get_args

from bot.rendering.cleaning import clean_name
from bot.rendering.composing import compose
from bot.rendering.conditions import numbers_of
from bot.rendering.flags import place_flag_lines, route_flag_lines
from bot.rendering.labels import NOTICE_KINDS, label
from bot.rendering.names import place_path, record_name, route_name
from bot.rendering.notices import (
    kind_name,
    notices_in_force,
    quoted_line,
    span_text,
    subject_name,
)
from bot.rendering.paging import page_of
from bot.rendering.towns import place_word
from bot.rendering.unknown import render_unknown, unknown_lines
from knowledge.dates import format_day
from knowledge.schema import NoticeKind
from knowledge.told_days import listed_days

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.rendering.request import Request
    from bot.rendering.sources import Record
    from bot.schema import Draft
    from knowledge.schema import Gym, Notice

_OF_GYMS = frozenset({"reset", "price", "hours"})
_HEADS = {"last": "notice.last", "next": "notice.next", "status": "notice.status"}


def render_notices(request: Request) -> Draft:
    """Every notice asked for with its day, its words and its date; else that none is known."""
    query, notices = request.query, _asked(request)
    if query.unknown and not (query.gyms or query.places or query.routes):
        if query.topic == "gyms" or _OF_GYMS.intersection(query.notice_kinds):
            request = replace(request, query=replace(query, intent="gym_info"))
        return render_unknown(request)
    about = _about(request)
    kinds = _kinds(request)
    figures: list[object] = [*numbers_of(about), len(notices)]
    if not notices:
        return _none(about, kinds, figures, request)
    page = page_of(notices, request)
    lines = [
        request.say(
            _HEADS.get(query.topic, "notice.head"), about=about, kinds=kinds, count=len(notices)
        )
    ]
    for number, notice in enumerate(page.shown, page.first):
        lines += _rows(number, notice, request)
    lines += [*_flags(request), request.say("notice.authority"), page.line, *unknown_lines(request)]
    records: tuple[Record, ...] = (*_subjects(page.shown, request), *page.shown)
    listed = [span_text(notice, request) for notice in page.shown if listed_days(notice)]
    return compose(request, lines, records, figures=(*figures, *page.figures, *listed))


def _asked(request: Request) -> tuple[Notice, ...]:
    """The notices asked for; of a place's state those that hold that day."""
    if request.query.topic != "status":
        return request.evidence.notices
    return notices_in_force(request.query.notice_kinds or get_args(NoticeKind), request)


def _none(about: str, kinds: str, figures: Sequence[object], request: Request) -> Draft:
    """Nothing is known, which says nothing about what is."""
    line = request.say("notice.none", about=about, kinds=kinds)
    lines = [line, *_flags(request), request.say("notice.silence"), *unknown_lines(request)]
    named = _named(request)
    return compose(request, lines, named, abstained=True, figures=figures)


def _rows(number: int, notice: Notice, request: Request) -> list[str]:
    """What, where and when, then the notice's own words."""
    facts = [
        _where(notice, request),
        kind_name(notice, request),
        span_text(notice, request),
        request.join([clean_name(wall) for wall in notice.walls]),
    ]
    joined = ("｜" if request.zh else " | ").join(fact for fact in facts if fact)
    name = subject_name(notice, request)
    row = (
        request.say("notice.row", number=number, name=name, facts=joined)
        if name
        else request.say("notice.own_row", facts=joined)
    )
    return [row, quoted_line(notice, request, "notice.quote")]


def _where(notice: Notice, request: Request) -> str:
    """The crag of a part or a route."""
    evidence = request.evidence
    route = next((each for each in evidence.routes if each.id == notice.about_id), None)
    if route is not None:
        return place_path(route, evidence, request.language)
    part = evidence.area(notice.about_id) or evidence.sector(notice.about_id)
    crag = evidence.crag(part.crag_id) if part is not None else None
    return record_name(crag, request.language) if crag is not None else ""


def _about(request: Request) -> str:
    """Whose notices of which time: 「A 館」11/16（一）到 11/22（日）的; in brackets in English."""
    parts = [_who(request), _window(request)]
    told = [part for part in parts if part]
    if request.zh:
        return "".join(told) + ("的" if told else "")
    return f" ({', '.join(told)})" if told else ""


def _who(request: Request) -> str:
    query = request.query
    names = [record_name(gym, request.language) for gym in _named_gyms(request)]
    names += [_place_name(place_id, request) for m in query.places for place_id in m.ids[:1]]
    named = {route_id for mention in query.routes for route_id in mention.ids}
    names += [
        route_name(route, request.language)
        for route in request.evidence.routes
        if route.id in named
    ]
    if names:
        quoted = [request.quote(name) for name in dict.fromkeys(names) if name]
        return "".join(quoted) if request.zh else request.join(quoted)
    chosen = query.gym_filter
    places = (*chosen.regions, *chosen.cities, *chosen.districts)
    words = [place_word(name, request.language) for name in places]
    if query.topic == "gyms" or words:
        words.append("岩館" if request.zh else "gyms")
    elif query.topic == "places":
        words.append("岩場" if request.zh else "crags")
    return ("" if request.zh else " ").join(words)


def _place_name(place_id: str, request: Request) -> str:
    evidence = request.evidence
    record = evidence.crag(place_id) or evidence.area(place_id) or evidence.sector(place_id)
    return record_name(record, request.language) if record is not None else ""


def _window(request: Request) -> str:
    """The days asked about; lately when none was."""
    days, today = request.query.days, request.evidence.today
    if request.query.topic in {"last", "next"}:
        return ""
    if not days:
        return "" if request.query.topic == "status" else request.say("notice.lately")
    first, last = (format_day(day, request.language, today) for day in (min(days), max(days)))
    return first if first == last else request.say("notice.span", first=first, last=last)


def _kinds(request: Request) -> str:
    kinds = request.query.notice_kinds
    if set(kinds) == {"closure", "access"}:
        kinds = ("closure",)
    if request.query.topic == "status":
        kinds = ()
    words = [label(NOTICE_KINDS, kind, request.language) for kind in kinds]
    if request.zh:
        return f"{'、'.join(words)}公告"
    text = f"{' and '.join(words)} notices".strip()
    begins = bool(_asked(request)) and request.query.topic in {"", "gyms", "places", "status"}
    return text[:1].upper() + text[1:] if begins else text


def _named_gyms(request: Request) -> list[Gym]:
    named = {gym_id for mention in request.query.gyms for gym_id in mention.ids}
    return [gym for gym in request.evidence.gyms if gym.id in named]


def _named(request: Request) -> tuple[Record, ...]:
    """The records that the question names."""
    query, evidence = request.query, request.evidence
    mentions = (*query.gyms, *query.places, *query.routes)
    ids = {record_id for mention in mentions for record_id in mention.ids}
    held = (evidence.gyms, evidence.crags, evidence.areas, evidence.sectors, evidence.routes)
    return tuple(record for records in held for record in records if record.id in ids)


def _subjects(shown: Sequence[Notice], request: Request) -> tuple[Record, ...]:
    """The records that the shown notices are about."""
    ids = {notice.about_id for notice in shown}
    evidence = request.evidence
    held = (evidence.gyms, evidence.crags, evidence.areas, evidence.sectors, evidence.routes)
    return tuple(record for records in held for record in records if record.id in ids)


def _flags(request: Request) -> list[str]:
    """What the records themselves warn of, where a place's state is asked."""
    if request.query.topic != "status":
        return []
    evidence = request.evidence
    lines = place_flag_lines((*evidence.crags, *evidence.areas, *evidence.gyms), request)
    return [*lines, *route_flag_lines(evidence.routes, request)]
