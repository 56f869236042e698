"""Answers about the fields of routes: one clear sentence a field; what is missing is said."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from bot.rendering.claims import check_claims
from bot.rendering.composing import compose
from bot.rendering.flags import hazard_places, route_flag_lines
from bot.rendering.labels import ROUTE_FIELD_NAMES, label
from bot.rendering.lines_of_rock import group_lines, line_value
from bot.rendering.names import line_name, route_name
from bot.rendering.notices import about_line, warnings_of
from bot.rendering.overview import overview_lines
from bot.rendering.quoting import answered_by_prose, asked_sentences, asks_risk, quote_line
from bot.rendering.route_values import doubts_bolts
from bot.rendering.unknown import render_unknown, unknown_lines

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.rendering.lines_of_rock import Line
    from bot.rendering.request import Request
    from bot.rendering.sources import Record
    from bot.schema import Draft
    from knowledge.schema import Route

_TOLD_BY_PROSE = frozenset({"gear"})
"""Fields whose figures are only a part of the answer."""
_LONG_FIELDS = frozenset(
    {"description", "anchor", "protection", "video", "names", "hazards", "gear"}
)
"""Fields that get a sentence of their own even when several are asked."""


def render_fact(request: Request) -> Draft:
    """The asked fields of every route in the evidence, wrong premises corrected first."""
    if not request.evidence.routes:
        return render_unknown(request)
    check = check_claims(request)
    fields = [
        field for field in request.query.fields or ("overview",) if field not in check.answered
    ]
    lines = [*not_recommended(check.routes, request), *check.lines]
    missing = 0
    if fields and not (check.confirmed and fields == ["overview"]):
        told, missing = _tell_all(check.routes, fields, request)
        lines += told
    lines += _flags(check.routes, fields, request)
    noticed = warnings_of(check.routes, request)
    lines += [about_line(each, request) for each in noticed]
    lines += unknown_lines(request)
    groups = group_lines(check.routes, request)
    lacks = bool(fields) and missing == len(fields) * len(groups) and not check.confirmed
    # of several that bear one name, each is answered for by itself
    abstained = check.wrong or (lacks and not _several_head(groups, request))
    records: tuple[Record, ...] = (*check.routes, *noticed)
    return compose(request, lines, records, abstained=abstained, figures=check.figures)


_ASKS_ADVICE = re.compile(
    r"推[薦荐]|值得|[適适]合|建[議议]我?(?:去|爬)|好[嗎吗]|要不要去|[該该]不[該该]爬"
    r"|recommend|worth|suitable|good for|should i\b",
    re.IGNORECASE,
)


def not_recommended(routes: Sequence[Route], request: Request) -> list[str]:
    """First of all that a route is not to be climbed, where somebody asks for advice on it."""
    if not _ASKS_ADVICE.search(request.query.text):
        return []
    today = request.evidence.today
    shut = [route for route in routes if not route.recommendable_on(today)]
    names = dict.fromkeys(request.quote(route_name(each, request.language)) for each in shut)
    return [request.say("fact.not_recommended", name=name) for name in names]


def field_lines(line: Line, fields: Sequence[str], request: Request) -> tuple[list[str], int]:
    """Sentences about the fields of one line, and how many of them are not recorded."""
    values = {field: line_value(line, field, request) for field in fields}
    present = [field for field in fields if values[field]]
    absent = [field for field in fields if not values[field]]
    lines = _present_lines(line, {field: values[field] for field in present}, request)
    for special in ("hazards", "pitches"):
        if special in absent:
            absent.remove(special)
            lines += _special(special, line, request)
    quotes = _quotes(line, fields, values, request)
    told = answered_by_prose(absent, quotes, request)
    absent = [field for field in absent if field not in told]
    if absent:
        names = request.join(
            [label(ROUTE_FIELD_NAMES, field, request.language) for field in absent]
        )
        lines.append(request.say("fact.missing", name=line.name, fields=names))
    lines += (
        [quote_line(line.name, quotes, request)] if quotes and not _tells(lines, quotes) else []
    )
    unanswered = set(fields) - {"pitches"} - told - ({"hazards"} if quotes else set())
    return lines, sum(
        1 for field in unanswered if not values[field] or _no_draws(field, line, request)
    )


_ASKS_DRAWS = re.compile(r"快扣|快[掛挂]|draws?\b", re.IGNORECASE)


def _no_draws(field: str, line: Line, request: Request) -> bool:
    """Whether quickdraws are asked for a line whose bolts nobody counted."""
    asked = field == "gear" and _ASKS_DRAWS.search(request.query.text)
    return bool(asked) and all(route.bolts is None for route in line.routes)


def _quotes(
    line: Line, fields: Sequence[str], values: dict[str, str], request: Request
) -> tuple[str, ...]:
    """Sentences of the prose about fields that are missing, or that no figure answers alone."""
    wanted = [field for field in fields if not values[field] or field in _TOLD_BY_PROSE]
    if not wanted or all(field == "pitches" for field in wanted):
        return ()
    found = (asked_sentences(route, request, wanted) for route in line.routes)
    return tuple(dict.fromkeys(sentence for sentences in found for sentence in sentences))


def _tells(lines: Sequence[str], quotes: Sequence[str]) -> bool:
    """Whether the lines already hold every quoted sentence."""
    return all(any(quote in line for line in lines) for quote in quotes)


def _tell_all(
    routes: Sequence[Route], fields: Sequence[str], request: Request
) -> tuple[list[str], int]:
    """The fields of all lines, a bare description within its card; how many are missing."""
    groups = group_lines(routes, request)
    lines = _several_head(groups, request)
    missing = 0
    for line in groups:
        if list(fields) == ["description"] and line_value(line, "description", request):
            lines += overview_lines(line, request, compact=False)
            continue
        rest = [field for field in fields if field != "overview"]
        if "overview" in fields:
            lines += overview_lines(line, request, compact=len(groups) > 3)
        if rest:
            told, absent = field_lines(line, rest, request)
            lines += told
            missing += absent
    return lines, missing


def _several_head(groups: Sequence[Line], request: Request) -> list[str]:
    """A line that says so when several lines carry one name."""
    names = {line_name(line.first, request.language) for line in groups}
    if len(groups) < 2 or len(names) > 1:
        return []
    return [request.say("fact.several", name=request.quote(names.pop()), count=len(groups))]


def _present_lines(line: Line, values: dict[str, str], request: Request) -> list[str]:
    """One sentence for a single field; a joined line for the short ones of several."""
    short = [field for field in values if field not in _LONG_FIELDS]
    lines = []
    if len(short) == 1:
        lines.append(_sentence(short[0], line, values[short[0]], request))
    elif short:
        clauses = [request.say(f"clause.{field}", value=values[field]) for field in short]
        facts = _semicolons(clauses, request)
        lines.append(request.say("compare.row", name=line.name, facts=facts))
    lines += [
        _sentence(field, line, value, request)
        for field, value in values.items()
        if field in _LONG_FIELDS
    ]
    if ("grade" in values or asks_risk(request)) and "safety_rating" not in values:
        lines += protection_rating(line, request)
    if "gear" in values:
        lines.append(request.say("fact.gear_note"))
    return lines


def _sentence(field: str, line: Line, value: str, request: Request) -> str:
    """One field of one line as a sentence."""
    if field == "bolts" and [route.bolts for route in line.routes] == [0]:
        doubted = doubts_bolts(line.routes[0])
        return request.say("fact.bolts_doubted" if doubted else "fact.no_bolts", name=line.name)
    if field == "grade" and not any(route.grade.known for route in line.routes):
        return request.say("fact.grade_open", name=line.name, value=value)
    if field == "grade" and any(route.grade.uncertain for route in line.routes):
        return request.say("fact.grade_unsure", name=line.name, value=value)
    if field == "pitches" and len(line.routes) > 1:
        return request.say(
            "fact.pitches_line", name=line.name, count=len(line.routes), pitches=value
        )
    return request.say(f"fact.{field}", name=line.name, value=value)


def _special(field: str, line: Line, request: Request) -> list[str]:
    """What is said where no hazard or pitch is on record: a rating is a hazard that is."""
    if field == "pitches":
        return [request.say("fact.single_pitch", name=line.name)]
    if protection_rating(line, request):
        return []
    return [request.say("fact.no_hazards", name=line.name)]


def protection_rating(line: Line, request: Request) -> list[str]:
    """What R or X behind the grade means, when the record has it."""
    ratings = {route.grade.safety for route in line.routes if route.grade.safety}
    return [
        request.say("fact.safety", name=line.name, value=request.say(f"value.protection_{rating}"))
        for rating in sorted(ratings)
    ]


def _semicolons(clauses: Sequence[str], request: Request) -> str:
    return "；".join(clauses) + "。" if request.zh else "; ".join(clauses) + "."


def _flags(routes: Sequence[Route], fields: Sequence[str], request: Request) -> list[str]:
    """Warnings of the routes; of the whole place too when hazards were asked."""
    lines = route_flag_lines(routes, request)
    if "hazards" in fields:
        lines += [line for line in hazard_places(routes, request) if line not in lines]
    return lines
