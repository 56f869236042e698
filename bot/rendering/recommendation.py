"""Recommendations: at most three routes in the one format, from nothing but their records."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from bot.rendering.character import character_of
from bot.rendering.cleaning import clean, clean_name
from bot.rendering.composing import compose, plain
from bot.rendering.conditions import numbers_of, route_conditions
from bot.rendering.flags import told_flags
from bot.rendering.ground import told_of
from bot.rendering.labels import NOTICE_KINDS, ROUTE_TYPES, STYLES, label
from bot.rendering.levels import MODERATE, is_moderate, level_unsaid
from bot.rendering.names import line_name, place_path, record_name
from bot.rendering.nothing import render_nothing, unrecorded_lines
from bot.rendering.notices import notice_text, route_notices, warnings_of
from bot.rendering.quoting import quote_line
from bot.rendering.reasons import log_figures, reason_text
from bot.rendering.recommendation_format import (
    MAX_ROUTES,
    NO_HAZARD,
    NOT_RECORDED,
    UNDATED,
    ParsedRecommendation,
    RouteBlock,
    field_text,
    format_recommendation,
    name_text,
)
from bot.rendering.route_values import (
    anchor_text,
    doubts_bolts,
    flag_label,
    grade_text,
    short_length,
)
from bot.rendering.sources import updated_on
from bot.schema import Draft
from knowledge.terms import GROUNDS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.rendering.request import Request
    from bot.schema import Language
    from knowledge.schema import Flag, Notice, Route, Source

MAX_CHARACTER = 40
"""Characters of 特色."""

_STOPS = "。！？!?；;"
_PAUSES = "，、,："
_DESCENT = re.compile(
    r"下撤|垂降|步行返回|步行回|徒步返回|走路下|下放|walk[- ]?off|rappel|abseil|lower",
    re.IGNORECASE,
)
_PROTECTION_PARTS = re.compile(r"[+＋,，;；]")
_BOLT_COUNT = re.compile(r"(\d{1,3})\s*(?:個|顆|支)?\s*bolts?", re.IGNORECASE)
_ANCHOR = re.compile(r"anchor|固定點|確保站|吊環", re.IGNORECASE)
_PAST = re.compile(r"(?:19|20)\d\d|原為|更新|更換|切除|移除|待確認|錯誤|有誤")
_ZH: Language = "zh"


def render_recommend(request: Request) -> Draft:
    """The format block; a line before it when there are few, a note after it for first leads."""
    routes = [
        route for route in request.evidence.routes if route.recommendable_on(request.evidence.today)
    ]
    routes = routes[: _limit(request)]
    if not routes and request.query.page > 1:
        return plain([request.say("recommend.no_more")], abstained=True)
    if not routes:
        nothing = render_nothing(request, "recommend.none")
        said = [nothing.text, *_after(request)]
        return replace(nothing, text="\n".join(said)) if said[1:] else nothing
    text = format_recommendation(
        ParsedRecommendation(
            place=_header_place(routes, request),
            conditions=field_text(_header_conditions(request)),
            data_date=f"資料 {_data_date(routes, request)}",
            blocks=tuple(_block(route, request) for route in routes),
        )
    )
    lines = [*_before(len(routes), request), text, *_after(request), *_level_note(routes, request)]
    draft = compose(request, (), (*routes, *warnings_of(routes, request)))
    return Draft(
        text=plain(lines).text,
        route_ids=draft.route_ids,
        source_ids=draft.source_ids,
        figures=(
            str(len(routes)),
            *numbers_of(route_conditions(request)),
            *numbers_of("\n".join(_level_note(routes, request))),
            *log_figures(request),
        ),
    )


def _limit(request: Request) -> int:
    return min(max(1, request.query.limit or MAX_ROUTES), MAX_ROUTES)


def _before(count: int, request: Request) -> list[str]:
    """The English hint, what could not be chosen by, and that there are fewer than asked."""
    lines = [] if request.zh else [request.say("recommend.intro")]
    lines += [*unrecorded_lines(request), *_waived_lines(request), *_area_lines(request)]
    if count < _limit(request):
        lines.append(request.say("recommend.few", count=count))
    return lines


def _waived_lines(request: Request) -> list[str]:
    """Which wishes no matching route is said to meet."""
    labels = {**STYLES, "popularity": ("熱門、經典", "popular")}
    names = [label(labels, each, request.language) for each in request.evidence.waived]
    return [request.say("recommend.waived", wishes=request.join(names))] if names else []


def _area_lines(request: Request) -> list[str]:
    """What the areas of the routes say of the wish that no route says."""
    ground = GROUNDS.get(request.evidence.of_areas)
    if ground is None:
        return []
    shown = {route.area_id for route in request.evidence.routes}
    areas = [area for area in request.evidence.areas if area.id in shown]
    told = [(area, told_of(area, ground, request)) for area in areas]
    return [
        quote_line(request.quote(record_name(area, request.language)), quotes, request)
        for area, quotes in told
        if quotes
    ]


def _after(request: Request) -> list[str]:
    """The instruction note for people who lead or climb outside for the first time."""
    topic = request.query.topic
    if topic == "cannot_lead":
        return [request.say("recommend.cannot_lead")]
    return [request.say("recommend.first_lead")] if topic in {"first_lead", "beginner"} else []


def _level_note(routes: Sequence[Route], request: Request) -> list[str]:
    """Where nobody said how hard they climb: up to which grade was chosen."""
    if not level_unsaid(request.query) or not all(map(is_moderate, routes)):
        return []
    groups = dict.fromkeys(route.grade.group for route in routes if route.grade.group)
    grades = request.join([MODERATE[group][1] for group in groups])
    return [request.say("recommend.level_unsaid", grade=grades)]


def _header_place(routes: Sequence[Route], request: Request) -> str:
    """Names of the crags of the shown routes."""
    crags = [request.evidence.crag(crag_id) for crag_id in dict.fromkeys(r.crag_id for r in routes)]
    names = [record_name(crag, _ZH) for crag in crags if crag is not None]
    return field_text("、".join(names).replace("・", "·")) if names else "岩場未記載"


def _header_conditions(request: Request) -> str:
    """The conditions without the crag, which stands before them."""
    chinese = replace(request, query=replace(request.query, language=_ZH))
    crags = [request.evidence.crag(crag_id) for crag_id in request.query.filter.crag_ids]
    shown = {record_name(crag, _ZH) for crag in crags if crag is not None}
    parts = [part for part in route_conditions(chinese).split("・") if part not in shown]
    return "・".join(parts) or "不限條件"


def _data_date(routes: Sequence[Route], request: Request) -> str:
    """The oldest date among the sources of the shown routes."""
    sources = [request.evidence.source(route.source_id) for route in routes]
    days = [updated_on(source, routes) for source in sources if source is not None]
    known = [day for day in days if day is not None]
    return min(known).isoformat() if known else UNDATED


def _block(route: Route, request: Request) -> RouteBlock:
    """All values of one route, each from its own record."""
    name, name_en = name_text(*_names(route))
    source = request.evidence.source(route.source_id)
    description = clean(route.description)
    return RouteBlock(
        name=name,
        name_en=name_en,
        grade=field_text(grade_text(route.grade)),
        type=label(ROUTE_TYPES, route.type, _ZH) if route.type else "型態未記載",
        length=short_length(route) or "長度未記載",
        place=field_text(place_path(route, request.evidence, _ZH)),
        gear=field_text(_gear(route)),
        anchor=field_text(anchor_text(route) or _anchor_told(description)),
        descent=field_text(_clause(description, _DESCENT)),
        character=field_text(_character(route)),
        reason=field_text(reason_text(route, request)),
        caution=field_text(_caution(route, request)),
        source=_source_title(source),
        updated=_source_date(source, route),
        invented=source is not None and source.invented,
    )


def _names(route: Route) -> tuple[str, str]:
    """Chinese and English name; the English one stands first when there is no other."""
    name = line_name(route, _ZH)
    pitch = clean_name(route.pitch)
    titled = f"{name} {pitch}" if pitch and not name.endswith(pitch) else name
    english = clean_name(route.name_en)
    return titled, english if english.casefold() != name.casefold() else ""


def _gear(route: Route) -> str:
    """Bolt count, and what the protection text adds to it and to the anchor."""
    none = "資料記 0 個 bolt，但也寫到有 bolt" if doubts_bolts(route) else "沒有 bolt（資料記 0）"
    count = f"{route.bolts} 個 bolt" if route.bolts else none
    parts = [count] if route.bolts is not None else []
    said = _PROTECTION_PARTS.split(clean(route.protection))
    rest = [part.strip() for part in said if part.strip() and not _repeats(part, route)]
    return "，".join([*parts, *rest]) or f"bolt 數{NOT_RECORDED}"


def _repeats(part: str, route: Route) -> bool:
    """Whether a part of the protection text is told elsewhere in the block."""
    count = _BOLT_COUNT.fullmatch(part.strip())
    same_count = count is not None and route.bolts is not None and int(count[1]) == route.bolts
    return same_count or bool(_ANCHOR.search(part))


def _clause(description: str, pattern: re.Pattern[str]) -> str:
    """The first clause of the description that speaks of it, unchanged."""
    clauses = re.split(rf"[{_STOPS}{_PAUSES}]", description)
    return next((clause.strip() for clause in clauses if pattern.search(clause)), "")


def _anchor_told(description: str) -> str:
    """The first clause that says what the anchor is today, and not when it was changed."""
    clauses = re.split(rf"[{_STOPS}{_PAUSES}]", description)
    told = (clause.strip() for clause in clauses if _ANCHOR.search(clause))
    return next((clause for clause in told if not _PAST.search(clause)), "")


def _character(route: Route) -> str:
    """What the prose says of the climbing itself, else the recorded styles."""
    told = character_of(route, MAX_CHARACTER)
    if told:
        return told
    styles = "、".join(label(STYLES, style, _ZH) for style in route.styles)
    return shorten(styles, MAX_CHARACTER) or NOT_RECORDED


def shorten(text: str, limit: int) -> str:
    """The text up to the last boundary within the limit: never within a word, no words added.

    A sentence end is preferred to a pause, a pause to a space; empty without any boundary.
    """
    if len(text) <= limit:
        return text.rstrip(_STOPS[:1] + _PAUSES)
    head = text[: limit + 1]
    for marks in (_STOPS, _PAUSES):
        at = max(head.rfind(mark) for mark in marks)
        if at > 0:
            return head[:at].strip()
    at = head.rfind(" ")
    return head[:at].strip() if at > 0 else ""


_RATINGS: dict[str, str] = {
    "PG": "保護等級 PG，保護大致還好",
    "PG13": "保護等級 PG13，有些地方墜落會比較長",
    "R": "保護等級 R，墜落可能受傷",
    "X": "保護等級 X，墜落可能致命",
}


def _caution(route: Route, request: Request) -> str:
    """Every warning of the route and its place, with its date; else that none is recorded."""
    evidence = request.evidence
    places = (evidence.crag(route.crag_id), evidence.area(route.area_id))
    flags = told_flags(route.flags, zh=True)
    for place in places:
        flags += told_flags(place.flags, zh=True) if place is not None else []
    told = [_RATINGS[route.grade.safety]] if route.grade.safety else []
    told += [_flag(flag) for flag in flags if flag.kind != "sensitive"]
    if any(flag.kind == "sensitive" for flag in flags):
        told.append("敏感岩場，請保持低調")
    told += [_notice(notice, request) for notice in route_notices(route, request)]
    return "；".join(dict.fromkeys(told)) or NO_HAZARD


def _notice(notice: Notice, request: Request) -> str:
    """公告（固定點）：「…」（2026-11-10 回報）."""
    return request.say(
        "recommend.noticed",
        kind=label(NOTICE_KINDS, notice.kind, _ZH),
        text=notice_text(notice),
        date=notice.reported_on.isoformat(),
    )


def _flag(flag: Flag) -> str:
    """落石：「…」（2016-06-04 回報）."""
    when = f"{clean_name(flag.reported_on)} 回報" if flag.reported_on else "未註明回報日期"
    return f"{flag_label(flag, _ZH)}：「{clean(flag.evidence)}」（{when}）"


def _source_title(source: Source | None) -> str:
    """The title, without anything that reads like the date behind it."""
    if source is None:
        return NOT_RECORDED
    return field_text(clean_name(source.title or source.id).replace("（更新", "(更新"))


def _source_date(source: Source | None, route: Route) -> str:
    """The day of the source, else of the route."""
    day = updated_on(source, (route,)) if source is not None else None
    return day.isoformat() if day else UNDATED
